import { expect } from 'vitest';
import type { FieldDef } from '../../../src/model/agreement.ts';
import { inTurns } from '../../turns.ts';
import { field, read, type Setting } from '../reading.ts';
import { parquetOf } from './parquet.ts';

const { describe, it } = inTurns();

/** Microseconds of a UTC time. */
const at = (...parts: readonly [number, number, number, number?, number?, number?]): number =>
  Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0) * 1000;

/** What one column of values of SQL becomes under a field: by key, its value and, of dates, its width. */
async function valuesOf(
  type: FieldDef['type'],
  values: readonly string[],
  rest: Partial<FieldDef> = {},
  setting: Partial<Setting> = {},
) {
  const rows = values.map((value, i) => `SELECT '${String(i).padStart(2, '0')}' AS id, ${value} AS v`);
  const files = { 'a.parquet': await parquetOf(rows.join(' UNION ALL ')) };
  const {
    rows: read_,
    report,
    rejects,
  } = await read({
    files,
    fields: [field('id', 'text'), field('v', type, rest)],
    ...setting,
  });
  return {
    rows: read_,
    values: read_.map((row) => row.v),
    widths: read_.map((row) => row.v$w),
    report,
    rejects,
  };
}

describe('a value of a typed column', () => {
  it('is an instant to the microsecond where its column has a zone, whatever the zone of the source', async () => {
    const { values, widths } = await valuesOf('datetime', [
      "TIMESTAMPTZ '2026-03-02 09:00:00.123457+01'",
      "TIMESTAMPTZ '2026-10-25 02:30:00+02'",
      "TIMESTAMPTZ '2038-01-19 03:14:08+00'",
      'NULL::TIMESTAMPTZ',
    ]);
    expect(values).toEqual([
      at(2026, 3, 2, 8) + 123_457,
      at(2026, 10, 25, 0, 30),
      at(2038, 1, 19, 3, 14, 8),
      null,
    ]);
    expect(widths).toEqual([0, 0, 0, null]);
  });

  it('is a time of the zone of the source where its column has none, on both sides of each change of clocks', async () => {
    const { values, widths, report } = await valuesOf('datetime', [
      "TIMESTAMP '2026-03-29 01:59:59'",
      "TIMESTAMP '2026-03-29 02:30:00'",
      "TIMESTAMP '2026-03-29 03:00:00'",
      "TIMESTAMP '2026-10-25 01:59:59'",
      "TIMESTAMP '2026-10-25 02:30:00'",
      "TIMESTAMP '2026-10-25 03:00:00'",
    ]);
    expect(values).toEqual([
      at(2026, 3, 29, 0, 59, 59),
      at(2026, 3, 29, 1),
      at(2026, 3, 29, 1),
      at(2026, 10, 24, 23, 59, 59),
      at(2026, 10, 25, 0, 30),
      at(2026, 10, 25, 2),
    ]);
    expect(widths).toEqual([0, 0, 0, 0, 3600, 0]);
    expect(report.dst).toEqual({ gap: 1, overlap: 1 });
  });

  it('is a day from its beginning to its end', async () => {
    const days = ["DATE '2026-03-28'", "DATE '2026-03-29'", "DATE '2026-10-25'"];
    for (const type of ['date', 'datetime'] as const) {
      const { values, widths } = await valuesOf(type, days);
      expect(values).toEqual([at(2026, 3, 27, 23), at(2026, 3, 28, 23), at(2026, 10, 24, 22)]);
      expect(widths).toEqual([86_400, 82_800, 90_000]);
    }
  });

  it.each(['TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS'])('may be a %s', async (type) => {
    const { values } = await valuesOf('datetime', [`CAST('2026-01-05 09:00:00' AS ${type})`]);
    expect(values).toEqual([at(2026, 1, 5, 8)]);
  });

  it('is a whole number of any width, and of a fraction that is none', async () => {
    expect((await valuesOf('integer', ['7::UTINYINT', '8::UTINYINT'])).values).toEqual([7, 8]);
    expect((await valuesOf('integer', ['-7::HUGEINT'])).values).toEqual([-7]);
    expect((await valuesOf('integer', ['12::DOUBLE', 'NULL'])).values).toEqual([12, null]);
    expect((await valuesOf('integer', ['12::DECIMAL(10,2)'])).values).toEqual([12]);
  });

  it('is an exact decimal: a binary fraction counts as the shortest number that it is', async () => {
    expect((await valuesOf('decimal', ['1.25::DECIMAL(10,2)', '-0.5::DECIMAL(10,2)'])).values).toEqual([
      1.25, -0.5,
    ]);
    expect(
      (await valuesOf('decimal', ['0.1::DOUBLE', '12345678901.1::DOUBLE', '-0.0::DOUBLE'])).values,
    ).toEqual([0.1, 12_345_678_901.1, 0]);
    expect((await valuesOf('decimal', ['0.1::FLOAT'])).values).toEqual([0.1]);
    expect((await valuesOf('decimal', ['1.5::DECIMAL(38,10)'])).values).toEqual([1.5]);
  });

  it('is a text as it would stand in a cell', async () => {
    const texts = async (...values: string[]) => (await valuesOf('text', values)).values;
    expect(await texts("' Zoë '", "''", "chr(160) || 'x'")).toEqual(['Zoë', null, 'x']);
    expect(await texts('12::BIGINT')).toEqual(['12']);
    expect(await texts('12::DOUBLE', '1.5::DOUBLE')).toEqual(['12', '1.5']);
    expect(await texts("'a'::ENUM('a', 'b')")).toEqual(['a']);
    expect(await texts("DATE '2026-03-02'")).toEqual(['2026-03-02']);
    expect(await texts("TIMESTAMPTZ '2026-03-02 09:00:00+01'")).toEqual(['2026-03-02 08:00:00Z']);
    expect(await texts('true')).toEqual(['true']);
  });

  it('is a boolean, or a whole number that is one', async () => {
    const kept = { columns: [{ name: 'v', kind: 'text', field: 'v' }] } as const;
    expect((await valuesOf('boolean', ['true', 'false', 'NULL'], {}, kept)).values).toEqual([
      'true',
      'false',
      null,
    ]);
    expect((await valuesOf('boolean', ['1::TINYINT', '0::TINYINT'], {}, kept)).values).toEqual([
      'true',
      'false',
    ]);
  });

  it('is an instant where the field says that its whole numbers count from 1970', async () => {
    expect((await valuesOf('datetime', ['1772438400000'], { format: 'epoch-ms' })).values).toEqual([
      at(2026, 3, 2, 8),
    ]);
  });

  it('is blank where a blank word stands for it', async () => {
    const plan = { nulls: ['-1', '1900-01-01', 'n/a'] };
    expect((await valuesOf('integer', ['-1', '5'], {}, { plan })).values).toEqual([null, 5]);
    expect((await valuesOf('date', ["DATE '1900-01-01'"], {}, { plan })).values).toEqual([null]);
    expect((await valuesOf('text', ["'N/A'"], {}, { plan })).values).toEqual([null]);
  });
});

