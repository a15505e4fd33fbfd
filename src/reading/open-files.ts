import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FieldDef } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { namesOf, ownColumns } from '../model/header-names.ts';
import type { Position, ReadPlan } from '../model/reading.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import { signsOf } from '../sql/read/currency.ts';
import { fileSql, firstRowsSql } from '../sql/read/file.ts';
import { mayComeTwiceSql } from '../sql/read/repeated-keys.ts';
import { withPlace } from './elsewhere.ts';
import { openSource } from './open-source.ts';
import { asOneExport, positionsOf } from './problems.ts';
import { type ReadTask, type Stop, stop } from './read-task.ts';
import type { Scan } from './scan.ts';
import { type OpenedTable, openTable } from './server/open.ts';
import type { SourceFile } from './source-file.ts';
import { longLine } from './text/long-lines.ts';
import { typeProblems } from './typed/faults.ts';
import { scanOfTable } from './typed/scan.ts';
import { writePlain } from './yaml-records.ts';

/**
 * A source whose files are opened, but for those that are there as marked copies, by the name of the file.
 */
export interface FilesToOpen extends ReadTask {
  readonly marked: ReadonlyMap<string, SourceFile>;
}

export interface OpenedFiles {
  /** One a file, in the order of the plan; there is at least one. */
  readonly scans: readonly Scan[];
}

/** The first step: finds the text and the columns of each file. */
export async function openFiles(task: FilesToOpen): Promise<OpenedFiles | Stop> {
  const fatal: Diagnostic[] = [];
  const scans: Scan[] = [];
  for (const [index, file] of task.plan.files.entries()) {
    const source = await sourceOf(task, file, index);
    if ('rule' in source) {
      fatal.push(source);
      continue;
    }
    const columns = columnsOf(task.sql.fields);
    const { positions, problems } = positionsOf(file, source.header, columns, task.plan.csv.delimiter);
    const fieldsAt = task.sql.fields.map(positionIn(columns, positions));
    if (source.table) {
      const wrong = typeProblems(file, source.table, task.plan, { fields: columns, positions });
      const filled =
        'fetch' in source && problems.length + wrong.length === 0 ? await source.fetch(positions) : source;
      fatal.push(...problems, ...wrong, ...('rule' in filled ? [filled] : []));
      if (!('rule' in filled) && filled.table) scans.push(scanOfTable(task, filled, filled.table, fieldsAt));
      continue;
    }
    const long = await longLine(file, source.text, source.gzip);
    const opening = { file, csv: task.plan.csv, engine: task.engine };
    const placed = await withPlace(problems, source, opening, columns);
    // Where a better place is known, each column is told with it.
    const told = placed === problems ? asOneExport(file, source.header, columns, problems) : placed;
    fatal.push(...told, ...(long ? [long] : []));
    scans.push(scanOf(task, source, fieldsAt));
  }
  return fatal.length > 0 || scans.length === 0 ? stop(fatal) : { scans };
}

/** A file that can be scanned, or a table of a server whose rows are not here yet. */
async function sourceOf(
  task: FilesToOpen,
  file: string,
  index: number,
): Promise<SourceFile | OpenedTable | Diagnostic> {
  if (task.plan.server) return openTable(task);
  return task.marked.get(file) ?? (await textOf(task, file, index));
}

async function textOf(
  { engine, files, plan }: ReadTask,
  file: string,
  index: number,
): Promise<SourceFile | Diagnostic> {
  // Two versions may read one source in one run, each into a copy of its own.
  const copy = `${plan.table}-${index}-${randomBytes(4).toString('hex')}`;
  const plain = plan.plain?.[file];
  return plain
    ? await writePlain(file, plain, plan.csv, join(engine.scratch, `${copy}.csv`))
    : await openSource({
        file,
        csv: plan.csv,
        files,
        engine,
        copy,
        sheet: plan.sheet ?? null,
        within: plan.within ?? null,
        commas: commasOf(plan),
        amounts: amountsOf(plan),
        fields: Object.values(plan.fields),
      });
}

/** The columns of numbers with a decimal comma. */
function commasOf({ fields }: ReadPlan): ReadonlySet<string> {
  const own = Object.values(fields).filter(({ type, decimal }) => type === 'decimal' && decimal === ',');
  return new Set(own.flatMap(namesOf));
}

/** The columns of amounts whose currency a target says, with how it is written. */
function amountsOf({ fields }: ReadPlan): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.values(fields).flatMap((field) => {
      const own = field.type === 'integer' || field.type === 'decimal' ? signsOf(field) : null;
      return own === null ? [] : namesOf(field).map((name) => [name, own] as const);
    }),
  );
}

/** The fields that have a column of their own: of one made of several, those. */
export function columnsOf(fields: readonly FieldDef[]): readonly FieldDef[] {
  const all = fields.flatMap(ownColumns);
  return [...new Map(all.map((field) => [placeName(field), field])).values()];
}

/** Both columns of a date and its time have the name of their field. */
const placeName = ({ name, column }: FieldDef): string => JSON.stringify([name, column]);

/** Where a field is read, by where the columns stand. */
const positionIn = (columns: readonly FieldDef[], positions: readonly number[]) => {
  const at = (field: FieldDef): Position =>
    field.parts?.map(at) ?? positions[columns.findIndex((one) => placeName(one) === placeName(field))] ?? -1;
  return at;
};

/** Of a file, or of those `texts` that are all as it is, as one. */
export function scanOf(
  { sql, plan }: ReadTask,
  source: SourceFile,
  positions: readonly Position[],
  texts?: readonly string[],
): Scan {
  const csv = (rejects: string): string =>
    fileSql({ source, ...(texts ? { texts } : {}), csv: plan.csv, rejects });
  const [at] = positions;
  // A key of several cells, and one that is another's once ids are merged, is no cell of the file.
  const isCell = sql.fields[0]?.type === 'text' && typeof at === 'number' && plan.merged?.rows !== 'moved';
  const candidates = (scan: string): string => (isCell ? mayComeTwiceSql(scan, `c${at}`, duckdb) : scan);
  return {
    source,
    positions,
    select: (rejects, evidence) => sql.select(csv(rejects), positions, evidence, source.header),
    repeated: (rejects) => sql.select(candidates(csv(rejects)), positions, true, source.header),
    plain: (rejects, sampled) => sql.plain(csv(rejects), positions, sampled),
    census: (rejects, rows) => sql.census(firstRowsSql(csv(rejects), rows), positions),
  };
}
