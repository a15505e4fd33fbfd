import type { Chart } from '../../blocks.ts';
import { bandsSvg } from './bands.ts';
import { barSvg } from './bar.ts';
import { bricksSvg } from './bricks.ts';
import { lineSvg } from './line.ts';
import { paceSvg } from './pace.ts';

/** A chart as SVG that stands in the page; `reads` is what it says to those who do not see it. */
export function chartSvg(chart: Chart, reads: string): string {
  switch (chart.kind) {
    case 'line':
      return lineSvg(chart, reads);
    case 'bar':
      return barSvg(chart, reads);
    case 'bands':
      return bandsSvg(chart, reads);
    case 'pace':
      return paceSvg(chart, reads);
    case 'bricks':
      return bricksSvg(chart, reads);
  }
}
