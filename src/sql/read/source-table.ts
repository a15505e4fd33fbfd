import type { FactColumn } from '../../model/reading.ts';
import { duckdb } from '../dialects/duckdb.ts';
import { ODD_ROW } from './quick-rows.ts';

/**
 * Where the rows of a source lie: in memory, or in a catalogue on the disk, one for tables of many rows and one for
 * those of many columns. While a table is filled, each of its columns holds two blocks in each thread, however few
 * rows it has: the blocks of the latter are the smallest that there are.
 */
export type Place = 'memory' | 'disk' | 'wide';

/** Columns from which a table that several threads fill lies on the disk, however few its rows are. */
export const WIDE = 30;

const BLOCKS = { disk: 262_144, wide: 16_384 };

const catalogue = (place: 'disk' | 'wide'): string => `sla_${place}`;

/** Opens a file as the catalogue of a place. */
export function attachSql(place: 'disk' | 'wide', file: string): string {
  return `ATTACH IF NOT EXISTS ${duckdb.text(file)} AS ${catalogue(place)} (BLOCK_SIZE ${BLOCKS[place]})`;
}

/** The name of the table that holds the rows of a source that took the short or the long way, as SQL. */
export const wayTable = (source: string, way: 'short' | 'long', place: Place): string =>
  tableIn(place, `${source}$${way}`);

/** The name of a table in a place, as SQL. */
export const tableIn = (place: Place, name: string): string =>
  `${place === 'memory' ? '' : `${catalogue(place)}.`}${duckdb.identifier(name)}`;

/** Makes a table of the rows of a SELECT. */
export function createTableSql(table: string, select: string): string {
  return `CREATE TABLE ${table} AS ${select}`;
}

/** The same where there may be such a table, which is forgotten. */
export function replaceTableSql(table: string, select: string): string {
  return `CREATE OR REPLACE TABLE ${table} AS ${select}`;
}

/** Puts the rows of a SELECT into a table that is there. */
export function insertSql(table: string, select: string): string {
  return `INSERT INTO ${table} ${select}`;
}

/** The same by the names of the columns; one that the rows do not have is null. */
export function insertByNameSql(table: string, select: string): string {
  return `INSERT INTO ${table} BY NAME ${select}`;
}

export function dropTableSql(table: string): string {
  return `DROP TABLE ${table}`;
}

/** How many rows a table, or a SELECT in brackets, has: `n`. */
export function countSql(table: string): string {
  return `SELECT count(*) AS n FROM ${table}`;
}

/** The keys of a table, as a SELECT. */
export function keysSql(table: string): string {
  return `SELECT "key" FROM ${table}`;
}

/** Takes the rows away whose key is one of those of a SELECT. */
export function dropKeysSql(table: string, keys: string): string {
  return `DELETE FROM ${table} WHERE "key" IN (${keys})`;
}

/** The rows of a table of the short way that hold cells of no frequent form. */
const oddRows = (table: string): string => `FROM ${table} WHERE "$bad" = ${ODD_ROW}`;

/** Their packed cells, in a column `key`. */
export function oddCellsSql(table: string): string {
  return `SELECT "key" ${oddRows(table)}`;
}

export function dropOddSql(table: string): string {
  return `DELETE ${oddRows(table)}`;
}

/**
 * All rows of a source without `$bad` and `$gap`, as a SELECT, from the tables of the two ways; each may be
 * missing. `settled` is the list of columns that the short way leaves out, `evidence` names those that the
 * long way has more.
 */
export function allRowsSql(tables: {
  readonly short: string | null;
  readonly long: string | null;
  readonly settled: string;
  readonly evidence: readonly string[];
}): string {
  const { short, long, settled, evidence } = tables;
  const others = ['$bad', '$gap', ...evidence].map((name) => `"${name}"`).join(', ');
  const parts = [
    ...(short === null
      ? []
      : [`SELECT * EXCLUDE ("$bad")${settled === '' ? '' : `, ${settled}`} FROM ${short}`]),
    ...(long === null ? [] : [`SELECT * EXCLUDE (${others}) FROM ${long}`]),
  ];
  return parts.join(' UNION ALL BY NAME ');
}

/** Gives a SELECT the name of the plan's table, by which statements that judge ask for it. */
export function sourceViewSql(table: string, select: string): string {
  return `CREATE VIEW ${duckdb.identifier(table)} AS ${select}`;
}

/** A table without rows, where none was made from its files. */
export function emptyViewSql(table: string, columns: readonly FactColumn[]): string {
  const { cast, identifier } = duckdb;
  const typed = columns.flatMap(({ name, kind }) => {
    const value = kind === 'flag' || kind === 'own' ? 'false' : cast('NULL', TYPES[kind]);
    const column = `${value} AS ${identifier(name)}`;
    return kind === 'time' ? [column, `${cast('0', 'integer')} AS ${identifier(`${name}$w`)}`] : [column];
  });
  const select = [`${cast("''", 'text')} AS "key"`, ...typed].join(', ');
  return `CREATE VIEW IF NOT EXISTS ${identifier(table)} AS SELECT ${select} WHERE false`;
}

const TYPES = { time: 'bigint', number: 'double', text: 'text' } as const;

/** How many rows the plan's table has: `n`. */
export function countSourceSql(table: string): string {
  return countSql(duckdb.identifier(table));
}
