import { FOLDED, INVISIBLE, SPACES } from '../../model/alike.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { AROUND, nullWords } from '../read/cell.ts';
import { jointKeySql } from '../read/joint-key.ts';

/** The rows of one row that texts are made alike by, which every SELECT of cells joins as `s`. */
export const SIGNS = 'signs';

/** That row: what stands around a text, what is folded, and into what. */
export function signsSql(dialect: JudgingDialect): string {
  const around = dialect.unseen(AROUND);
  const [folded, plain] = [dialect.text(FOLDED.from), dialect.text(FOLDED.to)];
  return `SELECT ${around} AS around, ${folded} AS folded, ${plain} AS plain`;
}

/**
 * A text as it is compared: what `alikeText` makes of it, but for the formulas of Excel, which are no matter of
 * typed tables; null for a blank one.
 */
export function cleanText(text: string, dialect: JudgingDialect): string {
  return cleanedBy({ around: 's.around', folded: 's.folded', plain: 's.plain' }, text, dialect);
}

/** The same where no SELECT joins the signs, quickly where nothing is to be cleaned. */
export function cleanTextAlone(text: string, dialect: JudgingDialect): string {
  const [folded, plain] = [dialect.text(FOLDED.from), dialect.text(FOLDED.to)];
  const clean = cleanedBy({ around: `(${dialect.unseen(AROUND)})`, folded, plain }, text, dialect);
  return unlessPlain(text, clean, dialect);
}

/** The text itself where it is words of plain letters; else a clean one, which takes ten times as long to make. */
export const unlessPlain = (text: string, clean: string, dialect: JudgingDialect): string =>
  `CASE WHEN ${dialect.matches(text, PLAIN)} THEN ${text} ELSE ${clean} END`;

const PLAIN = '^[!-~]+( [!-~]+)*$';

function cleanedBy(
  signs: { readonly around: string; readonly folded: string; readonly plain: string },
  text: string,
  dialect: JudgingDialect,
): string {
  const plain = `translate(${dialect.trimmed(text, signs.around)}, ${signs.folded}, ${signs.plain})`;
  // Patterns stand in place: an engine prepares them once.
  const [unseen, spaces] = [classOf(INVISIBLE, '', dialect), classOf(SPACES, ' ', dialect)];
  const spaced = dialect.replaced(dialect.replaced(plain, unseen, "''"), spaces, "' '");
  return `nullif(${dialect.trimmed(dialect.composed(spaced), "' '")}, '')`;
}

const classOf = (ranges: typeof INVISIBLE, more: string, dialect: JudgingDialect): string => {
  const characters = ranges.map((range) => [...new Set(range)].map(dialect.patternCharacter).join('-'));
  return dialect.text(`[${more}${characters.join('')}]+`);
};

/** The key of several clean texts as one, which is a cell like any other: without blanks at its ends. */
export function jointText(
  clean: readonly string[],
  nulls: readonly string[],
  dialect: JudgingDialect,
): string {
  return unlessBlankWord(dialect.trimmed(jointKeySql(clean, dialect), "' '"), nulls, dialect);
}

/** A clean text; null for a word that stands for blank. */
export function unlessBlankWord(text: string, nulls: readonly string[], dialect: JudgingDialect): string {
  const words = nullWords(nulls);
  if (words.length === 0) return text;
  return `CASE WHEN ${dialect.lowered(text, words)} IN (${words.map((word) => dialect.text(word)).join(', ')}) THEN NULL ELSE ${text} END`;
}