describe('a value that can not be kept', () => {
  const refused = async (type: FieldDef['type'], ...values: string[]) => {
    const { rejects, report } = await valuesOf(type, values);
    expect(report.ledger.read).toBe(values.length);
    expect(report.ledger.judged + rejects.length).toBe(values.length);
    return rejects.map(({ line, column, value, reason }) => [line, column, value, reason]);
  };

  it('is a reject with the place of its row, and the ledger adds up', async () => {
    expect(
      await refused(
        'datetime',
        "TIMESTAMPTZ '2026-03-02 09:00:00+00'",
        "TIMESTAMPTZ '1969-07-20 20:17:00+00'",
      ),
    ).toEqual([[2, 'v', '1969-07-20 20:17:00Z', 'implausible-date']]);
    expect(await refused('datetime', "'infinity'::TIMESTAMP")).toEqual([[1, 'v', 'infinity', 'not-a-date']]);
    expect(await refused('date', "TIMESTAMP '2026-03-02 00:00'", "TIMESTAMP '2026-03-02 09:00'")).toEqual([
      [2, 'v', '2026-03-02 09:00:00', 'not-a-date'],
    ]);
    expect(await refused('integer', '1.5::DOUBLE', '1e19::DOUBLE', "'nan'::DOUBLE")).toEqual([
      [1, 'v', '1.5', 'not-an-integer'],
      [2, 'v', '1e+19', 'number-too-large'],
      [3, 'v', 'nan', 'not-an-integer'],
    ]);
    expect(await refused('integer', '18446744073709551615::UBIGINT')).toEqual([
      [1, 'v', '18446744073709551615', 'number-too-large'],
    ]);
    expect(await refused('decimal', '0.30000000000000004::DOUBLE', '1e-7::DOUBLE', '1e18::DOUBLE')).toEqual([
      [1, 'v', '0.30000000000000004', 'too-many-decimals'],
      [2, 'v', '1e-07', 'too-many-decimals'],
      [3, 'v', '1e+18', 'number-too-large'],
    ]);
    expect(await refused('decimal', '0.0000001::DECIMAL(10,7)')).toEqual([
      [1, 'v', '0.0000001', 'too-many-decimals'],
    ]);
    expect(await refused('boolean', '2::TINYINT')).toEqual([[1, 'v', '2', 'not-a-boolean']]);
  });

  it('tells a row without a key, one without anything, and an id that was rounded', async () => {
    const made = await parquetOf(
      "SELECT 1::DOUBLE AS id, 'a' AS v UNION ALL SELECT NULL, 'b' UNION ALL SELECT NULL, NULL UNION ALL SELECT 2e16, 'c'",
    );
    const { report, rejects, rows } = await read({
      files: { 'a.parquet': made },
      fields: [field('id', 'text'), field('v', 'text')],
    });
    expect(report.ledger).toEqual({
      read: 4,
      judged: 1,
      excluded: { 'blank row': 1 },
      rejected: { 'blank-key': 1, 'rounded-id': 1 },
    });
    expect(rows.map(({ key }) => key)).toEqual(['1']);
    expect(rejects.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [2, 'blank-key', null],
      [4, 'rounded-id', '2e+16'],
    ]);
  });
});
