import type { Closures } from '../../calendar/closures.ts';
import { dayOf } from '../../calendar/day.ts';
import { language, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement, CalendarDef, HolidayRef, Week, YearlyDates } from '../../model/agreement.ts';
import { type Day, MS_PER_DAY, type Window } from '../../model/time.ts';
import { initial } from '../../report/page/periods.ts';
import { datesText, dateText, timeText } from './small-forms.ts';

/** When a calendar is open and when it is closed, one sentence each. */
export function hoursLines(
  def: CalendarDef,
  agreement: Agreement,
  { closures, year }: { readonly closures: Closures; readonly year: number },
): readonly string[] {
  const closed = closedText(def, closures, year);
  return [
    t`${initial(weekText(def.week))}; ${hoursOf(placeOf(def.timezone))} time. Outside these hours no clock runs; the day of the start is not one of the business days.`,
    ...def.seasons.map(
      ({ yearly, once, week }) =>
        t`${allOf([...yearly.map(yearlyText), ...once.map(datesText)])}: ${weekText(week)}.`,
    ),
    ...(closed === null ? [] : [closed]),
    ...def.open.map(({ day, windows }) =>
      windows.length === 0
        ? t`On ${dateText(day)}, closed.`
        : t`On ${dateText(day)}, open ${windowsText(windows)} only.`,
    ),
    ...(def.timezone === agreement.timezone ? [] : [t`Its hours are those of ${def.timezone}.`]),
  ];
}

/** `Europe/Paris` is Paris. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** `Paris time` is `heure de Paris`, `heure d’Amsterdam` and `heure UTC` in French: no place is called UTC. */
const hoursOf = (place: string): string =>
  language() !== 'fr' || !/\p{Ll}/u.test(place)
    ? place
    : /^[AEIOUY]/i.test(place)
      ? `d’${place}`
      : `de ${place}`;

const WEEK_OF_1970_01_05 = 4;

const dayName = (index: number): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date((WEEK_OF_1970_01_05 + index) * MS_PER_DAY));

/** `Monday to Thursday 9:00–12:30 and 13:30–18:00; Friday 9:00–12:30`. Days in a row that are alike go together. */
function weekText(week: Week): string {
  const runs: { first: number; last: number; readonly text: string }[] = [];
  for (const [day, windows] of week.entries()) {
    const text = windowsText(windows);
    const run = runs.at(-1);
    if (run?.text === text && run.last === day - 1) run.last = day;
    else if (windows.length > 0) runs.push({ first: day, last: day, text });
  }
  if (runs.length === 0) return t`always closed`;
  return runs.map(({ first, last, text }) => t`${runName(first, last)} ${text}`).join(t`; `);
}

function runName(first: number, last: number): string {
  if (first === last) return dayName(first);
  return last - first === 1
    ? allOf([dayName(first), dayName(last)])
    : t`from ${dayName(first)} to ${dayName(last)}`;
}

function windowsText(windows: readonly Window[]): string {
  if (windows.length === 1 && windows[0]?.open === 0 && windows[0].close === 1440) return t`day and night`;
  return allOf(windows.map(({ open, close }) => `${timeText(open)}–${timeText(close)}`));
}

function yearlyText({ from, to }: YearlyDates): string {
  const text = (date: number): string =>
    dateText(dayOf(2000, Math.floor(date / 100), date % 100) ?? 0, { year: false });
  return from === to ? t`each ${text(from)}` : t`each year from ${text(from)} to ${text(to)}`;
}

/** The public holidays, those of one year by their dates, and the dates of its own. */
function closedText({ holidays, closed }: CalendarDef, closures: Closures, year: number): string | null {
  const own = closed.map(datesText);
  const rules = holidays.map(holidayText);
  if (rules.length === 0) return own.length === 0 ? null : t`Closed ${allOf(own)}.`;
  const [first, last] = [dayOf(year, 1, 1) ?? 0, dayOf(year, 12, 31) ?? 0];
  const dates = [...closures.days.keys()].filter((day) => day >= first && day <= last).sort((a, b) => a - b);
  const listed = dates.length === 0 ? '' : t` (in ${year}: ${datesOfYear(dates)})`;
  const all = t`${allOf(rules)}${listed}`;
  return own.length === 0 ? t`Closed on ${all}.` : t`Closed on ${all}, and ${allOf(own)}.`;
}

function holidayText(ref: HolidayRef): string {
  if (ref.kind === 'ics') return t`the days of ${ref.file}`;
  const name = new Intl.DisplayNames(language(), { type: 'region' }).of(ref.country) ?? ref.country;
  return ref.region === null
    ? t`the public holidays of ${name}`
    : t`the public holidays of ${name}, region ${ref.region}`;
}

/** `1, 8 and 25 May, 14 July`: the dates of a month go together. */
function datesOfYear(days: readonly Day[]): string {
  const months = new Map<number, Day[]>();
  for (const day of days) {
    const month = new Date(day * MS_PER_DAY).getUTCMonth();
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months.values()]
    .map((own) => {
      const last = dateText(own.at(-1) ?? 0, { year: false });
      const before = own.slice(0, -1).map((day) => dateText(day, { year: false }).split(' ')[0] ?? '');
      return allOf([...before, last]);
    })
    .join(', ');
}
