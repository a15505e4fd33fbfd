import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { PaceChart } from '../../blocks.ts';
import { shapeSvg } from '../words.ts';
import { at, drawing, gutter, label, rule, stretched } from './svg.ts';

const [HEIGHT, TOP, BOTTOM] = [124, 16, 100];

/** What has been reached after each open day, against the steady pace that the target asks for. */
export function paceSvg({ values, days, target, projected, labels }: PaceChart, reads: string): string {
  const x = scaleLinear([0, Math.max(1, days)], [0, 100]);
  const y = scaleLinear([0, Math.max(1, target, projected, ...values)], [BOTTOM, TOP]);
  const path = line<number>(
    (_, i) => x(i),
    (value) => y(value),
  ).curve(curveStepAfter);
  const reached = values.at(-1) ?? 0;
  const end = [x(values.length), y(reached)] as const;
  const apart = Math.abs(y(projected) - y(target)) < 13 ? 13 : 0;
  const lower = projected < target ? apart : 0;
  return drawing(
    HEIGHT,
    reads,
    [
      rule([0, BOTTOM], [100, BOTTOM], 'ax'),
      rule([0, y(0)], [100, y(target)], 'tg'),
      stretched(HEIGHT, path([0, ...values]), 'ser'),
      rule(end, [100, y(projected)], 'dots'),
      at(...end, shapeSvg('kept so far', 5)),
      label({ x: end[0], y: end[1] - 10, text: labels.value, classes: 'lb' }),
      label({ x: 100, y: y(target) + 4, text: labels.target, classes: 'tgl', anchor: 'start', dx: 8 }),
      label({
        x: 100,
        y: y(target) + (apart === 0 ? y(projected) - y(target) : lower === 0 ? -apart : apart) + 4,
        text: labels.projected,
        anchor: 'start',
        dx: 8,
      }),
      label({ x: 0, y: BOTTOM + 16, text: labels.first, anchor: 'start' }),
      label({ x: end[0], y: BOTTOM + 16, text: String(values.length), classes: 'foc' }),
      label({ x: 100, y: BOTTOM + 16, text: String(days) }),
    ],
    gutter([labels.target, labels.projected]),
  );
}
