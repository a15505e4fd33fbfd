import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (within: string, to = ''): string =>
  agreementText({
    id: 'late',
    title: 'An office that closes',
    effective: `{ from: 2025-01-01${to} }`,
    calendars: `
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] }, closed: [2026-03-12..2199-12-31] }`,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, called: { at: called } }',
    commitments: `
  - id: call
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: called, within: ${within}, calendar: office }
    target: ">= 50%"`,
  });

const leads = (last: string): string =>
  `id,created,called\nL1,2026-03-02 09:00,2026-03-02 10:00\nL2,${last},\n`;

async function judged(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  afterAll(folder.remove);
  return await folder.sla('check', '--format', 'json');
}

describe('a calendar that closes for good', () => {
  it.each(['4 business hours', '2 business days'])(
    'is refused where a limit of %s that a case started would never be over',
    async (within) => {
      const { status, out } = await judged({
        'late.sla.yaml': agreement(within),
        'leads.csv': leads('2026-03-11 15:00'),
      });
      expect(status).toBe(2);
      const [finding] = JSON.parse(out).findings;
      expect(finding).toMatchObject({
        rule: 'no-due',
        file: 'late.sla.yaml',
        start: { line: 10, column: 3 },
      });
      expect(finding.message).toContain('"office" closes for good');
    },
  );

  it.each(['4 business hours', '2 business days'])(
    'judges where each limit of %s is over before',
    async (within) => {
      const { status, out } = await judged({
        'late.sla.yaml': agreement(within),
        'leads.csv': leads('2026-03-09 10:00'),
      });
      expect(status).toBe(0);
      expect(JSON.parse(out).results[0].counts).toMatchObject({ met: 1, pending: 1 });
    },
  );

  it('judges where the version that has it was in force before alone', async () => {
    const next = agreement('2 business days')
      .replace('version: "1"', 'version: "2"')
      .replace('2025-01-01', '2026-03-10')
      .replace(', closed: [2026-03-12..2199-12-31]', '');
    const { status, out } = await judged({
      'late.sla.yaml': agreement('2 business days', ', to: 2026-03-09'),
      'next.sla.yaml': next,
      'leads.csv': leads('2026-03-11 15:00'),
    });
    expect(status).toBe(0);
    expect(JSON.parse(out).results[0].counts).toMatchObject({ met: 1, pending: 1 });
  });
});
