import type { RawAgreement, RawCondition, RawProfile, RawTest, RawTouched } from './agreement.ts';
import { asSeen, type Value } from './cell.ts';

export type Row = Readonly<Record<string, Value>>;

/** Of the rows of leads that are judged: which activities the lead has. */
/** What is asked of activities, with the name of their source. */
export type Touched = RawTouched & { readonly source: string };

const touchesOfRows = new WeakMap<Row, (touched: Touched) => boolean>();

export function tellTouches(row: Row, has: (touched: Touched) => boolean): void {
  touchesOfRows.set(row, has);
}

/** Whether a row meets a condition; nothing restricts nothing. */
export function holds(condition: RawCondition | undefined, row: Row, agreement: RawAgreement): boolean {
  if (condition === undefined) return true;
  if (condition === 'profile') return inProfile(agreement.profile ?? {}, row, agreement);
  return Object.entries(condition).every(([key, test]) => {
    if (key === 'any') return (test as readonly RawCondition[]).some((one) => holds(one, row, agreement));
    if (key === 'not') return !holds(test as RawCondition, row, agreement);
    if (isTouched(key, test)) return touchesOfRows.get(row)?.(sourced(test)) === true;
    return passes(row[key] ?? null, test as RawTest);
  });
}

const isTouched = (key: string, test: unknown): test is RawTouched =>
  key === 'touched' && typeof test === 'object';

/** The worlds that leave the source out have one alone. */
const sourced = (touched: RawTouched): Touched => ({ source: 'activities', ...touched });

/** What a condition asks of activities, that of the profile too. */
export function touchesOf(condition: RawCondition | undefined, agreement: RawAgreement): readonly Touched[] {
  if (condition === undefined) return [];
  if (condition === 'profile') {
    const { must, score } = agreement.profile ?? {};
    return [must, ...(score?.points ?? []).map(({ when }) => when)].flatMap((one) =>
      touchesOf(one, agreement),
    );
  }
  return Object.entries(condition).flatMap(([key, test]) => {
    if (key === 'any') return (test as readonly RawCondition[]).flatMap((one) => touchesOf(one, agreement));
    if (key === 'not') return touchesOf(test as RawCondition, agreement);
    return isTouched(key, test) ? [sourced(test)] : [];
  });
}

function inProfile(
  { must, must_not: mustNot, score }: RawProfile,
  row: Row,
  agreement: RawAgreement,
): boolean {
  if (!holds(must, row, agreement)) return false;
  if (Object.entries(mustNot ?? {}).some(([field, test]) => passes(row[field] ?? null, test))) return false;
  if (!score) return true;
  let points = 0;
  for (const { add, when } of score.points) if (holds(when, row, agreement)) points += add;
  return points >= score.at_least;
}

/** A blank cell equals nothing, is in no list and no range, and matches no pattern. */
function passes(value: Value, test: RawTest): boolean {
  if (Array.isArray(test)) return test.some((one) => value === (typeof one === 'string' ? asSeen(one) : one));
  if (typeof test === 'object') {
    const { not, matches, equals, exists } = test as {
      not?: RawTest;
      matches?: string;
      equals?: Value;
      exists?: boolean;
    };
    return (
      (exists === undefined || isEvidence(value) === exists) &&
      (not === undefined || !passes(value, not)) &&
      (matches === undefined || (typeof value === 'string' && new RegExp(matches).test(value))) &&
      (equals === undefined || value === equals)
    );
  }
  if (test === 'present' || test === 'absent') return isThere(value) === (test === 'present');
  if (typeof test === 'string') {
    const range = /^(\d*)\.\.(\d*)$/.exec(test);
    if (range)
      return (
        typeof value === 'number' &&
        (range[1] === '' || value >= Number(range[1])) &&
        (range[2] === '' || value <= Number(range[2]))
      );
    const comparison = /^(>=|<=|>|<) (\d+)$/.exec(test);
    if (comparison)
      return typeof value === 'number' && compares(value, comparison[1] ?? '', Number(comparison[2]));
  }
  return value === (typeof test === 'string' ? asSeen(test) : test);
}

/** Of what records name in the worlds, links are taken at their word, and the file of meetings alone is there. */
const isEvidence = (value: Value): boolean =>
  typeof value === 'string' && (value.startsWith('https://') || value === 'meetings.csv');

/** A date that had not come at the as-of that was asked for is not there yet. */
const isThere = (value: Value): boolean =>
  value !== null && !(typeof value === 'object' && value.later === true);

function compares(value: number, sign: string, other: number): boolean {
  if (sign === '>=') return value >= other;
  if (sign === '<=') return value <= other;
  return sign === '>' ? value > other : value < other;
}

/** The fields that a condition names. */
export function fieldsOf(condition: RawCondition | undefined, agreement: RawAgreement): readonly string[] {
  if (condition === undefined) return [];
  if (condition === 'profile') {
    const { must, must_not: mustNot, score } = agreement.profile ?? {};
    return [
      ...fieldsOf(must, agreement),
      ...Object.keys(mustNot ?? {}),
      ...(score?.points ?? []).flatMap(({ when }) => fieldsOf(when, agreement)),
    ];
  }
  return Object.entries(condition).flatMap(([key, test]) => {
    if (key === 'any') return (test as readonly RawCondition[]).flatMap((one) => fieldsOf(one, agreement));
    if (isTouched(key, test)) return [];
    return key === 'not' ? fieldsOf(test as RawCondition, agreement) : [key];
  });
}
