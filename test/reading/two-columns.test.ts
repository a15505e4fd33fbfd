import { expect } from 'vitest';
import type { FieldDef } from '../../src/model/agreement.ts';
import { long } from '../effort.ts';
import { field, type Reading, read, type Setting } from './reading.ts';
import { parquetOf } from './typed/parquet.ts';
import { book, number, row, text } from './xlsx/book.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** A datetime in two columns. */
const apart = (format: string | null, [date, time] = ['Date', 'Heure']): FieldDef =>
  field('at', 'datetime', {
    ...{ format, column: `${date} | ${time}` },
    parts: [
      field('at', 'date', { column: date, format: null }),
      field('at', 'text', { column: time, format: null }),
    ],
  });

const table = (...rows: readonly string[]): string =>
  `id;Date;Heure\n${rows.map((cells, i) => `L${String(i).padStart(3, '0')};${cells}\n`).join('')}`;

const reading = (format: string | null, rows: readonly string[], more: Partial<Setting> = {}) =>
  read({
    files: { 'a.csv': table(...rows) },
    fields: [field('id', 'text'), apart(format)],
    csv: { delimiter: ';' },
    ...more,
  });

/** Microseconds of a time in UTC. */
const utc = (...[year, month, day, hour = 0, minute = 0, second = 0]: readonly number[]): number =>
  Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) * 1000;

const valuesOf = ({ rows }: Reading): readonly unknown[] => rows.map(({ at, at$w }) => [at, at$w]);

const rejectsOf = ({ rejects }: Reading) =>
  rejects.map(({ line, column, value, reason }) => [line, column, value, reason]);

