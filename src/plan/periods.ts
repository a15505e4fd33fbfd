import { getISOWeek, getISOWeekYear } from 'date-fns';
import { dayOf, MICROS_PER_DAY, weekday } from '../calendar/day.ts';
import { toLocal, toUtc } from '../calendar/zone.ts';
import type { ZoneTable } from '../model/reading.ts';
import { type Day, type Micros, MS_PER_DAY, type Period, type PeriodUnit } from '../model/time.ts';

/** How an agreement cuts time. */
export interface Cut {
  readonly zone: ZoneTable;
  /** The month, from 1, in which its year begins; quarters follow it. */
  readonly yearStarts: number;
}

/** The periods of a unit that touch the instants from `from` to `to`, cut at local midnights of a zone. */
export function periodsBetween(
  unit: PeriodUnit,
  from: Micros,
  to: Micros,
  { zone, yearStarts }: Cut,
): readonly Period[] {
  const periods: Period[] = [];
  let first = firstDayOf(unit, localDay(zone, from), yearStarts);
  const last = localDay(zone, to);
  while (first <= last) {
    const next = nextPeriod(unit, first);
    periods.push({
      label: labelOf(unit, first, yearStarts),
      unit,
      from: midnight(zone, first),
      to: midnight(zone, next),
    });
    first = next;
  }
  return periods;
}

/**
 * The period with a label: `2026-03`, `2026-Q1`, `FY2026-Q1`, `2026-W10`, `2026`; null for a text that
 * names none in this cut.
 */
export function periodOfLabel(label: string, cut: Cut): Period | null {
  const [, fiscal, year, quarter, week, month] = LABEL.exec(label) ?? [];
  if (year === undefined) return null;
  const unit = quarter ? 'quarter' : week ? 'week' : month ? 'month' : 'year';
  const begins = fiscal ? cut.yearStarts - 1 : 0;
  const months = quarter ? begins + 3 * (Number(quarter) - 1) : month ? Number(month) - 1 : begins;
  if (month && !(months >= 0 && months < 12)) return null;
  // ISO 8601: the fourth of January lies in the first week.
  const inside = week
    ? firstOfMonth(Number(year), 0) + 3 + 7 * (Number(week) - 1)
    : firstOfMonth(Number(year), months);
  const period = periodOfDay(unit, inside, cut);
  return period.label === label ? period : null;
}

const LABEL = /^(FY)?((?:19|20|21)\d{2})(?:-Q([1-4])|-W(\d{2})|-(\d{2}))?$/;

/** The period of a unit in which a local date lies. */
export function periodOfDay(unit: PeriodUnit, day: Day, { zone, yearStarts }: Cut): Period {
  const first = firstDayOf(unit, day, yearStarts);
  return {
    label: labelOf(unit, first, yearStarts),
    unit,
    from: midnight(zone, first),
    to: midnight(zone, nextPeriod(unit, first)),
  };
}

/** The instant at which a local date begins. */
export const midnight = (zone: ZoneTable, day: Day): Micros => toUtc(zone, day * MICROS_PER_DAY, 'first');

/** The local date of an instant. */
export const localDay = (zone: ZoneTable, t: Micros): Day => Math.floor(toLocal(zone, t) / MICROS_PER_DAY);

function firstDayOf(unit: PeriodUnit, day: Day, yearStarts: number): Day {
  const { year, month } = civil(day);
  switch (unit) {
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
    case 'week': {
      // Noon of the civil date in the runtime's own zone: ISO weeks are a matter of civil dates.
      const date = new Date(year, month, new Date(first * MS_PER_DAY).getUTCDate(), 12);
      return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
    }
    case 'month':
      return `${year}-${String(month + 1).padStart(2, '0')}`;
    case 'quarter':
      return `${ofYear}-Q${into / 3 + 1}`;
    case 'year':
      return ofYear;
  }
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
