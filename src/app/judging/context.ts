import { groupedBy } from '../../model/grouped.ts';
import type { CasePlan } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { handedOverBy, isKeyed, ownerOf } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { type JudgeContext, NONE_HELD } from '../../sql/judge/context.ts';
import { OWNER_AT_DUE } from '../../sql/judge/owners.ts';
import { termsOf } from './calendar-tables.ts';
import type { Planned, Run } from './run.ts';
import { waiversOf } from './waivers.ts';

/** What is asked of a run. */
export interface Judging
  extends Pick<
    Run,
    | ('tables' | 'calendars' | 'planned' | 'by' | 'owner' | 'owned' | 'excused' | 'asOf' | 'stray' | 'zone')
    | ('activityTables' | 'heldCases' | 'survivors' | 'upholds')
  > {
  readonly exports: Pick<Run['exports'], 'dateOnly' | 'exact'>;
  readonly engine: { readonly dialect: JudgingDialect };
}

/**
 * What the SQL of one promise needs to know. `boundaries` are the beginnings of the periods and the end of
 * the last.
 */
export function contextOf(
  run: Judging,
  { inForce, promise, plan }: Planned,
  boundaries: readonly Micros[],
): JudgeContext {
  const calendars = Object.fromEntries(
    termsOf(plan).flatMap(({ calendar }) => {
      const inUse = calendar === null ? undefined : run.calendars.of(inForce.sourced, calendar);
      return calendar === null || !inUse ? [] : [[calendar, inUse.loaded] as const];
    }),
  );
  const facts = casesIn(run.tables, promise);
  const owned = run.owned.get(plan);
  const owner = facts === run.tables.leads ? run.owner : ownerOf(facts);
  const charged = (column: string | null) =>
    owned !== undefined && column === owner ? OWNER_AT_DUE : column;
  return {
    dialect: run.engine.dialect,
    leads: run.excused.get(plan) ?? owned ?? facts.table,
    isKeyed: isKeyed(facts.source),
    excused: run.excused.has(plan),
    ofLeads: facts === run.tables.leads,
    handOvers: handedOverBy(facts.source) !== null,
    asOf: run.asOf,
    hasStray: run.stray !== null,
    zone: run.zone,
    undated: judgesUndated(run, { inForce, promise }),
    inForce: inForce.span,
    orphans: inForce.orphans,
    boundaries,
    bookBy: promise.bookBy,
    atRisk: promise.atRisk,
    by: run.by.map(({ columns }) => charged(columns[facts.table] ?? null)),
    waivers: waiversOf(promise, inForce.sourced.agreement, run),
    serves: promise.target.cmp === '>=' ? 'met' : 'breached',
    calendars,
    dateOnly: run.exports.dateOnly,
    exact: run.exports.exact,
    owner: charged(owner),
    activityTables: run.activityTables,
    heldCases: run.heldCases ?? NONE_HELD,
  };
}

/**
 * Whether a version judges the cases of a promise that nothing dates: of those that make the promise the one
 * in force at as-of, else the last that was, else the first.
 */
export function judgesUndated(
  { planned, asOf }: Pick<Run, 'planned' | 'asOf'>,
  { inForce: { span }, promise: { id } }: Pick<Planned, 'inForce' | 'promise'>,
): boolean {
  const spans = (versionsIn(planned).get(id) ?? []).map(({ inForce }) => inForce.span);
  const now = spans.findLast(({ from, to }) => from <= asOf && asOf < to);
  const begun = spans.findLast(({ from }) => from <= asOf);
  return span === (now ?? begun ?? spans[0]);
}

/** The versions that make each promise, by its id: found once, for each statement asks for them. */
function versionsIn(planned: Run['planned']): ReadonlyMap<string, readonly Planned[]> {
  const found = known.get(planned) ?? groupedBy(planned, ({ promise }) => promise.id);
  known.set(planned, found);
  return found;
}

const known = new WeakMap<Run['planned'], ReturnType<typeof versionsIn>>();

/** The names of a plan's segments by number; null for the commitment's own terms. */
export const termsNames = (plan: CasePlan): readonly (string | null)[] =>
  termsOf(plan).map(({ segment }) => segment);
