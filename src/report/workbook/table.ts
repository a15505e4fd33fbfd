import type { Book } from '../xlsx/book.ts';
import type { Cell } from '../xlsx/cell.ts';
import { columnsFor } from './widths.ts';

/** A sheet that is small enough to be held. */
export interface Table {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The first columns, which stay in view. */
  readonly fixed: number;
}

/** Writes a table, on as many sheets as its rows fill. */
export function writeTable(book: Book, { name, titles, rows, fixed }: Table): void {
  const columns = columnsFor(titles, rows);
  book.sheet(name, columns, fixed);
  for (const row of rows) {
    if (book.row(row)) continue;
    book.sheet(name, columns, fixed);
    book.row(row);
  }
}
