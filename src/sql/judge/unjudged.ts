import type { CasePlan, StageRef } from '../../model/judge.ts';
import type { Part } from './aggregate.ts';
import { flag, within } from './base.ts';
import { caseColumns, sourceOf } from './cases.ts';
import { type JudgeContext, NONE_HELD } from './context.ts';
import { NOT_YET } from './expressions.ts';
import { Layers, LEVEL } from './layers.ts';
import { unpaused } from './pauses.ts';

/** What a row comes to under one promise; of several promises the last of these that is true tells of it. */
export const ROW_FATES = [
  'no date',
  'after as-of',
  'out of scope',
  'before the first version',
  'in a gap between versions',
  'after the last version',
  'outside the months shown',
  'stray date',
  'judged',
] as const;

type Fate = (typeof ROW_FATES)[number];

const code = (fate: Fate): number => ROW_FATES.indexOf(fate);

/**
 * The rows of the table that the parts share, counted by what they come to: columns `fate`, a position in
 * `ROW_FATES`, and `n`. A row is judged where it is a case of a promise, in its scope, under a version in
 * force and in a period. `first` and `last` are where the first version begins and the last one ends.
 */
export function rowFatesSql(
  parts: readonly Part[],
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const [some] = parts;
  if (!some) throw new Error('There is nothing to count');
  const layers = new Layers(some.context);
  const fates = parts.map(({ plan, context }) =>
    fateOf(startOnly(plan, context), context, layers, { first, last }),
  );
  // The rows that are no case are what is asked for.
  layers.only('true');
  const named = [...new Set(fates)].map((sql, i) => `${sql} AS r${i}`);
  const best = named.length === 1 ? 'r0' : `greatest(${named.map((_, i) => `r${i}`).join(', ')})`;
  return `
SELECT ${best} AS fate, count(*) AS n
FROM (SELECT ${named.join(', ')} FROM (${layers.over(sourceOf(startOnly(some.plan, some.context), { ...some.context, heldCases: NONE_HELD }), 'l.key')}))
GROUP BY ${best}`;
}

/** The same cases without what is asked of activities: whether there is a case and when it is due rests on no touch. */
function startOnly(plan: CasePlan, context: JudgeContext): CasePlan {
  if (plan.shape === 'tally' || plan.shape === 'ratio') return plan;
  if (plan.shape === 'timed' && !('table' in plan.stop)) return unpaused(plan);
  const { start, scope, terms } = plan;
  if (context.bookBy === 'due') return { shape: 'timed', start, stop: start, scope, terms, splitAt: null };
  return { shape: 'ratio', start, scope, holds: null, reaches: null, amount: null };
}

function fateOf(
  plan: CasePlan,
  context: JudgeContext,
  layers: Layers,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  // A waived row is judged all the same.
  const known = { ...context, undated: false, hasStray: false, waivers: [], heldCases: NONE_HELD };
  const { exists, start, period } = caseColumns(plan, known, { due: false }, layers);
  const scope = layers.column(LEVEL.source, flag(plan.scope, context));
  const isOrphan = within(start, context.orphans);
  // What is planned for later is pending, in its period.
  const isPlanned = 'isPlanned' in plan;
  const later = context.hasStray ? 'stray date' : 'after as-of';
  const stray =
    context.hasStray && !isPlanned ? `WHEN ${start} > ${context.asOf} THEN ${code('stray date')}` : '';
  const noCase = layers.column(LEVEL.source, withoutStart(plan.start, context));
  // Of what is planned for later another version may judge.
  const elsewhere = isPlanned
    ? `CASE WHEN ${start} > ${context.asOf} THEN ${code(later)} ELSE ${noCase} END`
    : noCase;
  return `CASE WHEN coalesce(${exists}, false) THEN CASE ${stray}
      WHEN ${within(start, [context.inForce])} THEN CASE
        WHEN ${period} IS NULL THEN CASE WHEN ${start} > ${context.asOf} THEN ${code(later)} ELSE ${code('outside the months shown')} END
        WHEN ${scope} THEN ${code('judged')} ELSE ${code('out of scope')} END
      WHEN ${isOrphan} THEN CASE WHEN ${start} < ${first} THEN ${code('before the first version')}
        WHEN ${start} >= ${last} THEN ${code('after the last version')} ELSE ${code('in a gap between versions')} END
      ELSE ${elsewhere} END
    ELSE ${noCase} END`;
}

/** A row that does not start: its date is blank, or its condition does not hold. */
function withoutStart({ time }: StageRef, { dialect }: JudgeContext): string {
  const width = `l.${dialect.identifier(`${time}$w`)}`;
  return `CASE WHEN l.${dialect.identifier(time)} IS NOT NULL THEN ${code('out of scope')}
    WHEN coalesce(${width}, 0) = ${NOT_YET} THEN ${code('after as-of')} ELSE ${code('no date')} END`;
}
