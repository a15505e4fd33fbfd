import type { FieldDef } from '../../model/agreement.ts';

/**
 * The date of a cell in its one form, so that two of them can be put in an order: `2026-07-10` where it is a
 * day, `2026-07-10T09:00:00` where it is a time of the source's zone, the same with a `Z` where the cell says
 * of which zone it is. A cell of another format, or that is no date of which a reader makes one, is as it is
 * written, behind a question mark. Blank is blank.
 */
export function dateMeant(cell: string, { type, format }: Pick<FieldDef, 'type' | 'format'>): string {
  if (cell === '') return '';
  const found = (format ?? 'iso') === 'iso' ? isoOf(cell) : null;
  if (found === null) return `? ${cell}`;
  if (type !== 'date') return found;
  // A day is written with a time only where that is midnight.
  const [day = '', time] = found.split('T');
  return time === undefined || /^00:00:00Z?$/.test(time) ? day : `? ${cell}`;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)? ?(Z|z|UTC|GMT|(?:UTC|GMT) ?[+-]\d|(?:(?:UTC|GMT) ?)?[+-]\d\d(?::?\d\d)?)?$/;

/** Null where it is none, or lies outside of the years that are read: 1990 to 2099. */
function isoOf(cell: string): string | null {
  const found = ISO.exec(cell);
  if (found === null) return null;
  const [, year, month, day, hour, minute = 0, second = 0, fraction = '', zone] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.toISOString().startsWith(`${year}-${month}-${day}`) && isRead(Number(year));
  if (!isDay || (hour === undefined && zone !== undefined)) return null;
  if (hour === undefined) return `${year}-${month}-${day}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offset = zone === undefined ? 0 : minutesOf(zone);
  date.setUTCHours(Number(hour), Number(minute) - offset, Number(second));
  const digits = fraction.replace(/0+$/, '');
  return `${date.toISOString().slice(0, 19)}${digits === '' ? '' : `.${digits}`}${zone === undefined ? '' : 'Z'}`;
}

const isRead = (year: number): boolean => year >= 1990 && year <= 2099;

/** `Z`, `UTC`, `+01`, `+0130`, `+01:30`, `GMT+1` in minutes. */
function minutesOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
