import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** An agreement that holds each concept once: what both teams promise beside leads that are called in time. */
const agreement = (version: string, answered = '10 business days') =>
  agreementText({
    id: 'sketch',
    title: 'What both teams promise',
    version: version,
    effective: `{ ${version === '1' ? 'from: 2026-01-01, to: 2026-03-31' : 'from: 2026-04-01'} }`,
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Identifiant
      source: { column: Origine, values: [Site web, Salon, Webinaire] }
      reason: { column: Motif, values: [Hors cible, Pas de budget] }
      decision: Décision
      amount: { column: Montant, type: decimal }
      qualified_at: { column: Qualifié le, type: datetime, format: iso }
      assigned_at: { column: Attribué le, type: datetime, format: iso }
      contacted_at: { column: Contacté le, type: datetime, format: iso }
      decided_at: { column: Décidé le, type: datetime, format: iso }
      won_at: { column: Gagné le, type: date, format: iso }
  activities:
    files: activities.csv
    lead: Lead
    fields: { at: { column: Date, type: datetime, format: iso }, kind: Type }
  requests:
    files: records/requests.yaml
    key: id
    fields:
      id: id
      raised_at: { column: raised, type: date, format: iso }
      answered_at: { column: answered, type: date, format: iso }
      about: about
  actions:
    files: records/actions.yaml
    key: id
    fields:
      id: id
      owner: owner
      decided_on: { column: decided, type: date, format: iso }
      due_on: { column: due, type: date, format: iso }
      done_on: { column: done, type: date, format: iso }
  milestones:
    files: records/milestones.yaml
    key: id
    fields:
      id: id
      of: of
      step_due: { column: due, type: date, format: iso }
      step_done: { column: done, type: date, format: iso }`,
    stages: `
  qualified: { at: qualified_at }
  assigned: { at: assigned_at }
  contacted: { at: contacted_at }
  accepted: { at: decided_at, when: { decision: Accepté }, title: Accepted by sales }
  refused: { at: decided_at, when: { decision: Refusé, reason: present } }
  won: { at: won_at }
  raised: { at: raised_at }
  answered_request: { at: answered_at }
  decided: { at: decided_on }
  done: { at: done_on }`,
    objectives: `
  - id: sourced
    title: Marketing brings 40 % of the new revenue
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-05-12, by: [marketing, sales], minutes: minutes/2026-05-12.md }
    share: { of: { stage: won }, with: { source: [Site web, Webinaire] }, weigh: { field: amount, unit: EUR } }
    target: ">= 40%"
  - id: influenced
    title: Half of the new revenue saw a webinar before
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-05-12, by: [marketing, sales], minutes: minutes/2026-05-12.md }
    share:
      of: { stage: won }
      with: { touched: { source: activities, where: { kind: Webinaire }, before: won } }
      weigh: { field: amount, unit: EUR }
    target: ">= 50%"
  - id: swiss-campaign
    title: One Swiss campaign, built together
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-05-12, by: [marketing, sales], minutes: minutes/2026-05-12.md }
    steps: { source: milestones, where: { of: swiss-campaign }, by: step_due, done: step_done }`,
    commitments: `
  - id: hand-over
    owed_by: marketing
    owed_to: sales
    response: { from: qualified, to: assigned, within: 1 business hour, calendar: office }
    target: ">= 90%"
  - id: even-flow
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: "<= 15 per day"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    excused_by: [hand-over, even-flow]
    response: { from: qualified, to: contacted, within: 2 business hours, calendar: office }
    target: ">= 90%"
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: { every: ">= 3 per month", 2026-05: ">= 1" }
  - id: listening
    owed_by: marketing
    owed_to: sales
    promise: What sales asks for is answered in time
    response: { from: raised, to: answered_request, within: ${answered}, calendar: office }
    target: ">= 80%"
  - id: meeting-actions
    owed_by: marketing
    owed_to: sales
    promise: What a meeting decides is done by its date
    response: { from: decided, to: done, by: due_on }
    target: ">= 80%"
  - id: feedback
    owed_by: sales
    owed_to: marketing
    share: { of: { stage: qualified }, reaches: refused }
    target: "<= 50%"
  - id: meetings
    owed_by: sales
    owed_to: marketing
    occurrence: { records: records/meetings.csv, at: date, with: { minutes: { exists: true } } }
    target: ">= 1 per month"`,
    more: `why: Sales has two people more
