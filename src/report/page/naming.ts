import type { Compliance } from '../../model/compliance.ts';
import { IN_WORDS, type Naming, nameOf } from '../names.ts';

/** Names for who has never typed a command: promises by their titles, and as words where they have none. */
export function namingOf({ results }: Pick<Compliance, 'results'>): Naming {
  return {
    ...IN_WORDS,
    promise: (id) => {
      const newest = results.findLast((result) => result.id === id);
      return newest === undefined ? id : nameOf(newest);
    },
  };
}
