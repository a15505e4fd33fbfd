import { parseDay } from '../../calendar/day.ts';
import { claimedTwice, parseSeasonDates, type SeasonDates } from '../../calendar/seasons.ts';
import { assembleWeek, parseDayKey, parseWindows } from '../../calendar/week.ts';
import { neverOpens } from '../../calendar/windows.ts';
import { t } from '../../messages/index.ts';
import type { CalendarDef, HolidayRef, Season } from '../../model/agreement.ts';
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
    const seasons = seasonsOf(raw, path, report);
    const holidays = holidaysOf(raw.holidays, [...path, 'holidays'], report);
    const closed = list(raw, 'closed').flatMap(
      (range, i) => closure(range, [...path, 'closed', i], report) ?? [],
    );
    const open = Object.entries(map(raw, 'open')).flatMap(
      ([key, windows]) => opening(key, windows, path, report) ?? [],
    );
    if (!named || timezone === null || week === null || seasons === null) continue;
    const def = { id, timezone, week, seasons, holidays, closed, open: open.sort((a, b) => a.day - b.day) };
    const never = [def, ...seasons].every((each) => each.week.every((windows) => windows.length === 0));
    if (never) noHours([...path, 'week'], report);
    else if (neverOpens(def)) closedForGood([...path, 'closed'], report);
    if (!never) decoded[id] = def;
  }
  return decoded;
}

/** A list, or the word `none`, which says that no public holiday closes the office. */
function holidaysOf(raw: unknown, path: YamlPath, report: Report): readonly HolidayRef[] {
  if (typeof raw === 'string') {
    if (raw !== 'none')
      report('wrong-holidays', path, {
        message: t`"${raw}" is not a list of public holidays`,
        help: t`write [${raw}], or none`,
      });
    return [];
  }
  return Array.isArray(raw) ? raw.flatMap((ref, i) => holiday(ref, [...path, i], report) ?? []) : [];
}

function weekOf(raw: Raw, path: YamlPath, report: Report): CalendarDef['week'] | null {
  if (!isMap(raw.week)) return null;
  const entries: { key: string; windows: readonly Window[] }[] = [];
  let sound = true;
  for (const [key, texts] of Object.entries(raw.week)) {
    const at = [...path, 'week', key];
    const days = parseDayKey(key);
    if (!days.ok) report('wrong-day', at, { message: days.message, help: days.help, on: 'key' });
    const windows = windowsOf(texts, at, report);
    if (days.ok && windows !== null) entries.push({ key, windows });
    else sound = false;
  }
  const week = assembleWeek(entries);
  if (!week.ok)
    return report('repeated-day', [...path, 'week', week.key], {
      message: week.message,
      help: week.help,
      on: 'key',
    });
  return sound ? week.value : null;
}

/** Null where one of them can't be read, or two claim a date. */
function seasonsOf(raw: Raw, calendar: YamlPath, report: Report): readonly Season[] | null {
  const path = [...calendar, 'seasons'];
  const seasons = list(raw, 'seasons').map((each, i) =>
    isMap(each) ? season(each, [...path, i], report) : null,
  );
  if (!seasons.every((each) => each !== null)) return null;
  const twice = claimedTwice(seasons);
  if (twice === null) return seasons;
  const help = t`end one of the two earlier; only dates of one year may lie in those of every year, and come first`;
  const at = [...path, seasons.indexOf(twice.season), 'between'];
  return report('repeated-season', at, { message: t`"${twice.date}" lies in two seasons`, help });
}

function season(raw: Raw, path: YamlPath, report: Report): Season | null {
  const at = [...path, 'between'];
  const several = Array.isArray(raw.between);
  const texts: readonly unknown[] = several ? list(raw, 'between') : [raw.between];
  const ranges = texts.map((text, i) => seasonDates(text, several ? [...at, i] : at, report));
  const week = weekOf(raw, path, report);
  if (week === null || ranges.length === 0 || !ranges.every((range) => range !== null)) return null;
  const dates = (every: SeasonDates['every']): readonly DayRange[] =>
    ranges.flatMap((range) => (range.every === every ? { from: range.from, to: range.to } : []));
  return { yearly: dates('year'), once: dates(null), week };
}

function seasonDates(raw: unknown, path: YamlPath, report: Report): SeasonDates | null {
  if (typeof raw !== 'string') return null;
  const parsed = parseSeasonDates(raw);
  return parsed.ok
    ? parsed.value
    : report('wrong-season', path, { message: parsed.message, help: parsed.help });
}

function noHours(path: YamlPath, report: Report): void {
  const help = t`give at least one day its hours: mon-fri: [09:00-17:00]`;
  report('never-opens', path, { message: t`The calendar "${path[1] ?? ''}" never opens`, help, on: 'key' });
}

function closedForGood(path: YamlPath, report: Report): void {
  const help = t`end what is closed on a date: 2026-08-10..2026-08-14`;
  report('never-opens', path, { message: t`The calendar "${path[1] ?? ''}" never opens`, help, on: 'key' });
}

function windowsOf(raw: unknown, path: YamlPath, report: Report): readonly Window[] | null {
  if (!Array.isArray(raw) || raw.some((text) => typeof text !== 'string')) return null;
  const parsed = parseWindows(raw as readonly string[]);
  if (parsed.ok) return parsed.value;
  return report('wrong-window', [...path, parsed.index ?? 0], { message: parsed.message, help: parsed.help });
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
  return report('wrong-holidays', path, { message: t`"${raw}" names no public holidays`, help });
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
  if (!day.ok) return report('wrong-date', path, { message: day.message, help: day.help, on: 'key' });
  return windows === null ? null : { day: day.value, windows };
}
