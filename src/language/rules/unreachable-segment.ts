import { mark, t } from '../../messages/index.ts';
import type { PromiseDef, Segment } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import { promisesOf } from '../../model/promises.ts';
import { type Prover, prover } from '../logic/contradiction.ts';
import { scopeOf } from '../logic/uses.ts';
import type { Found, Rule } from './rule.ts';

/**
 * Terms that were agreed for some leads apply to none: most often a wider segment stands above a narrower
 * one.
 */
export const unreachableSegment: Rule = {
  id: 'unreachable-segment',
  severity: 'warning',
  law: mark`Each segment can match a lead that no segment above it takes.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
    segments:
      - { id: largest, where: { size: ">= 500" }, within: 1 business hour }
      - { id: large, where: { size: ">= 100" }, within: 2 business hours }
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
    segments:
      - { id: large, where: { size: ">= 100" }, within: 2 business hours }
      - { id: largest, where: { size: ">= 500" }, within: 1 business hour }
`,
  check(agreement) {
    const never = prover(agreement);
    return promisesOf(agreement).flatMap((promise) => {
      const scope = scopeOf(promise, agreement);
      return promise.segments.length === 0 || never(scope)
        ? []
        : promise.segments.flatMap((_, i) => segmentProblem(promise, i, scope, never) ?? []);
    });
  },
};

function segmentProblem(
  promise: PromiseDef,
  i: number,
  scope: readonly (Condition | null)[],
  never: Prover,
): Found | null {
  const segment = promise.segments[i];
  if (segment === undefined) return null;
  const path = [...promise.path, 'segments', i, 'where'];
  const own = [...scope, segment.where];
  if (never(own)) {
    return {
      message: t`The segment "${segment.id}" can never match: it contradicts itself or the scope of "${promise.id}"`,
      help: t`change its condition, or remove it`,
      path,
    };
  }
  const above = promise.segments.slice(0, i);
  const without = (segments: readonly Segment[]) => [
    ...own,
    ...segments.map(({ where }) => ({ op: 'not', of: where }) as const),
  ];
  if (!never(without(above))) return null;
  const one = above.find((other) => never(without([other])));
  return {
    message:
      one === undefined
        ? t`The segment "${segment.id}" can never match: the segments above it take every lead that it could`
        : t`The segment "${segment.id}" can never match: the segment "${one.id}" above it takes every lead that it could`,
    help: one === undefined ? t`move it up, or remove it` : t`move it above "${one.id}", or remove it`,
    path,
  };
}
