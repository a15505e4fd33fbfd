import type { ComplianceShown } from '../../model/behind.ts';
import type { Result, Verdict } from '../../model/compliance.ts';
import type { Period, PeriodUnit } from '../../model/time.ts';
import type { Shape } from '../blocks.ts';

/** A promise over the periods of a report. */
export interface PromiseFacts {
  /** Its place in the page. */
  readonly anchor: string;
  /** The newest result, for what does not change with the period. */
  readonly newest: Result;
  readonly unit: PeriodUnit;
  /** Whether its cases have a clock. */
  readonly timed: boolean;
  /** Oldest first. */
  readonly cells: readonly PeriodCell[];
  /** The period that the page is about, where the promise has a number in it. */
  readonly last: PeriodCell | null;
  readonly before: PeriodCell | null;
  /** The running period, which may be `last`. */
  readonly running: PeriodCell | null;
  /** The running period beside `last`. */
  readonly now: PeriodCell | null;
  /**
   * Of a promise by the day in a month: how many days lie in it and how many of these were missed; `last` is
   * then the worst of them. Null where its periods are not shorter than that which the page is about.
   */
  readonly parts: { readonly of: number; readonly missed: number } | null;
  /** Final periods in a row that were missed, `last` the newest of them. */
  readonly streak: number;
}

/** A promise in one period: a result for each target that was in force. */
export interface PeriodCell {
  readonly period: Period;
  /** Oldest terms first. */
  readonly results: readonly [Result, ...Result[]];
  readonly verdict: Verdict;
  readonly final: boolean;
  readonly running: boolean;
}

/** An agreement as its page tells it. */
export interface AgreementFacts {
  readonly compliance: ComplianceShown;
  /** Before every id of the agreement's places. */
  readonly prefix: string;
  readonly promises: readonly PromiseFacts[];
  /** The newest period in which every promise is final; else the newest there is; null where there is none. */
  readonly focus: Period | null;
  /** The newest period after `focus` that is over and not final for every promise; null where there is none, and of a period that is asked for. */
  readonly waiting: Period | null;
  /** The running period of the promises that are told by the unit of `focus`. */
  readonly now: Period | null;
  /** Promises with a number of the period that the page is about. */
  readonly told: readonly PromiseFacts[];
}

/** `about` is the period that is asked for; else the newest that is final. */
export function factsOf(
  shown: ComplianceShown,
  prefix: string,
  share = 1,
  about: string | null = null,
): AgreementFacts {
  const compliance = share === 1 ? shown : withFewerCases(shown, Math.floor(MOST_CASES / share));
  const wholes = compliance.results.filter((each) => each.by === null && each.verdict !== null);
  const byId = new Map<string, Result[]>();
  for (const result of wholes) byId.set(result.id, [...(byId.get(result.id) ?? []), result]);
  const all = [...byId.values()].map((results) => cellsOf(results, compliance.asOf));
  const unit = mainUnit(all);
  const focus =
    about === null
      ? focusOf(
          all.filter((cells) => cells.at(-1)?.period.unit === unit),
          compliance.asOf,
        )
      : (compliance.periods.find(({ label }) => label === about) ?? null);
  const timed = new Set(compliance.agreement.timed);
  const promises = all.flatMap((cells, index) =>
    promiseOf(cells, focus, { anchor: `${prefix}p${index + 1}`, timed }),
  );
  const now = promises.find((each) => each.unit === unit && each.now !== null)?.now?.period ?? null;
  const told = promises.filter(
    ({ last, parts }) => focus !== null && (parts !== null || last?.period.to === focus.to),
  );
  const waiting = about === null ? waitingAfter(focus, all.flat(), compliance.asOf) : null;
  const running = now?.label === focus?.label ? null : now;
  return { compliance, prefix, promises, focus, waiting, now: running, told };
}

