import { unitOf } from '../../kinds/unit.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';

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
