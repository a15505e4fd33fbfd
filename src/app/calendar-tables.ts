import { type Compiled, compileCalendar } from '../calendar/calendar.ts';
import { MICROS_PER_DAY } from '../calendar/day.ts';
import { calendarTable, openAt } from '../calendar/table.ts';
import type { Engine } from '../engine/engine.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { CasePlan, LoadedCalendar, Terms } from '../model/judge.ts';
import type { CalendarTable } from '../model/plan.ts';
import type { Day, Duration, Micros } from '../model/time.ts';
import { calendarTablesSql } from '../sql/judge/calendar-tables.ts';
import { closedDays } from './calendars.ts';
import type { Sourced } from './families.ts';

/** Holidays are read so far beyond the last instant: as far as due dates may reach. */
const HOLIDAYS_BEYOND = 10 * 366;

/** Rows go on so long after the last instant that a limit of business time ends within them, at most. */
const MOST_ROWS_BEYOND = 20 * 366;

/** A calendar of one version, in the engine and in the program. */
export interface CalendarInUse {
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

/** Compiles the calendars that time limits name, for the span of the data, and loads their tables. */
export async function loadCalendars(
  plans: readonly { readonly sourced: Sourced; readonly plan: CasePlan }[],
  extra: readonly { readonly sourced: Sourced; readonly calendar: string }[],
  span: { readonly from: Micros; readonly to: Micros },
  asOf: Micros,
  engine: Engine,
  io: Io,
  allowOutside: boolean,
): Promise<CalendarsInUse> {
  const limits = new Map<string, { sourced: Sourced; calendar: string; longest: Micros; days: number }>();
  const want = (sourced: Sourced, calendar: string, within: Duration | null): void => {
    const key = `${sourced.file}\n${calendar}`;
    const known = limits.get(key) ?? { longest: 0, days: 0 };
    const longest = Math.max(known.longest, within?.unit === 'business-time' ? within.micros : 0);
    const days = Math.max(known.days, within?.unit === 'business-days' ? within.days : 0);
    limits.set(key, { sourced, calendar, longest, days });
  };
  for (const { sourced, plan } of plans) {
    for (const { calendar, within } of termsOf(plan)) if (calendar !== null) want(sourced, calendar, within);
  }
  for (const { sourced, calendar } of extra) want(sourced, calendar, null);

  const inUse = new Map<string, CalendarInUse>();
  const findings: Diagnostic[] = [];
  const notes: string[] = [];
  for (const [key, { sourced, calendar, longest, days }] of limits) {
    const def = sourced.agreement.calendars[calendar];
    if (!def) continue;
    const firstDay = Math.floor(span.from / MICROS_PER_DAY) - 2;
    const lastDay = Math.floor(span.to / MICROS_PER_DAY) + 2;
    const holidays = { from: firstDay - 7, to: lastDay + HOLIDAYS_BEYOND };
    const closed = await closedDays(def, sourced, holidays, io, allowOutside);
    findings.push(...closed.findings.map((finding) => ({ ...finding, fatal: true })));
    notes.push(...closed.notes);
    const table = tableLongEnough(
      (last) => calendarTable(def, closed.days, firstDay, last, days + 10),
      lastDay,
      longest,
      span.to,
    );
    const prefix = `calendar${inUse.size}`;
    const names = { parts: `${prefix}_parts`, dates: `${prefix}_dates`, closings: `${prefix}_closings` };
    const { statements, partLength, width } = calendarTablesSql(table, names, (t) => openAt(table, t));
    for (const statement of statements) await engine.run(statement);
    inUse.set(key, {
      loaded: { table, ...names, partLength, width, openAtAsOf: openAt(table, asOf) },
      compiled: compileCalendar(def, closed.days, span),
      closed: closed.days,
    });
  }
  return {
    of: (sourced, calendar) => inUse.get(`${sourced.file}\n${calendar}`),
    findings,
    notes: [...new Set(notes)],
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