/** Those that have a number in the period: nobody can count the others as kept or missed. */
export const counted = ({ told }: Pick<AgreementFacts, 'told'>): AgreementFacts['told'] =>
  told.filter(({ last }) => last?.verdict !== 'no data');

/** Commitments before objectives, each in the order of the agreement. */
export const inOrder = (promises: readonly PromiseFacts[]): readonly PromiseFacts[] => [
  ...promises.filter(({ newest }) => newest.kind === 'commitment'),
  ...promises.filter(({ newest }) => newest.kind === 'objective'),
];

function cellsOf(results: readonly Result[], asOf: number): readonly PeriodCell[] {
  const byLabel = new Map<string, [Result, ...Result[]]>();
  for (const result of results) {
    const known = byLabel.get(result.period.label);
    if (known) known.push(result);
    else byLabel.set(result.period.label, [result]);
  }
  return [...byLabel.values()]
    .map((own) => ({
      period: own[0].period,
      results: own,
      verdict: verdictOf(own),
      final: own.every((each) => each.final),
      running: own[0].period.to > asOf,
    }))
    .sort((a, b) => a.period.from - b.period.from);
}

/** The worst first. */
const ORDER: readonly Verdict[] = ['missed', 'no verdict', 'open', 'met', 'no data'];

/** Of several targets in one period the worst. */
function verdictOf(results: readonly Result[]): Verdict {
  return ORDER.find((verdict) => results.some((each) => each.verdict === verdict)) ?? 'no data';
}

