import { type Compiled, compileCalendar } from '../../calendar/calendar.ts';
import { MICROS_PER_DAY } from '../../calendar/day.ts';
import { calendarTable, openAt } from '../../calendar/table.ts';
import { toLocal } from '../../calendar/zone.ts';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { CalendarDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { CasePlan, LoadedCalendar, Span, Terms } from '../../model/judge.ts';
import type { CalendarTable } from '../../model/reading.ts';
import type { Day, Micros } from '../../model/time.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { calendarTablesSql } from '../../sql/judge/calendar-tables.ts';
import type { Sourced } from '../agreements/family.ts';
import { closuresOf } from './closures.ts';

/** Holidays are read so far beyond the last instant: as far as due dates may reach. */
const HOLIDAYS_BEYOND = 10 * 366;

/** Rows go on so long after the last instant that a limit of business time ends within them, at most. */
const MOST_ROWS_BEYOND = 20 * 366;

/** A calendar of one version, in the engine and in the program. */
interface CalendarInUse {
  readonly loaded: LoadedCalendar;
  readonly compiled: Compiled;
  readonly closed: ReadonlyMap<Day, string>;
}

export interface CalendarsInUse {
  /** By version's file, then by calendar. */
  readonly of: (sourced: Sourced, calendar: string) => CalendarInUse | undefined;
  readonly findings: readonly Diagnostic[];
  readonly notes: readonly string[];
}

export const termsOf = (plan: CasePlan): readonly Terms[] => ('terms' in plan ? plan.terms : []);

/** The longest limits that are counted on a calendar, and the last instant at which one may start. */
interface Limits {
  readonly longest: Micros;
  readonly days: number;
  readonly until: Micros;
}

/** The calendars to load, and the run that they are for. */
export interface ToLoad {
  /** `starts` of a plan are the spans in which its version judges. */
  readonly plans: readonly {
    readonly sourced: Sourced;
    readonly plan: CasePlan;
    readonly starts: readonly Span[];
  }[];
  /** Calendars that are needed whether a time limit names them or not. */
  readonly extra: readonly { readonly sourced: Sourced; readonly calendar: string }[];
  /** From the first to the last instant of the data. */
  readonly span: Span;
  /** The latest instant of which something is said: as-of, or one after it that is looked up. */
  readonly ahead: Micros;
  readonly asOf: Micros;
  /** Keeps the tables. */
  readonly engine: { readonly dialect: JudgingDialect; keep: Engine['keep'] };
  readonly io: Io;
  readonly allowOutside: boolean;
}

/** Compiles the calendars that time limits name, for the span of the data, and loads their tables. */
export async function loadCalendars(toLoad: ToLoad): Promise<CalendarsInUse> {
  const made: (CompiledOne & { readonly key: string })[] = [];
  for (const [key, named] of calendarsNamed(toLoad)) {
    const def = named.sourced.agreement.calendars[named.calendar];
    if (def) made.push({ key, ...(await compiledOne(def, named, toLoad)) });
  }
  const {
    made: kept,
    tables,
    places,
  } = calendarTablesSql(
    made.map(({ table, days }) => ({ table, openAt: (instant) => openAt(table, instant), more: days })),
    toLoad.engine.dialect,
  );
  for (const { name, selects } of made.length > 0 ? kept : []) await toLoad.engine.keep(name, selects);
  const inUse = new Map(
    made.map(({ key, table, compiled, closed }, i) => {
      const place = places[i] ?? { number: i, partsFrom: 0, datesFrom: 0 };
      const loaded = { table, tables, ...place, openAtAsOf: openAt(table, toLoad.asOf) };
      return [key, { loaded, compiled, closed }] as const;
    }),
  );
  return {
    of: (sourced, calendar) => inUse.get(keyOf(sourced, calendar)),
    findings: made.flatMap(({ findings }) => findings),
    notes: [...new Set(made.flatMap(({ notes }) => notes))],
  };
}

const keyOf = ({ file }: Sourced, calendar: string): string => `${file}\n${calendar}`;

interface NamedCalendar extends Limits {
  readonly sourced: Sourced;
  readonly calendar: string;
}

interface Wanted {
  readonly sourced: Sourced;
  readonly calendar: string;
  readonly within: Terms['within'] | null;
  readonly until: Micros;
  readonly onHold: Micros;
}

/** Each calendar that is asked for, with the longest limits that are counted on it. */
function calendarsNamed({ plans, extra, span }: ToLoad): ReadonlyMap<string, NamedCalendar> {
  const found = new Map<string, NamedCalendar>();
  const want = ({ sourced, calendar, within, until, onHold }: Wanted): void => {
    const key = keyOf(sourced, calendar);
    const known = found.get(key) ?? { longest: 0, days: 0, until: span.from };
    found.set(key, {
      ...{ sourced, calendar },
      longest: Math.max(known.longest, openTimeOf(within, onHold)),
      days: Math.max(known.days, within?.unit === 'business-days' ? within.days : 0),
      until: Math.max(known.until, until),
    });
  };
  for (const { sourced, plan, starts } of plans) {
    const ends = starts.flatMap(({ from, to }) => (from <= span.to ? [Math.min(to - 1, span.to)] : []));
    const onHold = 'pause' in plan ? (plan.pause?.atMost ?? 0) : 0;
    for (const { calendar, within } of termsOf(plan))
      if (calendar !== null) want({ sourced, calendar, within, until: Math.max(span.from, ...ends), onHold });
  }
  for (const { sourced, calendar } of extra)
    want({ sourced, calendar, within: null, until: span.from, onHold: 0 });
  return found;
}

/** No more open time passes until a case is due. Days are counted by themselves where no clock stands still. */
function openTimeOf(within: Terms['within'] | null, onHold: Micros): Micros {
  if (within?.unit === 'business-time') return within.micros + onHold;
  return within?.unit === 'business-days' && onHold > 0 ? within.days * MICROS_PER_DAY + onHold : 0;
}

/** A calendar that the engine does not know yet. */
interface CompiledOne extends Pick<CalendarInUse, 'compiled' | 'closed'> {
  readonly table: CalendarTable;
  /** The longest limit in business days. */
  readonly days: number;
  readonly findings: readonly Diagnostic[];
  readonly notes: readonly string[];
}

/** Reads the holidays of one calendar, and reckons its hours. */
async function compiledOne(
  def: CalendarDef,
  named: NamedCalendar,
  { span, ahead, io, allowOutside }: ToLoad,
): Promise<CompiledOne> {
  const { sourced, calendar, longest, days } = named;
  const firstDay = Math.floor(span.from / MICROS_PER_DAY) - 2;
  const lastDay = Math.floor(Math.max(span.to, ahead) / MICROS_PER_DAY) + 2;
  const holidays = { from: firstDay - 7, to: lastDay + HOLIDAYS_BEYOND };
  const told = Math.floor(ahead / MICROS_PER_DAY) + HOLIDAYS_BEYOND;
  const closed = await closuresOf({ def, sourced, span: holidays, told, io, allowOutside });
  const table = tableLongEnough(
    (last) =>
      calendarTable({ def, closures: closed.closures, firstDay, lastDay: last, openDaysBeyond: days + 10 }),
    lastDay,
    longest,
    span.to,
  );
  return {
    ...{ table, days, compiled: compileCalendar(def, closed.closures, span), closed: closed.closures.days },
    findings: [
      ...closed.findings.map((finding) => ({ ...finding, fatal: true })),
      ...(endsBefore(table, named) ? [noDue(sourced, calendar)] : []),
    ],
    notes: closed.notes,
  };
}

function tableLongEnough(
  make: (lastDay: Day) => CalendarTable,
  lastDay: Day,
  longest: Micros,
  last: Micros,
): CalendarTable {
  for (let beyond = 30; ; beyond *= 4) {
    const table = make(lastDay + beyond);
    const left = (table.openBefore.at(-1) ?? 0) - openAt(table, last);
    if (left > longest || beyond >= MOST_ROWS_BEYOND) return table;
  }
}

/**
 * Whether a limit that starts at the end has no due instant: the calendar has closed for good by then, or
 * for twenty years.
 */
function endsBefore(table: CalendarTable, { longest, days, until }: Limits): boolean {
  const open = (table.openBefore.at(-1) ?? 0) - openAt(table, until);
  const today = Math.floor(toLocal(table.zone, until) / MICROS_PER_DAY);
  const openDays = table.closings.length - 1 - (table.openDays[today - table.firstLocalDay] ?? 0);
  return open < longest || openDays < days;
}

const noDue = ({ place }: Sourced, calendar: string): Diagnostic => ({
  rule: 'no-due',
  severity: 'error',
  message: t`The calendar "${calendar}" closes for good before a time limit of the latest cases is over`,
  help: t`end the last of its closed ranges, or give the agreement a version that is in force from then on`,
  place: place(['calendars', calendar], 'key'),
  fatal: true,
});
