import type { ErrorObject } from 'ajv';
import { validate } from '../../generated/disputes-validator.js';
import { mark, say, t } from '../../messages/index.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { OpenedFile, OpenFiles } from '../beside/opened.ts';
import { asUnread, type PlacedItem, unread } from '../beside/places.ts';
import type { DisputeRaw } from '../decode/disputes.ts';
import { filesOf } from '../decode/files.ts';
import { isMap, type Raw } from '../decode/report.ts';
import { disputesSchema } from '../schema/disputes.ts';
import { explain } from '../schema-errors.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { SourceMap } from '../yaml/source-map.ts';

/** The disputes that the files of an agreement hold, as far as they can be read. */
export interface Raised {
  readonly raised: readonly DisputeRaw[];
  /** Of each of them. */
  readonly items: readonly PlacedItem[];
  readonly sources: readonly SourceMap[];
  /** What can't be read: a dispute that nobody can read is not settled. */
  readonly unread: readonly Diagnostic[];
  /** Of the paths themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

const MOST_FILES = 500;

const MOST_DISPUTES = 5000;

/** An entry that is broken hides neither the others of its file nor a verdict. */
export async function readRaised(root: Raw, own: SourceMap, open: OpenFiles): Promise<Raised> {
  const opened = await open(isMap(root.disputes) ? filesOf(root.disputes) : []);
  const read = opened
    .slice(0, MOST_FILES)
    .map((one) => ('bytes' in one ? readFile(one) : wrongPath(one, root, own)));
  const all = read.flatMap(({ entries }) => entries);
  const isTooMuch = opened.length > MOST_FILES || all.length > MOST_DISPUTES;
  return {
    raised: all.slice(0, MOST_DISPUTES).map(({ raw }) => raw),
    items: all.slice(0, MOST_DISPUTES).map(({ item }) => item),
    sources: read.flatMap(({ source }) => source ?? []),
    unread: read.flatMap((one) => one.unread),
    diagnostics: [...read.flatMap(({ diagnostics }) => diagnostics), ...(isTooMuch ? [tooMany(own)] : [])],
  };
}

interface ReadFile {
  readonly entries: readonly { readonly raw: DisputeRaw; readonly item: PlacedItem }[];
  readonly source: SourceMap | null;
  readonly unread: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: ReadFile = { entries: [], source: null, unread: [], diagnostics: [] };

function readFile({ shownAs, bytes }: Extract<OpenedFile, { readonly bytes: Uint8Array }>): ReadFile {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, bytes);
  if (!readable || diagnostics.length > 0)
    return { ...NOTHING, unread: diagnostics.map((one) => asUnread('disputes', one)) };
  // A file in which nothing is written yet.
  if (value === null) return { ...NOTHING, source };
  if (!Array.isArray(value)) {
    const help = t`begin each with a dash: "- lead: L-1042", then "promise:", "by:", "on:" and "says:"`;
    const wrong = { ...unread('disputes'), message: say(NO_LIST), help, place: source.place([]) };
    return { ...NOTHING, source, unread: [wrong] };
  }
  const errors: readonly ErrorObject[] = validate(value) ? [] : (validate.errors ?? []);
  const wrong = explain(errors, value, disputesSchema, source).map(({ finding }) => finding);
  const broken = new Set(wrong.map(({ path }) => path[0]));
  return {
    ...NOTHING,
    source,
    entries: value.flatMap((root: unknown, i) =>
      isMap(root) && !broken.has(i) ? [{ raw: { file: shownAs, root }, item: { source, at: [i] } }] : [],
    ),
    unread: wrong.map(({ message, help, path, on, part }): Diagnostic => {
      const told = { ...unread('disputes'), message, place: source.place(path, on, part) };
      return help === undefined ? told : { ...told, help };
    }),
  };
}

const NO_LIST = mark`The file holds no list of disputes`;

function wrongPath(
  { index, message, help, isAlone }: Extract<OpenedFile, { readonly index: number }>,
  { disputes }: Raw,
  own: SourceMap,
): ReadFile {
  const isList = isMap(disputes) && Array.isArray(disputes.files);
  const at: YamlPath = ['disputes', 'files', ...(isList ? [index] : [])];
  const place = own.place(at);
  if (isAlone) return { ...NOTHING, unread: [{ ...unread('disputes'), message, help, place }] };
  return { ...NOTHING, diagnostics: [{ rule: 'dispute-files', severity: 'error', message, help, place }] };
}

const tooMany = (own: SourceMap): Diagnostic => ({
  rule: 'dispute-files',
  severity: 'error',
  message: t`An agreement takes at most ${MOST_FILES} files of disputes, and ${MOST_DISPUTES} disputes in them`,
  help: t`name those of the last years`,
  place: own.place(['disputes', 'files']),
});
