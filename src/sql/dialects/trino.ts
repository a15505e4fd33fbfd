import { MICROS_PER_DAY } from '../../model/time.ts';
import type { CastType, EventsApart, JudgingDialect } from './dialect.ts';
import { packedNumbers } from './packed-numbers.ts';
import { byCodes, doubled, joinByRange, NUMBER, numberLiteral } from './plain.ts';

const TYPES: Readonly<Record<CastType, string>> = {
  integer: 'INTEGER',
  bigint: 'BIGINT',
  decimal: 'DECIMAL(18, 6)',
  double: 'DOUBLE',
  text: 'VARCHAR',
};

/** Trino 476. Its strings have no escapes but the doubled quote. */
export const trino: JudgingDialect = {
  name: 'trino',
  lacks: new Set(['patterns']),
  longest: 1_000_000,
  fence: '',
  identifier: (name) => doubled(name, '"'),
  text: literal,
  unseen: byCodes,
  number: (value) => numberLiteral(value, (text) => `CAST(${literal(text)} AS DOUBLE)`),
  matches: (text, pattern) => `regexp_like(${text}, ${literal(pattern)})`,
  tryNumber: (text) => `CASE WHEN regexp_like(${text}, ${literal(NUMBER)}) THEN CAST(${text} AS DOUBLE) END`,
  cast: (sql, type) => `CAST(${sql} AS ${TYPES[type]})`,
  divide: (dividend, divisor) => `(${dividend}) / ${divisor}`,
  percentiles: null,
  list: (values) => `ARRAY[${values.join(', ')}]`,
  countApart,
  numberRows(columns) {
    const plain = `SELECT * FROM ${unnested(columns)}`;
    return plain.length <= LONG ? plain : unpacked(columns);
  },
  keep: (table, select) => `CREATE TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS (${select})`,
  holdsParts: false,
  unfolded: null,
  joinBelow: (join) => joinByRange(join, "BIGINT '9000000000000000'"),
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${pattern}, ${by})`,
  letters: (column) => `CAST(${column} AS ${TYPES.text})`,
  lowered: (text) => `lower(${text})`,
  composed: (text) => `normalize(${text}, NFC)`,
  trimmed: (text, characters) => `trim(BOTH ${characters} FROM ${text})`,
  patternCharacter: (code) => `\\x{${code.toString(16)}}`,
  micros(column, type) {
    if (type === 'date') return `date_diff('day', DATE '1970-01-01', ${column}) * ${MICROS_PER_DAY}`;
    const instant = type === 'local' ? `with_timezone(${column}, 'UTC')` : column;
    return `CAST(round(to_unixtime(${instant}) * 1000000) AS BIGINT)`;
  },
};

function literal(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || chr(0) || ')})`;
}

/** Characters from which on a table of numbers is packed: a statement is to be no longer than a server takes. */
const LONG = 60_000;

/** Columns of whole numbers as rows `u`, and, where it is named, with the place of each. */
function unnested(
  columns: readonly (readonly [name: string, values: readonly (number | null)[]])[],
  place?: string,
): string {
  const lists = columns.map(
    ([, of]) => `CAST(json_parse('[${of.map((one) => one ?? 'null').join(',')}]') AS ARRAY(BIGINT))`,
  );
  const names = [...columns.map(([name]) => name), ...(place === undefined ? [] : [place])];
  return `UNNEST(${lists.join(', ')})${place === undefined ? '' : ' WITH ORDINALITY'} AS u(${names.join(', ')})`;
}

function unpacked(columns: Parameters<JudgingDialect['numberRows']>[0]): string {
  const packed = packedNumbers(columns);
  const cells = packed.columns.map(({ name, from }, i) => {
    const cell = `k.cell${i}`;
    if (from === 'the value before') return `sum(${cell}) OVER (ORDER BY u.place) AS ${name}`;
    return `${from === 0 ? cell : `coalesce((u.place - 1) * ${from} + ${cell}, 0)`} AS ${name}`;
  });
  const kinds = packed.columns.map((_, i) => [`cell${i}`, packed.rows.map((row) => row[i] ?? null)] as const);
  const rows = `SELECT * FROM ${unnested([['code', packed.rows.map((_, code) => code)], ...kinds])}`;
  return `SELECT ${cells.join(', ')} FROM ${unnested([['code', packed.codes]], 'place')} JOIN (${rows}) k ON k.code = u.code`;
}

/** Walks through the events in their order, each apart from the last that was counted. */
function countApart({ at, day, where, gap, distinctDays }: EventsApart): string {
  const isApart = `e.t - s.t >= ${gap}${distinctDays ? ' AND e.d <> s.d' : ''}`;
  const [event, state] = ['ROW(t BIGINT, d BIGINT)', 'ROW(t BIGINT, d BIGINT, n BIGINT)'];
  return `coalesce(reduce(array_sort(array_agg(CAST(ROW(${at}, ${day}) AS ${event})) FILTER (WHERE ${where})), CAST(ROW(0, 0, 0) AS ${state}),
        (s, e) -> CASE WHEN s.n = 0 OR ${isApart} THEN CAST(ROW(e.t, e.d, s.n + 1) AS ${state}) ELSE s END, s -> s.n), 0)`;
}
