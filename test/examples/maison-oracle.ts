import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterOfficeTime, DAY, dayOf } from '../../examples/generator/office.ts';
import { root } from './sla.ts';

/** The oracle of the example of the house: rows and local minutes from the text of the cells. It shares nothing with src/. */

export type Row = Readonly<Record<string, string>>;

export const FOLDER = join(root, 'examples/maison');

/** Rows of an export, which Excel wrote, or of a list kept by hand. */
export function rowsOf(path: string, delimiter = ';', folder = FOLDER): readonly Row[] {
  const bytes = readFileSync(join(folder, path));
  const text = path.startsWith('exports/') ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString();
  return parse(text, { columns: true, delimiter }) as Row[];
}

/** Writes an export into a copy of the folder, as Excel would. */
export function writeExport(folder: string, name: string, rows: readonly Row[]): void {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const text = `${lines.map((cells) => cells.join(';')).join('\n')}\n`;
  writeFileSync(join(folder, `exports/${name}.csv`), Buffer.from(text, 'latin1'));
}

/** Local minutes of `02/03/2026 09:14`, of a date its beginning; null for a blank cell. */
export function minutes(cell = ''): number | null {
  const [, d, m, y, hour = '00', minute = '00'] =
    /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d):(\d\d))?$/.exec(cell) ?? [];
  return y === undefined ? null : dayOf(`${y}-${m}-${d}`) * DAY + Number(hour) * 60 + Number(minute);
}

/** `2026-03` of `02/03/2026 09:14`. */
export const monthOf = (cell = ''): string => cell.slice(0, 10).split('/').reverse().slice(0, 2).join('-');

export const inProfile = (row: Row): boolean => Number(row.Budget) >= 8000;

/** Whether a row came from one column to the other within so many office minutes. */
export function isInTime(row: Row, from: string, to: string, limit: number): boolean {
  const [start, stop] = [minutes(row[from]), minutes(row[to])];
  return start !== null && stop !== null && stop <= afterOfficeTime(start, limit);
}
