import { language, t } from '../messages/index.ts';
import { decimals, rate as rateText, whole } from '../messages/numbers.ts';
import type { Result, ResultTarget } from '../model/compliance.ts';
import { isOfSteps, targetText } from '../model/target.ts';

/**
 * A rate as a percentage, no finer than its cases can tell (hundreds: a whole percent; thousands: a tenth),
 * but always with the decimals that keep it on its own side of the target, of 0 % and of 100 %: 94.96 %
 * never reads "95%".
 */
export function percent(rate: number, cases: number, target: number | null = null): string {
  const exact = hundred(rate);
  const bounds = [0, 100, ...(target === null ? [] : [hundred(target)])];
  const { value, digits } = decimalsThatTell(exact, cases <= 100 ? 0 : 1, bounds);
  return rateText(value / 100, digits);
}

/** A rate as a whole percentage: `31%`. */
export function wholePercent(rate: number): string {
  return rateText(Number((rate * 100).toFixed(0)) / 100, 0);
}

/** A rate with one decimal of a percent: `94.9%`. */
export function tenthPercent(rate: number): string {
  return rateText(Number((rate * 100).toFixed(1)) / 100, 1);
}

/** A hundred times a rate, without what binary fractions add to its decimals. */
function hundred(rate: number): number {
  return Number((rate * 100).toPrecision(12));
}

/** An amount with at most two decimals, and more only where they decide about the target. */
export function amount(value: number, target: number | null = null): string {
  const least = Number.isInteger(value) ? 0 : 2;
  const told = decimalsThatTell(value, least, target === null ? [] : [target]);
  return decimals(told.value, told.digits);
}

/** An amount with one decimal, `1,234.5`, and nothing at all without: `0`. */
export function tenths(value: number): string {
  return value === 0 ? whole(0) : decimals(Number(value.toFixed(1)), 1);
}

interface Told {
  /** Rounded already. */
  readonly value: number;
  /** Decimals to show. */
  readonly digits: number;
}

function decimalsThatTell(value: number, least: number, bounds: readonly number[]): Told {
  for (let digits = least; digits <= MOST_DIGITS; digits++) {
    const rounded = Number(value.toFixed(digits));
    if (bounds.every((bound) => Math.sign(rounded - bound) === Math.sign(value - bound))) {
      const bare = digits === least && Number.isInteger(rounded);
      return { value: rounded, digits: bare ? 0 : digits };
    }
  }
  return { value, digits: digitsOf(value) };
}

/**
 * Twelve decimals are enough to tell two rates apart, however many cases they are of. A number that is
 * written in full has at most twenty.
 */
const [MOST_DIGITS, ALL_DIGITS] = [12, 20];

/** Decimals that a number needs to be written in full. */
function digitsOf(value: number): number {
  let digits = 0;
  while (digits < ALL_DIGITS && Number(value.toFixed(digits)) !== value) digits++;
  return digits;
}

/** A rate in full: `97.5%`. */
function exactPercent(rate: number): string {
  const exact = hundred(rate);
  return rateText(exact / 100, digitsOf(exact));
}

/** An amount in full, cents where it has any: `0.125`, `181,250.50`. */
function exactAmount(value: number): string {
  return decimals(value, Number.isInteger(value) ? 0 : Math.max(2, digitsOf(value)));
}

/** The target as people read it, in the language of the report. */
export function targetShown(target: ResultTarget): string {
  if (isOfSteps(target)) return t`all steps`;
  return signs(targetText(target, exactPercent, exactAmount));
}

/** Comparisons as people write them, on one line with what they compare to: `≥ 95%`. */
export const signs = (text: string): string =>
  text.replaceAll(/([<>])= ?/g, (_, sign) => `${sign === '<' ? '≤' : '≥'}\u00a0`);

/** A term as it is written, with the signs and the spaces of the language: `≥ 95 %`. */
export const termShown = (text: string): string =>
  signs(language() === 'fr' ? text.replace(/(?<=\d)%/g, '\u00a0%') : text);

/** What every period owes that has no target of its own. */
export const everyTarget = (target: ResultTarget): ResultTarget => ({
  ...target,
  value: target.every ?? target.value,
});

