import type { CasePlan, LoadedCalendar, Span, WaiverRef } from '../../model/judge.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';

/** What the SQL of one promise needs to know of the world. All instants UTC microseconds. */
export interface JudgeContext {
  /** How the engine that holds the tables writes SQL. */
  readonly dialect: JudgingDialect;
  /** The table whose rows are cases: the leads, or another population. */
  readonly leads: string;
  /** Whether a key tells each row from every other; else two may share theirs, as records do their date. */
  readonly isKeyed: boolean;
  /** Whether those rows are leads, which alone are handed over and excused by a condition. */
  readonly ofLeads: boolean;
  /** Whether the rows of that table are hand-overs, of which a lead may have several; else each is a lead. */
  readonly handOvers: boolean;
  readonly asOf: Micros;
  /** Whether dates after as-of are stray; else they have not come yet. */
  readonly hasStray: boolean;
  /** Cuts the periods and the local days of touches. */
  readonly zone: ZoneTable;
  /** Whether this version judges the cases without a date, which belong to no period. */
  readonly undated: boolean;
  /** Starts in force: of the version that judges. */
  readonly inForce: Span;
  /** Starts that no version covers and that this version reports as excluded. */
  readonly orphans: readonly Span[];
  /**
   * Ascending instants at which periods begin, and the end of the last. Cases outside them are not counted.
   */
  readonly boundaries: readonly Micros[];
  readonly bookBy: 'start' | 'due';
  readonly atRisk: number;
  /** Text columns by which the result is cut; null where its rows have none. */
  readonly by: readonly (string | null)[];
  /** Flag expressions of waivers that apply to this promise, as boolean SQL over `key` and `s0`. */
  readonly waivers: readonly WaiverRef[];
  /** Whether the rows tell, in the column `EXCUSED`, which cases the other side is the reason of. */
  readonly excused: boolean;
  /** The state that serves the target: there is nothing to excuse in such a case. */
  readonly serves: 'met' | 'breached';
  readonly calendars: Readonly<Record<string, LoadedCalendar>>;
  /** Time columns that hold dates without a time, so that both ends must be judged. */
  readonly dateOnly: ReadonlySet<string>;
  /** Time columns of which every cell means one instant. */
  readonly exact: ReadonlySet<string>;
  readonly owner: string | null;
  /** By statement: the table that holds its rows already. */
  readonly activityTables: ReadonlyMap<string, string>;
  /** By what tells the cases of a plan from all others: the table that holds them already. */
  readonly heldCases: ReadonlyMap<string, HeldCases>;
}

/** What is told of a case beside its lead, its groups and its owner. */
export const CASE_PROPERTIES = [
  ...([
    's0',
    's1',
    'e0',
    'e1',
    'seg',
    'exists',
    'undated',
    'lastDue',
    'start',
    'period',
    'startPeriod',
  ] as const),
  ...(['inForce', 'booked', 'counted', 'raw', 'rawReason', 'waived', 'state', 'reason', 'risk'] as const),
  ...(['elapsed', 'due', 'amount', 'x0', 'x1'] as const),
] as const;

/** Cases in a table: the column of each of their properties, or the literal that it always is. */
export interface HeldCases {
  readonly plan: CasePlan;
  /** Of the periods in which they were booked. */
  readonly boundaries: readonly Micros[];
  readonly table: string;
  readonly columns: Readonly<Record<(typeof CASE_PROPERTIES)[number], string>>;
}

/** For statements that ask of rows which are no cases, or more of cases than is held. */
export const NONE_HELD: JudgeContext['heldCases'] = new Map();
