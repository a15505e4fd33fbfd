import { MICROS_PER_DAY } from '../../model/time.ts';
import type { CastType, JudgingDialect } from './dialect.ts';
import { doubled, escaped, joinByRange, NUMBER, noCountApart, numberLiteral } from './plain.ts';

const TYPES: Readonly<Record<CastType, string>> = {
  integer: 'INTEGER',
  bigint: 'BIGINT',
  decimal: 'DECIMAL(18, 6)',
  double: 'DOUBLE',
  text: 'VARCHAR',
};

/** Snowflake. A local time is a TIMESTAMP_NTZ, an instant a TIMESTAMP_TZ or TIMESTAMP_LTZ. */
export const snowflake: JudgingDialect = {
  name: 'snowflake',
  lacks: new Set(['count-apart', 'patterns', 'composed']),
  fence: '',
  identifier: (name) => doubled(name, '"'),
  text: escaped,
  unseen: escaped,
  number: (value) => numberLiteral(value, (text) => `CAST(${escaped(text)} AS DOUBLE)`),
  matches,
  tryNumber: (text) => `CASE WHEN ${matches(text, NUMBER)} THEN CAST(${text} AS DOUBLE) END`,
  cast: (sql, type) => `CAST(${sql} AS ${TYPES[type]})`,
  // A quotient would be rounded to six decimals.
  divide: (dividend, divisor) => `((${dividend} - MOD(${dividend}, ${divisor})) / ${divisor})`,
  percentiles: null,
  list: (values) => `ARRAY_CONSTRUCT(${values.join(', ')})`,
  countApart: noCountApart('snowflake'),
  numberRows(columns) {
    const [first] = columns.map(([name]) => name);
    const lists = columns.map(([name, of]) => `PARSE_JSON('[${of.join(',')}]') AS ${name}`);
    const cells = columns.map(([name]) => `CAST(u.${name}[f.index] AS BIGINT) AS ${name}`);
    return `SELECT ${cells.join(', ')} FROM (SELECT ${lists.join(', ')}) u CROSS JOIN LATERAL FLATTEN(input => u.${first}) f`;
  },
  keep: (table, select) => `CREATE TEMPORARY TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS (${select})`,
  holdsParts: false,
  unfolded: null,
  joinBelow: (join) => joinByRange(join, '9000000000000000'),
  replaced: (text, pattern, by) => `REGEXP_REPLACE(${text}, ${pattern}, ${by})`,
  letters: (column) => `CAST(${column} AS ${TYPES.text})`,
  lowered: (text) => `lower(${text})`,
  composed: (text) => text,
  trimmed: (text, characters) => `TRIM(${text}, ${characters})`,
  patternCharacter: (code) => String.fromCodePoint(code),
  micros: (column, type) =>
    type === 'date'
      ? `DATEDIFF(day, DATE '1970-01-01', ${column}) * ${MICROS_PER_DAY}`
      : `DATE_PART(epoch_microsecond, ${column})`,
};

/** It has no groups that are not numbered, and takes whether case counts apart from the pattern. */
function matches(text: string, pattern: string): string {
  const isAnyCase = pattern.startsWith('(?i)');
  const own = (isAnyCase ? pattern.slice(4) : pattern).replaceAll('(?:', '(');
  const options = isAnyCase ? ", 1, 1, 0, 'i'" : '';
  return `(REGEXP_INSTR(${text}, ${escaped(own)}${options}) > 0)`;
}
