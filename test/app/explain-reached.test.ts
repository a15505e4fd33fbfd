import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const folder = folderWith({
  'acme.sla.yaml': agreementText({
    id: 'acme',
    title: 'Marketing and Sales agreement',
    status: 'active',
    effective: '{ from: 2026-01-01 }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead
      status: Status
      created_at: { column: Created, type: date, format: dd/MM/yyyy }
      met_at: { column: Met, type: date, format: dd/MM/yyyy }
      won_at: { column: Won, type: date, format: dd/MM/yyyy }`,
    stages: `
  created: { at: created_at }
  met: { at: met_at }
  won: { at: won_at, when: { status: Closed Won } }`,
    commitments: `
  - id: meetings
    owed_by: sales
    owed_to: marketing
    promise: Half of the leads are met
    share: { of: { stage: created }, reaches: met }
    target: ">= 50%"
  - id: customers
    owed_by: sales
    owed_to: marketing
    promise: A third of the leads become customers
    share: { of: { stage: created }, reaches: won }
    target: ">= 33%"`,
  }),
  'leads.csv': `Lead,Status,Created,Met,Won
WON,Closed Won,02/03/2026,03/03/2026,10/03/2026
OPEN,Qualification,02/03/2026,,10/03/2026
NEW,Qualification,02/03/2026,,
`,
});
afterAll(folder.remove);

async function why(lead: string): Promise<Record<string, readonly string[]>> {
  const { out } = await folder.sla('explain', lead, '--as-of', '2026-04-01', '--format', 'json');
  const promises = JSON.parse(out).results[0].promises as readonly { id: string; why: readonly string[] }[];
  return Object.fromEntries(promises.map(({ id, why }) => [id, why]));
}

describe('why a stage is reached', () => {
  it('a receipt says why a lead has, or has not, reached the stage that a share asks for', async () => {
    const created = 'the lead has reached "created"';
    expect(await why('WON')).toEqual({
      meetings: [created, 'the lead has reached "met"'],
      customers: [created, 'the lead has reached "won"'],
    });
    expect(await why('OPEN')).toEqual({
      meetings: [created, 'the lead has not reached "met": "Met" is blank'],
      customers: [created, 'the lead has not reached "won", which asks that status is Closed Won'],
    });
    expect(await why('NEW')).toEqual({
      meetings: [created, 'the lead has not reached "met": "Met" is blank'],
      customers: [created, 'the lead has not reached "won": "Won" is blank'],
    });
  });

  it('in French too', async () => {
    const { out } = await folder.sla('explain', 'OPEN', '--as-of', '2026-04-01', '--lang', 'fr');
    const text = out.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('le lead n’a pas atteint « met » : « Met » est vide');
    expect(text).toContain('le lead n’a pas atteint « won », qui suppose : « Status » est Closed Won');
    const { err } = await folder.sla('explain', 'OPEN', '--as-of', 'hier', '--lang', 'fr');
    expect(err.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('--as-of : « hier » n’est pas un instant');
  });

  it('a date that is still ahead of as-of has not been reached', async () => {
    const { out } = await folder.sla('explain', 'WON', '--as-of', '2026-03-02T12:00', '--format', 'json');
    const meetings = JSON.parse(out).results[0].promises[0];
    expect([meetings.state, meetings.why.at(-1)]).toEqual([
      'breached',
      'the lead had not reached "met" by as-of',
    ]);
  });
});
