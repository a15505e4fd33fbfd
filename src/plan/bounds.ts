import type { Target } from '../model/agreement.ts';
import type { Counts, DaysInForce, NoVerdict, Result, Undated, Verdict } from '../model/compliance.ts';

/** What the verdict rests on. */
export type Bounds = Pick<
  Result,
  'attainment' | 'worst' | 'best' | 'value' | 'verdict' | 'noVerdict' | 'outlook'
>;

/** A share of 1 and a target that both come from decimal text may differ in the last bit. */
const TOLERANCE = 1e-12;

/** The cases of a promise that belong to no period: they may be of this one, some, all or none of them. */
export interface Floating extends Undated {
  /** What they would add to a number at most, nought or more; infinite where an amount is blank. */
  readonly gain: number;
  /** What they would take from it at most, nought or less. */
  readonly loss: number;
}

/** Cases of a period, what is owed, and what belongs to no period. */
interface RateReached {
  readonly counts: Counts;
  /** What the cases of each state weigh together; null where one case weighs as much as another. */
  readonly weights: Counts | null;
  /** How many cases are excused: known to be broken, though they do not count. */
  readonly excused: number;
  readonly target: Target;
  readonly maxUnknown: number;
  readonly floating: Floating | null;
  /** The file that holds the cases could be read, but for so many rows as may be rejected. */
  readonly isRead: boolean;
}

/** The verdict on a share of cases: from its bounds, never from the bare percentage. */
export function judgeRate(reached: RateReached): Bounds {
  const { counts, weights, target, maxUnknown, floating, isRead } = reached;
  const { met, breached, pending } = weights ?? counts;
  const attainment = partOf(met, met + breached);
  const whole = met + breached + pending;
  const [worst, best] = [partOf(met, whole), partOf(met + pending, whole)];
  const dated = isUnknown(reached) ? 'no verdict' : rateVerdict(worst, best, target);
  const holds = holdsWith(floating, maxUnknown, dated, ({ unknown, gain, loss }) => {
    const [more, less] = weights === null ? [unknown, 0] : [gain, loss];
    const { value: owed } = target;
    // By how much more than is owed the part is, were they all in the part, or none of them.
    const least = met - owed * whole - times(more, owed) + times(less, 1 - owed);
    const most = met + pending - owed * whole + times(more, 1 - owed) - times(less, owed);
    return [least, most].map((margin) => (isReached(margin, whole, target) ? 'met' : 'missed'));
  });
  const onTrack = attainment === null || reaches(attainment, target);
  const known = dated === 'no verdict' ? because('too-many-unknown') : holds;
  const noVerdict = isRead ? known : because('unreadable');
  const verdict = noVerdict ? 'no verdict' : dated;
  return { attainment, worst, best, value: null, verdict, noVerdict, outlook: outlook(verdict, onTrack) };
}

/**
 * The verdict on steps: met when all are done, missed when the last is due and one is not done, and else open,
 * at risk once one is late.
 */
export function judgeSteps(reached: RateReached): Bounds {
  const { met, breached, pending } = reached.counts;
  const rate = judgeRate(reached);
  const whole = met + breached + pending;
  if (rate.noVerdict !== null || whole === 0) return rate;
  const verdict = met === whole ? 'met' : pending === 0 ? 'missed' : 'open';
  return { ...rate, best: 1, verdict, outlook: outlook(verdict, breached === 0) };
}

/**
 * Whether unknown cases are too many for a verdict. An excuse is no reason that a verdict goes away: where they
 * are few among all cases, those that are excused included, one stands that they can't turn, kept or broken.
 */
function isUnknown({ counts, weights, excused, target, maxUnknown }: RateReached): boolean {
  if (![counts, weights ?? counts].some((of) => tooManyUnknown(of, maxUnknown))) return false;
  const { met, breached, pending, unknown } = counts;
  if (weights !== null || excused === 0 || met + breached + pending === 0) return true;
  if (isAboveCap(unknown, met + breached + pending + unknown + excused, maxUnknown)) return true;
  const all = met + breached + pending + unknown;
  const ends = [met, met + pending + unknown].map((part) => reaches(part / all, target));
  return ends[0] !== ends[1];
}

/** Nothing of it, however much there is. */
const times = (weight: number, by: number): number => (by === 0 ? 0 : weight * by);

function isReached(margin: number, whole: number, { cmp }: Target): boolean {
  const slack = TOLERANCE * Math.max(1, whole);
  return cmp === '>=' ? margin >= -slack : margin <= slack;
}

/** Of nothing, and of what weighs less than nothing, there is no part. */
export const partOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function rateVerdict(worst: number | null, best: number | null, target: Target): Verdict {
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
  readonly floating: Floating | null;
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
  if (over && partly && !isDecided(number)) return because('partial-period', { days: partly });
  return holdsWith(number.floating, maxUnknown, numberVerdict(number), ({ gain, loss }) =>
    [gain, loss].map((more) => numberVerdict({ ...number, value: number.value + more })),
  );
}

/**
 * Null where a verdict stands whatever the period of the cases that have none, or where they are as few as
 * unknown cases may be; `others` are the verdicts that they could make of it.
 */
function holdsWith(
  floating: Floating | null,
  maxUnknown: number,
  verdict: Verdict,
  others: (floating: Floating) => readonly Verdict[],
): NoVerdict | null {
  if (floating === null || (verdict !== 'met' && verdict !== 'missed')) return null;
  const { unknown, excluded, of, reasons } = floating;
  if (!isAboveCap(unknown, of, maxUnknown)) return null;
  if (others(floating).every((other) => other === verdict)) return null;
  return because('no-date', { undated: { unknown, excluded, of, reasons } });
}

function numberVerdict(number: NumberReached): Verdict {
  if (!isDecided(number) && !number.over) return 'open';
  return reaches(number.value, number.target) ? 'met' : 'missed';
}

/** Whether nothing that may still come could change it. */
function isDecided({ value, target }: NumberReached): boolean {
  return reaches(value, target) === (target.cmp === '>=');
}

function because(why: NoVerdict['why'], rest: Partial<NoVerdict> = {}): NoVerdict {
  return { days: null, undated: null, ...rest, why };
}

/** Unknown cases above the cap of all cases in scope; by what they weigh, where that is known, likewise. */
function tooManyUnknown({ met, breached, pending, unknown }: Counts, maxUnknown: number): boolean {
  const own = Math.abs(unknown);
  return isAboveCap(own, Math.abs(met + breached + pending) + own, maxUnknown);
}

const isAboveCap = (unknown: number, of: number, maxUnknown: number): boolean =>
  unknown > maxUnknown * of + TOLERANCE;

function reaches(value: number, { cmp, value: target }: Target): boolean {
  const slack = TOLERANCE * Math.max(1, Math.abs(target));
  return cmp === '>=' ? value >= target - slack : value <= target + slack;
}

const outlook = (verdict: Verdict, onTrack: boolean): Result['outlook'] =>
  verdict !== 'open' ? null : onTrack ? 'on track' : 'at risk';
