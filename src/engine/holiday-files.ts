import { readFile } from 'node:fs/promises';
import type { CountryHolidays, HolidayIndex } from '../model/holidays.ts';

/** Beside the bundle; or, from the sources, where the build writes them. */
const FOLDERS = ['./holidays/', '../holidays/', '../calendar/public-holidays/'];

/** The public holidays of one country; null for a country that has none on file. Reads that country's file only. */
export async function loadHolidays(country: string): Promise<CountryHolidays | null> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const text = await readBeside(`${country}.json`);
  if (text !== null) return JSON.parse(text);
  await loadHolidayIndex();
  return null;
}

/** Every country and region by code. Throws where the program is not built: its holidays are made by the build. */
export async function loadHolidayIndex(): Promise<HolidayIndex> {
  const text = await readBeside('index.json');
  if (text === null) throw new Error('The public holidays are missing: run "npm run generate"');
  return JSON.parse(text);
}

async function readBeside(name: string): Promise<string | null> {
  for (const folder of FOLDERS) {
    try {
      return await readFile(new URL(folder + name, import.meta.url), 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return null;
}
