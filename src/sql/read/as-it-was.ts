import { duckdb } from '../dialects/duckdb.ts';
import { hasCome, NOT_YET } from '../judge/expressions.ts';

/** What a table holds that came later than an instant. */
interface NotYet {
  readonly table: string;
  /** Its time columns that hold something later. */
  readonly times: readonly string[];
  /** All its columns, where an engine has to be told them; null for all there are. */
  readonly columns: readonly string[] | null;
  readonly asOf: number;
  /** Whether a row is there only with a date of its own, as an activity is. */
  readonly isEvent: boolean;
}

/** The name under which the whole table is kept. */
export const wholeTable = (table: string): string => `${table}$whole`;

/**
 * A table as it was at an instant, as a SELECT of the whole: cells that are later have no instant, and rows
 * that are events and are later are not there. A date without a time is later where its day begins then.
 */
export function asItWasSql({ table, times, columns, asOf, isEvent }: NotYet): string {
  const { identifier } = duckdb;
  const isThere = (time: string) => hasCome(identifier(time), identifier(`${time}$w`), asOf);
  const cells = times.flatMap((time): (readonly [name: string, sql: string])[] => {
    const [at, width] = [identifier(time), identifier(`${time}$w`)];
    return [
      [time, `CASE WHEN ${isThere(time)} THEN ${at} END AS ${at}`],
      [
        `${time}$w`,
        `CASE WHEN ${isThere(time)} OR ${at} IS NULL THEN ${width} ELSE ${NOT_YET} END AS ${width}`,
      ],
    ];
  });
  const cut = new Map(cells);
  const all =
    columns === null
      ? `* REPLACE (${[...cut.values()].join(', ')})`
      : columns.map((name) => cut.get(name) ?? identifier(name)).join(', ');
  const isNotLater = (time: string) => `(${identifier(time)} IS NULL OR ${isThere(time)})`;
  const where = isEvent ? ` WHERE ${times.map(isNotLater).join(' AND ')}` : '';
  return `SELECT ${all} FROM ${identifier(wholeTable(table))}${where}`;
}

/** How many rows of the whole, of those that meet a condition, are not in the table as it was: column `n`. */
export const goneSql = (table: string, where = 'true'): string => {
  const countOf = (name: string) => `(SELECT count(*) FROM ${duckdb.identifier(name)} WHERE ${where})`;
  return `SELECT ${countOf(wholeTable(table))} - ${countOf(table)} AS n`;
};
