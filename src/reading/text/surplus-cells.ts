import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../source-file.ts';
import { bytesOf } from './bytes.ts';
import { endOf, LF } from './line-count.ts';

const CR = 13;

/** The files of a source by their names, those that have such rows as copies with marks. */
export async function marksOf(
  folder: string,
  scans: readonly { readonly source: SourceFile }[],
  read: readonly { readonly surplus: readonly number[] }[],
): Promise<ReadonlyMap<string, SourceFile>> {
  const marked = new Map<string, SourceFile>();
  for (const [index, { source }] of scans.entries()) {
    const lines = read[index]?.surplus ?? [];
    const copy = join(folder, `marked-${randomBytes(4).toString('hex')}.csv`);
    marked.set(source.file, lines.length === 0 ? source : await withMarks(source, lines, copy));
  }
  return marked;
}

/**
 * A copy in which each of those lines has a letter behind its last separator, so that the engine refuses
 * its row as it refuses any that has too many cells. No line moves.
 */
async function withMarks(source: SourceFile, lines: readonly number[], target: string): Promise<SourceFile> {
  const out = await open(target, 'wx', 0o600);
  try {
    let [line, next] = [1, 0];
    let stop: number | null = null;
    let held: Buffer | null = null;
    for await (const chunk of bytesOf(source.text, source.gzip)) {
      stop ??= endOf(chunk);
      // A line end of two bytes may lie across two chunks.
      const bytes: Buffer = held === null ? chunk : Buffer.concat([held, chunk]);
      const isSplit = bytes[bytes.length - 1] === CR && stop === LF;
      held = isSplit ? Buffer.from([CR]) : null;
      const whole = isSplit ? bytes.subarray(0, -1) : bytes;
      let written = 0;
      for (
        let at = whole.indexOf(stop ?? LF);
        at >= 0 && next < lines.length;
        at = whole.indexOf(stop ?? LF, at + 1)
      ) {
        if (line++ !== lines[next]) continue;
        next++;
        const before = at > 0 && whole[at - 1] === CR && stop === LF ? at - 1 : at;
        await out.writeFile(whole.subarray(written, before));
        await out.writeFile('x');
        written = before;
      }
      await out.writeFile(whole.subarray(written));
    }
    if (held !== null) await out.writeFile(held);
    if (next < lines.length) await out.writeFile('x');
  } finally {
    await out.close();
  }
  return { ...source, text: target, gzip: false, isMarked: true };
}
