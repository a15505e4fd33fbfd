import type { JsonSchema } from '../model/json-schema.ts';

/** Checked by the reader itself, in better words than a schema has; or of no use to a validator. */
const DROPPED: ReadonlySet<string> = new Set([
  'pattern',
  'oneOf',
  'anyOf',
  'propertyNames',
  'maxProperties',
  'title',
  'description',
  'examples',
  'default',
  '$id',
]);

/** The published schema without what is for editors and people: what the validator is compiled from. */
export function validatorSchema(schema: JsonSchema): JsonSchema {
  return strip(schema, false) as JsonSchema;
}

/**
 * `minLength` becomes a pattern: it would pull in a helper that counts code points, and a text of blanks is
 * as empty. Inside `properties` and `definitions` the keys are names, not keywords.
 */
function strip(value: unknown, names: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !DROPPED.has(key))
      .map(([key, inner]) =>
        !names && key === 'minLength'
          ? ['pattern', '\\S']
          : [key, strip(inner, !names && (key === 'properties' || key === 'definitions'))],
      ),
  );
}
