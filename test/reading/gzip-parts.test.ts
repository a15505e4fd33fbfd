import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { isInShortParts } from '../../src/reading/text/gzip-parts.ts';
import { transcode } from '../../src/reading/text/transcode.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packed = (name: string, ...parts: readonly string[]): string =>
  written(
    name,
    parts.map((part) => gzipSync(part)),
  );

function written(name: string, parts: readonly Buffer[]): string {
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat(parts));
  return file;
}

const rows = (count: number): string[] => Array.from({ length: count }, (_, i) => `L${i};${(i * i) % 997}\n`);

describe('a packed file', () => {
  it('of more than a thousand short parts is unpacked before the engine reads it', async () => {
    const file = packed('parts.csv.gz', ...rows(1500));
    expect(await isInShortParts(file, '', {})).toBe(true);
    const target = join(folder, 'parts.csv');
    await transcode({ file, gzip: true, encoding: 'utf-8', target, task: {}, what: '' });
    expect(readFileSync(target, 'utf8')).toBe(rows(1500).join(''));
  });
  it('of one part, of a few, or of the blocks of a packer is read where it lies', async () => {
    expect(await isInShortParts(packed('one.csv.gz', rows(60_000).join('')), '', {})).toBe(false);
    expect(await isInShortParts(packed('few.csv.gz', ...rows(900)), '', {})).toBe(false);
    const block = gzipSync(rows(6000).join(''));
    const blocks = written('blocks.csv.gz', new Array<Buffer>(1200).fill(block));
    expect(await isInShortParts(blocks, '', {})).toBe(false);
  });
});
