import { readFileSync } from 'node:fs';
import type { CountryHolidays, HolidayDoubt, HolidayIndex } from '../model/holidays.ts';

/** Beside the bundle; or, from the sources, where the build writes them. */
const FOLDERS = ['./holidays/', '../holidays/', '../calendar/public-holidays/'];

/**
 * The public holidays of one country; null for a country that has none on file. Reads that country's file
 * only.
 */
export async function loadHolidays(country: string): Promise<CountryHolidays | null> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const text = readBeside(`${country}.json`);
  if (text !== null) return JSON.parse(text);
  await loadHolidayIndex();
  return null;
}

/** What two sources say differently of a country's holidays; of most countries nothing. */
export function loadHolidayDoubts(country: string): readonly HolidayDoubt[] {
  const text = /^[A-Z]{2}$/.test(country) ? readBeside(`doubts/${country}.json`) : null;
  return text === null ? [] : JSON.parse(text);
}

/**
 * Every country and region by code. Throws where the program is not built: its holidays are made by the
 * build.
 */
export async function loadHolidayIndex(): Promise<HolidayIndex> {
  const text = readBeside('index.json');
  if (text === null) throw new Error('The public holidays are missing: run "npm run generate"');
  return JSON.parse(text);
}

function readBeside(name: string): string | null {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(folder + name, import.meta.url), 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return null;
}
