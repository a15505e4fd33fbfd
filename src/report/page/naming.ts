import type { Compliance } from '../../model/compliance.ts';
import type { Naming } from '../names.ts';
import { shortName, yearOf } from './periods.ts';
import { nameOf } from './sentences.ts';

/** Names for who has never typed a command: promises as words, months as people write them. */
export function namingOf({ results }: Pick<Compliance, 'results'>): Naming {
  return {
    promise: (id) => {
      const newest = results.findLast((result) => result.id === id);
      return newest === undefined ? id : nameOf(newest);
    },
    period: (label) => {
      const [short, year] = [shortName(label), yearOf(label)];
      return short === label ? label : `${short} ${year}`;
    },
  };
}
