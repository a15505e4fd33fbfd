import { beforeAll, describe, expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import {
  AS_OF,
  days,
  dueAfterDays,
  dueAfterMinutes,
  inProfile,
  isoDay,
  type Lead,
  leads,
  monthOf,
  SECOND,
  size,
  touchesOf,
} from './acme-oracle.ts';
import { report, sla } from './sla.ts';

interface Proposal {
  readonly basis: string;
  readonly text: string;
  readonly held: { readonly in: number; readonly of: number };
  readonly keptMore: number;
  readonly owedMore: number | null;
}

interface Promised {
  readonly id: string;
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly held: Proposal['held'];
  readonly periods: readonly {
    readonly period: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly reached: number | null;
    readonly verdict: string;
    readonly used: boolean;
  }[];
  readonly targets: readonly Proposal[];
  readonly parts: readonly {
    readonly segment: string | null;
    readonly term: string;
    readonly rows: readonly {
      readonly text: string;
      readonly now: boolean;
      readonly held: Proposal['held'];
      readonly keptMore: number;
      readonly periods: readonly {
        readonly period: string;
        readonly counts: Readonly<Record<string, number>>;
        readonly rate: number | null;
      }[];
    }[];
    readonly proposals: readonly Proposal[];
  }[];
}

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
const SPAN = ['--from', '2026-01', '--to', '2026-05'];

let promises: readonly Promised[];

beforeAll(async () => {
  const { status, stdout } = await sla('calibrate', 'examples/acme', '--format', 'json', ...SPAN);
  expect(status).toBe(0);
  const document = JSON.parse(stdout);
  const validate = strictSchema('calibration');
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  promises = document.results[0].promises;
});

const promiseOf = (id: string): Promised => promises.find((each) => each.id === id) as Promised;

/** Leads in profile of a month, by the size of their firms. */
const firstContacts = (month: string, isLarge: boolean) =>
  leads.filter(
    (lead) =>
      lead.qualified !== null &&
      lead.qualified <= AS_OF &&
      monthOf(lead.qualified) === month &&
      inProfile(lead) &&
      size(lead) >= 500 === isLarge &&
      (lead.contacted === null || lead.contacted >= lead.qualified),
  );

/** Those that the waiver excuses are no cases, but those that were kept all the same. */
const casesWithin = (month: string, isLarge: boolean, minutes: number): number =>
  firstContacts(month, isLarge).filter(
    (lead) => isKept(lead, minutes) || !days('2026-05-21', '2026-05-22', lead.qualified ?? 0),
  ).length;

/** By minutes of the second version's office, whenever the lead came. */
const isKept = ({ qualified, contacted }: Lead, minutes: number): boolean =>
  qualified !== null && contacted !== null && contacted <= dueAfterMinutes(qualified, minutes, SECOND);

const keptWithin = (month: string, isLarge: boolean, minutes: number): number =>
  firstContacts(month, isLarge).filter((lead) => isKept(lead, minutes)).length;

describe('the calibration of acme', () => {
  it('has in the row of today what the report has, to the case', async () => {
    const { results } = await report('examples/acme', ...SPAN, '--as-if', '2026.2');
    for (const { id, periods, parts } of promises) {
      const own = results.filter((each) => each.id === id);
      expect(
        periods.map(({ period, counts, reached, verdict }) => ({ period, counts, reached, verdict })),
      ).toEqual(
        own.map(({ period, counts, value, attainment, verdict }) => ({
          ...{ period, counts, verdict },
          reached: value ?? attainment,
        })),
      );
      // Each term alone has all cases of the promise: its own, and those of the segments that say it.
      for (const term of new Set(parts.map((part) => part.term)))
        for (const [i, { counts }] of periods.entries())
          for (const state of ['met', 'breached', 'pending']) {
            const today = parts.map((part) =>
              part.term === term ? (part.rows.find(({ now }) => now)?.periods[i]?.counts[state] ?? 0) : 0,
            );
            expect(
              today.reduce((a, b) => a + b, 0),
              `${id} ${term} ${i} ${state}`,
            ).toBe(counts[state]);
          }
    }
  });

  it('varies both terms of attempts, and keeps with each what a loop over the touches counts', () => {
    const { parts } = promiseOf('follow-up');
    expect(parts.map(({ segment, term }) => [segment, term])).toEqual([
      [null, 'at_least'],
      [null, 'within'],
    ]);
    const [tries, limits] = parts;
    for (const { text, periods } of tries?.rows ?? [])
      expect(
        periods.map(({ counts }) => counts.met),
        `at least ${text}`,
      ).toEqual(MONTHS.map((month) => triedIn(month, Number(text), 5)));
    const days = (limits?.rows ?? []).filter(({ text }) => Number.parseInt(text, 10) <= 15);
    expect(days.map(({ text }) => Number.parseInt(text, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15]);
    for (const { text, periods, keptMore } of days) {
      const kept = (days: number) => MONTHS.map((month) => triedIn(month, 3, days));
      const within = kept(Number.parseInt(text, 10));
      expect(
        periods.map(({ counts }) => counts.met),
        `within ${text}`,
      ).toEqual(within);
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
      expect(keptMore, text).toBe(sum(within) - sum(kept(5)));
    }
  });

  it('tells leads of each kind by themselves, and kinds of few leads together, as loops over them do', async () => {
    const cut = ['--by', 'country', '--by', 'job_title'];
    const asked = ['--commitment', 'follow-up', ...cut, '--format', 'json', ...SPAN];
    const { status, stdout } = await sla('calibrate', 'examples/acme', ...asked);
    expect(status).toBe(0);
    const [whole, ...groups]: readonly Promised[] = JSON.parse(stdout).results[0].promises;
    expect(whole).toEqual(promiseOf('follow-up'));
    const kindOf = ({ row }: Lead): string => `${row.Pays} ${row.Fonction}`;
    const all = MONTHS.flatMap(triedLeads);
    const kinds = [...new Set(all.map(kindOf))].sort();
    const few = kinds.filter((kind) => all.filter((lead) => kindOf(lead) === kind).length < 10);
    expect(few.length).toBeGreaterThan(3);
    const nameOf = ({ by }: Promised) => `${by?.country ?? ''} ${by?.job_title ?? ''}`;
    const isFolded = (name: string): boolean => name.startsWith('(');
    expect(
      groups
        .map(nameOf)
        .filter((name) => !isFolded(name))
        .sort(),
    ).toEqual(kinds.filter((kind) => !few.includes(kind)));
    for (const group of groups) {
      const kind = nameOf(group);
      const isOf = (lead: Lead): boolean =>
        isFolded(kind) ? few.includes(kindOf(lead)) : kindOf(lead) === kind;
      for (const { term, rows } of group.parts)
        for (const { text, periods } of rows.filter((row) => Number.parseInt(row.text, 10) <= 8)) {
          const n = Number.parseInt(text, 10);
          const [tries, within] = term === 'at_least' ? [n, 5] : [3, n];
          expect(
            periods.map(({ counts }) => counts.met),
            `${kind} ${term} ${text}`,
          ).toEqual(MONTHS.map((month) => triedIn(month, tries, within, isOf)));
        }
      // From fewer than ten leads of a month nothing is learned.
      for (const { period, counts, used } of group.periods)
        expect(used, `${kind} ${period}`).toBe((counts.met ?? 0) + (counts.breached ?? 0) >= 10);
    }
    expect((await sla('calibrate', 'examples/acme', '--by', 'phone')).stdout).toContain('is personal');
  });

  it('keeps within each limit what a loop over the minutes of the office counts, segment by segment', () => {
    const { parts } = promiseOf('first-contact');
    expect(parts.map(({ segment }) => segment)).toEqual([null, 'enterprise']);
    for (const { segment, rows } of parts) {
      for (const { text, periods } of rows) {
        const [n = '', , unit = ''] = text.split(' ');
        const minutes = Number(n) * (unit.startsWith('hour') ? 60 : 1);
        if (minutes > 8 * 60) continue;
        expect(
          periods.map(({ counts }) => counts.met),
          `${segment} ${text}`,
        ).toEqual(MONTHS.map((month) => keptWithin(month, segment !== null, minutes)));
      }
    }
  });

  it('proposes the strictest limit that so many months kept, and tells its price', () => {
    const [others] = promiseOf('first-contact').parts;
    const held = (minutes: number) =>
      MONTHS.filter((month) => keptWithin(month, false, minutes) / casesWithin(month, false, minutes) >= 0.9)
        .length;
    expect([3, 4, 6].map((hours) => held(hours * 60))).toEqual([2, 3, 5]);
    const all = (minutes: number) =>
      MONTHS.reduce((sum, month) => sum + keptWithin(month, false, minutes), 0);
    expect(others?.proposals.slice(0, 3)).toEqual([
      {
        basis: 'every-period',
        text: '6 business hours',
        value: null,
        now: false,
        held: { in: 5, of: 5 },
        keptMore: all(360) - all(180),
        owedMore: 0,
      },
      {
        basis: 'four-of-five',
        text: '6 business hours',
        value: null,
        now: false,
        held: { in: 5, of: 5 },
        keptMore: all(360) - all(180),
        owedMore: 0,
      },
      {
        basis: 'step-up',
        text: '4 business hours',
        value: null,
        now: false,
        held: { in: 3, of: 5 },
        keptMore: all(240) - all(180),
        owedMore: 0,
      },
    ]);
  });

  it('never keeps fewer within a longer limit, and never more with more tries', () => {
    for (const { id, parts } of promises)
      for (const { rows } of parts) {
        const kept = rows.map(({ periods }) => periods.map(({ counts }) => counts.met ?? 0));
        for (const [i, row] of kept.entries())
          for (const [j, n] of row.entries())
            expect(n, `${id} ${i}`).toBeGreaterThanOrEqual(kept[i - 1]?.[j] ?? 0);
      }
  });

  it('proposes a number of leads from the months that an independent count finds', () => {
    const counts = MONTHS.map((month) => firstContactsAndWaived(month));
    expect(promiseOf('qualified-volume').periods.map(({ reached }) => reached)).toEqual(counts);
    const sorted = [...counts].sort((a, b) => a - b);
    const [every, most] = promiseOf('qualified-volume').targets;
    // 76 is 75, 103 is 100.
    expect(sorted.slice(0, 2)).toEqual([76, 103]);
    expect(every).toMatchObject({ text: '>= 75 per month', owedMore: (75 - 120) * 5 });
    expect(most).toMatchObject({
      text: '>= 100 per month',
      owedMore: (100 - 120) * 5,
      held: { in: 4, of: 5 },
    });
  });

  it('prints a difference that changes limits alone, in both languages alike', async () => {
    const asked = ['calibrate', 'examples/acme', ...SPAN, '--commitment', 'first-contact', '--print-diff'];
    const { status, stdout } = await sla(...asked);
    expect(status).toBe(0);
    const changed = stdout.split('\n').filter((line) => /^[-+] /.test(line));
    expect(changed.map((line) => line.replace(/^([-+]).*within: ([^,}]*?)[ ,}].*$/, '$1 $2'))).toHaveLength(
      2,
    );
    expect(changed[0]?.replace('3 business hours', '6 business hours').slice(1)).toBe(changed[1]?.slice(1));
    expect((await sla(...asked, '--lang', 'fr')).stdout).toBe(stdout);
    const step = await sla(...asked, '--basis', 'step-up');
    expect(step.stdout).toContain(
      '+      - { id: enterprise, where: { company_size: ">= 500" }, within: 30 business minutes }',
    );
    const tries = await sla(
      'calibrate',
      'examples/acme',
      ...SPAN,
      '--commitment',
      'follow-up',
      '--print-diff',
    );
    expect(tries.stdout.split('\n').filter((line) => /^[-+] /.test(line))).toEqual([
      '-      at_least: 3',
      '+      at_least: 1',
    ]);
    expect((await sla('calibrate', 'examples/acme', '--basis', 'step-up')).status).toBe(2);
    expect((await sla('calibrate', 'examples/acme', '--commitment', 'first-contract')).status).toBe(2);
  });
});

