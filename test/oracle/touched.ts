import { type Bench, isToldOf, stopEnds, stopOf } from './case.ts';
import type { Moment } from './cell.ts';
import { holds, type Touched } from './condition.ts';
import type { Read } from './source.ts';

/**
 * Whether a lead has an activity that has come, meets a condition, and surely came no later than a stage; a
 * stage that was not reached, or is told of another hand-over, comes after all of them.
 */
export const touches =
  (lead: Read, bench: Bench) =>
  ({ source, where, before }: Touched): boolean => {
    const { activities, agreement, asOf } = bench;
    const stage = before !== undefined && isToldOf(lead, before, bench) ? stopOf(before, lead, bench) : null;
    const last = Math.min(asOf, stage === null ? asOf : stage.last);
    return (activities[source] ?? []).some(
      ({ key, row }) =>
        key === lead.key &&
        row.at !== null &&
        holds(where, row, agreement) &&
        stopEnds(row.at as Moment).first <= last,
    );
  };
