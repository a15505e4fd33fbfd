import type { Target } from '../../model/agreement.ts';
import {
  type Basis,
  type CalibrationRow,
  FEWEST,
  type PastPeriod,
  type Proposal,
} from '../../model/calibration.ts';
import { targetText } from '../../model/target.ts';
import {
  figureAbove,
  figureReached,
  firstKept,
  MOST_PERCENT,
  partOfThose,
  percentAbove,
  percentReached,
} from '../../plan/past.ts';

const FOUR_OF_FIVE = 0.8;

export const reaches = (rate: number, { cmp, value }: Target): boolean =>
  cmp === '>=' ? rate >= value - 1e-9 : rate <= value + 1e-9;

/** The strictest limits that reach today's target so often; none where no limit does. */
export function limitProposals(rows: readonly CalibrationRow[], target: Target): readonly Proposal[] {
  // The shorter a limit, the fewer keep it: of a part that is to stay small nothing can be proposed.
  if (target.cmp === '<=') return [];
  const keeping = (part: number): CalibrationRow | undefined =>
    rows.find(({ held }) => held.of >= FEWEST && held.in >= Math.ceil(held.of * part - 1e-9));
  const most = keeping(FOUR_OF_FIVE);
  const step = most === undefined ? undefined : rows[rows.indexOf(most) - 1];
  const first = firstKept(
    rows.filter(({ usual }) => usual),
    keptByAll,
    target.value,
  );
  const of = (basis: Basis, row: CalibrationRow | null | undefined): readonly Proposal[] =>
    row
      ? [{ basis, text: row.text, value: null, now: row.now, held: row.held, kept: row.more, owed: 0 }]
      : [];
  return [
    ...of('every-period', keeping(1)),
    ...of('four-of-five', most),
    ...of('step-up', step),
    ...of('all-cases', first),
  ];
}

/** Over all periods, those that are not learned from too: as a first agreement counts them. */
function keptByAll({ periods }: CalibrationRow) {
  const sum = (of: (counts: CalibrationRow['periods'][number]['counts']) => number): number =>
    periods.reduce((all, { counts }) => all + of(counts), 0);
  return { met: sum(({ met }) => met), cases: sum(({ met, breached, pending }) => met + breached + pending) };
}

/** The round targets that were reached so often at today's limits. */
export function targetProposals(
  target: Target,
  periods: readonly PastPeriod[],
  weighs: boolean,
): readonly Proposal[] {
  const used = periods.filter(({ used: isUsed, target: own }) => isUsed && own === target.value);
  const values = used.flatMap(({ reached }) => reached ?? []);
  if (values.length < FEWEST) return [];
  const { cmp } = target;
  const isRate = target.of === 'rate';
  const reached = (part: number): number | null =>
    isRate ? percentReached(values, part, cmp) : figureReached(values, part, cmp);
  const most = reached(FOUR_OF_FIVE);
  const above = most === null ? null : isRate ? percentAbove(most, cmp) : figureAbove(most, cmp);
  const of = (basis: Basis, n: number | null): readonly Proposal[] => {
    if (n === null || (isRate && n > MOST_PERCENT && cmp === '>=')) return [];
    const value = isRate ? n / 100 : n;
    const heldIn = Math.round(partOfThose(values, value, cmp) * values.length);
    // The least figure is 1, which may not have been reached.
    const wanted = basis === 'step-up' ? 0 : basis === 'every-period' ? 1 : FOUR_OF_FIVE;
    if (heldIn < Math.ceil(values.length * wanted - 1e-9)) return [];
    return [
      {
        basis,
        text: targetText({ ...target, value }, () => `${n}%`, String) + per(target),
        value,
        now: value === target.value,
        held: { in: heldIn, of: values.length },
        kept: 0,
        owed: weighs
          ? null
          : used.reduce((sum, each) => sum + owedIn(each, value) - owedIn(each, target.value), 0),
      },
    ];
  };
  const owedIn = ({ counts }: PastPeriod, value: number): number =>
    isRate ? Math.ceil(value * (counts.met + counts.breached) - 1e-9) : value;
  const usual = of('four-of-five', most);
  // A step up is one up from what was kept: from nothing there is none.
  return [...of('every-period', reached(1)), ...usual, ...(usual.length === 0 ? [] : of('step-up', above))];
}

const per = ({ of, per: unit }: Target): string => (of === 'rate' || unit === null ? '' : ` per ${unit}`);
