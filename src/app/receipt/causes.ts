import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { isCap, mayCause } from '../../kinds/other-side.ts';
import type { Reason } from '../../model/compliance.ts';
import type { Cause, ReceiptLine } from '../../model/receipt.ts';
import type { Micros } from '../../model/time.ts';
import { brokenWhen } from '../../plan/other-side.ts';
import { STATE } from '../../sql/judge/base.ts';
import { passedAboutSql } from '../../sql/judge/passed.ts';
import { cappedOf } from '../judging/excuses.ts';
import type { Planned, Run } from '../judging/run.ts';
import { partyTitle } from './disputed.ts';

/** A line of the receipt, and when the promise was broken; null where it was not, or nobody can tell when. */
export interface Told {
  readonly planned: Planned;
  readonly line: Omit<ReceiptLine, 'causes'>;
  readonly brokenAt: Micros | null;
}

/** The lines, each broken one with the promises of the other side that had been broken by then. */
export function withCauses(all: readonly Told[], asOf: Micros): readonly ReceiptLine[] {
  return all.map(({ planned, line, brokenAt }) => {
    if (line.state !== 'breached' && line.reason !== 'excused') return { ...line, causes: [] };
    const named = planned.promise.excusedBy ?? [];
    const causes = all.flatMap(
      ({ planned: { promise, inForce }, line: other, brokenAt: at }): readonly Cause[] => {
        // What is excused itself is the reason of nothing.
        const isBefore = at !== null && at <= (brokenAt ?? asOf) && other.reason !== 'excused';
        if (!isBefore || promise.owedBy === null || !mayCause(promise, planned.promise)) return [];
        const { id, title, owedBy } = promise;
        const team = partyTitle(owedBy, inForce.sourced.agreement);
        return [{ id, title, owedBy, team, at, excuses: named.includes(id) }];
      },
    );
    const place = ({ id, excuses }: Cause) => (excuses ? named.indexOf(id) : named.length);
    return { ...line, causes: causes.sort((a, b) => place(a) - place(b)) };
  });
}

/** When one case was broken, whether or not that is excused or waived. */
export async function brokenAt(
  run: Run,
  planned: Planned,
  { row, reason, lead }: { readonly row: Row; readonly reason: Reason | null; readonly lead: string },
): Promise<Micros | null> {
  if (isCap(planned.promise)) {
    if (Number(row.state) !== STATE.met) return null;
    const versions = run.planned.filter(({ promise }) => promise.id === planned.promise.id && isCap(promise));
    const own = cappedOf(run, versions).find(({ parts }) => parts.some(({ plan }) => plan === planned.plan));
    const [found] = own ? await run.engine.rows(passedAboutSql(own, lead)) : [];
    return microsOf(found?.at);
  }
  const when = brokenWhen(planned.plan);
  const isBroken = Number(row.raw) === STATE.breached && reason !== 'no-version';
  return !isBroken || when === null ? null : microsOf(when === 'due' ? row.due : row.s0);
}
