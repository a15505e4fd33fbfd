import type { CaseState, Reason } from '../../src/model/compliance.ts';
import type { RawAttempts } from './agreement.ts';
import {
  type Bench,
  type Ends,
  endOf,
  isStray,
  isWithoutDate,
  type Judgement,
  judgement,
  laterReason,
  percent,
  startOf,
  stopEnds,
  type TermsOf,
  termsOf,
} from './case.ts';
import type { Moment } from './cell.ts';
import { holds } from './condition.ts';
import { limitOf, touchDay } from './limit.ts';
import { heldBetween } from './pause.ts';
import type { Read } from './source.ts';

/** Attempts: enough touches from the start to due, or an answer that stops them early. */
export function attemptsCases(bench: Bench): readonly Judgement[] {
  const { attempts } = bench.promise;
  return attempts ? bench.leads.flatMap((lead) => attemptsCase(lead, attempts, bench) ?? []) : [];
}

function attemptsCase(lead: Read, attempts: RawAttempts, bench: Bench): Judgement | null {
  const { promise, agreement, asOf } = bench;
  const start = startOf(attempts.from, lead, bench);
  const terms = termsOf(lead.row, bench);
  const { segment, limit } = terms;
  const stop = attempts.until === undefined ? null : endOf(attempts.until, lead, start, bench);
  if (start === null) {
    if (!isWithoutDate(attempts.from, lead, bench) || !holds(promise.where, lead.row, agreement)) return null;
    return judgement(lead, null, 'unknown', { reason: 'no-date', stop, segment, undated: true });
  }
  // An answer ends the duty, and no time: the window grows by all that was on hold before it was over.
  const held = (from: number, reading: 'worst' | 'best') =>
    heldBetween([from, asOf], reading, lead, attempts.pause, terms, bench);
  const [atWorst, atBest] = [held(start.first, 'worst'), held(start.last, 'best')];
  const [due, lastDue] = [atWorst.due ?? 0, atBest.due ?? 0];
  const counter = attempts.counter ? counterOf(lead, attempts.counter) : null;
  const touches = counter ? null : touchesOf(lead, start, due, lastDue, attempts, terms, bench);
  const sure = counter ? counter.count : (touches?.sure ?? 0);
  const answered = stop !== null && stop.last <= due && stop.first <= asOf;
  const early = answered && (sure === null || sure < terms.atLeast);
  const known = { due, lastDue, stop, segment, touches: sure, early, held: atWorst.taken };
  if (!holds(promise.where, lead.row, agreement))
    return judgement(lead, start, 'excluded', { ...known, reason: 'out-of-scope' });
  // Whatever else is written or missing.
  if (counter ? countsEnough(counter, start, due, terms, asOf) : (touches?.sure ?? 0) >= terms.atLeast)
    return judgement(lead, start, 'met', known);
  const undated = isStray(start, bench);
  const unknown = (reason: Reason) => judgement(lead, start, 'unknown', { ...known, reason, undated });
  const last = counter?.last ?? null;
  if (start.first > asOf || (stop !== null && stop.first > asOf) || (last !== null && last.last > asOf))
    return unknown(laterReason(bench));
  if (stop !== null && stop.last < start.first) return unknown('stop-before-start');
  if (attempts.until !== undefined && isWithoutDate(attempts.until, lead, bench)) return unknown('no-date');
  const state = counter
    ? byCounter(counter, answered, due, lastDue, terms, asOf)
    : byTouches(touches ?? NONE, answered, due, lastDue, terms, asOf);
  if (state === 'unknown')
    return unknown(counter ? 'counter-only' : touches?.stray ? 'stray-date' : 'date-only');
  const atRisk =
    state === 'pending' && limit.used(start.first, asOf, percent(promise.at_risk, 80), atWorst.taken);
  return judgement(lead, start, state, { ...known, atRisk });
}

interface Touches {
  /** Those that surely fall inside, and those that may. */
  readonly sure: number;
  readonly possible: number;
  /** One of those that may have a stray date. */
  readonly stray: boolean;
}

const NONE: Touches = { sure: 0, possible: 0, stray: false };

function touchesOf(
  lead: Read,
  start: Ends,
  due: number,
  lastDue: number,
  attempts: RawAttempts,
  { calendar }: TermsOf,
  { activities, agreement, asOf, hasStray, zone }: Bench,
): Touches {
  const ends = (activities[attempts.source ?? 'activities'] ?? [])
    .filter(({ key, row }) => key === lead.key && row.at !== null && holds(attempts.touches, row, agreement))
    .map(({ row }) => stopEnds(row.at as Moment))
    .filter(({ first, last }) => last >= start.first && (first > asOf ? hasStray : first <= lastDue));
  const gap = attempts.min_gap === undefined ? null : limitOf(attempts.min_gap, calendar, zone);
  const isAnother = (at: number, last: number): boolean =>
    (gap === null || at >= gap.due(last)) &&
    (!attempts.distinct_days || touchDay(calendar, zone, at) !== touchDay(calendar, zone, last));
  const count = (some: readonly Ends[]): number => {
    let last: number | null = null;
    let counted = 0;
    for (const at of some.map(({ first }) => first).sort((a, b) => a - b)) {
      if (last !== null && !isAnother(at, last)) continue;
      counted++;
      last = at;
    }
    return counted;
  };
  return {
    sure: count(ends.filter(({ first, last }) => first >= start.last && last <= due && first <= asOf)),
    possible: count(ends),
    stray: ends.some(({ first }) => first > asOf),
  };
}

function byTouches(
  { possible }: Touches,
  answered: boolean,
  due: number,
  lastDue: number,
  { atLeast }: TermsOf,
  asOf: number,
): CaseState {
  if (answered) return 'met';
  if (possible >= atLeast) return 'unknown';
  if (asOf > lastDue) return 'breached';
  return asOf > due ? 'unknown' : 'pending';
}

interface Counter {
  readonly count: number | null;
  readonly last: Ends | null;
}

function counterOf(
  { row }: Read,
  { count, last }: { readonly count: string; readonly last: string },
): Counter {
  const moment = (row[last] ?? null) as Moment | null;
  return {
    count: (row[count] ?? null) as number | null,
    last: moment && !moment.later ? stopEnds(moment) : null,
  };
}

/** The counter reaches the number and the last touch is within the window. */
function countsEnough(
  { count, last }: Counter,
  start: Ends,
  due: number,
  { atLeast }: TermsOf,
  asOf: number,
): boolean {
  if (count === null || count < atLeast || last === null) return false;
  return last.last >= start.first && last.last <= due && last.last <= asOf;
}

/** Of a counter that does not tell of enough touches in time: breached if it is short and due has passed. */
function byCounter(
  { count }: Counter,
  answered: boolean,
  due: number,
  lastDue: number,
  { atLeast }: TermsOf,
  asOf: number,
): CaseState {
  if (answered) return 'met';
  if (count === null) return asOf > due ? 'unknown' : 'pending';
  if (count >= atLeast) return 'unknown';
  if (asOf > lastDue) return 'breached';
  return asOf > due ? 'unknown' : 'pending';
}
