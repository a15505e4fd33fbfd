import { localMidnight } from '../calendar/zone.ts';
import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { CasePlan } from '../model/judge.ts';
import { type Answer, UNASKED } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import type { Facts } from '../plan/facts.ts';
import { casesIn } from '../plan/lower.ts';
import { written } from '../sql/dialects/index.ts';
import { printedStatement } from '../sql/printed/statement.ts';
import type { Family } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { promiseNames, promisesIn, sharedTitle } from './agreements/promises-meant.ts';
import { digestOfTerms } from './agreements/signatures.ts';
import { termsDigests } from './agreements/terms-digests.ts';
import { idMeant } from './findings/meant.ts';
import { sortFindings } from './findings/order.ts';
import { wrongOption } from './findings/wrong-option.ts';
import { contextOf, termsNames } from './judging/context.ts';
import { boundariesOf } from './judging/counting.ts';
import { parseMonth } from './judging/instants.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { PROMISES_ALONE, planRun, type RunPlan } from './judging/plan-run.ts';
import type { Planned } from './judging/run.ts';
import { factsToPrint } from './printed/facts.ts';
import { headOf } from './printed/head.ts';
import { whyNoStatement, whyNotOfActivities } from './printed/refused.ts';
import { unreadRun } from './printed/run.ts';
import { spelled } from './printed/spelled.ts';

export interface SqlRequest {
  readonly paths: readonly string[];
  /** Null for all of them. */
  readonly promise: string | null;
  /** A name of a dialect. */
  readonly dialect: string;
  readonly asOf: string;
  /** A month, `YYYY-MM`; null for the first in which a version is in force. */
  readonly from: string | null;
  /** The name of the table of a source, by the name of the source, where the agreement names none or another. */
  readonly tables: Readonly<Record<string, string>>;
  readonly allowOutside: boolean;
}

export interface SqlAnswer extends Answer {
  /** By promise: its statement, or why it has none. */
  readonly statements: readonly {
    readonly promise: string;
    readonly sql: string | null;
    readonly why: string | null;
  }[];
}

export const dialectNames: readonly string[] = Object.keys(written);

/** A statement for each promise, that counts its cases in typed tables; nothing is read and nothing connected to. */
export async function sql(request: SqlRequest, io: Io): Promise<SqlAnswer> {
  const loaded = await loadFamilies(request.paths, io);
  const { families, findings } = judgeableOf(loaded, []);
  const found: Diagnostic[] = [...findings];
  const statements: SqlAnswer['statements'][number][] = [];
  const answer = (): SqlAnswer => ({ statements, findings: sortFindings(found), texts: loaded.texts });
  const { promise: typed } = request;
  const named = typed === null ? null : idMeant(typed, promisesIn(families));
  if (families.length > 0 && typed !== null && named === null) {
    found.push(noSuchPromise(typed, families));
    return answer();
  }
  const unknown = unknownTables(request, families);
  if (unknown.length > 0) {
    found.push(...unknown);
    return answer();
  }
  for (const family of families) {
    const plan = await planRun(family, { paths: [], ...UNASKED, asOf: request.asOf }, PROMISES_ALONE, io);
    if ('findings' in plan) {
      found.push(...plan.findings);
      continue;
    }
    const own = new Set(plan.planned.map(({ promise }) => promise.id));
    for (const id of named === null ? own : [named].filter((each) => own.has(each))) {
      const planned = plan.planned.filter(({ promise }) => promise.id === id);
      const one = await statementOf(plan, planned, request, io);
      if ('findings' in one) found.push(...one.findings);
      else statements.push({ promise: id, ...one });
    }
  }
  return answer();
}

async function statementOf(
  plan: RunPlan,
  planned: readonly Planned[],
  { dialect: name, from: month, tables: named, allowOutside }: SqlRequest,
  io: Io,
): Promise<
  { readonly sql: string | null; readonly why: string | null } | { readonly findings: readonly Diagnostic[] }
