import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { ChangeClass } from '../model/change.ts';
import { promisesOf } from '../model/promises.ts';
import { type Day, MS_PER_DAY } from '../model/time.ts';
import type { Meaning } from './canonical.ts';

/** By the keys of its steps: the date by which each is to be done; null where it has none. */
export type StepDates = Readonly<Record<string, string | null>>;

/** Under which the dates of a promise's steps stand among what is in the files that an agreement names. */
export const stepsOf = (id: string): string => `steps of ${id}`;

/** The dates of its steps; undefined where it has none, or where they are in no file that could be read. */
export const datesOf = (
  { id }: Pick<PromiseDef, 'id'>,
  digests: Readonly<Record<string, Meaning>>,
): Meaning | undefined => digests[stepsOf(id)];

/** What the teams sign of them; nothing where there are none, so that signatures from before hold. */
export function signedSteps(
  agreement: Agreement,
  digests: Readonly<Record<string, Meaning>>,
): { readonly steps?: Meaning } {
  const dated = promisesOf(agreement).flatMap((promise) => {
    const dates = datesOf(promise, digests);
    return dates === undefined ? [] : [[promise.id, dates] as const];
  });
  return dated.length === 0 ? {} : { steps: Object.fromEntries(dated) };
}

/**
 * A step that is later, without a date or gone is weaker, one that is earlier or new is stronger. One that is
 * moved before the first day of the terms is under them no more: that is open. So is a new one behind all
 * others, until which what is late is not missed.
 */
export function stepsClass(before: Meaning, after: Meaning, from: string | null): ChangeClass {
  const [old, now] = [before, after] as readonly [StepDates, StepDates];
  const moves = keysOf(old, now).map((key) => moveOf(old[key], now[key], from));
  if (moves.includes('open')) return 'open';
  const [less, more] = [moves.includes('weakened'), moves.includes('tightened')];
  const [end, later] = [endOf(old), endOf(now)];
  const isLonger = end !== null && later !== null && later > end;
  return more && (less || isLonger) ? 'open' : less ? 'weakened' : 'tightened';
}

/** When the last of them is due. */
const endOf = (dates: StepDates): string | null =>
  Object.values(dates)
    .flatMap((date) => (date !== null && FORM.test(date) ? [lastOf(date)] : []))
    .sort()
    .at(-1) ?? null;

const keysOf = (old: StepDates, now: StepDates): readonly string[] => [
  ...new Set([...Object.keys(old), ...Object.keys(now)]),
];

/** The first day on which a step was or is due that differs; absent where that can't be told. */
export function stepsSince(before: Meaning, after: Meaning): { readonly since?: Day } {
  const [old, now] = [before, after] as readonly [StepDates, StepDates];
  const dates = keysOf(old, now)
    .filter((key) => old[key] !== now[key])
    .flatMap((key) => [old[key] ?? [], now[key] ?? []].flat());
  if (!dates.every((date) => FORM.test(date))) return {};
  // A time in UTC may be one of the day before in the agreement's zone.
  const days = dates.map((date) => Date.parse(date.slice(0, 10)) / MS_PER_DAY - (isZoned(date) ? 1 : 0));
  return { since: Math.min(...days) };
}

type Dated = string | null | undefined;

function moveOf(before: Dated, after: Dated, from: string | null): 'weakened' | 'tightened' | 'open' | null {
  if (before === after) return null;
  if (before === undefined) return after === null || FORM.test(after ?? '') ? 'tightened' : 'open';
  if (after === undefined || after === null) return 'weakened';
  const isLost = from !== null && (isZoned(after) ? after.slice(0, 10) <= from : lastOf(after) < `${from}T`);
  if (before === null) return FORM.test(after) && !isLost ? 'tightened' : 'open';
  // What can't be read, or stands there twice, is not put in an order, nor are two of different zones.
  if (!FORM.test(before) || !FORM.test(after) || isZoned(before) !== isZoned(after)) return 'open';
  if (lastOf(after) > lastOf(before)) return 'weakened';
  return isLost ? 'open' : 'tightened';
}

/** `2026-07-10`, `2026-07-10T09:00:00`, `2026-07-10T09:00:00.5Z` */
const FORM = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z?)?$/;

const isZoned = (date: string): boolean => date.endsWith('Z');

/** A day lasts to its end. Texts of this form stand in the order of what they mean. */
const lastOf = (date: string): string => (date.includes('T') ? date : `${date}T24`);
