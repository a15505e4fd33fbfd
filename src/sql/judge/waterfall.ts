import { STATES, type StageRef, type TallyPlan } from '../../model/judge.ts';
import { groups, type Part } from './aggregate.ts';
import { rowOf, STATE, sameLead } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { endAfter, startEnds } from './expressions.ts';
import { percentilesSql } from './percentiles.ts';

/** Leads by the period in which they reached a stage, and the steps that they may have reached after it. */
export interface CohortPart {
  readonly plan: TallyPlan;
  readonly context: JudgeContext;
  /** A stage, or a flag of the leads; a flag of null holds for all. */
  readonly steps: readonly (StageRef | { readonly flag: string | null })[];
}

/** A step, and columns of the leads that say how it came about. */
export interface WordsAt {
  readonly step: number;
  readonly columns: readonly string[];
}

/** A promise under all its versions, and the step at which it ends. */
export interface KeptAt {
  readonly step: number;
  readonly parts: readonly Part[];
}

/**
 * How many leads of each cohort and group reached every step, one row each: `period`, `b0` ..., `n0` ... at
 * a step and all before it, `o1` ... at a stage and not at one before it, where every flag before it holds, and of the promise at place i and
 * the state j, of the leads at its step, `k<i>_<j>`.
 */
export function waterfallSql(parts: readonly CohortPart[], promises: readonly KeptAt[]): string {
  const [{ context, steps }] = parts as readonly [CohortPart];
  const by = groups(context);
  const counts = steps.flatMap((_, step) => [
    `count(*) FILTER (WHERE ${upTo(step)}) AS n${step}`,
    `count(*) FILTER (WHERE ${besides(step, steps)}) AS o${step}`,
  ]);
  const kept = promises.flatMap(({ step }, i) =>
    STATES.map(
      (_, state) => `count(*) FILTER (WHERE ${upTo(step)} AND p${i}.state = ${state}) AS k${i}_${state}`,
    ),
  );
  const joins = promises.map(
    ({ parts: versions }, i) =>
      `LEFT JOIN (${versions.map(statesSql).join(' UNION ALL ')}) p${i} ON ${sameLead('c', `p${i}`, context)}`,
  );
  const columns = ['period', ...by];
  return `
SELECT ${[...columns.map((name) => `c.${name}`), ...counts, ...kept].join(', ')}
FROM (${cohortsSql(parts)}) c
${joins.join('\n')}
GROUP BY ${columns.map((name) => `c.${name}`).join(', ')}`;
}

/**
 * In how many microseconds after the first stage nine of ten of the leads that are at a step got there, one
 * row: `d0` ..., each a list of one, or null.
 */
export function mostWithinSql(parts: readonly CohortPart[]): string {
  const [{ context, steps }] = parts as readonly [CohortPart];
  const taken = steps.map(
    (_, step) => `CASE WHEN ${upTo(step)} THEN greatest(a${step} - s0, 0) END AS d${step}`,
  );
  return percentilesSql({
    rows: `SELECT ${taken.join(', ')} FROM (${cohortsSql(parts)})`,
    columns: steps.map((_, step) => [`d${step}`, `d${step}`]),
    ...{ shares: [0.9], by: [], within: [], dialect: context.dialect },
  });
}

/**
 * The leads of each cohort and group that are at a step, whatever they are not before it, by the words in
 * some columns: `period`, `b0` ..., `w0` ..., `n`, and `inside`, those for which the step `profile` holds.
 */
export function wordsSql(
  parts: readonly CohortPart[],
  { step, columns }: WordsAt,
  profile: number | null,
): string {
  const [{ context }] = parts as readonly [CohortPart];
  const names = ['period', ...groups(context), ...columns.map((_, i) => `w${i}`)].join(', ');
  const inside = profile === null ? 'NULL' : `count(*) FILTER (WHERE a${profile} IS NOT NULL)`;
  return `
SELECT ${names}, count(*) AS n, ${inside} AS inside
FROM (${parts.map((part) => cohortSql(part, columns)).join('\nUNION ALL ')})
WHERE a${step} IS NOT NULL
GROUP BY ${names}`;
}

/** A lead is at a step where it is at every one before it too. */
const upTo = (step: number): string =>
  Array.from({ length: step + 1 }, (_, i) => `a${i} IS NOT NULL`).join(' AND ');

/** At a stage, in all that is asked of the lead before it, and not at some stage before it. */
function besides(step: number, steps: CohortPart['steps']): string {
  const flags = steps.flatMap((each, i) => ('flag' in each && i <= step ? [i] : []));
  if (step === 0 || flags.includes(step)) return 'false';
  const asked = [...flags, step].map((i) => `a${i} IS NOT NULL`);
  return `${asked.join(' AND ')} AND NOT (${upTo(step - 1)})`;
}

const cohortsSql = (parts: readonly CohortPart[]): string =>
  parts.map((part) => cohortSql(part, [])).join('\nUNION ALL ');

/** A row a lead: its cohort, and in `a0` ... the instant at which it reached each step, null where it did not. */
function cohortSql({ plan, context, steps }: CohortPart, words: readonly string[]): string {
  const { identifier } = context.dialect;
  const start = startEnds(plan.start, context).earliest;
  const reached = steps.map((step, i) => {
    if (i === 0) return `c.s0 AS a0`;
    if ('flag' in step)
      return step.flag === null
        ? `c.s0 AS a${i}`
        : `CASE WHEN l.${identifier(step.flag)} THEN c.s0 END AS a${i}`;
    const at = endAfter(start, step, context).earliest;
    return `CASE WHEN ${at} <= ${context.asOf} THEN ${at} END AS a${i}`;
  });
  const columns = ['period', ...groups(context), 's0'].map((name) => `c.${name}`);
  const own = words.map((column, i) => `l.${identifier(column)} AS w${i}`);
  return `SELECT ${[rowOf('c', context), ...columns, ...reached, ...own].join(', ')}
FROM (${casesSql(plan, context, { due: false })}) c
JOIN ${identifier(context.leads)} l ON ${sameLead('c', 'l', context)}
WHERE c.state = ${STATE.met}`;
}

const statesSql = ({ plan, context }: Part): string =>
  `SELECT ${rowOf('x', context)}, x.state FROM (${casesSql(plan, context, { due: false })}) x`;
