import { t } from '../messages/index.ts';
import type { Result } from '../model/compliance.ts';
import { attained, restsOn } from './number.ts';

/** `87% of 95`; a fraction and a number already say on how many they rest. */
export function attainedOf(result: Result): string {
  const text = attained(result);
  return text.endsWith('%') ? t`${text} of ${restsOn(result)}` : text;
}
