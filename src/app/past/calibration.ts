import { isOfLeads } from '../../kinds/scope.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type {
  CalibratedPart,
  CalibratedPromise,
  Calibration,
  CalibrationRow,
  Held,
  PastPeriod,
} from '../../model/calibration.ts';
import type { Counts, Result } from '../../model/compliance.ts';
import { isOfSteps } from '../../model/target.ts';
import { covered, wholePeriods } from '../../plan/past.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { countBy } from '../../plan/tallies.ts';
import type { ReportSpan } from '../judging/compliance.ts';
import { type Counting, countingOf } from '../judging/counting.ts';
import { type Planned, type Run, wordsOf } from '../judging/run.ts';
import { type Group, groupsOf } from './groups.ts';
import { limitProposals, reaches, targetProposals } from './proposals.ts';
import { seasonalOf } from './seasonal.ts';
import { partsOf, type TermPart, type Trial } from './trials.ts';

/** What is tried, over which span. */
export interface ToCalibrate {
  /** Of the agreement's own promises, as a report over the span has them. */
  readonly results: readonly Result[];
  readonly trials: readonly Trial[];
  readonly span: ReportSpan;
  /** The reader named the periods. */
  readonly asked: boolean;
  readonly isWanted: (id: string) => boolean;
}

/** The past of each promise of a version, under its own terms and under each that is tried. */
export async function calibrationOf(run: Run, asked: ToCalibrate): Promise<Calibration> {
  const { results, trials, span, isWanted } = asked;
  const names = new Set(trials.map(({ id }) => id));
  const own = run.planned.filter(({ promise }) => isWanted(promise.id) && !names.has(promise.id));
  const tried = run.planned.filter(({ promise }) => names.has(promise.id));
  const all = { ...run, planned: [...own, ...tried], heldCases: null };
  const counting = await countingOf(all, ({ promise }) =>
    periodsBetween(promise.target.per ?? span.unit, span.from, span.to, run),
  );
  const { agreement, file } = own[0]?.inForce.sourced ?? run.newest;
  return {
    agreement: {
      ...{ id: agreement.id, title: agreement.title, file, timezone: agreement.timezone },
      ...{ version: agreement.version, ...{ teams: {}, ...wordsOf(agreement) } },
    },
    ...{ asOf: run.asOf, asOfFrom: run.asOfFrom, asked: asked.asked },
    promises: own.flatMap((one) => {
      const mine = results.filter(({ id }) => id === one.promise.id);
      const grounds = {
        ...{ asked, counting },
        tried: (id: string) => tried.find(({ promise }) => promise.id === id) ?? one,
      };
      const whole = promiseOf(one, { results: mine.filter(({ by }) => by === null), group: null }, grounds);
      // What a number owes is owed by all together.
      if (one.promise.target.of === 'number') return [whole];
      const groups = groupsOf(mine).map((group) => promiseOf(one, { ...group, whole }, grounds));
      return [whole, ...groups];
    }),
  };
}

interface Grounds {
  readonly asked: ToCalibrate;
  readonly counting: Counting;
  /** A trial as it was planned; the promise itself for what the agreement says. */
  readonly tried: (id: string) => Planned;
}

/** The leads of which a promise is told: those of a group, or all. */
interface Told {
  /** One for each period. */
  readonly results: readonly Result[];
  readonly group: Group | null;
  /** The same promise of all leads; absent where it is itself. */
  readonly whole?: CalibratedPromise;
}

function promiseOf(one: Planned, told: Told, grounds: Grounds): CalibratedPromise {
  const { promise } = one;
  const { results, group, whole } = told;
  const periods =
    whole === undefined ? pastOf(promise, results, grounds.asked.asked) : partOfPast(whole, results);
  const target = { ...promise.target, unit: promise.target.unit, text: promise.target.text };
  const weighs = results.some(({ weight }) => weight !== undefined);
  return {
    ...{ id: promise.id, kind: promise.kind, measure: promise.measure.kind, title: promise.title },
    ...{
      promise: promise.promise,
      owedBy: promise.owedBy,
      owedTo: promise.owedTo,
      sharedBy: promise.sharedBy,
    },
    by: group === null ? null : group.by,
    minCases: promise.minCases,
    target,
    periods,
    held: {
      in: periods.filter(({ used, verdict }) => used && verdict === 'met').length,
      of: periods.filter(({ used }) => used).length,
    },
    // Every step is owed, and not a share of them.
    targets: isOfSteps(promise.target) ? [] : targetProposals(promise.target, periods, weighs),
    seasonal: seasonalOf(promise.target, periods),
    parts: partsOf(promise).map((part) => partOf(part, one, { periods, group }, grounds)),
  };
}

