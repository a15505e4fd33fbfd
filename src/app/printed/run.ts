import { zoneTable } from '../../calendar/zone.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Span } from '../../model/judge.ts';
import { MICROS_PER_DAY, type Micros, type Period } from '../../model/time.ts';
import { periodsBetween } from '../../plan/periods.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { allRowsOf } from '../../sql/keep.ts';
import type { ToPrint } from '../../sql/printed/statement.ts';
import { loadCalendars } from '../judging/calendar-tables.ts';
import type { Judging } from '../judging/context.ts';
import type { RunPlan } from '../judging/plan-run.ts';
import type { Planned } from '../judging/run.ts';

/** What is to be judged in tables that nobody has looked into. */
export interface Unread {
  readonly plan: RunPlan;
  /** Versions of one promise. */
  readonly planned: readonly Planned[];
  readonly asOf: Micros;
  /** Of the periods. */
  readonly from: Micros;
  readonly dialect: JudgingDialect;
  readonly io: Io;
  readonly allowOutside: boolean;
}

export interface PrintedRun {
  readonly judging: Judging;
  readonly calendars: ToPrint['calendars'];
  /** The instants that the calendars know. */
  readonly span: Span;
  readonly periodsOf: (one: Planned) => readonly Period[];
  readonly findings: readonly Diagnostic[];
}

/** The instants before the first period that a case of it may rest on: a limit that ends in it began before. */
const BEFORE = { start: 7 * MICROS_PER_DAY, due: 400 * MICROS_PER_DAY } as const;

const YEAR = 366 * MICROS_PER_DAY;

/**
 * A run over tables that nobody has looked into: its calendars reach as far as cases of the periods can, and a time
 * column is exact where its type says so.
 */
export async function unreadRun(unread: Unread): Promise<PrintedRun> {
  const { plan, planned, asOf, from, dialect, io, allowOutside } = unread;
  const { newest, tables } = plan;
  const { yearStarts } = newest.agreement;
  const zone = zoneTable(newest.agreement.timezone, from - 2 * YEAR, asOf + 2 * YEAR);
  const periodsOf = ({ promise }: Planned) =>
    periodsBetween(promise.target.per ?? 'month', from, Math.max(from, asOf - 1), { zone, yearStarts });
  const first = Math.min(...planned.flatMap((one) => periodsOf(one).map((period) => period.from)));
  const begins = planned.map(({ inForce, promise }) => ({
    at: Math.max(inForce.span.from, first - 10 * YEAR),
    before: BEFORE[promise.bookBy],
  }));
  const isByDue = begins.some(({ before }) => before === BEFORE.due);
  const span = {
    from: isByDue ? Math.min(first, ...begins.map(({ at }) => at)) - BEFORE.due : first - BEFORE.start,
    to: asOf + MICROS_PER_DAY,
  };
  const made: { name: string; sql: string }[] = [];
  const engine = {
    dialect,
    keep: async (name: string, selects: readonly string[]) =>
      void made.push({ name, sql: heldPartOf(name, selects, dialect) }),
  };
  const calendars = await loadCalendars({
    plans: planned.map((one) => ({
      ...{ sourced: one.inForce.sourced, plan: one.plan },
      starts: [one.inForce.span, ...one.inForce.orphans],
    })),
    ...{ extra: [], span, ahead: asOf, asOf, engine, io, allowOutside },
  });
  const times = tables.all().flatMap(({ source, columns }) =>
    columns().flatMap((column) => {
      if (column.kind !== 'time') return [];
      const joined = tables.joined().flatMap((facts) => facts.source.fields[column.field] ?? []);
      const field = source.fields[column.field] ?? joined[0];
      const isExact = field?.type === 'datetime' && (source.timezone === null || field.format === 'epoch');
      return [{ name: column.name, isDate: field?.type === 'date', isExact }];
    }),
  );
  const judging: Judging = {
    // Of merged leads there is no statement.
    survivors: new Map(),
    ...{
      tables,
      calendars,
      planned: plan.planned,
      by: [],
      owner: null,
      owned: new Map(),
      excused: new Map(),
    },
    ...{ asOf, stray: null, zone, activityTables: new Map(), heldCases: null },
    exports: {
      dateOnly: new Set(times.flatMap(({ name, isDate }) => (isDate ? [name] : []))),
      exact: new Set(times.flatMap(({ name, isExact }) => (isExact ? [name] : []))),
    },
    engine,
  };
  return { judging, calendars: made, span, periodsOf, findings: calendars.findings };
}

/** What a run keeps in a table is a part of WITH. */
const heldPartOf = (name: string, selects: readonly string[], dialect: JudgingDialect): string =>
  dialect.heldPart(dialect.identifier(name), allRowsOf(selects));
