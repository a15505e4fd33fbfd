import { type Compiled, compileCalendar } from '../../calendar/calendar.ts';
import { type Closures, NOTHING_CLOSED } from '../../calendar/closures.ts';
import { formatDay, MICROS_PER_DAY, MICROS_PER_MINUTE, weekday } from '../../calendar/day.ts';
import { dueCalendarDays, dueElapsed } from '../../calendar/due.ts';
import { seasonOn } from '../../calendar/seasons.ts';
import { toLocal, toUtc, zoneTable } from '../../calendar/zone.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import { weekdayName } from '../../messages/weekdays.ts';
import type { Agreement, CalendarDef, PromiseDef, Season } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { DueExample } from '../../model/requests.ts';
import type { Day, Duration, Micros, RowDeadline, Limit as Until } from '../../model/time.ts';
import { columnName } from '../wording/names.ts';
import { dateText, durationText, timeText } from '../wording/small-forms.ts';

/** Friday 16:30: after it come a closing and a weekend. */
const FRIDAY = 4;
const HALF_PAST_FOUR = (16 * 60 + 30) * 60_000_000;

/** Where the agreement names no first day in force. */
export const ORDINARY_FRIDAY: Day = 20_517;

/** How far holidays are needed for the examples, days. */
const EXAMPLE_SPAN = 400;

/** A season that comes later has no example. */
const WEEKS_AHEAD = 3 * 53;

/** A day on which an example arrives, and the dates of the season it lies in; null in the usual week. */
interface Arrival {
  readonly day: Day;
  readonly season: string | null;
}

/**
 * The Fridays on which the examples arrive: the first of the usual week, then the first of each season. One
 * is taken that has the Monday after it in the same hours, where there is one.
 */
function arrivals(agreement: Agreement, seasons: readonly Season[]): readonly Arrival[] {
  const from = agreement.effective.from ?? ORDINARY_FRIDAY;
  const friday = from + ((FRIDAY - weekday(from) + 7) % 7);
  const seasonOf = seasonOn(seasons);
  const last = friday + (seasons.length === 0 ? 0 : WEEKS_AHEAD * 7);
  const first = new Map<Season | null, Arrival>();
  for (const whole of [true, false]) {
    for (let day = friday; day <= last; day += 7) {
      const held = seasonOf(day);
      const season = held?.season ?? null;
      if (first.has(season) || (whole && (seasonOf(day + 3)?.season ?? null) !== season)) continue;
      first.set(season, { day, season: held?.dates ?? null });
    }
  }
  return [null, ...seasons].flatMap((season) => first.get(season) ?? []);
}

/** The days whose holidays the examples on a calendar need, both included. */
export function exampleSpan(
  agreement: Agreement,
  { seasons }: CalendarDef,
): { readonly from: Day; readonly to: Day } {
  const days = arrivals(agreement, seasons).map(({ day }) => day);
  return { from: Math.min(...days) - 7, to: Math.max(...days) + EXAMPLE_SPAN + 7 };
}

/** What each time limit means for a lead that arrives on a Friday at 16:30, in the hours of each season. */
export function dueExamples(
  agreement: Agreement,
  file: string,
  closed: ReadonlyMap<string, Closures>,
): readonly DueExample[] {
  const compiled = new Map<string, Compiled>();
  const compile: Compile = (def, span) => {
    const known = compiled.get(def.id) ?? compileCalendar(def, closed.get(def.id) ?? NOTHING_CLOSED, span);
    compiled.set(def.id, known);
    return known;
  };
  return promisesOf(agreement).flatMap((promise) =>
    limitsOf(promise).flatMap(({ segment, within, calendar }): DueExample[] => {
      const seasons = calendar === null ? [] : (agreement.calendars[calendar]?.seasons ?? []);
      const counts = within.unit.startsWith('business');
      if (within.unit === 'row')
        return [
          { file, commitment: promise.id, title: promise.title, segment, text: inRow(agreement, within) },
        ];
      return arrivals(agreement, counts ? seasons : []).flatMap((arrival): DueExample[] => {
        const text = exampleOf({
          ...{ agreement, within, calendar, compile, arrival },
          ofLeads: promise.population === undefined,
          onHold: kindOf(promise.measure.kind).timing(promise.measure)?.pause?.atMost ?? null,
        });
        return text === null ? [] : [{ file, commitment: promise.id, title: promise.title, segment, text }];
      });
    }),
  );
}

/** What the deadline in a row means: for a date, and for an instant. */
function inRow(agreement: Agreement, { field }: RowDeadline): string {
  const text = t`by the date in ${columnName(agreement, field)}`;
  const [arrival] = arrivals(agreement, []);
  const date = dateText(arrival?.day ?? ORDINARY_FRIDAY);
  const sources = Object.values(agreement.sources).map(({ fields }) => fields);
  const isDate = sources.find((fields) => Object.hasOwn(fields, field))?.[field]?.type === 'date';
  return isDate
    ? t`${text}: what says ${date} is due Friday 24:00`
    : t`${text}: what says ${date} 16:30 is due Friday 16:30, and a date without a time at 24:00`;
}

