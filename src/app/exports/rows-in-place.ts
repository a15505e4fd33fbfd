import { number } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import { mark, plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { rejectRemedy, rejectWords } from '../../messages/reject-words.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Ledger } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LoadReport, ReadPlan } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import { IDENTICAL, takenOf } from '../../reading/duplicates.ts';
import { tooManyText } from '../../reading/report.ts';
import {
  cellsSql,
  clocksSql,
  keysCountedSql,
  surveyed,
  surveySql,
  type TypedSource,
} from '../../sql/server-facts/cells.ts';
import { typedFactsSql } from '../../sql/server-facts/facts.ts';
import { FAULT, fieldFault } from '../../sql/server-facts/faults.ts';
import { isOrdered, orderCountedSql, orderedRowsSql } from '../../sql/server-facts/rows.ts';
import { zoneOfRows } from './zone-of-rows.ts';

/** What became of the rows of a table whose facts are made where it is. */
export interface Counted extends Pick<LoadReport, 'dst' | 'preferredLeft'> {
  readonly ledger: Ledger;
  /** Of the rows that are rejected. */
  readonly warnings: readonly Diagnostic[];
}

/** Why rows have to be looked at one by one, as a sentence. */
export interface Why {
  readonly why: string;
  /** What is wrong with rows, where that is why. */
  readonly warnings?: readonly Diagnostic[];
}

/** Makes the facts of one table, and counts what became of its rows. */
export async function countedRows(
  { table, source: { name } }: Facts,
  source: TypedSource,
  engine: Engine,
): Promise<Counted | Why> {
  const { plan } = source;
  const cells = `${table}$cells`;
  await engine.keep(cells, [cellsSql(source, engine.dialect)]);
  const faults = await engine.rows<{ fault: number; n: number }>(surveySql(cells, engine.dialect));
  const countOf = (fault: number) => number(faults.find((row) => row.fault === fault)?.n ?? 0);
  const read = faults.reduce((sum, { n }) => sum + number(n), 0);
  const excluded: Record<string, number> = {};
  const rejected: Record<string, number> = {};
  const warnings: Diagnostic[] = read === 0 ? [noRowsThere(plan)] : [];
  const add = (to: Record<string, number>, reason: string, n: number): void => {
    if (n > 0) to[reason] = (to[reason] ?? 0) + n;
  };
  const reject = (reason: string, n: number, field: FieldDef | undefined): void => {
    add(rejected, reason, n);
    if (n > 0) warnings.push(rejectedThere(reason, n, field, plan));
  };
  if (plan.unlinked === 'of no lead') add(excluded, mark`of no lead`, countOf(FAULT.blankKey));
  else if (plan.unlinked === 'of no row') add(excluded, mark`of no row`, countOf(FAULT.blankKey));
  else reject('blank-key', countOf(FAULT.blankKey), plan.fields[plan.key]);
  add(excluded, mark`blank row`, countOf(FAULT.blankRow));
  const fields = surveyed(source);
  for (const { fault, n } of [...faults].sort((a, b) => a.fault - b.fault)) {
    const told = fieldFault(fault, fields);
    if (told !== null) reject(told.reason, number(n), told.field);
  }
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  if (refused > plan.maxRejected * read)
    return { why: tooManyText({ plan, rejected, refused, read }), warnings };
  const held = { ...source, cells, zone: await zoneOfRows(source, cells, engine) };
  const standing = await standingRows(table, held, engine);
  if (standing === null) return { why: t`rows of "${name}" with one key differ, which is told row by row` };
  const { judged, superseded, preferredLeft } = standing;
  add(excluded, IDENTICAL, countOf(0) - judged - superseded);
  add(excluded, takenOf(plan), superseded);
  const clocks = clocksSql(cells, held, engine.dialect);
  const [dst] = clocks === null ? [] : await engine.rows<LoadReport['dst']>(clocks);
  const ledger = { read, judged, excluded, rejected };
  return { ledger, warnings, preferredLeft, dst: dst ?? { gap: 0, overlap: 0 } };
}

/** Rows that became facts, and those of the same keys that did not; null where nothing tells rows of a key apart. */
async function standingRows(
  table: string,
  source: TypedSource,
  engine: Engine,
): Promise<{ readonly judged: number; readonly superseded: number; readonly preferredLeft: number } | null> {
  const { plan } = source;
  const { dialect } = engine;
  if (!isOrdered(plan)) {
    await engine.keep(table, [typedFactsSql(source, dialect)]);
    const [made] = await engine.rows<{ n: number; keys: number }>(keysCountedSql(table, dialect));
    const judged = made?.n ?? 0;
    return plan.unique !== 'many' && judged > (made?.keys ?? 0)
      ? null
      : { judged, superseded: 0, preferredLeft: 0 };
  }
  const ordered = `${table}$ordered`;
  await engine.keep(ordered, [orderedRowsSql(source, dialect)]);
  const [row] = await engine.rows<Record<'n' | 'keys' | 'unclear' | 'preferred', number>>(
    orderCountedSql(ordered, plan, dialect),
  );
  const { n = 0, keys = 0, unclear = 0, preferred = 0 } = row ?? {};
  if (unclear > 0) return null;
  await engine.keep(table, [typedFactsSql(source, dialect, ordered)]);
  const judged = plan.unique === 'each' ? n : keys;
  return { judged, superseded: n - judged, preferredLeft: preferred };
}

/** Rows that are rejected where nobody sees them. */
function rejectedThere(
  reason: string,
  n: number,
  field: FieldDef | undefined,
  { source, server }: ReadPlan,
): Diagnostic {
  const remedy = rejectRemedy(reason);
  const column = (field?.parts ?? (field ? [field] : [])).map((each) => each.column).join(' + ');
  const cause = `${rejectWords(reason)}${column === '' ? '' : t` in column "${column}"`}`;
  return {
    ...{ rule: reason, severity: 'warning' },
    message: plural(
      n,
      t`${whole(n)} row of "${source}" rejected, ${cause}`,
      t`${whole(n)} rows of "${source}" rejected, ${cause}`,
    ),
    help:
      remedy === null
        ? t`correct the cells in the CRM; with rows: come, "sla check --rejects FILE" lists every one`
        : t`${remedy}; with rows: come, "sla check --rejects FILE" lists every one`,
    ...placeOf(server),
  };
}

const placeOf = (server: ReadPlan['server']): Pick<Diagnostic, 'path'> =>
  server === undefined ? {} : { path: [...server.path, 'table'] };

const noRowsThere = ({ server, source }: ReadPlan): Diagnostic => ({
  ...{ rule: 'no-rows', severity: 'warning', ...placeOf(server) },
  message: t`The table "${server?.table ?? source}" has no rows`,
  help: t`check what its user may read: a server may hide rows from some`,
});
