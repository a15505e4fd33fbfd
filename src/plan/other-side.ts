import { isOfLeads } from '../kinds/scope.ts';
import type { PromiseDef } from '../model/agreement.ts';
import type { CasePlan } from '../model/judge.ts';

/** Whether a promise is owed back by the other side, so that breaking it may be why this one was broken. */
export function mayCause(other: PromiseDef, broken: PromiseDef): boolean {
  const isBack = broken.owedTo !== null && other.owedBy === broken.owedTo && other.owedTo === broken.owedBy;
  return isBack && [other, broken].every(isBreakable);
}

/** Its cases are leads, and a broken one is against its target. */
const isBreakable = (promise: PromiseDef): boolean =>
  promise.target.of === 'rate' && promise.target.cmp === '>=' && isOfLeads(promise);

/** By when a broken case is broken: when it is due, or when it starts; null where it may yet be kept. */
export function brokenWhen(plan: CasePlan): 'due' | 'start' | null {
  switch (plan.shape) {
    case 'timed':
    case 'attempts':
      return 'due';
    case 'ratio':
      return plan.reaches === null ? 'start' : null;
    case 'tally':
      return null;
  }
}
