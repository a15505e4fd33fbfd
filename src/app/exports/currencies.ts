import { kindOf } from '../../kinds/index.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';

/**
 * The fields of a source, each with the unit in which the targets that add it up are written; none where
 * two differ.
 */
export function withCurrencies(
  fields: Readonly<Record<string, FieldDef>>,
  agreement: Agreement,
): Readonly<Record<string, FieldDef>> {
  const units = new Map<string, Set<string>>();
  for (const { measure, target } of promisesOf(agreement)) {
    const { unit } = target;
    if (unit === null) continue;
    // A field that a measure names by itself, not in a condition, is what it adds up.
    for (const { to, name, path } of kindOf(measure.kind).references(measure))
      if (to === 'field' && path.length === 1 && path[0] === 'field')
        units.set(name, (units.get(name) ?? new Set()).add(unit));
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const [unit, ...others] = units.get(name) ?? [];
      return [name, unit === undefined || others.length > 0 ? field : { ...field, currency: unit }];
    }),
  );
}
