import { type Ruling, rule } from '../oracle/judge.ts';
import type { World } from '../oracle/agreement.ts';
import { type Outcome, outcomesOf, withoutHolds, withoutPauses } from '../oracle/results.ts';

/** What the report must say of a world, its clocks with and without their pauses. */
export function expected(
  ruling: Ruling,
  world: World,
  span: Parameters<typeof rule>[1],
): readonly Outcome[] {
  const bare = withoutHolds(world);
  const unpaused = rule(bare, span);
  return withoutPauses(
    outcomesOf(ruling, world),
    unpaused === null ? [] : outcomesOf(unpaused, bare),
    world,
  );
}
