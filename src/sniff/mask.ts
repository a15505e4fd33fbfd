import type { SniffType } from '../model/sniff.ts';
import { isFirstName } from './first-names.ts';
import { isClock } from './time-of-day.ts';

/** What is shown of a column whose header says nothing, as far as its cells tell. */
export interface Cells {
  readonly type: SniffType;
  readonly filled: number;
  readonly distinct: number;
  /** Some of its texts, each once. */
  readonly texts: readonly string[];
}

/** Of the texts so many make the form of the column. */
const ENOUGH = 0.5;

/** Longer texts are sentences. */
const LONGEST = 40;

/** Texts that come again so often are words of a list. */
const AGAIN = 2;

const PHONE = /^\+?[\d\s()./-]{8,22}(?:\s*(?:x|ext\.?|poste)\s*\d{1,6})?$/i;

/** `Anna Maria Weber`, `DUPONT Jean`, `O’Neil, Pat`, `Dr. med. Ana Costa`, `Ana Costa & Jo Lee`. */
const FULL_NAME =
  /^(?:(?:dr|prof|mrs?|ms|mme|mlle|m|herr|frau|med)\.? ){0,2}\p{Lu}[\p{L}'’.-]*(?:,? (?:& |(?:van|von|de|der|den|du|le|la) ){0,2}\p{Lu}[\p{L}'’.-]*){1,5}$/iu;

/** Capital letters begin names: the flag of the expression above has let all pass. */
const CAPITALS = /^\P{L}*\p{Lu}.* \p{Lu}/u;

/** `dupont j.`, `J. Dupont`, and names in scripts without capitals, `田中太郎`. */
const INITIAL = /^(?:\p{L}[\p{L}'’-]+ \p{L}\.|\p{L}\. ?\p{L}[\p{L}'’-]+)$/u;
const EASTERN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,7}$/u;

/** One word with a capital, and perhaps the letter of another: a first name, or a word of a list. */
const CAPITAL_WORD = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?$/u;

/** More different words than these are no list that somebody chose from. */
const LIST = 12;

const PAGE = /^(?:https?:\/\/|www\.)\S+$/i;

/** What is of one person or one place wherever it stands, however often it comes again. */
const OF_ONE: readonly RegExp[] = [
  // An IBAN, the number of a card, a place on the map, a page of somebody.
  /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}$/,
  /^\d{4}(?:[ -]?\d{4}){3}$/,
  /^-?\d{1,3}\.\d{3,}[,;] ?-?\d{1,3}\.\d{3,}$/,
  // A machine on the network.
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^(?=.*[\da-f])[\da-f]{1,4}(?::[\da-f]{0,4}){3,7}$/i,
  // Who is spoken of by their title.
  /(?:^|\s)(?:Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Herr|Frau|Sra?\.|Dr\.?) \p{Lu}/u,
  PAGE,
  // A street with its number, a town with its code.
  /\d.*\b(?:rue|avenue|av\.|bd|boulevard|chemin|place|all[ée]e|impasse|route|quai|street|st\.|road|rd\.?|lane|drive|via|calle|rua|plaza|apt|suite)\b/i,
  /\d.*(?:stra(?:ss|ß)e|weg|platz|gasse)\b|(?:stra(?:ss|ß)e|weg|platz|gasse) \d/i,
  /^\d{4,5} \p{Lu}[\p{L}' -]+$/u,
];

/** Words from which a text is a sentence. */
const SENTENCE = 6;

/** Letters, digits and signs in one piece, with a digit in it: an id. */
const CODE = /^(?=.*\d)[\w.:/#-]+$/;

/** Sentences are shown by nobody's leave, whatever the header says of them. */
export const isProse = ({ type, filled, distinct, texts }: Cells): boolean =>
  type === 'text' &&
  texts.some(
    (text) =>
      text.length > LONGEST &&
      text.includes(' ') &&
      (distinct * AGAIN > filled || text.split(' ').length > SENTENCE),
  );

const most = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(test).length >= texts.length * ENOUGH;

/** Whether most cells of a column are ids: letters, digits and signs in one piece, with a digit in it. */
export const holdsCodes = ({ type, texts }: Cells): boolean =>
  type === 'integer' || (type === 'text' && most(texts, (text) => CODE.test(text)));

/** A telephone that no id looks like: with the sign of its country, or in the pairs of a French one. */
const DIALLED = /^(?:\+|00)\d[\d\s()./-]{7,20}$|^0\d(?:[ .]\d{2}){4}$/;

/** A telephone among other words. */
const CALLED = /(?:^|\s)(?:0[1-9](?:[ .-]?\d{2}){4}|\+\d{1,3}(?:[ .()-]*\d{1,4}){3,6})(?=\s|$)/;

/** Whether one cell is of a person or a home, whatever the header of its column says. */
export const isOfOne = (text: string): boolean =>
  !PAGE.test(text) &&
  !CODE.test(text) &&
  (text.includes('@') || DIALLED.test(text) || CALLED.test(text) || OF_ONE.some((form) => form.test(text)));

/** Whether leads are named by who they are: by their names, telephones or addresses. */
export const namesPeople = ({ type, texts }: Cells): boolean =>
  type === 'text' && (texts.some(isOfOne) || most(texts, isFullName));

/** Whether the cells of a column of which nothing is known may be of a person. */
export function mayBePersonal(cells: Cells): boolean {
  const { type, filled, distinct, texts } = cells;
  if (texts.length === 0) return false;
  if (type === 'integer') return most(texts, isPhone);
  // A date of birth.
  if (type === 'date') return texts.some((text) => /\b19[0-8]\d\b/.test(text));
  if (type !== 'text') return false;
  if (texts.some((text) => text.includes('@') || CALLED.test(text) || OF_ONE.some((form) => form.test(text))))
    return true;
  if (texts.some(isPhone) || most(texts, isFullName)) return true;
  if (most(texts, (text) => CAPITAL_WORD.test(text)) && (distinct > LIST || most(texts, isFirstName)))
    return true;
  if (most(texts, isClock)) return false;
  // Words of a list and codes are of no person; what is left was written by one, or is one.
  return distinct * AGAIN > filled && !most(texts, (text) => CODE.test(text));
}

const isFullName = (text: string): boolean =>
  (FULL_NAME.test(text) && CAPITALS.test(text)) || INITIAL.test(text) || EASTERN.test(text);

/** Eight digits in groups may be a day. */
const DAY = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})$/;

/** By its digits: nine to fifteen of them, or eight behind a plus sign or in groups. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return PHONE.test(text) && !DAY.test(text) && digits <= 15 && digits >= (/^\d+$/.test(text) ? 9 : 8);
}
