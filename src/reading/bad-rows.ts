import type { Engine } from '../engine/engine.ts';
import { mark } from '../messages/index.ts';
import type { LoadReport, ReadPlan } from '../model/reading.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import { BLANK_KEY, BLANK_ROW, type ReadSql } from '../sql/read/index.ts';
import type { BadLine } from './bad-line.ts';

/** Different bad cells that are kept to find their lines. */
const MAX_BAD_CELLS = 100_000;

/** The cells that could not be read: by the field's name, from cell to reason. A blank key is the empty cell. */
export type BadCells = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface BadRows {
  readonly rejected: Readonly<Record<string, number>>;
  readonly excluded: Readonly<Record<string, number>>;
  readonly cells: BadCells;
}

export const NO_BAD_ROWS: BadRows = { rejected: {}, excluded: {}, cells: new Map() };

const REASONS: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'missing-cells',
  'TOO MANY COLUMNS': 'too-many-cells',
  'UNQUOTED VALUE': 'broken-quotes',
  'LINE SIZE OVER MAXIMUM': 'line-too-long',
  'INVALID ENCODING': 'encoding',
};

/** Reads and drops the tables in which a scan kept the lines that it could not cut. One error a line. */
export async function takeBadLines(
  engine: Engine,
  rejects: string,
  file: number,
): Promise<{ readonly lines: readonly BadLine[] }> {
  const rows = await engine.rows<{ byte: number; type: string }>(
    `SELECT line_byte_position AS byte, arg_min(CAST(error_type AS VARCHAR), byte_position) AS type
     FROM ${duckdb.identifier(rejects)} GROUP BY line_byte_position ORDER BY 1`,
  );
  await engine.run(`DROP TABLE ${duckdb.identifier(rejects)}`);
  await engine.run(`DROP TABLE ${duckdb.identifier(`${rejects}_scan`)}`);
  return {
    lines: rows.map(({ byte, type }) => ({ file, byte, reason: REASONS[type] ?? 'unreadable-line' })),
  };
}

/** Counts and deletes the rows of a table that `$bad` marks. */
export async function takeBadRows(engine: Engine, table: string, sql: ReadSql): Promise<BadRows> {
  const rejected: Record<string, number> = {};
  const excluded: Record<string, number> = {};
  const cells = new Map<string, Map<string, string>>();
  const severalLines = `coalesce(regexp_matches("key", '[\\r\\n]'), false)`;
  const codes = await engine.rows<{ code: number; several: boolean; n: number }>(
    `SELECT "$bad" AS code, ${severalLines} AS several, count(*) AS n FROM ${table} WHERE "$bad" > 0 GROUP BY ALL ORDER BY ALL`,
  );
  if (codes.length === 0) return { rejected, excluded, cells };
  const key = sql.fields[0]?.name ?? '';
  for (const { code, several, n } of codes) {
    if (code === BLANK_ROW) {
      excluded[mark`blank row`] = n;
      continue;
    }
    const { field, reason: fault } =
      code === BLANK_KEY ? { field: { name: key }, reason: 'blank-key' } : sql.reason(code);
    // No date or number takes several lines: a quote opens where it should not.
    const reason = several ? 'broken-quotes' : fault;
    rejected[reason] = (rejected[reason] ?? 0) + n;
    const values = cells.get(field.name) ?? new Map<string, string>();
    cells.set(field.name, values);
    if (code === BLANK_KEY) values.set('', reason);
    const rows = await engine.rows<{ cell: string | null }>(
      `SELECT DISTINCT "key" AS cell FROM ${table} WHERE "$bad" = ${code} AND ${severalLines} = ${several} AND "key" IS NOT NULL LIMIT ${MAX_BAD_CELLS}`,
    );
    for (const { cell } of rows) if (cell !== null) values.set(cell, reason);
  }
  await engine.run(`DELETE FROM ${table} WHERE "$bad" > 0`);
  return { rejected, excluded, cells };
}

/** Local times that the clock skips, and that it shows twice. */
type Dst = LoadReport['dst'];

export const NO_DST: Dst = { gap: 0, overlap: 0 };

/** Of a table of rows that took the long way. A date without a time spans most of a day, a time that the clock shows twice at most two hours. */
export async function dstOf(engine: Engine, plan: ReadPlan, table: string): Promise<Dst> {
  const spreads = plan.columns.flatMap((column) =>
    column.kind === 'time' ? [duckdb.identifier(`${column.name}$w`)] : [],
  );
  const overlaps = spreads.map((spread) => `count(*) FILTER (${spread} BETWEEN 1 AND 43199)`);
  const [dst] = await engine.rows<Dst>(
    `SELECT coalesce(sum("$gap"), 0) AS gap, ${overlaps.join(' + ') || '0'} AS overlap FROM ${table}`,
  );
  return dst ?? NO_DST;
}
