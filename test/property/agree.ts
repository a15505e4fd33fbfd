import { expect, it } from 'vitest';
import { firstWorld, worlds } from '../effort.ts';
import { rule } from '../oracle/judge.ts';
import { differences } from './compare.ts';
import { expected } from './expected.ts';
import { FEATURES, featuresOf } from './features.ts';
import { judgedOnce, reportAndCases, type Said } from './run.ts';
import { type Seeded, worldOf } from './world/world.ts';

/** Worlds judged side by side: while one is planned by the engine, another is walked by the oracle. */
const LANES = 2;

/** One world of so many goes through the two commands as they are; not weeks, of which a report shows the last twelve. */
const WHOLE = 20;

/** Worlds from which on every feature must have occurred. */
const ENOUGH = 500;

/**
 * How often each feature must occur in a part of the worlds: eight times in all of them. What is rarer is
 * no longer proved; a higher bound fails by chance whenever the worlds are given another feature.
 */
const AT_LEAST = 2;

/**
 * Checks one of four rows of worlds; test/effort.ts says which. The number of a world is its seed, so that every run of one release
 * checks the same: `SEED=1234 WORLDS=1` checks one again.
 */
export function worldsAgree(part: number): void {
  const file = `test/property/worlds-${part}.test.ts`;
  const first = firstWorld(part);
  const count = worlds;

  it(`${count} worlds from seed ${first}: every case and every result is what a plain loop over the rows says`, {
    timeout: 60_000 + count * 5_000,
  }, async () => {
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    let next = first;
    const lane = async (): Promise<void> => {
      while (next < first + count && wrong.length === 0) {
        const seeded = worldOf(next++);
        const found = await disagreement(seeded, seen);
        if (found.length > 0) wrong.push(replay(seeded, file, found));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (process.env.COVERAGE) console.log(tableOf(seen));
    expect(wrong.join('\n')).toBe('');
    if (count >= ENOUGH) expect(rare(seen)).toEqual([]);
  });
}

async function disagreement(seeded: Seeded, seen: Map<string, number>): Promise<readonly string[]> {
  const { seed, world, season, texts } = seeded;
  const { asOf, period, by } = world;
  const judge = seed % WHOLE === 0 && period !== 'week' ? reportAndCases : judgedOnce;
  const said: Said = await judge(texts, { asOf, period, by });
  // An error of a lint rule keeps no promise from being judged.
  const errors = said.findings.filter(({ fatal }) => fatal === true);
  const ruling = rule(world, season.span);
  if (ruling === null)
    return errors.some(({ rule: name }) => name === 'no-instant')
      ? []
      : ['the oracle finds no date, the program does'];
  if (errors.length > 0)
    return errors.map(({ rule: name, message, help }) => `${name}: ${message} (${help})`);
  const outcomes = expected(ruling, world, season.span);
  for (const feature of featuresOf(seeded, ruling, outcomes)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return differences(said, ruling, outcomes, world);
}

/** Features that too few worlds have: the worlds would no longer prove much of them. */
const rare = (seen: ReadonlyMap<string, number>): readonly string[] =>
  FEATURES.filter((feature) => (seen.get(feature) ?? 0) < AT_LEAST).map(
    (feature) => `${feature}: ${seen.get(feature) ?? 0} worlds`,
  );

const tableOf = (seen: ReadonlyMap<string, number>): string =>
  FEATURES.map((feature) => `${String(seen.get(feature) ?? 0).padStart(6)}  ${feature}`).join('\n');

/** All that is needed to see a disagreement again. */
function replay({ seed, world, texts }: Seeded, file: string, found: readonly string[]): string {
  const files = Object.entries(texts).map(([path, text]) => `--- ${path}\n${text}`);
  const { asOf, period, by } = world;
  return [
    `SEED=${seed} WORLDS=1 npx vitest run ${file}`,
    `as-of ${asOf}, period ${period}, by ${by.join(', ') || 'nothing'}`,
    ...files,
    ...found,
  ].join('\n');
}
