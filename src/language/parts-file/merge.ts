import type { YamlPath } from '../../model/diagnostic.ts';
import { isMap, type Raw } from '../decode/report.ts';
import type { SourceMap } from '../yaml/source-map.ts';
import { copyOf, relocated } from './relocate.ts';

/** A file as read: the agreement itself, or a file of parts that it names. */
export interface Written {
  /** Absolute path. */
  readonly file: string;
  readonly root: Raw;
  readonly source: SourceMap;
}

/** Where a value of the joined agreement is written. */
interface Origin {
  readonly source: SourceMap;
  readonly path: YamlPath;
}

export interface Joined {
  readonly root: Raw;
  /** The file and the path in it of a path of the whole; of what is nowhere, the agreement's own. */
  readonly originOf: (path: YamlPath) => Origin;
}

/**
 * How deep a section is joined key by key; what lies deeper is replaced whole. One calendar may have other
 * holidays and the week of the group, one source other files and one more field.
 */
const DEPTH: Readonly<Record<string, number>> = {
  teams: 2,
  calendars: 2,
  sources: 3,
  stages: 1,
  judging: 1,
  lint: 1,
  closing: 1,
  plan: 1,
  experiments: 1,
  disputes: 1,
  views: 1,
};

/** Lists whose items have an id: an item of the agreement stands in place of the one with its id. */
const LISTS = ['objectives', 'commitments'] as const;

/** One agreement of itself and of the parts that it names: its own words go before theirs, a later file's before an earlier one's. */
export function join(own: Written, parts: readonly Written[]): Joined {
  const origins = new Map<string, Origin>();
  const graft = (path: YamlPath, origin: Origin): void => {
    origins.set(JSON.stringify(path), origin);
  };
  let below: Written = { ...own, root: Object.create(null) as Raw };
  for (const part of [...parts, own]) {
    const moved = { ...part, root: relocated(part.root, part.file, own.file) };
    below = { ...own, root: joined(below.root, moved, graft) };
  }
  return { root: below.root, originOf: (path) => originIn(origins, path, own.source) };
}

type Graft = (path: YamlPath, origin: Origin) => void;

function joined(before: Raw, { root, source }: Written, graft: Graft): Raw {
  const whole = copyOf(before);
  for (const [key, value] of Object.entries(root)) {
    const list = LISTS.find((name) => name === key);
    if (list !== undefined && Array.isArray(before[key]) && Array.isArray(value))
      whole[key] = itemsOf(before[key], value, { key, source, graft });
    else whole[key] = joinedValue(before[key], value, { path: [key], deep: DEPTH[key] ?? 0, source, graft });
  }
  return whole;
}

interface At {
  readonly path: YamlPath;
  /** So many levels below are joined. */
  readonly deep: number;
  readonly source: SourceMap;
  readonly graft: Graft;
}

function joinedValue(before: unknown, value: unknown, at: At): unknown {
  if (at.deep === 0 || !isMap(before) || !isMap(value)) {
    at.graft(at.path, { source: at.source, path: at.path });
    return value;
  }
  const whole = copyOf(before);
  for (const [key, inner] of Object.entries(value))
    whole[key] = joinedValue(before[key], inner, { ...at, path: [...at.path, key], deep: deeper(at, key) });
  return whole;
}

/** Of a source the fields alone are joined below its own keys. */
const deeper = ({ path: [section], path, deep }: At, key: string): number =>
  section === 'sources' && path.length === 2 && key !== 'fields' ? 0 : deep - 1;

function itemsOf(
  before: readonly unknown[],
  own: readonly unknown[],
  { key, source, graft }: { readonly key: string; readonly source: SourceMap; readonly graft: Graft },
): readonly unknown[] {
  const whole = [...before];
  const said = new Set<string>();
  for (const [i, item] of own.entries()) {
    const id = idOf(item);
    // An id that one file says twice stays there twice, and is told.
    const same = id === null || said.has(id) ? -1 : before.findIndex((other) => idOf(other) === id);
    if (id !== null) said.add(id);
    const at = same < 0 ? whole.length : same;
    whole[at] = item;
    graft([key, at], { source, path: [key, i] });
  }
  return whole;
}

const idOf = (item: unknown): string | null => (isMap(item) && typeof item.id === 'string' ? item.id : null);

/** The origin of the longest part of the path that came from somewhere, and the rest of the path behind it. */
function originIn(origins: ReadonlyMap<string, Origin>, path: YamlPath, own: SourceMap): Origin {
  for (let length = path.length; length > 0; length--) {
    const found = origins.get(JSON.stringify(path.slice(0, length)));
    if (found) return { source: found.source, path: [...found.path, ...path.slice(length)] };
  }
  return { source: own, path };
}