type Compile = (def: CalendarDef, span: { readonly from: Micros; readonly to: Micros }) => Compiled;

interface Limit {
  readonly segment: string | null;
  readonly within: Until;
  readonly calendar: string | null;
}

function limitsOf({ measure, segments }: PromiseDef): readonly Limit[] {
  const timing = kindOf(measure.kind).timing(measure);
  if (timing === null) return [];
  const { within, calendar } = timing;
  return [
    { segment: null, within, calendar },
    ...segments
      .filter((segment) => segment.within !== null || segment.calendar !== null)
      .map((segment) => ({
        segment: segment.id,
        within: segment.within ?? within,
        calendar: segment.calendar ?? calendar,
      })),
  ];
}

function exampleOf({
  agreement,
  within,
  calendar,
  compile,
  arrival: { day, season },
  ofLeads,
  onHold,
}: {
  readonly agreement: Agreement;
  readonly within: Duration;
  readonly calendar: string | null;
  readonly compile: Compile;
  readonly arrival: Arrival;
  /** Else its cases are rows of another source, which arrive nowhere. */
  readonly ofLeads: boolean;
  /** All that it may be on hold; null where its clock never stands still. */
  readonly onHold: Duration | null;
}): string | null {
  const def = calendar === null ? undefined : agreement.calendars[calendar];
  const local = day * MICROS_PER_DAY + HALF_PAST_FOUR;
  const span = { from: local - MICROS_PER_DAY, to: local + EXAMPLE_SPAN * MICROS_PER_DAY };
  const zone = zoneTable(def?.timezone ?? agreement.timezone, span.from, span.to);
  const begin = toUtc(zone, local, 'first');
  // Most limits end within a month; the calendar widens for those that do not.
  const compiled = def && compile(def, { from: span.from, to: local + 31 * MICROS_PER_DAY });
  const due = dueOf(compiled, zone, begin, within);
  if (due === null || due > span.to) return null;
  // Open time comes before it, so midnight belongs to the date that ends.
  const ends = within.unit.startsWith('business') && toLocal(zone, due - 1) < toLocal(zone, due);
  const plain = spoken(toLocal(zone, due), day, ends);
  const latest = onHold && 'micros' in onHold ? laterBy(compiled, { start: begin, due }, onHold) : null;
  const time =
    latest === null || latest > span.to || onHold === null
      ? plain.text
      : t`${plain.text}, and after ${durationText(onHold)} on hold ${spoken(toLocal(zone, latest), day, ends).text}`;
  const said = season === null ? durationText(within) : t`${durationText(within)}, season ${season}`;
  // A due in another week has its date, and then the start has one too.
  const start =
    season !== null || plain.isDated
      ? t`Friday ${dateText(day, { year: season !== null })} 16:30`
      : t`Friday 16:30`;
  return ofLeads
    ? t`${said}: a lead that arrives ${start} is due ${time}`
    : t`${said}: what starts ${start} is due ${time}`;
}

/** Due where a clock has stood still for so long of its time. */
function laterBy(
  compiled: Compiled | undefined,
  { start, due }: { readonly start: Micros; readonly due: Micros },
  onHold: Duration & { readonly micros: Micros },
): Micros | null {
  if (onHold.unit === 'elapsed') return due + onHold.micros;
  if (compiled === undefined) return null;
  const micros = compiled.openBetween(start, due) + onHold.micros;
  return compiled.due(start, { unit: 'business-time', micros, text: '' });
}

function dueOf(
  compiled: Compiled | undefined,
  zone: ZoneTable,
  start: Micros,
  within: Duration,
): Micros | null {
  if (compiled) return compiled.due(start, within);
  if (within.unit === 'elapsed') return dueElapsed(start, within.micros);
  return within.unit === 'calendar-days' ? dueCalendarDays(zone, start, within.days) : null;
}

/**
 * `Monday 11:00`, with the date from the second week on, and its year where that is another; a midnight that ends a day is
 * `Friday 24:00`.
 */
function spoken(
  local: Micros,
  start: Day,
  ends: boolean,
): { readonly text: string; readonly isDated: boolean } {
  const midnight = ends && local % MICROS_PER_DAY === 0;
  const day = Math.floor(local / MICROS_PER_DAY) - (midnight ? 1 : 0);
  const minutes = Math.floor((local - day * MICROS_PER_DAY) / MICROS_PER_MINUTE);
  const [name, time] = [weekdayName(weekday(day)), timeText(midnight ? 1440 : minutes)];
  if (day - start < 7) return { text: `${name} ${time}`, isDated: false };
  const date = dateText(day, { year: yearOf(day) !== yearOf(start) });
  return { text: t`${name} ${date} ${time}`, isDated: true };
}

const yearOf = (day: Day): string => formatDay(day).slice(0, 4);
