import { MICROS_PER_DAY } from '../../model/time.ts';
import type { CastType, JudgingDialect } from './dialect.ts';
import { byCodes, doubled, joinByRange, lacking, NUMBER, noCountApart, numberLiteral } from './plain.ts';

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
  lacks: new Set(['count-apart', 'percentiles', 'patterns']),
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
  percentiles: lacking('trino', 'percentiles'),
  countApart: noCountApart('trino'),
  numberRows(columns) {
    const lists = columns.map(([, of]) => `CAST(json_parse('[${of.join(',')}]') AS ARRAY(BIGINT))`);
    return `SELECT * FROM UNNEST(${lists.join(', ')}) AS u(${columns.map(([name]) => name).join(', ')})`;
  },
  keep: (table, select) => `CREATE TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS (${select})`,
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
