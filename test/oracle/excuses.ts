import { promisesOf, type RawPromise, targetOf, type World, weightOf } from './agreement.ts';
import { forceOf, type Ruled } from './judge.ts';
import { labelOf, periodsOver, type Unit } from './periods.ts';
import { dayAt, type ZoneWalk } from './zone.ts';

/** What excuses need to know of a ruling before it is told. */
interface Grounds {
  readonly world: World;
  readonly zone: ZoneWalk;
  readonly asOf: number;
}

const unitOf = (promise: RawPromise): string | undefined => / per (\w+)$/.exec(targetOf(promise))?.[1];

/** At most so many leads a day or a week. */
export const isCap = (promise: RawPromise): boolean =>
  promise.count !== undefined &&
  promise.count.distinct === undefined &&
  targetOf(promise).startsWith('<=') &&
  ['day', 'week'].includes(unitOf(promise) ?? '');

/** Every case anew, those excluded that the other side is the reason of: promises that are named come first. */
export function excused(cases: readonly Ruled[], grounds: Grounds): readonly Ruled[] {
  const { world } = grounds;
  const all = world.versions.flatMap((version) => promisesOf(version));
  const named = (id: string): readonly string[] =>
    all.filter((promise) => promise.id === id).flatMap(({ excused_by = [] }) => excused_by);
  let known = cases;
  const done = new Set<string>();
  const settle = (id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const other of named(id)) settle(other);
    known = known.map((one) =>
      one.promise.id === id && isExcused(one, known, grounds)
        ? { ...one, state: 'excluded', reason: 'excused', atRisk: false }
        : one,
    );
  };
  for (const { id } of all) settle(id);
  return known;
}

function isExcused(one: Ruled, all: readonly Ruled[], grounds: Grounds): boolean {
  const { promise, state, case: own } = one;
  if (state !== 'breached' || own.undated) return false;
  if (weightOf(promise) !== null && own.amount < 0) return false;
  const broken = brokenAt(one) ?? grounds.asOf;
  return (promise.excused_by ?? []).some((id) =>
    all.some((other) => {
      if (other.promise.id !== id || other.case.undated) return false;
      if (other.case.lead !== own.lead || other.case.handOver !== own.handOver) return false;
      const at = isCap(other.promise) ? passedAt(other, all, grounds) : causeAt(other);
      return at !== null && at <= broken;
    }),
  );
}

/** When a case was broken that is: at its due, or at its start where it is broken from the beginning; null: by as-of. */
export function brokenAt({ promise, case: { due, start } }: Ruled): number | null {
  if (promise.share) return promise.share.reaches === undefined ? (start?.first ?? null) : null;
  return due;
}

/** The same of what may be a reason: a waiver takes nothing from that, an excuse does. */
export function causeAt(one: Ruled): number | null {
  const isBroken = one.state === 'breached' || (one.reason === 'waived' && one.case.state === 'breached');
  return isBroken ? brokenAt(one) : null;
}

/** Of a lead in a day or a week with more than there may be. */
export function passedAt(one: Ruled, all: readonly Ruled[], { world, zone }: Grounds): number | null {
  const unit = unitOf(one.promise) as Unit;
  const labelAt = ({ case: { start } }: Ruled) =>
    start === null ? null : labelOf(unit, dayAt(zone, start.first), 'january');
  const label = labelAt(one);
  if (one.state !== 'met' || label === null || one.case.start === null) return null;
  const together = all.filter(
    (other) =>
      other.promise.id === one.promise.id &&
      unitOf(other.promise) === unit &&
      other.state === 'met' &&
      labelAt(other) === label,
  );
  const [period] = periodsOver(unit, one.case.start.first, one.case.start.first, zone);
  const owed = world.versions.flatMap((version) => {
    const [from, to] = forceOf(version, zone);
    const own = promisesOf(version).find(({ id }) => id === one.promise.id);
    const isIn = period !== undefined && from < period.to && to > period.from;
    return own && isIn && unitOf(own) === unit ? [targetOf(own, label)] : [];
  });
  const most = Number(/\d+/.exec(owed[0] ?? '')?.[0]);
  return together.length > most ? one.case.start.first : null;
}
