import { describe, expect, it } from 'vitest';
import { fieldMeaning } from '../../src/change/meaning.ts';
import { readAgreement } from '../../src/language/read.ts';
import { base } from './base.ts';

const FIELD = /contacted_at: \{.*\}/;

const read = (field: string) =>
  readAgreement('/a.sla.yaml', 'a.sla.yaml', base.replace(FIELD, `contacted_at: { ${field} }`));

const errors = async (field: string) =>
  (await read(field)).diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);

const fieldOf = async (field: string) => (await read(field)).agreement?.sources.leads?.fields.contacted_at;

describe('a datetime in two columns', () => {
  it.each(['dd/MM/yyyy', 'iso', 'excel', 'dd/MM/yyyy HHmm'])('has the format %s', async (format) => {
    const field = `column: [Date, Heure], type: datetime, format: ${format}`;
    expect(await errors(field)).toEqual([]);
    const found = await fieldOf(field);
    expect(found?.column).toBe('Date | Heure');
    expect(found?.parts?.map(({ column }) => column)).toEqual(['Date', 'Heure']);
  });

  it.each([
    ['column: [Date], type: datetime, format: iso', 'wrong-form: The field "contacted_at" lists one column'],
    [
      'column: [Date, Heure, Zone], type: datetime, format: iso',
      'wrong-form: The field "contacted_at" lists 3 columns, and a time is read from two: that of its date and that of its time of day',
    ],
    [
      'column: [Date, Date], type: datetime, format: iso',
      'wrong-value: The field "contacted_at" names the column "Date" twice',
    ],
    [
      'column: [Date, Heure], type: date, format: iso',
      'wrong-value: The field "contacted_at" is date, and two columns are a date and its time of day',
    ],
    [
      'column: [Date, Heure]',
      'wrong-value: The field "contacted_at" is text, and two columns are a date and its time of day',
    ],
    [
      'column: [Date, Heure], type: datetime, format: epoch',
      'wrong-format: The date format "epoch" tells an instant, and its time stands in a column beside it',
    ],
    [
      'column: [Date, Heure], type: datetime',
      'missing-format: The datetime field "contacted_at" has no format, and dates are never guessed',
    ],
  ])('is refused as %s', async (field, told) => {
    expect(await errors(field)).toContain(told);
    expect((await errors(field)).filter((each) => /contacted_at/.test(each) || each === told)).toEqual([
      told,
    ]);
  });

  it('is another field where one of its columns is another, and than a column whose name has a bar', async () => {
    const meant = async (column: string) => {
      const field = await fieldOf(`column: ${column}, type: datetime, format: iso`);
      return JSON.stringify(field && fieldMeaning(field));
    };
    const own = await meant('[Date, Heure]');
    expect(own).toContain('"column":["Date","Heure"]');
    for (const other of ['[Date, Time]', '[Heure, Date]', '"Date | Heure"', 'Date'])
      expect(await meant(other)).not.toBe(own);
  });
});
