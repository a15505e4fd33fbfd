import { microsOf } from '../../engine/cell.ts';
import type { Row as EngineRow } from '../../engine/engine.ts';
import type { Causes } from '../../model/behind.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Period } from '../../model/time.ts';
import type { Breakable, BrokenPart } from '../../sql/judge/broken.ts';
import { type Caused, causesSql, pairsOf } from '../../sql/judge/causes.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import { breakablesOf, brokenPart, isCause } from '../judging/excuses.ts';
import { heldAmong } from '../judging/held-cases.ts';
import { makePairs } from '../judging/pairs.ts';
import type { Planned, Run } from '../judging/run.ts';

/**
 * Of the broken cases of each promise, excused ones among them, for how many the other side had broken one of
 * its own about the same lead by then. A case with several causes is told under the first of them.
 */
export async function causesOf(run: Run, { results }: Compliance): Promise<readonly Causes[]> {
  const broken = results.filter((each) => each.by === null && brokenIn(each) > 0);
  const ids = [...new Set(broken.map(({ id }) => id))];
  const found: Found[] = [];
  for (const sides of sidesOf(askedOf(run, ids, results))) found.push(...(await foundBetween(run, sides)));
  return broken.flatMap((result): readonly Causes[] => {
    const own = found.filter((one) => isOf(one, result));
    const causes = own.length === 0 ? [] : causesAmong(run, own, result);
    const { id, period, versions } = result;
    return causes.length === 0
      ? []
      : [{ id, period: period.label, versions, broken: brokenIn(result), causes }];
  });
}

/** In the order of the agreement. */
function causesAmong(run: Run, own: readonly Found[], { id, versions }: Result): Causes['causes'] {
  const excusing = run.planned.flatMap(({ promise, inForce }) =>
    promise.id === id && versions.includes(versionOf(inForce)) ? (promise.excusedBy ?? []) : [],
  );
  return idsOf(run, id).flatMap((other) => {
    const cases = total(own.filter(({ cause }) => cause.promise.id === other));
    const owedBy = run.planned.find(({ promise }) => promise.id === other)?.promise.owedBy ?? '';
    return cases === 0 ? [] : [{ id: other, owedBy, cases, excuses: excusing.includes(other) }];
  });
}

const versionOf = ({ sourced }: Planned['inForce']): string => sourced.agreement.version;

const brokenIn = ({ counts, reasons }: Result): number => counts.breached + (reasons.excused ?? 0);

/** How many cases of a promise have one of the other side as the first that was broken before. */
interface Found {
  readonly id: string;
  /** Under which they were judged. */
  readonly version: string;
  /** The label. */
  readonly period: string | undefined;
  readonly cause: Planned;
  readonly n: number;
}

const isOf = ({ id, version, period }: Found, result: Result): boolean =>
  id === result.id && period === result.period.label && result.versions.includes(version);

const total = (some: readonly Found[]): number => some.reduce((sum, { n }) => sum + n, 0);

/** A promise under one version, with those that may have been broken before. */
interface Asked {
  readonly planned: Planned;
  readonly caused: Caused;
  /** By place, as `caused` has them. */
  readonly causes: readonly (readonly Planned[])[];
  /** Of a period by its index. */
  readonly label: (index: number) => string | undefined;
}

function askedOf(run: Run, ids: readonly string[], results: readonly Result[]): readonly Asked[] {
  const parts = new Map<Planned, Booked>();
  const partOf = (one: Planned): Booked => {
    const part = parts.get(one) ?? bookedOf(run, one, periodsOf(one.promise.id, results));
    parts.set(one, part);
    return part;
  };
  const known = new Map<string, readonly Breakable[]>();
  const breakables = (planned: readonly Planned[]): readonly Breakable[] => {
    const key = planned.map((one) => run.planned.indexOf(one)).join();
    const found = known.get(key) ?? breakablesOf(run, planned, (one) => partOf(one).part);
    known.set(key, found);
    return found;
  };
  return run.planned.flatMap((planned): readonly Asked[] => {
    const { id } = planned.promise;
    if (!ids.includes(id)) return [];
    const causes = idsOf(run, id)
      .map((other) => run.planned.filter((one) => one.promise.id === other && isCause(one, planned.promise)))
      .filter((versions) => versions.length > 0);
    const { part, label } = partOf(planned);
    const caused = { broken: part, others: causes.map(breakables) };
    return causes.length === 0 ? [] : [{ planned, caused, causes, label }];
  });
}

