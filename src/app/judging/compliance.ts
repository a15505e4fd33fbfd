import { dueCalendarDays } from '../../calendar/due.ts';
import { kindOf } from '../../kinds/index.ts';
import { unitOf } from '../../kinds/unit.ts';
import type { ComplianceShown } from '../../model/behind.ts';
import type { Compliance, Result, Undated } from '../../model/compliance.ts';
import { groupedBy } from '../../model/grouped.ts';
import type { Micros, Period, PeriodUnit } from '../../model/time.ts';
import { handedOverBy } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import { localDay, periodOfDay, periodsBetween } from '../../plan/periods.ts';
import { type Judged, resultsOf, sharedGroups, versionsOf } from '../../plan/results.ts';
import type { Spread } from '../../plan/spread.ts';
import { isDistinct } from '../../sql/judge/cases.ts';
import { dataFindings } from '../exports/findings.ts';
import { sourceNotes } from '../exports/notes.ts';
import { boundariesOf, type Counting, countingOf } from './counting.ts';
import { excusableUntil } from './excuses.ts';
import { isCut } from './groups.ts';
import { ledgersOf } from './ledgers.ts';
import { objectiveNotes } from './objective-notes.ts';
import { overlapNotes } from './overlaps.ts';
import { ownerNotes } from './owners.ts';
import { paceOf } from './pace.ts';
import { pauseNotes } from './pause-notes.ts';
import { restsOn } from './rests-on.ts';
import { type Planned, type Run, titleOf, wordsOf } from './run.ts';
import { stepsTaken, undatedSteps, untilTheLast } from './steps-taken.ts';
import { type FloatingOf, floatingOf } from './undated.ts';
import { waiverUses } from './waiver-use.ts';

/** The instants that a report covers. */
export interface ReportSpan {
  readonly from: Micros;
  /** Inclusive. */
  readonly to: Micros;
  /** Of shares; numbers per period keep their own. */
  readonly unit: PeriodUnit;
  /** Where the periods just before are told beside: an instant in the first of them. */
  readonly before?: Micros;
  /** Where earlier months are left out for want of room: their first case. */
  readonly leftOut?: Micros;
}

/** The results over a span and, where they are asked for, those of the periods that ended just before it. */
async function resultsBeside(
  run: Run,
  span: ReportSpan,
): Promise<Pick<ComplianceShown, 'periods' | 'results' | 'steps' | 'undated' | 'earlier'>> {
  if (span.before === undefined) return resultsOver(run, span);
  const all = await resultsOver(run, { ...span, from: span.before });
  const isEarlier = ({ to }: Period) => to <= span.from;
  return {
    ...all,
    periods: all.periods.filter((period) => !isEarlier(period)),
    results: all.results.filter(({ period }) => !isEarlier(period)),
    earlier: all.results.filter(({ period }) => isEarlier(period)),
  };
}

/** The results of every promise of an agreement over a span, their periods, and what belongs to none. */
export async function resultsOver(
  run: Run,
  span: ReportSpan,
): Promise<Pick<Compliance, 'periods' | 'results' | 'steps' | 'undated'>> {
  const results: Result[] = [];
  const undated: Compliance['undated'][number][] = [];
  const periods = new Map<string, Period>();
  const periodsOf = ({ promise }: Planned) =>
    periodsBetween(promise.target.per ?? span.unit, span.from, span.to, run);
  const counting = await countingOf(run, periodsOf);
  const noPeriod = (one: Planned) => {
    const behind = periodsOf(one).length;
    return counting.tallies(one).filter(({ period }) => period === behind);
  };
  for (const [id, mine] of groupedBy(run.planned, ({ promise }) => promise.id)) {
    const floating = await floatingOf(run, mine, mine.flatMap(noPeriod));
    const told = floating(null);
    if (told) undated.push(undatedAs(id, told));
    const units = new Set(mine.map(({ promise }) => promise.target.per ?? span.unit));
    for (const unit of units) {
      const cut = periodsBetween(unit, span.from, span.to, run);
      for (const period of cut) periods.set(period.label, period);
      const planned = mine.filter(({ promise }) => (promise.target.per ?? span.unit) === unit);
      results.push(...(await resultsIn(cut, planned, { run, counting, floating })));
    }
  }
  const sorted = [...periods.values()].sort((a, b) => a.from - b.from || b.to - a.to);
  const steps = await stepsTaken(run);
  const told = { periods: sorted, results: untilTheLast(results, steps), undated };
  return steps.length === 0 ? told : { ...told, steps };
}

/** Judges every promise of an agreement over a span: the whole answer as neutral data. */
export async function complianceOf(run: Run, span: ReportSpan): Promise<ComplianceShown> {
  const { agreement, file } = run.newest;
  const { periods, results, undated, steps = [], ...more } = await resultsBeside(run, span);
  const data = await dataFindings(run.exports);
  const periodsOf = ({ promise }: Planned) =>
    periodsBetween(promise.target.per ?? span.unit, span.from, span.to, run);
  const uses = await waiverUses(run, (one) => boundariesOf(periodsOf(one)));
  const books = new Set(run.planned.map(({ promise }) => promise.bookBy));
  const [book] = books;
  return {
    agreement: {
      id: agreement.id,
      title: titleOf(run),
      versions: run.family.versions.map((version) => version.agreement.version),
      file,
      timezone: agreement.timezone,
      language: agreement.language,
      ...wordsOf(agreement),
      ...(agreement.priorities === undefined ? {} : { priorities: agreement.priorities }),
    },
    asIf: run.asIf,
    ...{ asOf: run.asOf, asOfFrom: run.asOfFrom, restsOn: await restsOn(run) },
    bookBy: books.size === 1 && book ? book : 'mixed',
    periods,
    results,
    ...(steps.length === 0 ? {} : { steps }),
    undated,
    ...more,
    ...leftOutOf(run, span),
    ledgers: await ledgersOf(run, periodsOf),
    inputs: run.exports.inputs,
    waivers: uses.waivers,
    findings: [...run.warnings, ...data.findings, ...uses.findings, ...undatedSteps(steps, run)],
    notes: [
      ...run.notes,
      ...data.notes,
      ...(await sourceNotes(run)),
      ...(await pauseNotes(run)),
      ...(await ownerNotes(run, periodsOf)),
      ...(await overlapNotes(run, periodsOf)),
      ...objectiveNotes(results, agreement),
    ],
  };
}

