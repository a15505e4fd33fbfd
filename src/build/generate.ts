import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateMap } from './map.ts';
import { generatePresetPages } from './preset-pages.ts';
import { generateRulePages } from './rule-pages.ts';
import { generateSchema } from './schema.ts';
import { generateValidator } from './validator.ts';
import { generateZones } from './zones.ts';

/** Writes what is derived from the sources: the published schema, the validator, the pages of the rules and of the presets, the map of the sources, time zones, holidays. */
const root = fileURLToPath(new URL('../../', import.meta.url));
generateSchema(`${root}schemas`);
generateValidator(`${root}src/generated`);
generateRulePages(`${root}docs/rules`);
generatePresetPages(`${root}docs/presets`);
generateMap(root);
generateZones(`${root}src/generated`);
const holidays = new URL('./holidays.ts', import.meta.url);
if (existsSync(holidays)) {
  const { generateHolidays } = (await import(holidays.href)) as { generateHolidays(outDir: string): void };
  generateHolidays(`${root}src/calendar/public-holidays`);
}
