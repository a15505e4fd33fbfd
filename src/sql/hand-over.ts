import type { JudgingDialect } from './dialects/dialect.ts';

/** Columns that the leads' table has where its rows are hand-overs. */

/** INTEGER: the place of the row among the hand-overs of its lead, from 1. */
export const HAND_OVER = 'hand_over';

/** VARCHAR: `yes` for a hand-over of a lead that was handed over before, `no` for its first. */
export const RECYCLED = 'recycled';

/** While the hand-overs of a lead are told apart: the place of a row among them, and its date, UTC microseconds. */
export const NTH = '$nth';
export const HANDED = '$handed';

/** Both columns of a row, of its `NTH`. */
export const handOverColumns = (nth: string): Readonly<Record<string, string>> => ({
  [HAND_OVER]: nth,
  [RECYCLED]: `CASE WHEN ${nth} > 1 THEN 'yes' ELSE 'no' END`,
});

/**
 * A date that several rows of a lead share is one event. It is told of the latest hand-over that it can
 * follow, else of the first of those rows.
 */
export function ownSql(
  column: { readonly time: string; readonly when: string | null },
  { identifier, cast }: JudgingDialect,
): string {
  const [time, spread] = [identifier(column.time), identifier(`${column.time}$w`)];
  const at = column.when === null ? time : `CASE WHEN ${identifier(column.when)} THEN ${time} END`;
  // A date without a time ends just before the next.
  const last = `${time} + ${cast(spread, 'bigint')} * 1000000 - CASE WHEN ${spread} >= 43200 THEN 1 ELSE 0 END`;
  const rows = `OVER (PARTITION BY key, ${at})`;
  const [nth, handed] = [identifier(NTH), identifier(HANDED)];
  return `(${at} IS NULL OR ${nth} = coalesce(max(CASE WHEN ${handed} <= ${last} THEN ${nth} END) ${rows}, min(${nth}) ${rows}))`;
}
