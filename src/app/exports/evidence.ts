import { basename } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { evidenceOf } from '../../kinds/fields.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import { alikeText } from '../../model/alike.ts';
import type { Condition } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { firstLine } from '../../model/first-line.ts';
import type { Io } from '../../model/io.ts';
import type { FactColumn, LoadReport, ReadPlan } from '../../model/reading.ts';
import { readSource } from '../../reading/read-source.ts';
import { evidenceSql } from '../../sql/facts/evidence.ts';
import { whyNoEvidence } from '../agreements/evidence-there.ts';
import type { Sourced } from '../agreements/family.ts';
import { shown } from '../agreements/find.ts';

/** Records that are shown, and characters of what each names. */
const [EXAMPLES, SHOWN] = [3, 60];

export interface EvidenceTask {
  readonly plan: ReadPlan;
  readonly sourced: Sourced;
  readonly allowOutside: boolean;
  readonly engine: Engine;
  readonly io: Io;
}

/**
 * A plan in which each test of evidence is a list of the cells whose evidence is there, and a finding where
 * others are not. The records are read twice: who keeps them by hand has few.
 */
export async function withEvidence(
  task: EvidenceTask,
): Promise<{ readonly plan: ReadPlan; readonly findings: readonly Diagnostic[] }> {
  const { plan } = task;
  const conditions = plan.columns.flatMap((column) => (column.kind === 'flag' ? [column.condition] : []));
  const fields = [...new Set(conditions.flatMap(evidenceOf))];
  if (fields.length === 0) return { plan, findings: [] };
  const there = new Map<string, readonly string[]>();
  const findings: Diagnostic[] = [];
  for (const field of fields) {
    const found = await lookUp(field, task);
    there.set(field, found.there);
    findings.push(...found.findings);
  }
  return { plan: { ...plan, columns: plan.columns.map((column) => lookedUp(column, there)) }, findings };
}

type There = ReadonlyMap<string, readonly string[]>;

const lookedUp = (column: FactColumn, there: There): FactColumn =>
  column.kind === 'flag' ? { ...column, condition: inTheirPlace(column.condition, there) } : column;

function inTheirPlace(condition: Condition, there: There): Condition {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map((part) => inTheirPlace(part, there)) };
    case 'not':
      return { op: 'not', of: inTheirPlace(condition.of, there) };
    case 'exists':
      return { op: 'in', field: condition.field, values: there.get(condition.field) ?? [] };
    default:
      return condition;
  }
}

/** A record whose evidence is not there. */
interface Missing {
  readonly key: string;
  readonly cell: string;
  readonly why: string | null;
}

async function lookUp(
  field: string,
  task: EvidenceTask,
): Promise<{ readonly there: readonly string[]; readonly findings: readonly Diagnostic[] }> {
  const { plan, engine, io } = task;
  const table = `${plan.table}_evidence`;
  const columns: readonly FactColumn[] = [{ name: 'cell', kind: 'text', field }];
  const report = await readSource({ engine, files: io.files, plan: { ...plan, table, columns } });
  // What is wrong with the file is told when it is read to be judged.
  if (report.fatal.length > 0) return { there: [], findings: [] };
  const rows = await engine.rows<{ key: string; cell: string }>(evidenceSql(table, 'cell', engine.dialect));
  const known = new Map<string, string | null>();
  for (const { cell } of rows) if (!known.has(cell)) known.set(cell, await whyNoEvidence(cell, task));
  const missing = rows.flatMap(({ key, cell }): Missing[] => {
    const why = known.get(cell) ?? null;
    return why === null ? [] : [{ key, cell, why }];
  });
  const there = [...known].flatMap(([cell, why]) => (why === null ? [cell] : []));
  return { there, findings: await missingFindings(field, missing, report, task) };
}

async function missingFindings(
  field: string,
  missing: readonly Missing[],
  report: LoadReport,
  { plan, sourced, io }: EvidenceTask,
): Promise<readonly Diagnostic[]> {
  const [first] = missing;
  if (first === undefined) return [];
  const places: { readonly file: string; readonly line: number; readonly text: string }[] = [];
  for (const { key, cell, why } of missing.slice(0, EXAMPLES)) {
    const rows = await report.rowsOf(key, 1000);
    const row = rows.find(({ cells }) => alikeText((cells[field] ?? '').trim()) === cell);
    if (row)
      places.push({
        ...row,
        text: `${basename(row.file)}:${row.line} ${quoted(firstLine(cell, SHOWN))} (${why})`,
      });
  }
  const more = missing.length > EXAMPLES ? ' ...' : '';
  const examples = `${places.map(({ text }) => text).join(', ')}${more}`;
  const start = { line: places[0]?.line ?? 1, column: 1 };
  const place = { file: shown(places[0]?.file ?? plan.files[0] ?? '', io), start, end: start };
  return sourced.weigh([
    {
      rule: 'missing-evidence',
      severity: 'warning',
      message: plural(
        missing.length,
        t`In ${whole(missing.length)} record of "${plan.source}" the "${field}" is no evidence: ${examples}`,
        t`In ${whole(missing.length)} records of "${plan.source}" the "${field}" is no evidence: ${examples}`,
      ),
      help: t`write the file there, from the folder of the agreement, or name an https link`,
      place,
    },
  ]);
}
