import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { Change } from '../model/change.ts';
import { canonical, differences, shortDigest } from './canonical.ts';
import { aboutPromise, type Version } from './compare.ts';
import { excuseMeaning, promiseMeaning } from './meaning.ts';

/**
 * A promise excuses those of other versions too that name it: a lead that came to the one side under the old
 * terms may be late at the other under the new. What changes here is open there, as it is in one version, and
 * is told once of each promise.
 */
export function excusedElsewhere(
  base: Version,
  head: Version,
  others: readonly Version[],
  told: readonly Change[],
): readonly Change[] {
  const changed = head.agreement.commitments.flatMap((now) => {
    const old = named(now.id, base.agreement);
    const [before, after] = [old === undefined ? null : excuseMeaning(old), excuseMeaning(now)];
    return canonical(before) === canonical(after) ? [] : [{ now, before, after }];
  });
  const known = new Set(told.map(keyOf));
  return others.flatMap((other) =>
    other.agreement.commitments.flatMap((promise) =>
      changed.flatMap(({ now, before, after }): readonly Change[] => {
        const change: Change = {
          rule: `excuses.${now.id}`,
          class: 'open',
          from: before === null ? null : shortDigest(before),
          to: shortDigest(after),
          details: before === null ? [] : differences(before, after),
          ...aboutPromise(other.agreement, promise, `excuses.${now.id}`),
          place: head.place([...now.path, 'id']),
          side: 'head',
          settled: null,
          bound: {
            before: shortDigest([promiseMeaning(promise), before]),
            after: shortDigest([promiseMeaning(promise), after]),
          },
        };
        const all = [head, ...others].map(({ agreement }) => agreement);
        if (known.has(keyOf(change)) || !restsOn(promise, now.id, all)) return [];
        known.add(keyOf(change));
        return [change];
      }),
    ),
  );
}

const keyOf = ({ promise, rule }: Change): string => JSON.stringify([promise, rule]);

const named = (id: string, { commitments }: Agreement): PromiseDef | undefined =>
  commitments.find((promise) => promise.id === id);

/** Whether it names the other one, or what it names does: each as any version says. */
function restsOn(
  { excusedBy = [] }: PromiseDef,
  id: string,
  all: readonly Agreement[],
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return excusedBy.some((each) => {
    if (each === id) return true;
    if (seen.has(each)) return false;
    return all.some((agreement) => {
      const next = named(each, agreement);
      return next !== undefined && restsOn(next, id, all, new Set([...seen, each]));
    });
  });
}