describe('a date and its time of day in two columns', () => {
  it('are one instant on the clock of the source, in each form that means one time', async () => {
    const forms = [
      '9:15',
      '09:15',
      '09:15:00',
      '09:15:00.000',
      '9h15',
      '9 h 15',
      '09h15 min',
      '9:15 AM',
      '9:15am',
      '9:15 a.m.',
      '09:15 Uhr',
    ];
    const found = await reading(
      'dd/MM/yyyy',
      forms.map((form) => `02/03/2026;${form}`),
    );
    expect(found.rejects).toEqual([]);
    expect(valuesOf(found)).toEqual(forms.map(() => [utc(2026, 3, 2, 8, 15), 0]));
    const others = await reading('dd/MM/yyyy', [
      ...[
        '02/03/2026;0:00',
        '02/03/2026;12:00 AM',
        '02/03/2026;12:30 PM',
        '02/03/2026;9h',
        '02/03/2026;9 PM',
      ],
      ...['02/03/2026;23:59:59,5', '02/03/2026;09:15:00+05:30', '02/03/2026;09:15Z'],
      ...['02/03/2026 00:00;09:15', '02/03/2026;1899-12-30 09:15:00', '02/03/2026;1900-01-01T09:15:00'],
    ]);
    expect(others.rejects).toEqual([]);
    expect(valuesOf(others).map((pair) => (pair as readonly number[])[0])).toEqual([
      ...[
        utc(2026, 3, 1, 23),
        utc(2026, 3, 1, 23),
        utc(2026, 3, 2, 11, 30),
        utc(2026, 3, 2, 8),
        utc(2026, 3, 2, 20),
      ],
      ...[utc(2026, 3, 2, 22, 59, 59) + 500_000, utc(2026, 3, 2, 3, 45), utc(2026, 3, 2, 9, 15)],
      ...[utc(2026, 3, 2, 8, 15), utc(2026, 3, 2, 8, 15), utc(2026, 3, 2, 8, 15)],
    ]);
  });

  it('are a day without a time where the time is blank, and blank where both are', async () => {
    const found = await reading('dd/MM/yyyy', ['02/03/2026;', ';', '02/03/2026 00:00;n/a'], {
      plan: { nulls: ['n/a'] },
    });
    expect(found.rejects).toEqual([]);
    expect(found.rows.map(({ at, at$w }) => [at, at$w ?? 0])).toEqual([
      [utc(2026, 3, 1, 23), 86_400],
      [null, 0],
      [utc(2026, 3, 1, 23), 86_400],
    ]);
  });

  it('are a reject with both columns, the line and what is wrong where they are no time', async () => {
    const found = await reading('dd/MM/yyyy', [
      ...[
        ';9h15',
        '31/02/2026;9h15',
        '02/03/2026;0915',
        '02/03/2026;24:00',
        '02/03/2026;9.15',
        '02/03/2026;13:00 PM',
      ],
      ...[
        '02/03/2026;9:15|9:30',
        '46083;9:15',
        '02/03/2026;9:15 CET',
        '02/03/1026;9:15',
        '02/03/2026;0,385',
        '02/03/2026;02/03/2026 9:15',
      ],
    ]);
    const [column] = ['Date | Heure'];
    expect(rejectsOf(found)).toEqual([
      [2, column, '| 9h15', 'time-without-date'],
      [3, column, '31/02/2026 | 9h15', 'not-a-date'],
      [4, column, '02/03/2026 | 0915', 'not-a-time'],
      [5, column, '02/03/2026 | 24:00', 'not-a-time'],
      [6, column, '02/03/2026 | 9.15', 'not-a-time'],
      [7, column, '02/03/2026 | 13:00 PM', 'not-a-time'],
      [8, column, '02/03/2026 | 9:15||9:30', 'not-a-date'],
      [9, column, '46083 | 9:15', 'excel-serial'],
      [10, column, '02/03/2026 | 9:15 CET', 'zone-letters'],
      [11, column, '02/03/1026 | 9:15', 'implausible-date'],
      [12, column, '02/03/2026 | 0,385', 'not-a-time'],
      [13, column, '02/03/2026 | 02/03/2026 9:15', 'not-a-time'],
    ]);
    const rejected = Object.values(found.report.ledger.rejected).reduce((sum, n) => sum + n, 0);
    expect([found.report.ledger.read, found.report.ledger.judged, rejected]).toEqual([12, 0, 12]);
  });

  it('are read where clocks change as one cell is, and the header once more is no reject', async () => {
    const found = await reading('dd/MM/yyyy', ['29/03/2026;02:30', '25/10/2026;02:30', 'Date;Heure']);
    expect(valuesOf(found)).toEqual([
      [utc(2026, 3, 29, 1), 0],
      [utc(2026, 10, 25, 0, 30), 3600],
    ]);
    expect(found.report.dst).toEqual({ gap: 1, overlap: 1 });
    expect(found.report.ledger).toMatchObject({ rejected: {}, excluded: { 'repeated header': 1 } });
  });

  it('are read by the format of both where it has an hour, and by what a sheet counts', async () => {
    const both = await reading('dd/MM/yyyy HHmm', ['02/03/2026;0915', '02/03/2026;']);
    expect(valuesOf(both)).toEqual([
      [utc(2026, 3, 2, 8, 15), 0],
      [utc(2026, 3, 1, 23), 86_400],
    ]);
    const serial = await reading('excel', [
      '46083;0,385416667',
      '46083;0',
      '46083;6.9444444444444447E-4',
      '46083;9:15',
      '46083;1,5',
    ]);
    expect(valuesOf(serial).map((pair) => (pair as readonly number[])[0])).toEqual([
      utc(2026, 3, 2, 8, 15),
      utc(2026, 3, 1, 23),
      utc(2026, 3, 1, 23, 1),
      utc(2026, 3, 2, 8, 15),
    ]);
    expect(rejectsOf(serial)).toEqual([[6, 'Date | Heure', '46083 | 1,5', 'not-a-time']]);
  });

  it('name a row together with another column, and are told of a row that is looked for', async () => {
    const key = field('email + at', 'text', {
      column: 'email | Date | Heure',
      parts: [field('email', 'text'), apart('dd/MM/yyyy')],
    });
    const found = await read({
      files: { 'a.csv': 'email;Date;Heure\na@b.c;02/03/2026;9h15\na@b.c;02/03/2026;9h20\n' },
      fields: [key, field('email', 'text'), apart('dd/MM/yyyy')],
      csv: { delimiter: ';' },
      key: 'a@b.c | 02/03/2026 || 9h15',
    });
    expect(found.rows.map((each) => [each.key, each.at])).toEqual([
      ['a@b.c | 02/03/2026 || 9h15', utc(2026, 3, 2, 8, 15)],
      ['a@b.c | 02/03/2026 || 9h20', utc(2026, 3, 2, 8, 20)],
    ]);
    expect(found.found.map(({ line, cells }) => [line, cells.at])).toEqual([[2, '02/03/2026 | 9h15']]);
  });
});

describe('a date and its time in columns that have a type', () => {
  it('are read of DATE or TIMESTAMP and of TIME or VARCHAR', async () => {
    const select = (date: string, time: string, id: string) =>
      `SELECT '${id}' AS id, ${date} AS "Date", ${time} AS "Heure"`;
    const typed = async (date: string, time: string, format: string | null = null) =>
      read({
        files: {
          'a.parquet': await parquetOf(`${select(date, time, 'a')} UNION ALL ${select('NULL', 'NULL', 'b')}`),
        },
        fields: [field('id', 'text'), apart(format)],
      });
    for (const [date, time] of [
      ["DATE '2026-03-02'", "TIME '09:15:00'"],
      ["DATE '2026-03-02'", "'9h15'"],
      ["TIMESTAMP '2026-03-02 00:00:00'", "TIME '09:15:00'"],
    ] as const) {
      const found = await typed(date, time, 'dd/MM/yyyy');
      expect(found.report.fatal).toEqual([]);
      expect(found.rows.map(({ at }) => at)).toEqual([utc(2026, 3, 2, 8, 15), null]);
    }
    const wrong = await typed("DATE '2026-03-02'", '915');
    expect(rejectsOf(wrong)).toEqual([[1, 'Date | Heure', '2026-03-02 | 915', 'not-a-time']]);
    const refused = await typed("'02/03/2026'", "TIME '09:15:00'");
    expect(refused.report.fatal.map(({ message }) => message)).toEqual([
      'The column "Date" is VARCHAR, and the field "at" is declared date',
    ]);
  });
});

