import { microsOf } from '../../engine/cell.ts';
import { fieldsOf } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import { rate } from '../../messages/numbers.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { stageRef } from '../../plan/facts.ts';
import { fillSql } from '../../sql/facts/questions.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askedOfRows, isThere } from './asked.ts';

/** Leads of a tenth below which nothing is said. */
const FEW = 15;

/** What is written of a lead when it comes: not what stages rest on, which comes later or never. */
function columnsOf({ stages }: Agreement, { leads }: RunTables): readonly FieldDef[] {
  const later = new Set(Object.values(stages).flatMap(({ when }) => fieldsOf(when)));
  const { fields, key } = leads.source;
  return Object.values(fields).filter(
    ({ name, type, parts }) =>
      isThere(leads, name) &&
      name !== key &&
      parts === undefined &&
      !later.has(name) &&
      type !== 'date' &&
      type !== 'datetime',
  );
}

/** The first stage of the leads, by which they are put into their order. */
const firstOf = ({ stages }: Agreement): string | null =>
  Object.values(stages).find(({ population }) => population === undefined)?.id ?? null;

export function askForColumns(tables: RunTables, planned: readonly Planned[]): void {
  const agreement = planned.at(-1)?.inForce.sourced.agreement;
  const first = agreement ? firstOf(agreement) : null;
  if (!agreement || first === null) return;
  stageRef(agreement, first, tables.leads);
  for (const { name } of columnsOf(agreement, tables)) tables.leads.text(name);
}

/** A column that most leads filled, and hardly any of the newest tenth. */
export async function silentColumns(run: Run): Promise<readonly Diagnostic[]> {
  const { agreement } = run.newest;
  const first = firstOf(agreement);
  const fields = columnsOf(agreement, run.tables);
  if (first === null || fields.length === 0) return [];
  const columns = fields.map(({ name }) => run.tables.leads.text(name));
  const rows = await run.engine.rows(
    fillSql(askedOfRows(run, run.tables.leads), stageRef(agreement, first, run.tables.leads), columns),
  );
  const newest = rows.find((row) => Number(row.tenth) === 10);
  const leads = microsOf(newest?.n) ?? 0;
  if (!newest || leads < FEW) return [];
  const older = rows.filter((row) => row !== newest);
  const all = older.reduce((sum, row) => sum + (microsOf(row.n) ?? 0), 0);
  return fields.flatMap((field, i): readonly Diagnostic[] => {
    const before = older.reduce((sum, row) => sum + (microsOf(row[`c${i}`]) ?? 0), 0) / all;
    const now = (microsOf(newest[`c${i}`]) ?? 0) / leads;
    if (before < 0.5 || now >= 0.1 * before) return [];
    return [
      {
        rule: 'silent-column',
        severity: 'info',
        message: t`"${field.name}" was filled for ${rate(before, 0)} of the leads, and for ${rate(now, 0)} of the newest tenth: has a form or an import changed?`,
        help: t`compare the newest rows of the export with the CRM: conditions on the column hold for nobody new`,
        place: run.newest.place(field.path, 'key'),
      },
    ];
  });
}
