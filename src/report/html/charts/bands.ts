import { scaleBand, scaleLinear } from 'd3-scale';
import { whole } from '../../../messages/numbers.ts';
import type { BandsChart } from '../../blocks.ts';
import { drawing, label, n, percent, rule } from './svg.ts';

const [HEIGHT, TOP, BOTTOM, LINE] = [148, 20, 100, 14];

/** Characters of two labels side by side, beyond which they would run into one another. */
const WIDE = 14;

/** How long cases waited, one bar a band; those that never ended stand apart. */
export function bandsSvg({ bands, within, limit }: BandsChart, reads: string): string {
  const x = scaleBand<number>(
    bands.map((_, i) => i),
    [0, 100],
  ).padding(0.16);
  const y = scaleLinear([0, Math.max(1, ...bands.map((band) => band.n))], [0, BOTTOM - TOP]);
  const place = (i: number) => x(i) ?? 0;
  const bars = bands.flatMap(({ n: all, late }, i) => {
    const part = (of: string, count: number, from: number) =>
      count === 0
        ? []
        : [
            `<rect class="b-${of}" x="${percent(place(i))}" width="${percent(x.bandwidth())}" y="${n(BOTTOM - y(from + count))}" height="${n(y(count))}"/>`,
          ];
    return [...part('kept', all - late, 0), ...part('late', late, all - late)];
  });
  // Every other label then stands a line lower.
  const apart = bands.some(({ label: own }, i) => own.length + (bands[i + 1]?.label.length ?? 0) > WIDE);
  const more = apart ? LINE : 0;
  const edge =
    within > 0 && within < bands.length ? (place(within - 1) + x.bandwidth() + place(within)) / 2 : null;
  return drawing(HEIGHT + more, reads, [
    rule([0, BOTTOM], [100, BOTTOM], 'ax'),
    ...bars,
    ...bands.map((band, i) =>
      label({
        x: place(i) + x.bandwidth() / 2,
        y: BOTTOM - y(band.n) - 5,
        text: whole(band.n),
        classes: band.late > 0 ? 'lb b' : 'lb',
      }),
    ),
    ...bands.map((band, i) =>
      label({
        x: place(i) + x.bandwidth() / 2,
        y: BOTTOM + 16 + (apart && i % 2 === 1 ? LINE : 0),
        text: band.label,
        classes: band.never ? 'foc' : '',
      }),
    ),
    ...(edge === null
      ? []
      : [
          rule([edge, 8], [edge, BOTTOM + 4], 'tick'),
          label({ x: edge, y: BOTTOM + 38 + more, text: limit, classes: 'tgl' }),
        ]),
  ]);
}
