import type { Condition } from '../model/condition.ts';

/** The parts of a condition that must all hold, so that the one that failed can be named. */
export function conjuncts(condition: Condition): readonly Condition[] {
  if (condition.op === 'all') return condition.of.flatMap(conjuncts);
  // None of several may hold: each is a bar of its own.
  if (condition.op === 'not' && condition.of.op === 'any')
    return condition.of.of.flatMap((part) => conjuncts({ op: 'not', of: part }));
  return [condition];
}