> {
  const { tables, asOf } = plan;
  const plain = written[name];
  if (!plain || asOf === null) throw new Error(`There is no dialect "${name}" or no instant`);
  const why = planned
    .map((one) => whyNoStatement(one, tablesOf(one, plan), plain))
    .find((sentence) => sentence !== null);
  if (why) return { sql: null, why };
  const dialect = spelled(tables.all(), plain);
  const from = firstInstant(plan, month, asOf);
  const run = await unreadRun({ plan, planned, asOf, from, dialect, io, allowOutside });
  if (run.findings.length > 0) return { findings: run.findings };
  const parts = planned.map((one) => {
    const periods = run.periodsOf(one);
    return {
      plan: one.plan,
      context: { ...contextOf(run.judging, one, boundariesOf(periods)), dialect },
      version: one.inForce.sourced.agreement.version,
      periods: periods.map(({ label }) => label),
      segments: 'terms' in one.plan ? termsNames(one.plan) : [],
    };
  });
  const facts = factsToPrint(tables, { dialect, plain, named }, { asOf, span: run.span });
  const statement = printedStatement({ parts, calendars: run.calendars, facts }, dialect);
  const flags = tables
    .cases()
    .flatMap(({ late }) => late())
    .map(({ name: flag }) => dialect.identifier(flag));
  const looksAt = flags.find((flag) => statement.includes(flag));
  if (looksAt !== undefined) return { sql: null, why: whyNotOfActivities() };
  const digests = new Map<string, string>();
  for (const { sourced } of planned.map(({ inForce }) => inForce))
    digests.set(
      sourced.agreement.version,
      digestOfTerms(sourced.agreement, await termsDigests(sourced, io.files, io)),
    );
  const sources = tablesOf(planned[0], plan).map(({ source }) => source);
  const isRead = (column: string) => statement.includes(`d.${plain.identifier(column)}`);
  const { length } = statement;
  const head = headOf({ planned, digests, dialect: name, asOf, sources, isRead, length, named });
  return { sql: `${head}\n${statement}\n`, why: null };
}

/** The tables that a promise rests on: its cases, what joins them, its activities. */
function tablesOf(one: Planned | undefined, { tables }: RunPlan): readonly Facts[] {
  if (!one) return [];
  const named = namesIn(one.plan);
  const own = casesIn(tables, one.promise);
  const joined = own === tables.leads ? tables.joined() : [];
  const others = tables.all().filter(({ table }) => named.has(table));
  return [...new Set([own, ...joined, ...others])];
}

function namesIn(plan: CasePlan): ReadonlySet<string> {
  switch (plan.shape) {
    case 'tally':
    case 'ratio':
      return new Set();
    case 'timed':
      return new Set([
        ...('table' in plan.stop ? [plan.stop.table] : []),
        ...(plan.pause ? [plan.pause.table] : []),
      ]);
    case 'attempts':
      return new Set([
        ...(plan.touches === null ? [] : [plan.touches.table]),
        ...(plan.pause ? [plan.pause.table] : []),
      ]);
  }
}

/** More months than a person reads are not counted unless they are asked for. */
const MOST_DAYS = 36 * 31;

function firstInstant({ newest, planned }: RunPlan, month: string | null, asOf: Micros): Micros {
  const { timezone } = newest.agreement;
  const asked = month === null ? null : parseMonth(month);
  if (asked) return Math.min(localMidnight(timezone, asked.from), asOf - 1);
  const begins = planned.map(({ inForce }) => inForce.span.from);
  return Math.min(Math.max(Math.min(...begins), asOf - MOST_DAYS * 86_400e6), asOf - 1);
}

function noSuchPromise(typed: string, families: readonly Family[]): Diagnostic {
  const shared = sharedTitle(typed, families);
  if (shared !== null) return wrongOption(shared, t`name the one that is meant by its id`);
  const names = promiseNames(typed, families);
  return wrongOption(
    t`There is no promise "${typed}"`,
    t`the promises are ${names}; a folder is written with a "/": ${typed}/`,
  );
}

/** Tables of sources that no agreement has. */
function unknownTables({ tables }: SqlRequest, families: readonly Family[]): readonly Diagnostic[] {
  const known = new Set(
    families.flatMap(({ versions }) => versions.flatMap(({ agreement }) => Object.keys(agreement.sources))),
  );
  return Object.keys(tables)
    .filter((name) => known.size > 0 && !known.has(name))
    .map((name) => ({
      rule: 'wrong-option',
      severity: 'error',
      message: t`--table: there is no source "${name}"`,
      help: t`the sources are ${allOf([...known])}`,
      fatal: true,
    }));
}
