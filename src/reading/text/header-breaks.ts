import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { t } from '../../messages/index.ts';
import type { CsvDialect } from '../../model/agreement.ts';
import type { Task } from '../../model/io.ts';
import { isByte } from './byte.ts';
import { bytesThrough } from './bytes.ts';
import { nextState, type State } from './quote-scan.ts';

const [LF, CR] = [10, 13];

const BOM = Buffer.from('\ufeff');

/**
 * The header record as the engine can read it, where it can't as it stands; else null. It takes the first
 * line break of a text for the end of its rows, also one in the quotes of a header (Alt+Enter in Excel: LF,
 * in a text of CRLF), and then finds no row and rejects none; nothing that a statement can say keeps it
 * from that. Here these breaks are those of the rows; the LFs are as many, so that no line moves.
 */
export interface HeaderBreaks {
  readonly record: Buffer;
  /** Bytes of the text that it stands for. */
  readonly length: number;
}

/**
 * Of the first bytes of a text. Behind lines that are skipped a header has no such breaks: the first is the
 * end of a line. Where one in the quotes is that of the rows, a stray quote may have made rows a part of
 * the header: that is left for the engine to fail on.
 */
export function headerBreaksOf(head: Buffer, { delimiter, quote, skip }: CsvDialect): HeaderBreaks | null {
  if (skip > 0 || !isByte(delimiter) || !isByte(quote)) return null;
  const [comma, mark] = [delimiter.charCodeAt(0), quote.charCodeAt(0)];
  const breaks: { readonly at: number; readonly text: string }[] = [];
  let state: State = 'start';
  let at = head.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  // What ends with the last byte may be half a CRLF, and has no rows here.
  while (at < head.length - 1) {
    const text = breakAt(head, at);
    if (text === '') state = nextState(state, head[at] as number, mark, comma);
    else if (state === 'quoted') breaks.push({ at, text });
    else {
      const isPlain = breaks.length === 0 || breaks.some((each) => each.text === text);
      return isPlain ? null : withBreaks(head, at, breaks, text);
    }
    at += text.length || 1;
  }
  return null;
}

/** The line break there, or nothing. */
function breakAt(bytes: Buffer, at: number): string {
  if (bytes[at] === LF) return '\n';
  if (bytes[at] !== CR) return '';
  return bytes[at + 1] === LF ? '\r\n' : '\r';
}

function withBreaks(
  head: Buffer,
  length: number,
  breaks: readonly { readonly at: number; readonly text: string }[],
  rowEnd: string,
): HeaderBreaks {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, text } of breaks) {
    // A lone CR ends no line of a text whose lines end with LF.
    parts.push(head.subarray(from, at), Buffer.from(text === '\r' ? ' ' : rowEnd));
    from = at + text.length;
  }
  parts.push(head.subarray(from, length));
  return { record: Buffer.concat(parts), length };
}

/**
 * A copy of a text, unpacked, with that header record. Throws what the file system or a broken archive
 * throws.
 */
export async function copyWithHeader(
  source: { readonly file: string; readonly text: string; readonly gzip: boolean },
  { record, length }: HeaderBreaks,
  copy: string,
  task: Task,
): Promise<void> {
  const out = await open(copy, 'wx', 0o600);
  try {
    await out.writeFile(record);
    let left = length;
    const what = t`Converting ${basename(source.file)}`;
    for await (const chunk of bytesThrough({ file: source.text, gzip: source.gzip, what, task })) {
      if (left < chunk.length) await out.writeFile(chunk.subarray(left));
      left = Math.max(0, left - chunk.length);
    }
  } finally {
    await out.close();
  }
}
