import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Day, LocalMicros } from '../model/time.ts';
import { type ClosedHours, type Closures, disjoint } from './closures.ts';
import { MICROS_PER_DAY, MICROS_PER_SECOND } from './day.ts';
import { MOST_PARAMETERS, overloadedLine } from './ics-lines.ts';
import { type Asked as AskedOfRules, type Event, type Placed, seriesOf, startsOf } from './ics-series.ts';
import { type Clocks, type Moment, timeReader } from './ics-times.ts';

/**
 * Longest file read, in characters, and most days looked at for its rules: a calendar from a stranger must
 * not hang a check.
 */
const MOST_CHARACTERS = 10_000_000;
const MOST_DAYS = 2_000_000;

/** Events, and dates in their lists, beyond which it closes no office: each is held in memory. */
const [MOST_EVENTS, MOST_DATES] = [20_000, 50_000];

export type IcsClosures =
  | (Closures & {
      readonly ok: true;
      readonly notes: readonly string[];
      /** A sentence for each event that closes nothing, and what to write. */
      readonly leftOut: readonly { readonly message: string; readonly help: string }[];
    })
  | { readonly ok: false; readonly message: string; readonly help: string };

/**
 * What an iCalendar file (RFC 5545) closes from `from` to `to`, both included: its all-day events their days,
 * one by one or repeated, with their summaries; an event of several days ends before its DTEND. A day off may
 * also be written from 00:00 to 24:00 or 23:59, or bear the mark of a mail program. Any other event closes
 * its hours. Times that name no zone are read on the clocks of `timezone`. Cancelled events are left out; what
 * else closes nothing is counted in a note, and `leftOut` names each.
 */
export async function icsClosures(text: string, from: Day, to: Day, timezone = 'UTC'): Promise<IcsClosures> {
  if (text.length > MOST_CHARACTERS) {
    return problem(t`is larger than 10 MB`, t`export the days off alone`);
  }
  const overloaded = overloadedLine(text);
  if (overloaded !== null)
    return problem(
      t`has a line of more than ${whole(MOST_PARAMETERS)} parameters, line ${whole(overloaded)}`,
      t`export the days off alone`,
    );
  const { default: ical } = await import('ical.js');
  try {
    const parsed: unknown = ical.parse(text.replace(/^\uFEFF/, ''));
    const calendars = (isJCal(parsed) ? [parsed] : Array.isArray(parsed) ? parsed : []).filter(isJCal);
    if (calendars.length === 0) return problem(t`holds no calendar`, t`the file starts with BEGIN:VCALENDAR`);
    const large = tooMuch(calendars);
    if (large !== null) return large;
    const events = calendars.flatMap(eachAlone).map((calendar) => {
      const component = new ical.Component(calendar).getFirstSubcomponent('vevent');
      return component === null ? [] : [new ical.Event(component)];
    });
    return collect(events.flat(), { from, to, ...timeReader(timezone), budget: { left: MOST_DAYS } });
  } catch (error) {
    return problem(
      t`cannot be read (${reasonOf(error).slice(0, 120)})`,
      t`export it again as iCalendar (RFC 5545)`,
    );
  }
}

interface Asked extends AskedOfRules {
  /** The clocks of the calendar. */
  readonly home: Clocks;
}

/** An event that happens, and whether it closes its days, not its hours. */
interface Timed extends Placed {
  readonly wholeDays: boolean;
}

/** What the parser says of a line; where lines stand out of place it stumbles, and what it says then is of its own insides. */
function reasonOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError) return t`a line is out of place`;
  return error instanceof Error ? error.message : String(error);
}

