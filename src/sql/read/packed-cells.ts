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
