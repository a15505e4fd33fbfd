import { microsOf } from '../../engine/cell.ts';
import { HAND_OVER } from '../../sql/hand-over.ts';
import { handedOverBy } from '../../plan/facts.ts';
import type { Run } from '../judging/run.ts';
import { type Naming, nameOfLead, ownKey } from './states.ts';

/** All leads of the exports of today, as a record names them. */
export async function knownLeads(run: Run, naming: Naming): Promise<ReadonlySet<string>> {
  const { dialect } = run.engine;
  const { table, source } = run.tables.leads;
  const columns = ['key', ...(handedOverBy(source) === null ? [] : [HAND_OVER])];
  const known = new Set<string>();
  const sql = `SELECT ${columns.join(', ')} FROM ${dialect.identifier(table)}`;
  for await (const rows of run.engine.stream(sql))
    for (const row of rows)
      known.add(nameOfLead(ownKey(row.key, microsOf(row[HAND_OVER])), run.newest.agreement.id, naming));
  return known;
}
