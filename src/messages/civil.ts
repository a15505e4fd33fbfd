import { t } from './index.ts';

/** `2026-03-06`, a date without a zone, as people write it. What has another form stays as it is. */
export function civil(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return year && month && day ? t`${year}-${month}-${day}` : date;
}
