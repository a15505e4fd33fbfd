import type { ReadPlan } from '../../model/reading.ts';
import { type ConditionColumn, TESTED_AS } from '../condition.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { hasCome } from '../judge/expressions.ts';
import type { TypedSource } from './cells.ts';

/** Of rows `r` and what is joined to them: where a time stands that the row has itself or that a joined row gives it. */
export function placeOf(
  field: string,
  { fields, joins }: ReadPlan,
  { identifier }: JudgingDialect,
): { readonly at: string; readonly width: string } {
  if (fields[field]) return { at: `r.${identifier(`${field}$t`)}`, width: `r.${identifier(`${field}$w`)}` };
  const join = joins.findIndex((each) => each.fields[field] !== undefined);
  return { at: `j${join}.${identifier(field)}`, width: `j${join}.${identifier(`${field}$w`)}` };
}

/** A field as conditions look at it: a date that had not come is blank. */
export function lookUp(field: string, { plan, asOf }: TypedSource, dialect: JudgingDialect): ConditionColumn {
  const own = plan.fields[field];
  const join = plan.joins.findIndex((each) => each.fields[field] !== undefined);
  const def = own ?? plan.joins[join]?.fields[field];
  if (!def) throw new Error(`No source has the field "${field}"`);
  const type = def.name === plan.key ? 'text' : TESTED_AS[def.type];
  if (type === 'time') {
    const { at, width } = placeOf(field, plan, dialect);
    return { sql: asOf === null ? at : `CASE WHEN ${hasCome(at, width, asOf)} THEN ${at} END`, type };
  }
  const sql = `${own ? 'r' : `j${join}`}.${dialect.identifier(field)}`;
  return { sql: type === 'boolean' && !own ? `(${sql} = 'true')` : sql, type };
}
