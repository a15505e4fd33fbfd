import { parseDay } from '../../calendar/day.ts';
import { neverOpens } from '../../calendar/windows.ts';
import { assembleWeek, parseDayKey, parseWindows } from '../../calendar/week.ts';
import { t } from '../../messages/index.ts';
import type { CalendarDef, HolidayRef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { DayRange, Window } from '../../model/time.ts';
import { dayRange, zone } from './parts.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, list, map } from './report.ts';

/** The calendars that could be decoded, by id. */
export function calendars(root: Raw, report: Report): Readonly<Record<string, CalendarDef>> {
  const decoded: Record<string, CalendarDef> = {};
  for (const [id, raw] of Object.entries(map(root, 'calendars'))) {
    const path: YamlPath = ['calendars', id];
    const named = checkId(id, path, report, 'key');
    if (!isMap(raw)) continue;
    const timezone = zone(raw.timezone, [...path, 'timezone'], report);
    const week = weekOf(raw, path, report);
    const holidays = list(raw, 'holidays').flatMap(
      (ref, i) => holiday(ref, [...path, 'holidays', i], report) ?? [],
    );
    const closed = list(raw, 'closed').flatMap(
      (range, i) => closure(range, [...path, 'closed', i], report) ?? [],
    );
    const open = Object.entries(map(raw, 'open')).flatMap(
      ([key, windows]) => opening(key, windows, path, report) ?? [],
    );
    if (!named || timezone === null || week === null) continue;
    const def = { id, timezone, week, holidays, closed, open: open.sort((a, b) => a.day - b.day) };
    if (neverOpens(def)) closedForGood([...path, 'closed'], report);
    decoded[id] = def;
  }
  return decoded;
}

function weekOf(raw: Raw, path: YamlPath, report: Report): CalendarDef['week'] | null {
  if (!isMap(raw.week)) return null;
  const entries: { key: string; windows: readonly Window[] }[] = [];
  let sound = true;
  for (const [key, texts] of Object.entries(raw.week)) {
    const at = [...path, 'week', key];
    const days = parseDayKey(key);
    if (!days.ok) report('wrong-day', at, days.message, days.help, 'key');
    const windows = windowsOf(texts, at, report);
    if (days.ok && windows !== null) entries.push({ key, windows });
    else sound = false;
  }
  const week = assembleWeek(entries);
  if (!week.ok) return report('repeated-day', [...path, 'week', week.key], week.message, week.help, 'key');
  if (sound && week.value.every((windows) => windows.length === 0)) {
    const help = t`give at least one day its hours: mon-fri: [09:00-17:00]`;
    return report(
      'never-opens',
      [...path, 'week'],
      t`The calendar "${path[1] ?? ''}" never opens`,
      help,
      'key',
    );
  }
  return sound ? week.value : null;
}

function closedForGood(path: YamlPath, report: Report): void {
  const help = t`end what is closed on a date: 2026-08-10..2026-08-14`;
  report('never-opens', path, t`The calendar "${path[1] ?? ''}" never opens`, help, 'key');
}

function windowsOf(raw: unknown, path: YamlPath, report: Report): readonly Window[] | null {
  if (!Array.isArray(raw) || raw.some((text) => typeof text !== 'string')) return null;
  const parsed = parseWindows(raw as readonly string[]);
  if (parsed.ok) return parsed.value;
  return report('wrong-window', [...path, parsed.index ?? 0], parsed.message, parsed.help);
}

function holiday(raw: unknown, path: YamlPath, report: Report): HolidayRef | null {
  if (typeof raw !== 'string') return null;
  if (/\.ics$/i.test(raw)) return { kind: 'ics', file: raw };
  const rule = /^([A-Z]{2})(?:-([A-Z0-9]{1,4}(?:-[A-Z0-9]{1,4})?))?$/.exec(raw);
  if (rule) return { kind: 'rule', country: rule[1] ?? '', region: rule[2] ?? null, text: raw };
  const upper = raw.toUpperCase();
  const help = /^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/.test(upper)
    ? t`write "${upper}" in capitals`
    : t`write a country such as FR, a region such as FR-57, or the path of an .ics file`;
  return report('wrong-holidays', path, t`"${raw}" names no public holidays`, help);
}

function closure(raw: unknown, path: YamlPath, report: Report): DayRange | null {
  return dayRange(raw, path, report);
}

function opening(
  key: string,
  raw: unknown,
  calendar: YamlPath,
  report: Report,
): CalendarDef['open'][number] | null {
  const path = [...calendar, 'open', key];
  const windows = windowsOf(raw, path, report);
  const day = parseDay(key);
  if (!day.ok) return report('wrong-date', path, day.message, day.help, 'key');
  return windows === null ? null : { day: day.value, windows };
}
