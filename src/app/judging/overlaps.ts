import { number } from '../../engine/cell.ts';
import { touchesOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { scopeConditions } from '../../kinds/scope.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import { groupedBy } from '../../model/grouped.ts';
import type { Period } from '../../model/time.ts';
import { nameOf } from '../../report/names.ts';
import { overlapSql } from '../../sql/judge/overlap.ts';
import { contextOf } from './context.ts';
import { boundariesOf } from './counting.ts';
import type { Planned, Run } from './run.ts';

/** Pairs of promises whose leads are compared, each by a statement of its own: more are not read by anybody. */
const MOST_PAIRS = 200;

type Pair = readonly [one: Planned, other: Planned];

/**
 * Which promises count the same cases, where one of them counts those that activities have touched: what was
 * influenced is told beside what was sourced, and who adds the two counts a lead twice.
 */
export async function overlapNotes(
  run: Run,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<readonly string[]> {
  const notes: string[] = [];
  const named = [...groupedBy(pairsBeside(run.planned), bothOf)];
  for (const [both, pairs] of named.slice(0, MOST_PAIRS)) {
    let n = 0;
    for (const [one, other] of pairs) {
      const contexts = [one, other].map((each) => contextOf(run, each, boundariesOf(periodsOf(each))));
      const [known, alike] = contexts;
      if (!known || !alike) continue;
      const [row] = await run.engine.rows(overlapSql([one.plan, other.plan], [known, alike]));
      n += number(row?.n ?? 0);
    }
    if (n > 0) notes.push(noteOf(both, n, pairs[0]?.[0].promise.population === undefined));
  }
  const more = named.length - MOST_PAIRS;
  return more > 0 ? [...notes, notCompared(more)] : notes;
}

const bothOf = ([one, other]: Pair): string => t`${nameOf(one.promise)} and ${nameOf(other.promise)}`;

const notCompared = (n: number): string =>
  plural(
    n,
    t`${whole(n)} more pair of promises may count the same leads: it was not compared`,
    t`${whole(n)} more pairs of promises may count the same leads: they were not compared`,
  );

/** Those of which one asks for activities, in the order of the promises. */
function pairsBeside(planned: readonly Planned[]): readonly Pair[] {
  const touched = new Set(planned.filter(({ promise }) => asksForActivities(promise)));
  if (touched.size === 0) return [];
  const alike = groupedBy(planned, ({ plan, promise }) =>
    plan.shape === 'tally' || plan.shape === 'ratio'
      ? JSON.stringify([plan.shape, promise.population, plan.start, plan.amount])
      : null,
  );
  const pairs = [...alike].flatMap(([key, group]) =>
    (key === null ? [] : group).flatMap((one, i) =>
      group
        .slice(i + 1)
        .filter((other) => (touched.has(one) || touched.has(other)) && areBeside(one, other))
        .map((other): Pair => [one, other]),
    ),
  );
  const places = new Map(planned.map((one, i) => [one, i]));
  const placeOf = (one: Planned): number => places.get(one) ?? 0;
  return pairs.sort(([a, b], [c, d]) => placeOf(a) - placeOf(c) || placeOf(b) - placeOf(d));
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

/** Two numbers under one version that are no parts of one: a part is told under its whole, and a lead belongs to one of the parts. */
const areBeside = (one: Planned, other: Planned): boolean =>
  one.inForce === other.inForce && wholeOf(one) !== wholeOf(other);

const wholeOf = ({ promise }: Planned): string => promise.partOf ?? promise.id;

function asksForActivities(promise: PromiseDef): boolean {
  const part = kindOf(promise.measure.kind).part(promise.measure)?.with ?? null;
  return [...scopeConditions(promise), part].flatMap(touchesOf).length > 0;
}
