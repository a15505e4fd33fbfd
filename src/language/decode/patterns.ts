import { mark, say, t } from '../../messages/index.ts';
import type { PatternUse } from './condition-context.ts';
import type { Report } from './report.ts';

/**
 * Checks regular expressions against RE2, which has no look-around and no back-references, so that every
 * one of them runs in linear time. The library is loaded only where it is needed: plain alternatives need
 * no check.
 */
export async function checkPatterns(patterns: readonly PatternUse[], report: Report): Promise<void> {
  const doubtful = patterns.filter(({ pattern }) => !isPlain(pattern));
  if (doubtful.length === 0) return;
  const { RE2JS } = await import('re2js');
  for (const { pattern, path } of doubtful) {
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      const help = /\(\?[=!<]|\\\d/.test(pattern)
        ? t`RE2 has no look-ahead, look-behind or back-reference: write two tests, one under "not"`
        : t`close the brackets, and put a backslash before . ( ) [ ] that are meant literally`;
      report('bad-regex', path, { message: messageOf(pattern, error), help });
    }
  }
}

/** What RE2 says of a pattern, in its own words. */
const REASONS: ReadonlySet<string> = new Set([
  mark`invalid character class range`,
  mark`invalid escape sequence`,
  mark`invalid named capture`,
  mark`invalid or unsupported Perl syntax`,
  mark`invalid nested repetition operator`,
  mark`invalid repeat count`,
  mark`missing closing ]`,
  mark`missing closing )`,
  mark`missing argument to repetition operator`,
  mark`trailing backslash at end of expression`,
  mark`duplicate capture group name`,
  mark`unexpected )`,
  mark`expression nests too deeply`,
  mark`expression too large`,
]);

/** The piece that is wrong follows the reason: "missing closing ): `(ceo`". */
function messageOf(pattern: string, error: unknown): string {
  const text = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : t`not RE2`;
  const [, reason = text, piece] = /^(.*?)(?:: (`.*`))?$/s.exec(text) ?? [];
  const why = REASONS.has(reason) ? say(reason) : reason;
  return piece === undefined
    ? t`"${pattern}" is not a regular expression (${why})`
    : t`"${pattern}" is not a regular expression (${why}: ${piece})`;
}

/**
 * Words, dots, spaces and alternatives, optionally anchored, grouped and case-insensitive: nothing that
 * could be wrong.
 */
function isPlain(pattern: string): boolean {
  const body = pattern
    .replace(/^\(\?i\)/, '')
    .replace(/^\^/, '')
    .replace(/\$$/, '');
  // The letters of all the world make an expression that takes milliseconds to compile, so only for who
  // writes them.
  const letters = /^[\x20-\x7e]*$/.test(body) ? 'a-zA-Z0-9' : String.raw`\p{L}\p{N}`;
  const word = String.raw`(?:[${letters} _@,;:'"&/%#~=<>!-]|\\[.+*?()|$^\-\[\]])+`;
  const words = `${word}(?:\\|${word})*`;
  return new RegExp(`^(?:${words}|(?:${word})?\\(${words}\\)(?:${word})?)$`, 'u').test(body);
}
