import { describe, expect, it } from 'vitest';
import { firstMutant, mutants, mutantsOfFamily } from '../effort.ts';
import { families } from './families/index.ts';
import { texts } from './families/texts.ts';
import { type Family, judged, type Verdict } from './judged.ts';

const AT_ONCE = Math.min(25, mutants);

async function problemsOf(family: Family, first: number, count: number): Promise<readonly Verdict[]> {
  const problems: Verdict[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const verdict = await judged(family, seed, 240_000);
    if (verdict.problem !== null) problems.push(verdict);
  }
  return problems;
}

describe('mutated agreements and exports', () => {
  const starts = Array.from({ length: mutants / AT_ONCE }, (_, index) => firstMutant + index * AT_ONCE);

  it.each(starts)(
    'never crash the program, hang it, or make it report numbers that do not add up: from seed %i',
    async (first) => {
      expect(await problemsOf(texts, first, AT_ONCE)).toEqual([]);
    },
  );
});

// Windows has no such links, pipes and names, and no shell to compare patterns with.
describe.runIf(process.platform !== 'win32')('hostile', () => {
  it.each(families.filter((family) => family !== texts))('$name are dealt with as well', async (family) => {
    expect(await problemsOf(family, firstMutant, mutantsOfFamily)).toEqual([]);
  });
});
