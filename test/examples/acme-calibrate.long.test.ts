import { beforeAll, describe, expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import {
  AS_OF,
  days,
  dueAfterMinutes,
  inProfile,
  type Lead,
  leads,
  monthOf,
  SECOND,
  size,
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
      if (parts.length === 0) continue;
      for (const [i, { counts }] of periods.entries())
        for (const state of ['met', 'breached', 'pending']) {
          const today = parts.map(({ rows }) => rows.find(({ now }) => now)?.periods[i]?.counts[state] ?? 0);
          expect(
            today.reduce((a, b) => a + b, 0),
            `${id} ${i} ${state}`,
          ).toBe(counts[state]);
        }
    }
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
    expect((await sla('calibrate', 'examples/acme', '--basis', 'step-up')).status).toBe(2);
    expect((await sla('calibrate', 'examples/acme', '--commitment', 'first-contract')).status).toBe(2);
  });
});

/** Leads in profile of a month, whoever waited for what. */
const firstContactsAndWaived = (month: string): number =>
  leads.filter(
    (lead) =>
      lead.qualified !== null &&
      lead.qualified <= AS_OF &&
      monthOf(lead.qualified) === month &&
      inProfile(lead),
  ).length;
