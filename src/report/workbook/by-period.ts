import { t } from '../../messages/index.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Period, PeriodUnit } from '../../model/time.ts';
import {
  besideOwnTarget,
  decidedOf,
  everyTarget,
  fractionOf,
  lineTarget,
  targetShown,
  unexcused,
} from '../number.ts';
import { periodOf } from '../names.ts';
import { byParties } from '../parties.ts';
import { cutName, cutValue } from '../recycled.ts';
import { toneOf, verdictText } from '../verdict.ts';
import { amount, type Cell, count, rate, text } from '../xlsx/cell.ts';
import type { Table } from './table.ts';

/**
 * Promises down, periods across: what was attained, on how many decided cases, and the verdict. One table a
 * length of period.
 */
export function byPeriod(compliances: readonly Compliance[]): readonly Table[] {
  const units = new Set(compliances.flatMap(({ results }) => results.map(({ period }) => period.unit)));
  return UNITS.filter((unit) => units.has(unit)).map((unit) => tableOf(compliances, unit));
}

/** The sheet that opens first is that of most meetings. */
const UNITS: readonly PeriodUnit[] = ['month', 'week', 'day', 'quarter', 'year'];

function tableOf(compliances: readonly Compliance[], unit: PeriodUnit): Table {
  const several = compliances.length > 1;
  const own = compliances.map((each) => ({
    each,
    results: each.results.filter(({ period }) => period.unit === unit),
  }));
  const all = own.flatMap(({ results }) => results);
  const fields = fieldsOf(all);
  const periods = periodsOf(all);
  const asOf = Math.min(...compliances.map((each) => each.asOf));
  const rows = own.flatMap(({ each, results }) =>
    [...byParties(results, each)].flatMap(([parties, owed]) =>
      linesOf(owed).map((line) => [
        ...(several ? [text(each.agreement.id)] : []),
        text(parties),
        ...rowOf(line, fields, periods),
      ]),
    ),
  );
  return {
    name: nameOf(unit),
    titles: [
      ...(several ? [t`Agreement`] : []),
      t`Parties`,
      t`Promise`,
      t`In words`,
      ...fields.map((field) => cutName(field, all, own[0]?.each.agreement.headers)),
      t`Target`,
      ...periods.flatMap((period) => {
        const name = periodOf(period);
        const label = period.to > asOf ? t`${name} (running)` : name;
        return [t`${label} attained`, t`${label} cases`, t`${label} verdict`];
      }),
    ],
    rows,
    fixed: several ? 3 : 2,
  };
}

function nameOf(unit: PeriodUnit): string {
  switch (unit) {
    case 'day':
      return t`By day`;
    case 'week':
      return t`By week`;
    case 'month':
      return t`By month`;
    case 'quarter':
      return t`By quarter`;
    case 'year':
      return t`By year`;
  }
}

/** A change of target begins a line of its own. */
function linesOf(results: readonly Result[]): readonly (readonly Result[])[] {
  const lines = new Map<string, Result[]>();
  for (const result of results) {
    const key = JSON.stringify([result.id, result.by, lineTarget(result)]);
    lines.set(key, [...(lines.get(key) ?? []), result]);
  }
  return [...lines.values()];
}

function rowOf(
  line: readonly Result[],
  fields: readonly string[],
  periods: readonly Period[],
): readonly Cell[] {
  const [first] = line;
  if (!first) throw new Error('A line of the table has at least one result');
  return [
    text(first.id),
    text(first.promise ?? first.title),
    ...fields.map((field) => text(cutValue(field, first))),
    text(targetShown(everyTarget(first.target))),
    ...periods.flatMap((period) =>
      resultCells(line.find((each) => each.period.label === period.label) ?? null),
    ),
  ];
}

function resultCells(result: Result | null): readonly Cell[] {
  if (!result) return [null, null, null];
  const verdict = besideOwnTarget(verdictText(result), result);
  const open = result.final ? '' : t`provisional`;
  const whole = unexcused(result);
  const words = [verdict, open, ...(whole === null ? [] : [t`${whole} unexcused`])]
    .filter((each) => each !== '')
    .join(', ');
  return [attained(result), count(decidedOf(result)), text(words, toneOf(result))];
}

/** Below the fewest cases a fraction, as text: a handful of cases have no percentage. */
export function attained(result: Result): Cell {
  const { target } = result;
  if (target.of === 'number') return amount(result.value, target.value) ?? text(t`n/a`);
  const decided = decidedOf(result);
  if (result.attainment === null || decided === 0) return text(t`n/a`);
  return decided < result.minCases ? text(fractionOf(result)) : rate(result.attainment, target.value);
}

export function fieldsOf(results: readonly Result[]): readonly string[] {
  return [...new Set(results.flatMap(({ by }) => Object.keys(by ?? {})))];
}

function periodsOf(results: readonly Result[]): readonly Period[] {
  const byLabel = new Map(results.map(({ period }) => [period.label, period]));
  return [...byLabel.values()].sort((a, b) => a.from - b.from);
}
