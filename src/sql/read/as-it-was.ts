import { duckdb } from '../dialects/duckdb.ts';
import { hasCome, NOT_YET } from '../judge/expressions.ts';
import { sourceViewSql } from './source-table.ts';

/** What a table holds that came later than an instant. */
interface NotYet {
  readonly table: string;
  /** Its time columns that hold something later. */
  readonly times: readonly string[];
  readonly asOf: number;
  /** Whether a row is there only with a date of its own, as an activity is. */
  readonly isEvent: boolean;
}

/** The name under which the whole table is kept. */
const wholeTable = (table: string): string => `${table}$whole`;

/**
 * A table as it was at an instant, as a SELECT of the whole: cells that are later have no instant, and rows
 * that are events and are later are not there. A date without a time is later where its day begins then.
 */
function asItWasSql({ table, times, asOf, isEvent }: NotYet): string {
  const { identifier } = duckdb;
  const isThere = (time: string) => hasCome(identifier(time), identifier(`${time}$w`), asOf);
  const cells = times.flatMap((time) => {
    const [at, width] = [identifier(time), identifier(`${time}$w`)];
    return [
      `CASE WHEN ${isThere(time)} THEN ${at} END AS ${at}`,
      `CASE WHEN ${isThere(time)} OR ${at} IS NULL THEN ${width} ELSE ${NOT_YET} END AS ${width}`,
    ];
  });
  const isNotLater = (time: string) => `(${identifier(time)} IS NULL OR ${isThere(time)})`;
  const where = isEvent ? ` WHERE ${times.map(isNotLater).join(' AND ')}` : '';
  return `SELECT * REPLACE (${cells.join(', ')}) FROM ${identifier(wholeTable(table))}${where}`;
}

/** Gives the table as it was the name of the whole. */
export const asItWasViewSql = (notYet: NotYet): string => sourceViewSql(notYet.table, asItWasSql(notYet));

/** Keeps a view under another name, that of the whole where none is told. */
export const renameViewSql = (table: string, name = wholeTable(table)): string =>
  `ALTER VIEW ${duckdb.identifier(table)} RENAME TO ${duckdb.identifier(name)}`;

/** How many rows of the whole, of those that meet a condition, are not in the table as it was: column `n`. */
export const goneSql = (table: string, where = 'true'): string => {
  const countOf = (name: string) => `(SELECT count(*) FROM ${duckdb.identifier(name)} WHERE ${where})`;
  return `SELECT ${countOf(wholeTable(table))} - ${countOf(table)} AS n`;
};
