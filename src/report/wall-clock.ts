import type { LocalMicros, Micros } from '../model/time.ts';

const MICROS_PER_DAY = 86_400_000_000;

/**
 * What the clocks of a zone show at an instant. Offsets come from the ICU data of the runtime. They are asked for once a
 * day: one that begins and ends with the same offset has no other in between, because changes lie days apart.
 */
export function wallClock(zone: string): (instant: Micros) => LocalMicros {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const exact = (instant: Micros): Micros => offsetOf(format.format(Math.floor(instant / 1000)));
  const days = new Map<number, Micros | null>();
  return (instant) => {
    const day = Math.floor(instant / MICROS_PER_DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const first = exact(day * MICROS_PER_DAY);
      offset = first === exact((day + 1) * MICROS_PER_DAY) ? first : null;
      days.set(day, offset);
    }
    return instant + (offset ?? exact(instant));
  };
}

/** `3/2/2026, GMT+01:00`; nothing after `GMT` is no offset. */
function offsetOf(text: string): Micros {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(text) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (sign === '-' ? -size : size) * 1e6;
}

/** `2026-03-06 16:30:00`, as spreadsheets of every language read it; milliseconds only where there are some. */
export function wallText(local: LocalMicros): string {
  return new Date(Math.floor(local / 1000))
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}
