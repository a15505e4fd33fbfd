import { expect, it } from 'vitest';
import { firstWorld, servedWorlds } from '../effort.ts';
import { targets } from '../servers/targets.ts';
import { judgedOnce } from './run.ts';
import { saidOf } from './said.ts';
import { onServer } from './world/served.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(3);

/** A third of the worlds asks for nothing that only the reading here can tell: so many are tried at most. */
const tried = 10 * servedWorlds;

it.each(targets.filter(({ dialect }) => dialect === 'postgres'))(
  `${servedWorlds} worlds from seed ${first}: judged on their server they give the report of the same values as texts: $title`,
  { timeout: 60_000 + tried * 60_000 },
  async (target) => {
    let judged = 0;
    for (let seed = first; target.url !== null && judged < servedWorlds && seed < first + tried; seed++) {
      const { world, texts, tables, names, schema, made } = onServer(worldOf(seed), target);
      await target.make(schema, made);
      const { asOf, period, by } = world;
      const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/in-place.test.ts`;
      const there = await judgedOnce(tables, { asOf, period, by, connections: {} }, true);
      if (there.where !== 'in place') continue;
      judged += 1;
      const ofTexts = await judgedOnce(texts, { asOf, period, by });
      expect(withoutPlaces(saidOf(there, names)), again).toBe(withoutPlaces(saidOf(ofTexts, new Map())));
    }
    expect(judged, 'worlds that were judged in place').toBe(target.url === null ? 0 : servedWorlds);
  },
);

/** Of rows without their places, and of a table that is no export. */
const TOLD_OTHERWISE = new Set(['blank-key', 'implausible-date', 'no-rows']);

/** Rows that stay on a server have no place that tells them, and what is wrong with them is told without their cells. */
function withoutPlaces(said: string): string {
  const told = JSON.parse(said, (key, value) =>
    key === 'findings' && Array.isArray(value)
      ? value.filter(({ rule }) => !TOLD_OTHERWISE.has(rule))
      : value,
  );
  return JSON.stringify(told, null, 1).replace(/("line": |[.]csv(?::| line ))\d+/g, '$1');
}
