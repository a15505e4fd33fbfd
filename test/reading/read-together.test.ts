import fc from 'fast-check';
import { expect } from 'vitest';
import { long } from '../effort.ts';
import { inTurns } from '../turns.ts';
import { field, type Reading, read } from './reading.ts';

const { describe, it } = inTurns();

const FIELDS = [field('id', 'text'), field('owner', 'text'), field('at', 'datetime')];

const plan = { latestBy: 'at' } as const;

/** What is told of the files, but for their names and sizes. */
const told = ({ rows, rejects, found, report }: Reading) => ({
  ...{ rows, rejects, found },
  ledger: report.ledger,
  counts: report.inputs.map((input) => input.rows),
  dst: report.dst,
  problems: [...report.fatal, ...report.warnings].map(({ rule, place }) => [rule, place?.start.line]),
});

/** Lines that lack cells. */
const SHORT: ReadonlySet<string> = new Set(['', 'A,Ann']);

/** Files of which each has a column of its own at the end, which nobody reads: so each is read by itself. */
const apart = (files: readonly (readonly string[])[]) =>
  files.map((lines, index) => [
    `id,owner,at,own${index}`,
    ...lines.map((line) => (SHORT.has(line) ? line : `${line},x`)),
  ]);

const together = (files: readonly (readonly string[])[]) => files.map((lines) => ['id,owner,at', ...lines]);

const named = (files: readonly (readonly string[])[], end = '\n') =>
  Object.fromEntries(files.map((lines, index) => [`${index}.csv`, lines.join(end)]));

describe('files of one header', () => {
  it('come to what they come to when each is read by itself', async () => {
    const id = fc.constantFrom('A', 'B', 'C', ' A', 'Ａ', '');
    const owner = fc.oneof(
      { weight: 14, arbitrary: fc.constantFrom('Ann', 'Bob', '"B,b"', 'Zoë') },
      fc.constant('"two\nlines"'),
    );
    const at = fc.constantFrom('2026-03-02 09:00', '2026-03-29 02:30', '2026-03-04', '', 'soon', 'at');
    const row = fc.tuple(id, owner, at).map((cells) => cells.join(','));
    const line = fc.oneof({ weight: 25, arbitrary: row }, fc.constantFrom('', 'A,Ann', 'A,Ann,2026-03-02,x'));
    const files = fc.array(fc.array(line, { maxLength: 4 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, fc.constantFrom('\n', '\r\n'), async (all, end) => {
        const asked = { fields: FIELDS, plan, key: 'A' };
        const one = await read({ ...asked, files: named(together(all), end) });
        const each = await read({ ...asked, files: named(apart(all), end) });
        expect(told(one)).toEqual(told(each));
      }),
      { numRuns: long ? 50 : 4, seed: 11 },
    );
  });

  it('are told apart where a quote of one swallows the rows of the next', async () => {
    const files = {
      'a.csv': 'id,owner,at\nA,"Ann,\n',
      'b.csv': 'id,owner,at\nB,"Bob,2026-03-02\nC,Cid,2026-03-02\n',
    };
    const { report } = await read({ files, fields: FIELDS, plan });
    expect(report.fatal.map(({ rule, place }) => [rule, place?.file.slice(-5)])).toContainEqual([
      'broken-quotes',
      'a.csv',
    ]);
  });

  it('give the rows of a key from each, however it is written there', async () => {
    const files = {
      'a.csv': 'id,owner,at\nA-1,Ann,2026-03-02\nB,Zoë,2026-03-02\n',
      'b.csv': 'id,owner,at\nB,Bob,2026-03-03\n',
      'c.csv': 'id,owner,at\nC,Cid,2026-03-03\nA\u20111,Dee,2026-03-04\n',
    };
    const { found } = await read({ files, fields: FIELDS, plan, key: 'A-1' });
    expect(found.map(({ line, cells, standing }) => [line, cells.owner, standing])).toEqual([
      [2, 'Ann', 'superseded'],
      [3, 'Dee', 'kept'],
    ]);
  });
});
