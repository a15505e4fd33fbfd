import type { Step, Task, Watch } from '../model/io.ts';
import type { JudgingDialect } from '../sql/dialects/dialect.ts';

/** One value of a result. BIGINT and HUGEINT are numbers where safe, else bigint; DECIMAL is a number. */
export type Value = string | number | bigint | boolean | null | readonly Value[];

export type Row = Readonly<Record<string, Value>>;

/** What the statements of a step do, to those who follow it. */
export interface NamedStep extends Pick<Step, 'what' | 'bytes'> {
  /** Mean bytes of a row; null where rows are not read. */
  readonly rowBytes: number | null;
}

/** What runs SQL. Everything it holds is gone when it is closed. */
export interface Engine {
  /** How what it runs is written. */
  readonly dialect: JudgingDialect;
  /** Whether its tables are on a server; false of the embedded one. */
  readonly isAway: boolean;
  /**
   * Of which exports it holds the cases in tables, once for all that is asked of them: where a statement takes longer to
   * be planned than to be answered.
   */
  readonly holdsCases: 'few' | 'all' | 'none';
  /** A private folder for the run's temporary files, removed by `close`. */
  readonly scratch: string;
  /** How many rows the statement made, put in or took away; 0 for every other. */
  run(sql: string, params?: readonly Value[]): Promise<number>;
  /** Keeps the rows of SELECTs, one at least, in a table of that name, in place of one that has it. */
  keep(table: string, selects: readonly string[]): Promise<void>;
  /** Gives a SELECT the name of a table: its rows are found whenever they are asked for, or once. */
  view(table: string, select: string): Promise<void>;
  /** Gives what `view` or `keep` has made another name. */
  rename(table: string, to: string): Promise<void>;
  rows<T extends object = Row>(sql: string, params?: readonly Value[]): Promise<readonly T[]>;
  /** Batches of rows, as they come; holds one batch at a time. */
  stream(sql: string, params?: readonly Value[]): AsyncIterable<readonly Row[]>;
  /** Puts rows of texts into a table of texts that is there. */
  append(table: string, rows: readonly (readonly (string | null)[])[]): Promise<void>;
  /**
   * From here on SQL reads these files (real paths) and the private folder, nothing else, and no setting
   * can be changed.
   */
  confine(files: readonly string[]): Promise<void>;
  /** Who follows the work is told of all statements in `act` as one step. */
  follow<T>(step: NamedStep, act: () => Promise<T>): Promise<T>;
  readonly task: Task;
  /** Ends the statements that run, which throw; those that follow run as ever. */
  interrupt(): void;
  /** What is closed with it. */
  owns(other: Pick<Engine, 'close'>): void;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly threads?: number;
  /** As DuckDB writes it: `350MB`. */
  readonly memoryLimit?: string;
  /** Where the private folder is made; the system's by default. */
  readonly tempDirectory?: string;
  /** Interrupts what runs and refuses what follows. */
  readonly signal?: AbortSignal;
  readonly watch?: Watch;
}
