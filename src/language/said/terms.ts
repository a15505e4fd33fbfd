import type { PromiseDef } from '../../model/agreement.ts';
import type { Duration } from '../../model/time.ts';
import type { SaidUnit } from './numbers.ts';

/** What the terms of a promise hold, whatever its kind: every time limit, and every other number. */
export interface TermNumbers {
  readonly limits: readonly Duration[];
  readonly numbers: ReadonlySet<number>;
}

export function termNumbers(promise: PromiseDef, others: readonly unknown[]): TermNumbers {
  const limits: Duration[] = [];
  const numbers = new Set<number>();
  const { measure, where, segments, target } = promise;
  const walk = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value);
    if (typeof value === 'string')
      for (const [digits] of value.matchAll(/\d+(?:\.\d+)?/g)) numbers.add(Number(digits));
    if (typeof value !== 'object' || value === null) return;
    if (isDuration(value)) {
      limits.push(value);
      return;
    }
    for (const each of Object.values(value)) walk(each);
  };
  walk([measure, where, segments, others]);
  for (const value of [target.value, ...Object.values(target.periods ?? {})])
    for (const each of target.of === 'rate' ? [value * 100, 100 - value * 100] : [value])
      numbers.add(Number(each.toPrecision(12)));
  return { limits, numbers };
}

const isDuration = (value: object): value is Duration =>
  'unit' in value && 'text' in value && ('micros' in value || 'days' in value);

/** Whether a limit is what a sentence says: in another unit of the same time it is the same. */
export function isSame(limit: Duration, value: number, { of, kind }: SaidUnit): boolean {
  if (of === 'percent') return false;
  const isBusiness = limit.unit.startsWith('business');
  if (kind !== 'any' && isBusiness !== (kind === 'business')) return false;
  if (limit.unit === 'elapsed' || limit.unit === 'business-time') {
    const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 }[of];
    // A day of business time is as long as the office is open: nobody can tell from the sentence.
    if (isBusiness && (of === 'days' || of === 'weeks')) return true;
    return Math.abs(limit.micros / 1e6 - value * seconds) < 1;
  }
  if (of === 'weeks') return limit.days === value * (isBusiness ? 5 : 7);
  if (of === 'days') return limit.days === value;
  return !isBusiness && of === 'hours' && limit.days * 24 === value;
}