/** The period of which something is told, and the span in which its cases begin. */
export interface Once {
  readonly period: Period;
  readonly counted: Pick<Period, 'from' | 'to'>;
}

/** The results of what is measured once, each over a period of its own. */
export async function resultsOnce(
  run: Run,
  periods: ReadonlyMap<Planned, Once>,
): Promise<ReadonlyMap<Planned, Result>> {
  const counting = await countingOf(run, (one) => {
    const once = periods.get(one);
    return once === undefined ? [] : [{ ...once.period, ...once.counted }];
  });
  const results = new Map<Planned, Result>();
  for (const [one, { period }] of periods) {
    const undated = counting.tallies(one).filter((tally) => tally.period === 1);
    const floating = await floatingOf(run, [one], undated);
    const [result] = await resultsIn([period], [one], { run, counting, floating });
    if (result) results.set(one, result);
  }
  return results;
}

/** What the results of a promise rest on. */
interface Grounds {
  readonly run: Run;
  readonly counting: Counting;
  readonly floating: FloatingOf;
}

/** The results of one promise, under versions that cut the same periods. */
async function resultsIn(
  periods: readonly Period[],
  planned: readonly Planned[],
  { run, counting, floating }: Grounds,
): Promise<readonly Result[]> {
  const judged = await Promise.all(planned.map((one) => judge(run, one, counting)));
  const together = new Map<string, readonly Spread[]>();
  for (const group of sharedGroups(judged, periods)) {
    const own = planned.filter((_, i) => group.some((one) => one === judged[i]));
    together.set(versionsOf(group), await counting.spreads(own));
  }
  const newest = planned.at(-1);
  const place = newest?.inForce.sourced.place([...newest.promise.path, 'id']);
  const results = resultsOf(judged, {
    periods,
    ...{ asOf: run.asOf, zone: run.zone },
    spreads: (group) => together.get(versionsOf(group)) ?? [],
    by: run.by,
    folding: run.folding,
    handOvers: handedOverBy(run.tables.leads.source) !== null,
    floating,
    pace: (period, value, target) => paceOf(run, period, value, target),
  });
  return results.map((result) => (place ? { ...result, place } : result));
}

const undatedAs = (
  id: string,
  { unknown, excluded, of, reasons }: Undated,
): Compliance['undated'][number] => ({
  ...{ id, unknown, excluded, of, reasons },
});

/** The first month that is not shown for want of room, and the first that is. */
export function leftOutOf(run: Run, { from, leftOut }: ReportSpan): Pick<ComplianceShown, 'leftOut'> {
  if (leftOut === undefined) return {};
  const monthOf = (at: Micros) => periodOfDay('month', localDay(run.zone, at), run).label;
  const [first, shown] = [monthOf(leftOut), monthOf(from)];
  return first === shown ? {} : { leftOut: { first, shown } };
}

async function judge(run: Run, planned: Planned, counting: Counting): Promise<Judged> {
  const { inForce, promise, plan } = planned;
  return {
    version: inForce.sourced.agreement.version,
    promise,
    shape: plan.shape,
    isCut: isCut(run.by, casesIn(run.tables, promise)),
    distinct: isDistinct(plan),
    weighedBy: weighedBy(planned, run),
    tallies: counting.tallies(planned),
    unpaused: counting.unpaused(planned),
    spreads: await counting.spreads([planned]),
    earlyEnds: await counting.earlyEnds(planned),
    isRead: !run.exports.unread.has(casesIn(run.tables, promise).table),
    inForce: inForce.span,
    excusableUntil: (period) => excusableUntil(run, planned, period),
    due: dueBySegment(run, planned),
  };
}

/** Null for what is no share, and for a share in which one case weighs as much as another. */
function weighedBy({ promise: { measure, target } }: Planned, { newest }: Run): Judged['weighedBy'] {
  const added = target.of === 'rate' ? kindOf(measure.kind).adds(measure) : null;
  if (added === null) return null;
  return { field: added.field, unit: added.unit ?? unitOf(added.field, newest.agreement) };
}

function dueBySegment(run: Run, { inForce, plan }: Planned): Judged['due'] {
  // What is told of the group is its last due.
  if (plan.shape === 'ratio' && plan.isPlanned) return (_, due) => due;
  if (!('terms' in plan)) return () => null;
  return (segment, start) => {
    const terms = plan.terms[segment];
    if (!terms) return null;
    const { within, calendar } = terms;
    // What is told of the group is its last due.
    if (within.unit === 'row' || ('pause' in plan && plan.pause !== undefined)) return start;
    if (calendar !== null)
      return run.calendars.of(inForce.sourced, calendar)?.compiled.due(start, within) ?? null;
    if (within.unit === 'elapsed') return start + within.micros;
    return within.unit === 'calendar-days' ? dueCalendarDays(run.zone, start, within.days) : null;
  };
}
