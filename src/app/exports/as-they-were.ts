import type { Engine } from '../../engine/engine.ts';
import type { Micros } from '../../model/time.ts';
import { asItWasViewSql, renameViewSql } from '../../sql/read/as-it-was.ts';
import { type ReadExports, spreadOf } from './read-all.ts';
import type { RunTables } from './tables.ts';

/**
 * The exports as they were at an instant: a later cell has not happened yet and is blank, and a later
 * activity is not there. A meeting that a file kept by hand plans for later is not there where the instant
 * lies before the latest in the data; else it is one to come.
 */
export async function asTheyWere(
  exports: ReadExports,
  tables: RunTables,
  asOf: Micros,
  engine: Engine,
): Promise<ReadExports> {
  const facts = exports.reports.map((each) => each.facts).filter((each) => !tables.joined().includes(each));
  let isCut = false;
  for (const each of facts) {
    const isKept = tables.handKept().includes(each);
    if (isKept && asOf >= (exports.latest ?? asOf)) continue;
    const times = each
      .columns()
      .filter(
        ({ kind, name }) =>
          kind === 'time' && (exports.ends.get(`${each.table} ${name}`)?.last ?? asOf) > asOf,
      )
      .map(({ name }) => name);
    if (times.length === 0) continue;
    isCut = true;
    const isEvent = each !== tables.leads;
    await engine.run(renameViewSql(each.table));
    await engine.run(asItWasViewSql({ table: each.table, times, asOf, isEvent }));
  }
  if (!isCut) return exports;
  return { ...exports, ...(await spreadOf(facts, tables.handKept(), engine)) };
}
