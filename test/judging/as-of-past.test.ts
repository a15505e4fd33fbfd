import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'past',
  title: 'As it was',
  effective: '{ from: 2026-01-01 }',
  timezone: 'UTC',
  sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      got: { column: got, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
      won: { column: won, type: date, format: iso }
  calls:
    files: calls.csv
    lead: lead
    fields: { lead: lead, at: { column: at, type: datetime, format: iso } }`,
  stages: '{ got: { at: got }, called: { at: called }, won: { at: won } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: got }, target: ">= 3 per month" }
  - { id: wins, owed_by: sales, owed_to: marketing, share: { of: { stage: got }, reaches: won }, target: ">= 10%" }
  - { id: dated, owed_by: sales, owed_to: marketing, share: { of: { stage: got }, with: { won: present } }, target: ">= 10%" }
  - { id: undated, owed_by: sales, owed_to: marketing, share: { of: { stage: got }, with: { called: absent } }, target: ">= 10%" }
  - { id: called, owed_by: sales, owed_to: marketing, response: { from: got, to: called, within: 48 hours }, target: ">= 50%" }
  - { id: first, owed_by: sales, owed_to: marketing, response: { from: got, to: { earliest: calls }, within: 48 hours }, target: ">= 50%" }
  - { id: depth, owed_by: sales, owed_to: marketing, attempts: { from: got, at_least: 2, within: 96 hours, source: calls, until: won }, target: ">= 50%" }`,
});

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 1);
const stamp = (day: number, hour: number) =>
  new Date(START + day * DAY + hour * 3_600_000).toISOString().slice(0, 16);
const ROWS = Array.from({ length: 20 }, (_, i) => [
  `L${i}`,
  stamp(2 * i, 9),
  i % 5 === 4 ? '' : stamp(2 * i + (i % 4), 15),
  i % 3 === 0 ? stamp(2 * i + 7, 0).slice(0, 10) : '',
]);
const CALLS = ROWS.flatMap(([id = ''], i) =>
  [0, 1, 3].map((more) => [id, stamp(2 * i + more + (i % 3), 11)]),
);

/** Exports; with a day, as they were at its end: later cells blank, later rows gone. */
function exportsAt(date: string | null) {
  const isLater = (cell: string) => date !== null && /^2026-/.test(cell) && cell.slice(0, 10) > date;
  const leads = ROWS.filter(([, got = '']) => !isLater(got)).map((row) =>
    row.map((cell) => (isLater(cell) ? '' : cell)),
  );
  const csv = (header: string, rows: readonly (readonly string[])[]) =>
    `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
  return {
    'p.sla.yaml': AGREEMENT,
    'leads.csv': csv('id,got,called,won', leads),
    'calls.csv': csv(
      'lead,at',
      CALLS.filter(([, at = '']) => !isLater(at)),
    ),
  };
}

async function resultsOf(cut: string | null, date: string): Promise<unknown> {
  const folder = folderWith(exportsAt(cut));
  try {
    const { out } = await folder.sla('report', '--as-of', date, '--format', 'json');
    return (JSON.parse(out) as { results: unknown }).results;
  } finally {
    folder.remove();
  }
}

describe('as of a day that is over', () => {
  it.each(['2026-03-01', '2026-03-09', '2026-03-14', '2026-03-31', '2026-04-05', '2026-04-20'])(
    'the report as of %s is that of an export made at the end of that day',
    async (date) => {
      const results = await resultsOf(null, date);
      expect(results).toEqual(await resultsOf(date, date));
      expect(JSON.stringify(results)).not.toContain('after-as-of');
    },
  );
});
