import { dateOf } from '../../oracle/zone.ts';
import type { Random } from './random.ts';

export const DATETIME_FORMATS = [
  'iso',
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy hh:mm a',
  'dd.MM.yyyy HH:mm:ss',
] as const;

/** A local time, in seconds since 1970 as if there were no zones, as a cell. */
export function timeCell(local: number, format: string, random: Random): string {
  const day = Math.floor(local / 86_400);
  const time = new Date(local * 1000).toISOString();
  const [hh = '', mm = '', ss = ''] = time.slice(11, 19).split(':');
  const date = dateCell(day, format);
  if (random.chance(0.06)) return date;
  if (format === 'dd/MM/yyyy HH:mm') return `${date} ${hh}:${mm}`;
  if (format === 'dd.MM.yyyy HH:mm:ss') return `${date} ${hh}:${mm}:${ss}`;
  if (format === 'MM/dd/yyyy hh:mm a') {
    const hour = Number(hh) % 12 || 12;
    return `${date} ${String(hour).padStart(2, '0')}:${mm} ${Number(hh) < 12 ? 'AM' : 'PM'}`;
  }
  const seconds = ss === '00' && random.chance(0.3) ? '' : `:${ss}`;
  const offset = random.chance(0.15) ? random.pick(['Z', '+02:00', '-05:00', '+05:30']) : '';
  return `${date}${random.pick(['T', ' '])}${hh}:${mm}${seconds}${offset}`;
}

/** A date, days since 1970, as a cell. */
export function dateCell(day: number, format: string): string {
  const [year, month, date] = dateOf(day).split('-');
  if (format.startsWith('dd/MM')) return `${date}/${month}/${year}`;
  if (format.startsWith('MM/dd')) return `${month}/${date}/${year}`;
  if (format.startsWith('dd.MM')) return `${date}.${month}.${year}`;
  return `${year}-${month}-${date}`;
}

/** A date that no calendar has. */
export const noDate = (format: string): string =>
  dateCell(0, format).replace(/1970/, '2026').replace(/01/, '32');

/** Mostly on the half hour, so that times fall on openings, closings and dues. */
export function timeOfDay(random: Random): number {
  if (random.chance(0.3)) return random.int(0, 3) * 3600 + random.pick([0, 900, 1800, 2700]);
  if (random.chance(0.7)) return random.int(0, 47) * 1800;
  return random.chance(0.6) ? random.int(0, 1439) * 60 : random.int(0, 86_399);
}

/** From a start to what follows it: seconds, now and then negative. */
export function wait(random: Random): number {
  if (random.chance(0.05)) return -random.int(1, 60) * 1800;
  if (random.chance(0.1)) return 0;
  if (random.chance(0.5)) return random.int(0, 40) * 1800;
  if (random.chance(0.5)) return random.int(0, 8) * 86_400;
  return random.int(0, 12 * 86_400);
}
