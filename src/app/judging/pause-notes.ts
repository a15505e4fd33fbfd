import { number } from '../../engine/cell.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { hollowHoldsSql } from '../../sql/facts/hollow-holds.ts';
import type { Run } from './run.ts';

/** Which rows tell of pauses that nobody can count. */
export async function pauseNotes({ planned, tables, exports, engine }: Run): Promise<readonly string[]> {
  const pauses = planned.flatMap(({ plan }) => ('pause' in plan && plan.pause ? [plan.pause] : []));
  const known = { exact: exports.exact, dialect: engine.dialect };
  const notes = new Set<string>();
  for (const pause of new Map(pauses.map((each) => [hollowHoldsSql(each, known), each])).values()) {
    const [row] = await engine.rows(hollowHoldsSql(pause, known));
    const n = number(row?.n ?? 0);
    const source = tables.all().find(({ table }) => table === pause.table)?.source.name ?? '';
    if (n === 0) continue;
    notes.add(
      plural(
        n,
        t`${whole(n)} row of "${source}" ends a pause before it begins, or has no beginning, and stops no clock`,
        t`${whole(n)} rows of "${source}" end a pause before it begins, or have no beginning, and stop no clock`,
      ),
    );
  }
  return [...notes];
}
