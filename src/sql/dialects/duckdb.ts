import type { CastType, CsvScan, Dialect, EventsApart } from './dialect.ts';
import { byCodes } from './plain.ts';

/** Structural errors kept for one file; a file with more is not a CSV of this dialect. */
export const MAX_REJECTS = 100_000;

/** Bytes of the longest line. */
export const MAX_LINE_BYTES = 2_000_000;

/** Bytes of a file that are read at once. DuckDB holds a few of these for each thread: more would be too many for a machine of many cores. */
export const BLOCK_BYTES = 4 * MAX_LINE_BYTES;

const NUMBERS = { integer: 'BIGINT', decimal: 'DECIMAL(18, 6)', double: 'DOUBLE' } as const;

/** Read as a decimal that compares and adds up exactly with those of cells: 0.7 and 0.1 are 0.8. */
const SHORT_DECIMAL = /^-?\d{1,12}\.\d{1,9}$/;

/** DuckDB 1.5. Its strings have no escapes but the doubled quote; a NUL ends the statement, so it is built by `chr`. */
export const duckdb: Dialect = {
  name: 'duckdb',
  lacks: new Set(),
  fence: '',
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text: literal,
  unseen: byCodes,
  number(value) {
    if (!Number.isFinite(value)) throw new RangeError(`No SQL literal for ${value}`);
    const isExact = Number.isSafeInteger(value) || SHORT_DECIMAL.test(`${value}`);
    return isExact ? `${value}` : `CAST(${literal(`${value}`)} AS DOUBLE)`;
  },
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  matchesWhole: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)})`,
  without: (text, pattern) => `regexp_replace(${text}, ${literal(pattern)}, '', 'g')`,
  extract: (text, pattern, group) => `regexp_extract(${text}, ${literal(pattern)}, ${group})`,
  tryNumber(text, type) {
    const number = `TRY_CAST(${text} AS ${NUMBERS[type]})`;
    return type === 'double' ? `CASE WHEN isfinite(${number}) THEN ${number} END` : number;
  },
  tryIso: (text) => `epoch_us(TRY_CAST(${text} AS TIMESTAMP))`,
  tryPattern: (text, pattern) => `epoch_us(try_strptime(${text}, ${literal(pattern)}))`,
  csv([first = '', ...more], scan) {
    const files = more.length === 0 ? literal(first) : `[${[first, ...more].map(literal).join(', ')}]`;
    return `read_csv(${files}, ${csvOptions(scan)})`;
  },
  cast: (sql, type) => `CAST(${sql} AS ${TYPES[type]})`,
  divide: (dividend, divisor) => `(${dividend}) // ${divisor}`,
  percentiles: (column, shares) => `quantile_disc(${column}, [${shares.join(', ')}])`,
  list: (values) => `[${values.join(', ')}]`,
  countApart,
  // Each column is one text to be cast: thousands of literals would take longer to plan than to load.
  numberRows(columns) {
    const lists = columns.map(
      ([name, of]) => `unnest(CAST(${literal(`[${of.join(',')}]`)} AS BIGINT[])) AS ${name}`,
    );
    return `SELECT ${lists.join(', ')}`;
  },
  keep: (table, select) => `CREATE OR REPLACE TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS MATERIALIZED (${select})`,
  holdsParts: true,
  unfolded: (list, name) => `unnest(${list}) AS ${name}`,
  joinBelow: ({ rows, alias, among: [group, number], column, below }) =>
    `ASOF JOIN (${rows}) ${alias} ON ${alias}.${group} = ${number} AND ${below} > ${alias}.${column}`,
  attach: (file, name, mode) =>
    `ATTACH ${literal(file)} AS ${name} (READ_${mode === 'read' ? 'ONLY' : 'WRITE'})`,
  detach: (name) => `DETACH ${name}`,
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${pattern}, ${by}, 'g')`,
  letters: (column) => `CAST(${column} AS ${TYPES.text})`,
  lowered: (text) => `lower(${text})`,
  composed: (text) => `nfc_normalize(${text})`,
  trimmed: (text, characters) => `trim(${text}, ${characters})`,
  patternCharacter: (code) => `\\x{${code.toString(16)}}`,
  micros: (column, type) => `epoch_us(${type === 'date' ? `CAST(${column} AS TIMESTAMP)` : column})`,
};

const TYPES: Readonly<Record<CastType, string>> = {
  integer: 'INTEGER',
  bigint: 'BIGINT',
  decimal: NUMBERS.decimal,
  double: 'DOUBLE',
  text: 'VARCHAR',
};

function countApart({ at, day, where, gap, distinctDays }: EventsApart): string {
  const isApart = `next.t - last.t >= ${gap}${distinctDays ? ' AND next.d <> last.d' : ''}`;
  return `coalesce(list_reduce(list_sort(list({t: ${at}, d: ${day}, n: 1}) FILTER (WHERE ${where})),
        (last, next) -> CASE WHEN ${isApart} THEN {t: next.t, d: next.d, n: last.n + 1} ELSE last END).n, 0)`;
}

function csvOptions(scan: CsvScan): string {
  const columns = Array.from({ length: scan.columns }, (_, index) => `c${index}: 'VARCHAR'`);
  return [
    'auto_detect = false',
    'header = true',
    `skip = ${scan.skip}`,
    `delim = ${literal(scan.delimiter)}`,
    `quote = ${literal(scan.quote)}`,
    `escape = ${literal(scan.quote)}`,
    `columns = {${columns.join(', ')}}`,
    `compression = ${scan.gzip ? "'gzip'" : "'none'"}`,
    `max_line_size = ${MAX_LINE_BYTES}`,
    `buffer_size = ${BLOCK_BYTES}`,
    'strict_mode = true',
    'null_padding = false',
    'store_rejects = true',
    `rejects_table = ${literal(scan.rejects)}`,
    `rejects_scan = ${literal(`${scan.rejects}_scan`)}`,
    `rejects_limit = ${MAX_REJECTS}`,
  ].join(', ');
}

function literal(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || chr(0) || ')})`;
}
