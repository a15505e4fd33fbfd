import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { Counts } from '../../model/compliance.ts';
import type { Cohort, CohortStep, Funnel, FunnelStep, StageWords } from '../../model/funnel.ts';
import { STATES, type TallyPlan } from '../../model/judge.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Micros, Period } from '../../model/time.ts';
import { stageRef } from '../../plan/facts.ts';
import { wordFieldsOf } from '../../plan/lower.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { type CohortPart, mostWithinSql, waterfallSql, wordsSql } from '../../sql/judge/waterfall.ts';
import type { VersionInForce } from '../agreements/in-force.ts';
import type { RunTables } from '../exports/tables.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { leftOutOf, type ReportSpan } from '../judging/compliance.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import { type Planned, type Run, titleOf, wordsOf } from '../judging/run.ts';
import { profileAnswersOver } from './profile-answers.ts';
import { type Step, stepsOf } from './steps.ts';
import { cutOf, wordRows } from './word-rows.ts';

/** The leads that reach the first stage under one version, and the steps after it. */
export interface Arrivals {
  readonly one: Planned & { readonly plan: TallyPlan };
  readonly steps: CohortPart['steps'];
  /** Of the stages that rest on words. */
  readonly words: readonly WordsOfStage[];
}

/** The newest version says which steps there are; each version says what its own words mean. */
export function arrivalsOf(
  newest: Agreement,
  versions: readonly VersionInForce[],
  tables: RunTables,
): readonly Arrivals[] {
  const [first, ...rest] = stepsOf(newest, new Set());
  if (!first) return [];
  const words = rest.flatMap(({ of, id }, i): readonly WordsOfStage[] => {
    const fields = of === 'stage' ? wordFieldsOf(newest, id, undefined) : [];
    return fields.length === 0 ? [] : [{ id, step: i + 1, fields, columns: fields.map(tables.leads.text) }];
  });
  return versions.map((inForce) => {
    const { agreement } = inForce.sourced;
    const saying = (id: string) => (Object.hasOwn(agreement.stages, id) ? agreement : newest);
    const start = stageRef(saying(first.id), first.id, tables.leads);
    const plan: TallyPlan = { shape: 'tally', start, scope: null, amount: null, distinct: null };
    const steps = rest.map(({ of, id }) => {
      if (of === 'stage') return stageRef(saying(id), id, tables.leads);
      const flag = agreement.profile === null ? null : tables.leads.flag(agreement, [{ op: 'profile' }]);
      return { flag };
    });
    return { one: { inForce, promise: arrival(first.id), plan }, steps: [start, ...steps], words };
  });
}

/** Every lead that reaches a stage, as a promise that nobody made. */
const arrival = (stage: string): PromiseDef => ({
  ...{ kind: 'objective', id: `arrivals ${stage}`, title: stage, promise: null },
  ...{ owedBy: null, owedTo: null, sharedBy: [], where: null, segments: [], path: [] },
  measure: { kind: 'count', stage, where: null } as PromiseDef['measure'],
  target: { cmp: '>=', value: 0, of: 'number', unit: null, per: 'month', text: '' },
  ...{ minCases: 0, maxUnknown: 1, atRisk: 1, bookBy: 'start', formerly: null },
});

/** Beyond these, microseconds, there is no instant in any export. */
const ALWAYS = [-9e15, 9e15];

/** A stage that rests on words: its step, and where they stand. */
interface WordsOfStage {
  readonly id: string;
  readonly step: number;
  readonly fields: readonly string[];
  readonly columns: readonly string[];
}

