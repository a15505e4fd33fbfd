import { mark, t } from '../../messages/index.ts';
import { didYouMean } from '../../messages/nearest.ts';
import { alikeText } from '../../model/alike.ts';
import { wordsAsked } from '../logic/words.ts';
import type { Rule } from './rule.ts';

/** Agreed words that a help lists. */
const SHOWN = 20;

/** A test for a word that nobody is to write holds for no lead, or for those that were written wrong. */
export const unagreedWord: Rule = {
  id: 'unagreed-word',
  severity: 'warning',
  law: mark`A condition asks a field with agreed words for one of them.`,
  good: `
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: { column: Country, values: [FR, BE, CH] }
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
profile:
  must: { country: [FR, BE], size: 50..1000 }
`,
  bad: `
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: { column: Country, values: [France, Belgium, Switzerland] }
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
profile:
  must: { country: [FR, Belgium], size: 50..1000 }
`,
  check(agreement) {
    const read = (word: string): string => alikeText(word.trim());
    return wordsAsked(agreement)
      .filter(
        ({ word, meant }) =>
          meant.length > 0 && meant.every(({ values }) => values && !values.map(read).includes(read(word))),
      )
      .map(({ field, word, path, meant }) => {
        const agreed = [...new Set(meant.flatMap(({ values }) => values ?? []))];
        const list = agreed.slice(0, SHOWN).join(', ');
        const more = agreed.length > SHOWN ? ' ...' : '';
        return {
          message: t`"${word}" is none of the agreed words of "${field}"`,
          help: `${t`they are ${list}`}${more}${didYouMean(word, agreed)}`,
          path,
        };
      });
  },
};
