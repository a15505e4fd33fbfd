import type { Compliance, Result } from '../../model/compliance.ts';
import type { IfUpheld } from '../../model/dispute.ts';
import { resultsOver } from '../judging/compliance.ts';
import { isSettled } from '../judging/open-disputes.ts';
import type { Run } from '../judging/run.ts';
import type { Disputed } from './cases.ts';

/** The results with open disputes about their cases, each beside what it would be if all of these were upheld. */
export async function ifUpheldOf(
  run: Run,
  disputed: readonly Disputed[],
  { results }: Compliance,
): Promise<readonly IfUpheld[]> {
  const open = disputed.filter(({ dispute, sourced }) => !isSettled(dispute, sourced.agreement, run.asOf));
  const touched = results
    .filter(({ by }) => by === null)
    .map((now) => ({ now, open: open.filter((one) => isIn(one, now)).length }))
    .filter((one) => one.open > 0);
  if (touched.length === 0) return [];
  // No waiver takes an excuse away: what excuses is as it was.
  const supposed: Run = { ...run, upholds: true, by: [] };
  const known = new Map<string, readonly Result[]>();
  const told: IfUpheld[] = [];
  for (const { now, open: number } of touched) {
    const { period, id } = now;
    const all =
      known.get(period.label) ??
      (await resultsIn(
        period,
        supposed,
        touched.map((one) => one.now.id),
      ));
    known.set(period.label, all);
    // A period that was cut by a change of terms has a result for each.
    const own = all.find((one) => one.id === id && one.versions.join() === now.versions.join());
    if (own) told.push({ id, period: period.label, open: number, now, upheld: own });
  }
  return told;
}

const isIn = ({ dispute, sourced, case: own }: Disputed, { id, period, versions }: Result): boolean =>
  dispute.promise === id &&
  own !== null &&
  own.booked !== null &&
  versions.includes(sourced.agreement.version) &&
  own.booked >= period.from &&
  own.booked < period.to;

/** Of those promises, and of what excuses them. */
async function resultsIn(
  { from, to, unit }: Result['period'],
  supposed: Run,
  ids: readonly string[],
): Promise<readonly Result[]> {
  const needed = new Set(ids);
  // A set grows while it is walked.
  for (const id of needed)
    for (const { promise } of supposed.planned)
      if (promise.id === id) for (const other of promise.excusedBy ?? []) needed.add(other);
  const planned = supposed.planned.filter(({ promise }) => needed.has(promise.id));
  const { results } = await resultsOver({ ...supposed, planned }, { from, to: to - 1, unit });
  return results.filter(({ period }) => period.from === from && period.to === to);
}