decided_by: [marketing, sales, sponsor]
funnel: [qualified, contacted, accepted, won]
priorities: [sourced, influenced, swiss-campaign]
`,
  });

const FILES = {
  'v1.sla.yaml': agreement('1'),
  'v2.sla.yaml': agreement('2', '5 business days'),
  'leads.csv': `Identifiant,Origine,Motif,Décision,Montant,Qualifié le,Attribué le,Contacté le,Décidé le,Gagné le
L1,Webinaire,,Accepté,3000,2026-05-04 09:00,2026-05-04 09:30,2026-05-04 10:00,2026-05-05 09:00,2026-05-20
L2,Salon,,Accepté,1000,2026-05-04 09:00,2026-05-04 11:30,2026-05-04 12:00,2026-05-05 09:00,2026-05-20
L3,Salon,Hors cible,Refusé,,2026-05-06 09:00,2026-05-06 09:30,2026-05-06 12:00,2026-05-07 09:00,
L4,Saloon,Pas de temps,Refusé,,2026-05-07 09:00,2026-05-07 09:30,2026-05-07 10:00,2026-05-08 09:00,
L5,Site web,,,,2026-06-01 09:00,,,,
`,
  'activities.csv': `Lead,Date,Type
L1,2026-05-10 18:00,Webinaire
L2,2026-05-20 18:00,Webinaire
L3,2026-05-10 18:00,Webinaire
`,
  'records/requests.yaml': `- { id: R1, raised: 2026-05-04, answered: 2026-05-08, about: offer }
- { id: R2, raised: 2026-05-04, answered: 2026-05-20, about: offer }
`,
  'records/actions.yaml': `- { id: A1, owner: Zoé, decided: 2026-05-12, due: 2026-05-20, done: 2026-05-20 }
- { id: A2, owner: Luc, decided: 2026-05-12, due: 2026-05-20, done: 2026-05-21 }
- { id: A3, owner: Luc, decided: 2026-05-12, due: 2026-07-01, done: }
`,
  'records/milestones.yaml': `- { id: S1, of: swiss-campaign, due: 2026-05-12, done: 2026-05-12 }
