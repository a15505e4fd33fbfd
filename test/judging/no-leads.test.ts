import { expect } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** Nothing here is about leads: sales asks, marketing answers, and both meet. */
const agreement = (
  more: { readonly sources?: string; readonly waivers?: string; readonly profile?: string } = {},
) =>
  agreementText({
    id: 'care',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  requests:
    files: requests.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      about: about
      raised_at: { column: raised, type: datetime, format: iso }
      answered_at: { column: answered, type: datetime, format: iso }${more.sources ?? ''}`,
    stages: '{ raised: { at: raised_at }, answered: { at: answered_at } }',
    commitments: `
  - id: listening
    owed_by: marketing
    owed_to: sales
    response: { from: raised, to: answered, within: 2 business days, calendar: office }
    target: ">= 80%"
  - { id: meetings, owed_by: sales, owed_to: marketing, occurrence: { records: meetings.csv, at: date }, target: ">= 1 per month" }`,
    ...(more.waivers === undefined ? {} : { waivers: more.waivers }),
    ...(more.profile === undefined ? {} : { profile: more.profile }),
  });

const exports = {
  requests: `id,about,raised,answered
R1,price,2026-03-02 10:00,2026-03-04 17:00
R2,guide,2026-03-02 10:00,2026-03-04 17:01
R3,guide,2026-03-10 10:00,
`,
  meetings: 'date\n2026-03-09\n',
};

describe('an agreement without leads', () => {
  it('is judged as it is with leads, the ledger has no leads, and the rows tell the present', async () => {
    const report = await reportOf(agreement(), exports);
    expect(report.result('listening', '2026-03').counts).toMatchObject({ met: 1, breached: 1, pending: 1 });
    expect(report.result('meetings', '2026-03').value).toBe(1);
    expect(report.asOf).toBe(Date.parse('2026-03-10T09:00:00Z') * 1000);
    expect(Object.keys(report.ledgers).sort()).toEqual(['meetings.csv', 'requests']);
    const leads = 'id,created\nA,2026-03-01\n';
    const withLeads = agreement({
      sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, created: { column: created, type: datetime, format: iso } }`,
    });
    expect(await casesOf(agreement(), exports)).toEqual(await casesOf(withLeads, { ...exports, leads }));
  });

  it('a waiver names rows by their keys, as of any population', async () => {
    const waivers = `
  - { leads: [R2], commitment: listening, reason: Ill, approved_by: [marketing, sales] }`;
    const cases = await casesOf(agreement({ waivers }), exports);
    expect(cases['R2 listening']).toMatchObject({ state: 'excluded', reason: 'waived' });
  });

  it('exports of leads, and sources that look for a lead, are refused and not left out', async () => {
    expect(await refusalOf(agreement(), exports, { leads: ['leads.csv'] })).toEqual(['wrong-option']);
    expect(await refusalOf(agreement(), exports, { by: ['owner'] })).toEqual(['wrong-option']);
    const calls = `
  calls: { files: calls.csv, lead: lead, timezone: Europe/Paris, fields: { at: { column: at, type: datetime, format: iso } } }`;
    const deals = `
  deals: { files: deals.csv, joins: { lead: id }, timezone: Europe/Paris, fields: { amount: { column: a, type: decimal } } }`;
    for (const sources of [calls, deals]) {
      const read = await readAgreement('/a.sla.yaml', 'a.sla.yaml', agreement({ sources }));
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
        { rule: 'source-link', message: expect.stringContaining('has no leads') },
      ]);
    }
  });

  it('a profile and a waiver by condition name fields that nobody has', async () => {
    const waivers = `
  - { where: { country: FR }, commitment: listening, reason: Ill, approved_by: [marketing, sales] }`;
    for (const more of [{ profile: '{ must: { country: FR } }' }, { waivers }]) {
      const read = await readAgreement('/a.sla.yaml', 'a.sla.yaml', agreement(more));
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
        { rule: 'unknown-field', message: 'There is no field "country"' },
      ]);
    }
  });
});
