import type { PromiseDef } from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import { kindOf } from './index.ts';

/**
 * What a lead meets to be a case of a promise: its own conditions and those of its measure. None where its
 * cases are no leads.
 */
export function scopeConditions({ where, measure }: PromiseDef): readonly Condition[] {
  const scope = kindOf(measure.kind).scope(measure);
  return scope === null ? [] : [where, scope.where].filter((condition) => condition !== null);
}

/**
 * Whether the cases of a promise are leads: only those have fields, come back, and are told apart by them.
 */
export const isOfLeads = ({ measure, population }: PromiseDef): boolean =>
  population === undefined && kindOf(measure.kind).scope(measure) !== null;
