import { describe, expect, it } from 'vitest';
import { field, read } from '../reading.ts';
import { book, number, row, text } from './book.ts';

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
