import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HolidayDoubt } from '../model/holidays.ts';
import { MS_PER_DAY } from '../model/time.ts';

/** What agreements of today reach: earlier days are judged, later ones will be compared again. */
const [FIRST_YEAR, END_YEAR] = ['2026', '2031'];

/**
 * Writes `<outDir>/<country>.json` for each country of which a second source says something else, and no law
 * that we know decides: from `.ci/holidays-differences.tsv`, which `.ci/compare-holidays.py` writes.
 */
export function generateHolidayDoubts(file: string, outDir: string): void {
  const byCountry = new Map<string, HolidayDoubt[]>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [place = '', only, name = '', dates = '', right] = line.split('\t');
    if (right !== 'not decided') continue;
    const [country = '', region = null] = place.split(/-(.*)/s);
    const days = dates.split(' ').filter((date) => date >= FIRST_YEAR && date < END_YEAR);
    if (days.length === 0) continue;
    const doubt = {
      region,
      name,
      closed: only === 'ours',
      days: days.map((date) => Date.parse(date) / MS_PER_DAY),
    };
    byCountry.set(country, [...(byCountry.get(country) ?? []), doubt]);
  }
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const [country, doubts] of byCountry)
    writeFileSync(join(outDir, `${country}.json`), JSON.stringify(doubts));
}
