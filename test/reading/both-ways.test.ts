import { expect } from 'vitest';
import type { FieldDef } from '../../src/model/agreement.ts';
import type { ReadPlan } from '../../src/model/reading.ts';
import { inTurns } from '../turns.ts';
import { field, type Reading, read } from './reading.ts';

const { describe, it } = inTurns();

const FIELDS: readonly FieldDef[] = [
  field('id', 'text'),
  field('at', 'datetime', { format: 'dd/MM/yyyy HH:mm' }),
  field('day', 'date'),
  field('amount', 'decimal', { decimal: ',' }),
  field('size', 'integer'),
  field('won', 'boolean'),
  field('note', 'text'),
];

const HEADER = 'id;at;day;amount;size;won;note';

/** What exports hold: cells of frequent forms, odd ones, wrong ones, rows that come again, the header once more. */
const LINES = [
  'A1;02/03/2026 09:00;2026-03-02;12,50;7;yes;plain',
  'A1;02/03/2026 09:00;2026-03-02;12,50;7;yes;plain',
  '\u00a0A2 ;2/3/2026 09:00;2026-03-02;1 200,5;"7";;"a;b"',
  'A3;29/03/2026 02:30;2026-03-29;;;no;',
  'A4;25/10/2026 02:30;2026-10-25 00:00;-1;+3;oui;n/a',
  'A5;31/02/2026 09:00;;;;;',
  ';02/03/2026 09:00;;;;;no key',
  ';;;;;;',
  `${HEADER}`,
  'A6;02/03/2026 10:00;2026-13-01;;;;',
  'A7;02/03/2026 11:00;;12,1234567;;;',
  'A8;46083,5;;;1,5;perhaps;',
  'A9;;2026-03-04;"1.234,5";0;0;\u200bunseen',
  'A9;;2026-03-04;"1234,5";0;0;unseen',
  '1,10416E+11;02/03/2026 09:00;;;;;',
  'B1;02/03/2026 12:00;2026-03-02;1;1;1;first',
  'B1;02/03/2026 13:00;2026-03-02;1;1;1;second',
];

const SETTINGS: readonly (readonly [string, Partial<ReadPlan>])[] = [
  ['rows that differ', {}],
  ['the latest row of a key', { latestBy: 'at' }],
  ['hand-overs', { unique: 'each', handedOver: 'at' }],
  ['events', { unique: 'many' }],
  ['events of nobody', { unique: 'many', unlinked: 'of no lead' }],
];

describe('a small source, of which all is read at once, and a large one', () => {
  it.each(SETTINGS)('tell the same of %s', async (_, plan) => {
    const setting = {
      files: { 'a.csv': `${[HEADER, ...LINES].join('\n')}\n` },
      fields: FIELDS,
      csv: { delimiter: ';' },
      plan: { nulls: ['n/a'], ...plan },
      key: 'A9',
    };
    const small = toldOf(await read(setting));
    expect(small).toEqual(toldOf(await read({ ...setting, small: 0 })));
    expect(small.ledger.read).toBe(LINES.length);
  });
});

/** Without the folder of the files; a date that is not there has no width, or none to speak of. */
function toldOf({ report, rows, rejects, found }: Reading) {
  const { ledger, fatal, warnings, dst } = report;
  const told = rows.map((row) => ({ ...row, at$w: row.at$w ?? 0, day$w: row.day$w ?? 0 }));
  const sorted = told.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  return {
    ledger,
    dst,
    rejects,
    found,
    rows: sorted,
    findings: [...fatal, ...warnings].map(({ message }) => message),
  };
}
