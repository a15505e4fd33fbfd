import { expect, it } from 'vitest';
import type { YamlRecords } from '../../src/model/reading.ts';
import { columnsOf, field, read } from './reading.ts';

const FIELDS = [field('title', 'text'), field('date', 'date')];

/** The rows stand in for the file, which is never looked at. */
const readPlain = (rows: YamlRecords['rows']) =>
  read({
    files: { 'meetings.yaml': 'not read' },
    fields: FIELDS,
    columns: columnsOf(FIELDS),
    plain: { header: ['title', 'date'], rows },
  });

it('reads quotes, delimiters and line breaks inside a value as they are', async () => {
  const title = 'Say "hello"; then,\nlisten';
  const { rows, report } = await readPlain([{ cells: [title, '2026-03-10'], line: 1 }]);
  expect(rows).toMatchObject([{ key: title }]);
  expect(report.ledger).toMatchObject({ read: 1, judged: 1 });
});

it('tells the line of the file, not of the copy, where a cell can not be read', async () => {
  const { rejects } = await readPlain([
    { cells: ['One', '2026-03-10'], line: 3 },
    { cells: ['Two', 'soon'], line: 9 },
  ]);
  expect(rejects).toMatchObject([{ file: 'meetings.yaml', line: 9, column: 'date', value: 'soon' }]);
});
