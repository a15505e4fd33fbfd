import { type Language, languages } from './index.ts';

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((each) => each === text);
}

/**
 * The language of the environment's locale: the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX
 * has it; null where none names a language that we speak, such as `C`.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language | null {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== undefined && each !== '');
  const name = locale?.slice(0, 2).toLowerCase();
  return isLanguage(name) && !/^[a-z]{3}/i.test(locale ?? '') ? name : null;
}

/**
 * What `--lang` asks for, wherever it stands before `--`: read before the command line is parsed, so that
 * its slips are told in it.
 */
export function languageAsked(argv: readonly string[]): string | null {
  const { asked } = splitLanguage(argv);
  const last = asked.at(-1);
  if (last === undefined) return null;
  return last === '--lang' ? '' : last.replace(/^--lang=/, '');
}

/** What was typed without `--lang` and its value, and these. */
export function splitLanguage(argv: readonly string[]): {
  readonly words: readonly string[];
  readonly asked: readonly string[];
} {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const isAsked = argv.map(
    (word, at) =>
      at < end && (word === '--lang' || word.startsWith('--lang=') || (at > 0 && argv[at - 1] === '--lang')),
  );
  return { words: argv.filter((_, at) => !isAsked[at]), asked: argv.filter((_, at) => isAsked[at]) };
}

/**
 * The language that agreements declare at their top, where all that declare one declare the same. Read
 * before they are parsed.
 */
export function languageDeclared(texts: readonly string[]): Language | null {
  const declared = new Set(
    texts.flatMap((text) => /^language:[ \t]*["']?(en|fr)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1] ?? []),
  );
  const [only] = declared;
  return declared.size === 1 && isLanguage(only) ? only : null;
}
