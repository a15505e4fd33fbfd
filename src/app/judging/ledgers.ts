import { number } from '../../engine/cell.ts';
import { mark } from '../../messages/index.ts';
import type { Ledger } from '../../model/compliance.ts';
import type { Period } from '../../model/time.ts';
import { casesIn } from '../../plan/lower.ts';
import { ROW_FATES, rowFatesSql } from '../../sql/judge/unjudged.ts';
import { contextOf } from './context.ts';
import { boundariesOf } from './counting.ts';
import type { Planned, Run } from './run.ts';

/** What is said of a row that is no case, in the order of what is said first. */
const WHY: readonly string[] = [
  mark`no date`,
  mark`after as-of`,
  mark`out of scope`,
  mark`before the first version`,
  mark`in a gap between versions`,
  mark`after the last version`,
  mark`outside the months shown`,
  mark`stray date`,
];

/**
 * The ledgers of the exports, by what the rows come to: judged are those that are a case of at least one
 * promise in one of its periods, and every other row is told by its reason. Rows that are no population of
 * a promise, as activities, stay as they were read.
 */
export async function ledgersOf(
  run: Run,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<Readonly<Record<string, Ledger>>> {
  const ledgers: Record<string, Ledger> = { ...run.exports.ledgers };
  const spans = run.planned.map(({ inForce }) => inForce.span);
  const ends = {
    first: Math.min(...spans.map(({ from }) => from)),
    last: Math.max(...spans.map(({ to }) => to)),
  };
  for (const [name, planned] of populationsOf(run)) {
    const read = run.exports.ledgers[name];
    if (!read) continue;
    const parts = planned.map((one) => ({
      plan: one.plan,
      context: contextOf(run, one, boundariesOf(periodsOf(one))),
    }));
    const rows = parts.length === 0 ? [] : await run.engine.rows(rowFatesSql(parts, ends));
    const counts = new Map<string, number>(
      rows.map(({ fate, n }) => [ROW_FATES[number(fate)] ?? '', number(n)]),
    );
    const rest = read.judged - [...counts.values()].reduce((sum, n) => sum + n, 0);
    // What had not come at the instant that was asked for is in no table.
    const why = parts.length === 0 ? 'out of scope' : 'after as-of';
    if (rest > 0) counts.set(why, (counts.get(why) ?? 0) + rest);
    const told = WHY.flatMap((fate): [string, number][] => {
      const n = counts.get(fate);
      return n === undefined ? [] : [[fate, n + (read.excluded[fate] ?? 0)]];
    });
    ledgers[name] = {
      ...read,
      judged: counts.get('judged') ?? 0,
      excluded: { ...read.excluded, ...Object.fromEntries(told) },
    };
  }
  return ledgers;
}

/**
 * The promises by the source whose rows are their cases. A file of records that promises read in several
 * ways has a table for each, and stays as it was read.
 */
function populationsOf({
  planned,
  tables,
  exports,
}: Run): readonly (readonly [string, readonly Planned[]])[] {
  const names = exports.reports.map(({ facts }) => facts.source.name);
  return exports.reports.flatMap(({ facts: { source, table } }): [string, Planned[]][] => {
    const own = planned.filter(({ promise }) => casesIn(tables, promise).table === table);
    const isOne = names.filter((name) => name === source.name).length === 1;
    const isPopulation = own.length > 0 || table === tables.leads.table;
    return isPopulation && isOne ? [[source.name, own]] : [];
  });
}
