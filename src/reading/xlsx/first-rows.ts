import { unmarked } from '../../model/cell-marks.ts';
import type { Task } from '../../model/io.ts';
import { readParts, type Taker } from './archive.ts';
import { rowTaker } from './rows.ts';
import { openWorkbook, samePart } from './workbook.ts';

/** By number of the row, from 1: its cells. */
export type FirstRows = ReadonlyMap<number, readonly string[]>;

/**
 * The first rows of every sheet, by its name, in the order of the workbook: the archive is gone through
 * once, and the rows below are not parsed. Throws a WorkbookProblem.
 */
export async function firstRows(
  file: string,
  most: number,
  task: Task = {},
): Promise<ReadonlyMap<string, FirstRows>> {
  const workbook = await openWorkbook(file, null, task);
  const found = new Map(workbook.sheets.map((sheet) => [sheet, new Map<number, readonly string[]>()]));
  await readParts(
    file,
    (name) => {
      const sheet = [...workbook.parts].find(([, part]) => samePart(name, part))?.[0];
      const rows = sheet === undefined ? undefined : found.get(sheet);
      if (rows === undefined) return null;
      let isOver = false;
      const take = rowTaker(workbook, {
        row({ number, cells }) {
          isOver ||= number > most;
          if (!isOver) rows.set(number, cells.map(unmarked));
        },
      });
      const untilOver: Taker = (piece, last) => {
        if (!isOver) take(piece, last);
      };
      return untilOver;
    },
    undefined,
    task,
  );
  return found;
}
