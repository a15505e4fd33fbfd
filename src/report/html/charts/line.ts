import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { LineChart, LinePoint } from '../../blocks.ts';
import { rangeOf } from '../../chart-range.ts';
import { shapeSvg } from '../words.ts';
import { at, drawing, gutter, label, percent, rule, stretched } from './svg.ts';

const [HEIGHT, TOP, BOTTOM] = [156, 24, 126];

/** A rate as a line, a number as stems from nought; the target dashed; what can still change from worst to best. */
export function lineSvg(chart: LineChart, reads: string): string {
  const { columns, points, targets } = chart;
  const x = scaleLinear([0, columns.length], [0, 100]);
  const y = scaleLinear(rangeOf(chart), [BOTTOM, TOP]).clamp(true);
  const path = line<LinePoint>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  );
  const now = columns.flatMap(({ now }, i) =>
    now
      ? [`<rect class="nowb" x="${percent(x(i))}" width="${percent(x(1))}" y="4" height="${HEIGHT - 28}"/>`]
      : [],
  );
  const series =
    chart.of === 'rate'
      ? [stretched(HEIGHT, path(points), 'ser')]
      : points.map((point) =>
          rule([x(point.at), BOTTOM], [x(point.at), y(point.value)], `stem ${toneOf(point)}`),
        );
  const few = points.length <= 7;
  const important = (point: LinePoint, i: number) =>
    few || point.shape === 'missed' || i >= points.length - 2 ? '' : ' opt';
  const labelOf = (point: LinePoint, i: number) =>
    pointLabel(point, [x(point.at), y(point.value)], important(point, i), chart.of);
  return drawing(
    HEIGHT,
    reads,
    [
      ...now,
      rule([0, BOTTOM + 6], [100, BOTTOM + 6], 'ax'),
      ...targets.map(({ from, to, value }) => rule([x(from), y(value)], [x(to), y(value)], 'tg')),
      ...targets.slice(1).map(({ from }) => rule([x(from), 6], [x(from), BOTTOM + 6], 'cut')),
      ...series,
      ...points.flatMap((point) => whisker(point, x(point.at), y)),
      ...points.map((point) => at(x(point.at), y(point.value), shapeSvg(point.shape, 5))),
      ...points.map((point, i) => labelOf(point, i)),
      ...targets
        .slice(-1)
        .map(({ value, label: text }) =>
          label({ x: 100, y: y(value) + 4, text, classes: 'tgl', anchor: 'start', dx: 8 }),
        ),
      ...columns.map(({ label: text, now }, i) =>
        label({
          x: x(i + 0.5),
          y: HEIGHT - 4,
          text,
          classes: `${now ? 'foc' : ''}${columns.length > 7 && (columns.length - 1 - i) % 2 === 1 ? ' opt' : ''}`,
        }),
      ),
    ],
    gutter(targets.slice(-1).map(({ label: text }) => text)),
  );
}

const toneOf = ({ shape }: LinePoint): string => (shape === 'missed' || shape === 'missed so far' ? 'b' : '');

function whisker(point: LinePoint, x: number, y: (value: number) => number): readonly string[] {
  const { worst, best } = point;
  if (worst === null || best === null) return [];
  const cap = (value: number) => at(x, y(value), '<line class="wh" x1="-5" x2="5"/>');
  return [rule([x, y(worst)], [x, y(best)], 'wh'), cap(worst), cap(best)];
}

/** Misses of a rate are written below their mark, so that the two sides of the target are told apart. */
function pointLabel(
  point: LinePoint,
  [x, y]: readonly [number, number],
  optional: string,
  of: LineChart['of'],
): string {
  const missed = toneOf(point) === 'b';
  const classes = `lb${missed ? ' b' : ''}${optional}`;
  // Beside a stem, where the line of the target does not cross it.
  if (missed && of === 'number')
    return label({ x, y: y + 4, text: point.label, classes, anchor: 'start', dx: 9 });
  return label({ x, y: missed ? y + 19 : y - 10, text: point.label, classes });
}
