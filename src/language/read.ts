import type { ErrorObject } from 'ajv';
import { validate } from '../generated/validator.js';
import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic, Finding, Place, YamlPath } from '../model/diagnostic.ts';
import type { Ignored } from '../model/ignored.ts';
import { noFiles, type OpenFiles } from './beside/opened.ts';
import { asUnread, besideAt, withItems } from './beside/places.ts';
import { lintIds } from './catalogue.ts';
import { decode } from './decode/agreement.ts';
import type { Raw } from './decode/report.ts';
import { isMap } from './decode/report.ts';
import type { Raised } from './disputes/read.ts';
import type { Tried } from './experiments/read.ts';
import { firstTold, MOST_EXPLAINED } from './first-told.ts';
import { ignoresIn, unusedIgnores, weighed } from './ignores.ts';
import type { Written } from './parts-file/merge.ts';
import type { OpenParts, SharedParts, WithParts } from './parts-file/read.ts';
import { rules } from './rules/index.ts';
import { parseYaml } from './yaml/parse.ts';
import type { SourceMap } from './yaml/source-map.ts';

/**
 * An agreement as read from its file. `agreement` is null where anything in it is wrong; lint findings
 * leave it standing.
 */
export interface ReadAgreement {
  readonly agreement: Agreement | null;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceMap;
  /** Of the files of parts that it names. */
  readonly parts: readonly SourceMap[];
  /** What each of these gives. */
  readonly shared: readonly SharedParts[];
  /** Of the files of experiments that it names. */
  readonly experiments: readonly SourceMap[];
  /**
   * Findings of lint rules made elsewhere, as this agreement's `lint` section and its comments weigh them.
   */
  readonly weigh: (findings: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Its comments that silence a rule. */
  readonly ignores: readonly Ignored[];
}

/** How the files are opened that an agreement names as parts of itself. */
export interface Openers {
  readonly openParts?: OpenParts;
  readonly openExperiments?: OpenFiles;
  readonly openDisputes?: OpenFiles;
}

/**
 * Reads an agreement: YAML, schema, meaning, references, lint rules. All problems are found in one run,
 * each with its place; whatever the input, none is thrown.
 *
 * `file` is the absolute path, `shownAs` the path that diagnostics show, `input` the text or the bytes of
 * the file; `openers` give the files of parts, of experiments and of disputes that it names.
 */
export async function readAgreement(
  file: string,
  shownAs: string,
  input: string | Uint8Array,
  { openParts = noParts, openExperiments = noFiles, openDisputes = noFiles }: Openers = {},
): Promise<ReadAgreement> {
  const { value, readable, source: own, diagnostics } = parseYaml(shownAs, input);
  const nothing = { agreement: null, parts: [], shared: [], experiments: [], ignores: [], weigh: asTheyAre };
  if (!readable) return { ...nothing, source: own, diagnostics };
  if (!isMap(value))
    return { ...nothing, source: own, diagnostics: [...diagnostics, notAnAgreement(value, own)] };
  const whole = await wholeOf({ file, root: value, source: own }, openParts);
  const { parts, shared } = whole;
  if (whole.diagnostics.length > 0)
    return {
      ...{ ...nothing, source: whole.source, parts },
      diagnostics: [...diagnostics, ...whole.diagnostics].sort(byPlace),
    };
  const tried = await triedIn(whole, openExperiments);
  const raised = await raisedIn(whole, openDisputes);
  const source = withItems(whole.source, { experiments: tried.items, disputes: raised.items });
  const around = { source, parts, shared, experiments: tried.sources };
  const { root, names, findings: schemaFindings } = await checkSchema(whole.root, source);
  const { agreement: decoded, findings } = await decode({
    ...{ file, root, names, written: source.written, ruleIds: lintIds },
    ...{ tried: tried.tried, raised: raised.raised },
  });
  const [ofBeside, ofIt] = divided(findings);
  const problems = [...schemaFindings, ...ofIt];
  const ofPaths = [...tried.diagnostics, ...raised.diagnostics];
  if (problems.length > 0 || diagnostics.length > 0 || ofPaths.length > 0) {
    const all = [...diagnostics, ...ofPaths, ...problems.map((finding) => locate(finding, source))];
    return { ...nothing, ...around, diagnostics: firstTold(all.sort(byPlace)) };
  }
  const agreement = withoutBroken(decoded, ofBeside);
  const ignores = ignoresIn([own, ...parts, ...tried.sources, ...raised.sources]);
  const weigh = (found: readonly Diagnostic[]) => weighed(found, agreement.lint, ignores.list);
  const linted = [
    ...lint(agreement, source),
    ...[...tried.unread, ...raised.unread],
    ...ofBeside.map(({ section, finding }) => asUnread(section, locate(finding, source))),
    ...(await besideFindings(agreement)).map((finding) => locate(finding, source)),
  ].filter(({ rule }) => agreement.lint[rule] !== 'off');
  const ignored = [...ignores.findings, ...unusedIgnores(linted, ignores.list)];
  const ofParts = new Set(parts.map((part) => part.file));
  // What one agreement has no use for may be there for another.
  const told = [...linted, ...ignored].filter(
    ({ rule, place }) => !(rule.startsWith('unused-') && ofParts.has(place?.file ?? '')),
  );
  const free = new Set(tried.sources.map((one) => one.file));
  return {
    ...{ agreement: await upheldIn(agreement), ...around, weigh },
    ignores: ignores.list.filter(({ place }) => !free.has(place.file)).map(inParts(whole)),
    diagnostics: firstTold([...weigh(told)].sort(byPlace)),
  };
}

const asTheyAre = (found: readonly Diagnostic[]): readonly Diagnostic[] => found;

/** Loaded where an agreement names experiments: most name none. */
async function triedIn({ root, source }: WithParts, open: OpenFiles): Promise<Tried> {
  if (!isMap(root.experiments)) return { tried: [], items: [], sources: [], unread: [], diagnostics: [] };
  return (await import('./experiments/read.ts')).readTried(root, source, open);
}

/** Loaded where an agreement says who settles disputes. */
async function raisedIn({ root, source }: WithParts, open: OpenFiles): Promise<Raised> {
  if (!isMap(root.disputes)) return { raised: [], items: [], sources: [], unread: [], diagnostics: [] };
  return (await import('./disputes/read.ts')).readRaised(root, source, open);
}

async function besideFindings(agreement: Agreement): Promise<readonly Finding[]> {
  const { experiments, disputes } = agreement;
  return [
    ...(experiments ? (await import('./experiments/check.ts')).checkExperiments(agreement) : []),
    ...(disputes ? (await import('./disputes/check.ts')).checkDisputes(agreement) : []),
  ];
}

/** With the waivers that disputes have become: no lint rule of waivers is asked of these. */
const upheldIn = async (agreement: Agreement): Promise<Agreement> =>
  agreement.disputes === undefined ? agreement : (await import('./disputes/upheld.ts')).withUpheld(agreement);

interface OfBeside extends NonNullable<ReturnType<typeof besideAt>> {
  readonly finding: Finding;
}

/** Those of the files beside an agreement, and those of the agreement itself. */
function divided(findings: readonly Finding[]): readonly [readonly OfBeside[], readonly Finding[]] {
  const all = findings.map((finding) => ({ finding, at: besideAt(finding.path) }));
  return [
    all.flatMap(({ finding, at }) => (at === null ? [] : [{ ...at, finding }])),
    all.flatMap(({ finding, at }) => (at === null ? [finding] : [])),
  ];
}

/** What lies beside it and of which anything was reported is left out. */
function withoutBroken(agreement: Agreement, broken: readonly OfBeside[]): Agreement {
  const { experiments, disputes } = agreement;
  if (broken.length === 0) return agreement;
  const isSound = ({ path }: { readonly path: YamlPath }): boolean =>
    !broken.some(({ section, index }) => path[0] === section && path[1] === index);
  return {
    ...agreement,
    ...(experiments ? { experiments: { ...experiments, tried: experiments.tried.filter(isSound) } } : {}),
    ...(disputes ? { disputes: { ...disputes, raised: disputes.raised.filter(isSound) } } : {}),
  };
}

/** A comment in a file of parts holds in that file alone: the same place in another file is another. */
function inParts({ root, parts }: WithParts): (ignored: Ignored & { readonly place: Place }) => Ignored {
  const named = [root.parts].flat();
  return (ignored) => {
    const file = named[parts.findIndex((part) => part.file === ignored.place.file)];
    return typeof file === 'string' ? { ...ignored, at: `${file}: ${ignored.at}` } : ignored;
  };
}

/** Loaded where an agreement names parts: most are whole as they are. */
async function wholeOf(own: Written, openParts: OpenParts): Promise<WithParts> {
  if (own.root.parts === undefined)
    return { root: own.root, source: own.source, parts: [], shared: [], diagnostics: [] };
  return (await import('./parts-file/read.ts')).withParts(own, openParts);
}

const noParts: OpenParts = async (path) => ({
  message: t`The file of parts "${path}" can't be read here`,
  help: t`write the parts into the agreement`,
});

/** What the lint rules find, by their own severities. */
function lint(agreement: Agreement, source: SourceMap): readonly Diagnostic[] {
  return rules
    .filter(({ id }) => agreement.lint[id] !== 'off')
    .flatMap(({ id, severity, check }) =>
      check(agreement).map((finding) => locate({ rule: id, severity, ...finding }, source)),
    );
}

/** A finding with its place in the text. */
function locate(finding: Finding, source: SourceMap): Diagnostic {
  const { rule, severity, message, path, on, part } = finding;
  const help = straight(finding, source) ?? finding.help;
  const place = source.place(path, on, part);
  return help === undefined || help === ''
    ? { rule, severity, message, place }
    : { rule, severity, message, help, place };
}

/** Quotes of a word processor are a part of the value, which is why it is wrong, and hard to see. */
function straight({ severity, path, on }: Finding, source: SourceMap): string | null {
  if (severity !== 'error' || on === 'key') return null;
  const within = /^[\u201c\u201d\u201e\u00ab]\s*(.*?)\s*[\u201c\u201d\u00bb]$/.exec(
    source.written(path) ?? '',
  )?.[1];
  return within === undefined ? null : t`write it between straight quotes: "${within}"`;
}

interface Checked {
  /** Without what the schema refuses. */
  readonly root: Raw;
  /** With all that is written, misspelt keys under the names that they stand for. */
  readonly names: Raw;
  readonly findings: readonly Finding[];
}

async function checkSchema(value: Raw, source: SourceMap): Promise<Checked> {
  if (validate(value)) return { root: value, names: value, findings: [] };
  // What a choice asks for is told by itself.
  const all: readonly ErrorObject[] = validate.errors ?? [];
  const errors = all.filter(({ keyword }) => keyword !== 'if').slice(0, MOST_EXPLAINED);
  const [{ explain }, { agreementSchema }] = await Promise.all([
    import('./schema-errors.ts'),
    import('./schema/index.ts'),
  ]);
  const explained = explain(errors, value, agreementSchema, source);
  const root = structuredClone(value) as Raw;
  const names = structuredClone(value) as Raw;
  for (const { drop, meant } of explained) {
    if (drop === null) continue;
    blank(root, drop, meant);
    if (meant !== null) rename(names, drop, meant);
  }
  return { root, names, findings: explained.map(({ finding }) => finding) };
}

function holderOf(root: Raw, path: YamlPath): Record<string | number, unknown> | null {
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return null;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  return typeof holder === 'object' && holder !== null ? (holder as Record<string | number, unknown>) : null;
}

function rename(root: Raw, path: YamlPath, meant: string): void {
  const holder = holderOf(root, path);
  if (holder !== null && !Object.hasOwn(holder, meant)) holder[meant] = holder[path.at(-1) ?? ''];
}

/**
 * Takes a value away and leaves its key, or the key that was meant, without a value: what is written
 * wrongly is not also missing. A field of a source goes as a whole, because what is left of it would have
 * another type.
 */
function blank(root: Raw, path: YamlPath, meant: string | null): void {
  const ofField = path[0] === 'sources' && path[2] === 'fields' && path.length > 4;
  const at = ofField ? path.slice(0, 4) : path;
  const holder = holderOf(root, at);
  const last = at.at(-1);
  if (holder === null || last === undefined) return;
  if (meant !== null && !ofField) delete holder[last];
  const key = meant === null || ofField ? last : meant;
  if (meant === null || ofField || !Object.hasOwn(holder, key)) holder[key] = undefined;
}

function notAnAgreement(value: unknown, source: SourceMap): Diagnostic {
  const message = value === null ? t`The file is empty` : t`The file is not an agreement: it holds no keys`;
  const help = t`begin with "sla: 1" and "id: acme-demand", or give the path of an agreement`;
  return { rule: 'not-an-agreement', severity: 'error', message, help, place: source.place([]), fatal: true };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [from, to] = [a.place?.start, b.place?.start];
  if (a.place && b.place && a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}
