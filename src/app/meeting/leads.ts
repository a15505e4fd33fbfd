import { microsOf } from '../../engine/cell.ts';
import { fieldsOf } from '../../kinds/fields.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { PackLead, PackLeads } from '../../model/pack.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Period } from '../../model/time.ts';
import { resolve } from '../../plan/facts.ts';
import { firstCasesSql } from '../../sql/judge/first-cases.ts';
import { type MissedPart, mostMissedSql } from '../../sql/judge/most-missed.ts';
import type { RunTables } from '../exports/tables.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { termsOf } from '../judging/calendar-tables.ts';
import { caseOf, type Shown } from '../judging/case-rows.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import type { Planned, Run } from '../judging/run.ts';

/** As many as a meeting has time for. */
const MOST = 5;

/** Asks for the column that says how large a firm is. */
export function askForSize(tables: RunTables, planned: readonly Planned[]): void {
  const field = sizeField(tables, planned);
  if (field !== null) tables.leads.number(field.name);
}

/**
 * The first number that a segment of the newest terms asks about, else one of the profile; null where there is
 * none.
 */
function sizeField(tables: RunTables, planned: readonly Planned[]): FieldDef | null {
  const agreement = planned.at(-1)?.inForce.sourced.agreement;
  if (!agreement) return null;
  const segments = promisesOf(agreement).flatMap((promise) => promise.segments.map(({ where }) => where));
  const profile = agreement.profile === null ? [] : [{ op: 'profile' } as const];
  const { fields } = tables.leads.source;
  for (const name of [...segments, ...profile].flatMap((each) => fieldsOf(resolve(each, agreement)))) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field && !field.personal && (field.type === 'integer' || field.type === 'decimal')) return field;
  }
  return null;
}

/** The leads of a period under which most commitments were missed, with the cases that were. */
export async function leadsToTalkAbout(run: Run, period: Period, shown: Shown): Promise<PackLeads | null> {
  const own = run.planned.filter(
    ({ promise, plan }) =>
      promise.kind === 'commitment' &&
      promise.population === undefined &&
      promise.target.cmp === '>=' &&
      plan.shape !== 'tally',
  );
  if (own.length === 0) return null;
  await tabulateActivities(run, own);
  const places = [...new Set(own.map(({ promise }) => promise.id))];
  const parts = own.map((one): MissedPart & { readonly one: Planned } => ({
    one,
    place: places.indexOf(one.promise.id),
    plan: one.plan,
    context: { ...contextOf(run, one, boundariesOf([period])), undated: false },
  }));
  const field = sizeField(run.tables, run.planned);
  const size = field === null ? null : run.tables.leads.number(field.name);
  const rows = await run.engine.rows(mostMissedSql(parts, size, MOST));
  const keys = rows.map(({ key }) => String(key));
  const missed = new Map<string, PackLead['missed'][number][]>();
  for (const { one, plan, context } of keys.length === 0 ? [] : parts) {
    const wanted = { states: ['breached' as const], leads: keys, owners: [] };
    const openTime = termsOf(plan).some(({ within }) => within.unit.startsWith('business'));
    for (const row of await run.engine.rows(firstCasesSql(plan, context, wanted, [MOST * MOST]))) {
      const touches = plan.shape === 'attempts' ? microsOf(row.x0) : null;
      const found = { ...caseOf(row, one, [period], shown), touches };
      const key = String(row.key);
      missed.set(key, [...(missed.get(key) ?? []), { promise: one.promise.id, openTime, case: found }]);
    }
  }
  return {
    sizeColumn: field?.column ?? null,
    leads: rows.map((row, index): PackLead => {
      const key = keys[index] ?? '';
      const cases = missed.get(key) ?? [];
      const lead = cases[0]?.case.lead ?? key;
      return {
        lead,
        start: microsOf(row.start),
        size: row.size == null ? null : Number(row.size),
        missed: cases,
      };
    }),
  };
}
