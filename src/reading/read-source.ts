import type { LoadReport } from '../model/reading.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import { readSql } from '../sql/read/index.ts';
import { type LoadedFiles, loadFiles } from './load-files.ts';
import { openFiles } from './open-files.ts';
import { isStop, type ReadTask, type Stop } from './read-task.ts';
import { reportOf, reportOfStop } from './report.ts';
import { settleRows } from './settle-rows.ts';
import type { SourceFile } from './source-file.ts';
import { isArchive } from './text/bytes.ts';
import { marksOf } from './text/surplus-cells.ts';

/**
 * Makes the plan's table from its files: one scan of each where no key comes twice. The files are opened,
 * their rows are loaded and settled, and what came of it is the report. What is wrong with the data is in
 * the report; throws for what is wrong with the plan or the machine.
 */
export async function readSource(source: Omit<ReadTask, 'sql'>): Promise<LoadReport> {
  const onDisk = source.plan.server ? [] : source.plan.files;
  const isBook = (await Promise.all(onDisk.map(isArchive))).includes(true);
  const task: ReadTask = { ...source, sql: readSql(source.plan, duckdb, isBook) };
  const loaded = await openAndLoad(task);
  if (isStop(loaded)) return reportOfStop(loaded);
  const settled = await settleRows({ ...task, ...loaded });
  return isStop(settled) ? reportOfStop(settled) : reportOf({ ...task, ...loaded, ...settled });
}

/**
 * Files that end rows with empty cells beyond the last column are loaded again, as copies in which the
 * engine sees them.
 */
async function openAndLoad(task: ReadTask): Promise<LoadedFiles | Stop> {
  let marked: ReadonlyMap<string, SourceFile> = new Map();
  for (;;) {
    const opened = await openFiles({ ...task, marked });
    if (isStop(opened)) return opened;
    const loaded = await loadFiles({ ...task, ...opened });
    if (isStop(loaded)) return loaded;
    const { scans, through, loading } = loaded;
    if (through.every(({ surplus }) => surplus.length === 0)) return loaded;
    await loading.drop();
    marked = await marksOf(task.engine.scratch, scans, through);
  }
}
