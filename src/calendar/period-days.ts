import { getISOWeek, getISOWeekYear } from 'date-fns';
import type { Day, PeriodUnit } from '../model/time.ts';
import { MS_PER_DAY } from '../model/time.ts';
import { dayOf, formatDay, weekday } from './day.ts';

/** The local dates of a period. */
export interface PeriodDays {
  readonly label: string;
  readonly unit: PeriodUnit;
  readonly from: Day;
  /** Excluded. */
  readonly to: Day;
}

/** The period of a unit in which a date lies; `yearStarts` is the month, from 1, in which the year begins. */
export function periodDaysOf(unit: PeriodUnit, day: Day, yearStarts: number): PeriodDays {
  const from = firstDayOf(unit, day, yearStarts);
  return { label: labelOf(unit, from, yearStarts), unit, from, to: nextPeriod(unit, from) };
}

/**
 * The period with a label: `2026-03`, `2026-Q1`, `FY2026-Q1`, `2026-W10`, `2026`, `2026-03-31`; null for a
 * text that names none.
 */
export function periodDaysOfLabel(label: string, yearStarts: number): PeriodDays | null {
  const [, fiscal, year, quarter, week, month, date] = LABEL.exec(label) ?? [];
  if (year === undefined) return null;
  const unit = quarter ? 'quarter' : week ? 'week' : date ? 'day' : month ? 'month' : 'year';
  const begins = fiscal ? yearStarts - 1 : 0;
  const months = quarter ? begins + 3 * (Number(quarter) - 1) : month ? Number(month) - 1 : begins;
  if (month && !(months >= 0 && months < 12)) return null;
  // ISO 8601: the fourth of January lies in the first week.
  const inside = week
    ? firstOfMonth(Number(year), 0) + 3 + 7 * (Number(week) - 1)
    : firstOfMonth(Number(year), months) + (date ? Number(date) - 1 : 0);
  const period = periodDaysOf(unit, inside, yearStarts);
  return period.label === label ? period : null;
}

const LABEL = /^(FY)?((?:19|20|21)\d{2})(?:-Q([1-4])|-W(\d{2})|-(\d{2})(?:-(\d{2}))?)?$/;

function firstDayOf(unit: PeriodUnit, day: Day, yearStarts: number): Day {
  const { year, month } = civil(day);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - weekday(day);
    case 'month':
      return firstOfMonth(year, month);
    case 'quarter':
      return firstOfMonth(year, month - (monthOfYear(month, yearStarts) % 3));
    case 'year':
      return firstOfMonth(year, month - monthOfYear(month, yearStarts));
  }
}

function nextPeriod(unit: PeriodUnit, first: Day): Day {
  if (unit === 'day') return first + 1;
  if (unit === 'week') return first + 7;
  const { year, month } = civil(first);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return firstOfMonth(year, month + months);
}

/**
 * A year that begins in another month than January is named `FY` and the calendar year in which it begins,
 * as are its quarters.
 */
function labelOf(unit: PeriodUnit, first: Day, yearStarts: number): string {
  const { year, month } = civil(first);
  const into = monthOfYear(month, yearStarts);
  const ofYear = yearStarts === 1 ? String(year) : `FY${into > month ? year - 1 : year}`;
  switch (unit) {
    case 'day':
      return formatDay(first);
    case 'week':
      return weekLabel(first);
    case 'month':
      return `${year}-${String(month + 1).padStart(2, '0')}`;
    case 'quarter':
      return `${ofYear}-Q${into / 3 + 1}`;
    case 'year':
      return ofYear;
  }
}

function weekLabel(monday: Day): string {
  const { year, month } = civil(monday);
  // Noon of the civil date in the runtime's own zone: ISO weeks are a matter of civil dates.
  const date = new Date(year, month, new Date(monday * MS_PER_DAY).getUTCDate(), 12);
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

/** How many months of the year are over before a month, which is counted from 0. */
const monthOfYear = (month: number, yearStarts: number): number => (month - (yearStarts - 1) + 12) % 12;

function civil(day: Day): { readonly year: number /** From 0. */; readonly month: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** `month` from 0; below it and above 11 it lies in a neighbouring year. */
function firstOfMonth(year: number, month: number): Day {
  const [ofYear, inYear] = [year + Math.floor(month / 12), ((month % 12) + 12) % 12];
  const day = dayOf(ofYear, inYear + 1, 1);
  if (day === null) throw new RangeError(`No month ${inYear + 1} of ${ofYear}`);
  return day;
}
