import { t } from '../messages/index.ts';
import { figure, hundred } from '../messages/numbers.ts';
import { rejectRemedy, rejectWords } from '../messages/reject-words.ts';
import type { Input } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LoadReport, ReadPlan } from '../model/reading.ts';
import { countSourceSql } from '../sql/read/source-table.ts';
import { NO_DST } from './bad-rows.ts';
import { rowsOfKey } from './key-rows.ts';
import type { LoadedFiles } from './load-files.ts';
import { fatalAt } from './problems.ts';
import { rowsNotPinned } from './server/problems.ts';
import type { ReadTask, Stop } from './read-task.ts';
import { findRejects } from './reject-lines.ts';
import type { Scan } from './scan.ts';
import type { SettledRows } from './settle-rows.ts';
import { tablesRead } from './tables-read.ts';

export interface RowsToReport extends ReadTask, LoadedFiles, SettledRows {}

/** Bytes of exports of which every cell is cut in a moment. */
const SMALL = 8_000_000;

/** The last step: the ledger of the rows, and the ways back to them. */
export async function reportOf(task: RowsToReport): Promise<LoadReport> {
  const { engine, plan, sql, rejected, excluded, badLines, badCells, warnings, dst, preferredLeft } = task;
  const read = task.rows.reduce((sum, n) => sum + n, 0);
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  const isTooMany = refused > plan.maxRejected * read;
  const scans = scansAgain(task);
  const inputs = await inputsOf(task);
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const [judged] = await engine.rows<{ n: number }>(countSourceSql(plan.table));
  return {
    ledger: { read, judged: judged?.n ?? 0, excluded, rejected },
    inputs,
    tables: tablesRead(scans, sql, task.rows),
    fatal: [...task.fatal, ...(isTooMany ? [tooMany({ plan, rejected, refused, read })] : [])],
    warnings: [...warnings, ...notPinned(plan, scans)],
    ...{ dst, preferredLeft },
    rejects: (limit, holding) =>
      findRejects({
        plan,
        scans,
        lines: badLines,
        cells: badCells,
        limit,
        holding: holdingOf(plan, holding),
      }),
    rowsOf: (key, limit, also = []) => rowsOfKey({ engine, plan, sql, scans, key, limit, also }),
    findsRowsSoon: bytes <= SMALL || scans.every(({ source, rows }) => source.isLineByLine || rows),
  };
}

/** A key of several columns stands on no line as one text. */
const holdingOf = ({ fields, key }: ReadPlan, text: string | undefined): string | null =>
  fields[key]?.parts === undefined ? (text ?? null) : null;

/** Of a source that was not read. */
export function reportOfStop({ fatal, warnings }: Stop): LoadReport {
  return {
    ledger: { read: 0, judged: 0, excluded: {}, rejected: {} },
    inputs: [],
    tables: [],
    fatal,
    warnings,
    dst: NO_DST,
    preferredLeft: 0,
    rejects: async () => [],
    rowsOf: async () => [],
    findsRowsSoon: true,
  };
}

/** The files as they may be read again, now that it is known which of them hold a record on each line. */
function scansAgain({ plan, scans, through, rows }: RowsToReport): readonly Scan[] {
  return scans.map((scan, i): Scan => {
    // As many filled lines as records: each has one, and none has two.
    const isLineByLine =
      plan.csv.skip === 0 && !scan.source.lines && through[i]?.filled === (rows[i] ?? 0) + 1;
    return { ...scan, source: { ...scan.source, isLineByLine } };
  });
}

function inputsOf({ files, plan, scans, through, rows }: RowsToReport): Promise<readonly Input[]> {
  return Promise.all(
    scans.map(
      async ({ source }, index): Promise<Input> => ({
        source: plan.source,
        file: source.file,
        bytes: source.fetched?.bytes ?? (await files.stat(source.file))?.bytes ?? 0,
        sha256: through[index]?.sha256 ?? '',
        rows: rows[index] ?? 0,
        ...(source.fetched?.moment.of === 'version' ? { snapshot: source.fetched.moment.version } : {}),
      }),
    ),
  );
}

/** Rows that came while others may have been written. */
const notPinned = ({ server }: ReadPlan, scans: readonly Scan[]): readonly Diagnostic[] =>
  server === undefined || scans.every(({ source }) => source.fetched?.moment.of !== 'statement')
    ? []
    : [rowsNotPinned(server)];

interface TooMany {
  readonly plan: ReadPlan;
  readonly rejected: Readonly<Record<string, number>>;
  readonly refused: number;
  readonly read: number;
}

/** That an agreement does not bear so many rejected rows. */
export function tooManyText({ plan, rejected, refused, read }: TooMany): string {
  const reasons = Object.entries(rejected).map(([reason, n]) => `${rejectWords(reason)} ${figure(n)}`);
  return t`${figure(refused)} of ${figure(read)} rows of "${plan.source}" are rejected (${reasons.join(', ')}), more than ${hundred(plan.maxRejected)}%`;
}

function tooMany(rows: TooMany): Diagnostic {
  const { plan, rejected, refused, read } = rows;
  const [most] = Object.entries(rejected).sort((a, b) => b[1] - a[1]);
  const remedy = rejectRemedy(most?.[0]);
  const problem = fatalAt(
    plan.files[0] ?? '',
    'too-many-rejected',
    tooManyText(rows),
    remedy === null
      ? t`correct the export or its fields, see the cells with "sla check --rejects FILE", or raise max_rejected`
      : t`${remedy}; "sla check --rejects FILE" lists every one`,
  );
  return { ...problem, rejected: { source: plan.source, rows: refused, of: read } };
}
