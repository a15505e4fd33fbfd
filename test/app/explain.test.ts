import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';
import { strictSchema } from './strict-schema.ts';

const { describe, it } = inTurns();

// Two versions: three hours instead of four from June on. Deals hang on the lead by a field that is not its key.
const version = (name: string, effective: string, hours: number) =>
  agreementText({
    id: 'acme',
    title: 'Marketing and Sales agreement',
    version: name,
    status: 'active',
    effective,
    teams: `
  marketing: { title: Marketing }
  sales: { title: Sales }`,
    sponsor: 'Managing Director',
    calendars: `
  office:
    timezone: Europe/Paris
    week: { mon-fri: [09:00-12:00, 13:00-17:00] }
    holidays: [FR]
    closed: [2026-05-15]`,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    duplicates: latest
    modified: changed_at
    fields:
      id: { column: Lead }
      opportunity: { column: Opportunity }
      country: { column: Country }
      email: { column: E-mail, personal: true }
      phone: { column: Phone, personal: true }
      qualified_at: { column: Qualified, type: datetime, format: dd/MM/yyyy HH:mm }
      contacted_at: { column: Contacted, type: datetime, format: dd/MM/yyyy HH:mm }
      changed_at: { column: Changed, type: datetime, format: dd/MM/yyyy HH:mm }
    max_rejected: 50%
  deals:
    files: deals.csv
    joins: { reference: opportunity }
    timezone: Europe/Paris
    fields:
      reference: { column: Reference }
      won_at: { column: Won, type: date, format: dd/MM/yyyy }
  activities:
    files: activities.csv
    lead: lead_id
    timezone: Europe/Paris
    fields:
      lead_id: { column: Lead }
      at: { column: At, type: datetime, format: dd/MM/yyyy HH:mm }
      kind: { column: Kind }`,
    stages: `
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  won: { at: won_at }`,
    commitments: `
  - id: complete
    owed_by: marketing
    owed_to: sales
    promise: A lead comes with its phone number
    share: { of: { stage: qualified }, with: { phone: present } }
    target: ">= 90%"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: A lead is contacted within ${hours} business hours
    response: { from: qualified, to: contacted, within: ${hours} business hours, calendar: office }
    where: { country: [FR, BE] }
    target: ">= 90%"
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    promise: Two touches on distinct days
    attempts: { from: qualified, at_least: 2, distinct_days: true, within: 3 business days, calendar: office, touches: { kind: [call] } }
    target: ">= 90%"
  - id: closing
    owed_by: sales
    owed_to: marketing
    promise: A lead is won within 30 calendar days
    response: { from: qualified, to: won, within: 30 calendar days }
    target: ">= 10%"`,
    waivers: `
  - { leads: [W], commitment: first-contact, reason: Telephone outage, approved_by: [marketing, sales] }`,
  });

const LEADS = `Lead,Opportunity,Country,E-mail,Phone,Qualified,Contacted,Changed
L1,O-77,FR,a@x.example,+33 1,13/05/2026 15:00,18/05/2026 11:30,01/06/2026 10:00
OUT,,US,b@x.example,,13/05/2026 15:00,13/05/2026 16:00,01/06/2026 10:00
BAD,,FR,c@x.example,+33 2,31/02/2026 10:00,,01/06/2026 10:00
LONG,,FR,d@x.example,+33 2,01/05/2026 10:00,,01/06/2026 10:00,one cell too many
TWICE,,FR,e@x.example,+33 3,04/05/2026 09:00,04/05/2026 10:00,02/06/2026 10:00
TWICE,,FR,e@x.example,+33 3,04/05/2026 09:00,,05/05/2026 10:00
TWICE,,FR,e@x.example,+33 3,04/05/2026 09:00,04/05/2026 10:00,02/06/2026 10:00
BACK,,FR,f@x.example,+33 4,05/05/2026 09:00,04/05/2026 09:00,01/06/2026 10:00
W,,FR,g@x.example,+33 5,05/05/2026 09:00,,01/06/2026 10:00
O'Neil,,FR,h@x.example,+33 6,02/06/2026 09:00,,02/06/2026 10:00
EARLY,,FR,i@x.example,+33 7,05/01/2026 09:00,05/01/2026 10:00,02/06/2026 10:00
`;

const folder = folderWith({
  'one.sla.yaml': version('2026.1', '{ from: 2026-02-01, to: 2026-05-31 }', 4),
  'two.sla.yaml': version('2026.2', '{ from: 2026-06-01 }', 3),
  'leads.csv': LEADS,
  'deals.csv': 'Reference,Won\nO-77,02/06/2026\nL1,01/05/2026\n',
  'activities.csv': `Lead,At,Kind
L1,13/05/2026 14:59,call
L1,13/05/2026 15:30,call
L1,13/05/2026 23:30,call
L1,18/05/2026 08:00,mail
L1,20/05/2026 09:00,call
`,
});
afterAll(folder.remove);

const AS_OF = ['--as-of', '2026-06-02T12:00'];

interface Promised {
  readonly id: string;
  readonly version: string;
  readonly applies: boolean;
  readonly why: readonly string[];
  readonly state: string | null;
  readonly reason: string | null;
  readonly waiver: string | null;
  readonly clock: {
    readonly due: string | null;
    readonly elapsedSeconds: number | null;
    readonly stretches: readonly Record<string, unknown>[];
  } | null;
  readonly touches: readonly unknown[];
}

async function explained(lead: string, ...more: string[]) {
  const { status, out, err } = await folder.sla('explain', lead, ...AS_OF, '--format', 'json', ...more);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const [receipt] = JSON.parse(out).results;
  const promises = receipt.promises as readonly Promised[];
  return {
    rows: receipt.rows as readonly {
      source: string;
      line: number;
      outcome: string;
      cells: Record<string, string>;
    }[],
    of: (id: string, version = '2026.1') =>
      promises.find((each) => each.id === id && each.version === version) as Promised,
  };
}

describe('the receipt of a lead', () => {
  it('can be checked with a calendar in hand', async () => {
    const { status, out } = await folder.sla('explain', 'L1', 'one.sla.yaml', 'two.sla.yaml', ...AS_OF);
    expect(status).toBe(0);
    const from = out.indexOf('first contact: ');
    expect(out.slice(from, out.indexOf('\n\nfollow up'))).toBe(`first contact: ✗ breached
  A lead is contacted within 4 business hours
  version 2026.1, belongs to 2026-05, one.sla.yaml:61
  the lead has reached "qualified"
  in scope: country is FR or BE ("Country" is "FR")
  started Wednesday 13 May 2026, 15:00  qualified, column "Qualified"
  limit   4 business hours, calendar office
  due     Monday 18 May 2026, 11:00
  stopped Monday 18 May 2026, 11:30  contacted, column "Contacted"
  took    4 h 30 min of business time, 30 min too late

  Wed 2026-05-13 15:00 - 17:00                 +    2 h  =        2 h  open
  Wed 2026-05-13 17:00 - 24:00                                         closed
  Thu 2026-05-14 00:00 - 24:00                                         holiday: Ascension Day
  Fri 2026-05-15 00:00 - 24:00                                         closure
  Sat 2026-05-16 00:00 - Mon 2026-05-18 00:00                          weekend
  Mon 2026-05-18 00:00 - 09:00                                         closed
  Mon 2026-05-18 09:00 - 11:00                 +    2 h  =        4 h  open
  --- due Monday 18 May 2026, 11:00
  Mon 2026-05-18 11:00 - 11:30                 + 30 min  = 4 h 30 min  open
  --- contacted Monday 18 May 2026, 11:30`);
  });

  it('counts the open days of a limit in business days, and says which touch did not count', async () => {
    const { out } = await folder.sla('explain', 'L1', ...AS_OF);
    const from = out.indexOf('follow up: ');
    expect(out.slice(from, out.indexOf('\n\nclosing'))).toContain(`  limit   3 business days, calendar office
  due     Wednesday 20 May 2026, 17:00

  Wed 2026-05-13                            the day of the start does not count
  Thu 2026-05-14                            holiday: Ascension Day
  Fri 2026-05-15                            closure
  Sat 2026-05-16 - Sun 2026-05-17           weekend
  Mon 2026-05-18                   = day 1  open
  Tue 2026-05-19                   = day 2  open
  Wed 2026-05-20                   = day 3  open
  --- due Wednesday 20 May 2026, 17:00

  touches 2 of 2 owed
     -  Wed 2026-05-13 14:59  before the start
     1  Wed 2026-05-13 15:30
     -  Wed 2026-05-13 23:30  on the same day as another
     2  Wed 2026-05-20 09:00`);
  });

  it('has every stretch in JSON, one after the other, with the running total', async () => {
    const { of } = await explained('L1');
    const stretches = of('first-contact').clock?.stretches ?? [];
    expect(stretches).toHaveLength(8);
    expect(stretches.at(-1)).toEqual({
      from: '2026-05-18T09:00:00Z',
      to: '2026-05-18T09:30:00Z',
      counted: true,
      reason: 'open',
      name: null,
      totalSeconds: 16_200,
    });
    for (const [i, next] of stretches.slice(1).entries()) expect(next.from).toBe(stretches[i]?.to);
    expect(of('first-contact').clock?.elapsedSeconds).toBe(16_200);
  });

  it('finds the joined row by the field that it joins, not by the key of the lead', async () => {
    const { rows, of } = await explained('L1');
    expect(rows.filter(({ source }) => source === 'deals')).toMatchObject([
      { line: 2, outcome: 'judged', cells: { reference: 'O-77', won_at: '02/06/2026' } },
    ]);
    // Thirty dates after 13 May 15:00 is 12 June: the deal of 2 June is known only after as-of.
    expect(of('closing')).toMatchObject({ applies: true });
  });

  it('names the condition that failed, and the cell', async () => {
    const { of } = await explained('OUT');
    expect(of('first-contact')).toMatchObject({
      applies: false,
      state: 'excluded',
      reason: 'out-of-scope',
      why: ['out of scope, as it does not hold that country is FR or BE ("Country" is "US")'],
      clock: null,
    });
    // The phone number is personal: that it is blank is all that may be said, and the sentence says it.
    expect(of('complete')).toMatchObject({
      state: 'breached',
      why: ['the lead has reached "qualified"', 'it does not hold that phone is filled in'],
    });
  });

  it('names the cell and the line of a lead whose only row was rejected', async () => {
    const { rows, of } = await explained('BAD');
    expect(rows).toMatchObject([
      { source: 'leads', line: 4, outcome: 'rejected: not a date in column "Qualified", "31/02/2026 10:00"' },
    ]);
    expect(of('first-contact')).toMatchObject({ applies: false, why: ['none of its rows could be judged'] });
  });

  it('finds a lead on a line with a cell too many', async () => {
    const { rows } = await explained('LONG');
    expect(rows).toMatchObject([{ line: 5, outcome: 'rejected: too many cells' }]);
  });

  it('tells which of several rows stands', async () => {
    const { rows, of } = await explained('TWICE');
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [6, 'judged'],
      [7, 'superseded duplicate'],
      [8, 'identical duplicate'],
    ]);
    expect(of('first-contact')).toMatchObject({ state: 'met' });
  });

  it('says in words why nothing can be told', async () => {
    const { of } = await explained('BACK');
    const { state, reason, why } = of('first-contact');
    expect([state, reason, why.at(-1)]).toEqual([
      'unknown',
      'stop-before-start',
      '"contacted" comes before "qualified"',
    ]);
  });

  it('shows a waiver with its approvers and its line, beside the clock that it excuses', async () => {
    const { of } = await explained('W');
    expect(of('first-contact')).toMatchObject({ state: 'excluded', reason: 'waived' });
    expect(of('first-contact').waiver).toMatch(
      /^Telephone outage \(approved by Marketing and Sales, one\.sla\.yaml:\d+\)$/,
    );
    expect(of('first-contact').clock?.due).toBe('2026-05-05T12:00:00Z');
  });

  it('judges by the version in force at the start, whatever is in the key', async () => {
    const { of } = await explained("O'Neil");
    expect(of('first-contact', '2026.2')).toMatchObject({
      state: 'pending',
      clock: { due: '2026-06-02T10:00:00Z' },
    });
    expect(of('first-contact', '2026.1')).toMatchObject({
      applies: false,
      why: ['version 2026.1 was not in force when it started'],
    });
  });

  it('says that no version was in force', async () => {
    const { of } = await explained('EARLY');
    expect(of('first-contact')).toMatchObject({ applies: false, state: 'excluded', reason: 'no-version' });
  });

  it('keeps personal cells to itself unless asked for', async () => {
    const quiet = await folder.sla('explain', 'L1', ...AS_OF);
    expect(quiet.out).not.toContain('a@x.example');
    const { rows } = await explained('L1', '--personal');
    expect(rows[0]?.cells.email).toBe('a@x.example');
  });

  it.each([
    ['of a judged lead', 'L1', 0],
    ['of a rejected one', 'BAD', 0],
    ['of one that nobody knows', 'L9', 2],
  ])('is JSON as the published schema says, %s', async (_, lead, expected) => {
    const { status, out } = await folder.sla('explain', lead, ...AS_OF, '--format', 'json');
    expect(status).toBe(expected);
    const valid = strictSchema('receipt');
    expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
  });

  it('takes a date without a time for any time of that day', async () => {
    const { out } = await folder.sla('explain', 'L1', '--as-of', '2026-06-20');
    expect(out).toContain(`limit   30 calendar days
  due     Friday 12 June 2026, 15:00
  stopped Tuesday 2 June 2026, some time that day  won, column "Won"`);
  });

  it('of a lead that nobody knows is none', async () => {
    const { status, out, err } = await folder.sla('explain', 'L9');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('No row of the exports has the key "L9"');
  });
});

it('says where the clocks changed, so that the hours still add up', async () => {
  const night = folderWith({
    'a.sla.yaml': version('1', '{ from: 2026-01-01 }', 24).replace(
      'week: { mon-fri: [09:00-12:00, 13:00-17:00] }',
      'week: { mon-sun: [00:00-24:00] }',
    ),
    'leads.csv': `${LEADS.split('\n')[0]}\nN,,FR,,,28/03/2026 12:00,29/03/2026 13:00,29/03/2026 13:00\n`,
    'deals.csv': 'Reference,Won\nO-1,01/04/2026\n',
    'activities.csv': 'Lead,At,Kind\nN,28/03/2026 13:00,call\n',
  });
  const { out } = await night.sla('explain', 'N');
  night.remove();
  expect(out).toContain(`  due     Sunday 29 March 2026, 13:00
  stopped Sunday 29 March 2026, 13:00  contacted, column "Contacted"
  took    24 h of business time

  Sat 2026-03-28 12:00 - Sun 2026-03-29 13:00  + 24 h  = 24 h  open, the clocks went forward 1 h
  --- due Sunday 29 March 2026, 13:00`);
});

it('claims no start of a clock that has none', async () => {
  const stray = folderWith({
    'a.sla.yaml': version('1', '{ from: 2026-01-01 }', 4),
    'leads.csv': `${LEADS.split('\n')[0]}\nS,,FR,,,,29/04/2026 13:00,29/04/2026 13:00\n`,
    'deals.csv': 'Reference,Won\nO-1,01/04/2026\n',
    'activities.csv': 'Lead,At,Kind\nS,28/03/2026 13:00,call\n',
  });
  const { out } = await stray.sla('explain', 'S', '--format', 'json');
  stray.remove();
  const [receipt] = JSON.parse(out).results;
  const line = receipt.promises.find(({ id }: { readonly id: string }) => id === 'first-contact');
  expect(line).toMatchObject({
    state: 'unknown',
    reason: 'no-start',
    why: [
      'in scope: country is FR or BE ("Country" is "FR")',
      '"contacted" has a date and "qualified" has none, so that no clock could start',
    ],
  });
});
