import { expect } from 'vitest';
import { inTurns } from '../../turns.ts';
import { field, read } from '../reading.ts';
import { book, number, row, text } from './book.ts';

const { describe, it } = inTurns();

const formats = ['dd/mm/yyyy', 'dd/mm/yyyy hh:mm'];

const header = (...names: readonly string[]): string => row(1, ...names.map(text));

const paris = (hour: number, minute: number, second = 0): number =>
  Date.UTC(2026, 2, 2, hour - 1, minute, second) * 1000;

describe('a typed cell of a workbook', () => {
  const fields = [
    field('id', 'text'),
    field('amount', 'decimal', { decimal: ',' }),
    field('at', 'datetime', { format: 'dd/MM/yyyy HH:mm' }),
    field('won', 'date', { format: 'dd/MM/yyyy' }),
  ];
  const rows =
    header('id', 'amount', 'at', 'won') +
    row(2, text('L1'), number('521.375'), number(46083.385, 2), number(46083, 1)) +
    row(3, text('L2'), text('521,375'), text('02/03/2026 09:14'), text('02/03/2026')) +
    row(4, text('L3'), text('1.521,5'), number(46083, 1), text('02/03/2026')) +
    row(5, text('L4'), number('-0.5'), number(46083.385, 2), '<c/>');

  it('is what its type says, whatever the agreement says of texts', async () => {
    const { rows: found, report } = await read({ files: { 'a.xlsx': book({ rows, formats }) }, fields });
    expect(report.ledger.rejected).toEqual({});
    expect(found.map(({ amount }) => Number(amount))).toEqual([521.375, 521.375, 1521.5, -0.5]);
    // The seconds that the format of texts has no place for are kept; a day is a day.
    expect(found.map(({ at }) => Number(at))).toEqual([
      paris(9, 14, 24),
      paris(9, 14),
      paris(0, 0),
      paris(9, 14, 24),
    ]);
    expect(found.map((each) => each.at$w)).toEqual([0, 0, 86_400, 0]);
    expect(found.map(({ won }) => (won === null ? null : Number(won)))).toEqual([
      paris(0, 0),
      paris(0, 0),
      paris(0, 0),
      null,
    ]);
  });

  it('below the lines that are skipped, too', async () => {
    const { rows: found } = await read({
      files: {
        'a.xlsx': book({
          rows:
            row(1, text('Deals')) +
            rows.replaceAll(/r="(\D?)(\d)"/g, (_, c, n) => `r="${c}${Number(n) + 1}"`),
          formats,
        }),
      },
      fields,
      csv: { skip: 1 },
    });
    expect(found.map(({ amount }) => Number(amount))).toEqual([521.375, 521.375, 1521.5, -0.5]);
  });
});

describe('a formula whose result is not stored', () => {
  it('rejects its row, and is never a blank cell; an empty text is a result', async () => {
    const formula = (rest: string) => `<c${rest}</c>`;
    const {
      rows: found,
      report,
      rejects,
    } = await read({
      files: {
        'a.xlsx': book({
          rows:
            header('id', 'at', 'n') +
            row(2, text('L1'), text('2026-03-02 09:14'), text('1')) +
            row(3, text('L2'), formula('><f>B2+1</f>'), text('1')) +
            row(4, text('L3'), text('2026-03-02 09:14'), formula('><f>C2*2</f><v></v>')) +
            row(5, text('L4'), formula(' t="str"><f>""</f><v></v>'), text('1')) +
            row(6, text('L5'), formula(' s="1"><f>B2+1</f><v>46083</v>'), text('1')),
          formats,
        }),
      },
      fields: [field('id', 'text'), field('at', 'datetime'), field('n', 'integer')],
    });
    expect(found.map(({ key }) => key)).toEqual(['L1', 'L4', 'L5']);
    expect(report.ledger.rejected).toEqual({ 'no-formula-result': 2 });
    expect(rejects.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [3, '=B2+1', 'no-formula-result'],
      [4, '=C2*2', 'no-formula-result'],
    ]);
  });
});

