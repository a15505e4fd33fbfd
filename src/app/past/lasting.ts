import { t } from '../../messages/index.ts';
import type { Result } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nameOf, periodText } from '../../report/names.ts';
import { targetShown } from '../../report/number.ts';

/** So many final periods, one after the other, show what a promise is worth. */
const LASTING = 6;

/**
 * Promises that were missed in each of the last six final periods, and those that were kept so easily in
 * each that they ask for nothing.
 */
export function lastingFindings(results: readonly Result[]): readonly Diagnostic[] {
  const ids = [...new Set(results.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const last = lastPeriods(results.filter((each) => each.id === id && each.by === null && each.final));
    const newest = last.at(-1)?.at(-1);
    if (!newest || last.length < LASTING) return [];
    const [first] = last[0] ?? [];
    const span = `${periodText(first?.period.label ?? '')} – ${periodText(newest.period.label)}`;
    const every = (is: (result: Result) => boolean): boolean => last.every((own) => own.every(is));
    const found = (rule: string, message: string, help: string): Diagnostic => ({
      ...{ rule, severity: 'info', message, help },
      ...(newest.place ? { place: newest.place } : {}),
    });
    if (every(({ verdict }) => verdict === 'missed'))
      return [
        found(
          'decoration',
          t`"${nameOf(newest)}" was missed in each of the last ${LASTING} final periods (${span}): nobody relies on it`,
          t`promise what can be kept: sla calibrate --commitment ${id}`,
        ),
      ];
    if (every(isEasy))
      return [
        found(
          'trivial',
          t`"${nameOf(newest)}" was kept by twice its target's margin in each of the last ${LASTING} final periods (${span}): ${targetShown(newest.target)} asks for nothing`,
          t`promise a step more: sla calibrate --commitment ${id}`,
        ),
      ];
    return [];
  });
}

/** The results of each of the last periods, none where one has no verdict; a change of terms within one gives it two. */
function lastPeriods(final: readonly Result[]): readonly (readonly Result[])[] {
  const periods = new Map<string, Result[]>();
  for (const result of final)
    periods.set(result.period.label, [...(periods.get(result.period.label) ?? []), result]);
  // A period without a verdict interrupts the row: what it was is not known.
  const last = [...periods.values()].slice(-LASTING);
  return last.every((own) => own.every(({ verdict }) => verdict === 'met' || verdict === 'missed'))
    ? last
    : [];
}

/**
 * Half of what it allows is left: half of the misses, half of the most, or twice the least. What allows nothing can't
 * be kept with ease.
 */
function isEasy({ verdict, target, value, attainment, counts, minCases }: Result): boolean {
  if (verdict !== 'met') return false;
  const { cmp, value: owed } = target;
  const isHalf = (part: number, allowed: number): boolean => allowed > 0 && 2 * part <= allowed + 1e-9;
  if (target.of === 'number') {
    if (value === null) return false;
    return cmp === '>=' ? value >= 2 * owed : isHalf(value, owed);
  }
  if (attainment === null || counts.met + counts.breached < minCases) return false;
  return cmp === '>=' ? isHalf(1 - attainment, 1 - owed) : isHalf(attainment, owed);
}
