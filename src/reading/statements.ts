import type { Engine } from '../engine/engine.ts';
import { countSql } from '../sql/read/source-table.ts';

/** Runs statements in their order. */
export async function runEach(engine: Engine, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await engine.run(statement);
}

/** How many rows a table has, or a SELECT in brackets. */
export async function countRows(engine: Engine, table: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(countSql(table));
  return row?.n ?? 0;
}
