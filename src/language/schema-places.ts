import type { YamlPath } from '../model/diagnostic.ts';
import type { JsonSchema } from '../model/json-schema.ts';

/** A JSON pointer as a path into the value: steps through lists are numbers. */
export function pathOf(pointer: string, value: unknown): YamlPath {
  const path: (string | number)[] = [];
  let here = value;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(key) : key);
    here = at(here, path.slice(-1));
  }
  return path;
}

/** The value at a path; undefined where there is none. */
export function at(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

/**
 * The schema of the value at a path. Walked by the value's own path: the validator's schema paths begin
 * anew at each reference, and the schema has no branches in which to get lost.
 */
export function schemaFor(path: YamlPath, root: JsonSchema): JsonSchema {
  return path.reduce<JsonSchema>((schema, step) => {
    const properties = schema.properties ?? {};
    const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
    const inner =
      typeof step === 'number' ? schema.items : Object.hasOwn(properties, step) ? properties[step] : rest;
    return resolve(inner ?? {}, root);
  }, root);
}

/** A reference's target, under the words of the place that refers to it. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref === undefined) return schema;
  const target = at(root, ref.split('/').slice(1)) as JsonSchema;
  const { $ref: _, allOf: __, ...own } = schema;
  return resolve({ ...target, ...own }, root);
}
