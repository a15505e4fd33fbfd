import { microsOf } from '../../engine/cell.ts';
import type { Causes } from '../../model/behind.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Micros } from '../../model/time.ts';
import { brokenWhen, mayCause } from '../../plan/other-side.ts';
import { type BrokenPart, causesSql } from '../../sql/judge/causes.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import type { Planned, Run } from '../judging/run.ts';

/** Beyond these, microseconds, there is no instant in any export. */
const ALWAYS = [-9e15, 9e15];

/**
 * Of the broken cases of each promise, for how many the other side had broken one of its own about the same
 * lead by then. A case with several causes is told under the first of them, in the order of the agreement.
 */
export async function causesOf(run: Run, { results }: Compliance): Promise<readonly Causes[]> {
  const told: Causes[] = [];
  const wholes = results.filter(({ by, counts }) => by === null && counts.breached > 0);
  for (const id of new Set(wholes.map((each) => each.id))) {
    const broken = run.planned.filter(({ promise }) => promise.id === id);
    const others = othersOf(run, broken);
    if (others.length === 0) continue;
    const periods = [
      ...new Map(
        results.filter((each) => each.id === id).map(({ period }) => [period.label, period]),
      ).values(),
    ].sort((a, b) => a.from - b.from);
    await tabulateActivities(run, [...broken, ...others.flat()]);
    const parts = (planned: readonly Planned[], boundaries: readonly Micros[]) =>
      planned.map((one) => partOf(run, one, boundaries));
    const rows = await run.engine.rows(
      causesSql(
        parts(broken, boundariesOf(periods)),
        others.map((planned) => parts(planned, ALWAYS)),
      ),
    );
    for (const [index, { label }] of periods.entries()) {
      const own = rows.filter((row) => microsOf(row.period) === index);
      const count = (cause: number) => microsOf(own.find((row) => microsOf(row.cause) === cause)?.n) ?? 0;
      const causes = others.flatMap((planned, i) => {
        const [one] = planned;
        return one && count(i) > 0
          ? [{ id: one.promise.id, owedBy: one.promise.owedBy ?? '', cases: count(i) }]
          : [];
      });
      const all = own.reduce((sum, row) => sum + (microsOf(row.n) ?? 0), 0);
      if (causes.length > 0) told.push({ id, period: label, broken: all, causes });
    }
  }
  return told;
}

/** The promises that are owed back and can be broken before this one is, each with all its versions. */
function othersOf(run: Run, broken: readonly Planned[]): readonly (readonly Planned[])[] {
  const isCause = (one: Planned) =>
    brokenWhen(one.plan) !== null && broken.some(({ promise }) => mayCause(one.promise, promise));
  const ids = new Set(run.planned.filter(isCause).map(({ promise }) => promise.id));
  return [...ids].map((id) => run.planned.filter((one) => one.promise.id === id && isCause(one)));
}

function partOf(run: Run, one: Planned, boundaries: readonly Micros[]): BrokenPart {
  const context = { ...contextOf(run, one, boundaries), undated: false };
  const when = brokenWhen(one.plan);
  return { plan: one.plan, context, when: when === 'start' ? 's0' : when };
}
