import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { ChangeClass } from '../model/change.ts';
import { promisesOf } from '../model/promises.ts';
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

/** A step that is later, without a date or gone is weaker, one that is earlier or new is stronger. */
export function stepsClass(before: Meaning, after: Meaning): ChangeClass {
  const [old, now] = [before, after] as readonly [StepDates, StepDates];
  const moves = [...new Set([...Object.keys(old), ...Object.keys(now)])].map((key) =>
    moveOf(old[key], now[key]),
  );
  if (moves.includes('open')) return 'open';
  const [less, more] = [moves.includes('weakened'), moves.includes('tightened')];
  return less && more ? 'open' : less ? 'weakened' : 'tightened';
}

type Dated = string | null | undefined;

function moveOf(before: Dated, after: Dated): 'weakened' | 'tightened' | 'open' | null {
  if (before === after) return null;
  if (before === undefined) return 'tightened';
  if (after === undefined || after === null) return 'weakened';
  if (before === null) return 'tightened';
  // Dates in another form than year-month-day are not put in an order here.
  if (!ISO.test(before) || !ISO.test(after)) return 'open';
  return after > before ? 'weakened' : 'tightened';
}

const ISO = /^\d{4}-\d\d-\d\d/;