describe('a date and its time in a workbook', () => {
  it('are read as the sheet shows them and as it counts them', async () => {
    const rows = [
      row(1, text('id'), text('Date'), text('Heure')),
      row(2, text('a'), number('46083', 1), number('0.3854166667', 2)),
      row(3, text('b'), number('46083', 1), number('0.3854166667', 0)),
      row(4, text('c'), text('02/03/2026'), text('9h15')),
      row(5, text('d'), number('46083', 1), ''),
      row(6, text('e'), number('46083', 1), number('1.3854166667', 2)),
    ].join('');
    const found = await read({
      files: { 'a.xlsx': book({ rows, formats: ['dd/mm/yyyy', 'hh:mm'] }) },
      fields: [field('id', 'text'), apart('dd/MM/yyyy')],
    });
    expect(rejectsOf(found)).toEqual([[6, 'Date | Heure', '2026-03-02 | 1900-01-01 09:15:00', 'not-a-time']]);
    expect(valuesOf(found)).toEqual([
      ...['a', 'b', 'c'].map(() => [utc(2026, 3, 2, 8, 15), 0]),
      [utc(2026, 3, 1, 23), 86_400],
    ]);
  });
});

describe('two columns and one with a blank between them', () => {
  const DATES = [
    '02/03/2026',
    '2/3/2026',
    '29/03/2026',
    '25/10/2026',
    '31/02/2026',
    '02/03/1026',
    '46083',
    'soon',
    '',
  ];
  const TIMES = [
    '09:15',
    '9:15',
    '02:30',
    '2:30',
    '00:00',
    '23:59',
    '24:00',
    '9:60',
    '0915',
    'noon',
    '9|15',
    '09:15:30',
    ' 09:15 ',
    '',
  ];
  /** A blank has no width where a row takes the long way, and none is kept where it takes the short one. */
  const told = (rows: readonly object[]) =>
    rows.map((row) => ({ ...row, at$w: (row as { readonly at$w?: number | null }).at$w ?? 0 }));

  /** What a column of both would hold; a time alone stands behind a blank that is trimmed. */
  const asOne = (date: string, time: string): string => `${date} ${time.trim()}`.trim();

  it('give the same rows by either way of reading', async () => {
    let seed = long ? 20_26 : Number(process.env.SEED ?? 7);
    const pick = <T>(of: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return of[Math.floor((seed / 2_147_483_648) * of.length)] as T;
    };
    for (let turn = 0; turn < (long ? 20 : 2); turn++) {
      const pairs = Array.from({ length: 120 }, () => [pick(DATES), pick(TIMES)] as const);
      const plain = Array.from(
        { length: 120 },
        () => ['02/03/2026', pick(['09:15', '10:20', '23:59'])] as const,
      );
      const all = [...pairs, ...plain];
      const csv = { delimiter: ';' } as const;
      const one = await read({
        files: { 'a.csv': `id;at\n${all.map(([date, time], i) => `L${i};${asOne(date, time)}\n`).join('')}` },
        fields: [field('id', 'text'), field('at', 'datetime', { format: 'dd/MM/yyyy HH:mm' })],
        csv,
      });
      for (const small of [undefined, 0]) {
        const two = await read({
          files: {
            'a.csv': `id;Date;Heure\n${all.map(([date, time], i) => `L${i};${date};${time}\n`).join('')}`,
          },
          fields: [field('id', 'text'), apart('dd/MM/yyyy HH:mm')],
          csv,
          ...(small === undefined ? {} : { small }),
        });
        expect(told(two.rows)).toEqual(told(one.rows));
        expect(two.report.dst).toEqual(one.report.dst);
        expect(two.rejects.map(({ line }) => line)).toEqual(one.rejects.map(({ line }) => line));
      }
    }
  });

  it('give the same rows where the format is that of the date, whatever stands in them, by either way of reading', async () => {
    const times = [
      ...TIMES,
      '9h15',
      '09h15',
      '9 h',
      '9:15 AM',
      '19:5',
      '9h60',
      '25h00',
      '+9:15',
      '-9:15',
      'h9:15',
      '9:15:7',
      '١٢:٣٠',
    ];
    const dates = [
      ...DATES,
      '2026-03-02',
      '2026-3-2',
      '02/03/2026 00:00',
      '02/03/2026 09:00',
      '02/03/26',
      ' 02/03/2026',
    ];
    const lines = dates.flatMap((date) => times.map((time) => `${date};${time}`));
    for (const format of ['dd/MM/yyyy', 'iso', 'd/M/yy', 'dd/MM/yyyy HH:mm', "dd/MM/yyyy HH'h'mm"]) {
      const told = async (small: Partial<Setting>) => {
        const { rows, rejects, report } = await reading(format, lines, { limit: 5000, ...small });
        return { rows: rows.map((row) => ({ ...row, at$w: row.at$w ?? 0 })), rejects, ledger: report.ledger };
      };
      const longWay = await told({});
      expect(await told({ small: 0 })).toEqual(longWay);
      expect(longWay.rows.length).toBeGreaterThan(5);
    }
  });
});
