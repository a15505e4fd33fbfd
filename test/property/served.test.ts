import { expect, it } from 'vitest';
import { firstWorld, servedWorlds } from '../effort.ts';
import { targets } from '../servers/targets.ts';
import { judgedOnce } from './run.ts';
import { saidOf } from './said.ts';
import { onServer } from './world/served.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(3);

it.each(targets)(
  `worlds from seed ${first}: tables of a server give the report of the same values as texts: $title`,
  {
    timeout: 60_000 + servedWorlds * 60_000,
  },
  async (target) => {
    const worlds = Math.ceil(servedWorlds / target.shares);
    let judged = 0;
    for (let seed = first; target.url !== null && seed < first + worlds; seed++) {
      const { world, texts, tables, names, schema, made } = onServer(worldOf(seed), target);
      await target.make(schema, made);
      const { asOf, period, by } = world;
      const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/served.test.ts`;
      const ofTexts = await judgedOnce(texts, { asOf, period, by });
      const ofTables = await judgedOnce(tables, { asOf, period, by, connections: {} });
      if (ofTables.compliance !== null) judged += 1;
      expect(saidOf(ofTables, names), again).toBe(saidOf(ofTexts, new Map()));
    }
    if (target.url !== null) expect(judged).toBeGreaterThan(0);
  },
);
