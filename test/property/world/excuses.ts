import { populationOf, type RawAgreement, type RawPromise, targetOf } from '../../oracle/agreement.ts';
import { isBreakable } from '../../oracle/causes.ts';
import { isCap } from '../../oracle/excuses.ts';
import { promiseOf } from './agreement.ts';
import { named } from './holds.ts';
import { randomOf } from './random.ts';

/** One world of so many has promises of both sides that excuse each other's. */
const ONE_OF = 4;

/**
 * A world in which marketing owes something too, and the one side's promises excuse the other's. Each is excused
 * by later ones alone, so that none excuses itself. Its numbers are its own, so that the other worlds stay as
 * they are.
 */
export function withExcuses(seed: number, versions: readonly RawAgreement[]): readonly RawAgreement[] {
  const random = randomOf(seed ^ 0xe8c5);
  if (random.int(1, ONE_OF) > 1) return versions;
  const more = Array.from({ length: random.int(2, 4) }, (_, i) => ({
    id: `x${i}`,
    kind: random.pick(['response', 'response', 'attempts', 'share', 'count'] as const),
    isMarketings: i === 1 || (i > 0 && random.chance(0.6)),
    per: random.pick(['day', 'day', 'week']),
  }));
  const flipped = new Set(more.flatMap(({ id, isMarketings }) => (isMarketings ? [id] : [])));
  return versions.map((version) => {
    const made = (promise: RawPromise) => (version.sources.holds ? named(promise) : promise);
    const own = more.map(({ id, kind, per }) =>
      withFloor(made(promiseOf(random, id, kind, per)), random.int(0, 3)),
    );
    const commitments = [...version.commitments, ...own].map((promise) =>
      flipped.has(promise.id)
        ? { ...promise, owed_by: 'marketing', owed_to: 'sales' }
        : { ...promise, owed_by: 'sales', owed_to: 'marketing' },
    );
    const bare = { ...version, commitments };
    return {
      ...bare,
      commitments: commitments.map((promise, i): RawPromise => {
        if (!isBreakable(promise, bare)) return promise;
        const reasons = commitments
          .slice(i + 1)
          .filter(
            (other) =>
              other.owed_by !== promise.owed_by &&
              (isBreakable(other, bare) || (isCap(other) && populationOf(other, bare) === null)) &&
              random.chance(0.8),
          )
          .map(({ id }) => id);
        const mixed = random.chance(0.5) ? reasons : [...reasons].reverse();
        return mixed.length === 0 ? promise : { ...promise, excused_by: mixed };
      }),
    };
  });
}

/** Targets that leave something to excuse, and of a count one that may be passed. */
function withFloor(promise: RawPromise, most: number): RawPromise {
  const target = targetOf(promise);
  if (target.includes('%')) return { ...promise, target: target.replace('<= ', '>= ') };
  return promise.count ? { ...promise, target: target.replace(/^.. \d+/, `<= ${most}`) } : promise;
}
