import type { Day } from '../model/time.ts';
import { dayOf, weekday } from './day.ts';

/** A rule of RFC 5545 that repeats by dates: what it names narrows the days of a period. */
export interface Recurrence {
  readonly freq: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';
  readonly interval: number;
  /** The last date, included; null for none. */
  readonly until: Day | null;
  readonly count: number | null;
  /** 0 is Monday. */
  readonly weekStart: number;
  readonly months: readonly number[];
  /** ISO weeks counted by `weekStart`; from the end where negative, as all that follow. */
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  /** `nth` of the month, or of the year where no month is named; 0 for each. */
  readonly weekdays: readonly { readonly nth: number; readonly day: number }[];
  /** Which of the days of a period, from 1. */
  readonly positions: readonly number[];
}

/** How much may be looked at yet, in days: it is shared by the rules of one file. */
export interface Budget {
  left: number;
}

/**
 * The dates from `from` to `to`, both included, on which a rule repeats what is first on `start`; null where
 * looking for them would take longer than the budget. Ends for every rule: it walks periods, not occurrences.
 */
export function datesOf(
  rule: Recurrence,
  start: Day,
  { from, to }: { readonly from: Day; readonly to: Day },
  budget: Budget,
): readonly Day[] | null {
  const last = Math.min(to, rule.until ?? to);
  const names = namesDay(rule, start);
  const found: Day[] = [];
  let counted = 0;
  // Without a count nothing before the span has to be known.
  for (let n = rule.count === null ? periodsBefore(rule, start, from) : 0; ; n++) {
    const period = periodOf(rule, start, n);
    if (period === null || period.from > last) return found;
    const days = daysOf(period, rule, start);
    budget.left -= 4 + days.length;
    if (budget.left < 0) return null;
    for (const day of atPositions(days.filter(names), rule.positions)) {
      if (day < start || day > last) continue;
      if (rule.count !== null && ++counted > rule.count) return found;
      if (day >= from) found.push(day);
    }
  }
}

interface Period {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

/** About how long a period is, never too short: to begin at the span, and not long before it. */
const LONGEST = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7, DAILY: 1 } as const;

const periodsBefore = ({ freq, interval }: Recurrence, start: Day, from: Day): number =>
  Math.max(0, Math.floor((from - start) / (LONGEST[freq] * interval)) - 1);

/** The n-th period from that of the start; null beyond the year 9999. */
function periodOf({ freq, interval, weekStart }: Recurrence, start: Day, n: number): Period | null {
  const { year, month } = parts(start);
  switch (freq) {
    case 'YEARLY':
      return between(year + n * interval, 1, year + n * interval + 1, 1);
    case 'MONTHLY': {
      const index = year * 12 + month - 1 + n * interval;
      const [at, next] = [Math.floor(index / 12), Math.floor((index + 1) / 12)];
      return between(at, (index % 12) + 1, next, ((index + 1) % 12) + 1);
    }
    case 'WEEKLY': {
      const monday = start - ((weekday(start) - weekStart + 7) % 7) + 7 * n * interval;
      return { from: monday, to: monday + 6 };
    }
    case 'DAILY':
      return { from: start + n * interval, to: start + n * interval };
  }
}

function between(year: number, month: number, nextYear: number, nextMonth: number): Period | null {
  if (year > 9999) return null;
  const [from, next] = [dayOf(year, month, 1), dayOf(nextYear, nextMonth, 1)];
  return from === null || next === null ? null : { from, to: next - 1 };
}

/** The days of a period that come into question: of a year, those of the months that a rule names. */
function daysOf({ from, to }: Period, rule: Recurrence, start: Day): readonly Day[] {
  const run = (first: Day, last: Day): readonly Day[] =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const months = rule.freq === 'YEARLY' ? monthsOf(rule, start) : [];
  if (months.length === 0) return run(from, to);
  const { year } = parts(from);
  return [...months]
    .sort((a, b) => a - b)
    .flatMap((month) => {
      const first = dayOf(year, month, 1);
      return first === null ? [] : run(first, first + lengthOf(year, month) - 1);
    });
}

/** Counted from the first where positive, from the last where negative. */
function atPositions(days: readonly Day[], positions: readonly number[]): readonly Day[] {
  if (positions.length === 0) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}

/** The months to which a rule keeps; none for all. */
function monthsOf(rule: Recurrence, start: Day): readonly number[] {
  const whole = rule.freq === 'YEARLY' && rule.weeks.length === 0 && isBare(rule);
  return whole && rule.months.length === 0 ? [parts(start).month] : rule.months;
}

/** Whether a day fits all parts of a rule; what it does not name is as on the day of the start. */
function namesDay(rule: Recurrence, start: Day): (day: Day) => boolean {
  const { freq, weeks, yearDays, monthDays, weekdays, weekStart } = rule;
  const none = weeks.length === 0 && isBare(rule);
  const byMonth = monthsOf(rule, start);
  const byDate = none && (freq === 'YEARLY' || freq === 'MONTHLY') ? [parts(start).date] : monthDays;
  const sameDay = { nth: 0, day: weekday(start) };
  const wholeWeek = freq === 'WEEKLY' ? weekdays.length === 0 : weeks.length > 0 && isBare(rule);
  const byDay = wholeWeek ? [sameDay] : weekdays;
  const inYear = freq === 'YEARLY' && byMonth.length === 0;
  const onDays = new Set(byDay.map((each) => each.day));
  const everyNth = byDay.every(({ nth }) => nth === 0);
  const byDayAlone = byMonth.length + weeks.length + yearDays.length + byDate.length === 0 && everyNth;
  return (day) => {
    if (onDays.size > 0 && !onDays.has(weekday(day))) return false;
    if (byDayAlone) return true;
    const { year, month, date } = parts(day);
    if (byMonth.length > 0 && !byMonth.includes(month)) return false;
    const monthEnd = lengthOf(year, month);
    if (byDate.length > 0 && !hasIndex(byDate, date, monthEnd)) return false;
    if (weeks.length > 0 && !hasIndex(weeks, ...weekOfYear(day, year, weekStart))) return false;
    if (yearDays.length === 0 && everyNth) return true;
    const newYear = dayOf(year, 1, 1) ?? 0;
    const yearEnd = (dayOf(year, 12, 31) ?? 0) - newYear + 1;
    if (yearDays.length > 0 && !hasIndex(yearDays, day - newYear + 1, yearEnd)) return false;
    if (everyNth) return true;
    const [index, end] = inYear ? [day - newYear + 1, yearEnd] : [date, monthEnd];
    const nth = [Math.ceil(index / 7), -Math.ceil((end - index + 1) / 7)];
    return byDay.some((each) => each.day === weekday(day) && (each.nth === 0 || nth.includes(each.nth)));
  };
}

const isBare = ({ yearDays, monthDays, weekdays }: Recurrence): boolean =>
  yearDays.length + monthDays.length + weekdays.length === 0;

const hasIndex = (wanted: readonly number[], index: number, end: number): boolean =>
  wanted.includes(index) || wanted.includes(index - end - 1);

/** The week of a day in its calendar year, and how many weeks that year has: week 1 has four of its days. */
function weekOfYear(day: Day, year: number, weekStart: number): readonly [number, number] {
  const firstOf = (each: number): Day => {
    const fourth = dayOf(each, 1, 4) ?? 0;
    return fourth - ((weekday(fourth) - weekStart + 7) % 7);
  };
  const [here, next] = [firstOf(year), firstOf(year + 1)];
  return [Math.floor((day - here) / 7) + 1, (next - here) / 7];
}

function parts(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
