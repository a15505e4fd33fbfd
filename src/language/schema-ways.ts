import { t } from '../messages/index.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { resolve } from './schema-places.ts';

/** Where the language has such a key, the way that is the shortest; null where it has none. */
export function elsewhere(key: string, root: JsonSchema): string | null {
  const ways = waysIn.get(root) ?? shortestWays(root);
  waysIn.set(root, ways);
  const way = ways.get(key);
  if (way === undefined) return null;
  return way.length === 0
    ? t`"${key}" is written at the beginning of a line, outside of every section`
    : t`"${key}" is written under ${way.join(' > ')}`;
}

/** By the schema: its keys, each with the way to it. A file may have thousands that are unknown. */
const waysIn = new WeakMap<JsonSchema, ReadonlyMap<string, readonly string[]>>();

function shortestWays(root: JsonSchema): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  let level: (readonly [way: readonly string[], schema: JsonSchema])[] = [[[], root]];
  const seen = new Set<unknown>();
  while (level.length > 0) {
    const next: typeof level = [];
    for (const [way, raw] of level) {
      const { properties = {} } = resolve(raw, root);
      if (seen.has(properties)) continue;
      seen.add(properties);
      for (const [name, inner] of Object.entries(properties)) {
        if (!ways.has(name)) ways.set(name, way);
        next.push(...within(inner, root).map((each) => [[...way, name], each] as const));
      }
    }
    level = next;
  }
  return ways;
}

/** A value's schema, that of its items or entries, and those of its forms; conditions hold conditions without an end. */
function within(raw: JsonSchema, root: JsonSchema, depth = 3): readonly JsonSchema[] {
  if (depth === 0) return [];
  const schema = resolve(raw, root);
  const inner = [
    schema.items,
    schema.additionalProperties,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ].filter((each): each is JsonSchema => typeof each === 'object' && each !== null);
  return [schema, ...inner.flatMap((each) => within(each, root, depth - 1))];
}
