import type { PatternUse } from './condition.ts';
import type { Report } from './report.ts';

/**
 * Checks regular expressions against RE2, which has no look-around and no back-references, so that every one of them runs in
 * linear time. The library is loaded only where it is needed: plain alternatives need no check.
 */
export async function checkPatterns(patterns: readonly PatternUse[], report: Report): Promise<void> {
  const doubtful = patterns.filter(({ pattern }) => !isPlain(pattern));
  if (doubtful.length === 0) return;
  const { RE2JS } = await import('re2js');
  for (const { pattern, path } of doubtful) {
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'not RE2';
      const help = /\(\?[=!<]|\\\d/.test(pattern)
        ? 'RE2 has no look-ahead, look-behind or back-reference: write two tests, one under "not"'
        : 'close the brackets, and put a backslash before . ( ) [ ] that are meant literally';
      report('bad-regex', path, `"${pattern}" is not a regular expression (${why})`, help);
    }
  }
}

/** Words, dots, spaces and alternatives, optionally anchored, grouped and case-insensitive: nothing that could be wrong. */
function isPlain(pattern: string): boolean {
  const body = pattern
    .replace(/^\(\?i\)/, '')
    .replace(/^\^/, '')
    .replace(/\$$/, '');
  const word = String.raw`(?:[\p{L}\p{N} _@,;:'"&/%#~=<>!-]|\\[.+*?()|$^\-\[\]])+`;
  const words = `${word}(?:\\|${word})*`;
  return new RegExp(`^(?:${words}|(?:${word})?\\(${words}\\)(?:${word})?)$`, 'u').test(body);
}