/** By which most commitments are told; months before the others. */
function mainUnit(all: readonly (readonly PeriodCell[])[]): PeriodUnit {
  const counts = new Map<PeriodUnit, number>([['month', 0.5]]);
  for (const cells of all) {
    const newest = cells.at(-1);
    if (!newest) continue;
    const weight = newest.results[0].kind === 'commitment' ? 1 : 0.1;
    counts.set(newest.period.unit, (counts.get(newest.period.unit) ?? 0) + weight);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'month';
}

function focusOf(all: readonly (readonly PeriodCell[])[], asOf: number): Period | null {
  const cells = all.flat();
  const periods = new Map(cells.map(({ period }) => [period.label, period]));
  const newestFirst = [...periods.values()].sort((a, b) => b.from - a.from);
  const own = (label: string) => cells.filter(({ period }) => period.label === label);
  const ended = newestFirst.filter(({ to }) => to <= asOf);
  return (
    ended.find(({ label }) => own(label).every(({ final }) => final) && own(label).some(isTold)) ??
    ended.find(({ label }) => own(label).some(isTold)) ??
    newestFirst.find(({ label }) => own(label).some(isTold)) ??
    null
  );
}

function waitingAfter(focus: Period | null, cells: readonly PeriodCell[], asOf: number): Period | null {
  const over = cells
    .map(({ period }) => period)
    .filter(({ unit, from, to }) => focus !== null && unit === focus.unit && from >= focus.to && to <= asOf);
  return over.sort((a, b) => a.from - b.from).at(-1) ?? null;
}

const isTold = ({ verdict }: PeriodCell): boolean => verdict !== 'no data';

function promiseOf(
  cells: readonly PeriodCell[],
  focus: Period | null,
  { anchor, timed }: { readonly anchor: string; readonly timed: ReadonlySet<string> },
): readonly PromiseFacts[] {
  const newest = cells.at(-1);
  if (!newest) return [];
  const parts = focus === null ? [] : partsOf(cells, focus);
  const worst = worstOf(parts);
  const at = worst ? cells.indexOf(worst) : focus === null ? -1 : lastIndex(cells, newest.period.unit, focus);
  const last = cells[at] ?? null;
  const running = newest.running ? newest : null;
  let streak = 0;
  while (cells[at - streak]?.verdict === 'missed') streak++;
  return [
    {
      ...{ anchor, cells, last, streak, running, unit: newest.period.unit },
      now: running === last ? null : running,
      newest: newest.results.at(-1) ?? newest.results[0],
      timed: timed.has(newest.results[0].id),
      before: cells[at - 1] ?? null,
      parts: worst
        ? { of: parts.length, missed: parts.filter(({ verdict }) => verdict === 'missed').length }
        : null,
    },
  ];
}

/** The periods that are over and lie in a longer one; a week lies where it ends. */
function partsOf(cells: readonly PeriodCell[], focus: Period): readonly PeriodCell[] {
  const isShorter = cells.every(({ period }) => period.to - period.from < (focus.to - focus.from) / 2);
  return cells.filter(
    ({ period, running }) => isShorter && !running && period.to > focus.from && period.to <= focus.to,
  );
}

/** What was missed by most, else what has no verdict, else the newest. */
function worstOf(parts: readonly PeriodCell[]): PeriodCell | undefined {
  const missed = parts.filter(({ verdict }) => verdict === 'missed');
  const most = Math.max(...missed.map(gapOf));
  const worst = ORDER.flatMap((verdict) => parts.filter((each) => each.verdict === verdict).at(-1) ?? []);
  return missed.findLast((each) => gapOf(each) === most) ?? worst[0];
}

/** How far a number is from its target, as a part of it. */
export function gapOf(cell: PeriodCell): number {
  const { target, value, attainment } = newestOf(cell);
  const reached = target.of === 'number' ? value : attainment;
  return reached === null ? 0 : Math.abs(reached - target.value) / Math.max(target.value, Number.EPSILON);
}

/** The period that the page is about; of another length, the newest that is over by its end. */
function lastIndex(cells: readonly PeriodCell[], unit: PeriodUnit, focus: Period): number {
  if (unit === focus.unit) return cells.findIndex(({ period }) => period.label === focus.label);
  const ended = cells.filter(({ period, running }) => period.to <= focus.to && !running);
  return ended.length - 1;
}

export function shapeOf({ verdict, final }: Pick<PeriodCell, 'verdict' | 'final'>): Shape {
  switch (verdict) {
    case 'met':
      return final ? 'kept' : 'kept so far';
    case 'missed':
      return final ? 'missed' : 'missed so far';
    case 'open':
      return 'open';
    case 'no data':
    case 'no verdict':
      return 'none';
  }
}

/** Where the page has what is behind a number: the line of the promise that unfolds. */
export function placeOf(
  { anchor }: Pick<PromiseFacts, 'anchor'>,
  { period, results }: PeriodCell,
  result: Result,
): string {
  const at = results.indexOf(result);
  return `${anchor}-${period.label}${at > 0 ? `-${at + 1}` : ''}`;
}

/** The result by which a period with several targets is told: that of the newest terms. */
export const newestOf = ({ results }: PeriodCell): Result => results.at(-1) ?? results[0];

/** Cases of a whole page: what a mail takes. */
const MOST_CASES = 3000;

/** Of several agreements on one page each has its share of the lists; the newest periods have theirs first. */
function withFewerCases(shown: ComplianceShown, most: number): ComplianceShown {
  const { behind, periods } = shown;
  if (!behind) return shown;
  const ends = new Map(periods.map(({ label, to }) => [label, to]));
  const lists = Object.values(behind.promises).flatMap(({ cases }) => cases);
  const newestFirst = [...lists].sort((a, b) => (ends.get(b.period) ?? 0) - (ends.get(a.period) ?? 0));
  let left = most;
  const kept = new Map(
    newestFirst.map((list) => {
      const cases = list.cases.slice(0, Math.max(0, left));
      left -= cases.length;
      return [list, { ...list, cases }] as const;
    }),
  );
  const promises = Object.entries(behind.promises).map(([id, one]) => [
    id,
    { ...one, cases: one.cases.map((list) => kept.get(list) ?? list) },
  ]);
  return { ...shown, behind: { ...behind, promises: Object.fromEntries(promises) } };
}
