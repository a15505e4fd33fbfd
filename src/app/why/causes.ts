import { microsOf } from '../../engine/cell.ts';
import type { Row as EngineRow } from '../../engine/engine.ts';
import type { Causes } from '../../model/behind.ts';
import type { Compliance } from '../../model/compliance.ts';
import { causesSql } from '../../sql/judge/causes.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { boundariesOf } from '../judging/counting.ts';
import { brokenPart, brokenTable, isCause } from '../judging/excuses.ts';
import type { Planned, Run } from '../judging/run.ts';

/**
 * Of the broken cases of each promise, excused ones among them, for how many the other side had broken one of
 * its own about the same lead by then. A case with several causes is told under the first of them.
 */
export async function causesOf(run: Run, { results }: Compliance): Promise<readonly Causes[]> {
  const told: Causes[] = [];
  const tables = new Map<string, string>();
  const wholes = results.filter(
    ({ by, counts, reasons }) => by === null && counts.breached + (reasons.excused ?? 0) > 0,
  );
  for (const id of new Set(wholes.map((each) => each.id))) {
    const broken = run.planned.filter(({ promise }) => promise.id === id);
    const others = othersOf(run, broken);
    if (others.length === 0) continue;
    const excusing = broken.flatMap(({ promise }) => promise.excusedBy ?? []);
    const periods = [
      ...new Map(
        results.filter((each) => each.id === id).map(({ period }) => [period.label, period]),
      ).values(),
    ].sort((a, b) => a.from - b.from);
    await tabulateActivities(run, [...broken, ...others.flat()]);
    const causeTables: string[] = [];
    for (const planned of others) causeTables.push(await tableOf(run, planned, tables));
    const boundaries = boundariesOf(periods);
    const rows: Row[] = [];
    for (const one of broken)
      rows.push(...(await run.engine.rows<Row>(causesSql(brokenPart(run, one, boundaries), causeTables))));
    for (const [index, { label }] of periods.entries()) {
      const own = rows.filter((row) => microsOf(row.period) === index);
      const count = (cause: number) => total(own.filter((row) => microsOf(row.cause) === cause));
      const causes = others.flatMap((planned, i) => {
        const [one] = planned;
        return one && count(i) > 0
          ? [
              {
                ...{ id: one.promise.id, owedBy: one.promise.owedBy ?? '', cases: count(i) },
                excuses: excusing.includes(one.promise.id),
              },
            ]
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

/** Made when it is first asked for. */
async function tableOf(run: Run, planned: readonly Planned[], tables: Map<string, string>): Promise<string> {
  const key = planned.map((one) => run.planned.indexOf(one)).join();
  const table = tables.get(key) ?? (await brokenTable(run, planned, `broken${tables.size}`));
  tables.set(key, table);
  return table;
}

/**
 * The promises that are owed back and can be broken before this one is, each with all its versions; those that
 * excuse it before all others, in their own order.
 */
function othersOf(run: Run, broken: readonly Planned[]): readonly (readonly Planned[])[] {
  const may = (one: Planned) => broken.some(({ promise }) => isCause(one, promise));
  const all = run.planned.filter(may).map(({ promise }) => promise.id);
  const first = broken.findLast(({ promise }) => promise.excusedBy !== undefined)?.promise.excusedBy ?? [];
  const ids = new Set([...first.filter((id) => all.includes(id)), ...all]);
  return [...ids].map((id) => run.planned.filter((one) => one.promise.id === id && may(one)));
}
