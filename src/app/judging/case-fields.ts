import type { FieldDef, PromiseDef } from '../../model/agreement.ts';
import { casesIn } from '../../plan/lower.ts';
import type { Run } from './run.ts';

/** The fields that the cases of a promise have: of leads also those that join them. */
export function caseFields(
  { tables }: Pick<Run, 'tables'>,
  promise: Pick<PromiseDef, 'population'>,
): Readonly<Record<string, FieldDef>> {
  const { source } = casesIn(tables, promise);
  if (source !== tables.leads.source) return source.fields;
  return Object.assign({}, ...tables.joined().map((joined) => joined.source.fields), source.fields);
}
