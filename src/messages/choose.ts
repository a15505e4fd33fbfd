import { type Language, languages } from './index.ts';

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((each) => each === text);
}

/**
 * The language of the environment's locale: the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX has it; null where none
 * names a language that we speak, such as `C`.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language | null {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== undefined && each !== '');
  const name = locale?.slice(0, 2).toLowerCase();
  return isLanguage(name) && !/^[a-z]{3}/i.test(locale ?? '') ? name : null;
}

/** What `--lang` asks for, wherever it stands before `--`: read before the command line is parsed, so that its slips are told in it. */
export function languageAsked(argv: readonly string[]): string | null {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[at];
  if (word === undefined) return null;
  return word === '--lang' ? (words[at + 1] ?? '') : word.slice('--lang='.length);
}

/** The language that agreements declare at their top, where all that declare one declare the same. Read before they are parsed. */
export function languageDeclared(texts: readonly string[]): Language | null {
  const declared = new Set(
    texts.flatMap((text) => /^language:[ \t]*["']?(en|fr)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1] ?? []),
  );
  const [only] = declared;
  return declared.size === 1 && isLanguage(only) ? only : null;
}
