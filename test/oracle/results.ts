import type { CaseState, Reason, Verdict } from '../../src/model/compliance.ts';
import {
  addedInEuro,
  newestOf,
  populationOf,
  promisesOf,
  type RawAgreement,
  type RawPromise,
  targetOf,
  type World,
  weightOf,
} from './agreement.ts';
import { percent } from './case.ts';
import { isCap } from './excuses.ts';
import { forceOf, type Ruled, type Ruling } from './judge.ts';
import { periodsOver, type Stretch, type Unit } from './periods.ts';

/** One promise in one period, for one group, as a report shows it. */
export interface Outcome {
  readonly id: string;
  readonly period: string;
  readonly versions: readonly string[];
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly counts: Readonly<Record<CaseState, number>>;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  readonly atRisk: number;
  readonly attainment: number | null;
  readonly worst: number | null;
  readonly best: number | null;
  readonly value: number | null;
  /** Null where a part of a number is told: the target is for the whole. */
  readonly verdict: Verdict | null;
  readonly final: boolean;
  /** Seconds. */
  readonly percentiles: { readonly p50: number; readonly p90: number; readonly p95: number } | null;
  /** Undefined where several versions judged the period. */
  /** What the cases of each state weigh, as far as that is known; null where they are counted. */
  readonly weight: Outcome['counts'] | null;
  readonly extras: Readonly<Record<string, number | null>> | undefined;
  /** Cases of leads that were handed over before. */
  readonly recycled: {
    readonly counts: Outcome['counts'];
    readonly attainment: number | null;
    readonly value: number | null;
  } | null;
}

/** From the first case to as-of, periods of a promise's own unit or of the one asked for. */
export function periodsOf(promise: RawPromise, ruling: Ruling, world: World): readonly Stretch[] {
  const begin = Math.min(...world.versions.map((version) => forceOf(version, ruling.zone)[0]));
  const instants = ruling.cases.filter((one) => !one.case.undated && one.at >= begin).map(({ at }) => at);
  const last = world.asOf === null && instants.includes(ruling.asOf) ? ruling.asOf : ruling.asOf - 1;
  const first = Math.min(last, ...instants);
  const unit = (/ per (\w+)$/.exec(targetOf(promise))?.[1] ?? world.period ?? 'month') as Unit;
  return periodsOver(unit, first, last, ruling.zone, newestOf(world).year_starts);
}

/** Parts are told of what has every field that is asked for. */
function isCut(promise: RawPromise, world: World): boolean {
  const newest = newestOf(world);
  if (promise.occurrence !== undefined) return false;
  const own = newest.sources[populationOf(promise, newest) ?? 'leads'];
  const joined = Object.values(newest.sources).filter(({ joins }) => joins !== undefined);
  const rows = isOfLeads(promise, world) ? [own, ...joined] : [own];
  const known = new Set(rows.flatMap((source) => Object.keys(source?.fields ?? {})));
  return world.by.every((field) => known.has(field) || (field === 'recycled' && isOfLeads(promise, world)));
}

/** Only leads come back. */
const isOfLeads = (promise: RawPromise, world: World): boolean =>
  promise.occurrence === undefined && populationOf(promise, newestOf(world)) === null;

export const isIn = ({ booked, case: { undated } }: Ruled, period: Stretch): boolean =>
  !undated && period.from <= booked && booked < period.to;

