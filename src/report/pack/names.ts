import type { Words } from '../blocks.ts';
import { nameOf } from '../names.ts';
import type { PromiseFacts } from '../page/facts.ts';
import { initial } from '../page/periods.ts';
import { langOf } from '../page/sentences.ts';
import type { PackFacts } from './facts.ts';

/** `M1`, else the id. */
export const codeOf = (id: string, { pack }: Pick<PackFacts, 'pack'>): string => pack.codes[id] ?? id;

/** A promise by its short name. */
export const nameWords = ({ newest }: PromiseFacts, { facts }: Pick<PackFacts, 'facts'>): Words => ({
  text: initial(nameOf(newest)),
  lang: langOf(facts.compliance),
});
