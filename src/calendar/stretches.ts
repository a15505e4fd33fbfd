import type { ZoneTable } from '../model/reading.ts';
import type { Day, Micros } from '../model/time.ts';
import { hoursWithin } from './closures.ts';
import { MICROS_PER_DAY, MICROS_PER_MINUTE } from './day.ts';
import type { DayPlan, Openings, OpenStretch } from './windows.ts';
import { toLocal, toUtc } from './zone.ts';

/**
 * Why a stretch of time counts, or does not, in words that a reader can check on a calendar: `lunch` is a
 * short pause between two windows of one date in the middle of the day, `weekend` a weekday without
 * windows, `closure` a closed date of the agreement, `closed` any other time of an open day outside its
 * windows; `holiday` also the hours that an event of a calendar file closes.
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
  const ground = { out, openings, planOf };
  let at = from;
  let previous: OpenStretch | null = null;
  for (const stretch of openings.stretches) {
    const { open, close } = stretch;
    if (open >= to) break;
    if (close > from) {
      addPause(ground, { before: previous, after: stretch }, { from: at, to: open });
      const end = Math.min(close, to);
      const { season } = planOf(stretch.firstDay);
      const opened: Stretch = { from: Math.max(open, from), to: end, counted: true, reason: 'open' };
      add(out, season === null ? opened : { ...opened, name: season });
      at = end;
    }
    previous = stretch;
  }
  const next = openings.stretches.find((stretch) => stretch.open >= to) ?? null;
  addPause(ground, { before: previous, after: next }, { from: at, to });
  return out;
}

interface Ground {
  readonly out: Stretch[];
  readonly openings: Openings;
  readonly planOf: (day: Day) => DayPlan;
}

interface Span {
  readonly from: Micros;
  readonly to: Micros;
}

interface Pause {
  readonly before: OpenStretch | null;
  readonly after: OpenStretch | null;
}

/** What is asked for of a pause between two neighbours: the hours that an event took, and the rest. */
function addPause(ground: Ground, pause: Pause, asked: Span): void {
  if (asked.to <= asked.from) return;
  const from = pause.before?.close ?? asked.from;
  const to = pause.after?.open ?? asked.to;
  const sameDay = pause.before !== null && pause.before.lastDay === pause.after?.firstDay;
  const rest = (part: Span): void => {
    const clipped = { from: Math.max(part.from, asked.from), to: Math.min(part.to, asked.to) };
    if (clipped.to <= clipped.from) return;
    if (sameDay && isLunch(ground.openings.zone, part))
      add(ground.out, { ...clipped, counted: false, reason: 'lunch' });
    else addClosed({ ...ground, ...clipped });
  };
  let at = from;
  for (const hours of hoursWithin(ground.openings.taken, from, to)) {
    rest({ from: at, to: hours.from });
    const clipped = { from: Math.max(hours.from, asked.from), to: Math.min(hours.to, asked.to) };
    if (clipped.to > clipped.from)
      add(ground.out, { ...clipped, counted: false, reason: 'holiday', name: hours.name });
    at = hours.to;
  }
  rest({ from: at, to });
}

const HOUR = 60 * MICROS_PER_MINUTE;

const LONGEST_LUNCH = 3 * HOUR;

/** Of the local day; a lunch holds some time between them. */
const [LUNCH_FROM, LUNCH_TO] = [11 * HOUR, 15 * HOUR];

/** Whether a whole pause between two windows of one date is a lunch, of which a span may hold a part. */
function isLunch(zone: ZoneTable, { from, to }: Span): boolean {
  if (to - from > LONGEST_LUNCH) return false;
  const midnight = Math.floor(toLocal(zone, to) / MICROS_PER_DAY) * MICROS_PER_DAY;
  return toLocal(zone, from) - midnight < LUNCH_TO && toLocal(zone, to) - midnight > LUNCH_FROM;
}

/** Closed time, one local date at a time. */
function addClosed({ out, openings, planOf, from, to }: Ground & Span): void {
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
