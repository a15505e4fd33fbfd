import { microsOf } from '../../engine/cell.ts';
import { handedOverBy } from '../../plan/facts.ts';
import { keysSql } from '../../sql/facts/linked-rows.ts';
import { HAND_OVER } from '../../sql/hand-over.ts';
import type { Run } from '../judging/run.ts';
import { type Naming, nameOfLead, ownKey } from './states.ts';

/** All leads of the exports of today, and the rows of other populations, by the name that a record has for them. */
export async function knownLeads(run: Run, naming: Naming): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const { table, source } of [run.tables.leads, ...run.tables.populations()]) {
    const sql = keysSql(table, handedOverBy(source) !== null, run.engine.dialect);
    for await (const rows of run.engine.stream(sql))
      for (const row of rows) {
        const key = ownKey(row.key, microsOf(row[HAND_OVER]));
        known.set(nameOfLead(key, run.newest.agreement.id, naming), String(row.key));
      }
  }
  return known;
}
