import { describe, expect, it } from 'vitest';
import { firstMutant, mutants } from '../effort.ts';
import { judgeMutant, type Verdict } from './mutant.ts';

const AT_ONCE = Math.min(25, mutants);

describe('mutated agreements and exports', () => {
  const starts = Array.from({ length: mutants / AT_ONCE }, (_, index) => firstMutant + index * AT_ONCE);

  it.each(starts)(
    'never crash the program, hang it, or make it report numbers that do not add up: from seed %i',
    async (first) => {
      const problems: Verdict[] = [];
      for (let seed = first; seed < first + AT_ONCE; seed++) {
        const verdict = await judgeMutant(seed, 240_000);
        if (verdict.problem !== null) problems.push(verdict);
      }
      expect(problems).toEqual([]);
    },
  );
});
