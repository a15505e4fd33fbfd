import { duckdb } from '../dialects/duckdb.ts';

/** Between cells; for a blank cell; before a digit that stands for one of the three. */
const [NEXT, BLANK, ESCAPE] = ['chr(30)', 'chr(29)', 'chr(28)'];

const DIGITS = ["'0'", "'1'", "'2'"];

/** Raw cells as one text that tells them all. */
export function packed(cells: readonly string[]): string {
  const escaped = (cell: string) =>
    [ESCAPE, NEXT, BLANK].reduce(
      (text, sign, i) => `replace(${text}, ${sign}, ${ESCAPE} || ${DIGITS[i]})`,
      cell,
    );
  return cells.map((cell) => `coalesce(${escaped(cell)}, ${BLANK})`).join(` || ${NEXT} || `);
}

/** Column of `wholeRow`. */
export const WHOLE = '"$whole"';

/**
 * A number that tells all cells of a row of a scan, with the names of their columns: the same for rows that
 * are the same word by word, in whichever order their files have the columns, and with or without columns
 * of which they have no cell. 128 bits of MD5: of a billion rows, two that differ would share one in less
 * than one of 10^20 exports.
 */
export function wholeRow(
  header: readonly string[],
  cellAt = (index: number): string => `s.c${index}`,
): string {
  const columns = header
    .map((name, index) => ({ name, cell: cellAt(index) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // Each text has its length before it: to look for signs in cells, so as to escape them, takes longer.
  const texts = columns.map(
    ({ name, cell }) =>
      `CASE WHEN ${cell} <> '' THEN concat(${duckdb.text(`${Buffer.byteLength(name)}:${name}`)}, strlen(${cell}), ':', ${cell}) END`,
  );
  return `md5_number(concat(${texts.join(', ')})) AS ${WHOLE}`;
}

/** The cells that the column `key` of a table holds packed, as a scan of columns `c0`, `c1` ... */
export function unpackedScan(table: string, size: number): string {
  const plain = (cell: string) =>
    [BLANK, NEXT, ESCAPE].reduce(
      (text, sign, i) => `replace(${text}, ${ESCAPE} || ${DIGITS[2 - i]}, ${sign})`,
      cell,
    );
  const cells = Array.from({ length: size }, (_, i) => {
    const cell = `cells[${i + 1}]`;
    return `CASE WHEN ${cell} <> ${BLANK} THEN ${plain(cell)} END AS c${i}`;
  });
  return `(SELECT ${cells.join(', ')} FROM (SELECT string_split("key", ${NEXT}) AS cells FROM ${table}))`;
}
