import { expect, it } from 'vitest';
import { readRecords } from '../../src/language/records.ts';

const rows = (text: string) => readRecords('meetings.yaml', text).records;
const problems = (text: string) =>
  readRecords('meetings.yaml', text).diagnostics.map(({ message, place, fatal }) => ({
    message,
    line: place?.start.line,
    fatal,
  }));

it('reads one record an item, its keys as columns, each with its line', () => {
  const text = `# Kept by both teams.
- date: 2026-03-10
  minutes: minutes/2026-03-10.md
- date: 2026-03-24
  minutes:
`;
  expect(rows(text)).toEqual({
    header: ['date', 'minutes'],
    rows: [
      { cells: ['2026-03-10', 'minutes/2026-03-10.md'], line: 2 },
      { cells: ['2026-03-24', ''], line: 4 },
    ],
  });
});

it('leaves the cell of a key that a record does not have blank', () => {
  expect(rows('- { date: 2026-03-10 }\n- { date: 2026-03-24, room: 4 }\n')?.rows).toEqual([
    { cells: ['2026-03-10', ''], line: 1 },
    { cells: ['2026-03-24', '4'], line: 2 },
  ]);
});

it('joins a list of plain values into one cell', () => {
  expect(rows('- { date: 2026-03-10, present: [Anaïs, Benoît] }\n')?.rows[0]?.cells).toEqual([
    '2026-03-10',
    'Anaïs, Benoît',
  ]);
});

it('reads an empty file and an empty list as no records', () => {
  expect(rows('')).toEqual({ header: [], rows: [] });
  expect(rows('[]')).toEqual({ header: [], rows: [] });
});

it('refuses a file that is not a list, with no answer', () => {
  expect(problems('date: 2026-03-10\n')).toEqual([
    { message: 'The file is not a list of records', line: 1, fatal: true },
  ]);
});

it('names each item that is not a record, and each value that is not plain', () => {
  expect(problems('- 2026-03-10\n- date: 2026-03-24\n  room: { floor: 2 }\n')).toEqual([
    { message: 'A record is a map of keys and values', line: 1, fatal: true },
    { message: 'The value of "room" is not plain: a map has no place in a cell', line: 3, fatal: true },
  ]);
});

it('refuses what is no YAML at the bracket that is not closed', () => {
  expect(problems('- date: [2026-03-10\n')[0]).toMatchObject({ line: 1, fatal: true });
});

it('says of two documents in one file what to do, and nothing of agreements', () => {
  const [problem] = readRecords('meetings.yaml', '- date: 2026-03-10\n---\n- date: 2026-03-24\n').diagnostics;
  expect(problem?.help).toContain('write one document a file: move what follows "---" to a file of its own');
  expect(problem?.help).not.toContain('agreement');
});
