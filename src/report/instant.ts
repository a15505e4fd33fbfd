import type { Micros } from '../model/time.ts';

/** ISO 8601 in UTC; milliseconds only where there are some. */
export function iso(instant: Micros): string {
  return new Date(Math.floor(instant / 1000)).toISOString().replace('.000Z', 'Z');
}

/** `Fri 2026-03-06 16:30` in a zone; seconds only where there are some. */
export function local(instant: Micros, zone: string): string {
  const part = partsIn(instant, zone);
  const seconds = part.second === '00' ? '' : `:${part.second}`;
  return `${part.weekday} ${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}${seconds}`;
}

/** Characters of `Fri 2026-03-06`. */
const DATE = 14;

/** `Fri 2026-03-06` in a zone. */
export const dateOf = (instant: Micros, zone: string): string => local(instant, zone).slice(0, DATE);

/** `Fri 2026-03-06 16:30 - 17:00`; the date of the end only where it is another. Midnight belongs to the date that ends. */
export function span(from: Micros, to: Micros, zone: string): string {
  const [start, end] = [local(from, zone), local(to, zone)];
  if (dateOf(to - 1, zone) !== start.slice(0, DATE)) return `${start} - ${end}`;
  return `${start} - ${end.startsWith(start.slice(0, DATE)) ? end.slice(DATE + 1) : '24:00'}`;
}

/** Seconds by which the clocks of a zone changed between two instants: an hour in spring, minus an hour in autumn. */
export function clocksChanged(from: Micros, to: Micros, zone: string): number {
  const wall = (instant: Micros): number => {
    const part = partsIn(instant, zone);
    const number = (name: string) => Number(part[name]);
    return Date.UTC(
      number('year'),
      number('month') - 1,
      number('day'),
      number('hour'),
      number('minute'),
      number('second'),
    );
  };
  return (wall(to) - wall(from)) / 1000 - (Math.floor(to / 1e6) - Math.floor(from / 1e6));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsIn(instant: Micros, zone: string): Readonly<Record<string, string>> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const parts = formatter.formatToParts(new Date(Math.floor(instant / 1000)));
  return Object.fromEntries(parts.map((each) => [each.type, each.value]));
}

/** `4 h 30 min`, `45 s`; the whole of it, never rounded up to the next unit. */
export function duration(seconds: number): string {
  const total = Math.floor(seconds);
  const parts = [
    [Math.floor(total / 3600), 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return said.length === 0 ? '0 s' : said.join(' ');
}
