import { t } from '../../../messages/index.ts';
import type { Question } from '../../../model/init.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { dateLine } from './date-line.ts';
import { isDate, type Mapping, namedColumns } from './mapping.ts';

/** A closing is of won and of lost deals alike, unless the header says which. */
const CLOSING =
  /clos|cl[oô]tur|fin r[ée]elle|abschluss|abgeschlossen|schlusstermin|cierre|cerrad|chiu|sluit|gesloten|fecha(?:mento|do)/i;

const WON_HEADER =
  /won|gagn|customer|client|booking|booked|gewonnen|kunde|ganad|gan(?:ho|ar)|vint|vincita|klant/i;

/** `Won`, `Closed won`, `Closed - Won`, `Gagnée`, `Geschlossen und gewonnen`, `Cerrada ganada`, `Sold`, `Aanvaard`. */
const WON_VALUE =
  /^(?:(?:closed|ferm[ée]e?|geschlossen|cerrad[ao]|chius[ao]|gesloten|fechad[ao])[ /-]*(?:und|et|e|y|en)?[ /-]*)?(?:won|gagn[ée]e?|gewonnen|ganad[ao]|vint[oa]|ganh[oa]|sold|signed|vendue?|sign[ée]e?|verkauft|unterschrieben|vendid[oa]|firmad[oa]|vendut[oa]|firmat[oa]|verkocht|getekend|aanvaard|assinad[oa])$/i;

/** `Customer`, `Churned Customer`, `Ancien client`: whoever has become one, be it in the past. */
const CUSTOMER_VALUE =
  /^(?:(?:new|existing|active|former|churned|lost|nouveau|ancien|aktiver|ehemaliger) )?(?:customer|client|cliente|kunde|klant)(?: (?:nuevo|nuovo|novo|perdu|perdido|perso))?$/i;

/**
 * The values of the status that say a deal was won: the stage needs them where its date is one of any
 * closing.
 */
export function wonValues({ won, status }: Mapping): readonly string[] {
  if (!won || !isClosing(won) || !status) return [];
  return status.values
    .map(({ value }) => value)
    .filter((value) => WON_VALUE.test(value) || CUSTOMER_VALUE.test(value));
}

/** Without the date of a closing of which nothing says whether it was won. */
export function withSureWon(mapping: Mapping): Mapping {
  const { won, ...rest } = mapping;
  if (!won || !isClosing(won) || wonValues(mapping).length > 0) return mapping;
  return rest;
}

const isClosing = ({ name }: SniffColumn): boolean => CLOSING.test(name) && !WON_HEADER.test(name);

/** Which date says that a lead was won: the one that sniff proposes where a status makes it sure. */
export function wonQuestion(sniff: Sniff, mapping: Mapping): Question {
  const dates = namedColumns(sniff).filter(isDate);
  const names = dates.map(({ name }) => name);
  const { won } = withSureWon(mapping);
  return {
    flag: '--won',
    text: t`Which date says that a lead became a customer? (none, if the export has no such date)`,
    fallback: won?.name ?? 'none',
    why: won?.role?.why ?? t`no column says so`,
    choices: [...names, 'none'],
    beside: dates.map((column) => dateLine(column, sniff)),
    check: (answer) =>
      names.includes(answer) || answer === 'none'
        ? null
        : t`"${answer}" is not a date of the export; its dates are ${names.join(', ')}`,
  };
}

/** Which words of the status say so; null where the export has none. */
export function wordsQuestion(mapping: Mapping): Question | null {
  const { status } = mapping;
  const values = status?.values.map(({ value }) => value) ?? [];
  if (!status || values.length === 0) return null;
  const sure = wonValues(mapping);
  return {
    flag: '--won-words',
    text: t`Which words of "${status.name}" say that it was won? (with commas between them; any, if the date alone says it)`,
    fallback: sure.length > 0 ? sure.join(', ') : ANY,
    why: sure.length > 0 ? t`as such words usually read` : t`the date says it by itself`,
    choices: [...values, ANY],
    beside: status.values.map(({ n }) => String(n)),
    check: (answer) => {
      const wrong = wordsOf(answer).find((word) => !values.includes(word));
      return wrong === undefined ? null : t`"${wrong}" is not a word of "${status.name}"`;
    },
  };
}

const ANY = 'any';

export const wordsOf = (answer: string): readonly string[] =>
  answer.trim() === ANY ? [] : answer.split(',').map((word) => word.trim());
