import { beforeAll, describe, expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import { AS_OF, deals, inProfile, type Lead, leads, monthOf } from './acme-oracle.ts';
import { sla } from './sla.ts';

interface Step {
  readonly id: string;
  readonly leads: number;
  readonly rate: {
    readonly measured: number;
    readonly assumed: number | null;
    readonly low: number;
    readonly high: number;
    readonly fits: boolean | null;
  } | null;
  readonly toEnd: { readonly measured: number; readonly low: number; readonly high: number };
  readonly needed: number;
  readonly least: number;
  readonly most: number;
  readonly believed: number | null;
  readonly promised: { readonly id: string; readonly perMonth: number; readonly fit: string } | null;
}

interface Plan {
  readonly objective: { readonly id: string; readonly target: number; readonly months: number };
  readonly cohorts: readonly string[];
  readonly young: readonly string[];
  readonly average: { readonly measured: number; readonly of: number; readonly assumed: number | null };
  readonly steps: readonly (Step & { readonly perMonth: number })[];
  readonly capacity: {
    readonly leads: number;
    readonly needed: number;
    readonly months: readonly { readonly month: string; readonly openDays: number; readonly hours: number }[];
  };
  readonly clocks: readonly unknown[];
}

let plan: Plan;

beforeAll(async () => {
  const { status, stdout } = await sla('plan', 'examples/acme', '--format', 'json');
  expect(status).toBe(0);
  const document = JSON.parse(stdout);
  const validate = strictSchema('plan');
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  plan = document.results[0];
});

/** Won deals that have a date, by lead: the local minute of its midnight, and the amount. */
const won = new Map(
  deals
    .filter((row) => row.Étape === 'Gagnée' && /^\d\d\/\d\d\/\d{4}$/.test(row['Gagnée le'] ?? ''))
    .map((row) => {
      const [d, m, y] = (row['Gagnée le'] ?? '').split('/').map(Number);
      const at = Date.UTC(y ?? 0, (m ?? 0) - 1, d) / 60_000;
      return [
        row.Prospect ?? '',
        { at, amount: (row['Montant (€)'] ?? '').replaceAll(/\s/g, '').replace(',', '.') },
      ] as const;
    }),
);

/** Whether a lead is at a step and at all before it; as the acme funnel has them. */
const isAt = (lead: Lead, step: number): boolean =>
  [
    lead.qualified,
    inProfile(lead) ? lead.qualified : null,
    lead.contacted,
    lead.answered,
    lead.row.Décision === 'Accepté' ? lead.answered : null,
    won.get(lead.row.Identifiant ?? '')?.at ?? null,
  ]
    .slice(0, step + 1)
    .every((at) => at !== null && at <= AS_OF);

/** Wilson's bounds as the two rates from which so many of so many are just not surprising at 95 %. */
function boundsOf(part: number, whole: number): readonly [number, number] {
  const isUnsurprising = (rate: number): boolean =>
    Math.abs(part / whole - rate) <= 1.959963984540054 * Math.sqrt((rate * (1 - rate)) / whole);
  const search = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let i = 0; i < 60; i++) {
      const middle = (near + far) / 2;
      if (isUnsurprising(middle)) near = middle;
      else far = middle;
    }
    return near;
  };
  return [search(part / whole, 0), search(part / whole, 1)];
}

const DAY = 1440;

