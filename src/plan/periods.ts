import { getISOWeek, getISOWeekYear } from 'date-fns';
import { dayOf, MICROS_PER_DAY, weekday } from '../calendar/day.ts';
import { toLocal, toUtc } from '../calendar/zone.ts';
import type { ZoneTable } from '../model/reading.ts';
import { type Day, type Micros, MS_PER_DAY, type Period, type PeriodUnit } from '../model/time.ts';

/** The periods of a unit that touch the instants from `from` to `to`, cut at local midnights of a zone. */
export function periodsBetween(
  unit: PeriodUnit,
  from: Micros,
  to: Micros,
  zone: ZoneTable,
): readonly Period[] {
  const periods: Period[] = [];
  let first = firstDayOf(unit, localDay(zone, from));
  const last = localDay(zone, to);
  while (first <= last) {
    const next = nextPeriod(unit, first);
    periods.push({
      label: labelOf(unit, first),
      unit,
      from: midnight(zone, first),
      to: midnight(zone, next),
    });
    first = next;
  }
  return periods;
}

/** The period with a label: `2026-03`, `2026-Q1`, `2026-W10`, `2026`; null for a text that names none. */
export function periodOfLabel(label: string, zone: ZoneTable): Period | null {
  const [, year, quarter, week, month] = LABEL.exec(label) ?? [];
  if (year === undefined) return null;
  const unit = quarter ? 'quarter' : week ? 'week' : month ? 'month' : 'year';
  const firstMonth = quarter ? 3 * Number(quarter) - 2 : Number(month ?? 1);
  // ISO 8601: the fourth of January lies in the first week.
  const inside = week
    ? firstOfMonth(Number(year), 0) + 3 + 7 * (Number(week) - 1)
    : dayOf(Number(year), firstMonth, 1);
  if (inside === null) return null;
  const period = periodOfDay(unit, inside, zone);
  return period.label === label ? period : null;
}

const LABEL = /^((?:19|20|21)\d{2})(?:-Q([1-4])|-W(\d{2})|-(\d{2}))?$/;

/** The period of a unit in which a local date lies. */
export function periodOfDay(unit: PeriodUnit, day: Day, zone: ZoneTable): Period {
  const first = firstDayOf(unit, day);
  return {
    label: labelOf(unit, first),
    unit,
    from: midnight(zone, first),
    to: midnight(zone, nextPeriod(unit, first)),
  };
}

/** The instant at which a local date begins. */
export const midnight = (zone: ZoneTable, day: Day): Micros => toUtc(zone, day * MICROS_PER_DAY, 'first');

/** The local date of an instant. */
export const localDay = (zone: ZoneTable, t: Micros): Day => Math.floor(toLocal(zone, t) / MICROS_PER_DAY);

function firstDayOf(unit: PeriodUnit, day: Day): Day {
  const { year, month } = civil(day);
  switch (unit) {
    case 'week':
      return day - weekday(day);
    case 'month':
      return firstOfMonth(year, month);
    case 'quarter':
      return firstOfMonth(year, month - (month % 3));
    case 'year':
      return firstOfMonth(year, 0);
  }
}

function nextPeriod(unit: PeriodUnit, first: Day): Day {
  if (unit === 'week') return first + 7;
  const { year, month } = civil(first);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return firstOfMonth(year + Math.floor((month + months) / 12), (month + months) % 12);
}

function labelOf(unit: PeriodUnit, first: Day): string {
  const { year, month } = civil(first);
  switch (unit) {
    case 'week': {
      // Noon of the civil date in the runtime's own zone: ISO weeks are a matter of civil dates.
      const date = new Date(year, month, new Date(first * MS_PER_DAY).getUTCDate(), 12);
      return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
    }
    case 'month':
      return `${year}-${String(month + 1).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${month / 3 + 1}`;
    case 'year':
      return String(year);
  }
}

function civil(day: Day): { readonly year: number /** From 0. */; readonly month: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** `month` from 0. */
function firstOfMonth(year: number, month: number): Day {
  const day = dayOf(year, month + 1, 1);
  if (day === null) throw new RangeError(`No month ${month + 1} of ${year}`);
  return day;
}
