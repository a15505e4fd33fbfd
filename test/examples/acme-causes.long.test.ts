import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { strictSchema } from '../app/strict-schema.ts';
import {
  AS_OF,
  days,
  dueAfterMinutes,
  inProfile,
  type Lead,
  leads,
  minuteOf,
  monthOf,
  SECOND,
  size,
} from './acme-oracle.ts';
import { root } from './sla.ts';

/** What marketing promises of the hand-over: an hour, as sales has three. */
const HAND_OVER = `
  - id: hand-over
    owed_by: marketing
    owed_to: sales
    promise: A lead has its salesperson within 1 business hour
    response: { from: qualified, to: assigned, within: 1 business hour, calendar: office }
    target: ">= 90%"
`;

const acme = join(root, 'examples/acme');
const withHandOver = (name: string) =>
  readFileSync(join(acme, name), 'utf8').replace('\ncommitments:', `\ncommitments:${HAND_OVER}`);

const here = folderWith({
  'acme-2026-1.sla.yaml': withHandOver('acme-2026-1.sla.yaml'),
  'acme-2026-2.sla.yaml': withHandOver('acme-2026-2.sla.yaml'),
});
for (const folder of ['exports', 'records', 'minutes'])
  cpSync(join(acme, folder), join(here.cwd, folder), { recursive: true });
afterAll(() => here.remove());

const isLate = (stop: number | null, due: number): boolean => (stop ?? AS_OF) > due;

/** The minute at which marketing had broken each of its promises about a lead; null where it did not. */
function brokenByMarketing(lead: Lead): readonly (readonly [id: string, at: number])[] {
  const start = lead.qualified ?? 0;
  const { Téléphone, Société, Origine } = lead.row;
  const due = dueAfterMinutes(start, 60);
  return [
    ...(isLate(minuteOf(lead.row['Attribué le'] ?? '') ?? null, due) ? [['hand-over', due] as const] : []),
    ...([Téléphone, Société, Origine].includes('') ? [['complete-records', start] as const] : []),
  ];
}

/** First contacts that sales broke, by month, and of each month the first cause of each. */
function lateContacts(): Map<string, (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  for (const lead of leads) {
    const { qualified, contacted } = lead;
    if (qualified === null || qualified > AS_OF || !inProfile(lead)) continue;
    const hours = size(lead) >= 500 ? 1 : qualified < SECOND ? 4 : 3;
    const due = dueAfterMinutes(qualified, hours * 60);
    if ((contacted !== null && contacted < qualified) || !isLate(contacted, due)) continue;
    if (days('2026-05-21', '2026-05-22', qualified)) continue;
    // Waived by name in the first version.
    if (qualified < SECOND && ['ACM-00704', 'ACM-00761'].includes(lead.row.Identifiant ?? '')) continue;
    const [cause = null] = brokenByMarketing(lead).flatMap(([id, at]) => (at <= due ? [id] : []));
    found.set(monthOf(qualified), [...(found.get(monthOf(qualified)) ?? []), cause]);
  }
  return found;
}

/** The second version is in force from the middle of April. */
const versionsIn = (month: string): readonly string[] => [
  ...(month <= '2026-04' ? ['2026.1'] : []),
  ...(month >= '2026-04' ? ['2026.2'] : []),
];

interface Told {
  readonly id: string;
  readonly period: string;
  readonly breached: number;
  readonly causes: readonly { readonly id: string; readonly owedBy: string; readonly cases: number }[];
}

describe('causes on the other side', () => {
  it('are those that a loop over the rows finds, each late lead under one', async () => {
    const { out } = await here.sla('report', '--format', 'json');
    const document = JSON.parse(out);
    const validate = strictSchema('report');
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const told = (document.causes as readonly Told[]).filter(({ id }) => id === 'first-contact');
    const expected = [...lateContacts()].sort().flatMap(([period, causes]) => {
      const own = ['hand-over', 'complete-records'].flatMap((id) => {
        const cases = causes.filter((each) => each === id).length;
        return cases === 0 ? [] : [{ id, owedBy: 'marketing', cases, excuses: false }];
      });
      return own.length === 0
        ? []
        : [
            {
              ...{ agreement: 'acme', id: 'first-contact', period, versions: versionsIn(period) },
              ...{ breached: causes.length, causes: own },
            },
          ];
    });
    expect(told).toEqual(expected);
    // Of the thirteen of May three were handed over late.
    expect(told.find(({ period }) => period === '2026-05')).toMatchObject({
      breached: 13,
      causes: [{ id: 'hand-over', cases: 3 }],
    });
    // No verdict moves: what is told excuses nobody.
    const may = document.results.find(
      (each: Told) => each.id === 'first-contact' && each.period === '2026-05',
    );
    expect(may.counts.breached).toBe(13);
  });

  it('are told in the receipt of a lead, in the report and on the page, in both languages', async () => {
    const { out: list } = await here.sla(
      ...[
        'cases',
        '--commitment',
        'first-contact',
        '--state',
        'breached',
        '--period',
        '2026-05',
        '--format',
        'json',
      ],
    );
    const late = new Set(JSON.parse(list).results.map(({ lead }: { lead: string }) => lead));
    const one = leads.find((lead) => {
      const [first] = brokenByMarketing(lead);
      return (
        late.has(lead.row.Identifiant) &&
        first?.[0] === 'hand-over' &&
        first[1] <= dueAfterMinutes(lead.qualified ?? 0, 180)
      );
    });
    const key = one?.row.Identifiant ?? '';
    const { out } = await here.sla('explain', key);
    expect(out).toContain('by then Marketing had broken "hand over" about this lead, on ');
    const { out: json } = await here.sla('explain', key, '--format', 'json');
    const validate = strictSchema('receipt');
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
    const { out: french } = await here.sla('report', '--lang', 'fr', '--from', '2026-05', '--to', '2026-05');
    expect(french.replace(/\s+/gu, ' ')).toContain(
      'first contact, mai 2026 : avant 3 des 13 non tenues, Marketing avait rompu une promesse sur les mêmes leads : hand over 3',
    );
    const { out: page } = await here.sla(
      'report',
      '--format',
      'html',
      '--from',
      '2026-05',
      '--to',
      '2026-05',
    );
    expect(page).toContain(
      'efore 3 of 13 broken, Marketing had broken a promise about the same leads: hand over 3',
    );
  });
});
