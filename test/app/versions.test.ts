import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const version = (name: string, effective: string, within: string) =>
  agreementText({
    id: 'versions',
    title: 'Versions',
    version: name,
    effective,
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, contacted: { at: contacted } }',
    commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: ${within} }
    target: ">= 50%"`,
    waivers: `
  - { between: 2026-02-02..2026-02-02, reason: Stocktaking, approved_by: [marketing, sales] }`,
  });

const BUSINESS = '2 business hours, calendar: office';
const LEADS = {
  leads: `id,created,contacted
A,2026-02-02 09:00,2026-02-02 12:00
B,2026-03-10 09:00,2026-03-10 10:00
C,2026-03-11 09:00,2026-03-11 12:00
`,
};

describe('a month of two versions', () => {
  it('gives the percentiles of a month over both versions that judged it', async () => {
    const { result } = await reportOf(
      [version('old', '{ to: 2026-03-10 }', BUSINESS), version('new', '{ from: 2026-03-11 }', BUSINESS)],
      LEADS,
    );
    expect(result('contact', '2026-03').percentiles).toEqual({
      p50: 3600,
      p90: 10_800,
      p95: 10_800,
      businessTime: true,
    });
  });

  it('gives none where one version counts business time and the other wall time', async () => {
    const { result } = await reportOf(
      [version('old', '{ to: 2026-03-10 }', BUSINESS), version('new', '{ from: 2026-03-11 }', '2 hours')],
      LEADS,
    );
    expect(result('contact', '2026-03').percentiles).toBeNull();
  });

  it('does not call a waiver of another month useless', async () => {
    const old = version('old', '{ to: 2026-03-10 }', BUSINESS);
    const only = { from: '2026-03', to: '2026-03' };
    const { findings, waivers } = await reportOf(old, LEADS, only);
    expect(waivers).toMatchObject([{ reason: 'Stocktaking', cases: 0 }]);
    expect(findings.filter(({ rule }) => rule === 'waiver-without-cases')).toEqual([]);
  });

  it('warns of a waiver that matches no case of any month', async () => {
    const old = version('old', '{ to: 2026-03-10 }', BUSINESS).replaceAll('2026-02-02', '2026-02-03');
    const { findings } = await reportOf(old, LEADS);
    expect(findings.map(({ rule }) => rule)).toEqual(['waiver-without-cases']);
  });

  it('counts what is due after the end of its version in its period, under the version that judges it', async () => {
    const day = '2 business days, calendar: office';
    const byDue = (text: string) => text.replace('target: ', 'book_by: due\n    target: ');
    const { result, results } = await reportOf(
      [
        byDue(version('old', '{ to: 2026-02-28 }', day)),
        byDue(version('new', '{ from: 2026-03-01 }', day).replace('>= 50%', '>= 60%')),
      ],
      {
        leads: `id,created,contacted
A,2026-02-27 09:00,
B,2026-03-10 09:00,2026-03-10 10:00
`,
      },
    );
    const march = results.filter(({ period }) => period.label === '2026-03');
    expect(march.map(({ versions, counts }) => [versions, counts.met, counts.breached])).toEqual([
      [['old'], 0, 1],
      [['new'], 1, 0],
    ]);
    expect(result('contact', '2026-02').counts).toMatchObject({ met: 0, breached: 0 });
  });

  it('says which months a report leaves out, and how to see them', async () => {
    const { leftOut } = await reportOf(
      version('old', '{ from: 2021-01-01 }', BUSINESS),
      {
        leads:
          'id,created,contacted\nA,2021-01-04 09:00,2021-01-04 10:00\nB,2026-03-10 09:00,2026-03-10 10:00\n',
      },
      { asOf: '2026-03-31' },
    );
    expect(leftOut).toEqual({ first: '2021-01', shown: '2025-04' });
  });
});
