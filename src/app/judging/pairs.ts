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

/** How many tables of pairs there are on a server. */
const made = new WeakMap<Engine, number>();

/**
 * On a server, where no table takes the place of one that it is made of, nor of one that an earlier promise rests on:
 * without tables of the session what is kept is found anew in each statement that asks for it.
 */
async function pairsAway(
  engine: Engine,
  steps: Pairs['steps'],
): Promise<{ readonly table: string; readonly rows: number }> {
  const first = made.get(engine) ?? 0;
  made.set(engine, first + steps.length);
  let table = '';
  for (const [i, step] of steps.entries()) {
    const select = step(table);
    table = `pairs${first + i}`;
    await engine.keep(table, [select]);
  }
  const [counted] = await engine.rows<{ n: number }>(keysCountedSql(table, engine.dialect));
  return { table, rows: counted?.n ?? 0 };
}
