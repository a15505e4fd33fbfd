import { scaleLinear } from 'd3-scale';
import type { BarChart } from '../../blocks.ts';
import { drawing, percent, rule } from './svg.ts';

const HEIGHT = 30;

/** What is met, late, open and unknown as parts of one whole; the target as a dashed tick. */
export function barSvg({ parts, target }: BarChart, reads: string): string {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  const x = scaleLinear([0, Math.max(1, total)], [0, 100]);
  let before = 0;
  const drawn = parts.flatMap(({ of, n }) => {
    const from = before;
    before += n;
    return n === 0
      ? []
      : [`<rect class="b-${of}" x="${percent(x(from))}" width="${percent(x(n))}" y="5" height="20"/>`];
  });
  const decided = parts.filter(({ of }) => of === 'kept' || of === 'late').reduce((sum, { n }) => sum + n, 0);
  const tick = target === null || decided === 0 ? [] : [x(decided * target)];
  return drawing(HEIGHT, reads, [...drawn, ...tick.map((at) => rule([at, 0], [at, HEIGHT], 'tick'))]);
}
