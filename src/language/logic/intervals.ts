/** The numbers between two ends; an open end does not belong to them. */
export interface Interval {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

export const ALL_NUMBERS: Interval = {
  low: Number.NEGATIVE_INFINITY,
  lowOpen: true,
  high: Number.POSITIVE_INFINITY,
  highOpen: true,
};

export function contains({ low, lowOpen, high, highOpen }: Interval, value: number): boolean {
  return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
}

/** Null where no number is in both. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const [low, lowOpen] =
    a.low === b.low
      ? [a.low, a.lowOpen || b.lowOpen]
      : a.low > b.low
        ? [a.low, a.lowOpen]
        : [b.low, b.lowOpen];
  const [high, highOpen] =
    a.high === b.high
      ? [a.high, a.highOpen || b.highOpen]
      : a.high < b.high
        ? [a.high, a.highOpen]
        : [b.high, b.highOpen];
  return low > high || (low === high && (lowOpen || highOpen)) ? null : { low, lowOpen, high, highOpen };
}

/** What is left of an interval without another: none, one or two intervals. */
export function subtract(from: Interval, gone: Interval): readonly Interval[] {
  const below: Interval = {
    low: Number.NEGATIVE_INFINITY,
    lowOpen: true,
    high: gone.low,
    highOpen: !gone.lowOpen,
  };
  const above: Interval = {
    low: gone.high,
    lowOpen: !gone.highOpen,
    high: Number.POSITIVE_INFINITY,
    highOpen: true,
  };
  return [intersect(from, below), intersect(from, above)].filter((left) => left !== null);
}
