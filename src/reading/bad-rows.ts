import type { Engine } from '../engine/engine.ts';
import { mark } from '../messages/index.ts';
import { namesOf } from '../model/header-names.ts';
import type { LoadReport, ReadPlan } from '../model/reading.ts';
import {
  badCellsSql,
  badCodesSql,
  countCellsSql,
  dropBadRowsSql,
  type LongRowsSeen,
  longRowsSeenSql,
} from '../sql/read/bad-rows.ts';
import { BLANK_KEY, BLANK_ROW } from '../sql/read/codes.ts';
import { badLinesSql, dropRejectsSql } from '../sql/read/file.ts';
import type { ReadSql } from '../sql/read/index.ts';
import { repeatedOf } from '../sql/read/repeated-keys.ts';
import type { BadLine } from './bad-line.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { runEach } from './statements.ts';

/**
 * The cells that could not be read: by the field's name, from cell to reason. A blank key is the empty
 * cell.
 */
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
): Promise<readonly BadLine[]> {
  const rows = await engine.rows<{ byte: number; type: string }>(badLinesSql(rejects));
  await runEach(engine, dropRejectsSql(rejects));
  return rows.map(({ byte, type }) => ({ file, byte, reason: REASONS[type] ?? 'unreadable-line' }));
}

/** What rows have in common that can't be used. */
interface BadCode {
  readonly code: number;
  readonly several: boolean;
  readonly n: number;
}

/**
 * Counts and deletes the rows of a table that `$bad` marks. A row without a key is rejected, or is left out
 * as `unlinked` where rows need none. A row whose date or number is the name of its column is the header once
 * more, of exports that were pasted together: no row at all.
 */
export async function takeBadRows(
  engine: Engine,
  table: string,
  sql: ReadSql,
  unlinked: NonNullable<ReadPlan['unlinked']>,
): Promise<BadRows> {
  const rejected: Record<string, number> = {};
  const excluded: Record<string, number> = {};
  const cells = new Map<string, Map<string, string>>();
  const codes = await engine.rows<BadCode>(badCodesSql(table));
  for (const bad of codes) {
    if (bad.code === BLANK_ROW) {
      excluded[mark`blank row`] = bad.n;
      continue;
    }
    if (unlinked !== 'rejected' && bad.code === BLANK_KEY) {
      const reason = unlinked === 'of no lead' ? mark`of no lead` : mark`of no row`;
      excluded[reason] = (excluded[reason] ?? 0) + bad.n;
      continue;
    }
    const { field, reason } = faultOf(bad, sql);
    const headers = bad.several || bad.code === BLANK_KEY ? [] : namesOf(sql.reason(bad.code).field);
    const again = headers.length === 0 ? 0 : await countOf(engine, countCellsSql(table, bad, headers));
    if (again > 0) {
      const header = mark`repeated header`;
      excluded[header] = (excluded[header] ?? 0) + again;
    }
    if (bad.n > again) rejected[reason] = (rejected[reason] ?? 0) + bad.n - again;
    const values = cells.get(field) ?? new Map<string, string>();
    cells.set(field, values);
    if (bad.code === BLANK_KEY) values.set('', reason);
    const rows = await engine.rows<{ cell: string | null }>(badCellsSql(table, bad));
    for (const { cell } of rows) if (cell !== null && !headers.includes(cell)) values.set(cell, reason);
  }
  await engine.run(dropBadRowsSql(table));
  return { rejected, excluded, cells };
}

async function countOf(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(sql);
  return row?.n ?? 0;
}

function faultOf(
  { code, several }: BadCode,
  sql: ReadSql,
): { readonly field: string; readonly reason: string } {
  const { field, reason } =
    code === BLANK_KEY
      ? { field: sql.fields[0]?.name ?? '', reason: 'blank-key' }
      : { field: sql.reason(code).field.name, reason: sql.reason(code).reason };
  // No date or number takes several lines: a quote opens where it should not.
  return { field, reason: several ? 'broken-quotes' : reason };
}

export const NO_DST: LoadReport['dst'] = { gap: 0, overlap: 0 };

const NONE_SEEN: LongRowsSeen = { ...NO_DST, bad: 0, n: 0, different: 0 };

/** What one look tells of the rows that took the long way; none did where there is no table. */
export async function longRowsSeen(
  engine: Engine,
  plan: ReadPlan,
  { long, evidence }: Pick<LoadedRows, 'long' | 'evidence'>,
): Promise<LongRowsSeen> {
  if (long === null) return NONE_SEEN;
  const repeated = evidence === null ? null : repeatedOf(plan);
  const [seen] = await engine.rows<LongRowsSeen>(longRowsSeenSql(plan, long, repeated));
  return seen ?? NONE_SEEN;
}
