import { t } from './index.ts';
import { allOf } from './list.ts';
import { whole } from './numbers.ts';

/** `a, b and 5 more`: so many of a list, and how many are left out. */
export function firstOf(names: readonly string[], most: number): string {
  if (names.length <= most) return allOf(names);
  return t`${names.slice(0, most).join(', ')} and ${whole(names.length - most)} more`;
}
