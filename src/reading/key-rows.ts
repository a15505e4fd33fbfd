import type { Engine } from '../engine/engine.ts';
import { isMarkedCell } from '../model/cell-marks.ts';
import { ownColumns, placeIn } from '../model/header-names.ts';
import type { FoundRow, ReadPlan } from '../model/reading.ts';
import type { Micros } from '../model/time.ts';
import { dropRejectsSql } from '../sql/read/file.ts';
import type { ReadSql } from '../sql/read/index.ts';
import { handOverCellsSql, latestCellsSql, rowsOfKeySql } from '../sql/read/rows-of-key.ts';
import type { Scan } from './scan.ts';
import type { SourceFile } from './source-file.ts';
import { runEach } from './statements.ts';
import {
  blankWords,
  type FileRecord,
  recordsOf,
  recordsOtherwise,
  recordsWith,
  textAt,
} from './text/records.ts';

/** Which rows are looked for, and where. */
export interface KeyQuestion {
  readonly engine: Engine;
  readonly plan: ReadPlan;
  readonly sql: ReadSql;
  readonly scans: readonly Scan[];
  readonly key: string;
  /** Other ids under which the files hold rows of the key: those merged into it. */
  readonly also: readonly string[];
  /** At most so many rows. */
  readonly limit: number;
}

/** The rows with a key, as the files hold them, and which of them stands: reads the files again. */
export async function rowsOfKey(question: KeyQuestion): Promise<readonly FoundRow[]> {
  const { plan, scans, also } = question;
  const all: Found[] = [];
  for (const id of [question.key, ...also]) all.push(...(await find(question, id)));
  const fileOf = ({ file }: Found) => scans.findIndex(({ source }) => source.file === file);
  if (also.length > 0) all.sort((a, b) => fileOf(a) - fileOf(b) || a.line - b.line);
  const away = all.filter(({ id }) => plan.merged?.rows === 'excluded' && id !== question.key);
  const rows = all.filter((row) => !away.includes(row));
  return [
    ...(await standingOf(rows, question)),
    ...away.map(({ whole: _, id: __, ...row }) => ({ ...row, standing: 'merged', handOver: null }) as const),
  ];
}

/** Which of the rows of a key stand. */
async function standingOf(rows: readonly Found[], question: KeyQuestion): Promise<readonly FoundRow[]> {
  const { plan, sql } = question;
  if (plan.unique === 'many') return eventsOf(rows);
  const cellOf = ({ cells }: Found, name: string) =>
    plan.merged?.rows === 'moved' && name === plan.key ? question.key : (cells[name] ?? null);
  const texts = rows.map((row) => readText(sql.fields.map(({ name }) => cellOf(row, name))));
  const kept = new Set(texts).size > 1 ? await latest(question) : null;
  const handOvers = plan.unique === 'each' ? await handOversOf(question) : null;
  const seen = new Set<string>();
  return rows.map(({ whole: _, id: __, ...row }, index) => {
    const text = texts[index] ?? '';
    const again = seen.has(text);
    seen.add(text);
    const standing = kept !== null && text !== kept ? 'superseded' : again ? 'identical' : 'kept';
    return { ...row, standing, handOver: handOvers?.get(text) ?? null };
  });
}

/** Events have no key of their own: those are identical that are the same in all of their cells. */
function eventsOf(rows: readonly Found[]): readonly FoundRow[] {
  const seen = new Set<string>();
  return rows.map(({ whole, id: _, ...row }) => {
    const again = seen.has(whole);
    seen.add(whole);
    return { ...row, standing: again ? 'identical' : 'kept', handOver: null };
  });
}

/** Rows are identical where the cells that are read are; what no promise asks for may differ. */
const readText = (cells: readonly (string | null)[]): string => JSON.stringify(cells);

interface Found extends Omit<FoundRow, 'standing' | 'handOver'> {
  /** All cells with the names of their columns, whatever their order. */
  readonly whole: string;
  /** The id that its key cell holds. */
  readonly id: string;
}

async function find({ plan, scans, limit }: KeyQuestion, id: string): Promise<readonly Found[]> {
  const blanks = blankWords(plan.nulls);
  const found: Found[] = [];
  for (const { source, positions, rows } of scans) {
    const columns = Object.values(plan.fields).flatMap((field) => {
      const isThere = ownColumns(field).some((part) => placeIn(source.header, part) !== -1);
      return isThere ? [{ name: field.name, position: placeIn(source.header, field) }] : [];
    });
    // A line with a cell too many is rejected, and it is still this lead's.
    const records = rows ? await rows.records([id], limit) : recordsAround(source, plan, id);
    for await (const { cells, line } of records) {
      if (found.length >= limit) return found;
      if (textAt(positions[0], cells, blanks) !== id) continue;
      const filled = columns.flatMap(({ name, position }) => {
        const value = textAt(position, cells, blanks);
        return value === '' || isMarkedCell(value) ? [] : [[name, value] as const];
      });
      if (plan.fields[plan.key]?.parts) filled.push([plan.key, id]);
      const whole = wholeOf(source.header, cells);
      found.push({ file: source.file, line, cells: Object.fromEntries(filled), whole, id });
    }
  }
  return found;
}

/**
 * The records that may have the key; where no line holds it as it is asked for, those that may have it
 * written otherwise.
 */
async function* recordsAround(
  source: SourceFile,
  { csv, fields, key: field }: ReadPlan,
  key: string,
): AsyncGenerator<FileRecord> {
  let none = true;
  // A key of several columns stands on no line as it is written here.
  if (fields[field]?.parts) return yield* recordsOf(source, csv, true);
  for await (const record of recordsWith(source, csv, key, true)) {
    none = false;
    yield record;
  }
  if (none) yield* recordsOtherwise(source, csv, key);
}

/** As the engine tells rows apart: a blank cell and a missing column are the same. */
function wholeOf(header: readonly string[], cells: readonly string[]): string {
  const filled = header.flatMap((name, index) =>
    cells[index] ? [JSON.stringify([name, cells[index]])] : [],
  );
  return filled.sort().join('\n');
}

/**
 * The cells of the row that `duplicates: latest` keeps, by the order in which duplicates are collapsed;
 * null where there is none.
 */
async function latest(question: KeyQuestion): Promise<string | null> {
  if (question.plan.latestBy === null && !question.plan.onePerKey) return null;
  const [row] = await readAgain<{ cells: readonly (string | null)[] }>(question, latestCellsSql);
  return row ? readText(row.cells) : null;
}

/** By the cells that are read: the hand-overs of a lead as its rows are numbered. */
async function handOversOf(
  question: KeyQuestion,
): Promise<ReadonlyMap<string, NonNullable<FoundRow['handOver']>>> {
  const found = await readAgain<{ cells: readonly (string | null)[]; handed: Micros | null }>(
    question,
    handOverCellsSql,
  );
  return new Map(found.map(({ cells, handed }, index) => [readText(cells), { nth: index + 1, at: handed }]));
}

/** Asks for the rows of a key that could be read, with evidence. */
async function readAgain<T extends object>(
  { engine, scans, key }: KeyQuestion,
  sql: (rows: string) => string,
): Promise<readonly T[]> {
  const rejects = scans.map((_, index) => `sla_found_${index}`);
  const selects = scans.map((scan, index) => scan.select(rejects[index] ?? '', true));
  const found = await engine.rows<T>(sql(rowsOfKeySql(selects, key)));
  await runEach(engine, rejects.flatMap(dropRejectsSql));
  return found;
}
