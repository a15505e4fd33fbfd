import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/change/compare.ts';
import { reset, speak } from '../../src/messages/index.ts';
import { edited, version } from './agreements.ts';

/** An agreement that says something in every section. */
const BASE = edited(
  [
    '  activities:\n',
    `  deals:
    files: deals.csv
    timezone: Europe/Paris
    joins: { Lead: id }
    one_per_lead: { first: won_at, prefer: { state: won } }
    fields: { won_at: { column: won, type: date, format: iso }, state: { column: state, values: [won, lost] } }
  tickets:
    files: tickets.csv
    timezone: Europe/Paris
    key: number
    fields: { number: number, opened_at: { column: opened, type: date, format: iso }, due_on: { column: due, type: date, format: iso }, solved_at: { column: solved, type: date, format: iso } }
  requests: { files: requests.csv, key: number, timezone: Europe/Paris, fields: { number: number } }
  history:
    files: history.csv
    timezone: Europe/Paris
    belongs_to: { tickets: Ticket }
    fields: { from_at: { column: from, type: date, format: iso }, to_at: { column: to, type: date, format: iso } }
  activities:
`,
  ],
  [
    '  answered: {',
    '  won: { at: won_at }\n  opened: { at: opened_at }\n  solved: { at: solved_at }\n  answered: {',
  ],
  [
    'profile:\n',
    `funnel: [qualified, contacted, won]
review: { every: 90 calendar days }
closing: { after: 10 business days, calendar: office, cases: hashed }
plan: { from: customers, rates: { contacted: 90%, won: 17% }, capacity: { calendar: office, people: 5, hours: 2, touches: 3, minutes: 12 } }
experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter, reserve: 15% }, lesson_within: 10 business days, calendar: office }
disputes: { files: disputes/*.yaml, settled_by: [sponsor], within: 10 business days, calendar: office }
views: { board: { for: [sponsor], leads: none, by: [country] } }
priorities: [customers, answers]
profile:
`,
  ],
  [
    'objectives:\n',
    `  - id: solved
    owed_by: sales
    owed_to: marketing
    response: { from: opened, to: solved, within: 30 hours, pause: { source: history, from: from_at, to: to_at, at_most: 72 hours } }
    target: ">= 90%"
objectives:
  - id: customers
    shared_by: [marketing, sales]
    count: { stage: won }
    target: ">= 10 per month"
    parts:
      - { id: near, owed_by: sales, where: { country: FR }, target: ">= 6 per month" }
      - { id: far, owed_by: marketing, target: ">= 4 per month" }
`,
  ],
);

