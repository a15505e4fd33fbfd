import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { nearest } from '../../messages/nearest.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import { isMap, type Raw } from '../decode/report.ts';
import { agreementKeys, listParts, mapParts, partKeys } from '../schema/parts.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { SourceMap } from '../yaml/source-map.ts';
import { join, type Written } from './merge.ts';

/** A file of parts, or why it can't be taken. */
export type OpenedParts =
  | { readonly file: string; readonly shownAs: string; readonly bytes: Uint8Array }
  | { readonly message: string; readonly help: string };

/** Opens a file of parts by its path, which is relative to the agreement. */
export type OpenParts = (path: string) => Promise<OpenedParts>;

/** The sections that an agreement takes from a file of parts, by their keys in the order of that file. */
export interface SharedParts {
  /** As the agreement names it. */
  readonly path: string;
  readonly sections: readonly string[];
  /** Those of which the agreement itself says something too, which goes before. */
  readonly overridden: readonly string[];
}

/** An agreement with the parts that it names in their places. */
export interface WithParts {
  readonly root: Raw;
  /** Shows each path where it is written, in whichever of the files. */
  readonly source: SourceMap;
  /** Of the files of parts. */
  readonly parts: readonly SourceMap[];
  /** What each of these files gives, in their order. */
  readonly shared: readonly SharedParts[];
  /** Why there is no whole: then nothing else is looked at. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function withParts(own: Written, open: OpenParts): Promise<WithParts> {
  const named = namesOf(own.root.parts);
  if (named.length === 0)
    return { root: own.root, source: own.source, parts: [], shared: [], diagnostics: [] };
  const over = named[MOST_FILES];
  if (over) {
    const diagnostics = [{ ...tooMany(), place: own.source.place(over.at) }];
    return { root: own.root, source: own.source, parts: [], shared: [], diagnostics };
  }
  const opened: Read[] = [];
  let size = 0;
  for (const { path, at } of named) {
    const one = await partsOf(path, at, own.source, open);
    opened.push(one);
    size += one.written?.source.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
    if (size <= MOST_TEXT) continue;
    opened.push({ written: null, diagnostics: [{ ...tooLarge(), place: own.source.place(at) }] });
    break;
  }
  const diagnostics = opened.flatMap((one) => one.diagnostics);
  const read = opened.flatMap(({ written }) => (written === null ? [] : [written]));
  const parts = read.map(({ source }) => source);
  if (diagnostics.length > 0) return { root: own.root, source: own.source, parts, shared: [], diagnostics };
  const { root, originOf } = join(own, read);
  const source: SourceMap = {
    ...own.source,
    place(path, on, part) {
      const origin = originOf(path);
      return origin.source.place(origin.path, on, part);
    },
    written(path) {
      const origin = originOf(path);
      return origin.source.written(origin.path);
    },
  };
  const shared = read.map((part, i) => sharedBy(named[i]?.path ?? '', part, own));
  return { root, source, parts, shared, diagnostics: [] };
}

function sharedBy(path: string, part: Written, own: Written): SharedParts {
  const sections = Object.keys(part.root).filter((key) => key !== 'sla');
  return { path, sections, overridden: sections.filter((key) => Object.hasOwn(own.root, key)) };
}

/** Files of parts of one agreement, and the UTF-16 units that they may hold together: no more than an agreement. */
const [MOST_FILES, MOST_TEXT] = [20, 1_000_000];

interface Named {
  readonly path: string;
  readonly at: YamlPath;
}

/** What is no text is told by the schema. */
function namesOf(value: unknown): readonly Named[] {
  if (typeof value === 'string') return [{ path: value, at: ['parts'] }];
  const list = Array.isArray(value) ? value : [];
  return list.flatMap((path, i) => (typeof path === 'string' ? [{ path, at: ['parts', i] }] : []));
}

interface Read {
  readonly written: Written | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function partsOf(path: string, at: YamlPath, own: SourceMap, open: OpenParts): Promise<Read> {
  const opened = await open(path);
  if ('message' in opened)
    return { written: null, diagnostics: [{ ...problem, ...opened, place: own.place(at) }] };
  const { file, shownAs, bytes } = opened;
  const { value, readable, source, diagnostics } = parseYaml(shownAs, bytes);
  if (!readable || diagnostics.length > 0)
    return { written: null, diagnostics: diagnostics.map((one) => ({ ...one, fatal: true })) };
  if (!isMap(value)) return { written: null, diagnostics: [{ ...notParts(), place: source.place([]) }] };
  const wrong = Object.entries(value).flatMap(([key, section]): Diagnostic[] => {
    const found = problemOf(key, section);
    return found === null ? [] : [{ ...found, place: source.place([key], 'key') }];
  });
  return { written: { file, root: value, source }, diagnostics: wrong };
}

const problem = { rule: 'parts-file', severity: 'error', fatal: true } as const;

const tooMany = (): Omit<Diagnostic, 'place'> => ({
  ...problem,
  message: t`An agreement takes at most ${MOST_FILES} files of parts`,
  help: t`put the parts of several files into one`,
});

const tooLarge = (): Omit<Diagnostic, 'place'> => ({
  ...problem,
  message: t`The files of parts hold more together than an agreement may`,
  help: t`leave out what the agreement does not need`,
});

const notParts = (): Diagnostic => ({
  ...problem,
  message: t`The file holds no parts: it has no keys`,
  help: t`write sections that several agreements share, such as calendars: and sources:`,
});

/** Of a section by itself: what lies in it is looked at where an agreement takes it. */
function problemOf(key: string, section: unknown): Omit<Diagnostic, 'place'> | null {
  if (!agreementKeys.includes(key)) return unknown(key);
  if (!partKeys.includes(key)) return ofOne(key);
  const isWritten = section !== null && section !== undefined;
  return isWritten && isListed(section) === listParts.has(key) && isMap(section) === mapParts.has(key)
    ? null
    : notSection(key);
}

const isListed = (section: unknown): boolean => Array.isArray(section);

const unknown = (key: string): Omit<Diagnostic, 'place'> => {
  const near = nearest(key, partKeys);
  const list = t`parts are ${allOf(partKeys)}`;
  return {
    ...problem,
    message: t`The part "${key}" is unknown here`,
    help: near === null ? list : t`did you mean "${near}"? ${list}`,
  };
};

const notSection = (key: string): Omit<Diagnostic, 'place'> => ({
  ...problem,
  message: t`What "${key}" holds is not what it holds in an agreement`,
  help: mapParts.has(key)
    ? t`write a map of keys under it, or remove it`
    : t`write it as in an agreement, or remove it`,
});

const ofOne = (key: string): Omit<Diagnostic, 'place'> => ({
  ...problem,
  message: t`"${key}" is of one agreement, and can't be a part of several`,
  help: t`move it into the agreements; parts are ${allOf(partKeys)}`,
});
