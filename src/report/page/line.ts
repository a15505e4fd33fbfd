import { t } from '../../messages/index.ts';
import type { Result } from '../../model/compliance.ts';
import type { Period } from '../../model/time.ts';
import type { LineChart, LinePoint, PageBlock } from '../blocks.ts';
import { type AgreementFacts, type PeriodCell, type PromiseFacts, shapeOf } from './facts.ts';
import { MOST_PERIODS } from './months.ts';
import { periodName, shortName } from './periods.ts';
import { numberText, targetSign, verdictWord } from './sentences.ts';

/** The last periods of a promise with its target; nothing for one period alone. */
export function lineOf(one: PromiseFacts, { compliance }: AgreementFacts): PageBlock | null {
  const cells = one.cells.slice(-MOST_PERIODS);
  if (cells.length < 2) return null;
  const points = cells.flatMap((cell, index) => pointsOf(cell, index));
  if (points.length === 0) return null;
  const chart: LineChart = {
    kind: 'line',
    of: one.newest.target.of,
    columns: cells.map(({ period }) => ({
      label: shortName(period.label),
      now: isNow(period, compliance.asOf),
    })),
    points,
    targets: targetsOf(cells),
  };
  const reads = readsOf(cells);
  return {
    kind: 'group',
    role: 'figure',
    blocks: [{ kind: 'chart', chart, reads }],
  };
}

const isNow = ({ to }: Period, asOf: number): boolean => to > asOf;

/** What those hear who do not see the line. */
export const readsOf = (cells: readonly PeriodCell[]): string =>
  cells.flatMap((cell) => cell.results.map((result) => readsOne(cell, result))).join(t`; `);

function readsOne(cell: PeriodCell, result: Result): string {
  const own: PeriodCell = {
    ...cell,
    results: [result],
    verdict: result.verdict ?? 'no data',
    final: result.final,
  };
  return t`${periodName(cell.period.label)}: ${numberText(result)}, target ${targetSign(result.target)}, ${verdictWord(own)}`;
}

/** Several targets in one period have a point each, side by side. */
function pointsOf(cell: PeriodCell, column: number): readonly LinePoint[] {
  const { results } = cell;
  return results.flatMap((result, index): readonly LinePoint[] => {
    const value = result.target.of === 'rate' ? result.attainment : result.value;
    if (value === null || result.verdict === 'no data') return [];
    const open = !result.final && result.counts.pending > 0;
    return [
      {
        at: column + (index + 0.5) / results.length,
        value,
        worst: open ? result.worst : null,
        best: open ? result.best : null,
        shape: shapeOf({ verdict: result.verdict ?? 'no data', final: result.final }),
        label: numberText(result),
      },
    ];
  });
}

/** Neighbours with one target are one stretch. */
function targetsOf(cells: readonly PeriodCell[]): LineChart['targets'] {
  const made: { from: number; to: number; value: number; label: string }[] = [];
  for (const [column, { results }] of cells.entries()) {
    for (const [index, { target }] of results.entries()) {
      const [from, to] = [column + index / results.length, column + (index + 1) / results.length];
      const known = made.at(-1);
      if (known && known.value === target.value && known.to === from) known.to = to;
      else made.push({ from, to, value: target.value, label: targetSign(target) });
    }
  }
  return made;
}
