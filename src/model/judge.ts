import type { CaseState, Reason } from './compliance.ts';
import type { CalendarTable } from './reading.ts';
import type { Duration, Micros, RowDeadline } from './time.ts';

/** A stage as columns of the leads' table: reached at `time`, where the flag `when` holds. */
export interface StageRef {
  readonly time: string;
  readonly when: string | null;
  /** Where rows are hand-overs, whose dates they may share: true in the row of which this one is told. */
  readonly own?: string | null;
}

/** The time limit of one segment; index 0 of a list of terms is the commitment's own. */
export interface Terms {
  readonly segment: string | null;
  /** Flag column; null for the commitment's own terms, which apply where no segment matches. */
  readonly when: string | null;
  readonly within: Duration | (RowDeadline & { readonly column: string });
  /** Null for limits in wall time. */
  readonly calendar: string | null;
  /** Of attempts. */
  readonly atLeast: number;
}

/** How the cases of one promise are found and judged: what a measure kind lowers to. */
export type CasePlan = TallyPlan | RatioPlan | TimedPlan | AttemptsPlan;

/** Every row that reaches `start` in scope counts, by one or by `amount`. */
export interface TallyPlan {
  readonly shape: 'tally';
  readonly start: StageRef;
  /** Whether `start` is a day for which something was planned, be it ahead; absent: it is one on which it came about. */
  readonly isPlanned?: true;
  readonly scope: string | null;
  /** Number column; null counts leads. */
  readonly amount: string | null;
  /** The column whose different values are counted, and not the leads that have them; null where each lead counts. */
  readonly distinct: string | null;
}

/** A lead that reaches `start` in scope is met where `holds` is true or the stage `reaches` is reached. */
export interface RatioPlan {
  readonly shape: 'ratio';
  readonly start: StageRef;
  /** Whether `start` is the day for which `reaches` was planned, and not one on which anything began; absent: it is not. */
  readonly isPlanned?: true;
  readonly scope: string | null;
  readonly holds: string | null;
  readonly reaches: StageRef | null;
  /** Number column of what each lead weighs; null where one counts as much as another. */
  readonly amount: string | null;
}

/** A clock from `start` to `stop` against the first terms that match. */
export interface TimedPlan {
  readonly shape: 'timed';
  readonly start: StageRef;
  readonly stop: StageRef | ActivityRef;
  readonly scope: string | null;
  readonly terms: readonly Terms[];
  /** Splits the wait in two: system delay before, human delay after. */
  readonly splitAt: StageRef | null;
  /** Absent where the clock never stands still. */
  readonly pause?: PausePlan;
}

/** Rows between whose ends somebody owns a case, and who owns it where they are silent: columns. */
export interface OwnersPlan {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly owner: string;
  /** Of the table of the cases. */
  readonly current: string;
}

/** Rows between whose ends the clock of a case stands still; one without an end lasts. */
export interface PausePlan {
  readonly table: string;
  /** Time columns. */
  readonly from: string;
  readonly to: string;
  readonly when: string | null;
  /** Whether the rows are the cases themselves; else they name theirs by its key. */
  readonly inRow: boolean;
  /** All that a case may be on hold: open time where the limit is business time. */
  readonly atMost: Micros;
}

/** The earliest row of an activity table, at or after the start, where the flag holds. */
export interface ActivityRef {
  readonly table: string;
  readonly time: string;
  readonly when: string | null;
}

/** A stage that a lead came to within a span. */
export interface Came {
  readonly stage: StageRef;
  readonly span: Span;
}

/** A condition on activities or on the stages of the leads, as a tree over flags of the leads' table. */
export type LateTest =
  | { readonly op: 'flag'; readonly column: string }
  | { readonly op: 'all' | 'any'; readonly of: readonly LateTest[] }
  | { readonly op: 'not'; readonly of: LateTest }
  | {
      readonly op: 'score';
      readonly atLeast: number;
      readonly points: readonly { readonly add: number; readonly when: LateTest }[];
    }
  /** Some row came no later than the stage, or than as-of where there is none or it was not reached. */
  | { readonly op: 'touched'; readonly rows: ActivityRef; readonly before: StageRef | null }
  | ({ readonly op: 'came' } & Came);

/** A flag of the leads that is found once all is read and as-of is known. */
export interface LateFlag {
  readonly name: string;
  readonly test: LateTest;
}

/** Touches counted from `start` to due, until `until`. */
export interface AttemptsPlan {
  readonly shape: 'attempts';
  readonly start: StageRef;
  readonly scope: string | null;
  readonly terms: readonly Terms[];
  readonly touches: ActivityRef | null;
  readonly counter: { readonly count: string; readonly last: string } | null;
  readonly distinctDays: boolean;
  readonly minGap: Duration | null;
  readonly until: StageRef | null;
  /** Absent where the window never grows. */
  readonly pause?: PausePlan;
  /** The fields that the condition of `until` rests on, as text: what early ends are divided by. */
  readonly endedBy: readonly { readonly field: string; readonly column: string }[];
}

/** A half-open span of starts. */
export interface Span {
  readonly from: Micros;
  readonly to: Micros;
}

export interface WaiverRef {
  readonly leads: readonly string[];
  /** The flag of its condition; null where it has none. */
  readonly when: string | null;
  readonly span: Span | null;
  /** Starts from then on are not excused; null where it does not expire. */
  readonly until: Micros | null;
}

/** The tables that hold all calendars of a run, one behind the other. */
export interface CalendarTables {
  /**
   * Rows of the equal parts into which UTC days are cut: part, calendar, ob, o1, c1, o2, c2 ... Part 0 of the
   * first calendar begins with 1970.
   */
  readonly parts: string;
  readonly partLength: Micros;
  /** Windows a part. */
  readonly width: number;
  /** Local dates: day, ord. */
  readonly dates: string;
  /** Open days: ord, close, pos (open time accumulated at close). */
  readonly closings: string;
}

/** A calendar whose rows the engine holds. */
export interface LoadedCalendar {
  readonly table: CalendarTable;
  readonly tables: CalendarTables;
  /** Among the calendars of the tables, from 0. */
  readonly number: number;
  /** What the part that holds an instant, counted from 1970, lacks to the number of its row. */
  readonly partsFrom: number;
  /** Likewise a local date. */
  readonly datesFrom: number;
  /** Open time accumulated at as-of. */
  readonly openAtAsOf: Micros;
}

/** The codes that the SQL gives for states and reasons: positions in these lists. */
export const STATES = [
  'met',
  'breached',
  'pending',
  'excluded',
  'unknown',
] as const satisfies readonly CaseState[];

export const REASONS = [
  'out-of-scope',
  'waived',
  'no-version',
  'no-start',
  'no-value',
  'stop-before-start',
  'date-only',
  'after-as-of',
  'unreadable',
  'counter-only',
  'stray-date',
  'no-date',
  'no-deadline',
  'due-before-start',
  'excused',
] as const satisfies readonly Reason[];
