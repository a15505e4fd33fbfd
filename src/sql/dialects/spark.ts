import { MICROS_PER_DAY } from '../../model/time.ts';
import type { CastType, JudgingDialect } from './dialect.ts';
import { doubled, escaped, joinByRange, NUMBER, noCountApart, numberLiteral } from './plain.ts';

const TYPES: Readonly<Record<CastType, string>> = {
  integer: 'INT',
  bigint: 'BIGINT',
  decimal: 'DECIMAL(18, 6)',
  double: 'DOUBLE',
  text: 'STRING',
};

/** Spark 4, and Databricks. */
export const spark: JudgingDialect = {
  name: 'spark',
  lacks: new Set(['count-apart', 'patterns', 'composed']),
  fence: '',
  identifier: (name) => doubled(name, '`'),
  text: escaped,
  unseen: escaped,
  number: (value) => numberLiteral(value, (text) => `CAST(${escaped(text)} AS DOUBLE)`),
  matches: (text, pattern) => `(${text} RLIKE ${escaped(pattern)})`,
  tryNumber: (text) => `CASE WHEN ${text} RLIKE ${escaped(NUMBER)} THEN CAST(${text} AS DOUBLE) END`,
  cast: (sql, type) => `CAST(${sql} AS ${TYPES[type]})`,
  divide: (dividend, divisor) => `((${dividend}) DIV ${divisor})`,
  percentiles: null,
  list: (values) => `array(${values.join(', ')})`,
  countApart: noCountApart('spark'),
  numberRows(columns) {
    const lists = columns.map(([name, of]) => `from_json('[${of.join(',')}]', 'array<bigint>') AS ${name}`);
    const names = columns.map(([name]) => name).join(', ');
    return `SELECT inline(arrays_zip(${names})) FROM (SELECT ${lists.join(', ')}) u`;
  },
  keep: (table, select) => `CREATE TEMPORARY VIEW ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS (${select})`,
  holdsParts: false,
  unfolded: null,
  joinBelow: (join) => joinByRange(join, '9000000000000000'),
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${pattern}, ${by})`,
  letters: (column) => `CAST(${column} AS ${TYPES.text})`,
  lowered: (text) => `lower(${text})`,
  composed: (text) => text,
  trimmed: (text, characters) => `trim(BOTH ${characters} FROM ${text})`,
  patternCharacter: (code) => String.fromCodePoint(code),
  micros(column, type) {
    const days = (date: string) => `unix_date(${date}) * ${MICROS_PER_DAY}`;
    if (type === 'date') return days(column);
    if (type === 'instant') return `unix_micros(${column})`;
    // Its own parts, for a cast to an instant would ask the zone of the session.
    const minutes = `(hour(${column}) * 60 + minute(${column}))`;
    return `(${days(`CAST(${column} AS DATE)`)} + ${minutes} * 60000000 + CAST(extract(SECOND FROM ${column}) * 1000000 AS BIGINT))`;
  },
};
