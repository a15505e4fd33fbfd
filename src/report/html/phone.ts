/** Pixels: a line of a phone, a letter of a number in it, and the room between two numbers. */
const [PHONE, LETTER, ROOM] = [366, 6.2, 6];

/** How many of some numbers stand side by side on a phone: at most six, no more than lie side by side, and as many in each line. */
export function perLine(count: number, texts: readonly string[]): number {
  const widest = Math.max(0, ...texts.map(({ length }) => length));
  const most = Math.min(6, Math.max(1, Math.floor(PHONE / (widest * LETTER + ROOM))));
  return Math.ceil(count / Math.ceil(count / most));
}

/** Columns that the sheet of styles knows by their place. */
export const MOST_NAMED = 12;

/** On a phone each row of a table is a card: the style that says what each of its cells, but the first, is called. */
export function namedCells(titles: readonly string[]): string {
  const names = titles.map((title, index) => `--c${index + 1}:${cssText(title)}`).slice(1, MOST_NAMED);
  return names.length === 0 ? '' : ` style="${names.join(';')}"`;
}

/** A text in a style: whatever is no letter and no digit by its number, so that nothing in it can act. */
const cssText = (text: string): string =>
  `'${text.replace(/[^\p{L}\p{N} ]/gu, (one) => `\\${(one.codePointAt(0) ?? 0).toString(16)} `)}'`;
