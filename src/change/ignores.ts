import type { Ignored } from '../model/ignored.ts';
import type { HeadChange } from './heads.ts';

/**
 * Comments that silence a rule on a line hide what it finds there, now or later, as the section `lint` does:
 * one that comes is open. One that goes hides nothing, and its reason is a matter of words.
 */
export function compareIgnores(before: readonly Ignored[], after: readonly Ignored[]): readonly HeadChange[] {
  const left = [...before];
  const come = after.flatMap(({ rule, at, reason, path }): readonly HeadChange[] => {
    const index = left.findIndex((old) => old.rule === rule && old.at === at);
    const [old] = index < 0 ? [] : left.splice(index, 1);
    const change = { rule: `ignores.${rule}`, path };
    if (!old) return [{ ...change, class: 'open', from: null, to: at, details: [reason] }];
    if (old.reason === reason) return [];
    return [{ ...change, class: 'editorial', from: old.reason, to: reason }];
  });
  const gone = left.map(
    ({ rule, at }): HeadChange => ({
      rule: `ignores.${rule}`,
      class: 'tightened',
      from: at,
      to: null,
      path: ['lint'],
    }),
  );
  return [...come, ...gone];
}