const TOUCHES = ['Appel', 'Courriel', 'Réunion'];

/** Leads of a month: each is owed to be tried. */
const triedLeads = (month: string): readonly Lead[] =>
  leads.filter(({ qualified }) => qualified !== null && qualified <= AS_OF && monthOf(qualified) === month);

/** The minutes of its touches by people. */
const touchedAt = new Map(leads.map((lead) => [lead, touchesOf(lead, TOUCHES)]));

/** How many leads of a month had so many days with a touch in so many business days, or replied in these. */
const triedIn = (month: string, tries: number, within: number, isOf = (_: Lead): boolean => true): number =>
  triedLeads(month)
    .filter(isOf)
    .filter((lead) => {
      const start = lead.qualified ?? 0;
      const due = dueAfterDays(start, within, SECOND);
      const inside = (touchedAt.get(lead) ?? []).filter((at) => at >= start && at <= due);
      const replied = lead.replied !== null && lead.replied >= start && lead.replied <= due;
      return replied || new Set(inside.map(isoDay)).size >= tries;
    }).length;

/** Leads in profile of a month, whoever waited for what. */
const firstContactsAndWaived = (month: string): number =>
  leads.filter(
    (lead) =>
      lead.qualified !== null &&
      lead.qualified <= AS_OF &&
      monthOf(lead.qualified) === month &&
      inProfile(lead),
  ).length;
