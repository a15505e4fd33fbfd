import { number } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import { mark } from '../../messages/index.ts';
import type { Ledger } from '../../model/compliance.ts';
import type { Micros } from '../../model/time.ts';
import { type Facts, handedOverBy } from '../../plan/facts.ts';
import { HAND_OVER, RECYCLED } from '../../sql/hand-over.ts';
import { asItWasSql, goneSql, wholeTable } from '../../sql/read/as-it-was.ts';
import { ONCE } from '../../sql/read/names.ts';
import { isNamed } from './names.ts';
import type { ReadExports } from './read-all.ts';
import { spreadOf } from './spread.ts';
import type { RunTables } from './tables.ts';

/** What is said of a row that had not come at the instant that was asked for. */
const AFTER_AS_OF = mark`after as-of`;

/**
 * The exports as they were at an instant: a later cell has not happened yet and is blank, and a later
 * activity is not there. A meeting that a file kept by hand plans for later is not there where the instant
 * lies before the latest in the data; else it is one to come.
 */
export async function asTheyWere(
  exports: ReadExports,
  tables: RunTables,
  asOf: Micros,
  engine: Engine,
): Promise<ReadExports> {
  const facts = exports.reports.map((each) => each.facts).filter((each) => !tables.joined().includes(each));
  const ledgers = { ...exports.ledgers };
  let isCut = false;
  for (const each of facts) {
    const isKept = tables.handKept().includes(each);
    if (isKept && asOf >= (exports.latest ?? asOf)) continue;
    const times = each
      .columns()
      .filter(
        (column) =>
          column.kind === 'time' &&
          column.ahead === undefined &&
          (exports.ends.get(`${each.table} ${column.name}`)?.last ?? asOf) > asOf,
      )
      .map(({ name }) => name);
    if (times.length === 0) continue;
    isCut = true;
    const isEvent = each !== tables.leads && !tables.populations().includes(each);
    await engine.rename(each.table, wholeTable(each.table));
    const columns = engine.isAway ? columnNames(each) : null;
    await engine.view(each.table, asItWasSql({ table: each.table, times, columns, asOf, isEvent }));
    // A file that is read in several ways has a table for each, and stays as it was read.
    const isOne = facts.filter(({ source }) => source.name === each.source.name).length === 1;
    if (isEvent && isOne) ledgers[each.source.name] = await ledgerThen(ledgers, each, engine);
  }
  if (!isCut) return exports;
  return { ...exports, ledgers, ...(await spreadOf(facts, tables.handKept(), engine)) };
}

/** Of the table of facts that rests on one of a server. */
const columnNames = (facts: Facts): readonly string[] => [
  'key',
  ...facts.columns().flatMap(({ name, kind }) => (kind === 'time' ? [name, `${name}$w`] : [name])),
  ...(handedOverBy(facts.source) === null ? [] : [HAND_OVER, RECYCLED]),
];

/**
 * The ledger of a table of events without those that are later. What was left out before for another reason
 * keeps that one.
 */
async function ledgerThen(
  ledgers: ReadExports['ledgers'],
  { table, source }: Facts,
  engine: Engine,
): Promise<Ledger> {
  const read = ledgers[source.name];
  if (!read) throw new Error(`There is no ledger of "${source.name}"`);
  const [row] = await engine.rows(goneSql(table, isNamed(source) ? ONCE : undefined));
  const gone = number(row?.n ?? 0);
  if (gone === 0) return read;
  const excluded = { ...read.excluded, [AFTER_AS_OF]: (read.excluded[AFTER_AS_OF] ?? 0) + gone };
  return { ...read, judged: read.judged - gone, excluded };
}
