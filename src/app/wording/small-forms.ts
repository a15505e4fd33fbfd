import { MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../../calendar/day.ts';
import { language, plural, t } from '../../messages/index.ts';
import { monthName } from '../../messages/months.ts';
import { decimals, whole } from '../../messages/numbers.ts';
import { type Day, type Duration, MS_PER_DAY, type PeriodUnit } from '../../model/time.ts';

export const quoted = (text: string): string => t`“${text}”`;

/** With the decimals that it has. */
export function amountText(value: number): string {
  const [, digits = ''] = String(value).split('.');
  return digits === '' ? whole(value) : decimals(value, digits.length);
}

/** `3 business hours`, `1 calendar day`, `48 hours, day and night`. */
export function durationText(duration: Duration): string {
  if (duration.unit === 'business-days')
    return plural(
      duration.days,
      t`${whole(duration.days)} business day`,
      t`${whole(duration.days)} business days`,
    );
  if (duration.unit === 'calendar-days')
    return plural(
      duration.days,
      t`${whole(duration.days)} calendar day`,
      t`${whole(duration.days)} calendar days`,
    );
  const { micros, unit } = duration;
  const hour = 60 * MICROS_PER_MINUTE;
  if (micros % MICROS_PER_MINUTE !== 0) return secondsText(micros / MICROS_PER_SECOND, unit);
  // Half hours are read as such from two hours on: an hour and a half is ninety minutes.
  if (micros % (micros < 2 * hour ? hour : hour / 2) !== 0)
    return minutesText(micros / MICROS_PER_MINUTE, unit);
  return hoursText(micros / hour, unit);
}

type TimeUnit = 'elapsed' | 'business-time';

function hoursText(n: number, unit: TimeUnit): string {
  const said = amountText(n);
  return unit === 'elapsed'
    ? plural(n, t`${said} hour, day and night`, t`${said} hours, day and night`)
    : plural(n, t`${said} business hour`, t`${said} business hours`);
}

function minutesText(n: number, unit: TimeUnit): string {
  const said = whole(n);
  return unit === 'elapsed'
    ? plural(n, t`${said} minute, day and night`, t`${said} minutes, day and night`)
    : plural(n, t`${said} business minute`, t`${said} business minutes`);
}

function secondsText(n: number, unit: TimeUnit): string {
  const said = amountText(n);
  return unit === 'elapsed'
    ? plural(n, t`${said} second, day and night`, t`${said} seconds, day and night`)
    : plural(n, t`${said} business second`, t`${said} business seconds`);
}

export function perText(unit: PeriodUnit): string {
  switch (unit) {
    case 'day':
      return t`per day`;
    case 'week':
      return t`per week`;
    case 'month':
      return t`per month`;
    case 'quarter':
      return t`per quarter`;
    case 'year':
      return t`per year`;
  }
}

/** `15 April 2026`; French writes the first of a month as `1er`. */
export function dateText(day: Day, { year = true } = {}): string {
  const date = new Date(day * MS_PER_DAY);
  const text = `${date.getUTCDate()} ${monthName(date.getUTCMonth())}${year ? ` ${date.getUTCFullYear()}` : ''}`;
  return language() === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** `10 to 14 August 2026`, `21 and 22 May 2026`, one date. */
export function datesText({ from, to }: { readonly from: Day; readonly to: Day }): string {
  if (from === to) return t`on ${dateText(to)}`;
  const [first, last] = [new Date(from * MS_PER_DAY), new Date(to * MS_PER_DAY)];
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear();
  const sameMonth = sameYear && first.getUTCMonth() === last.getUTCMonth();
  const date = first.getUTCDate();
  const numeral = language() === 'fr' && date === 1 ? '1er' : String(date);
  const begin = sameMonth ? numeral : dateText(from, { year: !sameYear });
  return to - from === 1 ? t`on ${begin} and ${dateText(to)}` : t`from ${begin} to ${dateText(to)}`;
}

/** Minutes of a day: `9:00`, `9 h`, `13 h 30`; past midnight of the next day. */
export function timeText(minutes: number): string {
  if (minutes === 1440) return t`24:00`;
  const rest = minutes % 1440;
  const [hour, minute] = [Math.floor(rest / 60), String(rest % 60).padStart(2, '0')];
  if (minutes > 1440) return minute === '00' ? t`${hour}:00 the next day` : t`${hour}:${minute} the next day`;
  return minute === '00' ? t`${hour}:00` : t`${hour}:${minute}`;
}
