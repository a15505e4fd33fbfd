import type { Moment } from './cell.ts';
import { dayAt, type ZoneWalk } from './zone.ts';

/** The instant up to which the data tell what happened, and whether dates behind it are stray. */
export interface Told {
  readonly at: number;
  readonly hasStray: boolean;
}

/**
 * The latest of some events that is not stray; null of none. A whole day counts from its beginning, to its end where there is nothing but
 * whole days.
 */
export function presentOf(events: readonly Moment[], zone: ZoneWalk): Told | null {
  const placed = events.map((moment) => {
    const middle = moment.wholeDay ? moment.first + (moment.last - moment.first) / 2 : moment.first;
    return { moment, day: dayAt(zone, middle) };
  });
  const end = lastDay(placed.map(({ day }) => day));
  const kept = placed.filter(({ day }) => end === null || day <= end).map(({ moment }) => moment);
  if (kept.length === 0) return null;
  const onlyDays = events.every(({ wholeDay }) => wholeDay);
  const at = kept.map(({ first, last, wholeDay }) => (wholeDay && !onlyDays ? first : last));
  return { at: Math.max(...at), hasStray: end !== null };
}

/** The last day before stray ones, of the days of all events; null where none is stray. As it is written down, day by day. */
function lastDay(all: readonly number[]): number | null {
  const days = [...new Set(all)].sort((a, b) => a - b);
  const fits = days.slice(0, -1).find((day, i) => {
    const next = days[i + 1] ?? day;
    const pause = next - day;
    const behind = all.filter((other) => other > day).length;
    if (i < 4 || behind > Math.max(5, Math.floor(all.length / 500))) return false;
    const busy = days.filter((other) => other <= day && other > day - 60).length;
    const pauses = days.flatMap((other, k) =>
      k > 0 && other <= day && other > day - 365 ? [other - (days[k - 1] ?? other)] : [],
    );
    const longest = Math.max(...pauses);
    return (pause >= 14 && busy >= 36 && 2 * pause > 3 * longest) || (pause >= 180 && pause > 3 * longest);
  });
  return fits ?? null;
}
