import { t } from '../../messages/index.ts';
import type { Period, PeriodUnit } from '../../model/time.ts';
import type { Grid, GridCell, Group, PageBlock, Words } from '../blocks.ts';
import { everyTarget } from '../number.ts';
import {
  type AgreementFacts,
  inOrder,
  type PeriodCell,
  type PromiseFacts,
  placeOf,
  shapeOf,
} from './facts.ts';
import { several, shortName, yearOf } from './periods.ts';
import { numberText, said, targetSign, verdictWord } from './sentences.ts';
import { byParties } from './teams.ts';

/** Periods that a table or a chart has room for. */
export const MOST_PERIODS = 12;

/** All promises by period, those of one length of period in a table of their own. */
export function monthsSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const units = new Set(inOrder(facts.promises).map(({ unit }) => unit));
  const grids = [...units].map((unit): PageBlock => {
    const own = facts.promises.filter((one) => one.unit === unit);
    return { kind: 'grid', grid: gridOf(own, unit, facts) };
  });
  if (grids.length === 0) return null;
  const key: PageBlock = {
    kind: 'points',
    role: 'keys',
    items: keysOf(facts).map((words) => [words]),
  };
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}months`,
    blocks: [{ kind: 'heading', level, words: [t`All periods`] }, ...grids, key, ...twoNumbers(facts)],
  };
}

/** Why a month has two numbers of one promise, where one has. */
function twoNumbers({ promises }: AgreementFacts): readonly PageBlock[] {
  const isTwice = promises.some((one) =>
    one.cells.slice(-MOST_PERIODS).some(({ results }) => results.length > 1),
  );
  if (!isTwice) return [];
  const why = t`Two numbers of one promise in a period: its terms changed in between, and each number is judged by its own.`;
  return [{ kind: 'text', role: 'quiet', words: [why] }];
}

function gridOf(promises: readonly PromiseFacts[], unit: PeriodUnit, facts: AgreementFacts): Grid {
  const { compliance, focus, now } = facts;
  const all = periodsOf(promises);
  const shown = all.slice(-MOST_PERIODS);
  const isNow = ({ label, to }: Period) =>
    label === now?.label || (to > compliance.asOf && label !== focus?.label);
  const rows: Grid['rows'][number][] = [];
  for (const [owes, own] of byParties(promises, compliance)) {
    rows.push({ kind: 'group', text: [owes] });
    for (const one of own) {
      const name: readonly Words[] = [
        { ...said(one, compliance), to: one.anchor },
        ' ',
        { text: targetSign(everyTarget(one.newest.target)), tone: 'quiet' },
      ];
      const cells = shown.map((period): GridCell => {
        const cell = one.cells.find((each) => each.period.label === period.label);
        return { lines: cell ? linesOf(cell, one) : [], ...(isNow(period) ? { now: true } : {}) };
      });
      rows.push({ kind: 'row', cells: [{ lines: [name] }, ...cells] });
    }
  }
  return {
    role: 'months',
    caption: captionOf(unit, shown.length, all.length),
    columns: [
      { title: t`promise` },
      ...shown.map((period, index) => ({
        title: headOf(shown, index),
        numbers: true as const,
        ...(isNow(period) ? { now: true as const } : {}),
      })),
    ],
    rows,
  };
}

function captionOf(unit: PeriodUnit, shown: number, all: number): string {
  if (shown === all) return shown === 1 ? t`One period` : several(unit, shown);
  return t`The last ${several(unit, shown)}; the promises below have all ${all}`;
}

/** A year is told where it begins. */
export function headOf(shown: readonly Period[], index: number): string {
  const [period, before] = [shown[index], shown[index - 1]];
  if (!period) return '';
  const year = yearOf(period.label);
  const name = shortName(period.label);
  return name === period.label || (before && yearOf(before.label) === year) ? name : `${name} ${year}`;
}

const linesOf = (cell: PeriodCell, one: PromiseFacts): GridCell['lines'] =>
  cell.results.map((result): readonly Words[] => {
    const own: PeriodCell = {
      ...cell,
      results: [result],
      verdict: result.verdict ?? 'no data',
      final: result.final,
    };
    const tone = own.verdict === 'missed' ? { tone: 'bad' as const } : {};
    const to = placeOf(one, cell, result);
    return [{ text: numberText(result), to, shape: shapeOf(own), said: verdictWord(own), ...tone }];
  });

function periodsOf(promises: readonly PromiseFacts[]): readonly Period[] {
  const byLabel = new Map(promises.flatMap(({ cells }) => cells.map(({ period }) => [period.label, period])));
  return [...byLabel.values()].sort((a, b) => a.from - b.from);
}

/** What the marks mean that the table has. */
function keysOf({ promises }: AgreementFacts): readonly Words[] {
  const cells = promises.flatMap((one) => one.cells.slice(-MOST_PERIODS));
  const seen = new Map<string, Words>();
  for (const cell of cells) {
    const shape = shapeOf(cell);
    if (!seen.has(shape)) seen.set(shape, { text: verdictOnly(cell), shape });
  }
  return ['kept', 'missed', 'kept so far', 'missed so far', 'open', 'none'].flatMap(
    (shape) => seen.get(shape) ?? [],
  );
}

function verdictOnly(cell: PeriodCell): string {
  if (cell.verdict === 'open') return t`open`;
  return shapeOf(cell) === 'none' ? t`no number that can be judged` : verdictWord(cell);
}
