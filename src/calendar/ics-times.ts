import type ICAL from 'ical.js';
import type { LocalMicros, Micros } from '../model/time.ts';
import { MICROS_PER_SECOND } from './day.ts';
import { isZone, toLocal, toUtc, zoneTable } from './zone.ts';

export type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;
type Time = InstanceType<typeof ICAL.Time>;
type Recur = InstanceType<typeof ICAL.Recur>;

/** The clocks by which a time of a calendar file is written. */
export interface Clocks {
  readonly utc: boolean;
  toInstant(wall: LocalMicros, occurrence: 'first' | 'last'): Micros;
  toWall(instant: Micros): LocalMicros;
}

/** A date, or a time of clocks; `clocks` is null where the file names a zone that nobody knows. */
export interface Moment {
  readonly wall: LocalMicros;
  readonly isDate: boolean;
  readonly clocks: Clocks | null;
  /** As the file names the zone. */
  readonly tzid: string | null;
}

/** Reads the times of one file on the clocks of the calendar where they name no zone. */
export type ReadTime = (time: Time, property: Property | null) => Moment;

/** The years in which a zone is asked for. */
const [EARLIEST, LATEST] = [Date.UTC(1900, 0, 1) * 1000, Date.UTC(2200, 0, 1) * 1000];

export function timeReader(timezone: string): { readonly read: ReadTime; readonly home: Clocks } {
  const known = new Map<string, Clocks>();
  const ofZone = (zone: string): Clocks => {
    const found = known.get(zone) ?? zoneClocks(zone);
    known.set(zone, found);
    return found;
  };
  const defined = new Map<string, Clocks>();
  const home = ofZone(timezone);
  const read: ReadTime = (time, property) => {
    const wall = wallOf(time);
    const tzid = textOf(property?.getParameter('tzid'));
    const moment = { wall, isDate: time.isDate, tzid };
    if (time.zone?.tzid === 'UTC') return { ...moment, clocks: ofZone('UTC') };
    if (tzid === null || time.isDate) return { ...moment, clocks: home };
    if (isZone(tzid)) return { ...moment, clocks: ofZone(tzid) };
    const clocks = defined.get(tzid) ?? definedClocks(time);
    if (clocks !== null) defined.set(tzid, clocks);
    return { ...moment, clocks };
  };
  return { read, home };
}

function zoneClocks(zone: string): Clocks {
  const table = zoneTable(zone, EARLIEST, LATEST);
  return {
    utc: zone === 'UTC',
    toInstant: (wall, occurrence) => toUtc(table, wall, occurrence),
    toWall: (instant) => toLocal(table, instant),
  };
}

/**
 * The clocks that the file itself defines (VTIMEZONE), as Outlook does for its own names of zones. Their changes
 * are those of a rule that is bounded: yearly, on one day of a month.
 */
function definedClocks(written: Time): Clocks | null {
  const { zone } = written;
  const component = zone?.component as Component | undefined;
  const rules = (component?.getAllSubcomponents() ?? []).flatMap((each) => each.getAllProperties('rrule'));
  const bounded = rules.every((property) => {
    const { freq, parts } = property.getFirstValue() as Recur;
    return freq === 'YEARLY' && Object.keys(parts).every((part) => part === 'BYMONTH' || part === 'BYDAY');
  });
  if (!zone || !component || !bounded) return null;
  const at = (wall: LocalMicros): Time => {
    const shown = new Date(wall / 1000);
    const time = written.clone();
    const [year, month, day] = [shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate()];
    time.resetTo(year, month, day, shown.getUTCHours(), shown.getUTCMinutes(), shown.getUTCSeconds(), zone);
    return time;
  };
  const toInstant = (wall: LocalMicros): Micros => wall - zone.utcOffset(at(wall)) * MICROS_PER_SECOND;
  return {
    utc: false,
    toInstant,
    toWall: (instant) => instant + (instant - toInstant(instant)),
  };
}

/** Seconds are as they are written, as if the time were UTC. */
function wallOf(time: Time): LocalMicros {
  const { year, month, day } = time;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (!time.isDate) at.setUTCHours(time.hour, time.minute, time.second);
  return at.getTime() * 1000;
}

const textOf = (value: unknown): string | null =>
  Array.isArray(value) ? textOf(value[0]) : typeof value === 'string' ? value : null;
