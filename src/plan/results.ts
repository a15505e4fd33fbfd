import { isOfLeads } from '../kinds/scope.ts';
import type { PromiseDef } from '../model/agreement.ts';
import type { Cohort, Pace, Result, Weight } from '../model/compliance.ts';
import { type CasePlan, REASONS, STATES } from '../model/judge.ts';
import type { ZoneTable } from '../model/reading.ts';
import { isOfSteps } from '../model/target.ts';
import type { Micros, Period } from '../model/time.ts';
import { type Floating, judgeNumber, judgeRate, judgeSteps, partOf } from './bounds.ts';
import { type EarlyEnds, endedEarlyOf } from './early-ends.ts';
import { type Folding, folded, foldedNames, grouped } from './fold.ts';
import { partlyInForce } from './in-force.ts';
import { partAsTold } from './parts.ts';
import { percentilesOf, type Spread, spreadAt } from './spread.ts';
import { beforeSetAside, countBy, reasonsOf, type Tally, weightBy } from './tallies.ts';
import { targetIn } from './target.ts';

/** One promise under one version of the agreement, with its cases counted. */
export interface Judged {
  readonly version: string;
  readonly promise: PromiseDef;
  readonly shape: CasePlan['shape'];
  /** Whether its rows have the fields by which results are cut. */
  readonly isCut: boolean;
  /** Whether different values are counted, and not the cases that have them. */
  readonly distinct: boolean;
  /** What the cases of a share are weighed by; null where one weighs as much as another. */
  readonly weighedBy: Omit<Weight, 'byState'> | null;
  readonly tallies: readonly Tally[];
  /** The same with clocks that never stand still; null where they never do. */
  readonly unpaused: readonly Tally[] | null;
  readonly spreads: readonly Spread[];
  readonly earlyEnds: readonly EarlyEnds[];
  /**
   * False where the file kept by hand that holds the cases could not be read: then nothing is said of them.
   */
  readonly isRead: boolean;
  /** The span of instants in which the version is in force. */
  readonly inForce: { readonly from: Micros; readonly to: Micros };
  /** From when on no excuse can come any more for what a period holds; its end, where nothing is excused. */
  readonly excusableUntil: (period: Period) => Micros;
  /** The due of a start under the terms of a segment; null where there is no due. */
  readonly due: (segment: number, start: Micros) => Micros | null;
}

/** What the cases of a group have in the fields by which results are cut. */
type Group = readonly (string | null)[];

export interface ResultsContext {
  readonly periods: readonly Period[];
  readonly asOf: Micros;
  /** In which periods are cut. */
  readonly zone: ZoneTable;
  /** Of several versions together; none where that was not counted. */
  readonly spreads: (group: readonly Judged[]) => readonly Spread[];
  readonly by: readonly { readonly field: string; readonly isPerson: boolean }[];
  /** Of groups of fewer cases than a percentage needs. */
  readonly folding: Folding;
  /** Whether the leads have a row for each hand-over, so that those who came back are known. */
  readonly handOvers: boolean;
  /** The cases of no period, of some groups together or of the whole; null where there are none. */
  readonly floating: (groups: readonly Group[] | null) => Floating | null;
  /** Of the value reached in a running period; null where no pace can be told. */
  readonly pace: (period: Period, value: number, target: number) => Pace | null;
}

/**
 * The results of one promise, judged by one or several versions, by period and group. Versions with one
 * target share a result; where a period was cut by a change of target, a share has one result per version,
 * and a number per period is held against the target in force when the period began.
 */
export function resultsOf(judged: readonly Judged[], context: ResultsContext): readonly Result[] {
  const names = namesOver(judged, context);
  return context.periods.flatMap((period, index) => {
    const entries = judged.flatMap((one) =>
      one.tallies.filter((tally) => tally.period === index).map((tally) => ({ one, tally })),
    );
    return groupsIn(period, index, judged).flatMap((group, i) => {
      // Cases that no version judges are told once, with the first result of their period.
      const own = entries.filter(({ one, tally }) =>
        tally.reason === NO_VERSION ? i === 0 : group.includes(one),
      );
      const [only] = group;
      const spreads = group.length > 1 ? context.spreads(group) : (only?.spreads ?? []);
      return resultsOfGroup({ group, period, index, spreads, names }, own, context);
    });
  });
}

