import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { CountryHolidays, HolidayIndex } from '../model/holidays.ts';
import { toFile } from '../model/holidays-on-file.ts';
import { type Day, MS_PER_DAY } from '../model/time.ts';
import { CORRECTIONS, corrected } from './holiday-corrections.ts';
import { namesOf, note, type Rules, type Said } from './holiday-names.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2049;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

/** Days that the library takes for public where the canton's law does not: vs.ch, "Jours fériés légaux". */
const NOT_PUBLIC: Readonly<Record<string, readonly string[]>> = {
  'CH-VS': ['Fête du travail', 'Lundi de Pentecôte', 'Veille de Noël'],
};

/** Changes whenever the files would: they are made again only then. */
const FORMAT = 6;

/**
 * Writes `<outDir>/<country>.json` for every country, and `index.json`, from the rules of `date-holidays`
 * and our corrections to them. Takes about half a minute, so files of the same library version and
 * corrections are left alone.
 *
 * Only holidays of the type `public` that last from midnight for whole days are taken: banks' holidays,
 * observances, school days and half days (24 December from noon) do not close an office. Substitute days
 * are public holidays as well.
 */
export function generateHolidays(outDir: string): void {
  const stamp = JSON.stringify({
    format: FORMAT,
    dateHolidays: libraryVersion(),
    FIRST_YEAR,
    LAST_YEAR,
    CORRECTIONS,
  });
  const stampFile = join(outDir, 'stamp.json');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(outDir, { recursive: true });
  const index: Record<string, HolidayIndex[string]> = {};
  const library = new Holidays();
  for (const [country, name] of Object.entries(library.getCountries('en')).sort(byKey)) {
    const regions = regionsOf(library, country);
    index[country] = { name, regions };
    writeFileSync(
      join(outDir, `${country}.json`),
      JSON.stringify(toFile(countryHolidays(country, Object.keys(regions)))),
    );
  }
  writeFileSync(join(outDir, 'index.json'), JSON.stringify(index));
  writeFileSync(stampFile, stamp);
}

/** States and, below them, regions: `BY`, `BY-A`. */
function regionsOf(library: Holidays, country: string): Record<string, string> {
  const regions: Record<string, string> = {};
  for (const [state, name] of Object.entries(library.getStates(country) ?? {})) {
    regions[state] = name;
    for (const [region, title] of Object.entries(library.getRegions(country, state) ?? {})) {
      regions[`${state}-${region}`] = title;
    }
  }
  return regions;
}

function countryHolidays(country: string, regions: readonly string[]): CountryHolidays {
  const said: Said = { names: new Map(), moon: new Set() };
  const national = publicHolidays(country, rulesOf(country), said);
  const used = new Set(national.values());
  const differences: Record<string, CountryHolidays['regions'][string]> = {};
  for (const code of regions) {
    const [state = '', region = ''] = code.split(/-(.*)/s);
    const own = publicHolidays(`${country}-${code}`, rulesOf(country, state, region), said);
    for (const [day, name] of own) if (NOT_PUBLIC[`${country}-${code}`]?.includes(name)) own.delete(day);
    const added = [...own].filter(([day, name]) => national.get(day) !== name);
    for (const [, name] of added) used.add(name);
    const remove = [...national.keys()].filter((day) => !own.has(day));
    differences[code] = { add: byName(added), remove };
  }
  return {
    country,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    names: namesOf(said, used),
    moon: [...said.moon].filter((name) => used.has(name)).sort(),
    days: byName([...national]),
    regions: differences,
  };
}

function rulesOf(country: string, state = '', region = ''): Rules {
  const made = () => new Holidays(country, state, region, { types: ['public'] });
  return { native: made(), english: made(), french: made() };
}

/** Date to name, corrected; where two holidays fall on one date, the first that the library gives. */
function publicHolidays(place: string, rules: Rules, said: Said): Map<Day, string> {
  const days = new Map<Day, string>();
  for (const year of YEARS) {
    const holidays = rules.native.getHolidays(year);
    note(said, rules, year, holidays);
    for (const holiday of holidays) {
      for (const day of wholeDays(holiday)) {
        if (!days.has(day)) days.set(day, holiday.name);
      }
    }
  }
  return corrected(place, days, YEARS);
}

/**
 * The dates that a holiday closes: none for half a day. Its date is the civil one; its length tells how
 * many there are.
 */
function wholeDays({ type, date, start, end }: HolidaysTypes.Holiday): Day[] {
  if (type !== 'public' || !date.slice(10).startsWith(' 00:00:00')) return [];
  const length = Math.round((end.getTime() - start.getTime()) / MS_PER_DAY);
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY;
  return Array.from({ length }, (_, i) => first + i);
}

function byName(days: readonly (readonly [Day, string])[]): Record<string, Day[]> {
  const names: Record<string, Day[]> = {};
  for (const [day, name] of days) {
    names[name] ??= [];
    names[name].push(day);
  }
  return names;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function libraryVersion(): string {
  const manifest: { version: string } = createRequire(import.meta.url)('date-holidays/package.json');
  return manifest.version;
}
