import { kindOf } from '../kinds/index.ts';
import { compareTerms, filter, number, shape, type Term, wording } from '../kinds/terms.ts';
import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { ChangeValue, TermChange } from '../model/change.ts';
import { canonical, differences, type Meaning, shortDigest } from './canonical.ts';
import { seenThrough } from './ceiling.ts';
import { type Dependencies, dependenciesOf } from './dependencies.ts';
import {
  dayOrNull,
  drawnUpMeant,
  type FileDigests,
  meaningOf,
  measureMeaning,
  percentText,
} from './meaning.ts';
import { compareSegments } from './segments.ts';
import { stepsClass, stepsSince } from './steps.ts';
import { compareTargets, targetsOfPeriods } from './target.ts';
import { namingOf } from './term-words.ts';
import { at, type Path, unclaimed } from './unclaimed.ts';

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
    ...compareStated(before.promise, after.promise),
    ...unknownTerms(before.promise, after.promise),
  ];
  return [
    ...stated.map((change) => sameByAnotherName(change, old, now)),
    ...traced(old, now, dayOrNull(after.agreement.effective.from)),
  ];
}

const compareStated = (before: PromiseDef, after: PromiseDef): readonly TermChange[] =>
  [
    ...compareTerms(TERMS, before, after),
    ...targetsOfPeriods(before.target, after.target),
    ...compareMeasures(before, after),
    ...compareSegments(before, after),
  ].map((change) => bookedElsewhere(change, before, after));

/**
 * No terms: who a promise is between, which decides which two are compared, where it came from, and how its
 * target is spelt.
 */
const NO_TERMS: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'owedBy',
  'owedTo',
  'sharedBy',
  'formerly',
  // Whose rows its cases are follows from its stages.
  'population',
  'target.text',
]);

/** Terms that no comparer knows: nobody can tell what they do. */
function unknownTerms(before: PromiseDef, after: PromiseDef): readonly TermChange[] {
  return unclaimed(before, after, compareStated).flatMap((path): TermChange[] => {
    // What single periods owe is compared by what it comes to, period by period.
    if (NO_TERMS.has(path.join('.')) || isOfPeriods(path)) return [];
    const [from, to] = [before, after].map((one) => meaningOf(at(one, path) ?? null));
    return [{ rule: path.join('.'), class: 'open', from: shortValue(from), to: shortValue(to) }];
  });
}

const isOfPeriods = ([first, second]: Path): boolean => first === 'target' && second === 'periods';

const shortValue = (value: Meaning | undefined): ChangeValue =>
  typeof value === 'object' && value !== null ? shortDigest(value) : (value ?? null);

/** Where a case is counted in the period of its due date, another limit moves it into another period. */
function bookedElsewhere(change: TermChange, before: PromiseDef, after: PromiseDef): TermChange {
  const byDue = before.bookBy === 'due' || after.bookBy === 'due';
  const limits = /(^|\.)within$|^segments\./.test(change.rule);
  return byDue && limits && change.class !== 'editorial' ? { ...change, class: 'open' } : change;
}

/** One more excuse is weaker for those to whom the promise is owed, one less stronger. Their order says nothing. */
const excuses: Term<PromiseDef> = ({ excusedBy: before = [] }, { excusedBy: after = [] }) => {
  const [more, less] = [after.some((id) => !before.includes(id)), before.some((id) => !after.includes(id))];
  if (!more && !less) return null;
  const told = (ids: readonly string[]) => (ids.length === 0 ? null : [...ids].sort().join(', '));
  const found = more && less ? 'open' : more ? 'weakened' : 'tightened';
  return { rule: 'excused_by', class: found, from: told(before), to: told(after) };
};

const TERMS: readonly Term<PromiseDef>[] = [
  // Without a title of its own a promise is shown by its id.
  wording('title', ({ id, title }) => (title === id ? null : title)),
  wording('promise', ({ promise }) => promise),
  wording('drawn_up', ({ drawnUp }) => (drawnUp === undefined ? null : drawnUpMeant(drawnUp))),
  ({ target: from }, { target: to }) => compareTargets(from, to),
  filter('where', ({ where }) => where),
  shape('part_of', ({ partOf }) => partOf ?? null),
  // Whether there is a verdict at all: without one nobody is missed and nobody is met.
  shape('min_cases', ({ minCases }) => minCases),
  shape('max_unknown', ({ maxUnknown }) => percentText(maxUnknown)),
  excuses,
  number('at_risk', ({ atRisk }) => atRisk, 'higher', percentText),
  shape('book_by', ({ bookBy }) => bookBy),
];

function compareMeasures(before: PromiseDef, after: PromiseDef): readonly TermChange[] {
  const [a, b] = [before.measure, after.measure];
  if (a.kind !== b.kind) {
    const [from, to] = [measureMeaning(a), measureMeaning(b)];
    return [
      {
        rule: 'measure',
        class: 'open',
        from: a.kind,
        to: b.kind,
        details: differences(from, to, namingOf('measure')),
      },
    ];
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
function traced(old: Dependencies, now: Dependencies, from: string | null): readonly TermChange[] {
  return [...old].flatMap(([rule, before]): TermChange[] => {
    const after = now.get(rule);
    if (after === undefined || canonical(before) === canonical(after)) return [];
    const isOfSteps = rule === 'steps';
    return [
      {
        rule,
        class: isOfSteps ? stepsClass(before, after, from) : 'open',
        from: typeof before === 'string' ? before : shortDigest(before),
        to: typeof after === 'string' ? after : shortDigest(after),
        details: differences(before, after, namingOf(rule)),
        ...(isOfSteps ? stepsSince(before, after) : {}),
      },
    ];
  });
}
