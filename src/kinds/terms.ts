import type { ChangeValue, TermChange } from '../model/change.ts';
import type { Condition } from '../model/condition.ts';
import type { Duration, Limit } from '../model/time.ts';
import { canonicalText, durationText } from './values.ts';

/**
 * One line of a table that says how a term compares. Weaker is always seen by those whom the promise
 * protects. The two directions of a comparison are opposite, and equal values give nothing.
 */
export type Term<T> = (before: T, after: T) => TermChange | null;

export function compareTerms<T>(terms: readonly Term<T>[], before: T, after: T): readonly TermChange[] {
  return terms.flatMap((term) => term(before, after) ?? []);
}

/** A time limit: longer is weaker; limits in different units can't be compared. `deadline` compares those in rows. */
export const limit =
  <T>(rule: string, of: (term: T) => Limit): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    if (a.unit === 'row' || b.unit === 'row') return null;
    return change({
      rule,
      from: durationText(a),
      to: durationText(b),
      weaker: a.unit === b.unit ? sizeOf(b) - sizeOf(a) : null,
    });
  };

/** A deadline in the row can't be compared with another, nor with a time limit. */
export const deadline =
  <T>(rule: string, of: (term: T) => Limit): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    if (a.unit !== 'row' && b.unit !== 'row') return null;
    return change({ rule, from: limitMeant(a), to: limitMeant(b), weaker: null });
  };

const limitMeant = (of: Limit): string => (of.unit === 'row' ? of.field : `within ${durationText(of)}`);

/** A gap that touches must keep: shorter is weaker, none is the weakest. */
export const gap =
  <T>(rule: string, of: (term: T) => Duration | null): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    const comparable = a === null || b === null || a.unit === b.unit;
    const weaker = comparable ? (a === null ? 0 : sizeOf(a)) - (b === null ? 0 : sizeOf(b)) : null;
    return change({ rule, from: a && durationText(a), to: b && durationText(b), weaker });
  };

export const number =
  <T>(rule: string, of: (term: T) => number, weaker: 'higher' | 'lower', shown = plain): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    return change({ rule, from: shown(a), to: shown(b), weaker: weaker === 'higher' ? b - a : a - b });
  };

/** A duty that holds or does not: without it is weaker. */
export const duty =
  <T>(rule: string, of: (term: T) => boolean): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    return change({ rule, from: a, to: b, weaker: Number(a) - Number(b) });
  };

/** Something that ends a duty early: with it is weaker; another one can't be compared. */
export const relief =
  <T>(rule: string, of: (term: T) => string | null, names?: TermChange['names']): Term<T> =>
  (before, after) => {
    const [a, b] = [of(before), of(after)];
    return change({
      rule,
      from: a,
      to: b,
      weaker: a !== null && b !== null ? null : a === null ? 1 : -1,
      names,
    });
  };

/** What the text alone can't compare. */
export const shape =
  <T>(rule: string, of: (term: T) => ChangeValue, names?: TermChange['names']): Term<T> =>
  (before, after) =>
    change({ rule, from: of(before), to: of(after), weaker: null, names });

export const filter = <T>(rule: string, of: (term: T) => Condition | null): Term<T> =>
  shape(rule, (term) => {
    const condition = of(term);
    return condition === null ? null : canonicalText(condition);
  });

/** What no case is judged by. */
export const wording =
  <T>(rule: string, of: (term: T) => ChangeValue): Term<T> =>
  (before, after) => {
    const found = change({ rule, from: of(before), to: of(after), weaker: null });
    return found && { ...found, class: 'editorial' };
  };

/**
 * `weaker` is more than zero where the second is weaker, less where it is stronger, null where nobody can
 * tell.
 */
function change({
  rule,
  from,
  to,
  weaker,
  names,
}: {
  readonly rule: string;
  readonly from: ChangeValue;
  readonly to: ChangeValue;
  readonly weaker: number | null;
  readonly names?: TermChange['names'];
}): TermChange | null {
  if (from === to) return null;
  const found = weaker === null || weaker === 0 ? 'open' : weaker > 0 ? 'weakened' : 'tightened';
  return { rule, class: found, from, to, ...(names ? { names } : {}) };
}

const sizeOf = (duration: Duration): number => ('days' in duration ? duration.days : duration.micros);

const plain = (value: number): ChangeValue => value;
