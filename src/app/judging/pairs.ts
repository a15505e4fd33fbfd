import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import type { Pairs } from '../../sql/judge/causes.ts';
import { attachSql, type Place, replaceTableSql, tableIn, WIDE } from '../../sql/read/source-table.ts';
import { keysCountedSql } from '../../sql/server-facts/cells.ts';
import type { Run } from './run.ts';

/** Makes a table of the leads about which both sides broke something; one that was made before is forgotten. */
export async function makePairs(
  { engine, heldCases }: Run,
  { columns, steps }: Pairs,
): Promise<{ readonly table: string; readonly rows: number }> {
  if (engine.isAway) return pairsAway(engine, steps);
  const place: Place = columns >= WIDE && heldCases === null ? 'wide' : 'memory';
  if (place !== 'memory') await engine.run(attachSql(place, join(engine.scratch, `${place}.duckdb`)));
  const table = tableIn(place, 'pairs');
  let rows = 0;
  for (const step of steps) rows = await engine.run(replaceTableSql(table, step(table)));
  return { table, rows };
}

/** On a server, where no table takes the place of one that it is made of. */
async function pairsAway(
  engine: Engine,
  steps: Pairs['steps'],
): Promise<{ readonly table: string; readonly rows: number }> {
  let table = '';
  for (const [i, step] of steps.entries()) {
    const select = step(table);
    table = `pairs${i}`;
    await engine.keep(table, [select]);
  }
  const [made] = await engine.rows<{ n: number }>(keysCountedSql(table, engine.dialect));
  return { table, rows: made?.n ?? 0 };
}