/** The names of the groups that have too few cases in all periods together. */
function namesOver(judged: readonly Judged[], { folding, periods }: ResultsContext): Slice['names'] {
  const fewest = judged[0]?.promise.minCases ?? 0;
  if (folding !== 'over-all-periods') return new Map();
  const all = judged.flatMap(({ tallies }) => tallies.filter(({ period }) => period < periods.length));
  return foldedNames(all, fewest);
}

/** The groups of several versions that share a result in some period: each once. */
export function sharedGroups(
  judged: readonly Judged[],
  periods: readonly Period[],
): readonly (readonly Judged[])[] {
  const groups = periods
    .flatMap((period, index) => groupsIn(period, index, judged))
    .filter(({ length }) => length > 1);
  return [...new Map(groups.map((group) => [versionsOf(group), group])).values()];
}

/** The name of a group of versions. */
export const versionsOf = (group: readonly Judged[]): string =>
  group.map(({ version }) => version).join('\n');

/**
 * The versions that count in a period, by the terms of their result: those in force, and those of which a
 * case that began before their end is booked here by its due. Where no version is, the cases of none are
 * told with the first.
 */
function groupsIn(
  { from, to }: Period,
  index: number,
  judged: readonly Judged[],
): readonly (readonly Judged[])[] {
  const here = judged.filter(
    ({ inForce, tallies }) =>
      (inForce.from < to && inForce.to > from) ||
      tallies.some(({ period, reason }) => period === index && reason !== NO_VERSION),
  );
  const orphans = judged.filter(({ tallies }) => tallies.some(({ period }) => period === index));
  return sharingTerms(here.length > 0 ? here : orphans);
}

/** The versions that share the terms of a result, in one period. */
interface Slice {
  readonly group: readonly Judged[];
  readonly period: Period;
  readonly index: number;
  /** Of exactly these versions; none where that was not counted. */
  readonly spreads: readonly Spread[];
  /** Of groups that are told as one in every period. */
  readonly names: ReadonlyMap<string, string>;
}

function sharingTerms(here: readonly Judged[]): readonly (readonly Judged[])[] {
  const [first] = here;
  if (!first) return [];
  if (isNumber(first)) return [here];
  const groups = new Map<string, Judged[]>();
  for (const one of here) {
    const { target, maxUnknown } = one.promise;
    const terms = JSON.stringify([target, maxUnknown, one.weighedBy]);
    groups.set(terms, [...(groups.get(terms) ?? []), one]);
  }
  return [...groups.values()];
}

interface Entry {
  readonly one: Judged;
  readonly tally: Tally;
}

function resultsOfGroup(slice: Slice, tallies: readonly Entry[], context: ResultsContext): readonly Result[] {
  const whole = result(slice, tallies, null, context);
  const [terms] = slice.group;
  if (!terms?.isCut) return [whole];
  const groups = grouped(tallies, slice.names);
  const told = context.folding === 'in-each-period' ? folded(groups, terms.promise.minCases) : groups;
  const keys = [...told.keys()].sort();
  const isPerson = context.by.some((one) => one.isPerson);
  const parts = keys.map((key) => result(slice, told.get(key) ?? [], JSON.parse(key) as Group, context));
  return [whole, ...parts.map((part) => partAsTold(part, terms.distinct ? null : whole, isPerson))];
}

