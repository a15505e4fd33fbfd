import type { Reason } from '../../src/model/compliance.ts';
import type { RawResponse } from './agreement.ts';
import {
  type Bench,
  type Ends,
  endOf,
  hasStart,
  isStray,
  isWithoutDate,
  type Judgement,
  judgement,
  laterReason,
  percent,
  startOf,
  stopEnds,
  stopOf,
  termsOf,
} from './case.ts';
import type { Moment } from './cell.ts';
import { holds } from './condition.ts';
import { heldBetween } from './pause.ts';
import type { Read } from './source.ts';

/** A response: a clock from one stage to the next, judged at both ends of what its cells can mean. */
export function responseCases(bench: Bench): readonly Judgement[] {
  const { response } = bench.promise;
  return response ? bench.leads.flatMap((lead) => responseCase(lead, response, bench) ?? []) : [];
}

function responseCase(lead: Read, response: RawResponse, bench: Bench): Judgement | null {
  const { promise, agreement, asOf } = bench;
  const start = startOf(response.from, lead, bench);
  const stop = stopFor(lead, start, response, bench);
  const inScope = holds(promise.where, lead.row, agreement);
  const { segment, limit } = termsOf(lead.row, bench);
  if (start === null) {
    if (!inScope || hasStart(response.from, lead, bench)) return null;
    if (stop !== null)
      return judgement(lead, null, 'unknown', {
        ...{ reason: 'no-start', stop, segment, undated: isStray(stop, bench) },
      });
    if (!isWithoutDate(response.from, lead, bench)) return null;
    return judgement(lead, null, 'unknown', { reason: 'no-date', segment, undated: true });
  }
  const terms = termsOf(lead.row, bench);
  const held = (from: number, to: number | undefined, reading: 'worst' | 'best') =>
    heldBetween([from, to ?? asOf], reading, lead, response.pause, terms, bench);
  const atWorst = held(start.first, stop?.last, 'worst');
  const atBest = held(start.last, stop?.first, 'best');
  const { due } = atWorst;
  const lastDue = atBest.due;
  const known = { due, lastDue, stop, segment, held: atWorst.taken };
  if (!inScope) return judgement(lead, start, 'excluded', { ...known, reason: 'out-of-scope' });
  const isBlank = typeof response.to === 'string' && isWithoutDate(response.to, lead, bench);
  const reason = whyUnknown(start, stop, bench) ?? (isBlank ? 'no-date' : whyNotDue(due, start));
  const exact =
    start.first === start.last && stop !== null && stop.first === stop.last && atWorst.taken === atBest.taken;
  const elapsed = exact && reason === null ? limit.elapsed(start.first, stop.last) - atWorst.taken : null;
  const split = splitOf(lead, start, stop, bench);
  const undated = isStray(start, bench);
  if (reason !== null || due === null || lastDue === null)
    return judgement(lead, start, 'unknown', { ...known, ...split, reason, undated });
  const lateAtWorst = (stop?.last ?? asOf) > due;
  // Of two days the one that follows the other is late, though it begins when that one ends.
  const isNextDay = terms.dueOnDay && stop !== null && stop.last > stop.first && stop.first >= lastDue;
  const lateAtBest = (stop?.first ?? asOf) > lastDue || isNextDay;
  const rest = { ...known, ...split, elapsed };
  if (lateAtWorst && lateAtBest) return judgement(lead, start, 'breached', rest);
  if (lateAtWorst || lateAtBest) return judgement(lead, start, 'unknown', { ...rest, reason: 'date-only' });
  if (stop !== null) return judgement(lead, start, 'met', rest);
  const atRisk = limit.used(start.first, asOf, percent(promise.at_risk, 80), atWorst.taken);
  return judgement(lead, start, 'pending', { ...rest, atRisk });
}

function whyUnknown(start: Ends, stop: Ends | null, bench: Bench): Reason | null {
  const { asOf } = bench;
  if (start.first > asOf || (stop !== null && stop.first > asOf)) return laterReason(bench);
  return stop !== null && stop.last < start.first ? 'stop-before-start' : null;
}

const whyNotDue = (due: number | null, start: Ends): Reason | null =>
  due === null ? 'no-deadline' : due < start.first ? 'due-before-start' : null;

/** A stage, or the first activity that may have come at or after the start. */
function stopFor(lead: Read, start: Ends | null, { to }: RawResponse, bench: Bench): Ends | null {
  if (typeof to === 'string') return endOf(to, lead, start, bench);
  if (start === null) return null;
  const ends = (bench.activities[to.earliest] ?? [])
    .filter(({ key, row }) => key === lead.key && row.at !== null && holds(to.where, row, bench.agreement))
    .map(({ row }) => stopEnds(row.at as Moment))
    .filter(({ last }) => last >= start.first);
  if (ends.length === 0) return null;
  return {
    first: Math.min(...ends.map(({ first }) => first)),
    last: Math.min(...ends.map(({ last }) => last)),
  };
}

/** The wait before and after the stage in the middle, where that lies between start and stop. */
function splitOf(
  lead: Read,
  start: Ends,
  stop: Ends | null,
  bench: Bench,
): Pick<Judgement, 'system' | 'human'> {
  const at = bench.promise.response?.split_at;
  const middle = at === undefined ? null : stopOf(at, lead, bench);
  if (middle === null || middle.first < start.first) return { system: null, human: null };
  const { limit } = termsOf(lead.row, bench);
  const by = stop?.last ?? bench.asOf;
  const system = middle.first <= by ? limit.elapsed(start.first, middle.first) : null;
  const human = stop !== null && middle.first <= stop.last ? limit.elapsed(middle.first, stop.last) : null;
  return { system, human };
}
