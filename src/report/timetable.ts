import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { ComplianceShown } from '../model/behind.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import type { Period, PeriodUnit } from '../model/time.ts';
import { afterwards } from './afterwards.ts';
import { attainedOf } from './attained.ts';
import { basis, title } from './heading.ts';
import { headlines } from './headline.ts';
import { nameOf, periodOf, promiseTitle } from './names.ts';
import { besideOwnTarget, everyTarget, lineTarget, targetShown } from './number.ts';
import { byParties, groupText, indentOf, rowName } from './parties.ts';
import { recycledName, recycledPart } from './recycled.ts';
import type { Block, Cell, Row, Table } from './table.ts';
import { toneOf, verdictText } from './verdict.ts';

/** Periods side by side: promises down, periods across; one table for each length of period. */
export function timetable(compliance: ComplianceShown): readonly Block[] {
  const { results, asOf } = compliance;
  const units = [...new Set(results.map((each) => each.period.unit))];
  const tables = units.map((unit): Block => {
    const own = results.filter((each) => each.period.unit === unit);
    return { kind: 'table', table: tableOf(own, unit, shownOf(unit, own), compliance) };
  });
  const open = results.some((each) => !each.final || each.period.to > asOf);
  const marks: Block[] = open
    ? [
        {
          kind: 'list',
          title: t`* not final`,
          items: [t`the period is still running, or cases in it are not due yet: the number can change`],
        },
      ]
    : [];
  const periods = periodsOf(results);
  return [
    title(compliance),
    ...headlines(compliance, 'table'),
    basis(compliance, periods),
    ...tables,
    ...daysBlock(results),
    ...marks,
    ...afterwards(compliance, 'timetable'),
  ];
}

/** So many days have room in a table: of more, those on which something is not met, the latest. */
const MOST_DAYS = 14;

function shownOf(unit: PeriodUnit, results: readonly Result[]): readonly Period[] {
  const periods = periodsOf(results);
  if (unit !== 'day' || periods.length <= MOST_DAYS) return periods;
  const some = notMet(results);
  return (some.length === 0 ? periods : some).slice(-MOST_DAYS);
}

/** Of promises by the day, where not all days are shown: how many there are of each verdict. */
function daysBlock(results: readonly Result[]): readonly Block[] {
  const daily = results.filter(({ period, by }) => period.unit === 'day' && by === null);
  if (periodsOf(daily).length <= MOST_DAYS) return [];
  const items = [...new Set(daily.map(({ id }) => id))].map((id) => {
    const own = daily.filter((each) => each.id === id);
    const [met, missed] = (['met', 'missed'] as const).map(
      (verdict) => own.filter((each) => each.verdict === verdict).length,
    );
    const name = promiseTitle(id, { results: own });
    return t`${name}: ${whole(met ?? 0)} of ${whole(own.length)} days met, ${whole(missed ?? 0)} missed`;
  });
  return [{ kind: 'list', title: daysTitle(daily), items }];
}

/** Which of the days a table has room for, and out of how many. */
function daysTitle(daily: readonly Result[]): string {
  const shown = whole(shownOf('day', daily).length);
  const left = notMet(daily).length;
  if (left === 0) return t`Days, of which the latest ${shown} of ${whole(periodsOf(daily).length)} are shown`;
  return left > MOST_DAYS
    ? t`Days, of which the latest ${shown} of ${whole(left)} that are not met are shown`
    : t`Days, of which those that are not met are shown`;
}

function notMet(daily: readonly Result[]): readonly Period[] {
  const told = new Set(daily.filter(({ verdict }) => verdict !== 'met').map(({ period }) => period.label));
  return periodsOf(daily).filter(({ label }) => told.has(label));
}

function periodsOf(results: readonly Result[]): readonly Period[] {
  const byLabel = new Map(results.map((each) => [each.period.label, each.period]));
  return [...byLabel.values()].sort((a, b) => a.from - b.from);
}

function tableOf(
  results: readonly Result[],
  unit: PeriodUnit,
  periods: readonly Period[],
  compliance: ComplianceShown,
): Table {
  const { asOf } = compliance;
  const rows: Row[] = [];
  for (const [parties, owed] of byParties(results, compliance)) {
    rows.push({ kind: 'group', text: parties });
    const lines = new Map<string, Result[]>();
    for (const result of owed) {
      // A change of target begins a line of its own.
      const key = JSON.stringify([result.id, result.by, lineTarget(result)]);
      lines.set(key, [...(lines.get(key) ?? []), result]);
    }
    for (const line of lines.values())
      rows.push(rowOf(line, periods, compliance), ...recycledRow(line, results, periods));
  }
  return {
    columns: [
      { title: titleOf(unit), align: 'left' },
      ...periods.map(
        (each) => ({ title: periodOf(each) + (each.to > asOf ? '*' : ''), align: 'right' }) as const,
      ),
    ],
    rows,
    fixed: 1,
  };
}

function titleOf(unit: PeriodUnit): string {
  switch (unit) {
    case 'day':
      return t`promise, by day`;
    case 'week':
      return t`promise, by week`;
    case 'month':
      return t`promise, by month`;
    case 'quarter':
      return t`promise, by quarter`;
    case 'year':
      return t`promise, by year`;
  }
}

/** Under a promise, in the periods that have any, its cases of leads that came back. */
function recycledRow(
  line: readonly Result[],
  all: readonly Result[],
  periods: readonly Period[],
): readonly Row[] {
  const own = line.flatMap((result) => recycledPart(result, all) ?? []);
  if (own.length === 0) return [];
  const cells = periods.map((period): Cell => {
    const result = own.find((each) => each.period.label === period.label);
    return { text: result ? attainedOf(result) : '' };
  });
  return [{ kind: 'row', indent: 1, cells: [{ text: recycledName() }, ...cells] }];
}

function rowOf(line: readonly Result[], periods: readonly Period[], compliance: Compliance): Row {
  const [first] = line;
  if (!first) throw new Error('A line of the table has at least one result');
  const part = first.by !== null;
  const cells = periods.map((period): Cell => {
    const result = line.find((each) => each.period.label === period.label);
    if (!result) return { text: '' };
    const tone = toneOf(result);
    const under = besideOwnTarget(verdictText(result), result) + (result.final ? '' : '*');
    return {
      text: attainedOf(result),
      under,
      ...(result.verdict === null ? {} : { mark: result.verdict, markUnder: true }),
      ...(tone ? { tone } : {}),
    };
  });
  const name: Cell = {
    text: part ? groupText(first, compliance) : rowName(first, nameOf(first), compliance),
  };
  return {
    kind: 'row',
    indent: indentOf(first),
    cells: [name, ...cells],
    ...(part ? {} : { note: targetShown(everyTarget(first.target)) }),
  };
}
