import type { PromiseDef } from '../model/agreement.ts';
import { kindOf } from './index.ts';
import { isOfLeads } from './scope.ts';

/** Whether a promise is owed back by the other side, so that breaking it may be why this one was broken. */
export const mayCause = (other: PromiseDef, broken: PromiseDef): boolean =>
  isOwedBack(other, broken) && isBreakable(broken) && (isBreakable(other) || isCap(other));

/** Owed by those to whom the first is owed, to those who owe it. */
export const isOwedBack = (other: PromiseDef, { owedBy, owedTo }: PromiseDef): boolean =>
  owedTo !== null && other.owedBy === owedTo && other.owedTo === owedBy;

/** Its cases are leads, and a broken one is against its target. */
export const isBreakable = (promise: PromiseDef): boolean =>
  promise.target.of === 'rate' && promise.target.cmp === '>=' && isOfLeads(promise);

/**
 * At most so many leads a day or a week: all that came in one with more are the reason of what was broken about
 * them. Of a longer time nobody could say that.
 */
export function isCap(promise: PromiseDef): boolean {
  const { measure, target } = promise;
  const kind = kindOf(measure.kind);
  const isCount = kind.adds(measure) === null && !kind.distinct?.(measure) && isOfLeads(promise);
  return isCount && target.of === 'number' && target.cmp === '<=' && isShort(target.per);
}

const isShort = (per: PromiseDef['target']['per']): boolean => per === 'day' || per === 'week';
