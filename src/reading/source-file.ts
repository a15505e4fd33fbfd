import type { TypedTable } from '../sql/read/typed/table.ts';
import type { Moment } from './server/version.ts';

/** A file that the engine can scan. */
export interface SourceFile {
  /** As the plan names it. */
  readonly file: string;
  /** Its text as UTF-8: itself, or a copy. */
  readonly text: string;
  readonly gzip: boolean;
  readonly header: readonly string[];
  /** Mean bytes of a line in its head; missing where they are packed. */
  readonly rowBytes?: number;
  /** Of a copy in another form: the line in the file of each of its records, in their order. */
  readonly lines?: readonly number[];
  /** A copy that was written cell by cell: of a workbook, or of another form. */
  readonly isMade?: boolean;
  /** Of a workbook: the sheet that is read, the names of all, and how many of its rows are hidden. */
  readonly book?: {
    readonly sheet: string;
    readonly sheets: readonly string[];
    /** Rows below the header that hold anything, and the numbers of the first few of them. */
    readonly hidden: { readonly rows: number; readonly first: readonly number[] };
  };
  /** A copy in which rows with too many cells are marked. */
  readonly isMarked?: boolean;
  /** Of a file that is a table of typed columns, and no text. */
  readonly table?: TypedTable;
  /** Of a table of a server, whose rows were brought here: what they come to. */
  readonly fetched?: Fetched;
  /** Every record is a line of its own, the header the first: known once the file was scanned. */
  readonly isLineByLine?: boolean;
}

/** The rows of a table of a server, as they came, and of which moment they are. */
interface Fetched extends FetchedRows {
  readonly moment: Moment;
}

export interface FetchedRows {
  /** Of their texts. */
  readonly bytes: number;
  /** Of the columns that are read, the same in whatever order the rows came. */
  readonly sha256: string;
}
