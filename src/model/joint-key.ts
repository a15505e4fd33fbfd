/**
 * A key that is made of several cells is their texts with this between them. It is no other key's: a "|" in
 * a cell is written twice.
 */
export const BETWEEN = ' | ';

/** The text of such a key, of cells that are clean; empty where all of them are blank. */
export const jointKey = (cells: readonly string[]): string =>
  cells.some((cell) => cell !== '') ? cells.map((cell) => cell.replaceAll('|', '||')).join(BETWEEN) : '';
