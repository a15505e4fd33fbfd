import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const compiled = new Map<string, ValidateFunction>();

/**
 * A published schema, made strict: a name that it does not know is an error here, though not for readers. Each is compiled once, which
 * takes longer than a run of the program.
 */
export function strictSchema(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  ajv.addFormat('date-time', (value: string) => !Number.isNaN(Date.parse(value)));
  const made = ajv.compile(closed(JSON.parse(text)) as object);
  compiled.set(name, made);
  return made;
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inside ? { additionalProperties: false, ...inside } : inside;
}