/** How far the leads of each cohort came, up to as-of. */
export async function waterfallOf(
  run: Run,
  arrivals: readonly Arrivals[],
  span: ReportSpan,
): Promise<Funnel> {
  const { file } = run.newest;
  const agreement = run.planned.at(-1)?.inForce.sourced.agreement ?? run.newest.agreement;
  const periods = periodsBetween(span.unit, span.from, span.to, run);
  const counts = run.planned.filter(({ plan }) => plan.shape === 'tally' && plan.amount === null);
  const steps = stepsOf(agreement, new Set(counts.map(({ promise }) => promise.id)));
  const partsOver = (boundaries: readonly Micros[]): readonly CohortPart[] =>
    arrivals.map(({ one, steps: own }) => ({
      plan: one.plan,
      context: { ...contextOf(run, one, boundaries), undated: false },
      steps: own,
    }));
  const ends = steps.flatMap(({ promises }, step) => promises.map(({ id }) => ({ id, step })));
  const planned = (id: string) => run.planned.filter(({ promise }) => promise.id === id);
  await tabulateActivities(
    run,
    ends.flatMap(({ id }) => planned(id)),
  );
  const kept = ends.map(({ id, step }) => ({
    step,
    parts: planned(id).map((one) => ({
      plan: one.plan,
      context: { ...contextOf(run, one, ALWAYS), undated: false },
    })),
  }));
  const rows = await run.engine.rows(waterfallSql(partsOver(boundariesOf(periods)), kept));
  const [times = {}] = await run.engine.rows(mostWithinSql(partsOver(ALWAYS)));
  const timed = steps.map((step, i): FunnelStep => {
    const [took = null] = (times[`d${i}`] as readonly number[] | null) ?? [];
    return { ...step, mostWithin: took === null ? null : Number(took) / 1e6 };
  });
  return {
    agreement: {
      ...{ id: agreement.id, title: titleOf(run), file, timezone: agreement.timezone },
      ...{ teams: {}, ...wordsOf(agreement) },
      promises: Object.fromEntries(promisesOf(agreement).map(({ id, title }) => [id, title])),
    },
    ...{ asOf: run.asOf, asOfFrom: run.asOfFrom, unit: span.unit, steps: timed },
    by: run.by.map(({ field }) => field),
    ...leftOutOf(run, span),
    cohorts: cohortsOf(rows, { run, periods, steps: timed }),
    words: await stageWords({ run, periods, steps: timed }, partsOver(boundariesOf(periods)), arrivals),
    profileAnswers: await profileAnswersOver(run, span),
  };
}

interface Counted {
  readonly run: Run;
  readonly periods: readonly Period[];
  readonly steps: readonly FunnelStep[];
}

/** Cohorts before the first lead are not told. */
function cohortsOf(rows: readonly Row[], counted: Counted): readonly Cohort[] {
  const { run, periods } = counted;
  const first = Math.min(...rows.map((row) => Number(row.period)));
  return periods.flatMap((period, index): readonly Cohort[] => {
    if (index < first) return [];
    const own = rows.filter((row) => Number(row.period) === index);
    const whole = { period, by: null, steps: countsOf(own, period, counted) };
    if (run.by.length === 0) return [whole];
    const parts = own.map((row) => ({
      period,
      by: cutOf(row, run),
      steps: countsOf([row], period, counted).map((step) => ({ ...step, promised: null })),
    }));
    const name = ({ by }: Cohort) => JSON.stringify(by);
    return [whole, ...parts.sort((a, b) => (name(a) < name(b) ? -1 : 1))];
  });
}

/** How leads came to the stages that rest on words, where there is more than one way. */
async function stageWords(
  { run, periods, steps }: Counted,
  parts: readonly CohortPart[],
  [first]: readonly Arrivals[],
): Promise<readonly StageWords[]> {
  const profile = steps.findIndex(({ of }) => of === 'profile');
  const all: StageWords[] = [];
  for (const { id, step, fields, columns } of first?.words ?? []) {
    const sql = wordsSql(parts, { step, columns }, profile < 0 ? null : profile);
    const rows = wordRows(await run.engine.rows(sql), fields.length, { run, periods });
    if (new Set(rows.map(({ words }) => JSON.stringify(words))).size > 1)
      all.push({ id, title: steps[step]?.title ?? id, fields, rows });
  }
  return all;
}

/** Every count adds up over the parts of a cohort. */
function countsOf(rows: readonly Row[], period: Period, { run, steps }: Counted): readonly CohortStep[] {
  const sum = (name: string) => rows.reduce((total, row) => total + (microsOf(row[name]) ?? 0), 0);
  let place = 0;
  return steps.map((step, i) => ({
    leads: sum(`n${i}`),
    beside: i === 0 ? 0 : sum(`o${i}`),
    young: period.to + (step.mostWithin ?? 0) * 1e6 > run.asOf,
    promised: promisedIn(step, period, run),
    kept: step.promises.map(() => {
      const at = place++;
      return Object.fromEntries(STATES.map((state, j) => [state, sum(`k${at}_${j}`)])) as unknown as Counts;
    }),
  }));
}

/** By the last of the versions in force in the period. */
function promisedIn({ promisedBy }: Step, { label, unit, from, to }: Period, run: Run): number | null {
  const target = run.planned.findLast(
    ({ promise, inForce: { span } }) =>
      promise.id === promisedBy && promise.target.per === unit && span.from < to && span.to > from,
  )?.promise.target;
  return target === undefined ? null : (target.periods?.[label] ?? target.value);
}
