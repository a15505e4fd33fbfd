import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell, quotedCell } from '../../src/model/csv-cell.ts';

const TEXTS = [
  '',
  'a',
  'a,b',
  'a;b',
  'say "x"',
  "it's",
  'two\nlines',
  'two\r\nlines',
  'a\rb',
  ' a ',
  '"',
  "''",
  ',,"',
];

describe('a cell of CSV', () => {
  it.each([
    { delimiter: ',', quote: '"' },
    { delimiter: ';', quote: "'" },
    { delimiter: '\t', quote: '"' },
  ])('is read back as it was, alone or among others: %j', ({ delimiter, quote }) => {
    const read = (line: string) => parse(line, { delimiter, quote, escape: quote, record_delimiter: '|' });
    const row = ['begin', ...TEXTS, 'end'];
    const line = row.map((text) => csvCell(text, { delimiter, quote })).join(delimiter);
    expect(read(line)).toEqual([row]);
    expect(read(row.map((text) => quotedCell(text, quote)).join(delimiter))).toEqual([row]);
  });

  it('is quoted only where it must be', () => {
    const csv = { delimiter: ',', quote: '"' };
    expect(['a;b', ' a ', "it's", ''].map((text) => csvCell(text, csv))).toEqual(['a;b', ' a ', "it's", '']);
    expect(['a,b', 'a"b', 'a\nb', 'a\rb'].map((text) => csvCell(text, csv))).toEqual([
      '"a,b"',
      '"a""b"',
      '"a\nb"',
      '"a\rb"',
    ]);
  });
});
