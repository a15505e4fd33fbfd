import { language } from './index.ts';

const formats = new Map<string, Intl.ListFormat>();

/** All of them: `A and B`, `A, B and C`, `A, B et C`. */
export function allOf(names: readonly string[]): string {
  return listed(names, 'conjunction');
}

/** Any of them: `A or B`, `A, B or C`, `A, B ou C`. */
export function anyOf(names: readonly string[]): string {
  return listed(names, 'disjunction');
}

function listed(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
  const key = `${language()} ${type}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.ListFormat(language() === 'en' ? 'en-GB' : language(), { type });
    formats.set(key, made);
  }
  return made.format(names);
}
