import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** A published schema, made strict: a name that it does not know is an error here, though not for readers. */
export function strictSchema(name: string) {
  const text = readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  ajv.addFormat('date-time', (value: string) => !Number.isNaN(Date.parse(value)));
  return ajv.compile(closed(JSON.parse(text)) as object);
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inside ? { additionalProperties: false, ...inside } : inside;
}
