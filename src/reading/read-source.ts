import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { t } from '../messages/index.ts';
import { figure, hundred } from '../messages/numbers.ts';
import { rejectWords } from '../messages/reject-words.ts';
import type { CsvDialect } from '../model/agreement.ts';
import type { Input } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files } from '../model/io.ts';
import type { LoadReport, ReadPlan } from '../model/reading.ts';
import { duckdb, MAX_REJECTS } from '../sql/dialects/duckdb.ts';
import { readSql } from '../sql/read/index.ts';
import type { BadLine } from './bad-line.ts';
import { dstOf, NO_BAD_ROWS, NO_DST, takeBadLines, takeBadRows } from './bad-rows.ts';
import { collapse } from './duplicates.ts';
import { rowsOfKey } from './key-rows.ts';
import { loadingOf } from './load-rows.ts';
import { noSpace, openSource, readingStep } from './open-source.ts';
import { fatalAt, positionsOf, warningAt } from './problems.ts';
import { readThrough } from './read-through.ts';
import { findRejects } from './reject-lines.ts';
import type { Scan } from './scan.ts';
import type { SourceFile } from './source-file.ts';
import { longLine } from './text/long-lines.ts';
import { quoteProblem } from './text/quoting.ts';
import { marksOf } from './text/surplus-cells.ts';
import { writePlain } from './yaml-records.ts';

/**
 * Makes the plan's table from its files: one scan of each where no key comes twice. What is wrong with the data is in
 * the report; throws for what is wrong with the plan or the machine.
 */
export async function readSource(
  engine: Engine,
  files: Files,
  plan: ReadPlan,
  marked: ReadonlyMap<string, SourceFile> = new Map(),
): Promise<LoadReport> {
  const sql = readSql(plan, duckdb);
  const fatal: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const scans: Scan[] = [];
  for (const [index, file] of plan.files.entries()) {
    // Two versions may read one source in one run, each into a copy of its own.
    const copy = `${plan.table}-${index}-${randomBytes(4).toString('hex')}`;
    const plain = plan.plain?.[file];
    const source =
      marked.get(file) ??
      (plain
        ? await writePlain(file, plain, plan.csv, join(engine.scratch, `${copy}.csv`))
        : await openSource(file, plan.csv, files, engine, copy, plan.sheet ?? null));
    if ('rule' in source) {
      fatal.push(source);
      continue;
    }
    const { positions, problems } = positionsOf(file, source.header, sql.fields);
    const long = await longLine(file, source.text, source.gzip);
    fatal.push(...problems, ...(long ? [long] : []));
    const csv = (rejects: string): string =>
      duckdb.csv(source.text, {
        columns: source.header.length,
        delimiter: plan.csv.delimiter,
        quote: plan.csv.quote,
        skip: plan.csv.skip,
        gzip: source.gzip,
        rejects,
      });
    scans.push({
      source,
      positions,
      select: (rejects, evidence) => sql.select(csv(rejects), positions, evidence),
      plain: (rejects, isTried) => sql.plain(csv(rejects), positions, isTried),
      census: (rejects, rows) => sql.census(`(SELECT * FROM ${csv(rejects)} LIMIT ${rows})`, positions),
    });
  }
  if (fatal.length > 0 || scans.length === 0) return nothing(fatal, warnings);

  const through = Promise.all(scans.map(({ source }) => readThrough(source, plan.csv, files, engine.task)));
  through.catch(() => undefined);
  const sizes = await sizesOf(files, plan);
  const place = await placeOf(
    engine,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const table = (way: 'short' | 'long') => `${place}${duckdb.identifier(`${plan.table}$${way}`)}`;
  const badLines: BadLine[] = [];
  const rows: number[] = [];
  const names = { short: table('short'), long: table('long') };
  const loading = await loadingOf(engine, sql, names, scans, sizes);
  for (const [index, scan] of scans.entries()) {
    const rejects = `sla_rejects_${index}`;
    const step = await readingStep(scan.source, files);
    const loaded = await attempt(scan.source, plan.csv, () =>
      engine.follow(step, () => loading.add(scan, rejects)),
    );
    if (typeof loaded !== 'number') return nothing([loaded], warnings);
    const lines = await takeBadLines(engine, rejects, index);
    badLines.push(...lines.lines);
    fatal.push(...(await encodingProblem(scan, lines.lines)));
    rows.push(loaded + lines.lines.length);
    if (rows[index] === 0) {
      warnings.push(
        warningAt(scan.source.file, 'no-rows', t`The export has a header and no rows`, t`check the export`),
      );
    }
  }
  if (fatal.length > 0) return nothing(fatal, warnings);
  const whole = await through;
  if (whole.some(({ surplus }) => surplus.length > 0)) {
    await loading.drop();
    return readSource(engine, files, plan, await marksOf(engine.scratch, scans, whole));
  }
  for (const [index, { source }] of scans.entries()) {
    const problem = await quoteProblem(source, plan.csv, {
      lines: whole[index]?.filled ?? 0,
      rows: rows[index] ?? 0,
      broken: badLines.some(({ file, reason }) => file === index && reason === 'broken-quotes'),
      overflown: badLines.filter(({ file }) => file === index).length >= MAX_REJECTS,
    });
    if (problem) (problem.fatal ? fatal : warnings).push(problem);
  }
  if (fatal.length > 0) return nothing(fatal, warnings);

  const loaded = await loading.finish();
  const bad = loaded.long === null ? NO_BAD_ROWS : await takeBadRows(engine, loaded.long, sql);
  const dst = loaded.long === null ? NO_DST : await dstOf(engine, plan, loaded.long);
  const duplicates = plan.unique !== 'many' ? await collapse(engine, plan, loaded, scans) : null;
  fatal.push(...(duplicates?.fatal ?? []));
  await engine.run(`CREATE VIEW ${duckdb.identifier(plan.table)} AS ${loaded.all()}`);

  const read = rows.reduce((sum, n) => sum + n, 0);
  const rejected = { ...bad.rejected };
  for (const { reason } of badLines) rejected[reason] = (rejected[reason] ?? 0) + 1;
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  if (refused > plan.maxRejected * read) fatal.push(tooMany(plan, rejected, refused, read));
  const excluded = { ...bad.excluded, ...(duplicates?.excluded ?? {}) };
  const again = scans.map((scan, i): Scan => {
    // As many filled lines as records: each has one, and none has two.
    const isLineByLine = plan.csv.skip === 0 && !scan.source.lines && whole[i]?.filled === (rows[i] ?? 0) + 1;
    return { ...scan, source: { ...scan.source, isLineByLine } };
  });
  return {
    ledger: { read, judged: await count(engine, duckdb.identifier(plan.table)), excluded, rejected },
    inputs: await Promise.all(
      scans.map(
        async ({ source }, index): Promise<Input> => ({
          source: plan.source,
          file: source.file,
          bytes: (await files.stat(source.file))?.bytes ?? 0,
          sha256: whole[index]?.sha256 ?? '',
          rows: rows[index] ?? 0,
        }),
      ),
    ),
    fatal,
    warnings,
    dst,
    rejects: (limit, holding) => findRejects(plan, again, badLines, bad.cells, limit, holding),
    rowsOf: (key, limit) => rowsOfKey(engine, plan, sql, again, key, limit),
  };
}

function nothing(fatal: readonly Diagnostic[], warnings: readonly Diagnostic[]): LoadReport {
  return {
    ledger: { read: 0, judged: 0, excluded: {}, rejected: {} },
    inputs: [],
    fatal,
    warnings,
    dst: NO_DST,
    rejects: async () => [],
    rowsOf: async () => [],
  };
}

/** Bytes of each of a source's files, unpacked; about. */
async function sizesOf(files: Files, plan: ReadPlan): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const file of plan.files) {
    const size = (await files.stat(file))?.bytes ?? 0;
    sizes.push(file.endsWith('.gz') ? size * PACKED : size);
  }
  return sizes;
}

