import { mark, t } from '../../messages/index.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { profileOf, prover } from '../logic/contradiction.ts';
import type { Rule } from './rule.ts';

/** A profile that no lead can have makes each promise about it a promise about nothing. */
export const unreachableProfile: Rule = {
  id: 'unreachable-profile',
  severity: 'error',
  law: mark`What the profile must be does not contradict itself, nor what it must not be.`,
  good: `
profile:
  must: { country: [FR, BE], size: 50..1000 }
  must_not: { size: "> 800" }
`,
  bad: `
profile:
  must: { country: [FR, BE], size: 50..1000 }
  must_not: { size: ">= 50" }
`,
  check(agreement) {
    const { profile } = agreement;
    const never = prover(agreement);
    if (profile === null || !never([profileOf(profile)])) return [];
    const { must, mustNot } = profile;
    const path: YamlPath = never([must])
      ? ['profile', 'must']
      : mustNot === null
        ? ['profile']
        : ['profile', 'must_not', ...guilty(mustNot, (part) => never([must, { op: 'not', of: part }]))];
    return [
      {
        message: t`No lead can be in this profile: its conditions contradict each other`,
        help: t`change one of the conditions on the same field`,
        path,
        on: 'key' as const,
      },
    ];
  },
};

/** The field of the one condition that is enough for the contradiction; nothing where it takes several. */
function guilty(mustNot: Condition, enough: (part: Condition) => boolean): YamlPath {
  const parts = mustNot.op === 'any' ? mustNot.of : [mustNot];
  const part = parts.find(enough);
  return part !== undefined && 'field' in part ? [part.field] : [];
}
