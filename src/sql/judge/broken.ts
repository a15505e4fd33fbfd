import type { TimedPlan } from '../../model/judge.ts';
import type { Part } from './aggregate.ts';
import { REASON, rowOf, STATE } from './base.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import { type JudgeContext, NONE_HELD } from './context.ts';
import { isDueByStart } from './later-due.ts';
import { Layers } from './layers.ts';
import { type Capped, passedSql } from './passed.ts';

/** A promise under one version, and the column by which a broken case of it is broken; null for as-of. */
export type BrokenPart = Part & { readonly when: 's0' | 'due' | null };

/** What may be broken about a lead. */
export type Breakable = BrokenPart | Capped;

const isCapped = (one: Breakable): one is Capped => 'most' in one;

/** Whether the time at which it is broken is found last, from the start that is held in its place. */
export const isDueLater = (one: Breakable): one is BrokenPart & { readonly plan: TimedPlan } =>
  !isCapped(one) && one.when === 'due' && isDueByStart(one.plan);

/**
 * What is held of the broken cases of each promise, by its place in a list: `at`, when it was broken, or where
 * due is found later its start; null where it was not. `period`, that in which it is told; null where it is not:
 * what a waiver excuses, and what lies outside of all periods. `cause`, whether it may be a reason of something
 * else: not what the other side is the reason of in turn. `seg`, the segment of its terms. `due` is that which is
 * found later.
 */
export const brokenColumns = (place: number) =>
  ({ at: `a${place}`, due: `d${place}`, period: `p${place}`, cause: `k${place}`, seg: `g${place}` }) as const;

/** Whether a case may be set aside: then not each that is broken is a reason. */
export const hasReasons = (one: Breakable): boolean => {
  if (isCapped(one)) return false;
  const { waivers, orphans, excused } = one.context;
  return waivers.length > 0 || orphans.length > 0 || excused;
};

/**
 * The broken cases of promises about leads, a SELECT for each table that must be read: a row for each lead about
 * which one of these promises was broken, with the columns of each, the period of those alone that are told.
 */
export function brokenSql(all: readonly Breakable[], told: ReadonlySet<Breakable>): readonly string[] {
  const bySource = new Map<string, BrokenAt[]>();
  const passed: string[] = [];
  for (const [place, one] of all.entries()) {
    if (isCapped(one)) {
      passed.push(cappedSql(place, one));
      continue;
    }
    const part = { ...one, context: contextOf(one) };
    const source = `${sourceOf(part.plan, part.context)} ${carriedOf(part.plan, part.context)}`;
    bySource.set(source, [...(bySource.get(source) ?? []), { place, part, isTold: told.has(one) }]);
  }
  return [...[...bySource.values()].map(partsSql), ...passed];
}

interface BrokenAt {
  readonly place: number;
  readonly part: BrokenPart;
  readonly isTold: boolean;
}

/** Cases that are held know no due but one that follows from their start, or lies in their rows. */
function contextOf(one: BrokenPart): JudgeContext {
  return asksDue(one) ? { ...one.context, heldCases: NONE_HELD } : one.context;
}

const asksDue = (one: BrokenPart): boolean =>
  one.when === 'due' && one.plan.shape === 'timed' && !isDueLater(one);

function partsSql(parts: readonly BrokenAt[]): string {
  const [first] = parts;
  if (!first) throw new Error('No promise is broken by nobody');
  const { plan, context } = first.part;
  const layers = new Layers(context);
  const columns = parts.flatMap((part) => columnsOf(part, layers));
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const isAny = parts.map(({ place }) => `${brokenColumns(place).at} IS NOT NULL`);
  return `SELECT * FROM (SELECT ${[rowOf('l', context), ...columns].join(', ')} FROM (${rows}) l)
WHERE ${isAny.join(' OR ')}`;
}

function columnsOf({ place, part, isTold }: BrokenAt, layers: Layers): readonly string[] {
  const { plan, context, when } = part;
  const cases = caseColumns(plan, context, { due: asksDue(part) }, layers);
  const inTime = cases.inForce === 'true' ? [] : [cases.inForce];
  const isCase = [cases.exists, ...inTime, `${cases.raw} = ${STATE.breached}`];
  const isOf = (...reasons: readonly number[]) =>
    hasReasons(part)
      ? [...isCase, `(${cases.reason} IS NULL OR ${cases.reason} IN (${reasons.join(', ')}))`].join(' AND ')
      : isCase.join(' AND ');
  const whenOf = () => (when === null ? String(context.asOf) : isDueLater(part) ? cases.s0 : cases[when]);
  const named = brokenColumns(place);
  return [
    `CASE WHEN ${isOf(REASON.excused, REASON.waived)} THEN ${whenOf()} END AS ${named.at}`,
    ...(isTold ? [`CASE WHEN ${isOf(REASON.excused)} THEN ${cases.period} END AS ${named.period}`] : []),
    ...(hasReasons(part) ? [`coalesce(${isOf(REASON.waived)}, false) AS ${named.cause}`] : []),
    ...(isDueLater(part) && part.plan.terms.length > 1 ? [`${cases.seg} AS ${named.seg}`] : []),
  ];
}

/** Two versions may count one lead, once by each of two dates. */
function cappedSql(place: number, capped: Capped): string {
  const [part] = capped.parts;
  if (!part) throw new Error('A number is promised by some version');
  const row = rowOf('b', part.context);
  return `SELECT ${row}, min(b.at) AS ${brokenColumns(place).at} FROM (${passedSql(capped)}) b GROUP BY ${row}`;
}
