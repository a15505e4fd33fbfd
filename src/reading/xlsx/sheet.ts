import { open, rm } from 'node:fs/promises';
import { t } from '../../messages/index.ts';
import type { CsvDialect } from '../../model/agreement.ts';
import type { Task } from '../../model/io.ts';
import { readParts, tooLarge, WorkbookProblem } from './archive.ts';
import { lineWriter, type TableRows, type TableRules, tableRows } from './csv-lines.ts';
import { type Merge, mergeOf } from './merges.ts';
import { rowTaker } from './rows.ts';
import { openWorkbook, samePart, type Workbook } from './workbook.ts';

/** Bytes of the copy. */
const MOST_BYTES = 4_000_000_000;

/** Ranges of cells that are shown as one. */
const MOST_MERGES = 1_048_576;

const FLUSH = 1 << 20;

/** A sheet that is to become CSV. */
export interface SheetToWrite extends Partial<Omit<TableRules, 'merges'>> {
  readonly file: string;
  /** By its name; null for the first that is shown. */
  readonly sheet: string | null;
  readonly csv: Pick<CsvDialect, 'delimiter' | 'quote'>;
  /** Must not be there. */
  readonly target: string;
  readonly task?: Task;
}

/** What a sheet was that became CSV. */
export interface SheetCopy extends Pick<Workbook, 'sheet' | 'sheets'> {
  readonly hidden: TableRows['hidden'];
  /** Merged cells of which a part lies below the header, as the sheet writes them: `B2:B5`. */
  readonly merged: readonly string[];
}

/**
 * Writes a sheet as CSV, one line a row, so that a line of the copy is the row of that number: line breaks
 * inside cells become spaces. Dates are written in ISO form, booleans as true and false, a formula whose
 * result is not stored as itself. With `isMarked` such a formula, and each cell that a merged one covers,
 * stands behind its mark. Throws a WorkbookProblem.
 */
export async function sheetToCsv(sheet: SheetToWrite): Promise<SheetCopy> {
  const { file, task = {}, target, isMarked = false } = sheet;
  const workbook = await openWorkbook(file, sheet.sheet, task);
  const written = await writeRows(sheet, workbook, []);
  const { header } = written.table;
  const below = written.merges.filter(({ bottom }) => header !== null && bottom > header);
  const copy = {
    ...{ sheet: workbook.sheet, sheets: workbook.sheets, hidden: written.table.hidden },
    merged: below.map(({ range }) => range),
  };
  if (!isMarked || below.length === 0) return copy;
  // A sheet tells what is merged after its rows.
  await rm(target);
  await writeRows(sheet, workbook, below);
  return copy;
}

async function writeRows(
  sheet: SheetToWrite,
  workbook: Workbook,
  known: readonly Merge[],
): Promise<{ readonly table: TableRows; readonly merges: readonly Merge[] }> {
  const { file, csv, target, task = {}, commas = new Set(), amounts = new Map() } = sheet;
  const { skip = 0, isMarked = false } = sheet;
  const out = await open(target, 'wx', 0o600);
  try {
    const table = tableRows({ skip, commas, amounts, isMarked, merges: known });
    const line = lineWriter(csv);
    const merges: Merge[] = [];
    // The parser calls back while bytes are pushed: what it made is written between two pushes.
    const queue: string[] = [];
    let pending = '';
    let size = 0;
    const take = rowTaker(workbook, {
      row(row) {
        pending += line(row.number, table.cells(row));
        if (pending.length < FLUSH) return;
        size += pending.length;
        if (size > MOST_BYTES) throw tooLarge();
        queue.push(pending);
        pending = '';
      },
      merge(range) {
        const merge = mergeOf(range);
        if (merge !== null && merges.push(merge) > MOST_MERGES) throw tooLarge();
      },
    });
    let seen = false;
    await readParts(
      file,
      (name) => {
        if (!samePart(name, workbook.part)) return null;
        seen = true;
        return take;
      },
      async () => {
        for (const text of queue.splice(0)) await out.writeFile(text);
      },
      task,
    );
    if (!seen)
      throw new WorkbookProblem(
        t`The workbook does not hold the sheet that it names`,
        t`save it again in a spreadsheet`,
      );
    await out.writeFile(pending);
    return { table, merges };
  } finally {
    await out.close();
  }
}
