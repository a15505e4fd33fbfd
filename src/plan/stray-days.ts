/** A local date on which something happened, as a whole number of days, and how many events it has. */
export interface EventDay {
  readonly day: number;
  readonly n: number;
}

/** Where the data end, when dates stand alone behind a long pause. */
export interface DataEnd {
  /** The last day before the pause. */
  readonly lastDay: number;
  /** Days from there to the next event. */
  readonly pause: number;
  /** The longest pause that ended in the year before it, in days. */
  readonly longest: number;
  /** Events behind the pause. */
  readonly stray: number;
}

/** Days with an event before which nothing is told from its pauses. */
const FEWEST_DAYS = 5;
/** Events that may be stray: so many, or so many of a thousand of all. */
const FEW = { events: 5, ofThousand: 2 };
/**
 * A pause of two weeks, in data with an event on 36 of 60 days, where it is more than 1.5 times as long as
 * any of the year.
 */
const BUSY = { pause: 14, days: 36, of: 60, longer: 1.5 };
/** In thinner data only half a year counts, and more than three times as long. */
const THIN = { pause: 180, longer: 3 };
const YEAR = 365;

/**
 * When nothing at all happened for two weeks or more, though before that something happened on three days
 * of five, and no pause of the year before was nearly as long, then the data end there: the few dates
 * behind such a pause are stray. In thinner data only half a year of silence counts. Of several such pauses
 * the earliest counts, so that typing errors at several places go together. Null where no date is stray.
 * The days come in their order, each once.
 */
export function endOfData(days: readonly EventDay[]): DataEnd | null {
  const total = days.reduce((sum, { n }) => sum + n, 0);
  const few = Math.max(FEW.events, Math.floor((total * FEW.ofThousand) / 1000));
  let found: DataEnd | null = null;
  let behind = 0;
  for (let i = days.length - 1; i >= FEWEST_DAYS; i--) {
    behind += days[i]?.n ?? 0;
    if (behind > few) break;
    const last = days[i - 1]?.day ?? 0;
    const pause = (days[i]?.day ?? 0) - last;
    if (pause < BUSY.pause) continue;
    const longest = longestBefore(days, i - 1);
    const isBusy = daysWithin(days, i - 1, BUSY.of) >= BUSY.days && pause > BUSY.longer * longest;
    const isLong = pause >= THIN.pause && pause > THIN.longer * longest;
    if (isBusy || isLong) found = { lastDay: last, pause, longest, stray: behind };
  }
  return found;
}

/** Of the pauses that ended in the year up to a day. */
function longestBefore(days: readonly EventDay[], at: number): number {
  const to = days[at]?.day ?? 0;
  let longest = 0;
  for (let i = at; i > 0; i--) {
    const day = days[i]?.day ?? 0;
    if (day <= to - YEAR) break;
    longest = Math.max(longest, day - (days[i - 1]?.day ?? 0));
  }
  return longest;
}

/** How many days with an event there are among so many that end with one. */
function daysWithin(days: readonly EventDay[], at: number, length: number): number {
  const to = days[at]?.day ?? 0;
  let n = 0;
  for (let i = at; i >= 0 && (days[i]?.day ?? 0) > to - length; i--) n++;
  return n;
}
