import { mark } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LoadReport } from '../model/reading.ts';
import { mergedKeysSql } from '../sql/read/merged.ts';
import { sourceViewSql } from '../sql/read/source-table.ts';
import { type BadCells, longRowsSeen, NO_BAD_ROWS, takeBadRows } from './bad-rows.ts';
import { collapse } from './duplicates.ts';
import type { LoadedFiles } from './load-files.ts';
import { type ReadTask, type Stop, stop } from './read-task.ts';
import { quoteProblem } from './text/quoting.ts';

/** Why the row of a lead is not judged that is told to be another's. */
const MERGED = mark`merged into another lead`;

export interface RowsToSettle extends ReadTask, LoadedFiles {}

/** What became of the rows: those that stand are the plan's table. */
export interface SettledRows {
  /** Rows by the reason for which they do not count, whoever reads them. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Rows by what is wrong with them, lines that could not be cut included. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly badCells: BadCells;
  readonly dst: LoadReport['dst'];
  readonly preferredLeft: number;
  readonly fatal: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * The third step: takes away rows that can't be used or come again. It stops where quotes have swallowed
 * rows.
 */
export async function settleRows(task: RowsToSettle): Promise<SettledRows | Stop> {
  const { engine, plan, sql, scans, badLines } = task;
  const quoting = await quoteProblems(task);
  const warnings = [...task.warnings, ...quoting.filter(({ fatal }) => !fatal)];
  const broken = quoting.filter(({ fatal }) => fatal);
  if (broken.length > 0) return stop(broken, warnings);
  const loaded = await task.loading.finish();
  const seen = await longRowsSeen(engine, plan, loaded);
  const bad =
    loaded.long === null || seen.bad === 0
      ? NO_BAD_ROWS
      : await takeBadRows(engine, loaded.long, sql, plan.unlinked ?? 'rejected');
  const dst = { gap: seen.gap, overlap: seen.overlap };
  const merged =
    plan.merged?.rows === 'excluded' ? await loaded.without(mergedKeysSql(plan.merged.table)) : 0;
  const duplicates = await collapse(engine, plan, loaded, {
    scans,
    again: task.again,
    // Without rows that were merged away there are no more of one kind than there were with them.
    mayRepeat: loaded.evidence === null || seen.different < seen.n,
    rows: task.rows.reduce((sum, n) => sum + n, 0),
  });
  await engine.run(sourceViewSql(plan.table, loaded.all()));
  const rejected = { ...bad.rejected };
  for (const { reason } of badLines) rejected[reason] = (rejected[reason] ?? 0) + 1;
  return {
    excluded: { ...bad.excluded, ...(merged > 0 ? { [MERGED]: merged } : {}), ...duplicates.excluded },
    rejected,
    badCells: bad.cells,
    dst,
    preferredLeft: duplicates.preferredLeft,
    fatal: duplicates.fatal,
    warnings: [...warnings, ...duplicates.warnings],
  };
}

/** What quotes did to each file, in their order. */
async function quoteProblems({
  plan,
  scans,
  rows,
  through,
  badLines,
}: RowsToSettle): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = [];
  for (const [index, { source }] of scans.entries()) {
    if (source.table) continue;
    const problem = await quoteProblem(source, plan.csv, {
      lines: through[index]?.filled ?? 0,
      rows: rows[index] ?? 0,
      broken: badLines.some(({ file, reason }) => file === index && reason === 'broken-quotes'),
      overflown: false,
    });
    if (problem) problems.push(problem);
  }
  return problems;
}
