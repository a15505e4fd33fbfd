import { basename } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { mark, plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import { quoted } from '../messages/quoted.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReadPlan } from '../model/reading.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import { dropRejectsSql } from '../sql/read/file.ts';
import { mergedIdsSql } from '../sql/read/merged.ts';
import {
  addHashesSql,
  CREATE_HASHES,
  countRepeatsSql,
  createFewTwiceSql,
  createTwiceSql,
  HASHES,
  type Repeated,
  repeatedOf,
  repeatedRowsSql,
  rowsOfTwiceSql,
  TWICE,
} from '../sql/read/repeated-keys.ts';
import { keptRowsSql, preferredLeftSql, unclearKeysSql } from '../sql/read/repeated-rows.ts';
import { dropTableSql, insertSql, keysSql, replaceTableSql } from '../sql/read/source-table.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { fatalAt } from './problems.ts';
import type { Scan } from './scan.ts';
import { countRows, runEach } from './statements.ts';
import { blankWords, recordsOf, textAt } from './text/records.ts';

/** Rows whose keys are compared at once, for memory's sake. */
const ROWS_AT_ONCE = 4_000_000;

/** Rows that are few. */
const FEW = 100_000;

/** Why a row is not judged. */
export const IDENTICAL = mark`identical duplicate`;
const SUPERSEDED = mark`superseded duplicate`;
const NOT_CHOSEN = mark`another row of its lead was taken`;

/** Why a row is not judged beside which another of its key is. */
export const takenOf = ({ onePerKey }: ReadPlan): string => (onePerKey ? NOT_CHOSEN : SUPERSEDED);

/** The table of the rows whose keys come twice. */
const ROWS = 'sla_rows';

/** Where rows are looked at again. */
export interface RowsToCompare {
  /** One a file. */
  readonly scans: readonly Scan[];
  /** As few as read all of the files. */
  readonly again: readonly Scan[];
  /** How many there are at most. */
  readonly rows: number;
  /** False where it is known that nothing comes twice. */
  readonly mayRepeat: boolean;
}

export interface Collapsed {
  /** See LoadReport. */
  readonly preferredLeft: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly fatal: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * One row a key, a hand-over or an event. Where keys come twice and the rows lie without their cells, the files
 * are scanned again for those alone, with all of them: identical rows become one; of differing rows the latest is kept if the plan
 * says by what, or each is a hand-over with a date of its own, else they are an error. Of events only those
 * become one that are the same in all cells of their rows.
 */
export async function collapse(
  engine: Engine,
  plan: ReadPlan,
  loaded: LoadedRows,
  compared: RowsToCompare,
): Promise<Collapsed> {
  const { scans, mayRepeat } = compared;
  const repeated = repeatedOf(plan);
  const isRepeated =
    mayRepeat &&
    (loaded.evidence === null
      ? await readRepeated(engine, loaded, compared, repeated)
      : (await engine.run(replaceTableSql(ROWS, repeatedRowsSql(loaded.evidence, repeated)))) > 0);
  if (!isRepeated) return { excluded: {}, preferredLeft: 0, fatal: [], warnings: [] };
  const [counted] = await engine.rows<{ identical: number; superseded: number }>(countRepeatsSql(ROWS));
  const preferredLeft = plan.onePerKey?.prefer ? await countRows(engine, `(${preferredLeftSql(ROWS)})`) : 0;
  const unclear = await engine.rows<{ key: string }>(unclearKeysSql(plan, ROWS));
  await loaded.replace(keysSql(ROWS), keptRowsSql(plan, ROWS, duckdb));
  await engine.run(dropTableSql(ROWS));
  const excluded = {
    ...(counted?.identical ? { [IDENTICAL]: counted.identical } : {}),
    ...(plan.unique === 'collapse' && counted?.superseded ? { [takenOf(plan)]: counted.superseded } : {}),
  };
  const problems = unclear.length === 0 ? [] : [await differing(engine, plan, scans, unclear)];
  return {
    excluded,
    preferredLeft,
    fatal: problems.filter(({ fatal }) => fatal),
    warnings: problems.filter(({ fatal }) => !fatal),
  };
}

/**
 * Makes the table of the rows whose keys come twice, or that have a row which does, from the files, if there
 * are any.
 */
async function readRepeated(
  engine: Engine,
  loaded: LoadedRows,
  { again, rows }: RowsToCompare,
  repeated: Repeated,
): Promise<boolean> {
  const find = rows <= FEW ? findTwiceAmongFew : findTwice;
  if (!(await find(engine, `(${loaded.all()})`, repeated))) return false;
  for (const [index, scan] of again.entries()) {
    const rejects = `sla_again_${index}`;
    const twice = rowsOfTwiceSql(scan.repeated(rejects));
    await engine.run(index === 0 ? replaceTableSql(ROWS, twice) : insertSql(ROWS, twice));
    await runEach(engine, dropRejectsSql(rejects));
  }
  await engine.run(dropTableSql(TWICE));
  return true;
}

/**
 * Makes the table of the keys that come twice, or that have a row which does, if there are any. Hashes
 * first: they are small, and tell most runs that there are none.
 */
async function findTwice(engine: Engine, table: string, repeated: Repeated): Promise<boolean> {
  const parts = Math.ceil((await countRows(engine, table)) / ROWS_AT_ONCE);
  await engine.run(CREATE_HASHES);
  let hashes = 0;
  for (let part = 0; part < parts; part++)
    hashes += await engine.run(addHashesSql({ table, repeated, part, parts }));
  const twice = hashes > 0 ? await engine.run(createTwiceSql(table, repeated)) : null;
  await engine.run(dropTableSql(HASHES));
  if (twice === null) return false;
  if (twice > 0) return true;
  await engine.run(dropTableSql(TWICE));
  return false;
}

/** The same of few rows: for these it takes longer to plan a statement than to compare all keys. */
async function findTwiceAmongFew(engine: Engine, table: string, repeated: Repeated): Promise<boolean> {
  return (await engine.run(createFewTwiceSql(table, repeated))) > 0;
}

/** Keys that are shown, and lines of each. */
const EXAMPLES = 3;

function differingText(
  { source, latestBy, handedOver, onePerKey }: ReadPlan,
  keys: number,
  examples: string,
): string {
  const n = whole(keys);
  if (handedOver)
    return plural(
      keys,
      t`${n} key of "${source}" has rows that differ and the same "${handedOver}": ${examples}`,
      t`${n} keys of "${source}" have rows that differ and the same "${handedOver}": ${examples}`,
    );
  if (onePerKey)
    return plural(
      keys,
      t`${n} key of "${source}" has rows that differ and are equal by "${onePerKey.by}": ${examples}`,
      t`${n} keys of "${source}" have rows that differ and are equal by "${onePerKey.by}": ${examples}`,
    );
  if (latestBy === null)
    return plural(
      keys,
      t`${n} key of "${source}" has rows that differ: ${examples}`,
      t`${n} keys of "${source}" have rows that differ: ${examples}`,
    );
  return plural(
    keys,
    t`${n} key of "${source}" has rows that differ and the same latest "${latestBy}": ${examples}`,
    t`${n} keys of "${source}" have rows that differ and the same latest "${latestBy}": ${examples}`,
  );
}

async function differing(
  engine: Engine,
  plan: ReadPlan,
  scans: readonly Scan[],
  unclear: readonly { readonly key: string }[],
): Promise<Diagnostic> {
  const keys = unclear.slice(0, EXAMPLES).map(({ key }) => key);
  const places = await placesOf(plan, scans, await idsOf(engine, plan, keys));
  const isPersonal = plan.fields[plan.key]?.personal === true;
  const examples = [...places].map(
    ([key, found]) => `${isPersonal ? '' : `${quoted(key)} `}${linesOf(found)}`,
  );
  const first = [...places.values()][0]?.[0];
  const problem = fatalAt(
    { file: first?.file ?? plan.files[0] ?? '', line: first?.line ?? 1 },
    'differing-rows',
    differingText(plan, unclear.length, examples.join(', ')),
    plan.handedOver
      ? t`correct the export: hand-overs of a lead are told apart by their dates, and here two have the same`
      : plan.onePerKey
        ? t`that whose cells come first in the alphabet is taken: choose by a date that tells them apart, or with "prefer"`
        : plan.latestBy === null
          ? t`correct the export, or declare duplicates: latest with the field of the modification date`
          : t`correct the export: only the latest row of a key is kept, and here two are the latest`,
  );
  if (!plan.onePerKey) return problem;
  const { fatal: _, ...told } = problem;
  return { ...told, severity: 'warning' };
}

interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** The ids under which the files hold the rows of some keys: their own, and those merged into them. */
async function idsOf(
  engine: Engine,
  { merged }: ReadPlan,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(keys.map((key) => [key, key]));
  if (merged?.rows !== 'moved') return ids;
  for (const key of keys) {
    const others = await engine.rows<{ id: string }>(mergedIdsSql(merged.table), [key]);
    for (const { id } of others) ids.set(id, key);
  }
  return ids;
}

/** Rows of a key that are looked at. */
const MOST_PLACES = 1000;

/** Reads the files again, until each key has enough rows. */
async function placesOf(
  plan: ReadPlan,
  scans: readonly Scan[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly RowPlace[]>> {
  const blanks = blankWords(plan.nulls);
  const places = new Map([...ids.values()].map((key) => [key, [] as RowPlace[]]));
  for (const { source, positions, rows } of scans) {
    const records = rows
      ? await rows.records([...ids.keys()], ids.size * MOST_PLACES)
      : recordsOf(source, plan.csv);
    for await (const { cells, line } of records) {
      const id = textAt(positions[0], cells, blanks);
      const found = places.get(ids.get(id) ?? id);
      if (!found || found.length > EXAMPLES) continue;
      found.push({ file: source.file, line });
      if ([...places.values()].every(({ length }) => length > EXAMPLES)) return places;
    }
  }
  return places;
}

/** `(leads.csv:2, leads.csv:9)`; more than there is room for are dots. */
function linesOf(places: readonly RowPlace[]): string {
  const shown = places.slice(0, EXAMPLES).map(({ file, line }) => `${basename(file)}:${line}`);
  return `(${shown.join(', ')}${places.length > EXAMPLES ? ' ...' : ''})`;
}
