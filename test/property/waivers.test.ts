import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { long } from '../effort.ts';
import { judgedOnce } from './run.ts';
import { randomOf } from './world/random.ts';
import { anyDate } from './world/season.ts';
import { worldOf } from './world/world.ts';

/** Every second world with a waiver of everything between two dates; a share of them expires. */
const WORLDS = long ? 24 : 2;

it('Adding a waiver never turns a verdict from met to missed, and changes no number', async () => {
  let changed = 0;
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { world, season, texts } = worldOf(seed);
    const random = randomOf(seed);
    // In every second world of most of the season, so that there is something to excuse.
    const dates = Array.from({ length: seed % 2 === 0 ? 2 : 12 }, () => anyDate(season, random)).sort();
    const [first = '', last = ''] = [dates[0], dates.at(-1)];
    const waiver = {
      between: `${first}..${last}`,
      reason: 'Because',
      approved_by: ['marketing', 'sales'],
      ...(random.chance(0.3) ? { expires: anyDate(season, random) } : {}),
    };
    const judge = (waivers: readonly object[]) =>
      judgedOnce(
        {
          ...texts,
          ...Object.fromEntries(
            world.versions.map((version) => [
              `v${version.version}.sla.yaml`,
              stringify({ ...version, waivers }, { aliasDuplicateObjects: false }),
            ]),
          ),
        },
        { asOf: world.asOf, period: world.period },
      );
    const [without, waived] = [await judge([]), await judge([waiver])];
    const after = waived.compliance?.results ?? [];
    for (const [i, before] of (without.compliance?.results ?? []).entries()) {
      const told = after[i];
      expect([told?.id, told?.period, told?.value]).toEqual([before.id, before.period, before.value]);
      if (before.verdict === 'met') expect(told?.verdict, `world ${seed}: ${before.id}`).not.toBe('missed');
      if ((told?.reasons.waived ?? 0) > 0) changed++;
    }
  }
  expect(changed).toBeGreaterThan(long ? 3 : 0);
});
