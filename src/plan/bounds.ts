import type { Target } from '../model/agreement.ts';
import type { Counts, DaysInForce, NoVerdict, Result, Verdict } from '../model/compliance.ts';

/** What the verdict rests on. */
export type Bounds = Pick<
  Result,
  'attainment' | 'worst' | 'best' | 'value' | 'verdict' | 'noVerdict' | 'outlook'
>;

/** A share of 1 and a target that both come from decimal text may differ in the last bit. */
const TOLERANCE = 1e-12;

/** The verdict on a share of cases: from its bounds, never from the bare percentage. */
export function judgeRate(counts: Counts, target: Target, maxUnknown: number): Bounds {
  const { met, breached, pending } = counts;
  const cases = met + breached + pending;
  const attainment = met + breached === 0 ? null : met / (met + breached);
  const worst = cases === 0 ? null : met / cases;
  const best = cases === 0 ? null : (met + pending) / cases;
  const verdict = rateVerdict({ counts, worst, best, target, maxUnknown });
  const onTrack = attainment === null || reaches(attainment, target);
  const noVerdict = verdict === 'no verdict' ? because('too-many-unknown') : null;
  return { attainment, worst, best, value: null, verdict, noVerdict, outlook: outlook(verdict, onTrack) };
}

function rateVerdict({
  counts,
  worst,
  best,
  target,
  maxUnknown,
}: {
  readonly counts: Counts;
  readonly worst: number | null;
  readonly best: number | null;
  readonly target: Target;
  readonly maxUnknown: number;
}): Verdict {
  if (tooManyUnknown(counts, maxUnknown)) return 'no verdict';
  if (worst === null || best === null) return 'no data';
  if (reaches(worst, target) && reaches(best, target)) return 'met';
  if (!reaches(worst, target) && !reaches(best, target)) return 'missed';
  return 'open';
}

/** A number, what it is held against, and how far along its period is. */
interface NumberReached {
  readonly value: number;
  readonly counts: Counts;
  readonly target: Target;
  readonly maxUnknown: number;
  /** As-of is past the end of the period. */
  readonly over: boolean;
  /** The days of it that the agreement was in force; null for all of it. */
  readonly partly: DaysInForce | null;
  /** The file that it is counted in could be read, but for so many rows as may be rejected. */
  readonly isRead: boolean;
  /** The number at the end of the period at the pace so far; null where there is no pace. */
  readonly projected: number | null;
}

/** The verdict on a number per period: what is reached can't be lost, what is missing may still come. */
export function judgeNumber(reached: NumberReached): Bounds {
  const { value, target, over, projected } = reached;
  const noVerdict = withoutVerdict(reached);
  const verdict = noVerdict ? 'no verdict' : numberVerdict(reached);
  // What has yet to be reached is not at risk for being young: without a pace nothing is said of it.
  const said = projected !== null || target.cmp === '<=';
  return {
    attainment: null,
    worst: target.cmp === '>=' || over ? value : null,
    best: target.cmp === '<=' || over ? value : null,
    value,
    verdict,
    noVerdict,
    outlook: said ? outlook(verdict, reaches(projected ?? value, target)) : null,
  };
}

/**
 * What is decided before the end is decided for a part of the period too; what the rest of it would have
 * brought nobody knows.
 */
function withoutVerdict(number: NumberReached): NoVerdict | null {
  const { counts, maxUnknown, over, partly, isRead } = number;
  if (!isRead) return because('unreadable');
  if (tooManyUnknown(counts, maxUnknown)) return because('too-many-unknown');
  return over && partly && !isDecided(number) ? because('partial-period', partly) : null;
}

function numberVerdict(number: NumberReached): Verdict {
  if (!isDecided(number) && !number.over) return 'open';
  return reaches(number.value, number.target) ? 'met' : 'missed';
}

/** Whether nothing that may still come could change it. */
function isDecided({ value, target }: NumberReached): boolean {
  return reaches(value, target) === (target.cmp === '>=');
}

function because(why: NoVerdict['why'], days: DaysInForce | null = null): NoVerdict {
  return { why, days };
}

/** Unknown cases above the cap of all cases in scope. */
function tooManyUnknown({ met, breached, pending, unknown }: Counts, maxUnknown: number): boolean {
  return unknown > maxUnknown * (met + breached + pending + unknown) + TOLERANCE;
}

function reaches(value: number, { cmp, value: target }: Target): boolean {
  const slack = TOLERANCE * Math.max(1, Math.abs(target));
  return cmp === '>=' ? value >= target - slack : value <= target + slack;
}

const outlook = (verdict: Verdict, onTrack: boolean): Result['outlook'] =>
  verdict !== 'open' ? null : onTrack ? 'on track' : 'at risk';
