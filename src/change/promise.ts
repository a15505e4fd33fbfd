import { kindOf } from '../kinds/index.ts';
import { compareTerms, filter, number, shape, type Term, wording } from '../kinds/terms.ts';
import type { Agreement, PromiseDef, Target } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import { canonical, differences, shortDigest } from './canonical.ts';
import { seenThrough } from './ceiling.ts';
import { type Dependencies, dependenciesOf } from './dependencies.ts';
import { type FileDigests, measureMeaning, percentText, targetMeant } from './meaning.ts';
import { compareSegments } from './segments.ts';

/** A promise in the agreement that holds it. */
export interface Held {
  readonly promise: PromiseDef;
  readonly agreement: Agreement;
  readonly digests?: FileDigests;
}

/** The terms in which two versions of a promise differ, and what they rest on. */
export function comparePromises(before: Held, after: Held): readonly TermChange[] {
  const [old, now] = [
    dependenciesOf(before.promise, before.agreement, before.digests),
    dependenciesOf(after.promise, after.agreement, after.digests),
  ];
  const stated = [
    ...compareTerms(TERMS, before.promise, after.promise),
    ...compareMeasures(before.promise, after.promise),
    ...compareSegments(before.promise, after.promise),
  ];
  return [...stated.map((change) => sameByAnotherName(change, old, now)), ...traced(old, now)];
}

const TERMS: readonly Term<PromiseDef>[] = [
  // Without a title of its own a promise is shown by its id.
  wording('title', ({ id, title }) => (title === id ? null : title)),
  wording('promise', ({ promise }) => promise),
  target,
  filter('where', ({ where }) => where),
  number('min_cases', ({ minCases }) => minCases, 'higher'),
  number('max_unknown', ({ maxUnknown }) => maxUnknown, 'higher', percentText),
  number('at_risk', ({ atRisk }) => atRisk, 'higher', percentText),
  shape('book_by', ({ bookBy }) => bookBy),
];

/** A lower floor or a higher ceiling is weaker; another unit or another period can't be compared. */
function target(before: PromiseDef, after: PromiseDef): TermChange | null {
  const [a, b] = [before.target, after.target];
  const [from, to] = [targetMeant(a), targetMeant(b)];
  if (from === to) return null;
  const lower = b.value < a.value;
  const weaker = a.cmp === '>=' ? lower : !lower;
  return {
    rule: 'target',
    class: !sameScale(a, b) ? 'reshaped' : weaker ? 'weakened' : 'tightened',
    from,
    to,
  };
}

const sameScale = (a: Target, b: Target): boolean =>
  a.cmp === b.cmp && a.of === b.of && a.unit === b.unit && a.per === b.per && a.value !== b.value;

function compareMeasures(before: PromiseDef, after: PromiseDef): readonly TermChange[] {
  const [a, b] = [before.measure, after.measure];
  if (a.kind !== b.kind) {
    const [from, to] = [measureMeaning(a), measureMeaning(b)];
    return [{ rule: 'measure', class: 'reshaped', from: a.kind, to: b.kind, details: differences(from, to) }];
  }
  return kindOf(a.kind)
    .compare(a, b)
    .map((change) => seenThrough(before.target, after.target, change));
}

/** A calendar or a stage of another name and of the same meaning is a matter of words. */
function sameByAnotherName(change: TermChange, old: Dependencies, now: Dependencies): TermChange {
  if (change.names === undefined || change.from === null || change.to === null) return change;
  const [a, b] = [old.get(`${change.names}s.${change.from}`), now.get(`${change.names}s.${change.to}`)];
  if (a === undefined || b === undefined || canonical(a) !== canonical(b)) return change;
  return { ...change, class: 'editorial' };
}

/** What both versions name and define differently: nobody can tell from the text what that does to a case. */
function traced(old: Dependencies, now: Dependencies): readonly TermChange[] {
  return [...old].flatMap(([rule, before]): TermChange[] => {
    const after = now.get(rule);
    if (after === undefined || canonical(before) === canonical(after)) return [];
    return [
      {
        rule,
        class: 'reshaped',
        from: typeof before === 'string' ? before : shortDigest(before),
        to: typeof after === 'string' ? after : shortDigest(after),
        details: differences(before, after),
      },
    ];
  });
}
