import { language } from './index.ts';
import { monthName } from './months.ts';

/**
 * `2026-03-06`, a date without a zone, as people write it: `6 mars 2026` in French, which has no reader for a
 * year before its month. What has another form stays as it is.
 */
export const civil = (date: string): string => (language() === 'en' ? date : civilWords(date));

/** `6 March 2026`, `1er mars 2026`. */
export function civilWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (!year || !month || !day) return date;
  const name = monthName(Number(month) - 1);
  const first = language() === 'fr' && Number(day) === 1;
  return `${first ? '1er' : Number(day)} ${name} ${year}`;
}
