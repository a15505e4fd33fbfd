import { number } from '../../engine/cell.ts';
import { touchesOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { scopeConditions } from '../../kinds/scope.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Period } from '../../model/time.ts';
import { nameOf } from '../../report/names.ts';
import { overlapSql } from '../../sql/judge/overlap.ts';
import { contextOf } from './context.ts';
import { boundariesOf } from './counting.ts';
import type { Planned, Run } from './run.ts';

/**
 * Which promises count the same cases, where one of them counts those that activities have touched: what was
 * influenced is told beside what was sourced, and who adds the two counts a lead twice.
 */
export async function overlapNotes(
  run: Run,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<readonly string[]> {
  const notes = new Map<string, { readonly n: number; readonly isOfLeads: boolean }>();
  const { planned, engine } = run;
  const touched = new Set(planned.filter(({ promise }) => asksForActivities(promise)));
  for (const [i, one] of touched.size === 0 ? [] : planned.entries())
    for (const other of planned.slice(i + 1)) {
      if (!(touched.has(one) || touched.has(other)) || !areBeside(one, other)) continue;
      const contexts = [one, other].map((each) => contextOf(run, each, boundariesOf(periodsOf(each))));
      const [known, alike] = contexts;
      if (!known || !alike) continue;
      const [row] = await engine.rows(overlapSql([one.plan, other.plan], [known, alike]));
      const both = t`${nameOf(one.promise)} and ${nameOf(other.promise)}`;
      const { n = 0 } = notes.get(both) ?? {};
      notes.set(both, { n: n + number(row?.n ?? 0), isOfLeads: one.promise.population === undefined });
    }
  return [...notes].flatMap(([both, { n, isOfLeads }]) => (n === 0 ? [] : [noteOf(both, n, isOfLeads)]));
}

const noteOf = (both: string, n: number, isOfLeads: boolean): string =>
  isOfLeads
    ? plural(
        n,
        t`${both}: ${whole(n)} lead counts in both, so their numbers are not to be added`,
        t`${both}: ${whole(n)} leads count in both, so their numbers are not to be added`,
      )
    : plural(
        n,
        t`${both}: ${whole(n)} case counts in both, so their numbers are not to be added`,
        t`${both}: ${whole(n)} cases count in both, so their numbers are not to be added`,
      );

/** Two parts of one whole, or two numbers of the same leads, under one version. */
function areBeside(one: Planned, other: Planned): boolean {
  const [a, b] = [one.plan, other.plan];
  if (one.inForce !== other.inForce || one.promise.population !== other.promise.population) return false;
  // A part is told under its whole, and a lead belongs to one of the parts.
  if (wholeOf(one) === wholeOf(other)) return false;
  if ((a.shape !== 'tally' && a.shape !== 'ratio') || a.shape !== b.shape) return false;
  return JSON.stringify([a.start, a.amount]) === JSON.stringify([b.start, b.amount]);
}

const wholeOf = ({ promise }: Planned): string => promise.partOf ?? promise.id;

function asksForActivities(promise: PromiseDef): boolean {
  const part = kindOf(promise.measure.kind).part(promise.measure)?.with ?? null;
  return [...scopeConditions(promise), part].flatMap(touchesOf).length > 0;
}
