import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { blankWords, cleanRecordCell, recordsOf, recordsWatched } from '../../../src/reading/text/records.ts';
import { inTurns } from '../../turns.ts';
import { field, read } from '../reading.ts';

const { describe, it } = inTurns();

const folder = mkdtempSync(join(tmpdir(), 'sla-watched-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CSV = { delimiter: ';', quote: '"', encoding: 'utf-8', skip: 0 } as const;
const HEADER = ['a', 'b', 'c'];
const BLANKS = blankWords(['n/a']);

/** Cells as people leave them: quoted, blank, in decomposed letters, between spaces that nobody sees. */
const texts = [
  '12',
  'n/c',
  'N/A',
  '',
  'é',
  'e\u0301',
  ' x',
  '\u00a0x\u200b',
  '5" pipe',
  '="007"',
  '"',
  'a;b',
  '😀',
];
const written = (text: string, isQuoted: boolean): string =>
  isQuoted || /[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const cell = fc
  .tuple(fc.constantFrom(...texts), fc.boolean())
  .map(([text, isQuoted]) => written(text, isQuoted));
const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(';'));

describe('the records with a watched text', () => {
  it.each(['\n', '\r\n', '\r'])('are found by bytes as by cutting each record, with ends %j', async (end) => {
    const wanted = fc.tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }),
      fc.array(fc.constantFrom(...texts), { minLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row), wanted, async (rows, [positions, values]) => {
        const file = join(folder, 'export.csv');
        writeFileSync(file, `${['a;b;c', ...rows].join(end)}${end}`);
        const clean = new Set(values.map((value) => cleanRecordCell(value, BLANKS)));
        const watched = positions.map((position) => ({
          position,
          values: clean.has('') ? [...clean, 'n/a'] : clean,
        }));
        const holds = (cells: readonly string[]): boolean =>
          positions.some((position) => clean.has(cleanRecordCell(cells[position] ?? '', BLANKS)));
        const source = { file, text: file, gzip: false, header: HEADER };
        const cut: unknown[] = [];
        for await (const record of recordsOf(source, CSV)) if (holds(record.cells)) cut.push(record);
        const found: unknown[] = [];
        for await (const record of recordsWatched({ ...source, isLineByLine: true }, CSV, watched))
          if (holds(record.cells)) found.push(record);
        expect(found).toEqual(cut);
      }),
      { numRuns: 100, seed: 20261129 },
    );
  });
});

describe('a file with more lines that can not be cut than can be told', () => {
  const HEAD = 'id,at\nA,2026-03-02\n';
  it.each([
    ['lines of one cell', `${HEAD}${'x\n'.repeat(100_002)}`, 'too-many-rejected', 1],
    ['lines of three cells', `${HEAD}${'a,b,c\n'.repeat(100_002)}`, 'too-many-rejected', 1],
    ['a quote that is never closed', `${HEAD}B,"${'x\n'.repeat(100_002)}`, 'broken-quotes', 3],
    ['a quote that swallows a thousand lines', `${HEAD}B,"${'x\n'.repeat(2000)}"\nC,1\n`, 'broken-quotes', 3],
  ])('is refused for %s', async (_, text, rule, line) => {
    const { report } = await read({
      files: { 'a.csv': text },
      fields: [field('id', 'text'), field('at', 'date')],
    });
    expect(report.fatal).toMatchObject([{ rule, place: { start: { line } } }]);
    expect(report.ledger.read).toBe(0);
  });

  it('but not for a note of many lines', async () => {
    const { report } = await read({
      files: { 'a.csv': `id,note\nA,"${'x\n'.repeat(90)}"\nB,y\n` },
      fields: [field('id', 'text'), field('note', 'text')],
    });
    expect(report.ledger).toMatchObject({ read: 2, judged: 2 });
  });
});
