import { t } from '../messages/index.ts';
import { FileProblem } from './disk.ts';

/** More names than anybody writes by hand: `{1..100}{1..100}` is a slip. */
const MAX_ALTERNATIVES = 1000;

/** Whether a part of a path has a sign that stands for several names. */
export const isPattern = (text: string): boolean => /[*?]|\[[^\]]/.test(text);

/**
 * What a pattern with braces is short for, in the order of its words: `{may,june}.csv` is two, `{1..3}`
 * three, `{01..12}` twelve of two digits. Braces that hold neither a comma nor two numbers are letters.
 * Throws a FileProblem where these are more than 1,000.
 */
export function alternatives(pattern: string): readonly string[] {
  const braces = firstBraces(pattern);
  if (braces === null) return [pattern];
  const { from, to, words } = braces;
  const tails = alternatives(pattern.slice(to));
  const heads = words.flatMap(alternatives);
  if (heads.length * tails.length > MAX_ALTERNATIVES) throw tooMany(pattern);
  return heads.flatMap((head) => tails.map((tail) => pattern.slice(0, from) + head + tail));
}

interface Braces {
  /** Where the opening brace is, and where what follows the closing one begins. */
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

function firstBraces(pattern: string): Braces | null {
  for (let from = pattern.indexOf('{'); from >= 0; from = pattern.indexOf('{', from + 1)) {
    const to = closing(pattern, from);
    if (to === null) return null;
    const words = wordsOf(pattern.slice(from + 1, to - 1), pattern);
    if (words.length > 1) return { from, to, words };
  }
  return null;
}

/** Behind the brace that closes the one at `from`. */
function closing(pattern: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    if (pattern[at] === '}' && --depth === 0) return at + 1;
  }
  return null;
}

function wordsOf(inside: string, pattern: string): readonly string[] {
  const range = /^(\d{1,9})\.\.(\d{1,9})$/.exec(inside);
  if (range) return numbers(range[1] ?? '', range[2] ?? '', pattern);
  const words = [''];
  let depth = 0;
  for (const sign of inside) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (sign === ',' && depth === 0) words.push('');
    else words.push((words.pop() ?? '') + sign);
  }
  return words;
}

function numbers(first: string, last: string, pattern: string): readonly string[] {
  const [from, to] = [Number(first), Number(last)];
  const count = Math.abs(to - from) + 1;
  if (count > MAX_ALTERNATIVES) throw tooMany(pattern);
  const digits = first.startsWith('0') || last.startsWith('0') ? Math.max(first.length, last.length) : 0;
  return Array.from({ length: count }, (_, i) => String(from + (to < from ? -i : i)).padStart(digits, '0'));
}

const tooMany = (pattern: string): FileProblem =>
  new FileProblem(
    pattern,
    'E2BIG',
    t`"${pattern}" is short for more than ${MAX_ALTERNATIVES} names: use * in place of braces`,
  );

/**
 * Whether a name is one that a part of a pattern stands for, in time that grows with the length of both and
 * no faster: a pattern may come from a pull request. Accents are alike however they are composed.
 */
export async function matcherOf(part: string): Promise<(name: string) => boolean> {
  const pieces = part.normalize('NFC').split('*');
  if (!/[?[]/.test(part)) return (name) => holdsInOrder(name.normalize('NFC'), pieces);
  const source = sourceOf(part.normalize('NFC'));
  // Loaded where a name has other wildcards, which most have not.
  const { RE2JS } = await import('re2js');
  const compiled = RE2JS.compile(source, RE2JS.DOTALL);
  return (name) => compiled.matches(name.normalize('NFC'));
}

/** Whether a text is pieces, the first at its beginning and the last at its end, with anything between them. */
function holdsInOrder(text: string, pieces: readonly string[]): boolean {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return text === first;
  const end = text.length - last.length;
  let at = first.length;
  if (at > end || !text.startsWith(first) || !text.endsWith(last)) return false;
  // The first place is the best one: it leaves the most to the pieces behind it.
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** As a regular expression. A bracket that nothing closes is a letter, as in a shell. */
function sourceOf(part: string): string {
  const tokens = part.matchAll(/\[([!^]?)(\]?[^\]]*)\]|[\s\S]/gu);
  return [...tokens]
    .map(([text, negation, members]) => {
      if (members !== undefined && members !== '') return classOf(negation !== '', members);
      return [...text].map((sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : literal(sign))).join('');
    })
    .join('');
}

/** Ranges that run backwards hold nothing in a shell; here they are the three letters, which is no error. */
function classOf(isNegated: boolean, members: string): string {
  const parts = [...members.matchAll(/([\s\S])-([\s\S])|[\s\S]/gu)].map(([text, from = '', to = '']) => {
    if (from !== '' && from <= to) return `${literal(from)}-${literal(to)}`;
    return [...text].map(literal).join('');
  });
  return `[${isNegated ? '^' : ''}${parts.join('')}]`;
}

const literal = (sign: string): string => (/[\p{L}\p{N}_]/u.test(sign) ? sign : `\\x{${codeOf(sign)}}`);

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16);