/** Results of one promise with one of these share a line, whatever single periods owe. */
export const lineTarget = ({ target }: Result): string =>
  target.every === undefined ? target.text : targetShown(everyTarget(target));

/** The verdict with the target of its period, where that has one of its own. */
export function besideOwnTarget(verdict: string, { target }: Result): string {
  if (target.every === undefined || target.every === target.value) return verdict;
  return t`${verdict} (${targetShown(target)})`;
}

export function decidedOf({ counts }: Pick<Result, 'counts'>): number {
  return counts.met + counts.breached;
}

/** `3/7`; of a share by weight `12,000/30,000 EUR`. */
export function fractionOf(result: Pick<Result, 'counts' | 'weight'>): string {
  const { counts, weight } = result;
  if (!weight) return `${counts.met}/${decidedOf(result)}`;
  return `${amount(weight.byState.met)}/${weighing(result)}`;
}

/** On how much a rate rests: `95`; of a share by weight `250,000 EUR`. */
export function restsOn(result: Pick<Result, 'counts' | 'weight'>): string {
  return result.weight ? weighing(result) : whole(decidedOf(result));
}

function weighing({ weight }: Pick<Result, 'weight'>): string {
  if (!weight) return '';
  const { byState, unit } = weight;
  return `${amount(byState.met + byState.breached)}${unit === null ? '' : ` ${unit}`}`;
}

/**
 * What was attained, as it may be shown: `87%`, `3/7` below the fewest cases, `n/a` for nothing,
 * `181,250 EUR`.
 */
export function attained(result: Result): string {
  const { target } = result;
  if (target.of === 'number') {
    if (result.value === null) return t`n/a`;
    return `${amount(result.value, target.value)}${target.unit === null ? '' : ` ${target.unit}`}`;
  }
  if (isOfSteps(target)) return stepsOf(result);
  const decided = decidedOf(result);
  if (result.attainment === null || decided === 0) return t`n/a` + beside(unexcused(result));
  if (decided < result.minCases) return fractionOf(result) + beside(unexcused(result));
  return percent(result.attainment, decided, target.value) + beside(unexcused(result));
}

/** `3 of 5`: no percentage of a goal that is reached step by step. */
function stepsOf({ counts: { met, breached, pending } }: Pick<Result, 'counts'>): string {
  const all = met + breached + pending;
  return all === 0 ? t`n/a` : t`${whole(met)} of ${whole(all)}`;
}

/** What an attainment would be without the excuses: both are shown wherever one is. */
export const beside = (whole: string | null): string => (whole === null ? '' : ` (${t`${whole} unexcused`})`);

/** `86.5%`, `83/96` below the fewest cases; null where nothing is excused. */
export function unexcused(
  result: Pick<Result, 'extras' | 'counts' | 'reasons' | 'minCases' | 'target'>,
): string | null {
  const { extras, counts, reasons, minCases, target } = result;
  const { attainmentBeforeExcuses: rate } = extras;
  if (rate == null) return null;
  const excused = reasons.excused ?? 0;
  const decided = decidedOf({ counts }) + excused;
  return decided < minCases ? `${counts.met}/${decided}` : percent(rate, decided, target.value);
}

/**
 * The attainment if every pending case is breached, and if every one is met; null where nothing is pending.
 */
export function rangeOf(result: Result): { readonly worst: string; readonly best: string } | null {
  if (
    isOfSteps(result.target) ||
    result.counts.pending === 0 ||
    result.worst === null ||
    result.best === null
  )
    return null;
  const cases = decidedOf(result) + result.counts.pending;
  const { target } = result;
  const text = (bound: number): string =>
    target.of === 'number' ? amount(bound, target.value) : percent(bound, cases, target.value);
  return { worst: text(result.worst), best: text(result.best) };
}

/** `80% to 96%`: the range that the pending cases leave open; empty where nothing is pending. */
export function bounds(result: Result): string {
  const range = rangeOf(result);
  return range === null ? '' : t`${range.worst} to ${range.best}`;
}
