import type ICAL from 'ical.js';
import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Day } from '../model/time.ts';
import { dayOf, MICROS_PER_SECOND } from './day.ts';
import { toLocal, zoneTable } from './zone.ts';

type Event = InstanceType<typeof ICAL.Event>;
type Recur = InstanceType<typeof ICAL.Recur>;
type Time = InstanceType<typeof ICAL.Time>;

/**
 * Longest file read, in characters, and most occurrences walked in it: a calendar from a stranger must not
 * hang a check.
 */
const MOST_CHARACTERS = 10_000_000;
const MOST_OCCURRENCES = 10_000;

/**
 * The parts of a rule that are walked, by frequency. Of the others, some combinations never occur (each day
 * that is 30 February) and would be searched for without end; days off repeat by the year.
 */
const PARTS: Readonly<Record<string, RegExp>> = {
  YEARLY: /^BY/,
  MONTHLY: /^BYDAY$/,
  WEEKLY: /^BYDAY$/,
  DAILY: /^$/,
};

export type IcsDays =
  | {
      readonly ok: true;
      readonly days: Map<Day, string>;
      readonly notes: readonly string[];
      /** A sentence for each event that closes nothing. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly message: string; readonly help: string };

/**
 * The days off of an iCalendar file (RFC 5545), from `from` to `to`, both included: its all-day events, one
 * by one or repeated, with their summaries; an event of several days ends before its DTEND. A day off may
 * also be written from 00:00 to 24:00 or 23:59, or bear the mark of a mail program; times in UTC are read
 * on the clocks of `timezone`. Cancelled events are left out. Events of some hours close nothing: they are
 * counted in a note, and `leftOut` names each.
 */
export async function icsDays(text: string, from: Day, to: Day, timezone = 'UTC'): Promise<IcsDays> {
  if (text.length > MOST_CHARACTERS) {
    return problem(t`is larger than 10 MB`, t`export the days off alone`);
  }
  const { default: ical } = await import('ical.js');
  let events: Event[];
  try {
    const parsed: unknown = ical.parse(text.replace(/^\uFEFF/, ''));
    const calendars = (isJCal(parsed) ? [parsed] : Array.isArray(parsed) ? parsed : []).filter(isJCal);
    if (calendars.length === 0) return problem(t`holds no calendar`, t`the file starts with BEGIN:VCALENDAR`);
    const vevents = calendars.flatMap((calendar) =>
      new ical.Component(calendar).getAllSubcomponents('vevent'),
    );
    events = withExceptions(
      vevents.map((component) => new ical.Event(component, { strictExceptions: true })),
    );
    return collect(events, from, to, timezone);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(t`cannot be read (${reason.slice(0, 120)})`, t`export it again as iCalendar (RFC 5545)`);
  }
}

/** A moved or changed occurrence is an event of its own that names the one it replaces. */
function withExceptions(all: readonly Event[]): Event[] {
  const masters = all.filter((event) => !event.isRecurrenceException());
  for (const exception of all.filter((event) => event.isRecurrenceException())) {
    const master = masters.find((event) => event.uid === exception.uid);
    if (master) master.relateException(exception);
    else masters.push(exception);
  }
  return masters;
}

function collect(events: readonly Event[], from: Day, to: Day, timezone: string): IcsDays {
  const days = new Map<Day, string>();
  const leftOut: string[] = [];
  let walked = 0;
  const put = (event: Event, start: Time, end: Time): void => {
    if (isCancelled(event)) return;
    const { first, last } = spanOf(start, end, timezone);
    for (let day = Math.max(first, from); day <= Math.min(last, to); day++) {
      if (!days.has(day)) days.set(day, event.summary || t`Day off`);
    }
  };
  for (const event of events) {
    if (!isDayOff(event, timezone)) {
      if (!isCancelled(event)) leftOut.push(sentenceOf(event));
      continue;
    }
    if (!event.isRecurring()) {
      put(event, event.startDate, event.endDate);
      continue;
    }
    const rules = event.component.getAllProperties('rrule').map(ruleOf);
    if (!rules.every(isWalked)) {
      return problem(
        t`repeats "${event.summary}" by a rule that is not read`,
        t`give it a yearly rule, or its dates`,
      );
    }
    const dates = event.iterator();
    for (let next = dates.next(); next && dayOfTime(next) <= to; next = dates.next()) {
      if (++walked > MOST_OCCURRENCES) {
        return problem(t`repeats "${event.summary}" too many times`, t`give its rule a later DTSTART`);
      }
      const listed = event.component.hasProperty('rdate');
      if (!listed && !rules.every((rule) => isDateOf(rule, event.startDate, next))) continue;
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      put(item, startDate, endDate);
    }
  }
  const n = leftOut.length;
  const told = plural(n, t`${whole(n)} event with hours left out`, t`${whole(n)} events with hours left out`);
  return { ok: true, days, notes: n === 0 ? [] : [told], leftOut };
}

/** How mail programs say that an event with times is one of whole days. */
const MARKS = ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent', 'x-funambol-allday'];

function isDayOff(event: Event, timezone: string): boolean {
  const { startDate, endDate } = event;
  if (!startDate || startDate.isDate) return startDate?.isDate === true;
  if (MARKS.some((mark) => /^(?:true|1)$/i.test(String(event.component.getFirstPropertyValue(mark) ?? ''))))
    return true;
  const [start, end] = [wallOf(startDate, timezone), wallOf(endDate, timezone)];
  return start % DAY === 0 && end > start && (end % DAY === 0 || end % DAY >= LAST_MINUTE);
}

/** The dates of an event, both included: one that ends at midnight ends the day before. */
function spanOf(start: Time, end: Time, timezone: string): { readonly first: Day; readonly last: Day } {
  if (start.isDate) {
    const first = dayOfTime(start);
    return { first, last: Math.max(first, dayOfTime(end) - 1) };
  }
  const first = Math.floor(wallOf(start, timezone) / DAY);
  return { first, last: Math.max(first, Math.ceil(wallOf(end, timezone) / DAY) - 1) };
}

const [DAY, LAST_MINUTE] = [86_400, 86_400 - 60];

/**
 * What the clock on the wall shows, in seconds as if it were UTC: as it is written, and times in UTC as the
 * zone shows them.
 */
function wallOf(time: Time, timezone: string): number {
  const written = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
  if (time.zone?.tzid !== 'UTC') return written;
  const instant = written * MICROS_PER_SECOND;
  return toLocal(zoneTable(timezone, instant, instant), instant) / MICROS_PER_SECOND;
}

/** An event that closes nothing, by its name and the time at which it starts. */
function sentenceOf(event: Event): string {
  const name = event.summary || t`Without a title`;
  const start = event.startDate;
  return start
    ? t`The event "${name}" of ${start.toString().replace('T', ' ').slice(0, 16)} has hours and closes nothing`
    : t`The event "${name}" has no date and closes nothing`;
}

function ruleOf(property: ReturnType<Event['component']['getAllProperties']>[number]): Recur {
  return property.getFirstValue() as Recur;
}

function isWalked({ freq, parts }: Recur): boolean {
  const walked = PARTS[freq];
  return walked !== undefined && Object.keys(parts).every((part) => walked.test(part));
}

/**
 * The library moves 29 February to 1 March where there is none; a yearly date that does not exist is left
 * out.
 */
function isDateOf({ freq, parts }: Recur, start: Time, date: Time): boolean {
  if (freq !== 'YEARLY' || Object.keys(parts).some((part) => part !== 'BYMONTH')) return true;
  return date.day === start.day;
}

function isCancelled(event: Event): boolean {
  return event.component.getFirstPropertyValue('status') === 'CANCELLED';
}

function dayOfTime({ year, month, day }: Time): Day {
  const date = dayOf(year, month, day);
  if (date === null) throw new RangeError(`${year}-${month}-${day} is not a date`);
  return date;
}

/**
 * What the parser gives for one calendar: its name, properties and parts. Several calendars come in a list.
 */
function isJCal(value: unknown): value is [string, unknown[], unknown[]] {
  return Array.isArray(value) && value[0] === 'vcalendar';
}

/** The sentence goes on after the file's name. */
function problem(message: string, help: string): IcsDays {
  return { ok: false, message, help };
}
