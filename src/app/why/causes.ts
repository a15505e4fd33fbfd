import { microsOf } from '../../engine/cell.ts';
import type { Row as EngineRow } from '../../engine/engine.ts';
import type { Causes } from '../../model/behind.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Micros } from '../../model/time.ts';
import { brokenWhen, mayCause } from '../../plan/other-side.ts';
import { type BrokenPart, brokenSql, causesSql } from '../../sql/judge/causes.ts';
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
  const tables = new Map<string, string>();
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
    const causeTables: string[] = [];
    for (const planned of others) causeTables.push(await brokenTable(run, planned, tables));
    const boundaries = boundariesOf(periods);
    const rows: Row[] = [];
    for (const one of broken)
      rows.push(...(await run.engine.rows<Row>(causesSql(partOf(run, one, boundaries), causeTables))));
    for (const [index, { label }] of periods.entries()) {
      const own = rows.filter((row) => microsOf(row.period) === index);
      const count = (cause: number) => total(own.filter((row) => microsOf(row.cause) === cause));
      const causes = others.flatMap((planned, i) => {
        const [one] = planned;
        return one && count(i) > 0
          ? [{ id: one.promise.id, owedBy: one.promise.owedBy ?? '', cases: count(i) }]
          : [];
      });
      if (causes.length > 0) told.push({ id, period: label, broken: total(own), causes });
    }
  }
  return told;
}

type Cell = EngineRow[string];

interface Row {
  readonly period: Cell;
  readonly cause: Cell;
  readonly n: Cell;
}

const total = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + (microsOf(row.n) ?? 0), 0);

/** The table of the broken cases of a promise under all its versions, made when it is first asked for. */
async function brokenTable(
  run: Run,
  planned: readonly Planned[],
  tables: Map<string, string>,
): Promise<string> {
  const key = planned.map((one) => run.planned.indexOf(one)).join();
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = `broken${tables.size}`;
  for (const [i, one] of planned.entries())
    await run.engine.run(brokenSql(table, partOf(run, one, ALWAYS), i === 0));
  tables.set(key, table);
  return table;
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
