import { parse } from 'csv-parse/sync';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (yearStarts: string): string =>
  agreementText({
    id: 'acme',
    title: 'Acme',
    effective: '{ from: 2026-01-01 }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      qualified_at: { column: qualified, type: datetime, format: iso }`,
    stages: `
  qualified: { at: qualified_at }`,
    commitments: `
  - id: volume
    owed_by: marketing
    owed_to: sales
    promise: 2 qualified leads a quarter of our business year
    count: { stage: qualified }
    target: ">= 2 per quarter"`,
    more: yearStarts,
  });

const leads = `id,qualified
L0,2026-01-20T10:00
L1,2026-02-10T10:00
L2,2026-04-10T10:00
L3,2026-05-10T10:00
`;

const folder = folderWith({
  'acme.sla.yaml': agreement('year_starts: february\n'),
  'leads.csv': leads,
  'calendar/acme.sla.yaml': agreement(''),
  'calendar/leads.csv': leads,
});
afterAll(folder.remove);

/** `FY2026-Q1 2025-10-31T23:00:00Z 2 met`, by period. */
async function reported(path: string, ...more: readonly string[]): Promise<readonly string[]> {
  const { out } = await folder.sla('report', path, '--format', 'csv', '--as-of', '2026-12-31', ...more);
  const rows = parse(out, { columns: true }) as Record<string, string>[];
  // The rows of the exports stand behind the promises.
  return rows
    .filter(({ kind }) => kind !== 'rows')
    .map(({ period, periodStart, value, verdict }) => `${period} ${periodStart} ${value} ${verdict}`);
}

async function listed(...argv: readonly string[]): Promise<readonly string[]> {
  const { out } = await folder.sla('cases', '--as-of', '2026-12-31', '--format', 'csv', ...argv);
  const rows = parse(out, { columns: true }) as Record<string, string>[];
  return rows.map(({ lead, period }) => `${lead} ${period}`);
}

describe('the quarters of a year that starts in February', () => {
  const rows = [
    'FY2025-Q4 2025-10-31T23:00:00Z 1 no verdict',
    'FY2026-Q1 2026-01-31T23:00:00Z 2 met',
    'FY2026-Q2 2026-04-30T22:00:00Z 1 missed',
  ];

  it('are told by their days, as those of the calendar are', async () => {
    const said = async (path: string) => (await folder.sla('validate', path)).out;
    expect(await said('acme.sla.yaml')).toContain(
      'volume: by the quarter: FY2025-Q4 is from 1 November 2025 to 31 January 2026',
    );
    expect(await said('calendar')).toContain(
      'volume: by the quarter: Q1 2026 is from 1 January 2026 to 31 March 2026',
    );
  });

  it('are those of the firm', async () => {
    expect(await reported('acme.sla.yaml', '--from', '2026-01', '--to', '2026-06')).toEqual(rows);
  });

  it('are told from those of the calendar', async () => {
    expect(await reported('calendar/acme.sla.yaml', '--from', '2026-01', '--to', '2026-06')).toEqual([
      '2026-Q1 2025-12-31T23:00:00Z 2 met',
      '2026-Q2 2026-03-31T22:00:00Z 2 met',
    ]);
  });

  it('say from when to when a report goes', async () => {
    expect(await reported('acme.sla.yaml', '--from', 'FY2025-Q4', '--to', 'FY2026-Q2')).toEqual(rows);
    expect(await reported('acme.sla.yaml', '--from', 'FY2026-Q2', '--to', '2026-06')).toEqual(rows.slice(2));
    expect(await reported('acme.sla.yaml', '--from', 'FY2026', '--to', 'FY2026')).toHaveLength(4);
  });

  it('are named where cases are listed', async () => {
    expect(await listed('acme.sla.yaml', '--period', 'FY2026-Q1')).toEqual(['L1 FY2026-Q1', 'L2 FY2026-Q1']);
    expect(await listed('acme.sla.yaml', '--from', 'FY2026-Q1', '--to', 'FY2026-Q1')).toEqual([
      'L1 FY2026-Q1',
      'L2 FY2026-Q1',
    ]);
  });

  it('are told in the receipt of a lead', async () => {
    const { out } = await folder.sla('explain', 'L0', 'acme.sla.yaml', '--as-of', '2026-12-31');
    expect(out).toContain('FY2025-Q4');
  });

  it.each([
    [['cases', 'acme.sla.yaml', '--period', '2026-Q1'], 'the year of acme starts in february (year_starts)'],
    [
      ['cases', 'calendar/acme.sla.yaml', '--period', 'FY2026-Q1'],
      'write 2026-03, 2026-Q1, 2026-W10 or 2026',
    ],
    [
      ['report', 'calendar/acme.sla.yaml', '--from', 'FY2026-Q1'],
      '"FY2026-Q1" is a period of a year that starts in another month than January',
    ],
    [['report', 'acme.sla.yaml', '--from', 'FY2026-Q2', '--to', '2026-03'], 'comes after --to 2026-03'],
  ])('are refused where they can not be meant: %j', async (argv, says) => {
    const { status, out, err } = await folder.sla(...argv);
    expect(`${out}${err}`.replaceAll(/\s+/g, ' ')).toContain(says);
    expect(status).toBe(2);
  });
});
