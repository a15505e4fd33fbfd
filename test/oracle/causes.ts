import {
  populationOf,
  promisesOf,
  type RawAgreement,
  type RawPromise,
  targetOf,
  type World,
} from './agreement.ts';
import { brokenAt, causeAt, isCap, passedAt } from './excuses.ts';
import type { Ruled, Ruling } from './judge.ts';
import { isIn, type Outcome, periodsOf } from './results.ts';

/** Of the broken cases of a result, those before which the other side had broken that promise first. */
export interface CauseOf extends Pick<Outcome, 'id' | 'period' | 'versions'> {
  readonly cause: string;
  readonly cases: number;
}

/** What the other side had broken about the same lead before, of every broken case the first of it. */
export function causesIn(ruling: Ruling, outcomes: readonly Outcome[], world: World): readonly CauseOf[] {
  const found = new Map<string, CauseOf>();
  for (const one of ruling.cases) {
    const { state, reason, promise, version } = one;
    if (state !== 'breached' && reason !== 'excused') continue;
    if (!isBreakable(promise, version)) continue;
    const period = periodsOf(promise, ruling, world).find((each) => isIn(one, each));
    const cause = causeOf(one, ruling, world);
    if (period === undefined || cause === undefined) continue;
    const { id } = promise;
    const { label } = period;
    const judged = outcomes.find(
      (each) =>
        each.id === id &&
        each.period === label &&
        each.by === null &&
        each.versions.includes(version.version),
    );
    const versions = judged?.versions ?? [];
    const key = JSON.stringify([id, label, versions, cause]);
    const cases = (found.get(key)?.cases ?? 0) + 1;
    found.set(key, { id, period: label, versions, cause, cases });
  }
  return [...found.values()];
}

function causeOf(one: Ruled, ruling: Ruling, world: World): string | undefined {
  const grounds = { world, zone: ruling.zone, asOf: ruling.asOf };
  const by = brokenAt(one) ?? ruling.asOf;
  const { lead, handOver } = one.case;
  const before = ruling.cases.filter((other) => {
    if (other.case.undated || other.case.lead !== lead || other.case.handOver !== handOver) return false;
    if (!isOwedBack(other.promise, one.promise)) return false;
    const at = isCap(other.promise)
      ? passedAt(other, ruling.cases, grounds)
      : isBreakable(other.promise, other.version)
        ? causeAt(other)
        : null;
    return at !== null && at <= by;
  });
  return inOrder(one.promise.id, world).find((id) => before.some(({ promise }) => promise.id === id));
}

/** What a promise names comes first, in its own order. */
function inOrder(id: string, { versions }: World): readonly string[] {
  const all = versions.flatMap((version) => promisesOf(version));
  const named = all.findLast((promise) => promise.id === id && promise.excused_by)?.excused_by ?? [];
  return [...new Set([...named, ...all.map((promise) => promise.id)])];
}

const isOwedBack = (other: RawPromise, { owed_by, owed_to }: RawPromise): boolean =>
  owed_to !== undefined && other.owed_by === owed_to && other.owed_to === owed_by;

/** A share of leads with a floor: a broken case of it is against its target. */
export function isBreakable(promise: RawPromise, version: RawAgreement): boolean {
  const target = targetOf(promise);
  return target.includes('%') && !target.startsWith('<=') && populationOf(promise, version) === null;
}
