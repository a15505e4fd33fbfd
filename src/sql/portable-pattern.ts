/** What all engines read alike: what stands for itself, classes, anchors, choices and greedy repetitions. */
const TOKENS =
  /^(?:[^\\[\](){}*+?.^$|]|\\[^\w\s]|\\d|\[\^?(?:[^\\[\]&]|\\[^\w\s]|\\d)+\]|[.^$|)]|\((?:\?:|(?!\?))|(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})(?![*+?{]))*$/u;

/**
 * A pattern (RE2) as every engine reads it alike; null for one that some engine may read otherwise. Letters of
 * other scripts than ASCII have capitals that not every engine knows.
 */
export function portablePattern(pattern: string): string | null {
  const anyCase = pattern.startsWith('(?i)') ? '(?i)' : '';
  const rest = pattern.slice(anyCase.length);
  if (!TOKENS.test(rest) || (anyCase !== '' && /[^\0-\x7f]/.test(rest))) return null;
  let isClass = false;
  const digits = rest.replace(/\\.|[[\]]/gu, (token) => {
    if (token === '[' || token === ']') isClass = token === '[';
    return token === '\\d' ? (isClass ? '0-9' : '[0-9]') : token;
  });
  return anyCase + digits;
}
