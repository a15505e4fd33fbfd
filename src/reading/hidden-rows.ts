import { basename } from 'node:path';
import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';

/** Rows of a sheet that nobody sees, and the numbers of the first few. */
export interface HiddenRows {
  readonly sheet: string;
  readonly hidden: { readonly rows: number; readonly first: readonly number[] };
}

/** What is said of them, and the first; null where all rows are seen. */
export function hiddenText(
  file: string,
  { sheet, hidden }: HiddenRows,
  rows: number,
): { readonly message: string; readonly help: string; readonly first: number } | null {
  const [first] = hidden.first;
  if (first === undefined) return null;
  const places = hidden.first.map((row) => `${basename(file)}:${row}`).join(', ');
  const examples = hidden.rows > hidden.first.length ? `${places} ...` : places;
  const [n, all] = [whole(hidden.rows), whole(rows)];
  const message = plural(
    hidden.rows,
    t`${n} of ${all} rows of the sheet "${sheet}" is hidden, by a filter or by hand, and counts like any other: ${examples}`,
    t`${n} of ${all} rows of the sheet "${sheet}" are hidden, by a filter or by hand, and count like any other: ${examples}`,
  );
  const help = t`show all rows of the sheet to see what was judged, or delete those that are not meant to count`;
  return { message, help, first };
}
