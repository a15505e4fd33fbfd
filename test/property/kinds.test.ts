import { expect, it } from 'vitest';
import { kindNames } from '../../src/kinds/index.ts';
import { rule } from '../oracle/judge.ts';
import { worldOf } from './world/world.ts';

/** In which each kind occurs several times; it takes a few to meet them all. */
const WORLDS = 100;

it('the random worlds make every kind of measure, and a plain loop over the rows judges each', () => {
  const missing = new Set(kindNames);
  for (let seed = 1; seed <= WORLDS && missing.size > 0; seed++) {
    const { world, season } = worldOf(seed);
    for (const { promise, reason } of rule(world, season.span)?.cases ?? [])
      for (const kind of missing) if (kind in promise && reason === null) missing.delete(kind);
  }
  expect([...missing]).toEqual([]);
});
