import { t } from './index.ts';
import { whole } from './numbers.ts';

/** `a, b and 5 more`: so many of a list, and how many are left out. */
export function firstOf(names: readonly string[], most: number): string {
  const listed = names.slice(0, most).join(', ');
  return names.length > most ? t`${listed} and ${whole(names.length - most)} more` : listed;
}
