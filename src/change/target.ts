import type { Target } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import { targetMeant } from './meaning.ts';

/** A lower floor or a higher ceiling is weaker; another unit or another period can't be compared. */
export function compareTargets(before: Target, after: Target): TermChange | null {
  return compared('target', everyOf(before), everyOf(after));
}

/** Each period for which one of them has a target of its own, where what it owes differs. */
export function targetsOfPeriods(before: Target, after: Target): readonly TermChange[] {
  const labels = [before, after].flatMap(({ periods }) => Object.keys(periods ?? {}));
  return [...new Set(labels)].sort().flatMap((label) => {
    return compared(`target.${label}`, inPeriod(before, label), inPeriod(after, label)) ?? [];
  });
}

function compared(rule: string, before: Target, after: Target): TermChange | null {
  const [from, to] = [targetMeant(before), targetMeant(after)];
  if (from === to) return null;
  const lower = after.value < before.value;
  const weaker = before.cmp === '>=' ? lower : !lower;
  const found = !sameScale(before, after) ? 'open' : weaker ? 'weakened' : 'tightened';
  return { rule, class: found, from, to };
}

function everyOf({ periods: _, ...every }: Target): Target {
  return every;
}

function inPeriod(target: Target, label: string): Target {
  const every = everyOf(target);
  return { ...every, value: target.periods?.[label] ?? every.value };
}

const sameScale = (a: Target, b: Target): boolean =>
  a.cmp === b.cmp && a.of === b.of && a.unit === b.unit && a.per === b.per && a.value !== b.value;
