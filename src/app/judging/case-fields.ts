import type { FieldDef } from '../../model/agreement.ts';
import type { Facts } from '../../plan/facts.ts';
import { type CasesOf, casesIn } from '../../plan/lower.ts';
import type { Run } from './run.ts';

/** The fields that the cases of a promise have. */
export const caseFields = (run: Pick<Run, 'tables'>, promise: CasesOf): Readonly<Record<string, FieldDef>> =>
  rowFields(run, casesIn(run.tables, promise));

/** The fields that rows have: leads also those that join them. */
export function rowFields(
  { tables }: Pick<Run, 'tables'>,
  { source }: Facts,
): Readonly<Record<string, FieldDef>> {
  if (source !== tables.leads.source) return source.fields;
  return Object.assign({}, ...tables.joined().map((joined) => joined.source.fields), source.fields);
}