- { id: S2, of: swiss-campaign, due: 2026-05-20, done: 2026-05-22 }
- { id: S3, of: swiss-campaign, due: 2026-05-28, done: }
- { id: S4, of: swiss-campaign, due: 2026-07-10, done: }
`,
  'records/meetings.csv': 'date,minutes\n2026-05-12,minutes/2026-05-12.md\n2026-05-26,minutes/gone.md\n',
  'minutes/2026-05-12.md': '# Minutes\n',
};

const here = folderWith(FILES);
afterAll(() => here.remove());

interface Told {
  readonly id: string;
  readonly period: string;
  readonly attainment: number | null;
  readonly value: number | null;
  readonly verdict: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly by: Readonly<Record<string, string>> | null;
}

async function may(...more: readonly string[]): Promise<readonly Told[]> {
  const { out } = await here.sla(
    'report',
    '--period',
    'month',
    '--from',
    '2026-05',
    '--to',
    '2026-05',
    '--format',
    'json',
    ...more,
  );
  const { agreements } = JSON.parse(out) as { agreements?: readonly { results: readonly Told[] }[] };
  const results =
    agreements?.flatMap((one) => one.results) ?? (JSON.parse(out) as { results: Told[] }).results;
  return results.filter(({ period }) => period === '2026-05');
}

describe('an agreement that holds every concept', () => {
  it('is valid, but for evidence and words that are not there', async () => {
    const { status, out, err } = await here.sla('validate', '--fail-on', 'error');
    expect(status, out + err).toBe(0);
  });

  it('is judged section by section', async () => {
    const whole = Object.fromEntries((await may()).map((one) => [one.id, one]));
    expect(whole).toMatchObject({
      sourced: { attainment: 3000 / 4000 },
      // L2 was there on the very day on which it was won.
      influenced: { attainment: 1 },
      // One of the three steps of May is late, and one of July is ahead.
      'swiss-campaign': { counts: { met: 2, breached: 1 }, verdict: 'open', outlook: 'at risk' },
      'hand-over': { counts: { met: 3, breached: 1 } },
      // L2 was handed over late, and is no fault of sales; L3 is.
      'first-contact': { counts: { met: 2, breached: 1, excluded: 1 }, reasons: { excused: 1 } },
      volume: { value: 4, verdict: 'met' },
      // From 4 May, five business days end on the 11th at 17:00, and a date is a whole day.
      listening: { counts: { met: 1, breached: 1 } },
      'meeting-actions': { counts: { met: 1, breached: 1, pending: 1 } },
      feedback: { attainment: 0.5 },
      meetings: { value: 1, verdict: 'met' },
    });
  });

  it('says which words nobody agreed on, which evidence is not there, and which leads count twice', async () => {
    const { out, err } = await here.sla('report', '--from', '2026-05', '--to', '2026-05');
    const said = (out + err).replaceAll(/\s+/g, ' ');
    expect(said).toContain('"Saloon"');
    expect(said).toContain('"Pas de temps"');
    expect(said).toContain('minutes/gone.md');
    expect(said).toContain('saw a webinar before: 1 lead counts in both');
  });

  it('cuts what has an owner by the owner', async () => {
    const parts = (await may('--by', 'owner')).filter(({ by }) => by !== null);
    expect(parts.map(({ id, by, counts }) => [id, by?.owner, counts.met, counts.breached])).toEqual([
      ['meeting-actions', 'Luc', 0, 1],
      ['meeting-actions', 'Zoé', 1, 0],
    ]);
  });

  it.each(
    oneIn(3, [
      ['L2', 'no later than “won”', 'au plus tard à « won »'],
      ['R2', 'listening: ✗ breached', 'listening : ✗ manqué'],
      ['A2', 'meeting actions: ✗ breached', 'meeting actions : ✗ manqué'],
      [
        'S3',
        'One Swiss campaign, built together: ✗ breached',
        'One Swiss campaign, built together : ✗ manqué',
      ],
      ['S2', 'it was done: "done" is "2026-05-22"', 'c’est fait : « done » vaut « 2026-05-22 »'],
    ]),
  )('explains %s in both languages', async (row, english, french) => {
    const flat = async (lang: string) =>
      (await here.sla('explain', row, '--lang', lang)).out.replaceAll(/\s+/g, ' ');
    expect(await flat('en')).toContain(english);
    expect(await flat('fr')).toContain(french);
  });

  it('is compared with the version before, by what it tightens', async () => {
    const { out } = await here.sla('diff', 'v1.sla.yaml', 'v2.sla.yaml');
    expect(out).toContain('listening');
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/10 business days.*5 business days/);
  });

  it('tells how far the campaign is, and what goes first, in both languages', async () => {
    const flat = async (...argv: string[]) => (await here.sla(...argv)).out.replaceAll(/\s+/g, ' ');
    expect(await flat('check')).toContain(
      'One Swiss campaign, built together: 2 of 4 done, 1 of them late, 1 not done in time, next: S4',
    );
    expect(await flat('check', '--lang', 'fr')).toContain('faites : 2 sur 4, dont 1 en retard');
    expect(await flat('show', 'v2.sla.yaml')).toContain('the one that stands first here decides: O1');
    expect(await flat('show', 'v2.sla.yaml', '--lang', 'fr')).toContain(
      'vient en premier ici l’emporte : O1',
    );
  });

  it('is printed in both languages, with what was influenced and when it was drawn up', async () => {
    const flat = async (lang: string) =>
      (await here.sla('show', 'v2.sla.yaml', '--lang', lang)).out.replaceAll(/\s+/g, ' ');
    expect(await flat('en')).toContain(
      'there is a row in activities, no later than “won”, where kind is Webinaire',
    );
    expect(await flat('fr')).toContain('il y a une ligne dans activities, au plus tard à « won »');
  });
});
