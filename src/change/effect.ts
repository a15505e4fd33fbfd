import { kindOf } from '../kinds/index.ts';
import type { PromiseDef } from '../model/agreement.ts';
import type { BackTestSide, Change, PromiseBackTest, Settled } from '../model/change.ts';
import type { CaseState } from '../model/compliance.ts';
import { targetMeant } from './meaning.ts';

/** So many cases that were in one state are in another. Null: not among the cases at all. */
export interface Transition {
  readonly before: CaseState | null;
  readonly after: CaseState | null;
  readonly n: number;
  readonly beforeAmount: number;
  readonly afterAmount: number;
}

/**
 * What the same leads say about a promise before and after: an independent look at what the text says. `values`:
 * how many there are, where different ones are counted.
 */
export function effectOf(
  before: PromiseDef,
  after: PromiseDef,
  transitions: readonly Transition[],
  values: readonly [before: number | null, after: number | null] = [null, null],
): Omit<PromiseBackTest, 'promise' | 'owedBy' | 'protects'> {
  const count = (test: (transition: Transition) => boolean): number =>
    transitions.filter(test).reduce((total, { n }) => total + n, 0);
  const moved = {
    breachedToMet: count((one) => one.before === 'breached' && one.after === 'met'),
    metToBreached: count((one) => one.before === 'met' && one.after === 'breached'),
    entered: count((one) => !counts(one.before) && counts(one.after)),
    left: count((one) => counts(one.before) && !counts(one.after)),
  };
  const changed = count((one) => one.before !== one.after && (counts(one.before) || counts(one.after)));
  const known = moved.breachedToMet + moved.metToBreached + moved.entered + moved.left;
  const side = (promise: PromiseDef, at: 'before' | 'after', value: number | null): BackTestSide => {
    const counted = sideOf(promise, transitions, at);
    return value === null ? counted : { ...counted, value };
  };
  const sides = [side(before, 'before', values[0]), side(after, 'after', values[1])] as const;
  return {
    of: after.target.of,
    before: sides[0],
    after: sides[1],
    ...moved,
    otherwise: changed - known,
    effect: told(settledBy([before, after], transitions, sides), sides),
  };
}

/** Under the promise: in scope and not excused. */
const counts = (state: CaseState | null): boolean => state !== null && state !== 'excluded';

/** Whether it is a share of what its cases weigh. */
const weighs = ({ measure, target }: PromiseDef): boolean =>
  target.of === 'rate' && kindOf(measure.kind).adds(measure) !== null;

const partOf = (met: number, breached: number): number | null =>
  met + breached > 0 ? met / (met + breached) : null;

function sideOf(
  promise: PromiseDef,
  transitions: readonly Transition[],
  side: 'before' | 'after',
): BackTestSide {
  const inState = (state: CaseState) => transitions.filter((one) => one[side] === state);
  const number = (state: CaseState) => inState(state).reduce((total, { n }) => total + n, 0);
  const [met, breached, pending, unknown] = [
    number('met'),
    number('breached'),
    number('pending'),
    number('unknown'),
  ];
  const rate = promise.target.of === 'rate';
  const added = (state: CaseState) => inState(state).reduce((total, one) => total + one[amount], 0);
  const amount = side === 'before' ? 'beforeAmount' : 'afterAmount';
  return {
    cases: met + breached + pending + unknown,
    met,
    breached,
    pending,
    unknown,
    attainment: !rate
      ? null
      : weighs(promise)
        ? partOf(added('met'), added('breached'))
        : partOf(met, breached),
    value: rate ? null : added('met'),
    target: targetMeant(promise.target),
  };
}

/**
 * A case that is forgiven, or that is no longer under the promise, is weaker for those whom it protects;
 * one that is newly late, or newly under it, is stronger. Where a number is to be reached it is the other
 * way about: what newly counts makes it easier. A ceiling turns what is easy around.
 */
function settledBy(
  [old, promise]: readonly [PromiseDef, PromiseDef],
  transitions: readonly Transition[],
  [before, after]: readonly [BackTestSide, BackTestSide],
): Settled {
  const has = (test: (transition: Transition) => boolean): boolean =>
    transitions.some((one) => one.n > 0 && test(one));
  const better = has(({ before: b, after: a }) => b === 'breached' && (a === 'met' || a === 'pending'));
  const worse = has(({ before: b, after: a }) => a === 'breached' && (b === 'met' || b === 'pending'));
  const entered = has(({ before: b, after: a }) => !counts(b) && counts(a));
  const left = has(({ before: b, after: a }) => counts(b) && !counts(a));
  const { target } = promise;
  const floor = target.cmp === '>=';
  if (target.of === 'number') {
    const [more, less] = [(after.value ?? 0) > (before.value ?? 0), (after.value ?? 0) < (before.value ?? 0)];
    return floor ? settled(entered || more, left || less) : settled(left || less, entered || more);
  }
  // By weight a share moves where no case does.
  const [was, is] = weighs(old) || weighs(promise) ? [before.attainment ?? 0, after.attainment ?? 0] : [0, 0];
  return settled(
    left || (floor ? better || is > was : worse || is < was),
    entered || (floor ? worse || is < was : better || is > was),
  );
}

/** Where no case was decided on either side, that nothing differs says nothing. */
function told(effect: Settled, sides: readonly BackTestSide[]): Settled {
  const decided = sides.some(({ met, breached }) => met + breached > 0);
  return effect === 'none' && !decided ? 'nothing' : effect;
}

function settled(weaker: boolean, stronger: boolean): Settled {
  if (weaker && stronger) return 'both';
  return weaker ? 'weakened' : stronger ? 'tightened' : 'none';
}

/** Gives each open term what the leads of its promise say: it informs, and settles nothing. */
export function shownBy(changes: readonly Change[], tested: readonly PromiseBackTest[]): readonly Change[] {
  return changes.map((change) => {
    const found = tested.find(({ promise }) => promise === change.promise);
    return change.class === 'open' && found ? { ...change, settled: found.effect } : change;
  });
}
