import type { CsvDialect, FieldDef } from './agreement.ts';
import type { Input, Ledger } from './compliance.ts';
import type { Condition } from './condition.ts';
import type { ServerTable } from './connection.ts';
import type { Diagnostic, YamlPath } from './diagnostic.ts';
import type { OnePerLead } from './links.ts';
import type { Day, Micros } from './time.ts';

/** A zone's offsets over a span of time: constant before, between and after the transitions. */
export interface ZoneTable {
  /** IANA name. */
  readonly zone: string;
  /** Seconds east of UTC before the first transition. */
  readonly initialOffset: number;
  /** Ascending. Offsets in seconds east of UTC. */
  readonly transitions: readonly { readonly at: Micros; readonly before: number; readonly after: number }[];
}

/**
 * A calendar as the tables that the SQL joins: one row per UTC day, which the SQL may cut into parts, for
 * `open(t)`, the open time before an instant, to be two look-ups and a subtraction; and one row per local
 * date, for business days.
 */
export interface CalendarTable {
  readonly calendar: string;
  /** UTC day of the first row. */
  readonly firstDay: Day;
  /**
   * By row: open microseconds from the table's start to the start of that UTC day. One more entry than
   * rows.
   */
  readonly openBefore: readonly Micros[];
  /** By row: the windows clipped to that UTC day, as instants, ascending, disjoint. */
  readonly windows: readonly (readonly { readonly open: Micros; readonly close: Micros }[])[];
  readonly zone: ZoneTable;
  /** Local date of the first entry of `openDays`. */
  readonly firstLocalDay: Day;
  /** By local date: how many open days there are from the table's start up to and including that date. */
  readonly openDays: readonly number[];
  /** By ordinal of the open day, from 1 (entry 0 is unused): the instant at which that day closes. */
  readonly closings: readonly Micros[];
}

/**
 * What a source's table holds after it is read.
 *
 * `time` makes two columns: `<name>` BIGINT, the earliest reading of the cell in UTC microseconds, and
 * `<name>$w` INTEGER, the seconds from the earliest to the latest reading: 0 for an exact instant, up to 2
 * h for a local time that occurs twice (DST overlap), 23 h to 25 h for a date without a time. For a blank
 * cell the first is null, the second null or 0.
 */
export type FactColumn =
  | { readonly name: string; readonly kind: 'text'; readonly field: string }
  | { readonly name: string; readonly kind: 'number'; readonly field: string }
  | {
      readonly name: string;
      readonly kind: 'time';
      readonly field: string;
      /** A date by which something is due: no event, which may lie ahead at any as-of. */
      readonly ahead?: true;
    }
  /** BOOLEAN, never null. */
  | { readonly name: string; readonly kind: 'flag'; readonly condition: Condition }
  /**
   * BOOLEAN, never null, of leads with a row for each hand-over: whether the date of a stage, which the
   * rows of a lead may share, is told of this one. `time` and `when` are columns of the table.
   */
  | { readonly name: string; readonly kind: 'own'; readonly time: string; readonly when: string | null };

/** A file in another form than CSV, as the rows that it holds. */
export interface YamlRecords {
  readonly header: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    /** Of the file, from 1. */
    readonly line: number;
  }[];
}

/** Where the column of a field stands in a header, from 0; of a field that is made of several, each of them. */
export type Position = number | readonly Position[];

