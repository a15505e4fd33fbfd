import type { Target } from '../model/agreement.ts';
import { targetText } from '../model/target.ts';

/** What is owed in one period: its own value where the target names it, else that of every period. */
export function targetIn(target: Target, label: string): Target & { readonly every?: number } {
  const { periods, ...every } = target;
  if (periods === undefined) return every;
  const value = Object.hasOwn(periods, label) ? periods[label] : undefined;
  if (value === undefined) return { ...every, every: every.value };
  const own = targetText({ ...every, value }, String, String);
  return { ...every, value, text: `${own} per ${every.per}`, every: every.value };
}
