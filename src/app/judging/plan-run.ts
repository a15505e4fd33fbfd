import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { OwnersPlan } from '../../model/judge.ts';
import { promisesOf } from '../../model/promises.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { ownerOf } from '../../plan/facts.ts';
import { lower } from '../../plan/lower.ts';
import type { Family, Sourced } from '../agreements/family.ts';
import { noSuchVersion, versionsToJudge } from '../agreements/in-force.ts';
import { pathsOutside } from '../agreements/paths-named.ts';
import { askForWords } from '../exports/agreed-words.ts';
import { type RunTables, runTables, unmappedFields, unmappedSources } from '../exports/tables.ts';
import { type GroupField, groupFields } from './groups.ts';
import { parseInstant } from './instants.ts';
import type { Planned } from './run.ts';

/** What is to be read and judged, before anything is read. */
export interface RunPlan {
  readonly newest: Sourced;
  readonly planned: readonly Planned[];
  /** What is measured beside the promises, and is no result of any. */
  readonly measured: readonly Planned[];
  readonly tables: RunTables;
  readonly by: readonly GroupField[];
  /** The column of the leads' owner; null where none is mapped. */
  readonly owner: string | null;
  /** The histories of owners that are declared, by the table of the cases. */
  readonly owners: ReadonlyMap<string, OwnersPlan>;
  /** The instant that `--as-of` names; null where the data tell the present. */
  readonly asOf: Micros | null;
}

/** May ask the tables for more columns before they are read. */
export type AskFor = (tables: RunTables, planned: readonly Planned[]) => void;

/** What else is measured on the same exports: plans that ask for their columns before these are read. */
export type AlsoMeasure = (tables: RunTables) => readonly Planned[];

/** What is to be read and judged beside the promises. */
export interface BesidePromises {
  readonly ask: AskFor;
  readonly measure: AlsoMeasure;
}

export const PROMISES_ALONE: BesidePromises = { ask: () => {}, measure: () => [] };

/**
 * The promises of every version as plans of cases, and the tables that they ask for; or why there is
 * nothing to read.
 */
export async function planRun(
  family: Family,
  request: JudgeRequest,
  { ask, measure }: BesidePromises,
  io: Io,
): Promise<RunPlan | { readonly findings: readonly Diagnostic[] }> {
  const newest = family.versions.at(-1);
  if (!newest) throw new Error('A family has versions');
  const outside = await pathsOutside(newest, request, io);
  const asOf = request.asOf === null ? null : parseInstant(request.asOf, newest.agreement.timezone, 'end');
  const wrong = asOf === null || asOf.ok ? [] : [wrongAsOf(asOf.message, asOf.help)];
  const tables = runTables(newest);
  const groups = groupFields(request, newest, tables);
  const findings = [...outside, ...wrong, ...groups.findings];
  if (findings.length > 0) return { findings };

  const versions = versionsToJudge(family, request.asIf ?? null);
  if (versions === null) return { findings: [noSuchVersion(family, request.asIf ?? '')] };
  const gone = unmappedSources(
    versions.flatMap(({ sourced }) => promisesOf(sourced.agreement)),
    newest,
  );
  if (gone.length > 0) return { findings: gone };
  const planned = versions.flatMap((inForce) => {
    const { agreement } = inForce.sourced;
    return promisesOf(agreement).map((promise) => ({
      inForce,
      promise,
      plan: lower(promise, agreement, tables),
    }));
  });
  for (const { agreement } of new Set(versions.map(({ sourced }) => sourced)))
    for (const { where } of agreement.waivers) if (where !== undefined) tables.leads.flag(agreement, [where]);
  ask(tables, planned);
  const measured = measure(tables);
  askForWords(tables);
  const unmapped = unmappedFields(tables, newest);
  if (unmapped.length > 0) return { findings: unmapped };
  const owner = ownerOf(tables.leads);
  for (const facts of tables.populations()) ownerOf(facts);
  const owners = ownersOf(tables);
  const at = asOf?.ok ? asOf.at : null;
  return { newest, planned, measured, tables, by: groups.fields, owner, owners, asOf: at };
}

function ownersOf(tables: RunTables): ReadonlyMap<string, OwnersPlan> {
  const all = tables.cases().flatMap((cases) => {
    const { owners } = cases.source;
    const current = ownerOf(cases);
    if (!owners || current === null) return [];
    const facts = tables.activities(owners.source);
    const [from, to] = [facts.deadline(owners.from), facts.deadline(owners.to)];
    const plan = { table: facts.table, from, to, owner: facts.text(owners.owner), current };
    return [[cases.table, plan] as const];
  });
  return new Map(all);
}

const wrongAsOf = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`--as-of: ${message}`,
  help,
  fatal: true,
});
