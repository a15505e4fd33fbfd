import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordsWith } from '../../../src/reading/text/records.ts';
import { oneIn } from '../../effort.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sla-records-'));
});
afterAll(() => rm(folder, { recursive: true }));

const CSV = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 } as const;

async function linesOf(text: string, key: string, isLineByLine: boolean): Promise<readonly number[]> {
  const file = join(folder, 'export.csv');
  await writeFile(file, text);
  const source = { file, text: file, gzip: false, header: ['id', 'note'], isLineByLine };
  const lines: number[] = [];
  for await (const { cells, line } of recordsWith(source, CSV, key)) if (cells[0] === key) lines.push(line);
  return lines;
}

it.each(oneIn(2, ['\n', '\r\n']))(
  'the lines of a key are found by its bytes as by all records, with ends %j',
  async (end) => {
    // Long enough for several chunks, so that lines and keys lie across their edges.
    const rows = Array.from(
      { length: 12_000 },
      (_, i) => `${i % 997 === 0 ? 'L"7' : `L${i}`},note of ${i % 13}`,
    );
    const cells = rows.map((row) => row.replace('L"7', '"L""7"'));
    const text = `${['id,note', ...cells].join(end)}${end}`;
    const expected = rows.flatMap((row, i) => (row.startsWith('L"7') ? [i + 2] : []));
    expect(await linesOf(text, 'L"7', true)).toEqual(expected);
    expect(await linesOf(text, 'L"7', false)).toEqual(expected);
    expect(await linesOf(text, 'L11998', true)).toEqual([12_000]);
  },
);

it('a key that is the header, or is told in another column, is no row', async () => {
  expect(await linesOf('id,note\nL1,id\nL2,L1\nL1,x', 'L1', true)).toEqual([2, 4]);
  expect(await linesOf('id,note\nL1,id\nL2,L1\nL1,x', 'id', true)).toEqual([]);
});

it('a line without quotes is cut as all records are: empty cells, nothing at all', async () => {
  const text = 'id,note\nL1,\nL1\nL1,a,b\n\n L1,x\n,L1\nL1,,';
  const file = join(folder, 'cut.csv');
  await writeFile(file, text);
  const found = async (isLineByLine: boolean) => {
    const source = { file, text: file, gzip: false, header: ['id', 'note'], isLineByLine };
    const cells: (readonly string[])[] = [];
    for await (const record of recordsWith(source, CSV, 'L1', true)) cells.push(record.cells);
    return cells;
  };
  const expected = [['L1', ''], ['L1'], ['L1', 'a', 'b'], [' L1', 'x'], ['', 'L1'], ['L1', '', '']];
  expect(await found(true)).toEqual(expected);
  expect(await found(false)).toEqual(expected);
});
