import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { long } from '../effort.ts';

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

const AGREEMENTS = Object.fromEntries(
  ['acme-2026-1.sla.yaml', 'acme-2026-2.sla.yaml'].map((file) => [
    file,
    text(file).replaceAll('windows-1252', 'utf-8'),
  ]),
);
const [LEADS, DEALS, ACTIVITIES] = ['leads', 'deals', 'activities'].map((name) =>
  cellsOf(`exports/${name}.csv`),
);
const MEETINGS = text('records/meetings.csv').split('\n');
const CAMPAIGNS = text('records/campaigns.yaml').split(/^(?=- title)/m);

/** Exports and records; with a day, as they were at its end: later cells blank, later rows gone. */
function filesAt(date: string | null): Readonly<Record<string, string>> {
  const isLater = (cell = '') => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(cell) ?? [];
    return date !== null && day !== undefined && `${year}-${month}-${day}` > date;
  };
  /** Of what is done later nothing stands in the row, neither the date nor what it came to. */
  const undone = (dateColumn: string, blank: Readonly<Record<string, string>>) => {
    return (row: readonly string[], header: readonly string[]) =>
      isLater(row[header.indexOf(dateColumn)])
        ? row.map((cell, i) => (header[i] === dateColumn ? '' : (blank[header[i] ?? ''] ?? cell)))
        : row;
  };
  const csv = (
    rows: readonly (readonly string[])[] = [],
    arrival: string,
    ...steps: readonly ReturnType<typeof undone>[]
  ) => {
    const [header = [], ...lines] = rows;
    const kept = lines
      .filter((row) => !isLater(row[header.indexOf(arrival)]))
      .map((row) => steps.reduce((before, step) => step(before, header), row));
    return [header, ...kept].map((row) => `${row.join(';')}\n`).join('');
  };
  const isThen = (record: string) => date === null || (/\d{4}-\d\d-\d\d/.exec(record)?.[0] ?? '') <= date;
  return {
    ...AGREEMENTS,
    'exports/leads.csv': csv(
      LEADS,
      'Créé le',
      ...['Qualifié le', 'Attribué le', 'Premier contact le'].map((column) => undone(column, {})),
      undone('Décidé le', { Décision: '', Motif: '' }),
    ),
    'exports/deals.csv': csv(DEALS, '', undone('Gagnée le', { Étape: 'Négociation' })),
    'exports/activities.csv': csv(ACTIVITIES, 'Date'),
    'records/meetings.csv': MEETINGS.filter(isThen).join('\n'),
    'records/campaigns.yaml': CAMPAIGNS.filter(isThen).join(''),
  };
}

async function resultsOf(cut: string | null, date: string): Promise<readonly unknown[]> {
  const folder = folderWith(filesAt(cut));
  try {
    const { out } = await folder.sla('report', '--as-of', date, '--format', 'json');
    return (JSON.parse(out) as { results: readonly unknown[] }).results;
  } finally {
    folder.remove();
  }
}

const FIRST = Date.UTC(2026, 0, 3);
const EVERY = Array.from({ length: 173 }, (_, i) =>
  new Date(FIRST + i * 86_400_000).toISOString().slice(0, 10),
);
const DAYS = long ? EVERY : ['2026-04-22', '2026-05-31'];

it.each(DAYS)('acme as of %s is reported as from the exports of that day', async (date) => {
  const results = await resultsOf(null, date);
  expect(results.length).toBeGreaterThan(0);
  expect(results).toEqual(await resultsOf(date, date));
});
