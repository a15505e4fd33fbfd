import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { didYouMean } from '../../messages/nearest.ts';

/** What an option names by its id, and what people see of it: a title, a header; by its id alone where nothing else is seen. */
export interface Nameable {
  readonly id: string;
  readonly title?: string;
}

/** As it is read: without case, accents and the signs between words. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The id that was typed, or the only one whose title or words were; null where that is none, or not one alone. */
export function idMeant(typed: string, all: readonly Nameable[]): string | null {
  if (all.some(({ id }) => id === typed)) return typed;
  const ids = idsOf(typed, all);
  const [only = null] = ids;
  return ids.size === 1 ? only : null;
}

/** All whose id or title reads like what was typed. */
function idsOf(typed: string, all: readonly Nameable[]): ReadonlySet<string> {
  const wanted = fold(typed);
  const found = all.filter(({ id, title = id }) => fold(id) === wanted || fold(title) === wanted);
  return new Set(wanted === '' ? [] : found.map(({ id }) => id));
}

/** Those of which what was typed is the title, where it is that of several. */
export function idsSharing(typed: string, all: readonly Nameable[]): readonly string[] {
  const ids = all.some(({ id }) => id === typed) ? new Set<string>() : idsOf(typed, all);
  return ids.size > 1 ? [...ids] : [];
}

/** `volume and first-contact ("First contact")`, each once, and which was probably meant; none of several that it is the title of. */
export function namesFor(typed: string, all: readonly Nameable[]): string {
  const titles = new Map<string, Set<string>>();
  for (const { id, title = id } of all) titles.set(id, (titles.get(id) ?? new Set()).add(title));
  const named = [...titles].map(([id, own]) => {
    const others = [...own].filter((title) => title !== id).map((title) => t`"${title}"`);
    return others.length === 0 ? id : `${id} (${others.join(', ')})`;
  });
  if (idsOf(typed, all).size > 1) return allOf(named);
  const near = didYouMean(
    typed,
    [...titles].map(([name, own]) => ({ name, also: [...own] })),
  );
  return `${allOf(named)}${near}`;
}
