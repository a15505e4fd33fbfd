import {
  type Bench,
  isStray,
  isWithoutDate,
  type Judgement,
  judgement,
  laterReason,
  startEnds,
  startOf,
} from './case.ts';
import type { Moment } from './cell.ts';
import { holds } from './condition.ts';

/** A count or a sum: every lead that reaches the stage in scope. */
export function tallyCases(bench: Bench): readonly Judgement[] {
  const { promise, agreement, leads, asOf } = bench;
  const measure = promise.count ?? promise.sum;
  if (!measure) return [];
  return leads.flatMap((lead) => {
    const start = startOf(measure.stage, lead, bench);
    const isBlank = start === null && isWithoutDate(measure.stage, lead, bench);
    if (start === null && !isBlank) return [];
    const amount = promise.sum ? (lead.row[promise.sum.field] ?? null) : 1;
    if (!holds(promise.where, lead.row, agreement) || !holds(measure.where, lead.row, agreement))
      return isBlank ? [] : [judgement(lead, start, 'excluded', { reason: 'out-of-scope' })];
    // Nobody knows what a blank amount would add.
    const adds = typeof amount === 'number' ? amount : Number.POSITIVE_INFINITY;
    if (start === null)
      return [judgement(lead, null, 'unknown', { reason: 'no-date', undated: true, amount: adds })];
    if (start.first > asOf) {
      const undated = isStray(start, bench);
      return [judgement(lead, start, 'unknown', { reason: laterReason(bench), undated, amount: adds })];
    }
    if (typeof amount !== 'number') return [judgement(lead, start, 'unknown', { reason: 'no-value' })];
    return [judgement(lead, start, 'met', { amount })];
  });
}

/** An occurrence: every record that meets the condition. */
export function recordCases({ promise, agreement, records, asOf }: Bench): readonly Judgement[] {
  const { occurrence } = promise;
  if (!occurrence) return [];
  return records.flatMap((record) => {
    const moment = record.row[occurrence.at] as Moment | null;
    if (!moment) return [];
    const start = startEnds(moment);
    if (!holds(occurrence.with, record.row, agreement))
      return [judgement(record, start, 'excluded', { reason: 'out-of-scope' })];
    if (start.first > asOf) return [judgement(record, start, 'pending')];
    return [judgement(record, start, 'met')];
  });
}
