import { number } from '../../engine/cell.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { OwnersPlan } from '../../model/judge.ts';
import type { Period } from '../../model/time.ts';
import { casesIn } from '../../plan/lower.ts';
import { nameOf } from '../../report/names.ts';
import { ownersAtDueSql, reassignedSql } from '../../sql/judge/owners.ts';
import { contextOf } from './context.ts';
import { boundariesOf } from './counting.ts';
import type { Planned, Run } from './run.ts';

/** All of time: who owned a case at its due does not depend on the periods that are shown. */
const EVER = { from: -9e15, to: 9e15 };

/**
 * Finds who owned the cases of each clock when they were due, where there is a history of that. What has
 * no clock is charged to the owner of today.
 */
export async function chargeOwners(run: Run): Promise<void> {
  for (const one of run.planned) {
    const owners = ownersOf(run, one);
    if (owners === undefined || !('terms' in one.plan)) continue;
    const context = { ...contextOf(run, one, [EVER.from, EVER.to]), inForce: EVER, orphans: [], by: [] };
    const table = `owned${run.owned.size}`;
    const sql = ownersAtDueSql(one.plan, owners, context);
    await run.engine.keep(table, [sql]);
    run.owned.set(one.plan, table);
  }
}

const ownersOf = ({ owners, tables }: Run, { promise }: Planned): OwnersPlan | undefined =>
  owners.get(casesIn(tables, promise).table);

/** How many cases are charged to somebody who no longer owns them. */
export async function ownerNotes(
  run: Run,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const one of run.planned) {
    const owners = ownersOf(run, one);
    if (owners === undefined || !run.owned.has(one.plan)) continue;
    const sql = reassignedSql(one.plan, owners, contextOf(run, one, boundariesOf(periodsOf(one))));
    const [row] = await run.engine.rows(sql);
    const name = nameOf(one.promise);
    counts.set(name, (counts.get(name) ?? 0) + number(row?.n ?? 0));
  }
  return [...counts].flatMap(([name, n]) =>
    n === 0
      ? []
      : [
          plural(
            n,
            t`${name}: ${whole(n)} case was reassigned, and is charged to whoever owned it when it was due`,
            t`${name}: ${whole(n)} cases were reassigned, and are charged to whoever owned them when they were due`,
          ),
        ],
  );
}
