import { t } from '../messages/index.ts';
import type { Result } from '../model/compliance.ts';
import { attained, beside, restsOn, unexcused } from './number.ts';

/**
 * `87% of 95`; a fraction and a number already say on how many they rest. What it would be without the excuses
 * stands behind it.
 */
export function attainedOf(result: Result): string {
  const whole = unexcused(result);
  const text = attained(whole === null ? result : { ...result, extras: {} });
  return (text.endsWith('%') ? t`${text} of ${restsOn(result)}` : text) + beside(whole);
}
