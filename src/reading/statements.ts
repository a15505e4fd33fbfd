import type { Engine } from '../engine/engine.ts';
import { countSql } from '../sql/read/source-table.ts';

/** Runs statements in their order, in one go. */
export async function runEach(engine: Engine, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await engine.run(statements.join(';\n'));
}

/** How many rows a table has, or a SELECT in brackets. */
export async function countRows(engine: Engine, table: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(countSql(table));
  return row?.n ?? 0;
}
