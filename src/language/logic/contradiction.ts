import type { Agreement, FieldDef, Profile } from '../../model/agreement.ts';
import type { Condition, Scalar } from '../../model/condition.ts';
import { ALL_NUMBERS, contains, type Interval, intersect, subtract } from './intervals.ts';
import { type Literal, ways } from './literal.ts';

/** Ways looked at before a prover gives up: far more than any agreement needs, and a fraction of a second. */
const MOST_LOOKS = 20_000;

/** Whether no lead at all can meet all of these conditions; null stands for no condition. */
export type Prover = (conditions: readonly (Condition | null)[]) => boolean;

/**
 * Proves contradictions by lists and intervals of one field at a time. Sound, not complete: `true` is
 * proved; `false` says nothing, and is all that is said once the prover has looked at too much.
 */
export function prover(agreement: Agreement): Prover {
  const types = fieldTypes(agreement);
  const profile = profileOf(agreement.profile);
  let looks = 0;
  const out = (way: readonly Literal[]): boolean => ++looks <= MOST_LOOKS && impossible(way, types);
  return (conditions) => {
    if (looks > MOST_LOOKS) return false;
    const of = conditions.filter((condition) => condition !== null);
    const found = ways({ op: 'all', of }, profile, out);
    return found?.every(out) ?? false;
  };
}

/** What a lead in profile meets. */
export function profileOf(profile: Profile | null): Condition {
  const { must = null, mustNot = null, score = null } = profile ?? {};
  return {
    op: 'all',
    of: [
      ...(must === null ? [] : [must]),
      ...(mustNot === null ? [] : [{ op: 'not', of: mustNot } as const]),
      ...(score === null ? [] : [{ op: 'score', ...score } as const]),
    ],
  };
}

type Types = ReadonlyMap<string, FieldDef['type']>;
type FieldTest = Exclude<Literal['test'], { readonly op: 'score' | 'touched' }>;
interface FieldLiteral {
  readonly test: FieldTest;
  readonly holds: boolean;
}

function fieldTypes({ sources }: Agreement): Types {
  const fields = Object.values(sources)
    .filter(({ kind }) => kind === 'leads' || kind === 'joined')
    .flatMap((source) => Object.values(source.fields));
  return new Map(fields.map(({ name, type }) => [name, type]));
}

function impossible(way: readonly Literal[], types: Types): boolean {
  const fields = new Map<string, FieldLiteral[]>();
  const scores = new Map<string, boolean>();
  for (const { test, holds } of way) {
    if (test.op === 'score' || test.op === 'touched') {
      const key = JSON.stringify(test);
      if ((scores.get(key) ?? holds) !== holds) return true;
      scores.set(key, holds);
    } else {
      const literals = fields.get(test.field) ?? [];
      literals.push({ test, holds });
      fields.set(test.field, literals);
    }
  }
  return [...fields].some(([field, literals]) => noCell(literals, types.get(field)));
}

/**
 * Whether no cell passes all of the tests of its field. A blank cell passes none that must hold, and all
 * that must not.
 */
function noCell(literals: readonly FieldLiteral[], type: FieldDef['type'] | undefined): boolean {
  const held = literals.filter(({ holds }) => holds).map(({ test }) => test);
  const failed = literals.filter(({ holds }) => !holds).map(({ test }) => test);
  if (held.length === 0) return false;
  if (failed.some(({ op }) => op === 'present')) return true;
  const patterns = held.flatMap((test) => (test.op === 'matches' ? [test.pattern] : []));
  if (failed.some((test) => test.op === 'matches' && patterns.includes(test.pattern))) return true;
  const lists = held.flatMap((test) => (test.op === 'in' ? [test.values] : []));
  const first = lists[0] ?? (type === 'boolean' ? [true, false] : null);
  if (first !== null) return !first.some((value) => couldBe(value, held, failed));
  const numeric = type === 'integer' || type === 'decimal' || held.some((test) => intervalOf(test) !== null);
  return numeric && noNumber(held, failed);
}

/** Whether a cell with this value could pass: certain for values, and for numbers in intervals. */
function couldBe(value: Scalar, held: readonly FieldTest[], failed: readonly FieldTest[]): boolean {
  if (same(value, '')) return false;
  return (
    held.every((test) => passes(value, test) ?? true) &&
    failed.every((test) => !(passes(value, test) ?? false))
  );
}

/** Null where it can't be told here. */
function passes(value: Scalar, test: FieldTest): boolean | null {
  if (test.op === 'present') return true;
  if (test.op === 'in') return test.values.some((one) => same(one, value));
  const interval = intervalOf(test);
  return interval === null || typeof value !== 'number' ? null : contains(interval, value);
}

/** Cells are compared without the blanks around them. */
const same = (a: Scalar, b: Scalar): boolean => String(a).trim() === String(b).trim();

function noNumber(held: readonly FieldTest[], failed: readonly FieldTest[]): boolean {
  let whole: Interval | null = ALL_NUMBERS;
  for (const test of held) {
    const interval = intervalOf(test);
    if (interval !== null && whole !== null) whole = intersect(whole, interval);
  }
  let left: readonly Interval[] = whole === null ? [] : [whole];
  for (const test of failed) {
    for (const gone of test.op === 'in' ? test.values.flatMap(pointOf) : [intervalOf(test)]) {
      if (gone !== null) left = left.flatMap((interval) => subtract(interval, gone));
    }
  }
  return left.length === 0;
}

function pointOf(value: Scalar): readonly Interval[] {
  return typeof value === 'number' ? [{ low: value, lowOpen: false, high: value, highOpen: false }] : [];
}

/** The numbers that pass a range or a comparison; null for other tests. */
function intervalOf(test: FieldTest): Interval | null {
  if (test.op === 'range') {
    const { min, max } = test;
    return {
      low: min ?? ALL_NUMBERS.low,
      lowOpen: min === null,
      high: max ?? ALL_NUMBERS.high,
      highOpen: max === null,
    };
  }
  if (test.op !== 'compare') return null;
  const { cmp, value } = test;
  return cmp === '>' || cmp === '>='
    ? { ...ALL_NUMBERS, low: value, lowOpen: cmp === '>' }
    : { ...ALL_NUMBERS, high: value, highOpen: cmp === '<' };
}
