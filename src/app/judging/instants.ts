import { dayOf, MICROS_PER_DAY, parseDay } from '../../calendar/day.ts';
import { localMidnight, toUtc, zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Day, Micros } from '../../model/time.ts';

export type ParsedInstant =
  | { readonly ok: true; readonly at: Micros }
  | { readonly ok: false; readonly message: string; readonly help: string };

const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * An instant as somebody types it: with an offset it is that instant, without one it is local time of
 * `zone`. A date alone is the end of that day (`end`) or its beginning.
 */
export function parseInstant(text: string, zone: string, dateMeans: 'begin' | 'end'): ParsedInstant {
  const match = FORM.exec(text.trim());
  const day = match ? parseDay(match[1] ?? '') : null;
  const [hour, minute, second] = [Number(match?.[2] ?? 0), Number(match?.[3] ?? 0), Number(match?.[4] ?? 0)];
  if (!match || !day?.ok || hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) {
    return {
      ok: false,
      message: day && !day.ok ? day.message : t`"${text}" is not an instant`,
      help: t`write 2026-03-06, 2026-03-06T16:30 or 2026-03-06T16:30:00+01:00`,
    };
  }
  if (match[2] === undefined)
    return { ok: true, at: localMidnight(zone, day.value + (dateMeans === 'end' ? 1 : 0)) };
  const micros = Number((match[5] ?? '').padEnd(6, '0') || 0);
  const local = day.value * MICROS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1e6 + micros;
  const offset = match[6];
  if (offset !== undefined) return { ok: true, at: local - offsetMicros(offset) };
  return {
    ok: true,
    at: toUtc(zoneTable(zone, local, local), local, dateMeans === 'end' ? 'last' : 'first'),
  };
}

/** `2026-03` as its first day and the first day of the next month. */
export function parseMonth(text: string): { readonly from: Day; readonly to: Day } | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  const from = dayOf(year, month, 1);
  const to = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return from === null || to === null || month < 1 || year < 1900 ? null : { from, to };
}

function offsetMicros(offset: string): Micros {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60e6;
}
