import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { Change, ChangeValue, TermChange } from '../model/change.ts';
import type { Place, YamlPath } from '../model/diagnostic.ts';
import type { Ignored } from '../model/ignored.ts';
import { commitmentsFirst } from '../model/promises.ts';
import { shortDigest } from './canonical.ts';
import { dependenciesOf } from './dependencies.ts';
import { compareHeads, type HeadChange } from './heads.ts';
import { compareIgnores } from './ignores.ts';
import { type FileDigests, promiseMeaning } from './meaning.ts';
import { pathOf, sectionPath } from './place.ts';
import { comparePromises } from './promise.ts';
import { compareReads } from './reads.ts';
import { compareSections } from './sections.ts';

/** An agreement with what is needed to point into its text. */
export interface Version {
  readonly agreement: Agreement;
  /** As shown to the reader. */
  readonly file: string;
  readonly place: (path: YamlPath, on?: 'key' | 'value') => Place;
  /** Of the files of holidays that its calendars name. */
  readonly digests?: FileDigests;
  /** Its comments that silence a rule. */
  readonly ignores?: readonly Ignored[];
}

/**
 * Two versions of one agreement as classified changes: its head, what its promises rest on and nobody
 * traced to one, then its promises as the head orders them, then what is gone.
 */
export function compareVersions(base: Version, head: Version): readonly Change[] {
  const pairs = pairPromises(base.agreement, head.agreement);
  const formerly = new Map(
    pairs.flatMap(({ before, after }) => (before && after ? [[after.id, before.id]] : [])),
  );
  const promises = pairs.flatMap(({ before, after }) => {
    if (before && after) return matched(before, partOfFormer(after, formerly), base, head);
    if (after) return [whole('added', after, head, 'head')];
    return before ? [whole('removed', before, base, 'base')] : [];
  });
  const traced = new Set(promises.map(({ rule }) => rule));
  const sections = [...compareReads(base, head), ...compareSections(base, head, traced)].map((change) => ({
    ...change,
    path: sectionPath(change.rule, head.agreement),
  }));
  const ignores = compareIgnores(base.ignores ?? [], head.ignores ?? []);
  const named = { ...head.agreement, ...prioritiesOf(head.agreement, formerly) };
  const heads = [...compareHeads(base.agreement, named), ...ignores, ...sections];
  return [...heads.map((change) => ofAgreement(change, base, head)), ...promises];
}

/** By the ids of the promises: those that they had before. */
type FormerIds = ReadonlyMap<string, string>;

/** What names a promise of another id names the same promise. */
const prioritiesOf = ({ priorities }: Agreement, formerly: FormerIds): Pick<Agreement, 'priorities'> =>
  priorities === undefined ? {} : { priorities: priorities.map((id) => formerly.get(id) ?? id) };

function partOfFormer(promise: PromiseDef, formerly: FormerIds): PromiseDef {
  const whole = promise.partOf === undefined ? undefined : formerly.get(promise.partOf);
  return whole === undefined || whole === promise.partOf ? promise : { ...promise, partOf: whole };
}

/** A change that concerns every promise, or the one that it is about. */
export function ofAgreement(
  { path, about: one, ...change }: HeadChange,
  base: Version,
  head: Version,
): Change {
  const promises = commitmentsFirst(base.agreement);
  const meant = promises.filter(({ id }) => id === one);
  const all = (of: (promise: PromiseDef) => readonly string[]): readonly string[] =>
    [...new Set((meant.length > 0 ? meant : promises).flatMap(of))].sort();
  return {
    ...change,
    ...about(head.agreement, null, change.rule),
    owedBy: all(meant.length > 0 ? owedByOf : partiesOf),
    protects: all(meant.length > 0 ? protectsOf : partiesOf),
    place: head.place(path),
    side: 'head',
    settled: null,
    bound: { before: digestOrNull(change.from), after: digestOrNull(change.to) },
  };
}

const digestOrNull = (value: ChangeValue): string | null => (value === null ? null : shortDigest(value));

/** All that a promise means, with what it rests on. */
const boundOf = (promise: PromiseDef, { agreement, digests }: Version): string =>
  shortDigest([promiseMeaning(promise), Object.fromEntries(dependenciesOf(promise, agreement, digests))]);

/** All that an agreement promises, with what that rests on. */
export const agreementDigest = (version: Version): string =>
  shortDigest(commitmentsFirst(version.agreement).map((promise) => [promise.id, boundOf(promise, version)]));

