import type { Document, LineCounter, Node, Pair } from 'yaml';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Place, Position, YamlPath } from '../../model/diagnostic.ts';

/** Where each path of an agreement is in its text. */
export interface SourceMap {
  /** As shown to the reader. */
  readonly file: string;
  /** Without line ends; the first is line 1. */
  readonly lines: readonly string[];
  /**
   * The place of a key or of its value. A value that spans lines is shown by its key; a path that does not
   * exist, by the nearest one above it that does.
   */
  place(
    path: YamlPath,
    on?: 'key' | 'value',
    part?: { readonly offset: number; readonly length: number },
  ): Place;
  /** The text of a scalar as the author wrote it, without quotes; null for anything else. */
  written(path: YamlPath): string | null;
  at(offset: number, end?: number): Place;
  /** What begins on a line, or above it: its path, and the same with ids in place of the numbers of items. */
  startsAt(line: number): { readonly path: YamlPath; readonly at: string };
}

interface Spot {
  readonly key: Node | null;
  readonly value: Node | null;
}

/**
 * Places of an agreement's values in its text. Long because all look-ups share the spots that were found
 * once.
 */
export function sourceMap(
  file: string,
  text: string,
  document: Document | null,
  counter: LineCounter,
): SourceMap {
  const lines = text.split(/\r\n|\n/);

  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };

  const at = (offset: number, end = offset + 1): Place => {
    const start = position(offset);
    const width = (lines[start.line - 1] ?? '').length + 1;
    const last = position(Math.max(end, offset + 1));
    const column = last.line > start.line ? Math.max(width, start.column + 1) : last.column;
    return { file, start, end: { line: start.line, column } };
  };

  const nodePlace = (node: Node | null): Place | null =>
    node?.range ? at(node.range[0], node.range[1]) : null;

  const onOneLine = (node: Node): boolean => {
    if (!node.range) return false;
    const body = text.slice(node.range[0], node.range[1]).trimEnd();
    return !body.includes('\n');
  };

  const find = (path: YamlPath): Spot | null => {
    let spot: Spot = { key: null, value: (document?.contents as Node | null | undefined) ?? null };
    for (const step of path) {
      const holder = document && isAlias(spot.value) ? (spot.value.resolve(document) ?? null) : spot.value;
      const next = child(holder, step);
      if (next === null) return null;
      spot = next;
    }
    return spot;
  };

  const place: SourceMap['place'] = (path, on = 'value', part) => {
    for (let depth = path.length; depth > 0; depth--) {
      const whole = depth === path.length;
      const spot = find(path.slice(0, depth));
      if (spot === null) continue;
      const value = isBlank(spot.value) ? spot.key : spot.value;
      const asKey =
        (whole && on === 'key') || !whole || value === null || (isCollection(value) && !onOneLine(value));
      const node = asKey ? (spot.key ?? firstKey(value)) : value;
      const found = nodePlace(node);
      if (found === null || node === null) continue;
      if (part && !asKey && isScalar(node) && node.range && onOneLine(node)) {
        const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
        const start = node.range[0] + quoted + part.offset;
        return at(start, Math.min(start + part.length, node.range[1] - quoted));
      }
      return found;
    }
    return nodePlace(firstKey(document?.contents as Node | null)) ?? at(0);
  };

  return {
    file,
    lines,
    place,
    at,
    startsAt: (line) => startOf(document, line, position),
    written(path) {
      const value = find(path)?.value;
      if (!isScalar(value)) return null;
      return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
    },
  };
}

/** The first key or item that begins on the line; else the last one before it. */
function startOf(
  document: Document | null,
  line: number,
  position: (offset: number) => Position,
): ReturnType<SourceMap['startsAt']> {
  let found: ReturnType<SourceMap['startsAt']> = { path: [], at: '' };
  let last = 0;
  const look = (node: Node | null, path: YamlPath, at: string): void => {
    const begin = node?.range ? position(node.range[0]).line : 0;
    if (begin <= last || begin > line) return;
    [found, last] = [{ path, at }, begin];
  };
  const walk = (node: Node | null, path: YamlPath, at: string): void => {
    const under = at === '' ? '' : `${at}.`;
    if (isMap(node))
      for (const pair of node.items) {
        const key = keyText(pair) ?? '';
        look(pair.key as Node, [...path, key], under + key);
        walk(pair.value as Node | null, [...path, key], under + key);
      }
    else if (isSeq(node))
      for (const [i, item] of node.items.entries()) {
        const id = isMap(item) ? item.get('id') : undefined;
        const name = `${under}${typeof id === 'string' ? id : i}`;
        look(item as Node, [...path, i], name);
        walk(item as Node, [...path, i], name);
      }
  };
  walk((document?.contents as Node | null | undefined) ?? null, [], '');
  return found;
}

/** No value is written after the colon. */
function isBlank(node: Node | null): boolean {
  return !node?.range || node.range[1] === node.range[0];
}

/** Of maps that were looked into, by what is held in them. */
const known = new WeakMap<readonly Pair[], ReadonlyMap<string | null, Pair<Node, Node | null>>>();

/** The first of each key. */
function pairsOf(items: readonly Pair[]): ReadonlyMap<string | null, Pair<Node, Node | null>> {
  const found =
    known.get(items) ??
    new Map(items.toReversed().map((item) => [keyText(item), item as Pair<Node, Node | null>]));
  known.set(items, found);
  return found;
}

function child(holder: Node | null, step: string | number): Spot | null {
  if (isMap(holder)) {
    const pair = pairsOf(holder.items).get(String(step));
    return pair ? { key: pair.key, value: pair.value } : null;
  }
  if (isSeq(holder) && typeof step === 'number') {
    const item = holder.items[step] as Node | undefined;
    return item === undefined ? null : { key: null, value: item };
  }
  return null;
}

/** A key as the plain value holds it. */
export function keyText(pair: Pair): string | null {
  return isScalar(pair.key) && pair.key.value !== null
    ? typeof pair.key.value === 'string'
      ? pair.key.value
      : (pair.key.source ?? String(pair.key.value))
    : null;
}

function firstKey(node: Node | null | undefined): Node | null {
  if (isMap(node) && isPair(node.items[0])) return node.items[0].key as Node;
  if (isSeq(node) && node.items[0]) return firstKey(node.items[0] as Node) ?? (node.items[0] as Node);
  return node ?? null;
}
