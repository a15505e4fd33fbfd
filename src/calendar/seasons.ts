import { t } from '../messages/index.ts';
import type { Season, YearlyDates } from '../model/agreement.ts';
import type { Day, DayRange } from '../model/time.ts';
import { dayOf, formatDay, type Parsed, parseDayRange } from './day.ts';
import { rangeAt } from './ranges.ts';

/** The dates of a season as one text says them: of every year, or of one. */
export type SeasonDates = ({ readonly every: 'year' } & YearlyDates) | ({ readonly every: null } & DayRange);

/**
 * `07-01..08-31` is every year, past its end where the first date is the later one (`10-01..03-31`);
 * `2026-02-18..2026-03-19` is once. Both ends are included. 29 February holds where there is one.
 */
export function parseSeasonDates(text: string): Parsed<SeasonDates> {
  if (/^\s*\d{4}-/.test(text)) {
    const once = parseDayRange(text);
    return once.ok ? { ok: true, value: { every: null, ...once.value } } : once;
  }
  const ends = text.split('..');
  const [from = null, to = from] = ends.map(monthDay);
  if (from !== null && to !== null && ends.length <= 2)
    return { ok: true, value: { every: 'year', from, to } };
  return {
    ok: false,
    message: t`"${text}" names no dates of a season`,
    help: t`write dates of every year, 07-01..08-31, or of one, 2026-02-18..2026-03-19`,
  };
}

/** `02-29` as 229; null for what no year has. */
function monthDay(text: string): number | null {
  const match = /^\s*(\d{2})-(\d{2})\s*$/.exec(text);
  const [month, date] = [Number(match?.[1]), Number(match?.[2])];
  return match && dayOf(2000, month, date) !== null ? month * 100 + date : null;
}

/** A season that holds on a date, and by which of its dates, as they are written. */
interface Held {
  readonly season: Season;
  readonly dates: string;
}

/**
 * The season that a date lies in, null for none. Dates of one year come before those of every year:
 * Ramadan takes its weeks out of the summer hours.
 */
export function seasonOn(seasons: readonly Season[]): (day: Day) => Held | null {
  const yearly = new Map<number, Held>();
  for (const season of seasons) {
    for (const range of season.yearly) {
      const held = { season, dates: yearlyText(range) };
      for (const date of datesOf(range)) yearly.set(date, held);
    }
  }
  const once = onceOf(seasons);
  if (yearly.size === 0 && once.length === 0) return () => null;
  return (day) => {
    const range = rangeAt(once, day);
    if (range) return { season: range.season, dates: onceText(range) };
    return yearly.size === 0 ? null : (yearly.get(monthDayOf(day)) ?? null);
  };
}

interface Once extends DayRange {
  readonly season: Season;
}

/** Their dates of one year, sorted. */
function onceOf(seasons: readonly Season[]): readonly Once[] {
  const ranges = seasons.flatMap((season) => season.once.map(({ from, to }) => ({ from, to, season })));
  return ranges.sort((a, b) => a.from - b.from);
}

/** The date of a leap year, so that 29 February is one of them. */
const LEAP_YEAR = dayOf(2000, 1, 1) ?? 0;

/** Each date of the year that lies between two, as month times 100 and day. */
function datesOf({ from, to }: YearlyDates): readonly number[] {
  return Array.from({ length: 366 }, (_, i) => monthDayOf(LEAP_YEAR + i)).filter((date) =>
    from <= to ? from <= date && date <= to : from <= date || date <= to,
  );
}

function monthDayOf(day: Day): number {
  const date = formatDay(day);
  return Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}

/** A date that is claimed twice, both times of every year or both times of one, and by which season again. */
export function claimedTwice(
  seasons: readonly Season[],
): { readonly season: Season; readonly date: string } | null {
  const claimed = new Set<number>();
  for (const season of seasons) {
    for (const range of season.yearly) {
      const dates = datesOf(range);
      const date = dates.find((each) => claimed.has(each));
      if (date !== undefined) return { season, date: monthDayText(date) };
      for (const each of dates) claimed.add(each);
    }
  }
  const once = onceOf(seasons);
  const second = once.findIndex(({ from }, i) => from <= (once[i - 1]?.to ?? from - 1));
  const [before, again] = [once[second - 1], once[second]];
  if (!before || !again) return null;
  const later = seasons.indexOf(before.season) > seasons.indexOf(again.season) ? before : again;
  return { season: later.season, date: formatDay(again.from) };
}

const monthDayText = (date: number): string =>
  `${String(Math.floor(date / 100)).padStart(2, '0')}-${String(date % 100).padStart(2, '0')}`;

/** The dates of a season as they are written, in one form: yearly ones first. */
export function seasonTexts({ yearly, once }: Season): readonly string[] {
  return [...yearly.map(yearlyText), ...once.map(onceText)].sort();
}

const yearlyText = ({ from, to }: YearlyDates): string => rangeText(monthDayText(from), monthDayText(to));

const onceText = ({ from, to }: DayRange): string => rangeText(formatDay(from), formatDay(to));

const rangeText = (from: string, to: string): string => (from === to ? from : `${from}..${to}`);
