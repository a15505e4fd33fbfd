import { language, t } from '../../messages/index.ts';
import { monthName, shortMonth } from '../../messages/months.ts';
import type { PeriodUnit } from '../../model/time.ts';

/** `2026-05` as people say it: `May 2026`, `mai 2026`, `Q2 2026`, `T2 2026`, `week 10 of 2026`. */
export function periodName(label: string): string {
  const month = monthOf(label);
  if (month !== null) return `${monthName(month.index)} ${month.year}`;
  const [, fiscal = '', year = '', quarter] = /^(FY)?(\d{4})-Q(\d)$/.exec(label) ?? [];
  if (quarter !== undefined) return t`Q${quarter} ${fiscal + year}`;
  const [, ofYear = '', week] = /^(\d{4})-W(\d\d)$/.exec(label) ?? [];
  return week === undefined ? label : t`week ${Number(week)} of ${ofYear}`;
}

/** At the head of a line, where French months are small elsewhere. */
export const initial = (text: string): string => text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);

/** The same where the year is known: `May`, `mai`, `Q2`, `W10`. */
export function shortName(label: string): string {
  const month = monthOf(label);
  if (month !== null) return shortMonth(month.index);
  const [, quarter] = /-Q(\d)$/.exec(label) ?? [];
  if (quarter !== undefined) return t`Q${quarter}`;
  const [, week] = /-W(\d\d)$/.exec(label) ?? [];
  return week === undefined ? label : t`W${Number(week)}`;
}

/** The year in which a period lies, to be said where it is another than before. */
export const yearOf = (label: string): string => /\d{4}/.exec(label)?.[0] ?? '';

/** `2 months`, `3 trimestres`. */
export function several(unit: PeriodUnit, n: number): string {
  switch (unit) {
    case 'day':
      return t`${n} days`;
    case 'week':
      return t`${n} weeks`;
    case 'month':
      return t`${n} months`;
    case 'quarter':
      return t`${n} quarters`;
    case 'year':
      return t`${n} years`;
  }
}

/** `a month`, `par mois`: after a number that is one of each. */
export function perPeriod(unit: PeriodUnit): string {
  switch (unit) {
    case 'day':
      return t`a day`;
    case 'week':
      return t`a week`;
    case 'month':
      return t`a month`;
    case 'quarter':
      return t`a quarter`;
    case 'year':
      return t`a year`;
  }
}

function monthOf(label: string): { readonly year: number; readonly index: number } | null {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(label) ?? [];
  return year && month ? { year: Number(year), index: Number(month) - 1 } : null;
}
