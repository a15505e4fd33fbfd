import type ICAL from 'ical.js';
import { t } from '../messages/index.ts';
import type { Day, LocalMicros } from '../model/time.ts';
import { MICROS_PER_DAY } from './day.ts';
import { recurrenceOf } from './ics-rules.ts';
import type { Component, Moment, ReadTime } from './ics-times.ts';
import { type Budget, datesOf, type Recurrence } from './recurrence.ts';

export type Event = InstanceType<typeof ICAL.Event>;
type Time = InstanceType<typeof ICAL.Time>;

export interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly read: ReadTime;
  readonly budget: Budget;
}

/** An event that happens, with its ends as they are written. */
export interface Placed {
  readonly event: Event;
  readonly start: Moment;
  readonly end: Moment;
}

/** The events of one UID: what repeats, and the dates of its rule for which others stand, changed or cancelled. */
export interface Series {
  /** Null where the file holds only what was changed. */
  readonly whole: Event | null;
  readonly single: ReadonlySet<Day>;
  /** The dates from which on another one stands for all that follow (RANGE=THISANDFUTURE), ascending. */
  readonly onward: readonly Day[];
}

/** Why an event has no dates; `isFatal` where nothing can be told of the file without them. */
export interface NoStarts {
  readonly isFatal: boolean;
  readonly message: string;
  readonly help: string;
}

/** The events of a file by their UID. */
export function seriesOf(events: readonly Event[], read: ReadTime): ReadonlyMap<string, Series> {
  const wholes = new Map(
    events.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid ?? '', event]),
  );
  const series = new Map<string, { whole: Event | null; single: Set<Day>; onward: Day[] }>();
  for (const event of events) {
    const uid = event.uid ?? '';
    const whole = wholes.get(uid) ?? null;
    const one = series.get(uid) ?? { whole, single: new Set(), onward: [] };
    series.set(uid, one);
    if (!event.isRecurrenceException()) continue;
    const day = replacedDay(event, whole, read);
    if (isOnward(event)) one.onward.push(day);
    else one.single.add(day);
  }
  for (const { onward } of series.values()) onward.sort((a, b) => a - b);
  return series;
}

/** The times at which an event begins, as they are written: its own, or those of its rules and of its list. */
export function startsOf(
  placed: Placed,
  series: Series | undefined,
  asked: Asked,
): readonly LocalMicros[] | NoStarts {
  const { event, start, end } = placed;
  const length = Math.ceil((end.wall - start.wall) / MICROS_PER_DAY);
  const span = { from: asked.from - length - 2, to: asked.to + 2 };
  const { whole = null, single = new Set(), onward = [] } = series ?? {};
  if (!event.isRecurrenceException()) {
    const found = repeated(event, start, { ...asked, ...span });
    const last = onward[0] ?? Number.POSITIVE_INFINITY;
    return 'isFatal' in found
      ? found
      : found.filter((wall) => !single.has(dayAt(wall)) && dayAt(wall) < last);
  }
  if (!isOnward(event)) return [start.wall];
  if (!whole?.startDate) return withoutSeries(event);
  const day = replacedDay(event, whole, asked.read);
  const next = onward.find((each) => each > day) ?? Number.POSITIVE_INFINITY;
  const shift = dayAt(start.wall) - day;
  const found = repeated(whole, startOf(whole, asked.read), {
    ...asked,
    ...{ from: span.from - shift, to: span.to - shift },
  });
  if ('isFatal' in found) return found;
  return found
    .map(dayAt)
    .filter((each) => each >= day && each < next && !single.has(each))
    .map((each) => start.wall + (each - day) * MICROS_PER_DAY);
}

const withoutSeries = (event: Event): NoStarts => ({
  isFatal: false,
  message: t`The event "${event.summary || t`Without a title`}" stands for all that follow of a series that is not in the file, and closes nothing`,
  help: t`export the whole series, or write what it closes under closed`,
});

/** Whether an event stands for the rest of its series, not for one date of it. */
const isOnward = ({ component }: Event): boolean =>
  String(component.getFirstProperty('recurrence-id')?.getParameter('range') ?? '').toUpperCase() ===
  'THISANDFUTURE';

