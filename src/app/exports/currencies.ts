import { kindOf } from '../../kinds/index.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';

/** The fields of a source, each with the unit in which the promises that add it up say it is. */
export function withCurrencies(
  fields: Readonly<Record<string, FieldDef>>,
  agreement: Agreement,
): Readonly<Record<string, FieldDef>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const unit = unitOf(name, agreement);
      return [name, unit === null ? field : { ...field, currency: unit }];
    }),
  );
}

/** The unit of a field that promises add up; null where none says it, and where two differ. */
export function unitOf(field: string, agreement: Agreement): string | null {
  const units = promisesOf(agreement).flatMap(({ measure, target }) => {
    const added = kindOf(measure.kind).adds(measure);
    return added?.field === field ? (added.unit ?? target.unit ?? []) : [];
  });
  const [unit, ...others] = new Set(units);
  return unit === undefined || others.length > 0 ? null : unit;
}
