import type { SniffType } from '../model/sniff.ts';

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

const PHONE = /^\+?[\d\s()./-]{8,22}$/;

/** `Anna Maria Weber`, `DUPONT Jean`, `O’Neil, Pat`. */
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?:,? \p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** Letters, digits and signs in one piece, with a digit in it: an id. */
const CODE = /^(?=.*\d)[\w.:/#-]+$/;

/** Sentences are shown by nobody's leave, whatever the header says of them. */
export const isProse = ({ type, filled, distinct, texts }: Cells): boolean =>
  type === 'text' &&
  distinct * AGAIN > filled &&
  texts.some((text) => text.length > LONGEST && text.includes(' '));

/** Whether the cells of a column of which nothing is known may be of a person. */
export function mayBePersonal(cells: Cells): boolean {
  const { type, filled, distinct, texts } = cells;
  if (texts.length === 0) return false;
  const most = (test: (text: string) => boolean): boolean =>
    texts.filter(test).length >= texts.length * ENOUGH;
  if (type === 'integer') return most(isPhone);
  if (type !== 'text') return false;
  if (texts.some((text) => text.includes('@')) || most(isPhone) || most((text) => FULL_NAME.test(text)))
    return true;
  // Words of a list and codes are of no person; what is left was written by one, or is one.
  return distinct * AGAIN > filled && !most((text) => CODE.test(text));
}

/** By its digits: nine to fifteen of them, or eight behind a plus sign or in groups. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return PHONE.test(text) && digits <= 15 && digits >= (/^\d+$/.test(text) ? 9 : 8);
}
