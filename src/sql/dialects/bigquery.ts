import { MICROS_PER_DAY } from '../../model/time.ts';
import type { CastType, JudgingDialect } from './dialect.ts';
import { escaped, joinByRange, NUMBER, noCountApart, numberLiteral } from './plain.ts';

const TYPES: Readonly<Record<Exclude<CastType, 'decimal'>, string>> = {
  integer: 'INT64',
  bigint: 'INT64',
  double: 'FLOAT64',
  text: 'STRING',
};

/** BigQuery (GoogleSQL), whose patterns are RE2. */
export const bigquery: JudgingDialect = {
  name: 'bigquery',
  lacks: new Set(['count-apart']),
  fence: '',
  identifier: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  text: escaped,
  unseen: escaped,
  number: (value) => numberLiteral(value, (text) => `CAST(${escaped(text)} AS FLOAT64)`),
  matches: (text, pattern) => `REGEXP_CONTAINS(${text}, ${escaped(pattern)})`,
  tryNumber: (text) =>
    `CASE WHEN REGEXP_CONTAINS(${text}, ${escaped(NUMBER)}) THEN CAST(${text} AS FLOAT64) END`,
  cast: (sql, type) =>
    type === 'decimal' ? `ROUND(CAST(${sql} AS NUMERIC), 6)` : `CAST(${sql} AS ${TYPES[type]})`,
  divide: (dividend, divisor) => `DIV(${dividend}, ${divisor})`,
  percentiles: null,
  list: (values) => `[${values.join(', ')}]`,
  countApart: noCountApart('bigquery'),
  numberRows(columns) {
    const lists = columns.map(([name, of]) => `[${of.join(',')}] AS ${name}`);
    const cells = columns.map(([name]) => `u.${name}[OFFSET(i)] AS ${name}`);
    const last = (columns[0]?.[1].length ?? 0) - 1;
    return `SELECT ${cells.join(', ')} FROM (SELECT ${lists.join(', ')}) u CROSS JOIN UNNEST(GENERATE_ARRAY(0, ${last})) AS i`;
  },
  keep: (table, select) => `CREATE TEMP TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS (${select})`,
  holdsParts: false,
  unfolded: null,
  joinBelow: (join) => joinByRange(join, '9000000000000000'),
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${pattern}, ${by})`,
  letters: (column) => `CAST(${column} AS STRING)`,
  lowered: (text) => `lower(${text})`,
  composed: (text) => `NORMALIZE(${text}, NFC)`,
  trimmed: (text, characters) => `TRIM(${text}, ${characters})`,
  patternCharacter: (code) => String.fromCodePoint(code),
  micros(column, type) {
    if (type === 'date') return `UNIX_DATE(${column}) * ${MICROS_PER_DAY}`;
    return type === 'instant'
      ? `UNIX_MICROS(${column})`
      : `DATETIME_DIFF(${column}, DATETIME '1970-01-01 00:00:00', MICROSECOND)`;
  },
};
