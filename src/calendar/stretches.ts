import type { Day, Micros } from '../model/time.ts';
import { MICROS_PER_DAY, MICROS_PER_MINUTE } from './day.ts';
import type { DayPlan, Openings, OpenStretch } from './windows.ts';
import { toLocal, toUtc } from './zone.ts';

/**
 * Why a stretch of time counts, or does not, in words that a reader can check on a calendar: `lunch` is a
 * short pause between two windows of one date in the middle of the day, `weekend` a weekday without
 * windows, `closure` a closed date of the agreement, `closed` any other time of an open day outside its
 * windows.
 */
type StretchReason = 'open' | 'lunch' | 'weekend' | 'holiday' | 'closure' | 'closed';

export interface Stretch {
  readonly from: Micros;
  readonly to: Micros;
  readonly counted: boolean;
  readonly reason: StretchReason;
  /** Of a holiday; of time that counts, the dates of the season whose hours these are. */
  readonly name?: string;
}

/**
 * Cuts `[from, to)` into stretches that follow one another without a hole. Neighbours differ in reason or
 * in name: a night splits from a weekend at local midnight. The openings must cover the span.
 */
export function stretchesOf(
  openings: Openings,
  planOf: (day: Day) => DayPlan,
  from: Micros,
  to: Micros,
): Stretch[] {
  const out: Stretch[] = [];
  let at = from;
  let previous: OpenStretch | null = null;
  for (const stretch of openings.stretches) {
    const { open, close } = stretch;
    if (open >= to) break;
    if (close > from) {
      if (open > at && isLunch(openings, previous, stretch))
        add(out, { from: at, to: open, counted: false, reason: 'lunch' });
      else if (open > at) addClosed({ out, openings, planOf, from: at, to: open });
      const end = Math.min(close, to);
      const { season } = planOf(stretch.firstDay);
      const opened: Stretch = { from: Math.max(open, from), to: end, counted: true, reason: 'open' };
      add(out, season === null ? opened : { ...opened, name: season });
      at = end;
    }
    previous = stretch;
  }
  const next = openings.stretches.find((stretch) => stretch.open >= to);
  if (at < to && next && isLunch(openings, previous, next)) {
    add(out, { from: at, to, counted: false, reason: 'lunch' });
  } else if (at < to) {
    addClosed({ out, openings, planOf, from: at, to });
  }
  return out;
}

const HOUR = 60 * MICROS_PER_MINUTE;

const LONGEST_LUNCH = 3 * HOUR;

/** Of the local day; a lunch holds some time between them. */
const [LUNCH_FROM, LUNCH_TO] = [11 * HOUR, 15 * HOUR];

/** Whether the whole pause between two neighbours is a lunch, of which a span may hold a part. */
function isLunch({ zone }: Openings, before: OpenStretch | null, after: OpenStretch): boolean {
  if (before === null || before.lastDay !== after.firstDay) return false;
  if (after.open - before.close > LONGEST_LUNCH) return false;
  const midnight = after.firstDay * MICROS_PER_DAY;
  return (
    toLocal(zone, before.close) - midnight < LUNCH_TO && toLocal(zone, after.open) - midnight > LUNCH_FROM
  );
}

/** Closed time, one local date at a time. */
function addClosed({
  out,
  openings,
  planOf,
  from,
  to,
}: {
  readonly out: Stretch[];
  readonly openings: Openings;
  readonly planOf: (day: Day) => DayPlan;
  readonly from: Micros;
  readonly to: Micros;
}): void {
  const { zone } = openings;
  let at = from;
  for (let day = Math.floor(toLocal(zone, from) / MICROS_PER_DAY); at < to; day++) {
    const midnight = toUtc(zone, (day + 1) * MICROS_PER_DAY, 'first');
    if (midnight <= at) continue;
    const plan = planOf(day);
    const end = Math.min(midnight, to);
    const reason = plan.closedBy ?? 'closed';
    const stretch: Stretch = { from: at, to: end, counted: false, reason };
    add(out, plan.holiday === null ? stretch : { ...stretch, name: plan.holiday });
    at = end;
  }
}

function add(out: Stretch[], stretch: Stretch): void {
  const previous = out.at(-1);
  if (previous && previous.reason === stretch.reason && previous.name === stretch.name) {
    out[out.length - 1] = { ...previous, to: stretch.to };
  } else {
    out.push(stretch);
  }
}
