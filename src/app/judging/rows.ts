import { number, numberOrNull } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import type { AttemptsPlan, CasePlan } from '../../model/judge.ts';
import type { EarlyEnds } from '../../plan/early-ends.ts';
import type { Spread } from '../../plan/spread.ts';
import type { Tally } from '../../plan/tallies.ts';

/**
 * Rows of the counting statement as the plan folds them. The engine gives them in any order, another one at
 * each run: what is added up or listed from them must not depend on it.
 */
export function talliesOf(rows: readonly Row[], groups: number): readonly Tally[] {
  const tallies = rows.map((row) => ({
    period: number(row.period),
    by: groupsOf(row, groups),
    seg: number(row.seg),
    state: number(row.state),
    raw: number(row.raw),
    reason: numberOrNull(row.reason),
    risk: row.risk === true,
    recycled: row.recycled === true,
    n: number(row.n),
    amount: numberOrNull(row.amount),
    lastStart: numberOrNull(row.last_start),
  }));
  const names = new Map(tallies.map((tally) => [tally, JSON.stringify(tally.by)]));
  const compareGroups = (a: Tally, b: Tally) => compareText(names.get(a) ?? '', names.get(b) ?? '');
  return tallies.sort((a, b) => compareGroups(a, b) || compareNumbers(a, b));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Together with the groups these tell all tallies of a promise apart. */
function compareNumbers(a: Tally, b: Tally): number {
  return (
    a.period - b.period ||
    a.seg - b.seg ||
    a.state - b.state ||
    (a.reason ?? -1) - (b.reason ?? -1) ||
    a.raw - b.raw ||
    Number(a.risk) - Number(b.risk) ||
    Number(a.recycled) - Number(b.recycled)
  );
}

export function spreadsOf(rows: readonly Row[], groups: number, plan: CasePlan): readonly Spread[] {
  return rows.map((row) => ({
    period: number(row.period),
    by: row.whole === 1 ? null : groupsOf(row, groups),
    took: plan.shape === 'timed' ? triple(row.took) : null,
    extras: extrasOf(row, plan),
  }));
}

/** Of a count of different values. */
export function distinctOf(rows: readonly Row[], groups: number): readonly Spread[] {
  return rows.map((row) => ({
    period: number(row.period),
    by: row.whole === 1 ? null : groupsOf(row, groups),
    took: null,
    distinct: number(row.n),
    extras: {},
  }));
}

/** Beside the attainment: the two parts of a split wait in seconds, or the number of touches. */
function extrasOf(row: Row, plan: CasePlan): Spread['extras'] {
  if (plan.shape === 'attempts') {
    return { medianAttempts: triple(row.system)?.[0] ?? null, stoppedEarlyShare: numberOrNull(row.share) };
  }
  if (plan.shape !== 'timed' || plan.splitAt === null) return {};
  const [system, human] = [triple(row.system), triple(row.human)];
  // Where nothing took a time there is none to split, however the cases were asked for.
  if (system === null && human === null) return {};
  return {
    systemP50: seconds(system?.[0]),
    systemP90: seconds(system?.[1]),
    systemP95: seconds(system?.[2]),
    humanP50: seconds(human?.[0]),
    humanP90: seconds(human?.[1]),
    humanP95: seconds(human?.[2]),
  };
}

const seconds = (micros: number | undefined): number | null => (micros === undefined ? null : micros / 1e6);

function triple(value: Row[string] | undefined): readonly [number, number, number] | null {
  if (!Array.isArray(value) || value.some((each) => each === null)) return null;
  const [p50, p90, p95] = value;
  return [number(p50), number(p90), number(p95)];
}

/** The early ends of one promise, cut as its tallies are. */
export function earlyEndsOf(rows: readonly Row[], groups: number, plan: AttemptsPlan): readonly EarlyEnds[] {
  return rows.map((row) => ({
    period: number(row.period),
    by: groupsOf(row, groups),
    words: Object.fromEntries(
      plan.endedBy.map(({ field }, i) => [field, row[`w${i}`] == null ? null : String(row[`w${i}`])]),
    ),
    cases: number(row.n),
  }));
}

export function groupsOf(row: Row, groups: number): readonly (string | null)[] {
  return Array.from({ length: groups }, (_, i) => {
    const value = row[`b${i}`];
    return value === null || value === undefined ? null : String(value);
  });
}