/** The periods of a promise as the report has them, and which of them can be learned from. */
function pastOf(promise: PromiseDef, results: readonly Result[], asked: boolean): readonly PastPeriod[] {
  // An export may reach further than its leads; what people keep by hand ends with as-of.
  const filled = isOfLeads(promise) ? covered(results) : results;
  const whole = new Set(asked ? filled : wholePeriods(filled));
  return results.map((result) => past(result, whole.has(result) && hasVerdict(result)));
}

/** Of some of the leads: what is learned from for all of them, where these are enough for a percentage. */
function partOfPast(whole: CalibratedPromise, results: readonly Result[]): readonly PastPeriod[] {
  return whole.periods.flatMap(({ period, used }) => {
    const result = results.find((each) => each.period.label === period.label);
    if (result === undefined) return [{ ...NOBODY, period, target: whole.target.value }];
    const { met, breached } = result.counts;
    return [past(result, used && hasVerdict(result) && met + breached >= whole.minCases)];
  });
}

const NOBODY: Omit<PastPeriod, 'period' | 'target'> = {
  counts: { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 },
  ...{ reached: null, verdict: 'no data', used: false },
};

const past = (result: Result, used: boolean): PastPeriod => ({
  ...{ period: result.period, counts: result.counts, verdict: result.verdict, used },
  ...{ reached: result.value ?? result.attainment, target: result.target.value },
});

const hasVerdict = ({ final, verdict }: Result): boolean =>
  final && (verdict === 'met' || verdict === 'missed');

function partOf(
  { term, segment }: TermPart,
  one: Planned,
  { periods, group }: { readonly periods: readonly PastPeriod[]; readonly group: Group | null },
  { asked, counting, tried }: Grounds,
): CalibratedPart {
  const { promise } = one;
  const trials = asked.trials.filter(
    (each) => each.of === promise.id && each.term === term && each.segment === segment,
  );
  const others = partsOf(promise).flatMap((each) =>
    each.term === term && each.segment !== null ? [each.segment] : [],
  );
  const isOf = (seg: number): boolean =>
    segment === null ? !others.some((each) => each + 1 === seg) : seg === segment + 1;
  const countsIn = ({ id }: Trial, i: number): Counts =>
    countBy(
      counting
        .tallies(tried(id))
        .filter(({ period, seg, by }) => period === i && isOf(seg) && (group === null || group.has(by))),
    );
  const rows = trials.map((trial) => {
    const { rung } = trial;
    const own = periods.map((_, i) => {
      const counts = countsIn(trial, i);
      const cases = counts.met + counts.breached + counts.pending;
      return { counts, rate: cases === 0 ? null : counts.met / cases };
    });
    return { ...{ text: rung.text, now: rung.now, usual: rung.usual }, periods: own };
  });
  const now = rows.find((row) => row.now);
  const metIn = (row: Pick<CalibrationRow, 'periods'>): number => sumOver(row, periods, ({ met }) => met);
  const told = rows.map((row): CalibrationRow => {
    const met = metIn(row);
    return {
      ...row,
      held: heldBy(row, periods, promise),
      met,
      cases: sumOver(row, periods, (counts) => counts.met + counts.breached + counts.pending),
      more: met - (now ? metIn(now) : 0),
    };
  });
  return {
    segment: segment === null ? null : (promise.segments[segment]?.id ?? null),
    term,
    rows: told,
    proposals: limitProposals(told, promise.target),
  };
}

function sumOver(
  row: Pick<CalibrationRow, 'periods'>,
  periods: readonly PastPeriod[],
  of: (counts: Counts) => number,
): number {
  return row.periods.reduce((sum, { counts }, i) => sum + (periods[i]?.used ? of(counts) : 0), 0);
}

function heldBy(
  row: Pick<CalibrationRow, 'periods'>,
  periods: readonly PastPeriod[],
  { target }: PromiseDef,
): Held {
  const rates = row.periods.flatMap(({ rate }, i) => (periods[i]?.used && rate !== null ? [rate] : []));
  return { in: rates.filter((rate) => reaches(rate, target)).length, of: rates.length };
}
