import type { Condition } from '../../model/condition.ts';

/** A test that is not made of others, or its negation. */
export interface Literal {
  readonly test: Exclude<Condition, { readonly op: 'all' | 'any' | 'not' | 'profile' }>;
  readonly holds: boolean;
}

/** More ways than this for a condition to hold are not followed up, nor longer ones. */
const MOST_WAYS = 256;
const LONGEST_WAY = 256;

/**
 * The ways in which a condition can hold, each a list of literals that hold together; `impossible` drops a
 * way as soon as it is seen to be none. Null where there are too many ways to say.
 */
export function ways(
  condition: Condition,
  profile: Condition,
  impossible: (way: readonly Literal[]) => boolean,
): readonly (readonly Literal[])[] | null {
  const visit = (part: Condition, holds: boolean): readonly (readonly Literal[])[] | null => {
    switch (part.op) {
      case 'not':
        return visit(part.of, !holds);
      case 'profile':
        return visit(profile, holds);
      case 'all':
      case 'any':
        return (part.op === 'all') === holds ? every(part.of, holds) : some(part.of, holds);
      default:
        return [[{ test: part, holds }]];
    }
  };
  const some = (parts: readonly Condition[], holds: boolean): readonly (readonly Literal[])[] | null => {
    const found: (readonly Literal[])[] = [];
    for (const part of parts) {
      const own = visit(part, holds);
      if (own === null || found.length + own.length > MOST_WAYS) return null;
      found.push(...own);
    }
    return found;
  };
  const every = (parts: readonly Condition[], holds: boolean): readonly (readonly Literal[])[] | null => {
    let found: readonly (readonly Literal[])[] = [[]];
    for (const part of parts) {
      const own = visit(part, holds);
      if (own === null || found.length * own.length > MOST_WAYS * 4) return null;
      found = found.flatMap((way) =>
        own.map((more) => [...way, ...more]).filter((joined) => !impossible(joined)),
      );
      if (found.length > MOST_WAYS || found.some((way) => way.length > LONGEST_WAY)) return null;
    }
    return found;
  };
  return visit(condition, true);
}
