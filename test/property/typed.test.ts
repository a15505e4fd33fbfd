import { expect, it } from 'vitest';
import { firstWorld, typedWorlds } from '../effort.ts';
import { rule } from '../oracle/judge.ts';
import { differences } from './compare.ts';
import { expected } from './expected.ts';
import { judgedOnce } from './run.ts';
import { saidOf } from './said.ts';
import { inTwoForms } from './world/typed.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(1);

it(`${typedWorlds} worlds from seed ${first}: typed columns give the report of the same values as texts, and the plain loop's`, {
  timeout: 60_000 + typedWorlds * 8_000,
}, async () => {
  for (let seed = first; seed < first + typedWorlds; seed++) {
    const seeded = worldOf(seed);
    const { world, texts, tables, names } = await inTwoForms(seeded);
    const { asOf, period, by } = world;
    const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/typed.test.ts`;
    const ofTexts = await judgedOnce(texts, { asOf, period, by });
    const ofTables = await judgedOnce(tables, { asOf, period, by });
    expect(saidOf(ofTables, names), again).toBe(saidOf(ofTexts, new Map()));
    const ruling = rule(world, seeded.season.span);
    if (ruling === null || ofTables.compliance === null) continue;
    expect(differences(ofTables, ruling, expected(ruling, world, seeded.season.span), world), again).toEqual(
      [],
    );
  }
});