describe('a formula in a field of text', () => {
  it('rejects its row where the result is not stored, whatever the workbook is called; a text is a text', async () => {
    const formula = '<c><f>A2&amp;"x"</f></c>';
    const rows =
      header('id', 'country', 'note') +
      row(2, text('L1'), text('=FR'), formula) +
      row(3, text('L2'), formula, text('x')) +
      row(4, formula, text('FR'), text('x'));
    for (const name of ['a.xlsx', 'a.csv']) {
      const { rows: found, rejects } = await read({
        files: { [name]: book({ rows }) },
        fields: [field('id', 'text'), field('country', 'text')],
      });
      expect(found.map(({ key, country }) => [key, country])).toEqual([['L1', '=FR']]);
      expect(rejects.map(({ line, value, reason }) => [line, value, reason])).toEqual([
        [3, '=A2&"x"', 'no-formula-result'],
        [4, '=A2&"x"', 'no-formula-result'],
      ]);
    }
  });
});

describe('a merged cell', () => {
  const fields = [field('id', 'text'), field('at', 'date'), field('note', 'text')];
  const day = text('2026-03-02');

  it('rejects the rows whose cells it covers, by its range: they are not blank', async () => {
    const rows =
      header('id', 'at', 'note') +
      row(2, text('L1'), day, text('x')) +
      row(3, text('L2'), '<c/>', text('x')) +
      row(4, text('L3'), '<c/>', '<c/>') +
      row(5, text('L4'), day, '<c/>') +
      row(6, text('Called twice'), '<c/>', '<c/>');
    const merged = ['B2:B4', 'A6:C6', 'A1:B1'];
    const {
      rows: found,
      report,
      rejects,
    } = await read({ files: { 'a.xlsx': book({ rows, merged }) }, fields });
    expect(found.map(({ key }) => key)).toEqual(['L1', 'L4']);
    expect(report.ledger.rejected).toEqual({ 'merged-cell': 3 });
    expect(rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [3, 'at', 'B2:B4'],
      [4, 'at', 'B2:B4'],
      [6, 'at', 'A6:C6'],
    ]);
  });

  it('of no content covers nothing, nor does one above the table, beyond it, or of a whole row', async () => {
    const rows =
      row(1, text('Leads of M.')) +
      row(2, ...['id', 'at', 'note'].map(text)) +
      row(3, text('L1'), day, '<c/>') +
      row(4, text('L2'), day, '<c/>') +
      row(6, text('L3'), day, text('x')) +
      row(7, '<c/>', '<c/>', '<c/>');
    const merged = ['A1:C1', 'C3:C4', 'E3:E6', 'A6:A7', 'B6:B7', 'C6:C7', 'B3', 'nonsense'];
    const { rows: found, report } = await read({
      files: { 'a.xlsx': book({ rows, merged }) },
      fields,
      csv: { skip: 1 },
    });
    expect(found.map(({ key, note }) => [key, note])).toEqual([
      ['L1', null],
      ['L2', null],
      ['L3', 'x'],
    ]);
    expect(report.ledger.rejected).toEqual({});
  });
});

describe('hidden rows of a workbook', () => {
  const hide = (xml: string): string => xml.replace('<row ', '<row hidden="1" ');
  it('count, and are told with the places of the first', async () => {
    const rows =
      row(1, text('Leads')) +
      hide(row(2, text('id'), text('note'))) +
      [3, 4, 5, 6, 7]
        .map((at) =>
          (at === 4 ? row : (...given: [number, string]) => hide(row(...given)))(at, text(`L${at}`)),
        )
        .join('') +
      hide(row(8, '<c/>'));
    const { rows: found, report } = await read({
      files: { 'a.xlsx': book({ rows }) },
      fields: [field('id', 'text')],
      csv: { skip: 1 },
    });
    expect(found).toHaveLength(5);
    expect(report.warnings.map(({ rule, message, place }) => [rule, message, place?.start.line])).toEqual([
      [
        'hidden-rows',
        '4 of 5 rows of the sheet "Leads" are hidden, by a filter or by hand, and count like any other: a.xlsx:3, a.xlsx:5, a.xlsx:6 ...',
        3,
      ],
    ]);
  });
});
