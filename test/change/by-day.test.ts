import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/calendar/day.ts';
import { changesBetween, verdictOf, versionsOf } from './pass.ts';

const folder = new URL('../../examples/acme/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** Until 14 April 4 hours and 97 %, from the 15th 3 hours and 98 %. */
const OLD = textOf('acme-2026-1.sla.yaml');
const NEW = textOf('acme-2026-2.sla.yaml');
const [OLD_DAYS, NEW_DAYS] = [
  'effective: { from: 2026-01-01, to: 2026-04-14 }',
  'effective: { from: 2026-04-15 }',
];

/** A text with other days, and perhaps other words. */
function dated(text: string, days: string, ...others: readonly (readonly [string, string])[]): string {
  const all = [[/^effective: .*$/m, days] as const, ...others];
  return all.reduce((made, [from, to]) => {
    if (made.search(from) < 0) throw new Error(`acme does not say ${String(from)}`);
    return made.replace(from, to);
  }, text);
}

/** The day on which the gate is asked. */
const TODAY = dayOf(2026, 7, 5) ?? 0;
const AHEAD = ['effective: { from: 2026-04-15, to: 2026-12-31 }', 'effective: { from: 2027-01-01 }'] as const;

const EVERYBODY = 'marketing, sales, sponsor';

/** Versions after the edit, in place of the two, on 5 July. */
const EDITS: readonly (readonly [string, readonly string[], string])[] = [
  ['the same two', [OLD, NEW], 'nothing'],
  [
    'dates that two versions swap',
    [dated(NEW, OLD_DAYS), dated(OLD, NEW_DAYS)],
    `open, tightened, weakened by ${EVERYBODY}`,
  ],
  [
    'the old version, brought back for all days',
    [dated(OLD, 'effective: { from: 2026-01-01 }')],
    `open, tightened, weakened by ${EVERYBODY}`,
  ],
  [
    'a later start of the second',
    [OLD, dated(NEW, 'effective: { from: 2026-06-01 }')],
    `open, weakened by ${EVERYBODY}`,
  ],
  [
    'a second that never starts',
    [OLD, dated(NEW, 'effective: { from: 2099-01-01 }')],
    `open, weakened by ${EVERYBODY}`,
  ],
  [
    'a first that lasts longer',
    [
      dated(OLD, 'effective: { from: 2026-01-01, to: 2026-05-31 }'),
      dated(NEW, 'effective: { from: 2026-06-01 }'),
    ],
    `open, tightened, weakened by ${EVERYBODY}`,
  ],
  ['the first gone', [NEW], `open, weakened by ${EVERYBODY}`],
  ['the second gone', [OLD], `open, weakened by ${EVERYBODY}`],
  ['both gone', [], 'removed by marketing, sales'],
  [
    'a first that begins earlier',
    [dated(OLD, 'effective: { from: 2025-01-01, to: 2026-04-14 }'), NEW],
    `open, tightened by ${EVERYBODY}`,
  ],
  [
    'an end ahead',
    [OLD, dated(NEW, 'effective: { from: 2026-04-15, to: 2026-12-31 }')],
    'weakened by marketing, sales',
  ],
  [
    'a third version ahead, of the same terms',
    [OLD, dated(NEW, AHEAD[0]), dated(NEW, AHEAD[1])],
    'editorial',
  ],
  [
    'a third version ahead, weaker',
    [OLD, dated(NEW, AHEAD[0]), dated(OLD, AHEAD[1])],
    'open, tightened, weakened by marketing, sales',
  ],
  [
    'a third version ahead, with an emptier export',
    [OLD, dated(NEW, AHEAD[0]), dated(NEW, AHEAD[1], ['exports/leads.csv', 'exports/some.csv'])],
    'open by marketing, sales',
  ],
  [
    'a third version ahead, a draft',
    [OLD, dated(NEW, AHEAD[0]), dated(NEW, AHEAD[1], ['status: active', 'status: draft'])],
    'removed by marketing, sales',
  ],
  [
    'a gap of a week that is past',
    [dated(OLD, 'effective: { from: 2026-01-01, to: 2026-04-07 }'), NEW],
    `open, weakened by ${EVERYBODY}`,
  ],
  [
    'words of the first, whose months are closed',
    [dated(OLD, OLD_DAYS, ['promise: 120 qualified', 'promise: So many qualified']), NEW],
    'editorial',
  ],
  [
    'a limit of the first, whose months are closed',
    [dated(OLD, OLD_DAYS, ['within: 4 business hours', 'within: 8 business hours']), NEW],
    `open, weakened by ${EVERYBODY}`,
  ],
  [
    'a tighter limit of the first, whose months are closed',
    [dated(OLD, OLD_DAYS, ['within: 4 business hours', 'within: 2 business hours']), NEW],
    `open, tightened by ${EVERYBODY}`,
  ],
];

describe('versions, by the day', () => {
  it.each(EDITS)('%s', async (_, after, expected) => {
    const changes = changesBetween(await versionsOf(OLD, NEW), await versionsOf(...after), TODAY);
    expect(verdictOf(changes)).toBe(expected);
  });

  it('names the months that are judged anew', async () => {
    const later = await versionsOf(OLD, dated(NEW, 'effective: { from: 2026-06-01 }'));
    const changes = changesBetween(await versionsOf(OLD, NEW), later, TODAY);
    expect(changes.map(({ rule, details = [] }) => [rule, ...details])).toEqual([
      ['effective.from'],
      ['effective.days', 'no promise holds any more: 2026-04-15..2026-05-31'],
      ['past', 're-judges 2026-04 to 2026-05, closed'],
    ]);
  });

  it('weakens nothing that is past on another day: the value of what re-judges it stays the same', async () => {
    const [before, after] = [await versionsOf(OLD, NEW), await versionsOf(NEW)];
    const on = (today: number) => changesBetween(before, after, today).find(({ rule }) => rule === 'past');
    expect(on(TODAY)).toMatchObject({ to: on(TODAY + 40)?.to, bound: on(TODAY + 40)?.bound });
  });
});
