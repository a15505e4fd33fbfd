import { join } from 'node:path';
import { formatDay } from '../../calendar/day.ts';
import { effectOf, type Transition } from '../../change/effect.ts';
import type { Engine, Row } from '../../engine/engine.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { BackTest, Change, DiffRequest, PromiseBackTest } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { STATES } from '../../model/judge.ts';
import { commitmentsFirst } from '../../model/promises.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { type Day, MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import type { Facts } from '../../plan/facts.ts';
import { localDay, midnight, periodsBetween } from '../../plan/periods.ts';
import { civil } from '../../report/instant.ts';
import { duckdb } from '../../sql/dialects/duckdb.ts';
import { casesToCompareSql, distinctInSql, transitionsSql } from '../../sql/judge/compare.ts';
import type { Sourced } from '../agreements/family.ts';
import { contextOf } from '../judging/context.ts';
import { withEngine } from '../judging/engine.ts';
import { parseMonth } from '../judging/instants.ts';
import { openRun } from '../judging/open.ts';
import type { Run } from '../judging/run.ts';
import { filesOfBase } from './back-test-files.ts';
import { alwaysInForce, judgeRequest, type Testable } from './testable.ts';

export interface BackTested {
  readonly backTest: BackTest | null;
  readonly findings: readonly Diagnostic[];
  /** Which version could not judge the exports. */
  readonly side?: 'base' | 'head';
}

interface Matched {
  readonly before: PromiseDef;
  readonly after: PromiseDef;
  readonly owedBy: readonly string[];
  readonly protects: readonly string[];
  /** It has a change of its own; else one of what all promises rest on. */
  readonly own: boolean;
}

/**
 * Judges the same rows, of the same span, under both versions, each as if it had always been in force;
 * compares case by case in the engine. No lead leaves it.
 */
export async function backTest(
  base: Testable,
  head: Testable,
  changes: readonly Change[],
  request: DiffRequest,
): Promise<BackTested> {
  const matched = matchedPromises(base.sourced, head.sourced, changes);
  if (matched.length === 0) return { backTest: null, findings: [nothingToTest()] };
  const asked = judgeRequest(request);
  const given = { leads: asked.leads, sources: asked.sources, files: base.io.files };
  const own = await filesOfBase(base.sourced, head.sourced, given);
  const again = { ...asked, leads: [], sources: own.sources };
  const terms = (of: 'before' | 'after') => matched.map((each) => each[of]);
  // An engine for each: what one version reads is in nobody's way when the other reads it otherwise.
  return withEngine(head.io, (first) =>
    withEngine(base.io, async (second) => {
      const cases = join(first.scratch, 'cases.duckdb');
      await first.run(duckdb.attach(cases, 'cases', 'write'));
      const now = await judged({
        engine: first,
        name: 'cases.after',
        side: head,
        promises: terms('after'),
        request: asked,
        given: null,
      });
      if (now.span === null) return { backTest: null, findings: now.findings, side: 'head' };
      await first.run(duckdb.detach('cases'));
      const handed = [cases, `${cases}.wal`];
      const reader = {
        ...second,
        confine: (files: readonly string[]) => second.confine([...files, ...handed]),
      };
      const same = { ...again, asOf: now.asOf };
      const old = await judged({
        engine: reader,
        name: 'before',
        side: base,
        promises: terms('before'),
        request: same,
        given: now.span,
      });
      if (old.span === null) return { backTest: null, findings: old.findings, side: 'base' };
      await second.run(duckdb.attach(cases, 'cases', 'read'));
      const promises: PromiseBackTest[] = [];
      for (const [i, { before, after, owedBy, protects }] of matched.entries()) {
        const rows = await second.rows(transitionsSql(`before_${i}`, `cases.after_${i}`));
        const values = await valuesIn(second, [before, `before_${i}`], [after, `cases.after_${i}`]);
        const effect = effectOf(before, after, rows.map(transitionOf), values);
        promises.push({ promise: after.id, owedBy, protects, ...effect });
      }
      const { from, to } = now.dates;
      const cautions = [...aheadOf(request.today, now), ...straysOf(now), ...own.cautions];
      const telling = promises.filter((one, i) => matched[i]?.own || differs(one));
      const shown = telling.length > 0 ? telling : promises;
      return { backTest: { from, to, rows: now.rows, cautions, promises: shown }, findings: [] };
    }),
  );
}

/** How many different values a count of them finds; null where cases are counted. */
async function valuesIn(
  engine: Engine,
  ...sides: readonly [Side, Side]
): Promise<readonly [number | null, number | null]> {
  const of = async ([{ measure }, table]: Side): Promise<number | null> => {
    if (kindOf(measure.kind).distinct?.(measure) == null) return null;
    const [row] = await engine.rows(distinctInSql(table));
    return Number(row?.n ?? 0);
  };
  return [await of(sides[0]), await of(sides[1])];
}

/** A promise of one version, and the table of its cases. */
type Side = readonly [promise: PromiseDef, table: string];

const differs = ({ effect }: PromiseBackTest): boolean => effect !== 'none' && effect !== 'nothing';

/** Of the agreement as a whole, and yet such that it can move any case. */
const OF_ALL = /^(waivers|sources|fields|reads|stages|calendars|profile|timezone|year_starts)\b/;

