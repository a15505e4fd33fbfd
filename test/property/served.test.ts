import { expect, it } from 'vitest';
import { firstWorld, servedWorlds } from '../effort.ts';
import { postgres, whereIsPostgres } from '../sql/printed/postgres.ts';
import { judgedOnce } from './run.ts';
import { saidOf } from './said.ts';
import { onServer } from './world/served.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(3);

it(`${servedWorlds} worlds from seed ${first}: tables of a server give the report of the same values as texts${whereIsPostgres}`, {
  timeout: 60_000 + servedWorlds * 8_000,
}, async () => {
  let judged = 0;
  for (let seed = first; postgres !== null && seed < first + servedWorlds; seed++) {
    const { world, texts, tables, names, schema, statements } = onServer(worldOf(seed), postgres.url);
    postgres.schema(schema, statements);
    const { asOf, period, by } = world;
    const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/served.test.ts`;
    const ofTexts = await judgedOnce(texts, { asOf, period, by });
    const ofTables = await judgedOnce(tables, { asOf, period, by, connections: {} });
    if (ofTables.compliance !== null) judged += 1;
    expect(saidOf(ofTables, names), again).toBe(saidOf(ofTexts, new Map()));
  }
  if (postgres !== null) expect(judged).toBeGreaterThan(0);
});
