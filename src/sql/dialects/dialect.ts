/**
 * How the engine that reads files writes what engines write differently. Expressions go in and come out as SQL
 * text. Reading (`sql/read`) is DuckDB's: the cells of text files are read there alone, with more of its syntax
 * than stands here.
 */
export interface Dialect extends JudgingDialect {
  /** RE2, the whole text; null for null. */
  matchesWhole(text: string, pattern: string): string;
  /** Every match of an RE2 pattern left out. */
  without(text: string, pattern: string): string;
  /** The first match of the pattern's group, or the empty text. */
  extract(text: string, pattern: string, group: number): string;
  /**
   * The text as a number of that type, null where it is none. A decimal keeps 12 digits and 6 decimals, and
   * rounds what is finer.
   */
  tryNumber(text: string, type: 'integer' | 'decimal' | 'double'): string;
  /**
   * `yyyy-MM-dd[ HH:mm[:ss[.ffffff]]]` as microseconds since 1970 as if it were UTC; null where it is no
   * date.
   */
  tryIso(text: string): string;
  /** Likewise by a pattern of strptime; an offset in the text is applied. */
  tryPattern(text: string, pattern: string): string;
  /** A table of text columns `c0`, `c1` ... from a CSV file with a header line. */
  csv(files: readonly string[], options: CsvScan): string;
  /**
   * A statement that opens a database in a file, made where it is missing, to hand tables from one engine
   * to another.
   */
  attach(file: string, name: string, mode: 'read' | 'write'): string;
  detach(name: string): string;
}

/** How an engine writes what is asked of typed tables: their columns become facts, and facts are judged. */
export interface JudgingDialect extends JudgingSyntax, TypedSyntax {
  readonly name: string;
  /** What it can not say exactly, and is not asked for. */
  readonly lacks: ReadonlySet<Lack>;
  /** Characters of the longest statement that a server takes which nobody told otherwise; missing where none is too long. */
  readonly longest?: number;
  /** What keeps the rows of a SELECT a layer of their own, at its end; empty where the engine does. */
  readonly fence: string;
  identifier(name: string): string;
  /** A text literal for any string, NUL and line breaks included. */
  text(value: string): string;
  /** Likewise of characters that nobody sees, written so that people see which. */
  unseen(characters: string): string;
  /** A literal for any finite number, exact where it is short; throws a RangeError for others. */
  number(value: number): string;
  /** RE2, anywhere in the text; null for null. */
  matches(text: string, pattern: string): string;
  /** The text as a number of that type, null where it is none. */
  tryNumber(text: string, type: 'double'): string;
}

/**
 * What an engine may not say exactly: events that are apart, patterns beyond those that all engines read
 * alike, and texts in the composed form of Unicode.
 */
type Lack = 'count-apart' | 'patterns' | 'composed';

/** What the columns of typed tables need. */
interface TypedSyntax {
  /** A column as a text that is compared letter by letter, in whatever order its table has its texts. */
  letters(column: string): string;
  /** Such a text in small letters, wherever one of these words in small letters may be meant. */
  lowered(text: string, words: readonly string[]): string;
  /** Every match of a pattern replaced by a text; all are SQL. */
  replaced(text: string, pattern: string, by: string): string;
  /** A text in the composed form of Unicode (NFC). */
  composed(text: string): string;
  /** The text without those of these characters, which are SQL, that stand at its ends. */
  trimmed(text: string, characters: string): string;
  /** A character in a class of a pattern, by its code. */
  patternCharacter(code: number): string;
  /**
   * Microseconds since 1970 of a column of instants, or of local times or dates as if they were in UTC; no zone
   * of the engine is asked. What columns hold beyond the years 1 to 9999 is `NO_DATE` where a number has no room for it.
   */
  micros(column: string, type: 'instant' | 'local' | 'date'): string;
}

/**
 * What the statements of judging need beyond names and literals; all else in them is SQL that every engine
 * reads.
 */
interface JudgingSyntax {
  cast(sql: string, type: CastType): string;
  /** The whole quotient of a whole number, rounded towards zero. */
  divide(dividend: string, divisor: number): string;
  /**
   * An aggregate: the smallest values that these shares of the column's values do not exceed, as a list; null where
   * it has no value. Null where the engine has no exact one.
   */
  readonly percentiles: ((column: string, shares: readonly number[]) => string) | null;
  /** A list of whole numbers. */
  list(values: readonly string[]): string;
  /**
   * An aggregate: how many events can be counted one after the other, each apart from the last that was
   * counted.
   */
  countApart(events: EventsApart): string;
  /** A SELECT of rows from columns of whole numbers, all of one length. */
  numberRows(columns: readonly (readonly [name: string, values: readonly number[]])[]): string;
  /**
   * A statement that keeps the rows of a SELECT in a table, in place of one that has its name; `table` is
   * SQL.
   */
  keep(table: string, select: string): string;
  /** A part of WITH of which the rows are found once, however often they are read, where an engine can do so. */
  heldPart(name: string, select: string): string;
  /** Whether it can: else each place that names a part finds its rows anew, and makes a statement longer to plan. */
  readonly holdsParts: boolean;
  /** A column of a SELECT that makes a row of each value of a list, in step with others beside it; null where an engine has none. */
  readonly unfolded: ((list: string, name: string) => string) | null;
  /** A JOIN of the one row, of those of its group, whose column is the greatest below a value; drops what has none. */
  joinBelow(join: JoinBelow): string;
}

/** The microseconds of what is no date of a calendar with years of four digits: those at which the last of them ends. */
export const NO_DATE = 253_402_300_800_000_000;

export type CastType = 'integer' | 'bigint' | 'decimal' | 'double' | 'text';

export interface EventsApart {
  /** Microseconds. */
  readonly at: string;
  readonly day: string;
  /** Which of the rows are events. */
  readonly where: string;
  /** Microseconds from one to the next, at least. */
  readonly gap: number;
  /** Whether the next must be of another day. */
  readonly distinctDays: boolean;
}

export interface JoinBelow {
  /** A SELECT. */
  readonly rows: string;
  readonly alias: string;
  /** A column of those rows, and the number that it has in those that may be joined. */
  readonly among: readonly [column: string, number: string];
  /** Of those rows, a name. */
  readonly column: string;
  readonly below: string;
}

export interface CsvScan {
  readonly columns: number;
  readonly delimiter: string;
  readonly quote: string;
  readonly skip: number;
  readonly gzip: boolean;
  /** Name of the table that takes the lines that can't be cut into cells. */
  readonly rejects: string;
}
