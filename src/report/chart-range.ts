import type { LineChart } from './blocks.ts';

/** What a chart has to find room for. */
interface ChartNumbers {
  readonly of: LineChart['of'];
  readonly points: readonly {
    readonly value: number;
    readonly worst: number | null;
    readonly best: number | null;
  }[];
  readonly targets: readonly { readonly value: number }[];
}

/** A rate need not start at nought, since its numbers are written; a number does. */
export function rangeOf({ of, points, targets }: ChartNumbers): readonly [number, number] {
  const values = [
    ...points.flatMap(({ value, worst, best }) => [value, worst ?? value, best ?? value]),
    ...targets.map(({ value }) => value),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (of === 'number') return [Math.min(0, least), most === 0 ? 1 : most];
  const room = Math.max(0.02, (most - least) * 0.12);
  return [Math.max(0, least - room), Math.min(1, most + room)];
}