function result(
  { group, period, index, spreads }: Slice,
  tallies: readonly Entry[],
  by: Group | null,
  context: ResultsContext,
): Result {
  const terms = group[0];
  if (!terms) throw new Error('A result needs a promise');
  const { promise } = terms;
  const target = targetIn(promise.target, period.label);
  const cases = tallies.map(({ tally }) => tally);
  const [counts, reasons] = [countBy(cases), reasonsOf(cases)];
  const weights = terms.weighedBy === null ? null : weightBy(cases);
  const over = context.asOf >= period.to;
  const isSettled = over && group.every((one) => context.asOf >= one.excusableUntil(period));
  const { groups, isOne, spread } = beside(spreads, index, by, cases);
  const value = amountReached(tallies.filter(({ one }) => !one.distinct)) + (spread?.distinct ?? 0);
  const hasPace = isNumber(terms) && !over && by === null && !isOfValues(group);
  const pace = hasPace ? context.pace(period, value, target.value) : null;
  const { maxUnknown } = promise;
  const [floating, isRead] = [context.floating(groups), group.every((one) => one.isRead)];
  const rated = { counts, weights, excused: reasons.excused ?? 0 };
  const forces = group.map(({ inForce }) => inForce);
  const bounds = isNumber(terms)
    ? judgeNumber({
        ...{ value, counts, over, target, maxUnknown, floating },
        partly: partlyInForce(forces, period, context.zone),
        isRead,
        projected: pace?.projected ?? null,
      })
    : (isOfSteps(target) ? judgeSteps : judgeRate)({ ...rated, target, maxUnknown, floating, isRead });
  return {
    ...{ ...headOf(promise), period, versions: group.map((one) => one.version) },
    by: by === null ? null : Object.fromEntries(context.by.map(({ field }, i) => [field, by[i] ?? null])),
    counts,
    reasons,
    atRisk: cases.reduce((sum, { risk, n }) => sum + (risk ? n : 0), 0),
    ...bounds,
    ...(isOne || !isOfValues(group) ? {} : { value: null }),
    ...(weights && terms.weighedBy ? { weight: { ...terms.weighedBy, byState: weights } } : {}),
    target,
    // A step that is late may still be done.
    final:
      isSettled &&
      !(isOfSteps(target) && counts.breached > 0) &&
      tallies.every(({ one, tally }) => isPast(one, tally, context.asOf)),
    minCases: promise.minCases,
    percentiles: percentilesOf(group, spread),
    extras: {
      ...spread?.extras,
      ...beforeSetAside(cases, weights === null ? countBy : weightBy),
      ...withoutPauses(group, index, groups),
    },
    endedEarly: endedEarlyOf(group, index, groups),
    pace,
    recycled: context.handOvers && isOfLeads(promise) ? recycledOf(tallies, terms) : null,
  };
}

/** The groups that are told as one, and what was counted of them alone: of several nothing that does not add up. */
function beside(spreads: readonly Spread[], index: number, by: Group | null, cases: readonly Tally[]) {
  const groups = by === null ? null : groupsOf(cases);
  const isOne = groups === null || groups.length === 1;
  return { groups, isOne, spread: isOne ? spreadAt(spreads, index, groups?.[0] ?? null) : undefined };
}

/** More values in more time are not to be had at the same pace: there is an end of them. */
const isOfValues = (group: readonly Judged[]): boolean => group.some(({ distinct }) => distinct);

/** Which promise it is, and between whom. */
function headOf(one: PromiseDef) {
  const { id, kind, measure, title, promise, owedBy, owedTo, sharedBy, partOf } = one;
  const head = { id, kind, measure: measure.kind, title, promise, owedBy, owedTo, sharedBy };
  return partOf === undefined ? head : { ...head, partOf };
}

/** Attainment as it would be if no clock stood still, where one may. */
function withoutPauses(
  group: readonly Judged[],
  index: number,
  groups: readonly Group[] | null,
): Result['extras'] {
  if (group.every(({ unpaused }) => unpaused === null)) return {};
  const own = group
    .flatMap(({ unpaused, tallies }) => unpaused ?? tallies)
    .filter((tally) => tally.period === index && (groups === null || isOf(tally, groups)));
  const { met, breached } = countBy(own);
  return { attainmentWithoutPauses: met + breached === 0 ? null : met / (met + breached) };
}

const isOf = (tally: Tally, groups: readonly Group[]): boolean =>
  groups.some((by) => JSON.stringify(tally.by) === JSON.stringify(by));

const groupsOf = (cases: readonly Tally[]): readonly Group[] => [
  ...new Map(cases.map(({ by }) => [JSON.stringify(by), by])).values(),
];

function recycledOf(tallies: readonly Entry[], terms: Judged): Cohort {
  const own = tallies.filter(({ tally }) => tally.recycled);
  const cases = own.map(({ tally }) => tally);
  const counts = countBy(cases);
  const { met, breached } = terms.weighedBy === null ? counts : weightBy(cases);
  return {
    counts,
    attainment: isNumber(terms) ? null : partOf(met, met + breached),
    value: isNumber(terms) && !terms.distinct ? amountReached(own) : null,
  };
}

function amountReached(tallies: readonly Entry[]): number {
  return tallies.reduce((sum, { tally }) => sum + (tally.state === MET ? (tally.amount ?? 0) : 0), 0);
}

const MET = STATES.indexOf('met');
const EXCLUDED = STATES.indexOf('excluded');
const NO_VERSION = REASONS.indexOf('no-version');

const isNumber = ({ promise }: Judged): boolean => promise.target.of === 'number';

/** What is excluded is no case, and holds nothing open. */
function isPast(one: Judged, { seg, state, lastStart }: Tally, asOf: Micros): boolean {
  if (lastStart === null || state === EXCLUDED) return true;
  const due = one.due(seg, lastStart);
  return due === null || asOf > due;
}
