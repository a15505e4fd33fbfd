import type { ErrorObject } from 'ajv';
import { validate } from '../../generated/experiment-validator.js';
import { mark, say, t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OpenedFile, OpenFiles } from '../beside/opened.ts';
import { asUnread, type PlacedItem, unread as unreadBy } from '../beside/places.ts';
import type { TriedRaw } from '../decode/experiments.ts';
import { filesOf } from '../decode/files.ts';
import { isMap, map, type Raw, text } from '../decode/report.ts';
import { experimentSchema } from '../schema/experiments.ts';
import { explain } from '../schema-errors.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { SourceMap } from '../yaml/source-map.ts';

/** The experiments that an agreement names, as far as they can be read. */
export interface Tried {
  readonly tried: readonly TriedRaw[];
  /** Of each of them. */
  readonly items: readonly PlacedItem[];
  readonly sources: readonly SourceMap[];
  /** Of files that can't be read: no promise rests on them, so that all of them are judged. */
  readonly unread: readonly Diagnostic[];
  /** Of the paths themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

const PROBLEM = unreadBy('experiments');

const MOST_FILES = 500;

/** Those that begin after the last day of a version are of a later one. */
export async function readTried(root: Raw, own: SourceMap, open: OpenFiles): Promise<Tried> {
  const patterns = isMap(root.experiments) ? filesOf(root.experiments) : [];
  const opened = await open(patterns);
  const until = text(map(root, 'effective'), 'to');
  const read = opened
    .slice(0, MOST_FILES)
    .map((one) => ('bytes' in one ? readOne(one) : wrongPath(one, root, own)));
  const taken = read.flatMap(({ experiment }) => experiment ?? []);
  const here = taken.filter(({ raw }) => until === null || (text(raw.root, 'from') ?? '') <= until);
  return {
    tried: here.map(({ raw }) => raw),
    items: here.map(({ source }) => ({ source, at: [] })),
    sources: here.map(({ source }) => source),
    unread: read.flatMap(({ unread }) => unread),
    diagnostics: [
      ...read.flatMap(({ diagnostics }) => diagnostics),
      ...(opened.length > MOST_FILES ? [tooMany(own)] : []),
    ],
  };
}

interface Read {
  readonly experiment: {
    readonly raw: TriedRaw;
    readonly source: SourceMap;
  } | null;
  readonly unread: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

function readOne({ shownAs, bytes }: Extract<OpenedFile, { readonly bytes: Uint8Array }>): Read {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, bytes);
  const nothing = { experiment: null, diagnostics: [] };
  if (!readable || diagnostics.length > 0)
    return { ...nothing, unread: diagnostics.map((one) => asUnread('experiments', one)) };
  if (!isMap(value)) {
    const help = t`begin with "id: webinar-spring" and "asks:", the question that it answers`;
    return {
      ...nothing,
      unread: [{ ...PROBLEM, message: say(NO_KEYS), help, place: source.place([]) }],
    };
  }
  if (validate(value))
    return {
      ...nothing,
      experiment: { raw: { file: shownAs, root: value }, source },
      unread: [],
    };
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  const unread = explain(errors, value, experimentSchema, source).map(({ finding }): Diagnostic => {
    const { message, help, path, on, part } = finding;
    return {
      ...PROBLEM,
      message,
      ...(help === undefined ? {} : { help }),
      place: source.place(path, on, part),
    };
  });
  return { ...nothing, unread };
}

const NO_KEYS = mark`The file holds no experiment: it has no keys`;

function wrongPath(
  { index, message, help, isAlone }: Extract<OpenedFile, { readonly index: number }>,
  { experiments }: Raw,
  own: SourceMap,
): Read {
  const isList = isMap(experiments) && Array.isArray(experiments.files);
  const place = own.place(['experiments', 'files', ...(isList ? [index] : [])]);
  if (isAlone) return { experiment: null, unread: [{ ...PROBLEM, message, help, place }], diagnostics: [] };
  const told: Diagnostic = {
    rule: 'experiment-files',
    severity: 'error',
    message,
    help,
    place,
  };
  return { experiment: null, unread: [], diagnostics: [told] };
}

const tooMany = (own: SourceMap): Diagnostic => ({
  rule: 'experiment-files',
  severity: 'error',
  message: t`An agreement takes at most ${MOST_FILES} experiments`,
  help: t`name those of the last years`,
  place: own.place(['experiments', 'files']),
});