/** Every promise of an agreement that has no counterpart. */
export function wholeAgreement(kind: 'added' | 'removed', version: Version): readonly Change[] {
  return commitmentsFirst(version.agreement).map((promise) =>
    whole(kind, promise, version, kind === 'added' ? 'head' : 'base'),
  );
}

interface Pair {
  readonly before: PromiseDef | null;
  readonly after: PromiseDef | null;
}

/**
 * By id, then by `formerly`. A promise that is owed by others, or to others, is another promise: one goes,
 * and one comes.
 */
function pairPromises(base: Agreement, head: Agreement): readonly Pair[] {
  const [old, now] = [commitmentsFirst(base), commitmentsFirst(head)];
  const taken = new Set<PromiseDef>();
  const match = (after: PromiseDef, id: string | null): PromiseDef | null => {
    const found = old.find((before) => before.id === id && !taken.has(before) && sameParties(before, after));
    if (found) taken.add(found);
    return found ?? null;
  };
  const byId = new Map(now.map((after) => [after, match(after, after.id)]));
  const pairs = now.map((after) => {
    const before = byId.get(after) ?? null;
    const renamed = before === null && !now.some(({ id }) => id === after.formerly);
    return { after, before: renamed ? match(after, after.formerly) : before };
  });
  return [...pairs, ...old.filter((before) => !taken.has(before)).map((before) => ({ before, after: null }))];
}

const sameParties = (a: PromiseDef, b: PromiseDef): boolean =>
  a.kind === b.kind &&
  owedByOf(a).join() === owedByOf(b).join() &&
  protectsOf(a).join() === protectsOf(b).join();

const owedByOf = ({ owedBy, sharedBy }: PromiseDef): readonly string[] =>
  owedBy === null ? [...sharedBy].sort() : [owedBy];

/** An objective protects all who share it. */
const protectsOf = ({ owedTo, sharedBy }: PromiseDef): readonly string[] =>
  owedTo === null ? [...sharedBy].sort() : [owedTo];

const partiesOf = (promise: PromiseDef): readonly string[] => [...owedByOf(promise), ...protectsOf(promise)];

function matched(before: PromiseDef, after: PromiseDef, base: Version, head: Version): readonly Change[] {
  const renamed: TermChange[] =
    before.id === after.id ? [] : [{ rule: 'id', class: 'renamed', from: before.id, to: after.id }];
  const terms = comparePromises({ promise: before, ...base }, { promise: after, ...head });
  const all = [...renamed, ...terms];
  const bound = all.length === 0 ? null : { before: boundOf(before, base), after: boundOf(after, head) };
  return all.map((change) => ({
    ...change,
    ...about(head.agreement, after, change.rule),
    owedBy: owedByOf(before),
    protects: protectsOf(before),
    place: head.place(pathOf(change.rule, after, head.agreement)),
    side: 'head',
    settled: null,
    bound: bound ?? { before: null, after: null },
  }));
}

function whole(
  found: 'added' | 'removed',
  promise: PromiseDef,
  version: Version,
  side: 'base' | 'head',
): Change {
  const terms = shortDigest(promiseMeaning(promise));
  const bound = boundOf(promise, version);
  return {
    rule: promise.kind,
    class: found,
    from: found === 'added' ? null : terms,
    to: found === 'added' ? terms : null,
    ...about(version.agreement, promise, promise.kind),
    owedBy: owedByOf(promise),
    protects: protectsOf(promise),
    place: version.place([...promise.path, 'id']),
    side,
    settled: null,
    bound: found === 'added' ? { before: null, after: bound } : { before: bound, after: null },
  };
}

/** A promise of a version, with whom it binds. */
export const aboutPromise = (agreement: Agreement, promise: PromiseDef, rule: string) => ({
  ...about(agreement, promise, rule),
  owedBy: owedByOf(promise),
  protects: protectsOf(promise),
});

function about(
  { id: agreement, title }: Agreement,
  promise: PromiseDef | null,
  rule: string,
): Pick<Change, 'key' | 'agreement' | 'promise' | 'kind' | 'title'> {
  return {
    key: `${agreement}:${promise?.id ?? ''}/${rule}`,
    agreement,
    promise: promise?.id ?? null,
    kind: promise?.kind ?? 'agreement',
    title: promise?.title ?? title,
  };
}
