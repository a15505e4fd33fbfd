import { join } from 'node:path';
import type { Pairs } from '../../sql/judge/causes.ts';
import { attachSql, type Place, replaceTableSql, tableIn, WIDE } from '../../sql/read/source-table.ts';
import type { Run } from './run.ts';

/** Makes a table of the leads about which both sides broke something; one that was made before is forgotten. */
export async function makePairs(
  { engine, heldCases }: Run,
  { columns, rows, withDue }: Pairs,
): Promise<{ readonly table: string; readonly rows: number }> {
  const place: Place = columns >= WIDE && heldCases === null ? 'wide' : 'memory';
  if (place !== 'memory') await engine.run(attachSql(place, join(engine.scratch, `${place}.duckdb`)));
  const table = tableIn(place, 'pairs');
  const made = await engine.run(replaceTableSql(table, rows));
  for (const more of withDue(table)) await engine.run(replaceTableSql(table, more));
  return { table, rows: made };
}
