import { MICROS_PER_DAY, weekday } from '../calendar/day.ts';
import { toLocal, ZONES_RELEASE, zoneTable } from '../calendar/zone.ts';
import { civilWords } from '../messages/civil.ts';
import { language, t } from '../messages/index.ts';
import { shortWeekday, weekdayName } from '../messages/weekdays.ts';
import type { Micros } from '../model/time.ts';

export { civil } from '../messages/civil.ts';

/** ISO 8601 in UTC; milliseconds only where there are some. */
export function iso(instant: Micros): string {
  return new Date(Math.floor(instant / 1000)).toISOString().replace('.000Z', 'Z');
}

/** `Fri 2026-03-06 16:30` in a zone, `ven. 06/03/2026 16:30`; seconds only where there are some. */
export function local(instant: Micros, zone: string): string {
  const part = partsIn(instant, zone);
  return `${dateText(part)} ${timeText(part)}`;
}

/**
 * `Friday 6 March 2026, 16:30` in a zone, `vendredi 6 mars 2026 à 16 h 30`: what sentences say. Columns have
 * `local`, in which dates stand under one another.
 */
export function spokenInstant(instant: Micros, zone: string): string {
  return dateAndTime(spokenDate(instant, zone), spokenTime(instant, zone));
}

/** `16:30`, `16 h 30`; seconds only where there are some. */
function spokenTime(instant: Micros, zone: string): string {
  const { hour, minute, second } = partsIn(instant, zone);
  if (second !== '00') return t`${Number(hour)}:${minute}:${second}`;
  return minute === '00' ? t`${Number(hour)}:00` : t`${Number(hour)}:${minute}`;
}

const dateAndTime = (date: string, time: string): string => t`${date}, ${time}`;

/** `Friday 6 March 2026` in a zone, `vendredi 6 mars 2026`. */
export function spokenDate(instant: Micros, zone: string): string {
  const { day, month, year } = partsIn(instant, zone);
  const clock = toLocal(zoneTable(zone, instant, instant), instant);
  return `${weekdayName(weekday(Math.floor(clock / MICROS_PER_DAY)))} ${civilWords(`${year}-${month}-${day}`)}`;
}

/** The end of open time as a sentence says it: midnight belongs to the date that ends, as in `localEnd`. */
export function spokenEnd(instant: Micros, zone: string): string {
  return dateAndTime(...endInWords(instant, zone));
}

/** The day and the time of such an end. */
export function endInWords(instant: Micros, zone: string): readonly [day: string, time: string] {
  const [last, day] = [spokenDate(instant - 1, zone), spokenDate(instant, zone)];
  const ends = timeText(partsIn(instant, zone)) === '00:00' && last !== day;
  return ends ? [last, t`24:00`] : [day, spokenTime(instant, zone)];
}

/**
 * The end of open time as `local` shows it, but `Fri 2026-03-06 24:00` at midnight: it belongs to the date
 * that ends, on which people worked, as `span` has it. Where the clocks show a midnight twice, the second
 * ends no date.
 */
export function localEnd(instant: Micros, zone: string): string {
  const [last, end] = [dateOf(instant - 1, zone), partsIn(instant, zone)];
  return timeText(end) === '00:00' && last !== dateText(end) ? `${last} ${t`24:00`}` : local(instant, zone);
}

/** `Fri 2026-03-06` in a zone. */
export const dateOf = (instant: Micros, zone: string): string => dateText(partsIn(instant, zone));

/**
 * `Fri 2026-03-06 16:30 - 17:00`; the date of the end only where it is another. Midnight belongs to the
 * date that ends.
 */
export function span(from: Micros, to: Micros, zone: string): string {
  const [start, end] = [partsIn(from, zone), partsIn(to, zone)];
  const date = dateText(start);
  const head = `${date} ${timeText(start)}`;
  if (dateOf(to - 1, zone) !== date) return `${head} - ${dateText(end)} ${timeText(end)}`;
  return `${head} - ${dateText(end) === date ? timeText(end) : '24:00'}`;
}

/** Where the instant of an answer comes from, after it: `as of ..., as asked for`. */
export function asOfFromText(from: 'flag' | 'data'): string {
  return from === 'flag' ? t`as asked for` : t`the latest instant in the data`;
}

/** A time zone and the release of the rules that tell what its clocks show: `Europe/Paris (zones 2026f)`. */
export const zoneText = (zone: string): string => t`${zone} (zones ${ZONES_RELEASE})`;

/** The last line of a list of problems: which rules the clocks followed. */
export const zonesLine = (): string => `${t`zones ${ZONES_RELEASE}`}\n`;

/**
 * Seconds by which the clocks of a zone changed between two instants: an hour in spring, minus an hour in
 * autumn.
 */
export function clocksChanged(from: Micros, to: Micros, zone: string): number {
  const wall = (instant: Micros): number => {
    const part = partsIn(instant, zone);
    const number = (name: Exclude<keyof Parts, 'weekday'>) => Number(part[name]);
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

type Parts = Readonly<Record<'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>;

const dateText = ({ weekday, year, month, day }: Parts): string => t`${weekday} ${year}-${month}-${day}`;

const timeText = ({ hour, minute, second }: Parts): string =>
  `${hour}:${minute}${second === '00' ? '' : `:${second}`}`;

function partsIn(instant: Micros, zone: string): Parts {
  const clock = toLocal(zoneTable(zone, instant, instant), instant);
  const day = Math.floor(clock / MICROS_PER_DAY);
  const [date = '', time = ''] = new Date(Math.floor(clock / 1000)).toISOString().split('T');
  const [year = '', month = '', ofMonth = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = time.slice(0, 8).split(':');
  return { weekday: shortWeekday(weekday(day)), year, month, day: ofMonth, hour, minute, second };
}

/** `4 h 30 min`, `45 s`; the whole of it, never rounded up to the next unit. In French it never breaks. */
export function duration(seconds: number): string {
  const total = Math.floor(seconds);
  const parts = [
    [Math.floor(total / 3600), 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ] as const;
  const space = language() === 'fr' ? '\u00a0' : ' ';
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${space}${unit}`);
  return said.length === 0 ? `0${space}s` : said.join(space);
}
