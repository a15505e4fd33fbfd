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

const classOf = (ranges: typeof INVISIBLE): string =>
  ranges.map((range) => range.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-')).join('');

const INVISIBLES = new RegExp(`[${classOf(INVISIBLE)}]+`, 'g');

const BLANKS = new RegExp(`[ ${classOf(SPACES)}]+`, 'g');

/**
 * A text by which texts are compared that read alike: composed (NFC), each run of spaces of any kind as one
 * space, without characters that nobody sees, and without the formula by which Excel is told to leave a
 * code alone (`="00042"`).
 */
export function alikeText(text: string): string {
  // Most texts are plain, and are looked at once.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text) && !text.startsWith('="')) return text;
  return text
    .replace(/^="([^"]*)"$/, '$1')
    .replace(INVISIBLES, '')
    .replace(BLANKS, ' ')
    .normalize('NFC')
    .replace(/^ | $/g, '');
}