/**
 * Promises of both versions with a change that can matter to a case; all of them where one was traced to
 * none, as that a waiver came or that a field is read from another file.
 */
function matchedPromises(base: Sourced, head: Sourced, changes: readonly Change[]): readonly Matched[] {
  const all = changes.some(
    (change) => change.kind === 'agreement' && change.class !== 'editorial' && OF_ALL.test(change.rule),
  );
  return commitmentsFirst(head.agreement).flatMap((after): Matched[] => {
    const own = changes.filter((change) => change.promise === after.id);
    if (own.some((change) => change.class === 'added')) return [];
    const formerly = own.find((change) => change.class === 'renamed')?.from ?? after.id;
    const before = commitmentsFirst(base.agreement).find(({ id }) => id === formerly);
    const change = own.find((each) => each.class !== 'editorial' && each.class !== 'renamed');
    if (!before || (!change && !all)) return [];
    const parties = { owedBy: partiesOf(before.owedBy, before), protects: partiesOf(before.owedTo, before) };
    return [{ before, after, ...parties, own: change !== undefined }];
  });
}

const partiesOf = (team: string | null, { sharedBy }: PromiseDef): readonly string[] =>
  team === null ? [...sharedBy].sort() : [team];

interface Span {
  readonly from: Micros;
  readonly to: Micros;
}

interface JudgedSide {
  readonly span: Span | null;
  readonly asOf: string;
  readonly dates: { readonly from: string; readonly to: string };
  readonly rows: number;
  readonly findings: readonly Diagnostic[];
}

/** Leaves one table of cases for each promise: `before_0`, `before_1` ... */
async function judged({
  engine,
  name,
  side: { sourced, io },
  promises,
  request,
  given,
}: {
  readonly engine: Engine;
  readonly name: string;
  readonly side: Testable;
  readonly promises: readonly PromiseDef[];
  readonly request: JudgeRequest;
  readonly given: Span | null;
}): Promise<JudgedSide> {
  const { run, findings } = await openRun({ family: alwaysInForce(sourced), request, engine, io });
  const side = { asOf: '', dates: { from: '', to: '' }, rows: 0, findings };
  if (run === null) return { ...side, span: null };
  const span = given ?? spanOf(run, request);
  for (const [i, promise] of promises.entries()) {
    const planned = run.planned.find((one) => one.promise.id === promise.id);
    if (!planned) throw new Error(`No plan for "${promise.id}"`);
    // By the start in both versions: the same leads are asked for.
    const context = { ...contextOf(run, planned, [span.from, span.to]), bookBy: 'start' as const };
    await engine.run(duckdb.keep(`${name}_${i}`, casesToCompareSql(planned.plan, context)));
  }
  const day = (t: Micros): string => formatDay(localDay(run.zone, t));
  return {
    span,
    asOf: isoMicros(run.asOf),
    dates: { from: day(span.from), to: day(span.to - 1) },
    rows: rowsRead(run),
    findings,
  };
}

/** That the leads reach beyond the day of the run: what is planned, or typed wrong, has not happened. */
function aheadOf(today: Day | null, { dates: { to } }: JudgedSide): readonly string[] {
  if (today === null || to <= formatDay(today)) return [];
  return [t`It reaches to ${civil(to)}, which is after today: what is judged there has not happened yet`];
}

/** Dates that stand alone beyond all others, and are not taken for the present. */
const straysOf = ({ findings }: JudgedSide): readonly string[] =>
  findings.filter(({ rule }) => rule === 'stray-date').map(({ message }) => message);

/** The span asked for, else the month of the as-of instant and the two before it. */
function spanOf(run: Run, { from, to }: JudgeRequest): Span {
  const [first, last] = [from === null ? null : parseMonth(from), to === null ? null : parseMonth(to)];
  const end = last ? midnight(run.zone, last.to) : run.asOf;
  if (first) return { from: midnight(run.zone, first.from), to: end };
  const months = periodsBetween('month', end - 100 * MICROS_PER_DAY, end - 1, run);
  return { from: months.at(-3)?.from ?? end, to: end };
}

const isoMicros = (t: Micros): string =>
  `${new Date(Math.floor(t / 1000)).toISOString().slice(0, -1)}${String(((t % 1000) + 1000) % 1000).padStart(3, '0')}Z`;

function transitionOf(row: Row): Transition {
  const state = (value: Row[string] | undefined) =>
    value === null || value === undefined ? null : (STATES[Number(value)] ?? null);
  return {
    before: state(row.before),
    after: state(row.after),
    n: Number(row.n),
    beforeAmount: Number(row.before_amount ?? 0),
    afterAmount: Number(row.after_amount ?? 0),
  };
}

const nothingToTest = (): Diagnostic => ({
  rule: 'no-back-test',
  severity: 'info',
  message: t`No promise is in both versions with other terms`,
  fatal: true,
});

/** Of the leads; where the agreement has none, of all rows that promises are about. */
function rowsRead({ exports, tables }: Run): number {
  const read = ({ source }: Facts) => exports.ledgers[source.name]?.read ?? 0;
  return (
    exports.ledgers[tables.leads.source.name]?.read ??
    tables.populations().reduce((sum, facts) => sum + read(facts), 0)
  );
}
