import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acmeLeads } from '../../examples/generator/acme.ts';
import { byPeriod, readRows, report, root, sla, sum } from './sla.ts';

const EXPORT = join(root, 'examples/acme/exports/leads.csv');

it('ships the export that the generator writes', () => {
  expect(Buffer.compare(readFileSync(EXPORT), acmeLeads()), 'npm run examples rewrites it').toBe(0);
});

it('ships an agreement without a finding', async () => {
  const { status, stdout } = await sla('validate', 'examples/acme', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  expect(status).toBe(0);
});

it('accounts for every row of the export', async () => {
  const rows = readRows(EXPORT, { delimiter: ';', encoding: 'windows-1252' });
  const { ledger } = await report('examples/acme');
  const leads = ledger.leads;
  expect(leads?.read).toBe(rows.length);
  expect(leads?.judged).toBe(readable().length);
  expect(sum(leads?.excluded ?? {})).toBe(14);
  expect((leads?.judged ?? 0) + sum(leads?.excluded ?? {}) + sum(leads?.rejected ?? {})).toBe(rows.length);
});

it('takes the latest instant of the export as as-of', async () => {
  const latest = Math.max(
    ...readable().flatMap((l) => [l.qualified, l.contacted, l.decided].map((t) => t ?? 0)),
  );
  const { asOf } = await report('examples/acme');
  // In June Paris is two hours ahead of UTC.
  expect(asOf).toBe(new Date((latest - 120) * 60_000).toISOString().replace('.000', ''));
});

it('counts qualified leads in profile as a plain loop does', async () => {
  const expected = months((lead) => (inProfile(lead) ? 'met' : null));
  const answer = await report('examples/acme');
  expect(byPeriod(answer, 'qualified-volume', (result) => result.value)).toEqual(
    Object.fromEntries(Object.entries(expected).map(([month, counts]) => [month, counts.met])),
  );
});

it('finds complete records as a plain loop does', async () => {
  const expected = months(({ row }) => (row.Téléphone && row.Société && row.Origine ? 'met' : 'breached'));
  expect(byPeriod(await report('examples/acme'), 'complete-records', decided)).toEqual(expected);
});

it('judges first contacts as a walk over the minutes does', async () => {
  const expected = months((lead) => {
    if (!inProfile(lead)) return null;
    return state(
      lead.qualified,
      lead.contacted,
      dueAfterMinutes(lead.qualified, size(lead) >= 500 ? 60 : 240),
    );
  });
  expect(byPeriod(await report('examples/acme'), 'first-contact', decided)).toEqual(expected);
});

it('judges feedback as a walk over the days does', async () => {
  const expected = months((lead) => {
    const answered =
      lead.row.Décision === 'Accepté' || (lead.row.Décision === 'Refusé' && lead.row.Motif !== '');
    return state(lead.qualified, answered ? lead.decided : null, dueAfterDays(lead.qualified, 5));
  });
  expect(byPeriod(await report('examples/acme'), 'feedback', decided)).toEqual(expected);
});

it('adds up revenue by quarter to the cent', async () => {
  const cents: Record<string, number> = {};
  for (const { row } of readable()) {
    if (row.Statut !== 'Gagné') continue;
    const quarter = `2026-Q${Math.ceil(Number(row['Gagné le']?.slice(3, 5)) / 3)}`;
    cents[quarter] = (cents[quarter] ?? 0) + Number(row['Montant (€)']?.replace(/[\u00a0,]/g, ''));
  }
  const answer = await report('examples/acme', '--period', 'quarter');
  const values = byPeriod(answer, 'new-revenue', (result) => Math.round((result.value ?? 0) * 100));
  expect(values).toEqual(cents);
});

it('prints what the README shows', async () => {
  const { stdout } = await sla('report', 'examples/acme');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = readme.split('\n').filter((line) => line.startsWith('│'));
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((line) => !stdout.includes(line))).toEqual([]);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    '2,014 rows read = 1,989 judged + 14 excluded (identical duplicate 14) + 11 rejected (blank key 2, not a date 9)',
  );
});

it('tells a story of promises kept, broken and open', async () => {
  const answer = await report('examples/acme');
  expect(byPeriod(answer, 'feedback', (result) => result.verdict)).toEqual({
    '2026-01': 'met',
    '2026-02': 'met',
    '2026-03': 'missed',
    '2026-04': 'missed',
    '2026-05': 'met',
    '2026-06': 'open',
  });
});

