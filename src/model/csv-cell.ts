/** How a cell of CSV is told apart from its neighbours: one character each. */
export interface CellEnds {
  readonly delimiter: string;
  readonly quote: string;
}

/** A text as a cell, quoted where the delimiter, a quote or a line end is in it. Source: RFC 4180. */
export function csvCell(text: string, { delimiter, quote }: CellEnds): string {
  const isPlain = !text.includes(delimiter) && !text.includes(quote) && !/[\r\n]/.test(text);
  return isPlain ? text : quotedCell(text, quote);
}

/** A text as a quoted cell: a quote in it is doubled. */
export function quotedCell(text: string, quote: string): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
