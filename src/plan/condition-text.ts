import type { Condition, Scalar } from '../model/condition.ts';

/** A condition as a phrase: `country is FR, BE or CH`. */
export function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0 ? 'always' : condition.of.map(grouped).join(' and ');
    case 'any':
      return condition.of.length === 0 ? 'never' : condition.of.map(grouped).join(' or ');
    case 'not':
      return negated(condition.of);
    case 'in':
      return `${condition.field} is ${listed(condition.values)}`;
    case 'range':
      return `${condition.field} is ${rangeText(condition.min, condition.max)}`;
    case 'compare':
      return `${condition.field} is ${condition.cmp} ${condition.value}`;
    case 'matches':
      return `${condition.field} matches ${condition.pattern}`;
    case 'present':
      return `${condition.field} is filled`;
    case 'score':
      return `the score is at least ${condition.atLeast}`;
    case 'profile':
      return 'the lead is in profile';
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
  const text = conditionText(condition);
  return (condition.op === 'all' || condition.op === 'any') && condition.of.length > 1 ? `(${text})` : text;
}

function negated(condition: Condition): string {
  switch (condition.op) {
    case 'in':
      return `${condition.field} is not ${listed(condition.values)}`;
    case 'present':
      return `${condition.field} is blank`;
    case 'matches':
      return `${condition.field} does not match ${condition.pattern}`;
    case 'not':
      return conditionText(condition.of);
    default:
      return `not (${conditionText(condition)})`;
  }
}

function listed(values: readonly Scalar[]): string {
  const texts = values.map(String);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
}

function rangeText(min: number | null, max: number | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `from ${min} to ${max}`;
}
