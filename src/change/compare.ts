import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { Change, TermChange } from '../model/change.ts';
import type { Place, YamlPath } from '../model/diagnostic.ts';
import { commitmentsFirst } from '../model/promises.ts';
import { shortDigest } from './canonical.ts';
import { compareHeads } from './heads.ts';
import { type FileDigests, promiseMeaning } from './meaning.ts';
import { pathOf } from './place.ts';
import { comparePromises } from './promise.ts';

/** An agreement with what is needed to point into its text. */
export interface Version {
  readonly agreement: Agreement;
  /** As shown to the reader. */
  readonly file: string;
  readonly place: (path: YamlPath, on?: 'key' | 'value') => Place;
  /** Of the files of holidays that its calendars name. */
  readonly digests?: FileDigests;
}

/**
 * Two versions of one agreement as classified changes: its head, then its promises as the head orders them,
 * then what is gone.
 */
export function compareVersions(base: Version, head: Version, succeeded: boolean): readonly Change[] {
  const pairs = pairPromises(base.agreement, head.agreement);
  const promises = commitmentsFirst(base.agreement);
  const all = (of: (promise: PromiseDef) => readonly string[], about?: string): readonly string[] => {
    const meant = promises.filter(({ id }) => id === about);
    return [...new Set((meant.length > 0 ? meant : promises).flatMap(of))].sort();
  };
  return [
    ...compareHeads(base.agreement, head.agreement, succeeded).map(({ path, about: one, ...change }) => ({
      ...change,
      ...about(head.agreement, null, change.rule),
      owedBy: all(one === undefined ? partiesOf : owedByOf, one),
      protects: all(one === undefined ? partiesOf : protectsOf, one),
      place: head.place(path),
      side: 'head' as const,
      settled: null,
    })),
    ...pairs.flatMap(({ before, after }) => {
      if (before && after) return matched(before, after, base, head);
      if (after) return [whole('added', after, head, 'head')];
      return before ? [whole('removed', before, base, 'base')] : [];
    }),
  ];
}

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
  return [...renamed, ...terms].map((change) => ({
    ...change,
    ...about(head.agreement, after, change.rule),
    owedBy: owedByOf(before),
    protects: protectsOf(before),
    place: head.place(pathOf(change.rule, after, head.agreement)),
    side: 'head',
    settled: null,
  }));
}

function whole(
  found: 'added' | 'removed',
  promise: PromiseDef,
  version: Version,
  side: 'base' | 'head',
): Change {
  const terms = shortDigest(promiseMeaning(promise));
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
  };
}

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