/** What each edit is told as, in French. */
const EDITS: readonly (readonly [what: string, from: string, to: string, told: readonly string[] | null])[] =
  [
    ['an assumed rate', 'won: 17%', 'won: 20%', ['taux de « won » : 17% -> 20%']],
    ['people', 'people: 5', 'people: 6', ['personnes : 5 -> 6']],
    [
      'no capacity',
      ', capacity: { calendar: office, people: 5, hours: 2, touches: 3, minutes: 12 }',
      '',
      [
        'calendrier des jours ouvrés : office -> aucun',
        'personnes : 5 -> aucun',
        'heures de chaque personne par jour ouvré : 2 -> aucun',
        'contacts par lead : 3 -> aucun',
        'minutes par contact : 12 -> aucun',
      ],
    ],
    [
      'the plan',
      'plan: { from: customers, rates: { contacted: 90%, won: 17% }',
      'plan: { from: customers, average: 70',
      null,
    ],
    ['the envelope', 'limit: 12000 EUR', 'limit: 15000 EUR', ['budget des expériences : 12000 -> 15000']],
    [
      'the reserve',
      'reserve: 15%',
      'reserve: 20%',
      ['part que les expériences prévues laissent libre : 15% -> 20%'],
    ],
    ['time for a lesson', 'lesson_within: 10', 'lesson_within: 5', null],
    [
      'who settles',
      'settled_by: [sponsor]',
      'settled_by: [sales]',
      ['qui tranche une contestation : - le parrain', 'qui tranche une contestation : + sales'],
    ],
    [
      'time to settle',
      'within: 10 business days, calendar: office }\nviews',
      'within: 5 business days, calendar: office }\nviews',
      null,
    ],
    [
      'whom a view is for',
      'board: { for: [sponsor]',
      'board: { for: [sales]',
      ['à qui s’adresse « board » : - le parrain', 'à qui s’adresse « board » : + sales'],
    ],
    ['the leads of a view', 'leads: none', 'leads: ids', ['leads dans « board » : none -> ids']],
    ['another view', 'views: {', 'views: { team: { for: [sales] },', null],
    ['the closing', 'cases: hashed', 'cases: none', null],
    ['the review', 'every: 90 calendar days', 'every: 60 calendar days', null],
    [
      'priorities',
      'priorities: [customers, answers]',
      'priorities: [answers, customers]',
      ['dans un autre ordre ou en un autre nombre'],
    ],
    [
      'the funnel',
      'funnel: [qualified, contacted, won]',
      'funnel: [qualified, contacted, answered, won]',
      null,
    ],
    [
      'which deal counts',
      'one_per_lead: { first: won_at',
      'one_per_lead: { latest: won_at',
      ['`one_per_lead.order` : first -> latest'],
    ],
    ['any deal counts', '    one_per_lead: { first: won_at, prefer: { state: won } }\n', '', null],
    ['agreed words', 'values: [won, lost]', 'values: [won]', ['`values` : - lost']],
    ['no words', ', values: [won, lost]', '', null],
    ['the link', 'belongs_to: { tickets: Ticket }', 'belongs_to: { tickets: No }', null],
    ['whose rows lead', 'joins: { Lead: id }', 'joins: { Lead: phone }', ['`joins` : id -> phone']],
    [
      'a limit in the row',
      'within: 30 hours, pause: { source: history, from: from_at, to: to_at, at_most: 72 hours }',
      'by: due_on',
      null,
    ],
    ['a part', 'id: near, owed_by: sales', 'id: near, owed_by: marketing', null],
    ['the target of a part', '">= 6 per month"', '">= 5 per month"', null],
    ['an end of a pause', 'to_at: { column: to,', 'to_at: { column: until,', null],
    [
      'columns of a text',
      'timezone: Europe/Paris\n    key: number',
      'csv: { delimiter: ";", skip: 2 }\n    timezone: Europe/Paris\n    key: number',
      null,
    ],
    ['a season', 'week: { mon-sun: [08:00-20:00] }', 'week: { mon-sat: [08:00-20:00] }', null],
  ];

const but = (from: string, to: string): string => {
  if (!BASE.includes(from)) throw new Error(`The agreement does not say ${from}`);
  return BASE.replace(from, to);
};

describe('what differs, in French', () => {
  beforeAll(() => speak('fr', { firm: true }));
  afterAll(reset);

  it.each(EDITS)('%s', async (_, from, to, told) => {
    const changes = compareVersions(await version(BASE), await version(but(from, to)));
    const details = changes.flatMap((change) => change.details ?? []);
    if (told !== null) expect(details.map(plain)).toEqual(expect.arrayContaining([...told]));
    expect(changes.length).toBeGreaterThan(0);
    for (const line of details) {
      // No key but between backticks, where it is what somebody types; the hours of a day are named by theirs.
      const name = plain(line)
        .replace(/`[^`]*`|"[^"]*"/g, '')
        .replace(/^week\.\w+/, '');
      const [told = ''] = name.split(' : ').length > 1 ? name.split(' : ') : [''];
      expect(told, line).not.toMatch(/[._]|[a-z][A-Z]/);
      expect(line, 'JSON').not.toMatch(/\{"|\["/);
    }
  });
});

/** No-break spaces are spaces to whoever compares. */
const plain = (line: string): string => line.replace(/[\u00a0\u202f]/g, ' ');
