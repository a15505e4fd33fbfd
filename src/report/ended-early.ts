import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { EndedEarly, Result } from '../model/compliance.ts';

/** How many ends are told one by one to people: the others are in JSON and CSV. */
const MOST = 6;

/** `Accepted 41, Refused / No budget 7, others 3`: how early ends divide, by the words that they rest on. */
export function endsText(ends: readonly EndedEarly[]): string {
  const shown = ends.slice(0, MOST).filter(({ words }) => words !== null);
  const rest = ends.slice(shown.length).reduce((sum, { cases }) => sum + cases, 0);
  const told = shown.map(({ words, cases }) => `${wordsText(words ?? {})} ${whole(cases)}`);
  return [...told, ...(rest > 0 ? [t`others ${whole(rest)}`] : [])].join(', ');
}

/** The ends of several results, those of the same words as one; the most frequent first, the rest last. */
export function endsTogether(results: readonly Pick<Result, 'endedEarly'>[]): readonly EndedEarly[] {
  const sums = new Map<string, EndedEarly>();
  for (const { words, cases } of results.flatMap(({ endedEarly }) => endedEarly)) {
    const key = JSON.stringify(words);
    sums.set(key, { words, cases: (sums.get(key)?.cases ?? 0) + cases });
  }
  const isRest = ({ words }: EndedEarly) => Number(words === null);
  return [...sums.values()].sort((a, b) => isRest(a) - isRest(b) || b.cases - a.cases);
}

function wordsText(words: Readonly<Record<string, string | null>>): string {
  const found = Object.values(words).filter((word) => word !== null);
  return found.length === 0 ? t`(blank)` : found.join(' / ');
}
