import { expect } from 'vitest';
import { column, kinds, lines, sniffed } from '../sniff/sniffed.ts';
import { inTurns } from '../turns.ts';
import { field, read } from './reading.ts';

const { describe, it } = inTurns();

describe('ids that Excel has rounded', () => {
  const table = (...ids: readonly string[]) => `id;stage\n${ids.map((id, i) => `${id};s${i}\n`).join('')}`;
  const fields = [field('id', 'text'), field('stage', 'text')];
  const csv = { delimiter: ';' } as const;

  it('are a fault of the key, never rows with one id that differ', async () => {
    const ids = ['1.10416E+11', '1.10416E+11', '1,10416E+11', '1E+15', '110416000001'];
    const { report, rejects } = await read({
      files: { 'a.csv': table(...ids) },
      fields,
      csv,
      plan: { maxRejected: 0.5 },
    });
    expect(report.ledger).toMatchObject({ read: 5, judged: 1, rejected: { 'rounded-id': 4 } });
    expect(rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual(
      ids.slice(0, 4).map((id, i) => [i + 2, 'id', id, 'rounded-id']),
    );
    expect(report.fatal.map(({ rule, help }) => [rule, help])).toEqual([
      ['too-many-rejected', expect.stringContaining('export again from the CRM')],
    ]);
  });

  it('are no other ids with an E in them, and no texts that are no key', async () => {
    const ids = ['1E10', '3E+05', 'E+12', '12.5E+11', 'a1.1E+11'];
    const { report, rows } = await read({
      files: { 'a.csv': `id;stage\n${ids.map((id) => `${id};1.1E+11\n`).join('')}` },
      fields,
      csv,
    });
    expect(report.ledger.rejected).toEqual({});
    expect(rows.map(({ stage }) => stage)).toEqual(ids.map(() => '1.1E+11'));
  });

  it('are told by sniff, which then does not advise "duplicates: latest"', async () => {
    const found = await sniffed('Id,Date\n1.10416E+11,2026-03-02\n1.10416E+11,2026-03-03\n');
    expect(kinds(found)).toContain('rounded-ids');
    expect(found.oddities.find(({ kind }) => kind === 'rounded-ids')?.message).toBe(
      '2 cells of "Id" are numbers that Excel has rounded, such as "1.10416E+11"',
    );
    expect(JSON.stringify(found)).not.toContain('duplicates: latest');
  });
});

describe('dates as the days that a sheet counts', () => {
  const NINE = Date.UTC(2026, 0, 1, 8) * 1000;
  const at = (format: string) => field('at', 'datetime', { format });
  const table = (...cells: readonly string[]) =>
    `id;at\n${cells.map((cell, i) => `L${i};${cell}\n`).join('')}`;
  const reading = (format: string, cells: readonly string[]) =>
    read({
      files: { 'a.csv': table(...cells) },
      fields: [field('id', 'text'), at(format)],
      csv: { delimiter: ';' },
      zone: 'Europe/Paris',
      plan: { maxRejected: 1 },
    });

  it('are read by format: excel in the zone of the source, to the second', async () => {
    const cells = ['46023.375', '46023,375', '46023.37501', '46023.3749999999', '46023', '46204.375'];
    const { rows, report } = await reading('excel', cells);
    expect(report.ledger.rejected).toEqual({});
    expect(rows.map(({ at }) => Number(at))).toEqual([
      NINE,
      NINE,
      NINE + 1_000_000,
      NINE,
      NINE - 9 * 3_600_000_000,
      Date.UTC(2026, 6, 1, 7) * 1000,
    ]);
    expect(rows.map((row) => row.at$w)).toEqual([0, 0, 0, 0, 86_400, 0]);
  });

  it('are refused by format: excel where they are none, or of another century', async () => {
    const { report } = await reading('excel', ['46023.5x', '4602', '2026-03-02', '29000', '73051.5']);
    expect(report.ledger.rejected).toEqual({ 'not-a-date': 3, 'implausible-date': 2 });
  });

  it.each(['iso', 'dd/MM/yyyy HH:mm', 'epoch'])('are told for what they are under %s', async (format) => {
    const { report } = await reading(format, ['46023.375', '46023']);
    expect(report.ledger.rejected).toEqual({ 'excel-serial': 2 });
  });

  it('are what sniff finds', async () => {
    const found = await sniffed(lines('Created at', '46023.375', '46024.5', '46025', '46026.25'));
    expect(column(found, 'Created at')).toMatchObject({ type: 'datetime', format: 'excel' });
    const days = await sniffed(lines('Created at', '46023', '46024', '46025', '46026'));
    expect(column(days, 'Created at')).toMatchObject({ type: 'date', format: 'excel' });
    const sums = await sniffed(lines('Amount', '46023', '46024', '46025', '46026'));
    expect(column(sums, 'Amount')).toMatchObject({ type: 'integer' });
  });

  it('with letters of a zone behind the time are told as that, and read where the format has them', async () => {
    const cells = ['2026-01-01 08:00 CET', '2026-01-01 08:00 GMT+1', '2026-01-01 8:00 AM EST'];
    const { report } = await reading('yyyy-MM-dd HH:mm', [...cells, '2026-01-01 08:00 PM', 'Noon']);
    expect(report.ledger.rejected).toEqual({ 'zone-letters': 3, 'not-a-date': 2 });
    const { rows } = await read({
      files: { 'a.csv': 'id,at\nL1,2026-01-01 08:00 UTC\n' },
      fields: [field('id', 'text'), at("yyyy-MM-dd HH:mm 'UTC'")],
      zone: 'UTC',
    });
    expect(rows.map(({ at }) => Number(at))).toEqual([NINE]);
  });
});

describe('lines in quotes as a whole', () => {
  const fields = [field('id', 'text'), field('stage', 'text')];
  const csv = { delimiter: ';' } as const;

  it('are told as that, and not as a wrong delimiter', async () => {
    const { report } = await read({ files: { 'a.csv': '"id;stage"\n"1;new"\n' }, fields, csv });
    expect(report.fatal.map(({ message }) => message)).toEqual([
      'Each line stands in quotes as a whole, so that it is a single cell',
    ]);
  });

  it('are told where the header is not', async () => {
    const { report } = await read({
      files: { 'a.csv': 'id;stage\n"1;new"\n"2;new"\n' },
      fields,
      csv,
      plan: { maxRejected: 0 },
    });
    expect(report.ledger.rejected).toEqual({ 'missing-cells': 2 });
    expect(report.fatal.map(({ help }) => help)).toEqual([
      expect.stringContaining('take its outer quotes off'),
    ]);
  });
});

describe('amounts in a currency', () => {
  const amounts = async (currency: string | null, cells: readonly string[]) =>
    read({
      files: { 'a.csv': `id;amount\n${cells.map((cell, i) => `L${i};${cell}\n`).join('')}` },
      fields: [field('id', 'text'), field('amount', 'decimal', { currency })],
      csv: { delimiter: ';' },
      plan: { maxRejected: 1 },
    });

  it("are added in the target's currency or without a sign, and others are refused by name", async () => {
    const { rows, report, rejects } = await amounts('EUR', [
      '1000',
      '1,000 €',
      'EUR 1000.00',
      '$1000',
      '1000 USD',
      'CHF 900',
      '900 SEK',
      'free',
    ]);
    expect(rows.map(({ amount }) => Number(amount))).toEqual([1000, 1000, 1000]);
    expect(report.ledger.rejected).toEqual({ 'other-currency': 4, 'not-a-number': 1 });
    expect(rejects[0]).toMatchObject({ line: 5, value: '$1000', reason: 'other-currency' });
  });

  it('of dollars and crowns are read where the target is in them', async () => {
    const cad = await amounts('CAD', ['$1000', 'CAD 1000', '1000 USD', '€ 5']);
    expect(cad.rows.map(({ amount }) => Number(amount))).toEqual([1000, 1000]);
    expect(cad.report.ledger.rejected).toEqual({ 'other-currency': 2 });
    const sek = await amounts('SEK', ['1000 SEK', '1 000 SEK', '$5']);
    expect(sek.rows.map(({ amount }) => Number(amount))).toEqual([1000, 1000]);
  });

  it('have their sign in front of them or behind', async () => {
    const { rows, report } = await amounts(null, [
      '12.50-',
      '1,200.00-',
      '1,200.00- €',
      '-3',
      'R$ 7',
      '-5-',
      '-',
      '5--',
    ]);
    expect(rows.map(({ amount }) => Number(amount))).toEqual([-12.5, -1200, -1200, -3, 7]);
    expect(report.ledger.rejected).toEqual({ 'not-a-number': 3 });
    const brl = await amounts('BRL', ['R$ 7', '9 BRL', '$8']);
    expect(brl.rows.map(({ amount }) => Number(amount))).toEqual([7, 9]);
    expect((await amounts('USD', ['R$ 7', '$8', '$8-'])).rows.map(({ amount }) => Number(amount))).toEqual([
      8, -8,
    ]);
  });

  it.each([null, 'meetings'])('are read with every sign where no target has one: %s', async (unit) => {
    const { rows } = await amounts(unit, ['$1000', '500 €', 'CHF 900']);
    expect(rows.map(({ amount }) => Number(amount))).toEqual([1000, 500, 900]);
  });
});
