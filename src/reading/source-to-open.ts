import type { Engine } from '../engine/engine.ts';
import type { CsvDialect, FieldDef } from '../model/agreement.ts';
import type { Files } from '../model/io.ts';

/** A file to open, and where copies of it may lie. */
export interface SourceToOpen {
  readonly file: string;
  readonly csv: CsvDialect;
  readonly files: Files;
  readonly engine: Pick<Engine, 'scratch' | 'task' | 'rows' | 'run'>;
  /** Of the copies, in the private folder; without its ending. */
  readonly copy: string;
  /** Of a workbook; null for the first. */
  readonly sheet: string | null;
  /** Of a database: its table; null or absent for the only one. */
  readonly within?: string | null;
  /** Names of the columns whose numbers are written with a comma where they are texts. */
  readonly commas?: ReadonlySet<string>;
  /** Names of the columns that are amounts, with the signs and codes of their currency. */
  readonly amounts?: ReadonlyMap<string, readonly string[]>;
  /** That are looked for, where it is known: a folder's name is of the type that its field asks for. */
  readonly fields?: readonly FieldDef[];
}
