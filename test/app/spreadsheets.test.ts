import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect } from 'vitest';
import { sheetToCsv } from '../../src/reading/xlsx/sheet.ts';
import { agreementText } from '../agreement.ts';
import { type BookSheet, readBook, records } from '../report/workbook.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Marketing and Sales agreement',
  version: '2026.1',
  status: 'active',
  effective: '{ from: 2026-01-01 }',
  calendars: `
  office:
    timezone: Europe/Paris
    week: { mon-fri: [09:00-17:00] }`,
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: { column: id }
      owner: { column: owner }
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }`,
  stages: `
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }`,
  commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: A lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
});

// The clocks go forward on 29 March: the second lead waits over that weekend.
const LEADS = `id,owner,qualified,contacted
007,Ana,2026-03-06T16:00,2026-03-09T10:00
=1+1,"Bo; ""B""",2026-03-27T16:30,2026-03-30T15:00
E,,2026-04-01T16:00,
`;

const folder = folderWith({ 'acme.sla.yaml': AGREEMENT, 'leads.csv': LEADS });
afterAll(folder.remove);

const HERE = ['acme.sla.yaml', '--as-of', '2026-04-02T12:00'];

const book = (file: string): readonly BookSheet[] => readBook(readFileSync(`${folder.cwd}/${file}`));

/** Days as a spreadsheet counts them to an instant in UTC, for a zone that far ahead. */
const utc = (serial: number, hoursAhead: number): string =>
  new Date(Math.round(((serial - 25_569) * 24 - hoursAhead) * 3_600_000)).toISOString().replace('.000Z', 'Z');

describe('a workbook on the disk', () => {
  it('lists the cases that JSON lists, with the same instants and lengths', async () => {
    const { status, err } = await folder.sla('cases', ...HERE, '-o', 'cases.xlsx', '-o', 'cases.json');
    expect({ status, err }).toEqual({ status: 0, err: 'Wrote cases.xlsx\nWrote cases.json\n' });
    const { results } = JSON.parse(readFileSync(`${folder.cwd}/cases.json`, 'utf8'));
    const rows = records(book('cases.xlsx')[0] as BookSheet);
    const instant = (row: (typeof rows)[number], name: string): string | null => {
      const value = row[`${name} (Europe/Paris)`]?.value;
      if (value === undefined) return null;
      // 46110 is 2026-03-29.
      return utc(Number(value), Number(value) < 46_110 ? 1 : 2);
    };
    expect(
      rows.map((row) => ({
        lead: row.Lead?.value,
        state: row.State?.value,
        start: instant(row, 'Start'),
        due: instant(row, 'Due'),
        stop: instant(row, 'Stop'),
        elapsedSeconds: row['Time taken'] ? Math.round(Number(row['Time taken'].value) * 86_400) : null,
        period: row.Period?.value,
        owner: row.Owner?.value ?? null,
      })),
    ).toEqual(
      results.map((each: Record<string, unknown>) => ({
        lead: each.lead,
        state: each.state,
        start: each.start,
        due: each.due,
        stop: each.stop,
        elapsedSeconds: each.elapsedSeconds,
        period: each.period,
        owner: each.owner,
      })),
    );
    expect(results).toHaveLength(3);
  });

  it('is read again as an export', async () => {
    await folder.sla('cases', ...HERE, '-o', 'again.xlsx');
    const target = `${folder.cwd}/again.csv`;
    const file = `${folder.cwd}/again.xlsx`;
    await sheetToCsv({ file, sheet: 'acme', csv: { delimiter: ',', quote: '"' }, target });
    const rows = parse(readFileSync(target, 'utf8'), { columns: true }) as Record<string, string>[];
    expect(rows[1]).toMatchObject({
      Lead: '=1+1',
      'Start (Europe/Paris)': '2026-03-27 16:30:00',
      'Due (Europe/Paris)': '2026-03-30 12:30:00',
      'Stop (Europe/Paris)': '2026-03-30 15:00:00',
      'Time taken': '06:30:00',
      Owner: 'Bo; "B"',
    });
  });

  it.each(['report', 'check'])(
    'of %s has the sheet to look at, the table, the results and the sources',
    async (command) => {
      const file = `${command}.xlsx`;
      const { err } = await folder.sla(command, ...HERE, '-o', file);
      expect(err).toContain(`Wrote ${file}`);
      expect(book(file).map(({ name }) => name)).toEqual([
        'At a glance',
        'By month',
        'Results',
        'Behind the charts',
        'Sources',
      ]);
      const rows = book(file)[4]?.rows.map((row) => row.slice(1, 4).map((cell) => cell?.value));
      expect(rows).toContainEqual(['Rows of leads', 'read', 3]);
    },
  );

  it('is never overwritten without --force, and never written to a terminal or a pipe', async () => {
    writeFileSync(`${folder.cwd}/there.xlsx`, 'mine');
    const kept = await folder.sla('cases', ...HERE, '-o', 'there.xlsx');
    expect({ status: kept.status, left: readFileSync(`${folder.cwd}/there.xlsx`, 'utf8') }).toEqual({
      status: 2,
      left: 'mine',
    });
    const forced = await folder.sla('cases', ...HERE, '--format', 'xlsx=there.xlsx', '--force');
    expect({ status: forced.status, sheets: book('there.xlsx').length }).toEqual({ status: 0, sheets: 2 });
    const piped = await folder.sla('report', ...HERE, '--format', 'xlsx');
    expect(piped).toMatchObject({ status: 2, out: '' });
    expect(piped.err).toContain('"xlsx" is written to a file, not to standard output');
    expect(piped.err).toContain('-o FILE.xlsx');
  });

  it('is left as it was where there is no answer, and made nowhere', async () => {
    const failed = ['cases', ...HERE, '--leads', 'nowhere.csv', '--force'];
    writeFileSync(`${folder.cwd}/before.xlsx`, 'of last month');
    const { status, err } = await folder.sla(...failed, '-o', 'before.xlsx', '-o', 'none.csv');
    expect(status).toBe(2);
    expect(err).toContain('nowhere.csv');
    expect(err).toContain('Not written, because there is no answer: before.xlsx\n');
    expect(err).toContain('Not written, because there is no answer: none.csv\n');
    expect(readFileSync(`${folder.cwd}/before.xlsx`, 'utf8')).toBe('of last month');
    expect(readdirSync(folder.cwd).filter((name) => /none|tmp/.test(name))).toEqual([]);
  });

  it('speaks French where that is asked for', async () => {
    await folder.sla('cases', ...HERE, '--lang', 'fr', '-o', 'fr.xlsx');
    expect(Object.keys(records(book('fr.xlsx')[0] as BookSheet)[0] ?? {})).toContain('Début (Europe/Paris)');
  });
});

describe('CSV for Excel', () => {
  it('has a byte order mark and the times that the clocks show', async () => {
    const { out } = await folder.sla('cases', ...HERE, '--format', 'csv', '--excel');
    expect(out.startsWith('\ufeffagreement,lead,')).toBe(true);
    const rows = parse(out, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows[1]).toMatchObject({
      lead: "'=1+1",
      start: '2026-03-27 16:30:00',
      due: '2026-03-30 12:30:00',
      elapsedSeconds: '23400',
      timezone: 'Europe/Paris',
    });
  });

  it('has semicolons in French, and the same names', async () => {
    const { out } = await folder.sla('cases', ...HERE, '--format', 'csv', '--excel', '--lang', 'fr');
    const rows = parse(out, { columns: true, bom: true, delimiter: ';' }) as Record<string, string>[];
    expect(rows[1]).toMatchObject({ owner: 'Bo; "B"', state: 'breached' });
    const report = await folder.sla('report', ...HERE, '--format', 'csv', '--excel', '--lang', 'fr');
    const [march] = parse(report.out, { columns: true, bom: true, delimiter: ';' }) as Record<
      string,
      string
    >[];
    expect(march).toMatchObject({
      attainment: '0,5',
      periodStart: '2026-03-01 00:00:00',
      timezone: 'Europe/Paris',
    });
  });

  it('is refused where no CSV is written, and a layout too', async () => {
    for (const flags of [['--excel'], ['--excel', '--format', 'json'], ['--excel', '-o', 'late.xlsx']]) {
      const { status, err } = await folder.sla('cases', ...HERE, ...flags);
      expect([status, err], flags.join(' ')).toEqual([
        2,
        expect.stringContaining('--excel is of CSV, and no CSV is written'),
      ]);
    }
    const { err } = await folder.sla('report', ...HERE, '--layout', 'wide', '--format', 'json');
    expect(err).toContain('--layout is of CSV, and no CSV is written');
    const both = await folder.sla(
      'report',
      ...HERE,
      '--layout',
      'wide',
      '--format',
      'json',
      '-o',
      'wide.csv',
    );
    expect(both.status).toBe(0);
  });
});
