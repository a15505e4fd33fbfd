import { number } from '../../engine/cell.ts';
import { REASONS, STATES } from '../../model/judge.ts';
import type { Floating } from '../../plan/bounds.ts';
import type { Tally } from '../../plan/tallies.ts';
import { undatedSql } from '../../sql/judge/undated.ts';
import { contextOf } from './context.ts';
import { groupsOf } from './rows.ts';
import type { Planned, Run } from './run.ts';

/** The cases of no period of one promise, of some groups together or of the whole. */
export type FloatingOf = (groups: readonly (readonly (string | null)[])[] | null) => Floating | null;

/**
 * The cases of a promise, under all its versions, that nothing dates. `tallies` are theirs: where there are
 * none nothing is asked. Else they are told beside all cases of the promise, whatever periods are shown.
 */
export async function floatingOf(
  run: Run,
  planned: readonly Planned[],
  tallies: readonly Tally[],
): Promise<FloatingOf> {
  if (tallies.length === 0) return () => null;
  const groups = new Map<string, Floating>();
  const add = (by: readonly (string | null)[], more: Partial<Floating>) => {
    for (const key of new Set([WHOLE, JSON.stringify(by)]))
      groups.set(key, together(groups.get(key) ?? NONE, more));
  };
  for (const { by, state, reason, n } of tallies) {
    const name = reason === null ? undefined : REASONS[reason];
    const counted = STATES[state] === 'unknown' ? { unknown: n } : { excluded: n };
    add(by, { ...counted, reasons: name ? { [name]: n } : {} });
  }
  for (const one of planned) {
    const rows = await run.engine.rows(undatedSql({ plan: one.plan, context: contextOf(run, one, []) }));
    for (const row of rows) {
      const gain = number(row.unvalued) > 0 ? Number.POSITIVE_INFINITY : number(row.gain);
      add(groupsOf(row, run.by.length), { of: number(row.cases), gain, loss: number(row.loss) });
    }
  }
  return (asked) => {
    const keys = asked?.map((by) => JSON.stringify(by)) ?? [WHOLE];
    const own = keys.flatMap((key) => groups.get(key) ?? []).reduce(together, NONE);
    return own.unknown + own.excluded > 0 ? own : null;
  };
}

const WHOLE = 'whole';

const NONE: Floating = { unknown: 0, excluded: 0, of: 0, gain: 0, loss: 0, reasons: {} };

function together(some: Floating, more: Partial<Floating>): Floating {
  const both = { ...NONE, ...more };
  const reasons = { ...some.reasons };
  for (const [name, n] of Object.entries(both.reasons) as [keyof Floating['reasons'], number][])
    reasons[name] = (reasons[name] ?? 0) + n;
  return {
    unknown: some.unknown + both.unknown,
    excluded: some.excluded + both.excluded,
    of: some.of + both.of,
    gain: some.gain + both.gain,
    loss: some.loss + both.loss,
    reasons,
  };
}
