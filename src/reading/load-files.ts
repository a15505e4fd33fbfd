import { join } from 'node:path';
import { t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files } from '../model/io.ts';
import { BLOCK_BYTES, MAX_REJECTS } from '../sql/dialects/duckdb.ts';
import { attachSql, type Place, WIDE, wayTable } from '../sql/read/source-table.ts';
import type { BadLine } from './bad-line.ts';
import { takeBadLines } from './bad-rows.ts';
import { attempt, encodingProblem } from './engine-problems.ts';
import { hiddenText } from './hidden-rows.ts';
import { loadingOf } from './load-rows.ts';
import { loadTogether, type Together, type ToLoadTogether, togetherOf } from './load-together.ts';
import type { Loading } from './loaded-rows.ts';
import type { OpenedFiles } from './open-files.ts';
import { readingStep } from './open-source.ts';
import { fatalAt, warningAt } from './problems.ts';
import { isStop, type ReadTask, type Stop, stop } from './read-task.ts';
import { beginHash, beginReading, type Reading, type ReadThrough } from './read-through.ts';
import type { Scan } from './scan.ts';
import type { SourceFile } from './source-file.ts';
import { quoteProblem } from './text/quoting.ts';

export interface FilesToLoad extends ReadTask, OpenedFiles {}

/** The rows of all files, in the tables of the engine. */
export interface LoadedFiles extends OpenedFiles {
  readonly loading: Loading;
  /** As few scans as read the files again: of all of those that were read together, or one a file. */
  readonly again: readonly Scan[];
  /** By file: rows that were read or could not be cut. */
  readonly rows: readonly number[];
  /** By file: what its bytes tell. */
  readonly through: readonly ReadThrough[];
  /** Lines that could not be cut into cells. */
  readonly badLines: readonly BadLine[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * The second step: the engine reads the rows of each file, while all of its bytes are counted. A file that
 * turns out to be no export ends it at once, because the engine would keep a text of each of its lines.
 */
export async function loadFiles(task: FilesToLoad): Promise<LoadedFiles | Stop> {
  const { engine, files, plan, scans } = task;
  const readings = scans.map(({ source }) =>
    source.table
      ? beginHash(source, files)
      : beginReading(source, plan.csv, files, { task: engine.task, givenUp: () => engine.interrupt() }),
  );
  const counting = Promise.all(readings.map(({ whole }) => whole));
  // Where the engine fails first, nobody awaits it.
  counting.catch(() => undefined);
  const loading = await beginLoading(task);
  const outcome = await outcomeOf(() => loadEach(task, loading, readings));
  const through = await counting;
  const hopeless = await hopelessOf(task, through);
  if (hopeless.length > 0) return stop(hopeless);
  const loaded = outcome();
  return isStop(loaded) ? loaded : { scans, loading, through, ...loaded };
}

/** What it came to, to be looked at later: its value, or its error. */
async function outcomeOf<T>(act: () => Promise<T>): Promise<() => T> {
  try {
    const value = await act();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

async function loadEach(
  task: FilesToLoad,
  loading: Loading,
  readings: readonly Reading[],
): Promise<Pick<LoadedFiles, 'again' | 'rows' | 'badLines' | 'warnings'> | Stop> {
  const groups = togetherOf(task);
  const counted = groups === null ? null : await loadTogether(groups, togetherTo(task, loading, readings));
  if (groups !== null && counted !== null) {
    const none = task.scans.filter((_, index) => counted[index] === 0);
    const hidden = task.scans.flatMap(({ source }, index) => hiddenRows(source, counted[index] ?? 0));
    const warnings = [...none.map(({ source }) => noRows(source.file)), ...hidden];
    return { again: groups.map(({ scan }) => scan), rows: counted, badLines: [], warnings };
  }
  const badLines: BadLine[] = [];
  const rows: number[] = [];
  const fatal: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  for (const [index, scan] of task.scans.entries()) {
    if ((await readings[index]?.isPromising) === false) return stop([], warnings);
    const loaded = await loadFile({ ...task, loading, scan, index });
    if (isStop(loaded)) return stop(loaded.fatal, warnings);
    badLines.push(...loaded.lines);
    fatal.push(...(await encodingProblem(scan, loaded.lines)));
    rows.push(loaded.rows + loaded.lines.length);
    if (rows[index] === 0) warnings.push(noRows(scan.source.file));
    warnings.push(...hiddenRows(scan.source, rows[index] ?? 0));
    // The engine tells of no more than these, and a ledger without the others would not add up.
    if (loaded.lines.length >= MAX_REJECTS) fatal.push(...(await uncut(task, scan, 0)));
  }
  return fatal.length > 0 ? stop(fatal, warnings) : { again: task.scans, rows, badLines, warnings };
}

/** How the files of one header are read by one statement. */
function togetherTo(
  { engine, files, plan, scans }: FilesToLoad,
  loading: Loading,
  readings: readonly Reading[],
): ToLoadTogether {
  const rejects = 'sla_rejects_all';
  const add = async ({ scans: some, scan }: Together) => {
    const step = await readingStep(scan.source, files);
    const bytes = await bytesOf(some, files);
    const rows = await engine.follow({ ...step, bytes }, () => loading.add(scan, rejects, some[0]));
    return { rows, uncut: (await takeBadLines(engine, rejects, 0)).length };
  };
  return { plan, scans, loading, readings, add };
}

async function bytesOf(scans: readonly Scan[], files: Files): Promise<number> {
  const sizes = await Promise.all(scans.map(({ source }) => files.stat(source.text)));
  return sizes.reduce((sum, size) => sum + (size?.bytes ?? 0), 0);
}

async function hopelessOf(
  task: FilesToLoad,
  through: readonly ReadThrough[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const [index, scan] of task.scans.entries()) {
    const { isHopeless, filled } = through[index] ?? { isHopeless: false, filled: 0 };
    if (isHopeless) found.push(...(await uncut(task, scan, filled)));
  }
  return found;
}

/** Of a file with more lines that can't be cut than can be told: a quote that swallows them is why, or they are. */
async function uncut({ plan }: FilesToLoad, { source }: Scan, lines: number): Promise<readonly Diagnostic[]> {
  const quoting = await quoteProblem(source, plan.csv, { lines, rows: 0, broken: true, overflown: true });
  if (quoting?.fatal) return [quoting];
  return [
    fatalAt(
      source.file,
      'too-many-rejected',
      t`More than ${figure(MAX_REJECTS)} lines can not be cut into the ${source.header.length} cells of the header`,
      t`check that this file is the export, and "delimiter" and "quote" under csv`,
    ),
  ];
}

interface FileToLoad extends ReadTask {
  readonly loading: Loading;
  readonly scan: Scan;
  /** Position of the file in the plan. */
  readonly index: number;
}

async function loadFile({
  engine,
  files,
  plan,
  loading,
  scan,
  index,
}: FileToLoad): Promise<{ readonly rows: number; readonly lines: readonly BadLine[] } | Stop> {
  const rejects = `sla_rejects_${index}`;
  const step = await readingStep(scan.source, files);
  const rows = await attempt(scan.source, plan.csv, () =>
    engine.follow(step, () => loading.add(scan, rejects)),
  );
  if (typeof rows !== 'number') return stop([rows]);
  if (scan.rows) return { rows, lines: [] };
  return { rows, lines: await takeBadLines(engine, rejects, index) };
}

/** What is too large for memory goes to the private folder. */
async function beginLoading({ engine, files, plan, sql, scans, small }: FilesToLoad): Promise<Loading> {
  const sizes = await sizesOf(files, scans);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const place = placeOf(bytes, plan.columns.length);
  if (place !== 'memory') await engine.run(attachSql(place, join(engine.scratch, `${place}.duckdb`)));
  const names = { short: wayTable(plan.table, 'short', place), long: wayTable(plan.table, 'long', place) };
  return loadingOf({ engine, sql, names, scans, sizes, ...(small === undefined ? {} : { small }) });
}

/** Bytes of exports from which their table is kept on disk. */
const LARGE = 128_000_000;

function placeOf(bytes: number, columns: number): Place {
  if (columns >= WIDE && bytes > BLOCK_BYTES) return 'wide';
  return bytes >= LARGE ? 'disk' : 'memory';
}

/** How much larger an export is than its archive, or than columns that are packed each for itself. */
const PACKED = 8;

/** Bytes of each of a source's files, unpacked; about. */
async function sizesOf(files: Files, scans: readonly Scan[]): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const { source } of scans) {
    const { file, fetched } = source;
    if (fetched) {
      sizes.push(fetched.bytes);
      continue;
    }
    const size = (await files.stat(file))?.bytes ?? 0;
    sizes.push(/[.](?:gz|parquet|duckdb)$/i.test(file) ? size * PACKED : size);
  }
  return sizes;
}

function noRows(file: string): Diagnostic {
  if (/\.ya?ml$/i.test(file))
    return warningAt(
      file,
      'no-rows',
      t`The file holds no record`,
      t`write one, as an item of a list: "- id: 1"`,
    );
  return warningAt(file, 'no-rows', t`The export has a header and no rows`, t`check the export`);
}

/** Whoever looks at the sheet sees fewer rows than were counted. */
function hiddenRows({ file, book }: SourceFile, rows: number): readonly Diagnostic[] {
  const told = book === undefined ? null : hiddenText(file, book, rows);
  return told === null ? [] : [warningAt({ file, line: told.first }, 'hidden-rows', told.message, told.help)];
}
