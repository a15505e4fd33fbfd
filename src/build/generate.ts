import { fileURLToPath } from 'node:url';
import { generateHolidayDoubts } from './holiday-doubts.ts';
import { generateHolidays } from './holidays.ts';
import { generateZones } from './zones.ts';

/**
 * Writes what is derived from the sources: time zones, the published schema, the validator, the pages of
 * the rules and of the presets, the map of the sources, holidays.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
// First, because the language asks them which names are zones.
generateZones(`${root}src/generated`);
const [schema, validator, rulePages, presetPages, map] = await Promise.all([
  import('./schema.ts'),
  import('./validator.ts'),
  import('./rule-pages.ts'),
  import('./preset-pages.ts'),
  import('./map.ts'),
]);
schema.generateSchema(`${root}schemas`);
validator.generateValidator(`${root}src/generated`);
rulePages.generateRulePages(`${root}docs/rules`);
await presetPages.generatePresetPages(root);
map.generateMap(root);
generateHolidays(`${root}src/calendar/public-holidays`);
generateHolidayDoubts(`${root}.ci/holidays-differences.tsv`, `${root}src/calendar/public-holidays/doubts`);
