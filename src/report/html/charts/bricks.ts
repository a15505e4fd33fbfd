import { scaleBand } from 'd3-scale';
import type { BricksChart } from '../../blocks.ts';
import { drawing, label, n, percent } from './svg.ts';

const [BRICK, GAP, FOOT] = [5, 1, 16];

/** A column a period and a brick a promise: missed ones solid and at the foot. */
export function bricksSvg({ columns, most }: BricksChart, reads: string): string {
  const height = Math.min(most, MOST) * (BRICK + GAP) + FOOT;
  const x = scaleBand<number>(
    columns.map((_, i) => i),
    [0, 100],
  ).padding(0.15);
  const parts = columns.flatMap(({ label: text, now, missed, kept, other }, i) => {
    const all = [
      ...new Array<string>(missed).fill('missed'),
      ...new Array<string>(other).fill('open'),
      ...new Array<string>(kept).fill('soft'),
    ].slice(0, MOST);
    const left = x(i) ?? 0;
    return [
      ...all.map(
        (of, row) =>
          `<rect class="k-${of}" x="${percent(left)}" width="${percent(x.bandwidth())}" y="${n(height - FOOT - (row + 1) * (BRICK + GAP))}" height="${BRICK}"/>`,
      ),
      label({ x: left + x.bandwidth() / 2, y: height - 3, text, classes: now ? 'foc' : '' }),
    ];
  });
  return drawing(height, reads, parts, ' bricks');
}

/** Bricks that a row has room for. */
const MOST = 14;