/** Where the table is made, as a prefix of its name: what is too large for memory goes to the private folder. */
async function placeOf(engine: Engine, bytes: number): Promise<string> {
  if (bytes < LARGE) return '';
  const disk = duckdb.text(join(engine.scratch, 'tables.duckdb'));
  await engine.run(`ATTACH IF NOT EXISTS ${disk} AS sla_disk`);
  return 'sla_disk.';
}

/** Bytes of exports from which their table is kept on disk. */
const LARGE = 128_000_000;

/** How much larger an export is than its archive. */
const PACKED = 8;

async function count(engine: Engine, table: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return row?.n ?? 0;
}

/** What was done, or what the engine says against the file; what it says against the statement is thrown. */
async function attempt<T>(
  source: SourceFile,
  csv: CsvDialect,
  act: () => Promise<T>,
): Promise<T | Diagnostic> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('No space left on device')) return noSpace(source.file);
    if (message.includes('state machine')) return await notCut(source, csv);
    if (/^(?:IO|Invalid Input) Error/.test(message)) {
      const first = message.split('\n')[0]?.replace(/^[A-Za-z ]+: /, '') ?? '';
      return fatalAt(
        source.file,
        'unreadable-file',
        t`The export can not be read: ${first}`,
        t`check the file and csv`,
      );
    }
    throw error;
  }
}

/** The engine has lost its way between lines: where they end in several ways, that is why. */
async function notCut(source: SourceFile, csv: CsvDialect): Promise<Diagnostic> {
  const { oddLineEnd } = await import('./text/line-ends.ts');
  const line = await oddLineEnd(source, csv);
  return line === null
    ? fatalAt(
        source.file,
        'unreadable-file',
        t`The export can not be cut into rows and cells`,
        t`check delimiter and quote under csv, and export again`,
      )
    : fatalAt(
        source.file,
        'unreadable-file',
        t`Line ${line} ends in another way than the lines before it: line ends of Windows, Unix and old Macs (CRLF, LF, CR) are mixed`,
        t`export again, or save the file in an editor with one kind of line end`,
        line,
      );
}

async function encodingProblem(scan: Scan, lines: readonly BadLine[]): Promise<readonly Diagnostic[]> {
  const first = lines.find(({ reason }) => reason === 'encoding');
  if (!first) return [];
  const { lineOfByte } = await import('./reject-lines.ts');
  const line = await lineOfByte(scan.source, first.byte);
  return [
    fatalAt(
      scan.source.file,
      'wrong-encoding',
      t`The export is declared "utf-8" and holds bytes that are not`,
      t`write encoding: windows-1252 under csv`,
      line,
    ),
  ];
}

function tooMany(
  plan: ReadPlan,
  rejected: Readonly<Record<string, number>>,
  refused: number,
  read: number,
): Diagnostic {
  const reasons = Object.entries(rejected).map(([reason, n]) => `${rejectWords(reason)} ${figure(n)}`);
  const problem = fatalAt(
    plan.files[0] ?? '',
    'too-many-rejected',
    t`${figure(refused)} of ${figure(read)} rows of "${plan.source}" are rejected (${reasons.join(', ')}), more than ${hundred(plan.maxRejected)} %`,
    t`correct the export or its fields, see the cells with --rejects FILE, or raise max_rejected`,
  );
  return { ...problem, rejected: { source: plan.source, rows: refused, of: read } };
}
