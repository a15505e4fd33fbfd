import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Acme',
  effective: '{ from: 2026-03-01 }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      do_not_contact: { column: opted_out, type: boolean }
      qualified: { column: qualified, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
  stages: '{ qualified: { at: qualified }, contacted: { at: contacted } }',
  commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 hours }
    target: ">= 90%"
    min_cases: 1`,
  waivers: `
  - where: { do_not_contact: true }
    between: 2026-03-01..2026-03-20
    commitment: contact
    reason: They asked not to be called
    approved_by: [marketing, sales]`,
});

/** B and C were late: B may not be called, C's cell is blank; D came after the days of the waiver; E was kept. */
const LEADS = `id,opted_out,qualified,contacted
A,no,2026-03-10T09:00,2026-03-10T10:00
B,yes,2026-03-10T09:00,2026-03-11T10:00
C,,2026-03-10T09:00,2026-03-11T10:00
D,yes,2026-03-21T09:00,2026-03-22T10:00
E,yes,2026-03-10T09:00,2026-03-10T10:00
`;

const here = folderWith({ 'acme.sla.yaml': AGREEMENT, 'leads.csv': LEADS });
afterAll(here.remove);

const sla = (...argv: readonly string[]) => here.sla(...argv, '--as-of', '2026-03-31');

describe('a waiver by a condition', () => {
  it('excuses what was not kept of the leads that meet it on its days, and shows both numbers', async () => {
    const { out } = await sla('report', '--format', 'json');
    const { results, waivers } = JSON.parse(out);
    expect(results[0].counts).toEqual({ met: 2, breached: 2, pending: 0, excluded: 1, unknown: 0 });
    expect(results[0].attainment).toBe(0.5);
    expect(results[0].extras.attainmentBeforeWaivers).toBe(0.4);
    expect(waivers).toMatchObject([{ where: 'do not contact is yes', leads: null, cases: 1 }]);
  });

  it('is told with its condition and its days, in both languages', async () => {
    const { out } = await sla('report');
    expect(out).toContain(
      'contact, do not contact is yes, from 2026-03-01 to 2026-03-20: They asked not to be called',
    );
    expect(out).toContain('1 case excused');
    expect(out).toContain('contact, 2026-03: 50.0% with waivers, 40.0% without');
    const french = await sla('report', '--lang', 'fr');
    expect(french.out.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('contact, « opted_out » est oui,');
  });

  it('is named by the receipt of a lead that it excuses, and of no other', async () => {
    expect((await sla('explain', 'B')).out).toContain('They asked not to be called');
    for (const lead of ['C', 'D', 'E'])
      expect((await sla('explain', lead)).out).not.toContain('They asked not to be called');
  });
});
