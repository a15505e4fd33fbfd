import type { Random } from '../property/world/random.ts';

/** What YAML holds. */
type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

type Path = readonly (string | number)[];

interface Node {
  readonly path: Path;
  readonly value: Data;
}

/** An edit of one place of an agreement. */
export interface Edited<T> {
  readonly what: string;
  readonly data: T;
}

/**
 * The data with one place in another way: another number, another word of a place of the same name, a key
 * less, two items exchanged, an item more. Most are sound agreements, and some are none. `under` keeps to
 * one section.
 */
export function editedAnywhere<T extends object>(data: T, random: Random, under?: keyof T): Edited<T> {
  const nodes = nodesOf(data as unknown as Data);
  const node = random.pick(
    nodes.filter(({ path: [section] }) => section !== undefined && (under ?? section) === section),
  );
  const edits = [...changesOf(node, nodes, random), dropped];
  const value = random.pick(edits)(node.value);
  const what = `${node.path.join('.')}: ${JSON.stringify(node.value)} -> ${JSON.stringify(value)}`;
  return { what, data: put(data as unknown as Data, node.path, value) as unknown as T };
}

type Edit = (value: Data) => Data | undefined;

/** The key or the item is gone. */
const dropped: Edit = () => undefined;

function changesOf({ path, value }: Node, nodes: readonly Node[], random: Random): readonly Edit[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const [first, second] = [random.int(0, value.length - 1), random.int(0, value.length - 1)];
    const exchanged = value.map((each, i) => value[i === first ? second : i === second ? first : i] ?? each);
    return [() => exchanged, () => [...value, another(random.pick(value as readonly Data[]))]];
  }
  if (typeof value === 'object' && value !== null) return [];
  const like = nodes.filter((node) => node.path.at(-1) === path.at(-1) && typeof node.value === typeof value);
  const other: Edit = () => random.pick(like).value;
  if (typeof value === 'number') return [() => value + 1, () => value * 2, other];
  if (typeof value === 'boolean') return [() => !value];
  if (value === null) return [];
  const step = random.pick([-1, 1, 7]);
  const counted: Edit = () => value.replace(/\d+/, (digits) => String(Math.max(0, Number(digits) + step)));
  return /\d/.test(value) ? [counted, counted, other] : [other, () => `${value}x`];
}

/** A copy that can stand beside it. */
const another = (value: Data): Data =>
  typeof value === 'object' && value !== null && 'id' in value
    ? { ...value, id: `${String(value.id)}-more` }
    : value;

function nodesOf(value: Data, path: Path = []): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    nodesOf(each as Data, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [{ path, value }, ...inner];
}

function put(value: Data, [key, ...rest]: Path, inner: Data | undefined): Data | undefined {
  if (key === undefined) return inner;
  if (Array.isArray(value))
    return value.flatMap((each: Data, i) => (i === key ? (put(each, rest, inner) ?? []) : [each]));
  const map = value as { readonly [key: string]: Data };
  const changed = put(map[key] ?? null, rest, inner);
  const { [key]: _, ...others } = map;
  return changed === undefined
    ? others
    : Object.fromEntries(Object.entries(map).map(([name, each]) => [name, name === key ? changed : each]));
}