/** The date of the series for which an event stands, on the clocks of the series. */
function replacedDay(event: Event, whole: Event | null, read: ReadTime): Day {
  const moment = read(event.recurrenceId, event.component.getFirstProperty('recurrence-id'));
  return dayOn(moment, whole?.startDate ? startOf(whole, read) : moment);
}

const startOf = ({ startDate, component }: Event, read: ReadTime): Moment =>
  read(startDate, component.getFirstProperty('dtstart'));

/** The date of a moment on the clocks of another. */
function dayOn(moment: Moment, { clocks }: Moment): Day {
  const shift = moment.clocks?.utc === true && clocks !== null && !clocks.utc;
  return dayAt(shift ? clocks.toWall(moment.wall) : moment.wall);
}

const dayAt = (wall: LocalMicros): Day => Math.floor(wall / MICROS_PER_DAY);

/** What the rules and lists of an event give from `from` to `to`, whatever stands for a date of them. */
function repeated(event: Event, start: Moment, asked: Asked): readonly LocalMicros[] | NoStarts {
  const { component } = event;
  const { from, to, read, budget } = asked;
  if (component.hasProperty('exrule')) return unread(event, start);
  if (!event.isRecurring()) return [start.wall];
  const first = dayOn(start, start);
  const time = start.wall - dayAt(start.wall) * MICROS_PER_DAY;
  const starts = new Set<LocalMicros>();
  let isEmpty = !component.hasProperty('rdate');
  for (const property of component.getAllProperties('rrule')) {
    const rule = recurrenceOf(property, start, read);
    if (rule === null) return unread(event, start);
    const days = datesOf(rule, first, { from, to }, budget);
    const never = days?.length === 0 ? hasNoDate(rule, first, budget) : false;
    if (days === null || never === null) return tooMany(event, start);
    isEmpty &&= never;
    for (const day of days) starts.add(day * MICROS_PER_DAY + time);
  }
  if (!component.hasProperty('rrule')) starts.add(start.wall);
  else if (isEmpty) return withoutDates(event, start);
  for (const each of listed(component, 'rdate', read))
    starts.add(each.isDate ? dayOn(each, start) * MICROS_PER_DAY + time : each.wall);
  const off = new Set(listed(component, 'exdate', read).map((each) => dayOn(each, start)));
  return [...starts].filter((wall) => !off.has(dayAt(wall)));
}

/** After 400 years the days of the calendar come again; most rules have a date in their first year. */
const YEARS_TRIED = [1, 8, 400];

/** Whether no day is named by a rule, as by the 30th of February; null beyond the budget. */
function hasNoDate(rule: Recurrence, first: Day, budget: Budget): boolean | null {
  for (const years of YEARS_TRIED) {
    const days = datesOf(rule, first, { from: first, to: first + years * 366 }, budget);
    if (days === null) return null;
    if (days.length > 0) return false;
  }
  return true;
}

const withoutDates = (event: Event, start: Moment): NoStarts => ({
  isFatal: false,
  message: t`The event "${event.summary || t`Without a title`}" of ${dateText(start)} repeats by a rule that no date meets, and closes nothing`,
  help: t`correct its RRULE, or write what it closes under closed`,
});

const unread = (event: Event, start: Moment): NoStarts => ({
  isFatal: true,
  message: t`repeats ${called(event, start)} by a rule that is not read`,
  help: t`give it a yearly, monthly, weekly or daily rule, or its dates`,
});

const tooMany = (event: Event, start: Moment): NoStarts => ({
  isFatal: true,
  message: t`repeats ${called(event, start)} too many times`,
  help: t`give its rule a later DTSTART`,
});

/** How a sentence names an event: by its title or, where it has none, by the day on which it first is. */
const called = ({ summary }: Event, start: Moment): string =>
  summary ? `"${summary}"` : t`the event of ${dateText(start)}`;

const dateText = ({ wall }: Moment): string => new Date(wall / 1000).toISOString().slice(0, 10);

/** The dates and times of a list; a period is its beginning. */
function listed(component: Component, name: string, read: ReadTime): readonly Moment[] {
  return component.getAllProperties(name).flatMap((property) =>
    property.getValues().map((value) => {
      const time = value as unknown as Time & { readonly start?: Time };
      return read(time.start ?? time, property);
    }),
  );
}
