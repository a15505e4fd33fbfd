import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Ledger } from '../../src/model/compliance.ts';
import { folderWith } from '../app/folder.ts';
import { daysApart } from '../effort.ts';

const bytes = (path: string) => readFileSync(new URL(`../../examples/acme/${path}`, import.meta.url));
const text = (path: string) => bytes(path).toString('utf8');

/** The lines of an export as its cells, quotes and all. In windows-1252 the sign of the euro alone is not latin1. */
const cellsOf = (path: string): readonly (readonly string[])[] =>
  bytes(path)
    .toString('latin1')
    .replaceAll('\u0080', '€')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.match(/(?<=^|;)("[^"]*"|[^;]*)(?=;|$)/g) ?? []);

/**
 * How many rows may be rejected is a share of a file: of the few rows of January it is more than of all of
 * June. It tells whether there is an answer, not what the answer is, so it is out of the way here.
 */
const AGREEMENTS = Object.fromEntries(
  ['acme-2026-1.sla.yaml', 'acme-2026-2.sla.yaml'].map((file) => [
    file,
    text(file)
      .replaceAll('windows-1252', 'utf-8')
      .replaceAll(/^( +)(files: exports.*)$/gm, '$1$2\n$1max_rejected: 100%'),
  ]),
);
const [LEADS, DEALS, ACTIVITIES] = ['leads', 'deals', 'activities'].map((name) =>
  cellsOf(`exports/${name}.csv`),
);
const MEETINGS = text('records/meetings.csv').split('\n');
const CAMPAIGNS = text('records/campaigns.yaml').split(/^(?=- title)/m);

/** 31 February is no date, so it lies before and behind none: its cell stays as it is on every day. */
const laterThan =
  (date: string | null) =>
  (cell = ''): boolean => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(cell) ?? [];
    const isDate = Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return date !== null && isDate && `${year}-${month}-${day}` > date;
  };

/** The dates of a lead that the agreement reads; of when it was created it knows nothing. */
const DATES = ['Qualifié le', 'Attribué le', 'Premier contact le', 'Décidé le'];

/** Exports and records; with a day, as they were at its end: later cells blank, rows of which all dates are gone. */
function filesAt(date: string | null): Readonly<Record<string, string>> {
  const isLater = laterThan(date);
  /** Of what is done later nothing stands in the row, neither the date nor what it came to. */
  const undone = (dateColumn: string, blank: Readonly<Record<string, string>>) => {
    return (row: readonly string[], header: readonly string[]) =>
      isLater(row[header.indexOf(dateColumn)])
        ? row.map((cell, i) => (header[i] === dateColumn ? '' : (blank[header[i] ?? ''] ?? cell)))
        : row;
  };
  const csv = (
    rows: readonly (readonly string[])[] = [],
    arrivals: readonly string[],
    ...steps: readonly ReturnType<typeof undone>[]
  ) => {
    const [header = [], ...lines] = rows;
    const isGone = (row: readonly string[]): boolean => {
      const dates = arrivals.map((name) => row[header.indexOf(name)]).filter((cell) => cell !== '');
      return dates.length > 0 && dates.every(isLater);
    };
    const kept = lines
      .filter((row) => !isGone(row))
      .map((row) => steps.reduce((before, step) => step(before, header), row));
    return [header, ...kept].map((row) => `${row.join(';')}\n`).join('');
  };
  const isThen = (record: string) => date === null || (/\d{4}-\d\d-\d\d/.exec(record)?.[0] ?? '') <= date;
  return {
    ...AGREEMENTS,
    'exports/leads.csv': csv(
      LEADS,
      DATES,
      ...DATES.slice(0, 3).map((column) => undone(column, {})),
      undone('Décidé le', { Décision: '', Motif: '' }),
    ),
    'exports/deals.csv': csv(DEALS, [], undone('Gagnée le', { Étape: 'Négociation' })),
    'exports/activities.csv': csv(ACTIVITIES, ['Date']),
    'records/meetings.csv': MEETINGS.filter(isThen).join('\n'),
    'records/campaigns.yaml': CAMPAIGNS.filter(isThen).join(''),
  };
}

interface Told {
  readonly results: readonly unknown[];
  readonly ledger: Readonly<Record<string, Ledger>>;
}

async function toldOf(cut: string | null, date: string): Promise<Told> {
  const folder = folderWith(filesAt(cut));
  try {
    const { out } = await folder.sla('report', '--as-of', date, '--format', 'json');
    return JSON.parse(out) as Told;
  } finally {
    folder.remove();
  }
}

/**
 * A ledger without the rows that had not come. What is left out for another reason keeps that one, so the whole
 * may have more of it; a row with no date then, of which one has come since, is told apart in the whole alone.
 */
function ledgerThen({ read, judged, excluded, rejected }: Ledger) {
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(read).toBe(judged + sum(excluded) + sum(rejected));
  const others = new Set(['after as-of', 'no date', 'identical duplicate', 'of no lead']);
  return { judged, told: Object.entries(excluded).filter(([why]) => !others.has(why)) };
}

/** Leads that are qualified after a day and have another date that is not: a year that was typed wrong. */
function outOfOrder(date: string): number {
  const isLater = laterThan(date);
  const [header = [], ...lines] = LEADS ?? [];
  return lines.filter((row) => {
    const [qualified, ...others] = DATES.map((name) => row[header.indexOf(name)] ?? '');
    return isLater(qualified) && others.some((cell) => cell !== '' && !isLater(cell));
  }).length;
}

const FIRST = Date.UTC(2026, 0, 3);
const EVERY = Array.from({ length: 173 }, (_, i) =>
  new Date(FIRST + i * 86_400_000).toISOString().slice(0, 10),
);
const DAYS = EVERY.filter((_, i) => i % daysApart === 0);

it.each(DAYS)('acme as of %s is reported as from the exports of that day', async (date) => {
  const [whole, then] = [await toldOf(null, date), await toldOf(date, date)];
  expect(whole.results.length).toBeGreaterThan(0);
  expect(whole.results).toEqual(then.results);
  expect(Object.keys(whole.ledger)).toEqual(Object.keys(then.ledger));
  for (const [name, one] of Object.entries(whole.ledger)) {
    const other = then.ledger[name];
    expect(other && ledgerThen(other), name).toEqual(ledgerThen(one));
    const undated = (other?.excluded['no date'] ?? 0) - (one.excluded['no date'] ?? 0);
    expect([undated >= 0, undated <= (name === 'leads' ? outOfOrder(date) : 0)], name).toEqual([true, true]);
  }
});