describe('the plan of acme', () => {
  it('takes the months of which the last lead is older than the time that nine of ten wins took', () => {
    const took = leads
      .filter((lead) => isAt(lead, 5))
      .map((lead) => Math.max(0, (won.get(lead.row.Identifiant ?? '')?.at ?? 0) - (lead.qualified ?? 0)))
      .sort((a, b) => a - b);
    const most = took[Math.ceil(took.length * 0.9) - 1] ?? 0;
    const isOld = (month: string): boolean => {
      const [y = 0, m = 0] = month.split('-').map(Number);
      return Date.UTC(y, m, 1) / 60_000 + most <= AS_OF;
    };
    // No month ends within a day of the border, so that the way nine of ten are counted does not matter.
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
    expect(plan.cohorts).toEqual(months.filter(isOld));
    expect(plan.young).toEqual(months.filter((month) => !isOld(month)));
    expect(most / DAY).toBeGreaterThan(20);
  });

  it('measures what a loop over the rows counts, within the bounds of Wilson', () => {
    const own = leads.filter(
      ({ qualified }) =>
        qualified !== null && qualified <= AS_OF && plan.cohorts.includes(monthOf(qualified)),
    );
    const counts = plan.steps.map((_, step) => own.filter((lead) => isAt(lead, step)).length);
    expect(plan.steps.map((step) => step.leads)).toEqual(counts);
    const end = counts.at(-1) ?? 0;
    for (const [i, { rate, toEnd }] of plan.steps.entries()) {
      if (i < counts.length - 1) {
        const [low, high] = boundsOf(end, counts[i] ?? 0);
        expect(toEnd.low).toBeCloseTo(low, 9);
        expect(toEnd.high).toBeCloseTo(high, 9);
      }
      if (rate === null) continue;
      expect(rate.measured).toBe((counts[i] ?? 0) / (counts[i - 1] ?? 0));
      const [low, high] = boundsOf(counts[i] ?? 0, counts[i - 1] ?? 0);
      expect(rate.low).toBeCloseTo(low, 9);
      expect(rate.high).toBeCloseTo(high, 9);
      expect(rate.fits).toBe(rate.assumed === null ? null : rate.assumed >= low && rate.assumed <= high);
    }
  });

  it('comes forward to the objective that it went back from', () => {
    const forward = (first: number, rateOf: (rate: NonNullable<Step['rate']>) => number) =>
      plan.steps.reduce((all, { rate }) => (rate === null ? all : all * rateOf(rate)), first);
    const [first] = plan.steps;
    const each = plan.average.measured;
    const { target } = plan.objective;
    expect(forward(first?.needed ?? 0, ({ measured }) => measured) * each).toBeCloseTo(target, 6);
    const believed = forward(first?.believed ?? 0, ({ assumed, measured }) => assumed ?? measured);
    expect(believed * (plan.average.assumed ?? each)).toBeCloseTo(target, 6);
    expect(first?.believed).toBeLessThan(first?.needed ?? 0);
    for (const { needed, least, most, toEnd } of plan.steps.slice(0, -1)) {
      expect(least * toEnd.high * each).toBeCloseTo(plan.objective.target, 6);
      expect(most * toEnd.low * each).toBeCloseTo(plan.objective.target, 6);
      expect(needed).toBeGreaterThan(0);
    }
  });

  it('takes the mean of all deals that are won by then, and counts the hours of the open days ahead', () => {
    // A deal of a lead that can not be read is nobody's.
    const known = new Set(leads.map(({ row }) => row.Identifiant));
    const mine = [...won].flatMap(([lead, deal]) => (known.has(lead) ? [deal] : []));
    const sold = mine.filter(({ at, amount }) => at <= AS_OF && /^\d+(\.\d+)?$/.test(amount));
    expect(plan.average.of).toBe(sold.length);
    const sum = sold.reduce((all, { amount }) => all + Number(amount), 0);
    expect(plan.average.measured).toBeCloseTo(sum / sold.length, 6);
    const { leads: many, needed, months } = plan.capacity;
    // The leads that the line above the table shows: whoever multiplies them finds the hours.
    expect(many).toBe(Math.ceil(plan.steps[0]?.perMonth ?? 0));
    expect(needed).toBeCloseTo((many * 3 * 12) / 60, 9);
    // June to November by hand: Bastille Day, Assumption in the summer closing, All Saints on a Sunday, Armistice Day.
    expect(months.map(({ month, openDays, hours }) => [month, openDays, hours / 10])).toEqual([
      ['2026-06', 22, 22],
      ['2026-07', 22, 22],
      ['2026-08', 16, 16],
      ['2026-09', 22, 22],
      ['2026-10', 22, 22],
      ['2026-11', 20, 20],
    ]);
    expect(plan.clocks).toEqual([]);
  });

  it('prints the numbers that it takes, and changes nothing unless it is asked', async () => {
    const volume = plan.steps.find(({ promised }) => promised?.id === 'qualified-volume');
    const { status, stdout } = await sla('plan', 'examples/acme', '--print-diff');
    expect(status).toBe(0);
    if (volume?.promised?.fit === 'enough') expect(stdout).toBe('');
    else expect(stdout).toMatch(/^-.*>= 120 per month[\s\S]*^\+.*>= \d+ per month/m);
  });
});
