import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import type { Pairs } from '../../sql/judge/causes.ts';
import { keysCountedSql } from '../../sql/server-facts/cells.ts';
import { attachSql, type Place, replaceTableSql, tableIn, WIDE } from '../../sql/read/source-table.ts';
import type { Run } from './run.ts';

/** Makes a table of the leads about which both sides broke something; one that was made before is forgotten. */
export async function makePairs(
  { engine, heldCases }: Run,
  { columns, rows, withDue }: Pairs,
): Promise<{ readonly table: string; readonly rows: number }> {
  if (engine.isAway) return pairsAway(engine, rows, withDue);
  const place: Place = columns >= WIDE && heldCases === null ? 'wide' : 'memory';
  if (place !== 'memory') await engine.run(attachSql(place, join(engine.scratch, `${place}.duckdb`)));
  const table = tableIn(place, 'pairs');
  const made = await engine.run(replaceTableSql(table, rows));
  for (const more of withDue(table)) await engine.run(replaceTableSql(table, more));
  return { table, rows: made };
}

/** On a server, where no table takes the place of one that it is made of. */
async function pairsAway(
  engine: Engine,
  rows: Pairs['rows'],
  withDue: Pairs['withDue'],
): Promise<{ readonly table: string; readonly rows: number }> {
  let table = 'pairs0';
  await engine.keep(table, [rows]);
  for (const [i] of withDue(table).entries()) {
    const select = withDue(table)[i] ?? '';
    table = `pairs${i + 1}`;
    await engine.keep(table, [select]);
  }
  const [made] = await engine.rows<{ n: number }>(keysCountedSql(table, engine.dialect));
  return { table, rows: made?.n ?? 0 };
}