function collect(events: readonly Event[], asked: Asked): IcsClosures {
  const days = new Map<Day, string>();
  const hours: ClosedHours[] = [];
  const leftOut: { readonly message: string; readonly help: string }[] = [];
  const series = seriesOf(events, asked.read);
  for (const event of events) {
    if (event.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const timed = timedOf(event, asked);
    if ('message' in timed) {
      leftOut.push(timed);
      continue;
    }
    const starts = startsOf(timed, series.get(event.uid ?? ''), asked);
    if ('isFatal' in starts) {
      const { isFatal, ...told } = starts;
      if (isFatal) return { ok: false, ...told };
      leftOut.push(told);
      continue;
    }
    for (const start of starts) {
      if (timed.wholeDays) putDays(days, timed, start, asked);
      else hours.push(...hoursOf(timed, start));
    }
  }
  const n = leftOut.length;
  const told = plural(n, t`${whole(n)} event that closes nothing`, t`${whole(n)} events that close nothing`);
  return { ok: true, days, hours: disjoint(hours), notes: n === 0 ? [] : [told], leftOut };
}

/** How mail programs say that an event with times is one of whole days. */
const MARKS = ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent', 'x-funambol-allday'];

/** Seconds beyond which a duration is none: a hundred years. */
const LONGEST = 100 * 366 * 86_400;

const secondsOf = (duration: unknown): number =>
  typeof duration === 'object' && duration !== null && 'toSeconds' in duration
    ? Number((duration as { toSeconds(): number }).toSeconds())
    : 0;

/** The ends of an event; or, where it closes nothing, why. */
function timedOf(
  event: Event,
  { home, read }: Asked,
): Timed | { readonly message: string; readonly help: string } {
  const { component, startDate } = event;
  const name = event.summary || t`Without a title`;
  const help = t`give it a beginning and an end, or write what it closes under closed`;
  if (!startDate) return { message: t`The event "${name}" has no date and closes nothing`, help };
  const dtstart = component.getFirstProperty('dtstart');
  const start = read(startDate, dtstart);
  // The parser walks to an end month by month.
  if (Math.abs(secondsOf(component.getFirstPropertyValue('duration'))) > LONGEST)
    return { message: t`The event "${name}" has no end and closes nothing`, help };
  const end = read(event.endDate, component.getFirstProperty('dtend') ?? dtstart);
  const marked = MARKS.some((mark) =>
    /^(?:true|1)$/i.test(String(component.getFirstPropertyValue(mark) ?? '')),
  );
  const wholeDays = marked || start.isDate || isWholeDays(start, end, home);
  if (wholeDays) return { event, start, end, wholeDays };
  const at = startDate.toString().replace('T', ' ').slice(0, 16);
  if (start.clocks === null || end.clocks === null) {
    const zone = (start.clocks === null ? start.tzid : end.tzid) ?? '';
    return {
      message: t`The event "${name}" of ${at} is in a time zone that is not known ("${zone}") and closes nothing`,
      help: t`write an IANA name such as TZID=Europe/Paris, or export the file with its VTIMEZONE`,
    };
  }
  if (String(component.getFirstPropertyValue('transp') ?? '').toUpperCase() === 'TRANSPARENT') {
    return {
      message: t`The event "${name}" of ${at} is marked as free time and closes nothing`,
      help: t`mark it as busy (TRANSP:OPAQUE) where it closes its hours`,
    };
  }
  if (end.clocks.toInstant(end.wall, 'last') > start.clocks.toInstant(start.wall, 'first'))
    return { event, start, end, wholeDays };
  return { message: t`The event "${name}" of ${at} has no length and closes nothing`, help };
}

const LAST_MINUTE = MICROS_PER_DAY - 60 * MICROS_PER_SECOND;

function isWholeDays(start: Moment, end: Moment, home: Clocks): boolean {
  const [from, to] = [wallAt(home, start), wallAt(home, end)];
  const rest = to % MICROS_PER_DAY;
  return from % MICROS_PER_DAY === 0 && to > from && (rest === 0 || rest >= LAST_MINUTE);
}

/** As it is written; a time in UTC as the clocks of the calendar show it. */
const wallAt = (home: Clocks, { wall, clocks }: Moment): LocalMicros =>
  clocks?.utc ? home.toWall(wall) : wall;

/** Closes the dates of an event, both ends included: one that ends at midnight ends the day before. */
function putDays(days: Map<Day, string>, timed: Timed, start: LocalMicros, { from, to, home }: Asked): void {
  const { event, end } = timed;
  const shift = start - timed.start.wall;
  const [begins, ends] = [timed.start, end].map((each) => wallAt(home, { ...each, wall: each.wall + shift }));
  const first = Math.floor((begins ?? 0) / MICROS_PER_DAY);
  const last = Math.max(first, Math.ceil((ends ?? 0) / MICROS_PER_DAY) - 1);
  for (let day = Math.max(first, from); day <= Math.min(last, to); day++)
    if (!days.has(day)) days.set(day, event.summary || t`Day off`);
}

/** What an event closes that begins at a time: a time that the clocks show twice lies in it both times. */
function hoursOf({ event, start, end }: Timed, at: LocalMicros): readonly ClosedHours[] {
  if (start.clocks === null || end.clocks === null) return [];
  const from = start.clocks.toInstant(at, 'first');
  const to = end.clocks.toInstant(end.wall + at - start.wall, 'last');
  return to > from ? [{ from, to, name: event.summary || t`Without a title` }] : [];
}

/** What the parser gives for one calendar: its name, properties and parts. */
type JCal = [name: string, properties: unknown[], parts: unknown[]];

/** Several calendars come in a list. */
function isJCal(value: unknown): value is JCal {
  return Array.isArray(value) && value[0] === 'vcalendar' && Array.isArray(value[2]);
}

const partsNamed = ([, , parts]: JCal, wanted: string): readonly JCal[] =>
  parts.filter((part): part is JCal => Array.isArray(part) && part[0] === wanted);

/** Counted before anything is made of them. */
function tooMuch(calendars: readonly JCal[]): IcsClosures | null {
  const events = calendars.flatMap((calendar) => partsNamed(calendar, 'vevent'));
  const help = t`export the days off alone`;
  if (events.length > MOST_EVENTS)
    return problem(t`holds ${whole(events.length)} events, and at most ${whole(MOST_EVENTS)} are read`, help);
  let dates = 0;
  // Name, parameters and type stand before the values.
  for (const [, properties] of events)
    for (const property of properties)
      if (Array.isArray(property) && /^(?:rdate|exdate)$/.test(String(property[0])))
        dates += property.length - 3;
  if (dates <= MOST_DATES) return null;
  return problem(t`lists ${whole(dates)} dates, and at most ${whole(MOST_DATES)} are read`, help);
}

/** A calendar for each event, with the zones: the library looks through all parts of a calendar for each time. */
function eachAlone(calendar: JCal): readonly JCal[] {
  const [name, properties] = calendar;
  const zones = partsNamed(calendar, 'vtimezone');
  return partsNamed(calendar, 'vevent').map((event) => [name, properties, [...zones, event]]);
}

/** The sentence goes on after the file's name. */
function problem(message: string, help: string): IcsClosures {
  return { ok: false, message, help };
}
