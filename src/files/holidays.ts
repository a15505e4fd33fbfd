import { readFileSync } from 'node:fs';
import type { CountryHolidays, HolidayDoubt, HolidayIndex } from '../model/holidays.ts';
import { fromFile } from '../model/holidays-on-file.ts';

/** Beside the bundle; or, from the sources, where the build writes them. */
const FOLDERS = ['./holidays/', '../holidays/', '../calendar/public-holidays/'];

/**
 * The public holidays of one country; null for a country that has none on file. Reads that country's file
 * only.
 */
export async function loadHolidays(country: string): Promise<CountryHolidays | null> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const holidays = readBeside(`${country}.json`, fromFile);
  if (holidays === null) await loadHolidayIndex();
  return holidays;
}

/** What two sources say differently of a country's holidays; of most countries nothing. */
export function loadHolidayDoubts(country: string): readonly HolidayDoubt[] {
  return (
    (/^[A-Z]{2}$/.test(country)
      ? readBeside(`doubts/${country}.json`, (doubts: HolidayDoubt[]) => doubts)
      : null) ?? []
  );
}

/**
 * Every country and region by code. Throws where the program is not built: its holidays are made by the
 * build.
 */
export async function loadHolidayIndex(): Promise<HolidayIndex> {
  const index = readBeside('index.json', (all: HolidayIndex) => all);
  if (index === null) throw new Error('The public holidays are missing: run "npm run generate"');
  return index;
}

/** What was read already: a file of the package stays what it is, and thousands of calendars may name one country. */
const known = new Map<string, unknown>();

function readBeside<T>(name: string, read: (onFile: T) => T): T | null {
  if (!known.has(name)) {
    const text = textBeside(name);
    known.set(name, text === null ? null : read(JSON.parse(text)));
  }
  return known.get(name) as T | null;
}

function textBeside(name: string): string | null {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(folder + name, import.meta.url), 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return null;
}
