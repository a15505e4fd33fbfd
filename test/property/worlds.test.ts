import { expect, it } from 'vitest';
import { rule } from '../oracle/judge.ts';
import { differences } from './compare.ts';
import { judgeFiles } from './run.ts';
import { type Seeded, worldOf } from './world/world.ts';

/**
 * How many worlds, and which is the first: `WORLDS=20000`, or `SEED=1234 WORLDS=1` to see one again. A world is read and judged
 * by the whole program, twice, which takes it the better part of a second.
 */
const WORLDS = Number(process.env.WORLDS ?? 60);
const FIRST = Number(process.env.SEED ?? 1);

/** Worlds judged side by side. */
const LANES = 2;

it('every case and every result of a random agreement over random exports is what a plain loop over the rows says', {
  timeout: 60_000 + WORLDS * 10_000,
}, async () => {
  const wrong: string[] = [];
  let next = FIRST;
  const lane = async (): Promise<void> => {
    while (next < FIRST + WORLDS && wrong.length === 0) {
      const seeded = worldOf(next++);
      const found = await disagreement(seeded);
      if (found.length > 0) wrong.push(replay(seeded, found));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(wrong.join('\n')).toBe('');
});

async function disagreement({ world, season, texts }: Seeded): Promise<readonly string[]> {
  const { asOf, period } = world;
  const said = await judgeFiles(texts, { asOf, period, by: world.by });
  // An error of a lint rule, such as a scope that no lead can meet, keeps nothing from being judged.
  const errors = said.findings.filter(({ fatal }) => fatal === true);
  const ruling = rule(world, season.span);
  if (ruling === null)
    return errors.some(({ rule }) => rule === 'no-instant')
      ? []
      : ['the oracle finds no date, the program does'];
  if (errors.length > 0) return errors.map(({ rule, message, help }) => `${rule}: ${message} (${help})`);
  return differences(said, ruling, world);
}

/** All that is needed to see a disagreement again. */
function replay({ seed, world, texts }: Seeded, found: readonly string[]): string {
  const files = Object.entries(texts).map(([path, text]) => `--- ${path}\n${text}`);
  const { asOf, period, by } = world;
  return [
    `SEED=${seed} WORLDS=1 npx vitest run test/property/worlds.test.ts`,
    `as-of ${asOf}, period ${period}, by ${by.join(', ') || 'nothing'}`,
    ...files,
    ...found,
  ].join('\n');
}
