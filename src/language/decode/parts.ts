import { parseDay, parseDayRange } from '../../calendar/day.ts';
import { parseDuration } from '../../calendar/duration.ts';
import { isZone, zoneNames } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Day, DayRange, Duration } from '../../model/time.ts';
import type { Report } from './report.ts';

/**
 * Small forms that many sections use. Each reports what is wrong, and gives null for that and for what is
 * absent.
 */

export function duration(raw: unknown, path: YamlPath, report: Report): Duration | null {
  if (typeof raw !== 'string') return null;
  const parsed = parseDuration(raw);
  return parsed.ok
    ? parsed.duration
    : report('wrong-duration', path, { message: parsed.message, help: parsed.help });
}

export function day(raw: unknown, path: YamlPath, report: Report): Day | null {
  if (typeof raw !== 'string') return null;
  const parsed = parseDay(raw);
  return parsed.ok
    ? parsed.value
    : report('wrong-date', path, { message: parsed.message, help: parsed.help });
}

export function dayRange(raw: unknown, path: YamlPath, report: Report): DayRange | null {
  if (typeof raw !== 'string') return null;
  const parsed = parseDayRange(raw);
  return parsed.ok
    ? parsed.value
    : report('wrong-date', path, { message: parsed.message, help: parsed.help });
}

export function zone(raw: unknown, path: YamlPath, report: Report): string | null {
  if (typeof raw !== 'string') return null;
  if (isZone(raw)) return raw;
  const near = nearest(raw, zoneCandidates());
  const write = t`write an IANA name such as Europe/Paris`;
  const help = near === null ? write : t`did you mean "${near}"? ${write}`;
  return report('unknown-zone', path, { message: t`"${raw}" is not a time zone`, help });
}

/** `Paris` means Europe/Paris. */
function zoneCandidates(): readonly { readonly name: string; readonly also: readonly string[] }[] {
  const names = zoneNames().filter((name) => !/^(?:Brazil|Canada|Chile|Etc|Mexico|US)\//.test(name));
  return names.map((name) => ({ name, also: [name.split('/').at(-1) ?? name] }));
}

/** `5%` as 0.05. */
export function percentage(raw: unknown, path: YamlPath, report: Report): number | null {
  if (typeof raw !== 'string') return null;
  const match = /^\s*(\d{1,3}(?:\.\d+)?)\s*%\s*$/.exec(raw);
  const value = match ? fraction(match[1] ?? '') : null;
  if (value !== null && value <= 1) return value;
  return report('wrong-form', path, {
    message: t`"${raw}" is not a percentage from 0% to 100%`,
    help: t`write for example 5%`,
  });
}

/**
 * A percentage's digits as the nearest fraction of 1: `0.1` + shift of the decimal point, so that 95 gives 0.95
 * exactly.
 */
export function fraction(digits: string): number {
  return Number(`${digits}e-2`);
}

/** Kinds are words of the language; a sentence puts `a` or `an` before them. */
export const isAn = (kind: string): boolean => /^[aeiou]/.test(kind);
