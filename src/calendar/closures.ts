import type { Day, Micros } from '../model/time.ts';

/** What closes a calendar beside its own dates: public holidays, and the events of calendar files. */
export interface Closures {
  /** Closed as a whole, with their names. */
  readonly days: ReadonlyMap<Day, string>;
  /** Ascending and disjoint. */
  readonly hours: readonly ClosedHours[];
}

export const NOTHING_CLOSED: Closures = { days: new Map(), hours: [] };

export interface ClosedHours {
  readonly from: Micros;
  /** Exclusive. */
  readonly to: Micros;
  readonly name: string;
}

/** Sorted; of two that overlap, the later begins where the earlier ends. */
export function disjoint(hours: readonly ClosedHours[]): readonly ClosedHours[] {
  const found: ClosedHours[] = [];
  for (const each of [...hours].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(each.from, found.at(-1)?.to ?? each.from);
    if (each.to > from) found.push({ ...each, from });
  }
  return found;
}

/** The hours, of disjoint ones, that overlap a span. */
export function hoursWithin(hours: readonly ClosedHours[], from: Micros, to: Micros): readonly ClosedHours[] {
  let [low, high] = [0, hours.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.to ?? from) <= from) low = middle + 1;
    else high = middle;
  }
  const found: ClosedHours[] = [];
  for (let i = low; i < hours.length; i++) {
    const each = hours[i];
    if (!each || each.from >= to) break;
    found.push({ ...each, from: Math.max(each.from, from), to: Math.min(each.to, to) });
  }
  return found;
}