/** Cases of a promise that belong to no period. */
export interface Undated {
  readonly id: string;
  readonly unknown: number;
  readonly excluded: number;
  readonly of: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

export function undatedOf(ruling: Ruling, world: World): readonly Undated[] {
  const ids = [...new Set(world.versions.flatMap((version) => promisesOf(version).map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const all = ruling.cases.filter(({ promise }) => promise.id === id);
    const own = all.filter((one) => one.case.undated);
    if (own.length === 0) return [];
    const reasons: Partial<Record<Reason, number>> = {};
    for (const { reason } of own) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
    const { unknown, excluded } = countsOf(own);
    return [{ id, unknown, excluded, of: all.length - countsOf(all).excluded, reasons }];
  });
}

/**
 * The same with what attainment would be if no clock stood still: `unpaused` are the outcomes of the world
 * in which every pause may take nothing.
 */
export function withoutPauses(
  outcomes: readonly Outcome[],
  unpaused: readonly Outcome[],
  { versions }: World,
): readonly Outcome[] {
  return outcomes.map((one, i) => {
    const isPaused = versions.some(
      (version) =>
        one.versions.includes(version.version) &&
        promisesOf(version).some((promise) => promise.id === one.id && pauseOf(promise) !== undefined),
    );
    if (!isPaused || one.extras === undefined) return one;
    const attainmentWithoutPauses = unpaused[i]?.attainment ?? null;
    return { ...one, extras: { ...one.extras, attainmentWithoutPauses } };
  });
}

const pauseOf = ({ response, attempts }: RawPromise) => (response ?? attempts)?.pause;

/** Every pause may take nothing. */
export const withoutHolds = (world: World): World => ({
  ...world,
  versions: world.versions.map((version) => ({
    ...version,
    commitments: version.commitments.map((promise) => {
      const { response, attempts } = promise;
      const held = pauseOf(promise);
      if (!held) return promise;
      const pause = { ...held, at_most: held.at_most.replace(/^\d+/, '0') };
      return {
        ...promise,
        ...(response ? { response: { ...response, pause } } : {}),
        ...(attempts ? { attempts: { ...attempts, pause } } : {}),
      };
    }),
  })),
});

export function outcomesOf(ruling: Ruling, world: World): readonly Outcome[] {
  const ids = [...new Set(world.versions.flatMap((version) => promisesOf(version).map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const mine = world.versions.flatMap((version) =>
      promisesOf(version)
        .filter((promise) => promise.id === id)
        .map((promise) => ({ version, promise })),
    );
    const [first] = mine;
    if (!first) return [];
    const all = ruling.cases.filter(({ promise }) => promise.id === id);
    return periodsOf(first.promise, ruling, world).flatMap((period) => {
      const cases = all.filter((one) => isIn(one, period));
      // Those in force, and those of which a case is booked here after their end.
      const counted = mine.filter(({ version }) => {
        const [from, to] = forceOf(version, ruling.zone);
        const own = cases.some((one) => one.version === version && one.reason !== 'no-version');
        return own || (from < period.to && to > period.from);
      });
      const here = counted.length > 0 || cases.length === 0 ? counted : [first];
      return sharingTerms(here, world).flatMap((group, i) => {
        const theirs = cases.filter((one) =>
          one.reason === 'no-version' ? i === 0 : group.some(({ version }) => version === one.version),
        );
        return grouped(theirs, isCut(first.promise, world) ? world.by : []).map(([by, some]) =>
          outcome(
            group,
            period,
            by,
            some,
            all.filter(
              (one) => by === null || Object.keys(by).every((field) => groupOf(one, field) === by[field]),
            ),
            ruling,
            isOfLeads(first.promise, world) && newestOf(world).sources.leads?.recycled === 'each',
            world,
          ),
        );
      });
    });
  });
}

interface Under {
  readonly version: RawAgreement;
  readonly promise: RawPromise;
}

/** A share is judged once for each target; a number per period against the target with which the period began. */
function sharingTerms(here: readonly Under[], world: World): readonly (readonly Under[])[] {
  const groups = new Map<string, Under[]>();
  for (const one of here) {
    const target = targetOf(one.promise);
    const { max_unknown } = one.promise;
    const terms = target.includes('%')
      ? `${target} ${percent(max_unknown, 5)} ${JSON.stringify(weighing(one.promise, world))}`
      : '';
    groups.set(terms, [...(groups.get(terms) ?? []), one]);
  }
  return [...groups.values()];
}

/** The field that weighs, and its unit: what the promise says, else what the newest version says of the field anywhere. */
function weighing(promise: RawPromise, { versions }: World): readonly [string, string | null] | null {
  const field = weightOf(promise);
  const newest = versions.at(-1);
  if (field === null || !newest) return null;
  const isInEuro = [promise, ...promisesOf(newest)].flatMap(addedInEuro).includes(field);
  return [field, isInEuro ? 'EUR' : null];
}

function grouped(
  cases: readonly Ruled[],
  by: readonly string[],
): readonly (readonly [Outcome['by'], readonly Ruled[]])[] {
  if (by.length === 0) return [[null, cases]];
  const groups = new Map<string, Ruled[]>();
  for (const one of cases) {
    const key = JSON.stringify(by.map((field) => groupOf(one, field)));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const named = [...groups].map(([key, some]) => {
    const values = JSON.parse(key) as (string | null)[];
    return [Object.fromEntries(by.map((field, i) => [field, values[i] ?? null])), some] as const;
  });
  return [[null, cases], ...named];
}

const isRecycled = ({ case: { handOver } }: Ruled): boolean => (handOver ?? 1) > 1;

const groupOf = (one: Ruled, field: string): string | null =>
  field === 'recycled' ? (isRecycled(one) ? 'yes' : 'no') : textOf(one.case.row[field] ?? null);

const textOf = (value: unknown): string | null => (value === null ? null : String(value));

function outcome(
  group: readonly Under[],
  period: Stretch,
  by: Outcome['by'],
  cases: readonly Ruled[],
  ever: readonly Ruled[],
  ruling: Ruling,
  handOvers: boolean,
  world: World,
): Outcome {
  const terms = group[0]?.promise;
  if (!terms) throw new Error('An outcome needs a promise');
  const counts = countsOf(cases);
  const reasons: Partial<Record<Reason, number>> = {};
  for (const { reason } of cases) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const over = ruling.asOf >= period.to;
  const judged = cases.filter(({ state }) => state !== 'excluded');
  const dues = judged.flatMap((one) => one.case.lastDue ?? []);
  const inForce = group.map(({ version }) => {
    const [from, to] = forceOf(version, ruling.zone);
    return Math.min(to, period.to) - Math.max(from, period.from);
  });
  const whole = inForce.reduce((sum, time) => sum + time, 0) === period.to - period.from;
  const isNumber = !targetOf(terms).includes('%');
  return {
    id: terms.id,
    period: period.label,
    versions: group.map(({ version }) => version.version),
    by,
    counts,
    reasons,
    atRisk: cases.filter(({ atRisk }) => atRisk).length,
    ...(isNumber
      ? by === null
        ? numberOf([terms, targetOf(terms, period.label)], cases, ever, counts, over, whole)
        : partOf(numberOf([terms, targetOf(terms, period.label)], cases, ever, counts, over, whole))
      : terms.steps
        ? onPerson(stepsOf(counts, isAhead(terms, ruling)), terms, by, counts)
        : weightOf(terms) === null
          ? onPerson(rateOf(terms, cases, counts, ever), terms, by, counts)
          : onPerson(weighedRate(terms, cases, counts, ever), terms, by, counts)),
    weight: weightOf(terms) === null ? null : known(cases),
    final:
      over &&
      // A late step may still be done.
      !(terms.steps && counts.breached > 0) &&
      isSettled(group, period, ruling, world) &&
      dues.every((due) => ruling.asOf > due),
    percentiles: isOneClock(group.map(({ promise }) => promise))
      ? spread(judged.map((one) => decidedOf(one, one.case.elapsed)))
      : null,
    extras: group.length > 1 ? undefined : extrasOf(terms, cases),
    recycled: !handOvers
      ? null
      : recycledOf(
          cases.filter(isRecycled),
          isNumber,
          weightOf(terms) !== null,
          terms.count?.distinct !== undefined,
        ),
  };
}

/** No excuse can come any more: the last day or week of the period is over, where too many leads of one excuse. */
function isSettled(group: readonly Under[], { to }: Stretch, { asOf, zone }: Ruling, world: World): boolean {
  const named = group.flatMap(({ promise }) => promise.excused_by ?? []);
  const caps = world.versions.flatMap(promisesOf).filter((one) => named.includes(one.id) && isCap(one));
  return caps.every((cap) => {
    const unit = / per (\w+)$/.exec(targetOf(cap))?.[1] as Unit;
    return periodsOver(unit, to - 1, to - 1, zone).every((last) => asOf >= last.to);
  });
}

function countsOf(cases: readonly Ruled[]): Outcome['counts'] {
  const counts = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  for (const { state } of cases) counts[state]++;
  return counts;
}

function recycledOf(
  cases: readonly Ruled[],
  isNumber: boolean,
  weighed: boolean,
  distinct: boolean,
): Outcome['recycled'] {
  const counts = countsOf(cases);
  const { met, breached } = weighed ? known(cases) : counts;
  const reached = cases.filter(({ state }) => state === 'met');
  return {
    counts,
    attainment: isNumber || met + breached <= 0 ? null : met / (met + breached),
    value: isNumber && !distinct ? reached.reduce((sum, one) => sum + one.case.amount, 0) : null,
  };
}

/** Whether a step of the promise, of whatever period, is neither done nor due. */
const isAhead = ({ id }: RawPromise, { cases }: Ruling): boolean =>
  cases.some(({ promise, state }) => promise.id === id && state === 'pending');

/** Met when all are done, missed once the last of the promise is due and one is not done. */
function stepsOf({ met, breached, pending }: Outcome['counts'], isAhead: boolean): Figures {
  const all = met + breached + pending;
  const verdict = all === 0 ? 'no data' : met === all ? 'met' : pending > 0 || isAhead ? 'open' : 'missed';
  return {
    attainment: met + breached === 0 ? null : met / (met + breached),
    worst: all === 0 ? null : met / all,
    best: all === 0 ? null : 1,
    value: null,
    verdict,
  };
}

type Figures = Pick<Outcome, 'attainment' | 'worst' | 'best' | 'value' | 'verdict'>;

/** A part of a number has neither bounds nor a verdict: the target is for the whole. */
const partOf = (figures: Figures): Figures => ({ ...figures, worst: null, best: null, verdict: null });

/** Nobody is judged by fewer decided cases than `min_cases`. */
function onPerson(
  figures: Figures,
  terms: RawPromise,
  by: Outcome['by'],
  counts: Outcome['counts'],
): Figures {
  const few = counts.met + counts.breached < (terms.min_cases ?? 10);
  const said = ['met', 'missed', 'open'].includes(figures.verdict ?? '');
  return few && said && Object.keys(by ?? {}).includes('owner') ? { ...figures, verdict: null } : figures;
}

/** The unknown cases that nothing dates, where they are more than unknown ones may be; else none. */
function tooManyUndated({ max_unknown }: RawPromise, ever: readonly Ruled[]): readonly Ruled[] {
  const floating = ever.filter(({ state, case: { undated } }) => undated && state === 'unknown');
  const of = ever.length - countsOf(ever).excluded;
  return floating.length * 100 > percent(max_unknown, 5) * of ? floating : [];
}

/** A verdict that is another one with some of them in the period, kept or not, is none. */
function rateOf(
  terms: RawPromise,
  cases: readonly Ruled[],
  counts: Outcome['counts'],
  ever: readonly Ruled[],
): Figures {
  const figures = unlessExcuses(rateWith(terms, counts), terms, cases, counts);
  if (figures.verdict !== 'met' && figures.verdict !== 'missed') return figures;
  const floating = tooManyUndated(terms, ever).length;
  for (let kept = 0; kept <= floating; kept++) {
    for (let broken = 0; broken <= floating - kept; broken++) {
      const more = { ...counts, met: counts.met + kept, breached: counts.breached + broken };
      if (rateWith({ ...terms, max_unknown: '100%' }, more).verdict !== figures.verdict)
        return { ...figures, verdict: 'no verdict' };
    }
  }
  return figures;
}

/**
 * Unknown cases that are too many only because others are excused leave a verdict that stands for each way in
 * which they may have come out.
 */
function unlessExcuses(
  figures: Figures,
  terms: RawPromise,
  cases: readonly Ruled[],
  counts: Outcome['counts'],
): Figures {
  const excused = cases.filter(({ reason }) => reason === 'excused').length;
  const unexcused = { ...counts, breached: counts.breached + excused };
  if (excused === 0 || !tooManyUnknown(terms, counts) || tooManyUnknown(terms, unexcused)) return figures;
  const sure = { ...terms, max_unknown: '100%' };
  const ways = Array.from({ length: counts.unknown + 1 }, (_, kept) => {
    const [met, breached] = [counts.met + kept, counts.breached + counts.unknown - kept];
    return rateWith(sure, { ...counts, met, breached, unknown: 0 }).verdict;
  });
  const said = rateWith(sure, counts).verdict;
  return ways.every((way) => way === said) && said !== 'open' ? { ...figures, verdict: said } : figures;
}

/** What the cases weigh, state by state; of a blank cell nobody knows it. */
function known(cases: readonly Ruled[]): Outcome['counts'] {
  const sums = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  for (const one of cases) if (Number.isFinite(one.case.amount)) sums[one.state] += one.case.amount;
  return sums;
}

/**
 * Every case for itself: beyond the target it helps by so much of its weight as is not owed, below it harms
 * by what is. A verdict that is another one with some of those that nothing dates is none.
 */
function weighedRate(
  terms: RawPromise,
  cases: readonly Ruled[],
  counts: Outcome['counts'],
  ever: readonly Ruled[],
): Figures {
  const { met, breached, unknown } = known(cases);
  const attainment = met + breached > 0 ? met / (met + breached) : null;
  const figures = { attainment, worst: attainment, best: attainment, value: null };
  const cap = percent(terms.max_unknown, 5);
  if (tooManyUnknown(terms, counts) || unknown * 100 > cap * (met + breached + unknown))
    return { ...figures, verdict: 'no verdict' };
  if (attainment === null) return { ...figures, verdict: 'no data' };
  const [, sign = '>=', hundredths = '0'] = /(>=|<=)? ?(\d+)%/.exec(targetOf(terms)) ?? [];
  const owed = Number(hundredths);
  const margin = met * 100 - owed * (met + breached);
  const reaches = (margin: number) => (sign === '<=' ? margin <= 0 : margin >= 0);
  const ends = tooManyUndated(terms, ever).map((one) => one.case.amount);
  const times = (amount: number, n: number) => (n === 0 ? 0 : amount * n);
  const most = ends.reduce((sum, amount) => sum + times(amount, 100 - owed), margin);
  const least = ends.reduce((sum, amount) => sum - times(amount, owed), margin);
  const verdict = reaches(margin) ? 'met' : 'missed';
  const holds = reaches(most) === reaches(margin) && reaches(least) === reaches(margin);
  return { ...figures, verdict: holds ? verdict : 'no verdict' };
}

function rateWith(terms: RawPromise, counts: Outcome['counts']): Figures {
  const { met, breached, pending } = counts;
  const all = met + breached + pending;
  const worst = all === 0 ? null : met / all;
  const best = all === 0 ? null : (met + pending) / all;
  const figures = {
    attainment: met + breached === 0 ? null : met / (met + breached),
    worst,
    best,
    value: null,
  };
  if (tooManyUnknown(terms, counts)) return { ...figures, verdict: 'no verdict' };
  if (all === 0) return { ...figures, verdict: 'no data' };
  const ends = [met, met + pending].map((part) => reachesRate(part, all, targetOf(terms)));
  if (ends.every((end) => end)) return { ...figures, verdict: 'met' };
  return { ...figures, verdict: ends.some((end) => end) ? 'open' : 'missed' };
}

/** In whole numbers. */
function reachesRate(part: number, all: number, target: string): boolean {
  const [, sign = '>=', hundredths = '0'] = /(>=|<=)? ?(\d+)%/.exec(target) ?? [];
  const [left, right] = [part * 100, Number(hundredths) * all];
  return sign === '<=' ? left <= right : left >= right;
}

/** What the cases that count add up to; where different values are asked for, how many they are. */
function reachedBy(cases: readonly Ruled[]): number {
  const values = new Set<unknown>();
  let sum = 0;
  for (const { state, promise, case: one } of cases) {
    if (state !== 'met') continue;
    const field = promise.count?.distinct;
    if (field === undefined) sum += one.amount;
    else if ((one.row[field] ?? null) !== null) values.add(one.row[field]);
  }
  return sum + values.size;
}

function numberOf(
  [terms, owed]: readonly [RawPromise, string],
  cases: readonly Ruled[],
  ever: readonly Ruled[],
  counts: Outcome['counts'],
  over: boolean,
  whole: boolean,
): Figures {
  const value = reachedBy(cases);
  const atMost = owed.startsWith('<=');
  const target = Number(/\d+/.exec(owed)?.[0]);
  const figures = {
    attainment: null,
    worst: !atMost || over ? value : null,
    best: atMost || over ? value : null,
    value,
  };
  const verdictOf = (reached: number): Verdict => {
    if (tooManyUnknown(terms, counts)) return 'no verdict';
    if (!atMost && reached >= target) return 'met';
    if (atMost && reached > target) return 'missed';
    if (!over) return 'open';
    if (!whole) return 'no verdict';
    return atMost ? 'met' : 'missed';
  };
  const verdict = verdictOf(value);
  const more = tooManyUndated(terms, ever).map((one) => one.case.amount);
  const ends = [more.filter((amount) => amount > 0), more.filter((amount) => amount < 0)].map((some) =>
    some.reduce((sum, amount) => sum + amount, value),
  );
  const isSaid = verdict === 'met' || verdict === 'missed';
  const changes = isSaid && ends.some((end) => verdictOf(end) !== verdict);
  return { ...figures, verdict: changes ? 'no verdict' : verdict };
}

function tooManyUnknown(
  { max_unknown }: RawPromise,
  { met, breached, pending, unknown }: Outcome['counts'],
): boolean {
  return unknown * 100 > percent(max_unknown, 5) * (met + breached + pending + unknown);
}

const decidedOf = ({ state }: Ruled, time: number | null): number | null =>
  state === 'met' || state === 'breached' ? time : null;

/** Versions that measure in different ways, or one in business time and one in wall time, have no percentiles together. */
function isOneClock(promises: readonly RawPromise[]): boolean {
  if (new Set(promises.map(({ response }) => response === undefined)).size > 1) return false;
  const limits = promises.flatMap(({ response, attempts, segments }) => [
    response?.by ?? (response ?? attempts)?.within,
    ...(segments ?? []).map(({ within }) => within),
  ]);
  return new Set(limits.flatMap((limit) => limit?.includes('business') ?? [])).size === 1;
}

/** The smallest of the values that so many hundredths of them do not exceed. */
function spread(times: readonly (number | null)[]): { p50: number; p90: number; p95: number } | null {
  const sorted = times.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (hundredths: number) => (sorted[Math.ceil((sorted.length * hundredths) / 100) - 1] ?? 0) / 1e6;
  return sorted.length === 0 ? null : { p50: at(50), p90: at(90), p95: at(95) };
}

function extrasOf(terms: RawPromise, cases: readonly Ruled[]): NonNullable<Outcome['extras']> {
  const extras: Record<string, number | null> = {};
  const split = (name: string, pick: (one: Ruled) => number | null) => {
    const found = spread(cases.map((one) => decidedOf(one, pick(one))));
    for (const p of ['50', '90', '95'] as const) extras[`${name}P${p}`] = found?.[`p${p}`] ?? null;
  };
  if (terms.response?.split_at !== undefined) {
    split('system', (one) => one.case.system);
    split('human', (one) => one.case.human);
  }
  if (terms.attempts) {
    const touches = spread(cases.map((one) => decidedOf(one, one.case.touches)));
    extras.medianAttempts = touches && touches.p50 * 1e6;
    const decided = cases.filter(({ state }) => state === 'met' || state === 'breached');
    extras.stoppedEarlyShare =
      decided.length === 0 ? null : decided.filter((one) => one.case.early).length / decided.length;
  }
  // Without some that were set aside: as the rows alone say.
  const without = (...reasons: readonly string[]): number | null => {
    const of = (some: readonly Ruled[]) =>
      weightOf(terms) === null
        ? some.length
        : some.reduce((sum, one) => sum + (Number.isFinite(one.case.amount) ? one.case.amount : 0), 0);
    const back = ({ reason }: Ruled) => reasons.includes(reason ?? '');
    const before = cases.filter((one) => one.state !== 'excluded' || back(one));
    const met = before.filter((one) => one.case.state === 'met');
    const decided = before.filter((one) => one.case.state === 'met' || one.case.state === 'breached');
    return of(decided) <= 0 ? null : of(met) / of(decided);
  };
  if (cases.some(({ reason }) => reason === 'excused')) extras.attainmentBeforeExcuses = without('excused');
  if (cases.some(({ reason }) => reason === 'waived'))
    extras.attainmentBeforeWaivers = without('waived', 'excused');
  return extras;
}
