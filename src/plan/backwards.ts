import type { Fit, Interval, PlanStep } from '../model/plan.ts';

/** Two sides of 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** Wilson's interval of a rate: it holds for few cases, and never leaves 0 to 1. */
export function wilson(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 };
  const rate = part / whole;
  const z2 = (Z * Z) / whole;
  const middle = (rate + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((rate * (1 - rate)) / whole + z2 / (4 * whole));
  return {
    low: part === 0 ? 0 : Math.max(0, middle - half),
    high: part === whole ? 1 : Math.min(1, middle + half),
  };
}

/** A step of the funnel with the leads of the cohorts that count. */
export interface Counted {
  readonly id: string;
  readonly title: string;
  readonly owners: readonly string[];
  readonly leads: number;
  readonly assumed: number | null;
  readonly promised: { readonly id: string; readonly perMonth: number } | null;
}

/** How many must reach the last step in a period of so many months, and how many by what is assumed. */
export interface Wanted {
  readonly customers: number;
  /** Where something is assumed. */
  readonly believed: number | null;
  readonly months: number;
}

/** What every step must bring, so that so many reach the last. */
export function backwards(counted: readonly Counted[], wanted: Wanted): readonly PlanStep[] {
  const end = counted.at(-1)?.leads ?? 0;
  const { customers, believed, months } = wanted;
  return counted.map((step, i) => {
    const before = counted[i - 1];
    const isLast = i === counted.length - 1;
    const bounds = isLast ? { low: 1, high: 1 } : wilson(end, step.leads);
    const toEnd = { measured: step.leads === 0 ? 0 : end / step.leads, ...bounds };
    const needed = customers / toEnd.measured;
    const least = customers / toEnd.high;
    return {
      ...{ id: step.id, title: step.title, owners: step.owners, leads: step.leads },
      rate: before === undefined ? null : rateAt(step, before),
      ...{ toEnd, needed, least, most: toEnd.low === 0 ? null : customers / toEnd.low },
      perMonth: needed / months,
      believed: believed === null ? null : believed / believedRate(counted, i),
      promised: step.promised && {
        ...step.promised,
        fit: fitOf(step.promised.perMonth * months, needed, least),
      },
    };
  });
}

/** Of a step to the last, by the assumed rates where there are some. */
const believedRate = (counted: readonly Counted[], from: number): number =>
  counted.slice(from + 1).reduce((all, step, j) => all * rateOf(step, counted[from + j]), 1);

const rateOf = (step: Counted, before: Counted | undefined): number =>
  step.assumed ?? (before && before.leads > 0 ? step.leads / before.leads : 0);

function rateAt(step: Counted, before: Counted): PlanStep['rate'] {
  const bounds = wilson(step.leads, before.leads);
  const { assumed } = step;
  const fits =
    assumed === null || before.leads === 0 ? null : assumed >= bounds.low && assumed <= bounds.high;
  const measured = before.leads === 0 ? null : step.leads / before.leads;
  return { measured, of: before.leads, assumed, ...bounds, fits };
}

const fitOf = (promised: number, needed: number, least: number): Fit =>
  promised >= needed - 1e-9 ? 'enough' : promised >= least - 1e-9 ? 'within bounds' : 'too little';
