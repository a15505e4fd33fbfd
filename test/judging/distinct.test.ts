import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = ({
  version = '1',
  distinct = 'owner',
  effective = '{ from: 2026-01-01 }',
  more = '',
} = {}) =>
  agreementText({
    id: 'distinct',
    title: 'Distinct',
    version,
    effective,
    timezone: 'UTC',
    calendars: '{ office: { timezone: UTC, week: { mon-sun: [00:00-24:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      owner: owner
      team: team
      size: { column: size, type: integer }
      won: { column: won, type: datetime, format: iso }
      paid: { column: paid, type: boolean }`,
    stages: '{ won: { at: won, when: { paid: true } } }',
    commitments: `
  - id: closers
    owed_by: sales
    owed_to: marketing
    count: { stage: won, distinct: ${distinct} }
    target: ">= 3 per quarter"
    ${more}`,
  });

const wins = (...rows: readonly string[]) => ({
  leads: `id,owner,team,size,won,paid\n${rows.map((row, i) => `W${i + 1},${row}`).join('\n')}\n`,
});

const ROWS = wins(
  'Ana,East,10,2026-01-05 09:00,yes',
  'Ana,West,010,2026-02-05 09:00,yes',
  '"Ana ",East,20,2026-03-05 09:00,yes',
  'ana,East,20,2026-03-06 09:00,yes',
  ',West,,2026-03-07 09:00,yes',
  'Zoé,West,30,2026-03-08 09:00,yes',
);

const quarter = { asOf: '2026-04-30' };

describe('different values', () => {
  it('are counted once each, blank ones never', async () => {
    // Ana (three times), ana, Zoé; one case of nobody.
    const { result } = await reportOf(agreement(), ROWS, quarter);
    expect(result('closers', '2026-Q1')).toMatchObject({ value: 3, verdict: 'met', counts: { met: 6 } });
  });

  it('are one where texts read alike, and where numbers are equal', async () => {
    // "Zoé" composed, and with an accent of its own.
    const texts = wins('Zo\u00e9,,,2026-01-05 09:00,yes', 'Zoe\u0301,,,2026-01-06 09:00,yes');
    expect((await reportOf(agreement(), texts, quarter)).result('closers', '2026-Q1')).toMatchObject({
      value: 1,
      verdict: 'missed',
    });
    const { result } = await reportOf(agreement({ distinct: 'size' }), ROWS, quarter);
    expect(result('closers', '2026-Q1')).toMatchObject({ value: 3 });
  });

  it('of two parts are told for each, and no share of the whole', async () => {
    const { results } = await reportOf(agreement(), ROWS, { ...quarter, by: ['team'] });
    const parts = results.filter(({ by, period }) => by !== null && period.label === '2026-Q1');
    expect(parts.map(({ by, value, extras }) => [by?.team, value, extras.shareOfWhole])).toEqual([
      ['East', 2, null],
      ['West', 2, null],
    ]);
  });

  it('are those of all versions that judge a period', async () => {
    const versions = [
      agreement({ effective: '{ from: 2026-01-01, to: 2026-02-28 }' }),
      agreement({ version: '2', effective: '{ from: 2026-03-01 }' }),
    ];
    const { result } = await reportOf(versions, ROWS, quarter);
    expect(result('closers', '2026-Q1')).toMatchObject({ versions: ['1', '2'], value: 3 });
  });

  it('have no pace', async () => {
    const { result } = await reportOf(agreement(), ROWS, { asOf: '2026-03-09' });
    expect(result('closers', '2026-Q1')).toMatchObject({ value: 3, pace: null });
  });

  it('may be more by every case that nothing dates', async () => {
    const rows = wins('Ana,,,2026-01-05 09:00,yes', 'Bob,,,2026-01-05 09:00,yes', 'Zoé,,,,yes');
    const { result } = await reportOf(agreement({ more: 'max_unknown: 0%' }), rows, quarter);
    expect(result('closers', '2026-Q1')).toMatchObject({ value: 2, verdict: 'no verdict' });
  });
});

it('says in a receipt for whom a case counts, and for nobody where the cell is blank', async () => {
  const folder = folderWith({ 'a.sla.yaml': agreement(), 'leads.csv': ROWS.leads });
  try {
    expect((await folder.sla('explain', 'W6')).out).toContain('it counts for "owner": "Zoé"');
    expect((await folder.sla('explain', 'W5')).out).toContain('it counts for nobody: "owner" is blank');
  } finally {
    folder.remove();
  }
});
