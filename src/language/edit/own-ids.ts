import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** Sections of which the keys are ids. */
const DEFINING = new Set(['teams', 'calendars', 'stages', 'fields']);

/** Keys whose value, or each of whose values, is an id. */
const NAMING = new Set(
  `owed_by owed_to shared_by calendar stage from to until reaches split_at funnel
   at key modified handed_over field joins id`.split(/\s+/),
);

/** Keys under which a map tests fields: its keys are their ids. */
const TESTING = new Set(['with', 'when', 'where', 'must', 'must_not']);

/**
 * The text of an agreement with other ids, where it defines them and where it names them: a title, a header or a word of a cell that reads
 * alike stays. An id whose new name is taken keeps its own.
 */
export function withIds(text: string, names: Readonly<Record<string, string>>): string {
  const places: Scalar[] = [];
  const { contents } = parseDocument(text);
  if (isMap(contents)) collect(contents, false, places);
  const taken = new Set(places.map(({ id }) => id));
  return places
    .filter(({ id }) => Object.hasOwn(names, id) && !taken.has(names[id] ?? ''))
    .sort((a, b) => b.from - a.from)
    .reduce(
      (all, { id, from }) => all.slice(0, from) + (names[id] ?? id) + all.slice(from + id.length),
      text,
    );
}

/** An id and where it begins in the text. */
interface Scalar {
  readonly id: string;
  readonly from: number;
}

function collect(map: YAMLMap, isTest: boolean, places: Scalar[]): void {
  for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    if (isTest) places.push(...plain(key));
    if (DEFINING.has(name) && isMap(value))
      for (const each of value.items as Pair<Node, Node | null>[]) places.push(...plain(each.key));
    if (NAMING.has(name)) places.push(...namesIn(value));
    // What stands behind a field is a header.
    if (name === 'fields') continue;
    const within = isTest || TESTING.has(name);
    if (isMap(value)) collect(value, within, places);
    if (isSeq(value)) for (const one of value.items) if (isMap(one)) collect(one, within, places);
  }
}

function namesIn(value: Node | null): readonly Scalar[] {
  if (isSeq(value)) return value.items.flatMap((one) => plain(one as Node));
  if (isMap(value)) return (value.items as Pair<Node, Node | null>[]).flatMap((one) => plain(one.value));
  return plain(value);
}

const plain = (node: Node | null): readonly Scalar[] =>
  isScalar(node) && typeof node.value === 'string' && node.type === 'PLAIN' && node.range
    ? [{ id: node.value, from: node.range[0] }]
    : [];
