import { t } from '../messages/index.ts';
import type { Condition, Scalar, Touched } from '../model/condition.ts';

/** A condition as a phrase: `country is FR, BE or CH`. */
export function conditionPhrase(condition: Condition): string {
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0 ? t`always` : condition.of.map(grouped).join(t` and `);
    case 'any':
      return condition.of.length === 0 ? t`never` : condition.of.map(grouped).join(t` or `);
    case 'not':
      return negated(condition.of);
    case 'in':
      return t`${condition.field} is ${listed(condition.values)}`;
    case 'range':
      return rangeText(condition);
    case 'compare':
      return compareText(condition);
    case 'matches':
      return t`${condition.field} matches ${condition.pattern}`;
    case 'present':
      return t`${condition.field} is filled`;
    case 'exists':
      return t`${condition.field} names what is there`;
    case 'touched':
      return touchedPhrase(condition);
    case 'score':
      return t`the score is at least ${condition.atLeast}`;
    case 'profile':
      return t`the lead is in profile`;
  }
}

/** The parts of a condition that must all hold, so that the one that failed can be named. */
export function conjuncts(condition: Condition): readonly Condition[] {
  if (condition.op === 'all') return condition.of.flatMap(conjuncts);
  // None of several may hold: each is a bar of its own.
  if (condition.op === 'not' && condition.of.op === 'any')
    return condition.of.of.flatMap((part) => conjuncts({ op: 'not', of: part }));
  return [condition];
}

function grouped(condition: Condition): string {
  const text = conditionPhrase(condition);
  return (condition.op === 'all' || condition.op === 'any') && condition.of.length > 1 ? `(${text})` : text;
}

function negated(condition: Condition): string {
  switch (condition.op) {
    case 'in':
      return t`${condition.field} is not ${listed(condition.values)}`;
    case 'present':
      return t`${condition.field} is blank`;
    case 'matches':
      return t`${condition.field} does not match ${condition.pattern}`;
    case 'not':
      return conditionPhrase(condition.of);
    default:
      return t`not (${conditionPhrase(condition)})`;
  }
}

function touchedPhrase({ source, where, before }: Touched): string {
  if (where === null)
    return before === null ? t`${source} has a row` : t`${source} has a row no later than ${before}`;
  const which = conditionPhrase(where);
  return before === null
    ? t`${source} has a row where ${which}`
    : t`${source} has a row no later than ${before} where ${which}`;
}

function listed(values: readonly Scalar[]): string {
  const texts = values.map(String);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : t`${texts.join(', ')} or ${last}`;
}

function compareText({ field, cmp, value }: Extract<Condition, { op: 'compare' }>): string {
  switch (cmp) {
    case '>=':
      return t`${field} is at least ${value}`;
    case '<=':
      return t`${field} is at most ${value}`;
    case '>':
      return t`${field} is more than ${value}`;
    case '<':
      return t`${field} is less than ${value}`;
  }
}

function rangeText({ field, min, max }: Extract<Condition, { op: 'range' }>): string {
  if (min === null) return t`${field} is at most ${max ?? ''}`;
  return max === null ? t`${field} is at least ${min}` : t`${field} is from ${min} to ${max}`;
}
