import type { Day, DayRange } from '../model/time.ts';

/** Ranges of dates, sorted and disjoint, so that thousands of them cost one binary search a date. */

export function mergeRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const previous = merged.at(-1);
    if (previous && range.from <= previous.to + 1) {
      merged[merged.length - 1] = {
        from: previous.from,
        to: Math.max(previous.to, range.to),
      };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** The range that holds a date, of sorted and disjoint ones. */
export function rangeAt<T extends DayRange>(ranges: readonly T[], day: Day): T | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? day) < day) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.from <= day ? range : undefined;
}
