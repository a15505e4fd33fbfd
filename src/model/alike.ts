/**
 * Characters that nobody sees: joiners, marks of direction, soft hyphens, selectors of variants. From and
 * to, both included.
 */
export const INVISIBLE: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Spaces beside the one that is typed. Line breaks are none: they tell where a quote was left open. */
export const SPACES: readonly (readonly [from: number, to: number])[] = [
  [0x09, 0x09],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/**
 * Signs that stand for one on the keyboard: what Word, a telephone or a keyboard of another country puts in the
 * place of a hyphen, a quote or a letter.
 */
const INSTEAD: Readonly<Record<string, string>> = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63',
  "'": '\u00b4\u02b9\u02bc\u2018\u2019\u201a\u201b\u2032',
  '"': '\u201c\u201d\u201e\u201f\u2033',
};

/** The letters, digits and signs of ASCII in the width of Chinese and Japanese ones. */
const WIDE = Array.from({ length: 0x7e - 0x21 + 1 }, (_, i) => i);

/** Character by character: the ones that are folded, and what each of them reads as. */
export const FOLDED: { readonly from: string; readonly to: string } = {
  from: Object.values(INSTEAD).join('') + WIDE.map((i) => String.fromCharCode(0xff01 + i)).join(''),
  to:
    Object.entries(INSTEAD)
      .map(([sign, others]) => sign.repeat(others.length))
      .join('') + WIDE.map((i) => String.fromCharCode(0x21 + i)).join(''),
};

const FOLDS: ReadonlyMap<string, string> = new Map(
  [...FOLDED.from].map((other, i) => [other, FOLDED.to.charAt(i)]),
);

const FOLDABLE = new RegExp(`[${FOLDED.from}]`, 'g');

/** A regular expression by which folded texts are matched: a sign that is one in its language is that sign. */
export const foldedPattern = (pattern: string): string =>
  pattern.normalize('NFC').replace(FOLDABLE, (other) => {
    const sign = FOLDS.get(other) ?? other;
    return /[A-Za-z0-9'"]/.test(sign) ? sign : `\\${sign}`;
  });

const classOf = (ranges: typeof INVISIBLE): string =>
  ranges.map((range) => range.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-')).join('');

const INVISIBLES = new RegExp(`[${classOf(INVISIBLE)}]+`, 'g');

const BLANKS = new RegExp(`[ ${classOf(SPACES)}]+`, 'g');

/** A text with the signs and the space of the keyboard alone. */
export const typed = (text: string): string =>
  text.replace(FOLDABLE, (other) => FOLDS.get(other) ?? other).replace(BLANKS, ' ');

/**
 * A text by which texts are compared that read alike: composed (NFC), each run of spaces of any kind as one
 * space, without characters that nobody sees, with the hyphen and the quotes of the keyboard and letters of
 * usual width, and without the formula by which Excel is told to leave a code alone (`="00042"`).
 */
export function alikeText(text: string): string {
  // Most texts are plain, and are looked at once.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text) && !text.startsWith('="')) return text;
  return typed(text.replace(INVISIBLES, ''))
    .replace(/^="([^"]*)"$/, '$1')
    .normalize('NFC')
    .replace(/^ | $/g, '');
}
