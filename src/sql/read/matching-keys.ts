import { dropRejectsSql } from './file.ts';
import { foldedAddress } from './names.ts';
import { dropTableSql } from './source-table.ts';

/** The tables of the two exports whose columns are compared, and those of their lines that can't be cut. */
const SIDES = { from: 'sla_from', to: 'sla_to' } as const;

export type Side = keyof typeof SIDES;

/** The columns of an export that may be a key. */
export interface KeyCells {
  readonly side: Side;
  /** The export as a table of `c0`, `c1` ..., and how many columns that has. */
  readonly scan: string;
  readonly width: number;
  /** Places in the header, from 0. */
  readonly columns: readonly number[];
}

/** Makes the table of one side: `k0`, `k1` ... are the cells of those columns without blanks around them. */
export function createKeysSql({ side, scan, width, columns }: KeyCells): string {
  const list = columns.map((column, k) => `nullif(trim(c${column}), '') AS k${k}`).join(', ');
  // Identical rows are one: the engine will make one of them.
  const all = Array.from({ length: width }, (_, column) => `c${column}`).join(', ');
  return `CREATE OR REPLACE TEMP TABLE ${SIDES[side]} AS SELECT DISTINCT ${list}, hash(${all}) AS row FROM ${scan}`;
}

/**
 * Of two columns, by their numbers among the `k`: filled `rows` of the first, its different `values`, how many
 * are `found` in the other, of addresses whatever their capitals, and how many are there letter by letter, `exact`.
 */
export function matchSql(from: number, to: number): string {
  return (
    `WITH keys AS (SELECT DISTINCT k${to} AS key FROM ${SIDES.to} WHERE k${to} IS NOT NULL), ` +
    `alike AS (SELECT DISTINCT ${foldedAddress('key')} AS key FROM keys), ` +
    `each AS (SELECT k${from} AS key, count(*) AS n FROM ${SIDES.from} WHERE k${from} IS NOT NULL GROUP BY 1) ` +
    'SELECT coalesce(sum(n), 0) AS "rows", count(*) AS "values", count(alike.key) AS "found", count(keys.key) AS "exact" ' +
    `FROM each LEFT JOIN keys ON keys.key = each.key LEFT JOIN alike ON alike.key = ${foldedAddress('each.key')}`
  );
}

/** Name of the table for the lines of a side that can't be cut. */
export const rejectsOf = (side: Side): string => `sla_match_${side}`;

/** Statements that forget both sides. */
export const DROP_MATCHES: readonly string[] = (['from', 'to'] as const).flatMap((side) => [
  dropTableSql(SIDES[side]),
  ...dropRejectsSql(rejectsOf(side)),
]);
