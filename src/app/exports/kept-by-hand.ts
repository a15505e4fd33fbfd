import type { Engine } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LoadReport } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import { emptyViewSql } from '../../sql/read/source-table.ts';

/** A file that leads out of the repository stays unread by all. */
const STAYS_FATAL = new Set(['outside-path']);

/** No CRM exports YAML: rows of their own that are written so are kept by hand, as records are; a table is not. */
export const isKeptByHand = ({ kind, files }: SourceDef): boolean =>
  kind === 'records' ||
  (kind === 'population' && files.length > 0 && files.every((file) => /\.ya?ml$/i.test(file)));

/** Whether something is wrong with a file kept by hand that leaves only its own promises without a verdict. */
export const isOwnProblem = ({ source }: Facts, { fatal, rule }: Diagnostic): boolean =>
  isKeptByHand(source) && fatal === true && !STAYS_FATAL.has(rule);

/**
 * What is wrong with a file that people write, or that is not there, as a warning: the promises that are
 * counted in it have no verdict, and all others are judged. Other findings as they are.
 */
export function asOwnProblem(facts: Facts, finding: Diagnostic): Diagnostic {
  if (!isOwnProblem(facts, finding)) return finding;
  const { fatal: _, ...rest } = finding;
  const remedy = remedyFor(facts, finding.help);
  const help =
    finding.rule === 'too-many-rejected' || remedy === undefined
      ? t`correct these cells in the file: until then the promises that are counted in it have no verdict`
      : t`${remedy}; until then the promises that are counted in it have no verdict`;
  return { ...rest, severity: 'warning', help };
}

/** Records have no `csv` that could say how their file is written. */
const remedyFor = ({ source }: Facts, help: string | undefined): string | undefined =>
  source.kind === 'records' && help !== undefined && /(?<![.\w])csv\b/.test(help)
    ? t`save it as CSV in UTF-8, with commas between the cells and the names of its columns in the first line`
    : help;

/** The report of a file kept by hand in which nothing that is wrong ends the run. */
export function keptByHand(facts: Facts, report: LoadReport): LoadReport {
  if (!report.fatal.some((finding) => isOwnProblem(facts, finding))) return report;
  const told = report.fatal.map((finding) => asOwnProblem(facts, finding));
  return {
    ...report,
    fatal: told.filter(({ fatal }) => fatal === true),
    warnings: [...told.filter(({ fatal }) => fatal !== true), ...report.warnings],
  };
}

/** The table of a file that could not be read, so that the statements which count in it find no row. */
export const withoutRows = ({ table, columns }: Facts, engine: Engine): Promise<number> =>
  engine.run(emptyViewSql(table, columns()));
