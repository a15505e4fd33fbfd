import { language } from './index.ts';

const formats = new Map<string, Intl.ListFormat>();

/** All of them: `A and B`, `A, B et C`. English repeats the word. */
export function allOf(names: readonly string[]): string {
  return listed(names, 'conjunction', ' and ');
}

/** Any of them: `A or B`, `A, B ou C`. */
export function anyOf(names: readonly string[]): string {
  return listed(names, 'disjunction', ' or ');
}

function listed(names: readonly string[], type: 'conjunction' | 'disjunction', english: string): string {
  if (language() === 'en') return names.join(english);
  const key = `${language()} ${type}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.ListFormat(language(), { type });
    formats.set(key, made);
  }
  return made.format(names);
}
