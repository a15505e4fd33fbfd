import type { FieldDef } from '../../src/model/agreement.ts';

/** Microseconds of a UTC time. */
const at = (...[year, month, ...rest]: [number, number, number, number?, number?, number?]): number =>
  Date.UTC(year, month - 1, ...rest) * 1000;

/** What is asked of every engine: values of one column, as SQL that all read, and the facts that they become. */
export interface Awkward {
  readonly name: string;
  readonly type: FieldDef['type'];
  /** Of the column. */
  readonly sql: string;
  readonly timezone: string | null;
  /** A literal, and its fact; of dates with its width; `left out` where the row is not read. */
  readonly values: readonly (readonly [literal: string, fact: unknown, width?: number])[];
}

const LEFT_OUT = 'left out';

const stamp = (text: string) => `CAST('${text}' AS timestamp)`;
const instant = (text: string) => `CAST('${text}' AS timestamp with time zone)`;

export const AWKWARD: readonly Awkward[] = [
  {
    name: 'texts',
    type: 'text',
    sql: 'text',
    timezone: null,
    values: [
      ['NULL', null],
      ["''", null],
      ["'   '", null],
      ["'\u00a0\u2003'", null],
      ["'n/a'", null],
      ["' N/A\u00a0'", null],
      ["'İ'", 'İ'],
      ["'e\u0301te\u0301'", 'été'],
      ["'  two\u00a0  words\u202f'", 'two words'],
      ["'un\u200bseen\ufe0f'", 'unseen'],
      ["'Ｚoë – ‘x’'", "Zoë - 'x'"],
      ["'O''Neil'", "O'Neil"],
      ["'back\\slash'", 'back\\slash'],
    ],
  },
  {
    name: 'whole numbers',
    type: 'integer',
    sql: 'double precision',
    timezone: null,
    values: [
      ['NULL', null],
      ['0', 0],
      ['-0.0', 0],
      ['9007199254740991', 9_007_199_254_740_991],
      ['1.5', LEFT_OUT],
    ],
  },
  {
    name: 'amounts',
    type: 'decimal',
    sql: 'numeric(20, 8)',
    timezone: null,
    values: [
      ['NULL', null],
      ['0.1', 0.1],
      ['99999999999.25', 99_999_999_999.25],
      ['-12.34', -12.34],
      ['0.0000001', LEFT_OUT],
    ],
  },
  {
    name: 'amounts in binary fractions',
    type: 'decimal',
    sql: 'double precision',
    timezone: null,
    values: [
      ['0.1', 0.1],
      ['3394.1', 3394.1],
      ['1e-7', LEFT_OUT],
    ],
  },
  {
    name: 'local times on both sides of each change of clocks',
    type: 'datetime',
    sql: 'timestamp',
    timezone: 'Europe/Paris',
    values: [
      ['NULL', null, 0],
      [stamp('1969-12-31 23:59:59'), LEFT_OUT],
      [stamp('1989-12-31 23:59:59'), LEFT_OUT],
      [stamp('2038-01-19 04:14:08'), at(2038, 1, 19, 3, 14, 8), 0],
      [stamp('2100-01-01 00:00:00'), LEFT_OUT],
      [stamp('2026-03-02 09:00:00.123457'), at(2026, 3, 2, 8) + 123_457, 0],
      [stamp('2026-03-29 01:59:59'), at(2026, 3, 29, 0, 59, 59), 0],
      [stamp('2026-03-29 02:30:00'), at(2026, 3, 29, 1), 0],
      [stamp('2026-03-29 03:00:00'), at(2026, 3, 29, 1), 0],
      [stamp('2026-10-25 01:59:59'), at(2026, 10, 24, 23, 59, 59), 0],
      [stamp('2026-10-25 02:30:00'), at(2026, 10, 25, 0, 30), 3600],
      [stamp('2026-10-25 03:00:00'), at(2026, 10, 25, 2), 0],
    ],
  },
  {
    name: 'instants',
    type: 'datetime',
    sql: 'timestamp with time zone',
    timezone: null,
    values: [
      ['NULL', null, 0],
      [instant('1969-12-31 23:59:59+00:00'), LEFT_OUT],
      [instant('2026-10-25 02:30:00.000001+02:00'), at(2026, 10, 25, 0, 30) + 1, 0],
      [instant('2026-10-25 02:30:00+01:00'), at(2026, 10, 25, 1, 30), 0],
      [instant('2038-01-19 03:14:08+00:00'), at(2038, 1, 19, 3, 14, 8), 0],
    ],
  },
  {
    name: 'days, which may be short or long',
    type: 'date',
    sql: 'date',
    timezone: 'Europe/Paris',
    values: [
      ['NULL', null, 0],
      ["CAST('1969-12-31' AS date)", LEFT_OUT],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 27, 23), 86_400],
      ["CAST('2026-03-29' AS date)", at(2026, 3, 28, 23), 82_800],
      ["CAST('2026-10-25' AS date)", at(2026, 10, 24, 22), 90_000],
    ],
  },
  {
    name: 'days where clocks never change, east',
    type: 'date',
    sql: 'date',
    timezone: 'Asia/Kolkata',
    values: [
      ['NULL', null, 0],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 27, 18, 30), 86_400],
    ],
  },
  {
    name: 'days where clocks never change, west',
    type: 'date',
    sql: 'date',
    timezone: 'America/Phoenix',
    values: [
      ['NULL', null, 0],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 28, 7), 86_400],
    ],
  },
];

/** Statements that make a table `awkward` of one column of these values, and their keys. */
export function awkwardTable({ sql, values }: Pick<Awkward, 'sql' | 'values'>): readonly string[] {
  const rows = values.map(([literal], i) => `('${keyOf(i)}', ${literal})`);
  return [
    `CREATE TABLE "awkward" ("id" text, "v" ${sql})`,
    `INSERT INTO "awkward" VALUES ${rows.join(', ')}`,
  ];
}

const keyOf = (i: number): string => `k${String(i).padStart(2, '0')}`;

/** The rows that are read of them: the key, the fact, and of a date its width. */
export const factsOf = ({ values }: Awkward): readonly unknown[] =>
  values.flatMap(([, fact, width], i) =>
    fact === LEFT_OUT ? [] : [[keyOf(i), fact, ...(width === undefined ? [] : [width])]],
  );