/** A promise under one version, booked to periods, and what these are called. */
interface Booked extends Pick<Asked, 'label'> {
  readonly part: BrokenPart;
}

/** Where cases are held, they are booked to the periods in which they were held. */
function bookedOf(run: Run, planned: Planned, periods: readonly Period[]): Booked {
  const boundaries = boundariesOf(periods);
  const held = heldAmong(run, planned, boundaries);
  const [begin] = held?.shown ?? [0];
  const part = brokenPart(run, planned, boundaries);
  return {
    part: held === null ? part : { ...part, context: contextOf(run, planned, held.boundaries) },
    label: (index) => periods[index - begin]?.label,
  };
}

/** Those asked about what two sides promise each other together. */
function sidesOf(asked: readonly Asked[]): readonly (readonly [readonly Asked[], readonly Asked[]])[] {
  const between = new Map<string, [Asked[], Asked[]]>();
  for (const one of asked) {
    const { owedBy, owedTo } = one.planned.promise;
    const [first, second] = [owedBy ?? '', owedTo ?? ''].sort();
    const key = JSON.stringify([first, second]);
    const sides = between.get(key) ?? [[], []];
    between.set(key, sides);
    sides[first === owedBy ? 0 : 1].push(one);
  }
  return [...between.values()];
}

async function foundBetween(
  run: Run,
  sides: readonly [readonly Asked[], readonly Asked[]],
): Promise<readonly Found[]> {
  const all = sides.flat();
  await tabulateActivities(
    run,
    all.flatMap(({ planned, causes }) => [planned, ...causes.flat()]),
  );
  const caused = (side: readonly Asked[]) => side.map((each) => each.caused);
  const pairs = pairsOf([caused(sides[0]), caused(sides[1])]);
  const { table, rows: both } = await makePairs(run, pairs);
  const rows: Row[] = [];
  for (const sql of both === 0 ? [] : causesSql(pairs, table, caused(all)))
    rows.push(...(await run.engine.rows<Row>(sql)));
  return rows.flatMap((row): readonly Found[] => {
    const asked = all[microsOf(row.told) ?? 0];
    const [cause] = asked?.causes[microsOf(row.cause) ?? 0] ?? [];
    if (!asked || !cause) return [];
    const { promise, inForce } = asked.planned;
    const period = asked.label(microsOf(row.period) ?? -1);
    return [{ id: promise.id, version: versionOf(inForce), period, cause, n: microsOf(row.n) ?? 0 }];
  });
}

type Row = Readonly<Record<'told' | 'period' | 'cause' | 'n', EngineRow[string]>>;

const periodsOf = (id: string, results: readonly Result[]): readonly Period[] =>
  [
    ...new Map(
      results.flatMap((each) => (each.id === id ? [[each.period.label, each.period]] : [])),
    ).values(),
  ].sort((a, b) => a.from - b.from);

/**
 * The promises that are owed back and can be broken before this one is; those that excuse it before all others,
 * in their own order.
 */
function idsOf({ planned }: Run, id: string): readonly string[] {
  const broken = planned.flatMap(({ promise }) => (promise.id === id ? [promise] : []));
  const may = (one: Planned) => broken.some((promise) => isCause(one, promise));
  const all = planned.flatMap((one) => (may(one) ? [one.promise.id] : []));
  const first = broken.findLast(({ excusedBy }) => excusedBy !== undefined)?.excusedBy ?? [];
  return [...new Set([...first.filter((other) => all.includes(other)), ...all])];
}