// The oracle: local minutes, one by one, from the text of the cells. It shares nothing with src/ and nothing with the generator.

type Row = Record<string, string>;
interface Lead {
  readonly row: Row;
  readonly qualified: number;
  readonly contacted: number | null;
  readonly decided: number | null;
}
type Counts = { met: number; breached: number; pending: number; unknown: number };

/** Rows that can be read, identical ones once; leads that never qualified have `qualified` 0. */
function readable(): Lead[] {
  const seen = new Set<string>();
  return readRows(EXPORT, { delimiter: ';', encoding: 'windows-1252' }).flatMap((row) => {
    const times = ['Qualifié le', 'Premier contact le', 'Décidé le'].map((column) =>
      minute(row[column] ?? ''),
    );
    const text = JSON.stringify(row);
    if (row.Identifiant === '' || times.includes(undefined) || seen.has(text)) return [];
    seen.add(text);
    const [qualified, contacted, decided] = times as (number | null)[];
    return [{ row, qualified: qualified ?? 0, contacted: contacted ?? null, decided: decided ?? null }];
  });
}

/** Local minutes; null for a blank cell, undefined for one that is not a date. */
function minute(text: string): number | null | undefined {
  if (text === '') return null;
  const [, d, M, y, h, m] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text) ?? [];
  const time = Date.UTC(Number(y), Number(M) - 1, Number(d), Number(h), Number(m));
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(d)) return undefined;
  // The hour that the clocks skip in spring: its first valid instant.
  if (text.startsWith('29/03/2026 02')) return Date.UTC(2026, 2, 29, 3, 0) / 60_000;
  return time / 60_000;
}

const size = ({ row }: Lead): number => (row.Effectif === '' ? Number.NaN : Number(row.Effectif));

function inProfile(lead: Lead): boolean {
  const { Pays = '', Fonction = '', Courriel = '' } = lead.row;
  return (
    ['FR', 'BE', 'CH', 'LU'].includes(Pays) &&
    size(lead) >= 20 &&
    size(lead) <= 2000 &&
    !['Étudiant', 'Stagiaire'].includes(Fonction) &&
    !/@(gmail|yahoo|hotmail)\./i.test(Courriel)
  );
}

function months(judge: (lead: Lead) => keyof Counts | null): Record<string, Counts> {
  const result: Record<string, Counts> = {};
  for (const lead of readable()) {
    if (lead.qualified === 0) continue;
    const found = judge(lead);
    if (found === null) continue;
    const month = new Date(lead.qualified * 60_000).toISOString().slice(0, 7);
    result[month] ??= { met: 0, breached: 0, pending: 0, unknown: 0 };
    result[month][found]++;
  }
  return result;
}

function decided({ counts: { met, breached, pending, unknown } }: { counts: Counts }): Counts {
  return { met, breached, pending, unknown };
}

function state(start: number, stop: number | null, due: number): keyof Counts {
  if (stop === null) return due < AS_OF ? 'breached' : 'pending';
  return stop < start ? 'unknown' : stop <= due ? 'met' : 'breached';
}

const AS_OF = Math.max(
  ...readable().flatMap((lead) => [lead.qualified, lead.contacted ?? 0, lead.decided ?? 0]),
);

const CLOSED = ['01-01', '04-06', '05-01', '05-08', '05-14', '05-15', '05-25'];

/** Whether the minute that begins at `at` is office time. */
function open(at: number): boolean {
  const time = new Date(at * 60_000);
  const weekday = time.getUTCDay();
  if (weekday === 0 || weekday === 6 || CLOSED.includes(time.toISOString().slice(5, 10))) return false;
  const m = time.getUTCHours() * 60 + time.getUTCMinutes();
  return (m >= 540 && m < 750) || (m >= 840 && m < (weekday === 5 ? 1020 : 1080));
}

function dueAfterMinutes(start: number, minutes: number): number {
  let at = start;
  for (let left = minutes; left > 0; at++) if (open(at)) left--;
  return at;
}

function dueAfterDays(start: number, days: number): number {
  const DAY = 1440;
  let day = Math.floor(start / DAY);
  for (let left = days; left > 0; ) if (open(++day * DAY + 600)) left--;
  let at = (day + 1) * DAY;
  while (!open(at - 1)) at--;
  return at;
}
