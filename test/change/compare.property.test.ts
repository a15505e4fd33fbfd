import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareVersions, type Version } from '../../src/change/compare.ts';
import type { AttemptsMeasure } from '../../src/kinds/attempts.ts';
import type { ResponseMeasure } from '../../src/kinds/response.ts';
import type { PromiseDef, Segment, Target } from '../../src/model/agreement.ts';
import type { Change } from '../../src/model/change.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Measure } from '../../src/model/measure.ts';
import type { Duration } from '../../src/model/time.ts';
import { firstEditedWorld, pairs } from '../effort.ts';
import { AGREEMENT, version } from './agreements.ts';

/** Terms at random, from so few values that equal, weaker, stronger and incomparable ones all come up often. */

const duration: fc.Arbitrary<Duration> = fc
  .oneof(
    fc.record({
      unit: fc.constant('elapsed' as const),
      micros: fc.integer({ min: 1, max: 4 }).map((n) => n * 1.8e9),
    }),
    fc.record({
      unit: fc.constant('business-time' as const),
      micros: fc.integer({ min: 1, max: 6 }).map((n) => n * 1.8e9),
    }),
    fc.record({ unit: fc.constant('business-days' as const), days: fc.integer({ min: 1, max: 4 }) }),
  )
  .map((each) => ({ ...each, text: 'as written' }));

const condition: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { op: 'in', field: 'country', values: ['FR', 'BE'] },
  { op: 'in', field: 'country', values: ['BE', 'FR'] },
  { op: 'compare', field: 'size', cmp: '>=', value: 500 },
  { op: 'profile' },
);

const calendar = fc.constantFrom('office', 'hotline');

const response: fc.Arbitrary<ResponseMeasure> = fc.record({
  kind: fc.constant('response' as const),
  from: fc.constant('qualified'),
  to: fc.constantFrom('contacted', 'answered'),
  within: duration,
  calendar,
  splitAt: fc.constantFrom(null, 'contacted'),
});

const attempts: fc.Arbitrary<AttemptsMeasure> = fc.record({
  kind: fc.constant('attempts' as const),
  from: fc.constant('qualified'),
  atLeast: fc.integer({ min: 1, max: 4 }),
  distinctDays: fc.boolean(),
  minGap: fc.option(duration),
  within: duration,
  calendar,
  source: fc.constant('activities'),
  touches: fc.constant(null),
  until: fc.constantFrom(null, 'answered', 'contacted'),
  counter: fc.constant(null),
});

const target: fc.Arbitrary<Target> = fc.record({
  cmp: fc.constantFrom('>=' as const, '>=' as const, '<=' as const),
  value: fc.constantFrom(0.5, 0.9, 0.95),
  of: fc.constant('rate' as const),
  unit: fc.constant(null),
  per: fc.constant(null),
  text: fc.constant('as written'),
});

const segment: fc.Arbitrary<Segment> = fc.record({
  id: fc.constantFrom('small', 'large', 'french'),
  where: condition,
  within: fc.option(duration),
  calendar: fc.option(calendar),
  atLeast: fc.constant(null),
});

const terms = (measure: fc.Arbitrary<Measure>) =>
  fc.record({
    measure,
    target,
    where: fc.option(condition),
    segments: fc.uniqueArray(segment, { maxLength: 3, selector: ({ id }) => id }),
    minCases: fc.integer({ min: 1, max: 3 }),
    maxUnknown: fc.constantFrom(0, 0.05, 0.1),
    bookBy: fc.constantFrom('start' as const, 'due' as const),
  });

type Terms = Pick<
  PromiseDef,
  'measure' | 'target' | 'where' | 'segments' | 'minCases' | 'maxUnknown' | 'bookBy'
>;

const any: fc.Arbitrary<Terms> = fc.oneof(terms(response), terms(attempts));

let agreed: Version;
beforeAll(async () => {
  agreed = await version(AGREEMENT);
});

function withTerms(own: Terms): Version {
  const { agreement } = agreed;
  const [first] = agreement.commitments;
  return { ...agreed, agreement: { ...agreement, commitments: first ? [{ ...first, ...own }] : [] } };
}

const changes = (before: Terms, after: Terms): readonly Change[] =>
  compareVersions(withTerms(before), withTerms(after));

const OPPOSITE = {
  weakened: 'tightened',
  tightened: 'weakened',
  added: 'removed',
  removed: 'added',
  open: 'open',
  renamed: 'renamed',
  editorial: 'editorial',
} as const;

const line = ({ rule, class: what, from, to }: Pick<Change, 'rule' | 'class' | 'from' | 'to'>) =>
  JSON.stringify([rule, what, from, to]);

describe('terms at random', () => {
  it('that are equal give nothing, however they are written', () => {
    fc.assert(
      fc.property(any, (one) => {
        const copy = JSON.parse(JSON.stringify(one).replaceAll('as written', 'in other words')) as Terms;
        expect(changes(one, copy)).toEqual([]);
      }),
      { numRuns: pairs, seed: firstEditedWorld },
    );
  });

  it('change there and back in opposite ways', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const back = changes(other, one).map((change) =>
          line({ ...change, class: OPPOSITE[change.class], from: change.to, to: change.from }),
        );
        expect(changes(one, other).map(line).sort()).toEqual([...back].sort());
      }),
      { numRuns: pairs, seed: firstEditedWorld },
    );
  });

  it('that are weakened twice are weakened, and those tightened twice are tightened', () => {
    fc.assert(
      fc.property(terms(attempts), terms(attempts), terms(attempts), (a, b, c) => {
        const classes = (list: readonly Change[]) => new Map(list.map((each) => [each.rule, each.class]));
        const [first, second, both] = [
          classes(changes(a, b)),
          classes(changes(b, c)),
          classes(changes(a, c)),
        ];
        for (const [rule, found] of first) {
          // Segments that come and go are another matter than terms that stay.
          if (rule.startsWith('segments') || (found !== 'weakened' && found !== 'tightened')) continue;
          if (second.get(rule) === found) expect([rule, both.get(rule)]).toEqual([rule, found]);
        }
      }),
      { numRuns: pairs, seed: firstEditedWorld },
    );
  });

  it('name each term once', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const keys = changes(one, other).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: pairs, seed: firstEditedWorld },
    );
  });
});
