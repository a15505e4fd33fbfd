import { weightOf } from './agreement.ts';
import {
  type Bench,
  isStray,
  isToldOf,
  isWithoutDate,
  type Judgement,
  judgement,
  laterReason,
  startOf,
  stopOf,
} from './case.ts';
import { holds } from './condition.ts';

/** A share: every lead that reaches the stage in scope, met where the part holds. */
export function shareCases(bench: Bench): readonly Judgement[] {
  const { promise, agreement, leads, asOf } = bench;
  const { share, where } = promise;
  if (!share) return [];
  return leads.flatMap((lead) => {
    const start = startOf(share.of.stage, lead, bench);
    const isBlank = start === null && isWithoutDate(share.of.stage, lead, bench);
    if (start === null && !isBlank) return [];
    if (!holds(where, lead.row, agreement) || !holds(share.of.where, lead.row, agreement))
      return isBlank ? [] : [judgement(lead, start, 'excluded', { reason: 'out-of-scope' })];
    const field = weightOf(promise);
    const weight = field === null ? 1 : (lead.row[field] ?? null);
    // Nobody knows what a blank one weighs.
    const amount = typeof weight === 'number' ? weight : Number.POSITIVE_INFINITY;
    if (start === null)
      return [judgement(lead, null, 'unknown', { reason: 'no-date', undated: true, amount })];
    if (start.first > asOf) {
      const undated = isStray(start, bench);
      return [judgement(lead, start, 'unknown', { reason: laterReason(bench), undated, amount })];
    }
    const reached = share.reaches === undefined ? null : stopOf(share.reaches, lead, bench);
    if (reached !== null && isToldOf(lead, share.reaches ?? '', bench) && reached.last < start.first)
      return [judgement(lead, start, 'unknown', { reason: 'stop-before-start', amount })];
    if (isStray(reached, bench) && isToldOf(lead, share.reaches ?? '', bench))
      return [judgement(lead, start, 'unknown', { reason: 'stray-date', amount })];
    if (share.reaches !== undefined && isWithoutDate(share.reaches, lead, bench))
      return [judgement(lead, start, 'unknown', { reason: 'no-date', amount })];
    if (typeof weight !== 'number')
      return [judgement(lead, start, 'unknown', { reason: 'no-value', amount })];
    const part =
      share.reaches === undefined
        ? holds(share.with, lead.row, agreement)
        : reached !== null && reached.first <= asOf && isToldOf(lead, share.reaches, bench);
    return [judgement(lead, start, part ? 'met' : 'breached', { amount })];
  });
}
