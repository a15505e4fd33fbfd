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
  /(?:^|\s)(?:Mme|Mlle|M\.|Mr\.?|Mrs\.?|Ms\.?|Herr|Frau|Herrn|Sra?\.|Sig\.(?:ra)?|Dr\.?|Pani?|Dhr\.|Mevr\.) \p{Lu}/u,
  PAGE,
  // A street with its number, a town with its code.
  /\d.*\b(?:rue|avenue|av\.|bd|boulevard|chemin|place|all[ée]e|impasse|route|quai|street|st\.|road|rd\.?|lane|drive|via|calle|rua|plaza|apt|suite|ul\.|ulica|aleja)\b/i,
  /^(?:rue|avenue|av\.|boulevard|chemin|via|viale|piazza|corso|calle|avenida|plaza|rua|ul\.|aleja) .*\d/i,
  /\d.*(?:stra(?:ss|ß)e|weg|platz|gasse|straat|laan|plein)\b|(?:stra(?:ss|ß)e|weg|platz|gasse|straat|laan|plein) \d/i,
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

/** Words with a capital letter. */
const CAPITALISED = /(?<![\p{L}\p{N}.'’-])\p{Lu}[\p{L}'’]+(?<next> \p{Lu})?/gu;

/** First names that are also a month, a measure or the name of a product: of a person only before another word. */
const ALSO_WORDS = /^(?:Jan|Max|Mar|Claude|Rose)$/i;

/** `recommended by Ngozi Okafor`, `parrainage : Ngozi`, `Empfehlung von Okafor`: in which nothing is bought. */
const NAMED_BY =
  /(?:\b(?:by|par|von|durch|por|przez)|(?:referr|recommend|recommand|parrain|empfehl|recomend|raccomand|aanbev|polec)\p{L}*(?: (?:from|of|de|da|di|del|van|door|od|d['’])| ?[:(-])) ?\p{Lu}\p{Ll}/iu;

/** What is named so and is nobody. */
const BRANDS =
  /\b(?:google|facebook|meta|linkedin|instagram|youtube|bing|microsoft|ads|tiktok|twitter|sms|web|e-?mail|phone|partner|client|customer|employee)\b/i;

/** Whether a text speaks of somebody by name: `veut voir Paul`, `Referral: Jane Doe`. */
export const namesSomebody = (text: string): boolean =>
  [...text.matchAll(CAPITALISED)].some(({ 0: word, groups }) => {
    const isBefore = groups?.next !== undefined;
    return isFirstName(word) && (isBefore || !ALSO_WORDS.test(word));
  }) ||
  (NAMED_BY.test(text) && /\p{Ll}.*\p{Lu}/u.test(text) && !BRANDS.test(text));

/** What says of a name that it is that of a firm. */
const FIRM =
  /\b(?:sa|sas|sarl|gmbh|ag|kg|inc|ltd|llc|llp|plc|bv|nv|srl|spa|s\.?l|lda|ltda|oy|ab|as|group|groupe|consult\w*|partners|co|company|studio|agency|agence|cabinet)\b|&/i;

/** Whether a firm is called as a person is: whoever works alone. */
export const isPersonAsFirm = (text: string): boolean =>
  FULL_NAME.test(text) &&
  CAPITALS.test(text) &&
  isFirstName(text) &&
  !FIRM.test(text) &&
  text.split(' ').length <= 3;

/** Texts that hardly come again, and are more than a list has, were written by people. */
export const isWrittenByPeople = ({ type, filled, distinct }: Cells): boolean =>
  type === 'text' && distinct > LIST && distinct * AGAIN > filled;

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
