import { MICROS_PER_DAY } from '../calendar/day.ts';
import { type PeriodDays, periodDaysOf, periodDaysOfLabel } from '../calendar/period-days.ts';
import { toLocal, toUtc } from '../calendar/zone.ts';
import type { ZoneTable } from '../model/reading.ts';
import type { Day, Micros, Period, PeriodUnit } from '../model/time.ts';

/** How an agreement cuts time. */
export interface Cut {
  readonly zone: ZoneTable;
  /** The month, from 1, in which its year begins; quarters follow it. */
  readonly yearStarts: number;
}

/** The periods of a unit that touch the instants from `from` to `to`, cut at local midnights of a zone. */
export function periodsBetween(
  unit: PeriodUnit,
  from: Micros,
  to: Micros,
  { zone, yearStarts }: Cut,
): readonly Period[] {
  const periods: Period[] = [];
  const last = localDay(zone, to);
  for (let day = localDay(zone, from); day <= last; ) {
    const days = periodDaysOf(unit, day, yearStarts);
    periods.push(instantsOf(days, zone));
    day = days.to;
  }
  return periods;
}

/**
 * The period with a label: `2026-03`, `2026-Q1`, `FY2026-Q1`, `2026-W10`, `2026`, `2026-03-31`; null for a
 * text that names none in this cut.
 */
export function periodOfLabel(label: string, { zone, yearStarts }: Cut): Period | null {
  const days = periodDaysOfLabel(label, yearStarts);
  return days && instantsOf(days, zone);
}

/** The period of a unit in which a local date lies. */
export const periodOfDay = (unit: PeriodUnit, day: Day, { zone, yearStarts }: Cut): Period =>
  instantsOf(periodDaysOf(unit, day, yearStarts), zone);

const instantsOf = ({ label, unit, from, to }: PeriodDays, zone: ZoneTable): Period => ({
  ...{ label, unit },
  ...{ from: midnight(zone, from), to: midnight(zone, to) },
});

/** The instant at which a local date begins. */
export const midnight = (zone: ZoneTable, day: Day): Micros => toUtc(zone, day * MICROS_PER_DAY, 'first');

/** The local date of an instant. */
export const localDay = (zone: ZoneTable, t: Micros): Day => Math.floor(toLocal(zone, t) / MICROS_PER_DAY);
