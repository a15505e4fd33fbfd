import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import type { WordsRow } from '../../model/funnel.ts';
import type { Period } from '../../model/time.ts';
import type { Run } from '../judging/run.ts';

/** Words that are told one by one: a reason that everybody writes in their own words is none. */
const MOST = 30;

/** Values of the fields of `--by` in one row. */
export const cutOf = (row: Row, { by }: Pick<Run, 'by'>): Readonly<Record<string, string | null>> =>
  Object.fromEntries(by.map(({ field }, i) => [field, textOf(row[`b${i}`])]));

const textOf = (cell: Row[string] | undefined): string | null => (cell == null ? null : String(cell));

/** The rows of a statement by words, of whole cohorts and of their parts. */
export function wordRows(
  rows: readonly Row[],
  fields: number,
  { run, periods }: { readonly run: Run; readonly periods: readonly Period[] },
): readonly WordsRow[] {
  const wordsIn = (row: Row) => Array.from({ length: fields }, (_, i) => textOf(row[`w${i}`]));
  const totals = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(wordsIn(row));
    totals.set(key, (totals.get(key) ?? 0) + (microsOf(row.n) ?? 0));
  }
  const order = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  const places = new Map(order.slice(0, MOST).map((key, i) => [key, i]));
  const sums = new Map<string, { place: number; row: WordsRow }>();
  const add = (row: Row, by: WordsRow['by']) => {
    const words = wordsIn(row);
    const place = places.get(JSON.stringify(words)) ?? MOST;
    const period = periods[microsOf(row.period) ?? -1]?.label ?? '';
    const key = JSON.stringify([place, period, by]);
    const before = sums.get(key)?.row;
    const inside = microsOf(row.inside);
    sums.set(key, {
      place,
      row: {
        ...{ period, by, words: place === MOST ? null : words },
        leads: (before?.leads ?? 0) + (microsOf(row.n) ?? 0),
        inProfile: inside === null ? null : (before?.inProfile ?? 0) + inside,
      },
    });
  };
  for (const row of rows) {
    add(row, null);
    if (run.by.length > 0) add(row, cutOf(row, run));
  }
  const name = ({ row: { period, by } }: { readonly row: WordsRow }) => JSON.stringify([period, by]);
  return [...sums.values()]
    .sort((a, b) => a.place - b.place || (name(a) < name(b) ? -1 : 1))
    .map(({ row }) => row);
}
