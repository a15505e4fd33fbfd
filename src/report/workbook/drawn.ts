import { t } from '../../messages/index.ts';
import type { Result } from '../../model/compliance.ts';
import { rangeOf } from '../chart-range.ts';
import { type AgreementFacts, type PeriodCell, type PromiseFacts, shapeOf } from '../page/facts.ts';
import { readsOf } from '../page/line.ts';
import { headOf, MOST_PERIODS } from '../page/months.ts';
import { numberText, verdictWord } from '../page/sentences.ts';
import { amount, type Cell, rate, text } from '../xlsx/cell.ts';
import type { BookChart, CellRange, ChartSeries } from '../xlsx/chart.ts';
import type { Table } from './table.ts';

/** A promise in a period under one target: what a chart has a mark for. */
interface Point {
  readonly cell: PeriodCell;
  /** The year is told where it begins. */
  readonly name: string;
  readonly result: Result;
  readonly value: number | null;
  readonly look: 'missed' | 'missed so far' | 'not final' | null;
}

/** The lines of all promises, and the cells that they are drawn from. */
export interface Drawn {
  readonly table: Table;
  /** By promise; none of one that has a single period. */
  chartOf(one: PromiseFacts, title: BookChart['title']): BookChart | null;
}

export function drawn(all: readonly AgreementFacts[]): Drawn {
  const rows: (readonly Cell[])[] = [];
  const ranges = new Map<PromiseFacts, readonly [number, number]>();
  for (const { promises, compliance } of all)
    for (const one of promises) {
      const points = pointsOf(one);
      if (points.length < 2) continue;
      // The first row has the titles.
      ranges.set(one, [rows.length + 2, rows.length + 1 + points.length]);
      rows.push(...points.map((point) => rowOf(point, compliance.agreement.id)));
    }
  return {
    table: {
      name: sheetName(),
      titles: [
        t`Agreement`,
        t`Promise`,
        t`Period`,
        t`In the chart`,
        t`Reached`,
        t`Missed`,
        t`Missed so far`,
        t`Not final yet`,
        t`Target`,
        t`Verdict`,
      ],
      rows,
      fixed: 2,
    },
    chartOf(one, title) {
      const range = ranges.get(one);
      return range === undefined ? null : chartOf(one, range, title);
    },
  };
}

const sheetName = (): string => t`Behind the charts`;

const [NAME, REACHED, TARGET] = [3, 4, 8];

/** Columns of the marks that stand over the line. */
const MARKS = { missed: 5, 'missed so far': 6, 'not final': 7 } as const;

function pointsOf(one: PromiseFacts): readonly Point[] {
  const cells = one.cells.slice(-MOST_PERIODS);
  const periods = cells.map(({ period }) => period);
  return cells.flatMap((cell, at) =>
    cell.results.map((result) => ({ cell, name: headOf(periods, at), result, ...markOf(result) })),
  );
}

function markOf(result: Result): Pick<Point, 'value' | 'look'> {
  const verdict = result.verdict ?? 'no data';
  const reached = result.target.of === 'rate' ? result.attainment : result.value;
  const value = verdict === 'no data' ? null : reached;
  const shape = shapeOf({ verdict, final: result.final });
  const look =
    shape === 'missed' || shape === 'missed so far' ? shape : shape === 'kept' ? null : 'not final';
  return { value, look: value === null ? null : look };
}

function rowOf({ cell, name, result, value, look }: Point, agreement: string): readonly Cell[] {
  const { target } = result;
  const number = (shown: number | null) =>
    target.of === 'rate' ? rate(shown, target.value) : amount(shown, target.value);
  return [
    text(agreement),
    text(result.id),
    text(cell.period.label),
    text(name),
    number(value),
    ...Object.keys(MARKS).map((name) => number(name === look ? value : null)),
    number(target.value),
    text(
      verdictWord({ ...cell, results: [result], verdict: result.verdict ?? 'no data', final: result.final }),
    ),
  ];
}

function chartOf(one: PromiseFacts, rows: readonly [number, number], title: BookChart['title']): BookChart {
  const points = pointsOf(one);
  const at = (column: number): CellRange => ({ sheet: sheetName(), column, rows });
  const marks = Object.entries(MARKS).flatMap(([name, column]): readonly ChartSeries[] => {
    const values = points.map(({ value, look }) => (look === name ? value : null));
    const look = name as keyof typeof MARKS;
    return values.every((value) => value === null)
      ? []
      : [{ name: nameOf(look), at: at(column), values, look }];
  });
  const of = one.newest.target.of;
  const [least, most] = rangeOf({
    of,
    points: points.flatMap(({ value }) => (value === null ? [] : [{ value, worst: null, best: null }])),
    targets: points.map(({ result }) => result.target),
  });
  return {
    title,
    reads: readsOf(one.cells.slice(-MOST_PERIODS)),
    across: { at: at(NAME), texts: points.map(({ name }) => name) },
    series: [
      {
        name: t`Reached`,
        at: at(REACHED),
        values: points.map(({ value }) => value),
        labels: points.map(({ value, result, look }) =>
          value === null
            ? null
            : {
                text: numberText(result),
                side: look === 'missed' || look === 'missed so far' ? 'below' : 'above',
              },
        ),
        look: 'reached',
      },
      ...marks,
      {
        name: t`Target`,
        at: at(TARGET),
        values: points.map(({ result }) => result.target.value),
        look: 'target',
      },
    ],
    format: of === 'rate' ? '0%' : '#,##0',
    range: of === 'rate' ? ratesAxis(least, most) : { least, most: null, step: null },
  };
}

/** An axis of percentages begins and ends at a multiple of five, with at most six steps. */
function ratesAxis(least: number, most: number): BookChart['range'] {
  const [from, to] = [Math.floor(least * 20), Math.ceil(most * 20)];
  const step = [1, 2, 4].find((each) => (to - from) / each <= 6) ?? 4;
  return {
    least: from / 20,
    most: Math.min(20, from + Math.ceil((to - from) / step) * step) / 20,
    step: step / 20,
  };
}

function nameOf(look: keyof typeof MARKS): string {
  return { missed: t`Missed`, 'missed so far': t`Missed so far`, 'not final': t`Not final yet` }[look];
}
