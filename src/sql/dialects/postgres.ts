import { MICROS_PER_DAY } from '../../model/time.ts';
import { type CastType, type EventsApart, type JudgingDialect, NO_DATE } from './dialect.ts';
import { byCodes, doubled, joinByRange, NUMBER, numberLiteral } from './plain.ts';

const TYPES: Readonly<Record<CastType, string>> = {
  integer: 'integer',
  bigint: 'bigint',
  decimal: 'numeric(18, 6)',
  double: 'double precision',
  text: 'text',
};

/** PostgreSQL from 13 on, in UTF-8. No text of it holds a NUL. */
export const postgres: JudgingDialect = {
  name: 'postgres',
  lacks: new Set(['patterns']),
  fence: ' OFFSET 0',
  identifier: (name) => doubled(name, '"'),
  text: literal,
  unseen: byCodes,
  number: (value) => numberLiteral(value, (text) => `CAST(${literal(text)} AS double precision)`),
  matches: (text, pattern) => `(${text} ~ ${literal(ofOneLine(pattern))})`,
  tryNumber: (text) => `CASE WHEN ${text} ~ ${literal(NUMBER)} THEN CAST(${text} AS double precision) END`,
  cast: (sql, type) => `CAST(${sql} AS ${TYPES[type]})`,
  divide: (dividend, divisor) => `(${dividend}) / ${divisor}`,
  percentiles: (column, shares) =>
    `percentile_disc(ARRAY[${shares.join(', ')}]) WITHIN GROUP (ORDER BY ${column})`,
  list: (values) => `ARRAY[${values.join(', ')}]`,
  countApart,
  numberRows(columns) {
    const lists = columns.map(([, of]) => `CAST('{${of.join(',')}}' AS bigint[])`);
    return `SELECT * FROM unnest(${lists.join(', ')}) AS u(${columns.map(([name]) => name).join(', ')})`;
  },
  keep: (table, select) => `CREATE TEMPORARY TABLE ${table} AS ${select}`,
  heldPart: (name, select) => `${name} AS MATERIALIZED (${select})`,
  holdsParts: true,
  unfolded: (list, name) => `unnest(${list}) AS ${name}`,
  joinBelow: (join) => joinByRange(join, "CAST('9000000000000000' AS bigint)"),
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${pattern}, ${by}, 'g')`,
  letters: (column) => `CAST(${column} AS text) COLLATE "C"`,
  lowered,
  composed: (text) => `normalize(${text}, NFC)`,
  trimmed: (text, characters) => `btrim(${text}, ${characters})`,
  patternCharacter: (code) => `\\u${code.toString(16).padStart(4, '0')}`,
  micros(column, type) {
    const micros =
      type === 'date'
        ? `CAST(${column} - DATE '1970-01-01' AS bigint) * ${MICROS_PER_DAY}`
        : `CAST(extract(epoch FROM ${column}) * 1000000 AS bigint)`;
    // Both infinities, years before Christ, and years that have no room in a number.
    const isOne = `${column} >= '0001-01-01' AND ${column} < '10000-01-01'`;
    return `CASE WHEN ${isOne} THEN ${micros} WHEN ${column} IS NOT NULL THEN ${NO_DATE} END`;
  },
};

/** Walks from each event that counts to the next one that does. */
function countApart({ at, day, where, gap, distinctDays }: EventsApart): string {
  const [times, days] = [at, day].map(
    (each) => `array_agg(${each} ORDER BY ${at}, ${day}) FILTER (WHERE ${where})`,
  );
  const isApart = `e.i > c.i AND e.t >= c.t + ${gap}${distinctDays ? ' AND e.d <> c.d' : ''}`;
  return `(WITH RECURSIVE events AS (SELECT * FROM unnest(${times}, ${days}) WITH ORDINALITY AS u(t, d, i)),
        counted AS (SELECT t, d, i FROM events WHERE i = 1
          UNION ALL SELECT n.t, n.d, n.i FROM counted c CROSS JOIN LATERAL
            (SELECT e.t, e.d, e.i FROM events e WHERE ${isApart} ORDER BY e.i LIMIT 1) n)
        SELECT count(*) FROM counted)`;
}

/** A pattern whose points stand for no line break, as RE2 reads them. */
function ofOneLine(pattern: string): string {
  let isClass = false;
  return pattern.replace(/\\.|[[\].]/gsu, (token) => {
    if (token === '[' || token === ']') isClass = token === '[';
    return token === '.' && !isClass ? '[^\\n]' : token;
  });
}

/** Of the letters beyond ASCII those that the words have: what else is small depends on the order of the database. */
function lowered(text: string, words: readonly string[]): string {
  const pairs = [...new Set(words.join(''))].flatMap((small) => {
    const capital = small.toUpperCase();
    const plain = [...capital].length === 1 && capital !== small && small > '\x7f' ? [capital] : [];
    return [...plain, ...(CAPITALS[small] ?? [])].map((each) => [each, small] as const);
  });
  const all = [0, 1].map((i) => literal(pairs.map((pair) => pair[i]).join('')));
  return `lower(${pairs.length === 0 ? text : `translate(${text}, ${all.join(', ')})`} COLLATE "C")`;
}

/** Capitals that a letter has beside its usual one. */
const CAPITALS: Readonly<Record<string, readonly string[]>> = { i: ['İ'], ß: ['ẞ'] };

/** With a backslash as an escaped one, whatever the server's setting is. */
function literal(value: string): string {
  if (value.includes('\0')) return 'CAST(NULL AS text)';
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return value.includes('\\') ? `E${quoted}` : quoted;
}
