import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFiles } from '../../../src/files/disk.ts';
import type { CsvDialect } from '../../../src/model/agreement.ts';
import { beginReading } from '../../../src/reading/read-through.ts';

const CSV: CsvDialect = { encoding: 'utf-8', delimiter: ',', quote: '"', skip: 0 };

async function linesOf(text: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'));
  const file = join(folder, 'a.csv');
  writeFileSync(file, text);
  try {
    const read = await beginReading({ file, text: file, gzip: false, header: ['ab'] }, CSV, realFiles(), {
      task: {},
      givenUp: () => undefined,
    }).whole;
    expect(read.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    return read.filled;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\n\n\nb', 2],
  ['a\r\n\r\n\r\nb\r\n', 2],
  ['a\r\rb\r', 2],
  ['a\r"x\ny"\r', 2],
  ['\n\n', 0],
  [' \n', 1],
])('%j has %i lines with something on them', async (text, lines) => {
  expect(await linesOf(text)).toBe(lines);
});

test.each(['\n', '\r\n', '\r'])(
  'lines that end with %j are counted across chunks of any length',
  async (end) => {
    for (const shift of [0, 1, 2, 3]) {
      const text = 'x'.repeat(shift) + `ab${end}${end}`.repeat(200_000);
      expect(await linesOf(text)).toBe(200_000);
    }
  },
);
