import { formatDay } from '../../calendar/day.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day } from '../../model/time.ts';
import { localDay, midnight } from '../../plan/periods.ts';
import type { Sourced } from '../agreements/family.ts';
import { dayOver } from './day-over.ts';
import type { Run } from './run.ts';

interface Due {
  /** The last day on which a dispute is settled in time; null where nothing is said. */
  readonly day: Day | null;
  readonly findings: readonly Diagnostic[];
}

const NEVER: Due = { day: null, findings: [] };

/** Whether what is still open is late: as-of at a midnight still belongs to the day that ends. */
export const isOverdue = (due: Day | null, { zone, asOf }: Pick<Run, 'zone' | 'asOf'>): boolean =>
  due !== null && localDay(zone, asOf - 1) > due;

/** By when what was raised on a day is to be settled: each day is looked up once. */
export function dueBy(
  { zone }: Run,
  reading: { readonly io: Io; readonly allowOutside: boolean },
): (sourced: Sourced, on: Day) => Promise<Due> {
  const known = new Map<string, Due>();
  return async (sourced, on) => {
    const { within = null, calendar = null } = sourced.agreement.disputes ?? {};
    if (within === null) return NEVER;
    const key = `${sourced.file} ${formatDay(on)}`;
    // What was found with the first is not told again.
    const before = known.get(key);
    if (before !== undefined) return { ...before, findings: [] };
    const given = { ...{ sourced, within, calendar }, path: ['disputes', 'within'] };
    const over = await dayOver(given, midnight(zone, on + 1) - 1, zone.zone, reading);
    const due = over.ok ? { day: over.day, findings: [] } : { day: null, findings: over.findings };
    known.set(key, due);
    return due;
  };
}
