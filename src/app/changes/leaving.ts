import { formatDay } from '../../calendar/day.ts';
import type { Stretch } from '../../change/by-day.ts';
import type { Row } from '../../engine/engine.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Change, DiffRequest, Leaving } from '../../model/change.ts';
import { commitmentsFirst } from '../../model/promises.ts';
import type { Micros } from '../../model/time.ts';
import { localDay, midnight } from '../../plan/periods.ts';
import { casesByStateSql } from '../../sql/judge/compare.ts';
import type { Sourced } from '../agreements/family.ts';
import { contextOf } from '../judging/context.ts';
import { withEngine } from '../judging/engine.ts';
import { openRun } from '../judging/open.ts';
import type { Run } from '../judging/run.ts';
import { filesOfBase } from './back-test-files.ts';
import type { ComparedPair } from './set.ts';
import { alwaysInForce, judgeRequest, type Testable } from './testable.ts';

/** A promise of the base and days on which it holds no more, both ends included; infinite where there is none. */
interface Lost {
  readonly promise: PromiseDef;
  readonly days: Pick<Stretch<unknown>, 'from' | 'to'>;
}

/**
 * The cases of the base that start on days on which their promise holds no more, because no version covers
 * them or because the one that does has dropped it. Empty where the exports can't be judged: it informs.
 */
export async function casesThatLeave(
  base: Testable,
  head: Sourced | null,
  pair: ComparedPair,
  request: DiffRequest,
): Promise<readonly Leaving[]> {
  const lost = lostIn(pair, base.sourced);
  if (lost.length === 0) return [];
  const given = { leads: request.leads, sources: request.sources, files: base.io.files };
  const { sources } = await filesOfBase(base.sourced, head ?? base.sourced, given);
  return withEngine(base.io, async (engine) => {
    const asked = { ...judgeRequest(request), leads: [], sources };
    const { run } = await openRun({
      family: alwaysInForce(base.sourced),
      request: asked,
      engine,
      io: base.io,
    });
    if (run === null) return [];
    const found: Leaving[] = [];
    for (const each of lost) {
      const one = await leavingOf(run, each);
      if (one !== null) found.push(one);
    }
    return found;
  });
}

function lostIn({ days, changes }: ComparedPair, { agreement }: Sourced): readonly Lost[] {
  const dropped = new Set(changes.filter((one) => one.class === 'removed').map(promiseOf));
  return days
    .filter(({ before, gained }) => before !== null && !gained)
    .flatMap(({ from, to, after }) =>
      commitmentsFirst(agreement)
        .filter(({ id }) => after === null || dropped.has(id))
        .map((promise) => ({ promise, days: { from, to } })),
    );
}

const promiseOf = ({ promise }: Change): string | null => promise;

/** Null where no case starts on these days. */
async function leavingOf(run: Run, { promise, days }: Lost): Promise<Leaving | null> {
  const planned = run.planned.find((one) => one.promise.id === promise.id);
  if (!planned) throw new Error(`No plan for "${promise.id}"`);
  const [from, to] = boundsOf(run, days);
  if (from >= to) return null;
  // By the start, as the back-test asks: due times do not move a case into or out of these days.
  const context = { ...contextOf(run, planned, [from, to]), bookBy: 'start' as const };
  const [row] = await run.engine.rows(casesByStateSql(planned.plan, context));
  const { cases, breached } = countsOf(row);
  if (cases === 0) return null;
  const day = (t: Micros): string => formatDay(localDay(run.zone, t));
  return { promise: promise.id, from: day(from), to: day(to - 1), cases, breached };
}

/** Never beyond the data: what has no end ends with the latest instant. */
function boundsOf(run: Run, { from, to }: Lost['days']): readonly [Micros, Micros] {
  const first = Number.isFinite(from) ? midnight(run.zone, from) : (run.exports.earliest ?? run.asOf);
  const last = Number.isFinite(to) ? midnight(run.zone, to + 1) : run.asOf + 1;
  return [first, Math.min(last, run.asOf + 1)];
}

const countsOf = (row: Row | undefined): { readonly cases: number; readonly breached: number } => ({
  cases: Number(row?.cases ?? 0),
  breached: Number(row?.breached ?? 0),
});
