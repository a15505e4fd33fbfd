import type { Home } from '../../../model/connection.ts';
import { trino } from '../../dialects/trino.ts';
import type { Relation, RelationColumn, RowsWanted, ServerSyntax } from './syntax.ts';

const { identifier, cast, text } = trino;

/** What is asked of a Trino about its tables, which has lists of what the user may see in each catalog. */
export const trinoTables: ServerSyntax = {
  kept,
  named,
  all: (home) =>
    `SELECT ${relation(home.catalog ?? '', home)} FROM ${listOf(home.catalog ?? '', 'tables')}
  WHERE table_schema <> 'information_schema' ORDER BY 2, 3 LIMIT 5000`,
  columns: ({ catalog, schema, name }, home) =>
    `SELECT column_name AS name, data_type AS type, data_type AS base, 'b' AS kind, 't' AS readable
  FROM ${listOf(catalog ?? home.catalog ?? '', 'columns')}
  WHERE table_schema = ${text(schema)} AND table_name = ${text(name)} ORDER BY ordinal_position`,
  typeOf: ({ type }) => TYPES.find(([form]) => form.test(type))?.[1](type) ?? null,
  isFiner: ({ type }) => /^timestamp\((?:[7-9]|1\d)\)/.test(type),
  version: (table, home) =>
    `SELECT CAST(snapshot_id AS VARCHAR) AS version FROM ${pathOf({ ...table, name: `${table.name}$refs` }, home)} WHERE name = 'main'`,
  path: (table, version, home) => `${pathOf(table, home)}${momentSql(version)}`,
  word: wordFor,
  rows: rowsSql,
};

/** No name has capitals there. */
function kept(name: string): string {
  return name.toLowerCase();
}

const listOf = (catalog: string, list: 'tables' | 'columns'): string =>
  `${identifier(catalog)}.information_schema.${list}`;

const relation = (catalog: string, home: Home): string => {
  const own = catalog === home.catalog ? cast('NULL', 'text') : text(catalog);
  const isHome = home.schema === null ? 'false' : `table_schema = ${text(kept(home.schema))}`;
  return `${own} AS catalog, table_schema AS schema, table_name AS name,
    CASE WHEN ${catalog === home.catalog ? isHome : 'false'} THEN 't' ELSE 'f' END AS visible, 't' AS readable`;
};

/** A name may hold points itself: whatever stands before one may be the schema, and before that the catalog. */
function named(table: string, home: Home): readonly string[] {
  const name = kept(table);
  const own = [
    ...(home.schema === null ? [`table_name = ${text(name)}`] : [isTable(kept(home.schema), name)]),
    ...cuts(name).map(([schema, rest]) => isTable(schema, rest)),
  ];
  const elsewhere = cuts(name).flatMap(([catalog, rest]): readonly string[] => {
    const known = cuts(rest).map(([schema, last]) => isTable(schema, last));
    return known.length === 0 ? [] : [found(catalog, known, home)];
  });
  return [found(home.catalog ?? '', own, home), ...elsewhere];
}

/** Distinct, for where several tests name a table its catalog may list it once for each. */
const found = (catalog: string, tests: readonly string[], home: Home): string =>
  `SELECT DISTINCT ${relation(catalog, home)} FROM ${listOf(catalog, 'tables')}
  WHERE (${tests.join(' OR ')}) AND table_schema <> 'information_schema' ORDER BY 2, 3`;

const isTable = (schema: string, name: string): string =>
  `(table_schema = ${text(schema)} AND table_name = ${text(name)})`;

/** What stands before and behind each point of a name. */
const cuts = (name: string): readonly (readonly [before: string, behind: string])[] =>
  [...name.matchAll(/[.]/g)]
    .map(({ index }) => [name.slice(0, index), name.slice(index + 1)] as const)
    .filter(([before, behind]) => before !== '' && behind !== '');

/** The types of the embedded engine by the names that the server's own have. */
const TYPES: readonly (readonly [form: RegExp, type: (told: string) => string])[] = [
  [/^(?:varchar|char)(?:\(\d+\))?$|^uuid$|^time(?:\(\d+\))?$/, () => 'VARCHAR'],
  [/^(?:tinyint|smallint|integer|bigint|boolean|date|double)$/, (told) => told.toUpperCase()],
  [/^decimal\(\d+,\s*\d+\)$/, (told) => told.toUpperCase()],
  [/^real$/, () => 'FLOAT'],
  [/^timestamp(?:\(\d+\))?$/, () => 'TIMESTAMP'],
  [/^timestamp(?:\(\d+\))? with time zone$/, () => 'TIMESTAMP WITH TIME ZONE'],
];

function pathOf(
  { catalog, schema, name }: Pick<Relation, 'catalog' | 'schema' | 'name'>,
  home: Home,
): string {
  return [catalog ?? home.catalog ?? '', schema, name].map(identifier).join('.');
}

const momentSql = (version: string | null): string =>
  version === null ? '' : ` FOR VERSION AS OF ${version}`;

function rowsSql(
  { relation: table, columns, others, version, where = null }: RowsWanted,
  home: Home,
): string {
  const texts = columns.map(textOf);
  const rest = others === null ? [] : [wordFor(others)];
  return `SELECT ${[...texts, ...rest].join(', ')} FROM ${pathOf(table, home)}${momentSql(version)}${where === null ? '' : ` WHERE ${where}`}`;
}

/** A value as a text that says all of it. */
function textOf({ name, type }: RelationColumn): string {
  const value = identifier(name);
  // Of a fraction of 32 bits seven digits would be written.
  if (type === 'real') return cast(cast(value, 'double'), 'text');
  if (/^timestamp.* with time zone$/.test(type)) return cast(`${value} AT TIME ZONE 'UTC'`, 'text');
  return cast(value, 'text');
}

/** Types within lists, maps and rows of which there is no text. */
const WITHOUT_TEXT = /varbinary|hyperloglog|digest|geography|geometry|bingtile|color|interval|unknown/;

/** A value of any type as a text by which it is told from others; null where there is none. */
function anyTextOf(column: RelationColumn): string | null {
  const value = identifier(column.name);
  if (column.type === 'varbinary') return `to_hex(${value})`;
  if (column.type === 'json') return `json_format(${value})`;
  if (/^(?:array|map|row)\(/.test(column.type))
    return WITHOUT_TEXT.test(column.type) ? null : `json_format(CAST(${value} AS JSON))`;
  if (trinoTables.typeOf(column) === null && !/^(?:ipaddress|interval .*)$/.test(column.type)) return null;
  return textOf(column);
}

/** Values of one list, which Trino takes no more of than 254. */
const MOST_OF_A_LIST = 200;

/** A text that two rows share whose cells in these columns are the same word by word; an empty one is as none. */
function wordFor(columns: readonly RelationColumn[]): string {
  const cells = columns.flatMap((column) => anyTextOf(column) ?? []).map((cell) => `nullif(${cell}, '')`);
  if (cells.length === 0) return cast('NULL', 'text');
  const lists = [];
  for (let at = 0; at < cells.length; at += MOST_OF_A_LIST)
    lists.push(`ARRAY[${cells.slice(at, at + MOST_OF_A_LIST).join(', ')}]`);
  return `to_hex(md5(to_utf8(json_format(CAST(${lists.join(' || ')} AS JSON)))))`;
}
