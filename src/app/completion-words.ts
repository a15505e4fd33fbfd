import type { Io } from '../model/io.ts';
import { promisesOf } from '../model/promises.ts';
import { loadFamilies } from './agreements/load.ts';
import { ruleCatalogue } from './rules.ts';
import { schemaNames } from './schema.ts';

/** Names that a shell can complete. */
export type WordKind = 'rules' | 'schemas' | 'promises' | 'calendars' | 'fields' | 'sources';

/** What a shell would read as more than a word is not put on anybody's command line. */
const UNQUOTED = /^[\p{L}\p{N}_][\p{L}\p{N}_.=-]*$/u;

/** The words of a kind, sorted; of the agreements under the working directory where the words are theirs. */
export async function wordsOf(kind: WordKind, io: Io): Promise<readonly string[]> {
  if (kind === 'rules') return ruleCatalogue.map(({ id }) => id);
  if (kind === 'schemas') return schemaNames;
  const { families } = await loadFamilies([], io);
  const words = families
    .flatMap(({ versions }) => versions)
    .flatMap(({ agreement }) => {
      if (kind === 'calendars') return Object.keys(agreement.calendars);
      if (kind === 'sources') return Object.keys(agreement.sources).map((name) => `${name}=`);
      if (kind === 'promises') return promisesOf(agreement).map(({ id }) => id);
      return Object.values(agreement.sources).flatMap(({ fields }) => Object.keys(fields));
    });
  return [...new Set(words)].filter((word) => UNQUOTED.test(word)).sort();
}
