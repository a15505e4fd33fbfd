import { alikeText, FOLDED, INVISIBLE, SPACES } from '../../model/alike.ts';
import type { Dialect } from '../dialects/dialect.ts';

/**
 * What stands around a cell's text and is no part of it: blanks of every width, line breaks, the mark of
 * byte order.
 */
export const AROUND =
  ' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A UTF-16 unit takes at most three bytes, and a capital at most three times those of its small letter. */
const BYTES_A_UNIT = 9;

/**
 * A raw cell without the blanks around it; null for a blank one. Trimming by a set of characters is slow:
 * most cells need none.
 */
export function trimmed(raw: string, dialect: Dialect): string {
  return trimUnless(`${raw}[-1] >= '!' AND ${raw}[-1] <= '~' AND ${startsVisibly(raw)}`, raw, dialect);
}

/** Null where the trimmed cell would be, else some text. */
export function presence(raw: string, dialect: Dialect): string {
  return trimUnless(startsVisibly(raw), raw, dialect);
}

/** A trimmed cell; null for a word that stands for blank. */
export function withoutNulls(cell: string, words: readonly string[], dialect: Dialect): string {
  const longest = Math.max(...words.map((word) => word.length * BYTES_A_UNIT));
  const list = words.map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN strlen(${cell}) <= ${longest} AND lower(${cell}) IN (${list}) THEN NULL ELSE ${cell} END`;
}

/** Whether a clean cell is none of the words that stand for blank; null for null. */
export function noWord(cell: string, words: readonly string[], dialect: Dialect): string {
  const longest = Math.max(...words.map((word) => word.length * BYTES_A_UNIT));
  const list = words.map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN strlen(${cell}) <= ${longest} THEN lower(${cell}) NOT IN (${list}) ELSE true END`;
}

/** Inside the brackets of a class of characters: ranges that follow each other are one. */
function classOf(ranges: typeof INVISIBLE): string {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  const written = (code: number): string => `\\x{${code.toString(16)}}`;
  return joined
    .map(([from, to]) => (from === to ? written(from) : `${written(from)}-${written(to)}`))
    .join('');
}

const UNSEEN = classOf(INVISIBLE);

const SPACE = classOf(SPACES);

/** Whatever is written in another way than it is compared. */
const OTHERWISE = classOf([
  ...INVISIBLE,
  ...SPACES,
  ...[...FOLDED.from].map((char): [number, number] => [char.charCodeAt(0), char.charCodeAt(0)]),
]);

/**
 * An expression that is true where `alikeText` may read the text as equal to one that is written otherwise,
 * and null for null. A text of ASCII characters alone takes a quicker test.
 */
export function mayReadAlike(text: string, dialect: Dialect): string {
  const other = `${dialect.matches(text, `[${OTHERWISE}]|  `)} OR nfc_normalize(${text}) <> ${text}`;
  return `(prefix(${text}, '="') OR CASE WHEN strlen(${text}) = length(${text}) THEN contains(${text}, '  ') OR contains(${text}, chr(9)) ELSE ${other} END)`;
}

/** A trimmed text as it is compared: the same as `alikeText` makes of it; null for an empty one. */
export function alike(text: string, dialect: Dialect): string {
  const plain = `translate(${text}, ${dialect.text(FOLDED.from)}, ${dialect.text(FOLDED.to)})`;
  const bare = `regexp_replace(${plain}, '^="([^"]*)"$', '\\1')`;
  const spaced = `regexp_replace(${dialect.without(bare, `[${UNSEEN}]+`)}, ${dialect.text(`[ ${SPACE}]+`)}, ' ', 'g')`;
  return `CASE WHEN ${mayReadAlike(text, dialect)} THEN nullif(trim(nfc_normalize(${spaced})), '') ELSE ${text} END`;
}

/**
 * Whether a clean cell, or a raw one, is a whole number of many digits as Excel shows it, `1.10416E+11`;
 * never null. Two different ids may be one such cell. `isJoint`: the text is of several cells, as `jointKey`
 * puts them together.
 */
export function roundedByExcel(text: string, dialect: Dialect, isJoint = false): string {
  const rounded = '\\d(?:[.,]\\d{1,14})?E[+](?:1[1-9]|[2-9]\\d)';
  const test = isJoint
    ? dialect.matches(text, `(?:^|[|] )${rounded}(?: [|]|$)`)
    : dialect.matchesWhole(text, rounded);
  return `coalesce(CASE WHEN contains(${text}, 'E+') THEN ${test} ELSE false END, false)`;
}

function trimUnless(clean: string, raw: string, dialect: Dialect): string {
  return `CASE WHEN ${clean} THEN ${raw} ELSE nullif(trim(${raw}, ${dialect.text(AROUND)}), '') END`;
}

const startsVisibly = (raw: string): string => `${raw} >= '!' AND ${raw} < chr(127)`;

/** The words that stand for a blank cell, as cells are compared with them. */
export function nullWords(nulls: readonly string[]): readonly string[] {
  return [...new Set(nulls.map((word) => alikeText(word.trim()).toLowerCase()))].filter(
    (word) => word !== '',
  );
}