/** How one source becomes one table. */
export interface ReadPlan {
  readonly source: string;
  readonly table: string;
  /** Absolute paths, globs resolved, sorted. */
  readonly files: readonly string[];
  /** By file: the rows of those that are not CSV. */
  readonly plain?: Readonly<Record<string, YamlRecords>>;
  readonly csv: CsvDialect;
  /** Of workbooks; null or absent: the first. */
  readonly sheet?: string | null;
  /** Of databases: the table; null or absent for the only one. */
  readonly within?: string | null;
  /** The table of a server, in place of files; `files` then holds its name alone. */
  readonly server?: ServerTable & { /** Of the source, in the agreement. */ readonly path: YamlPath };
  /** Of a server: only rows that may have one of these keys are brought; missing for all rows. */
  readonly onlyKeys?: readonly string[];
  readonly nulls: readonly string[];
  /** Every mapped field by name; only those that `columns`, `key` or `modified` use are read. */
  readonly fields: Readonly<Record<string, FieldDef>>;
  /** Of timestamps without an offset. */
  readonly zone: ZoneTable | null;
  /** The field that identifies a row: becomes the VARCHAR column `key`. */
  readonly key: string;
  /**
   * `collapse`: identical rows become one and differing rows with one key are reported; `each`: identical
   * rows become one, differing rows are hand-overs, numbered by `handedOver`; `many`: rows are events, of
   * which those that are identical in all of their cells become one.
   */
  readonly unique: 'collapse' | 'each' | 'many';
  /**
   * What becomes of a row without a key: activities of no lead, or of no row, are nobody's; any other such
   * row can't be used.
   */
  readonly unlinked?: 'rejected' | 'of no lead' | 'of no row';
  /** With `each`, the date field that tells the hand-overs of a key apart. */
  readonly handedOver?: string | null;
  /**
   * Rows with one key and differing cells: keep the one with the latest value of this field; null: an
   * error.
   */
  readonly latestBy: string | null;
  /** Which of several rows with one key is kept; null or absent: `latestBy` tells, or it is an error. */
  readonly onePerKey?: OnePerLead | null;
  readonly maxRejected: number;
  /**
   * The table that tells of an id, `id`, into which lead it was merged, `into`. Rows under such an id are
   * those of the lead that stays, `moved`; or are no row of a lead, `excluded`. Null or absent: none.
   */
  readonly merged?: { readonly table: string; readonly rows: 'moved' | 'excluded' } | null;
  readonly columns: readonly FactColumn[];
  /** Conditions take a date that had not come at this instant for a blank cell; null or absent: none. */
  readonly asOf?: Micros | null;
  /** Tables already read whose columns (by field name) join this source's rows, at most one row each. */
  readonly joins: readonly {
    readonly table: string;
    readonly on: string;
    readonly fields: Readonly<Record<string, FieldDef>>;
  }[];
}

/** A cell or a line that could not be read. */
export interface Reject {
  readonly file: string;
  /** Physical line, from 1, the header included. */
  readonly line: number;
  readonly column: string | null;
  /**
   * Its first line, cut where it is very long; null for what is personal, and for a cell that takes in
   * several lines.
   */
  readonly value: string | null;
  /**
   * `not-a-date`, `not-a-number`, `too-many-cells`, `missing-cells`, `encoding`, `blank-key`,
   * `line-too-long` ...
   */
  readonly reason: string;
}

/** What came of reading one source. Where something was fatal the table may be missing or incomplete. */
export interface LoadReport {
  readonly ledger: Ledger;
  /** Of tables of servers. */
  readonly tables: readonly TableRead[];
  readonly inputs: readonly Input[];
  /** The file of a place is an absolute path. */
  readonly fatal: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Cells whose local time the clock skips, or shows twice. */
  readonly dst: { readonly gap: number; readonly overlap: number };
  /** Rows that "prefer" names and that are not judged, because another such row of their lead was taken. */
  readonly preferredLeft: number;
  /**
   * Rejected cells and lines in the order of the files and of their lines, at most so many: reads the files
   * again. With `holding` at least those of rows that hold this text, which are found sooner.
   */
  rejects(limit: number, holding?: string): Promise<readonly Reject[]>;
  /**
   * The rows with a key in the order of the files and of their lines, at most so many: reads the files
   * again. `also` are other ids under which rows of this key stand: those that were merged into it.
   */
  rowsOf(key: string, limit: number, also?: readonly string[]): Promise<readonly FoundRow[]>;
  /** Whether it finds them without cutting every line of large files into cells. */
  readonly findsRowsSoon: boolean;
  /** Whether its rows stay on a server, so that their lines say no more than in which order some of them came. */
  readonly stays?: boolean;
}

/** A table of a server, as it was read. */
export interface TableRead {
  /** `replica:crm.leads` */
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly field: string;
    readonly column: string;
    /** As the server names it. */
    readonly type: string;
  }[];
}

/** One row of an export as it stands there. */
export interface FoundRow {
  readonly file: string;
  /** Physical line, from 1, the header included. */
  readonly line: number;
  /** By field: every mapped cell that is not blank, blanks around it removed. */
  readonly cells: Readonly<Record<string, string>>;
  /**
   * Among the rows with its key, whether or not it could be read. `superseded`: a later row was kept.
   * `merged`: its key is told to be another lead's now.
   */
  readonly standing: 'kept' | 'identical' | 'superseded' | 'merged';
  /**
   * Where rows are hand-overs: its place among those of its key, from 1, and its date. Null for a row that
   * could not be read.
   */
  readonly handOver: { readonly nth: number; readonly at: Micros | null } | null;
}
