import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../bench/measure.ts';
import { sections } from '../../bench/sections/index.ts';
import { figuresOf, linesOf, withFigures } from '../../bench/table.ts';

const nobody = { command: 'python3', modules: [] };
const all = sections({ rows: 1_000_000, leads: 200_000 }, nobody);
const lines = all.flatMap((section) => linesOf(section, new Map()));

const BARE = 'node -e 0';
const MILLION = 'sla report, 1,000,000 leads, five promises';
const CLEAN = 'a clean export';

/** Row, what it is held against, and the goal. */
const HELD: readonly (readonly [string, string, string])[] = [
  ['sla validate examples/acme, two versions', BARE, '2.2'],
  ['sla validate examples/acme, packed', BARE, '2.2'],
  ['sla check', BARE, '6'],
  ['sla cases, one promise', BARE, '6'],
  ['sla explain, one lead', BARE, '6'],
  ['sla doctor', BARE, '6'],
  ['sla report', BARE, '6'],
  ['sla diff, two versions', BARE, '6'],
  ['sla init, from the export of leads', BARE, '6'],
  ['sla demo', BARE, '15'],
  ['sla check, 10,000 leads and five promises', BARE, '4'],
  [MILLION, 'leanest typed SQL, from Python', '1.3'],
  [MILLION, 'polars', '1'],
  [MILLION, 'pandas with pyarrow', '1'],
  ['one bad cell', CLEAN, '1.1'],
  ['1 % of the rows with a bad cell', CLEAN, '1.3'],
  ['one row twice', CLEAN, '1.3'],
  ['1 % of the rows twice', CLEAN, '1.3'],
  ['100 files of a glob', 'one file', '1.5'],
  ['1,000 files of a glob', 'one file', '3'],
  ['100,000 rows as xlsx', '100,000 rows as CSV', '3'],
  ['sla report, 200,000 leads, 2,000,000 activities', 'activities by hand', '1.2'],
  ['125 promises with conditions of their own', 'the same answer in each run', 'an answer'],
  ['40 such promises on six threads', 'the same answer in each run', 'an answer'],
];

describe('the table of the bench', () => {
  it.each(HELD)('holds "%s" against %s', (row, against, goal) => {
    expect(lines).toContainEqual(expect.objectContaining({ row, against, goal }));
  });

  it('holds ten million leads to a peak of memory as well', () => {
    const large = sections({ rows: 10_000_000, leads: 200_000 }, nobody);
    const row = 'sla report, 10,000,000 leads, five promises';
    expect(large.flatMap((section) => linesOf(section, new Map()))).toContainEqual(
      expect.objectContaining({ row, against: 'peak of memory', goal: '500 MB' }),
    );
  });

  it('holds a row only against one that runs in its section', () => {
    for (const { name, rows } of all) {
      const names = rows.map((row) => row.name);
      expect(new Set(names).size, name).toBe(names.length);
      for (const goal of rows.flatMap(({ goals }) => goals))
        if (typeof goal === 'object' && 'against' in goal) expect(names, name).toContain(goal.against);
    }
  });

  it('says why a peer did not run', () => {
    const line = lines.find(({ row, against }) => row === MILLION && against === 'polars');
    expect(line).toMatchObject({ today: 'Python has no polars', verdict: 'not measured' });
  });

  it.each([
    [119, 'reached', '1.19'],
    [131, 'missed', '1.31'],
  ])('of %d ms against 100 and a goal of 1.3 says %s', (cpu, verdict, today) => {
    const told = new Map([
      [CLEAN, figures(100)],
      ['one row twice', figures(cpu)],
    ]);
    const dirty = all.find(({ name }) => name === 'dirty');
    const line = dirty && linesOf(dirty, told).find(({ row }) => row === 'one row twice');
    expect(line).toMatchObject({ today, verdict });
  });

  it('misses an answer that is not the same in each run', () => {
    const name = '40 such promises on six threads';
    const section = all.find((one) => one.name === 'promises');
    const verdict = (own: Figures) => section && linesOf(section, new Map([[name, own]]))[1]?.verdict;
    expect(verdict(figures(100))).toBe('reached');
    expect(verdict({ ...figures(100), answers: 2 })).toBe('missed');
    expect(verdict({ ...figures(100), statuses: [0, 2] })).toBe('missed');
  });
});

describe('the page on performance', () => {
  const page = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');

  it('has a figure for each row of the bench, with the goal that the bench has', () => {
    const shown = figuresOf(page).map(([row, against, , goal]) => `${row}, ${against}: ${goal}`);
    for (const { row, against, goal } of lines) expect(shown).toContain(`${row}, ${against}: ${goal}`);
  });

  it('is written anew only where something was measured', () => {
    const [first] = lines;
    if (!first) throw new Error('No line');
    expect(withFigures(page, [first], 'now')).toBe(page);
    const told = withFigures(page, [{ ...first, today: '1.07', verdict: 'reached' }], 'now');
    expect(figuresOf(told).filter((cells) => cells.at(-1) === 'now')).toHaveLength(1);
    expect(figuresOf(told)).toHaveLength(figuresOf(page).length);
    expect(told.split('## ').length).toBe(page.split('## ').length);
  });
});

const figures = (cpu: number): Figures => ({
  ...{ cpu, wall: cpu, peak: 1e8 },
  ...{ statuses: [0], answers: 1, stdout: '', stderr: '' },
});
