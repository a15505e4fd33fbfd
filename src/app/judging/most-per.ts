import type { Day, Micros, PeriodUnit } from '../../model/time.ts';
import { localDay, periodOfDay, periodOfLabel } from '../../plan/periods.ts';
import { targetIn } from '../../plan/target.ts';
import type { Most } from '../../sql/judge/passed.ts';
import type { Planned, Run } from './run.ts';

/** Beyond these, microseconds, there is no instant in any export. */
const FARTHEST = 8e15;

/**
 * What a number may be at most in each of its periods: as the version has it that was in force when the period
 * began, and with the period's own value where it has one.
 */
export function mostPer(unit: PeriodUnit, planned: readonly Planned[], run: Run): Most {
  const begins = planned.flatMap(({ inForce }) => edgesOf(unit, inForce.span.from, run));
  const own = planned.flatMap(({ promise }) =>
    Object.keys(promise.target.periods ?? {}).flatMap((label) => daysOfLabel(label, unit, run)),
  );
  const at = (day: Day): number => {
    const { from, to, label } = periodOfDay(unit, day, run);
    const here = planned.find(({ inForce: { span } }) => span.from < to && span.to > from);
    const { promise } = here ?? (planned[0] as Planned);
    return targetIn(promise.target, label).value;
  };
  const days = [...new Set([...begins, ...own])].sort((a, b) => a - b);
  const [first] = days;
  return {
    unit: unit === 'week' ? 'week' : 'day',
    from: days,
    values: [at(first === undefined ? 0 : first - 1), ...days.map(at)],
  };
}

/** The first days of the period that holds an instant and of the one after it. */
function edgesOf(unit: PeriodUnit, at: Micros, run: Run): readonly Day[] {
  if (Math.abs(at) > FARTHEST) return [];
  const { from, to } = periodOfDay(unit, localDay(run.zone, at), run);
  return [localDay(run.zone, from), localDay(run.zone, to)];
}

/** The first day of a period, and of the one after it. */
function daysOfLabel(label: string, unit: PeriodUnit, run: Run): readonly Day[] {
  const period = periodOfLabel(label, run);
  return period?.unit === unit ? [localDay(run.zone, period.from), localDay(run.zone, period.to)] : [];
}
