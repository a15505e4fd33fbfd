import { unitOf } from '../../kinds/unit.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';

/**
 * The fields of a source, each with the unit in which the promises that add it up say it is: those of the
 * newest version that says any, since the exports are read once for all versions.
 */
export function withCurrencies(
  fields: Readonly<Record<string, FieldDef>>,
  versions: readonly Agreement[],
): Readonly<Record<string, FieldDef>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const said = versions.toReversed().find((agreement) => unitOf(name, agreement) !== null);
      const unit = said ? unitOf(name, said) : null;
      return [name, unit === null ? field : { ...field, currency: unit }];
    }),
  );
}
