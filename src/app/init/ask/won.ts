import { firstOf } from '../../../messages/first-of.ts';
import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import type { Decision, Question } from '../../../model/init.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { QUOTE } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import { dateLine } from './date-line.ts';
import { isDate, type Mapping, namedColumns, withRole } from './mapping.ts';
import { isAny, readColumn, readColumnOrNone } from './read-answer.ts';

/** A closing is of won and of lost deals alike, unless the header says which. */
const CLOSING =
  /clos|cl[oô]tur|fin r[ée]elle|abschluss|abgeschlossen|schlusstermin|cierre|cerrad|chiu|sluit|gesloten|fecha(?:mento|do)|zamkni|クローズ|完了|終了|закрыт/i;

const WON_HEADER =
  /won\b|gagn|customer|client|booking|booked|gewonnen|kunde|ganad|gan(?:ho|ar)|vint|vincita|klant|wygran|klient|受注|成約|выигр|клиент/i;

/** Of a folded word of a state: that something was won, and what takes it back. */
const WON_WORD =
  /\b(?:won|gagnee?s?|gewonnen|ganad[ao]s?|vint[ao]|ganh[ao]|wygran[aey]?)\b|受注|成約|успешно|выигран/;
const NOT_WON =
  /\b(?:not|lost|almost|back|non|pas|presque|perdue?|nicht|verloren|no|perdid[ao]|pers[ao]|niet|nao|nie|przegran[aey]?)\b|失注|未(?:受注|成約)|(?:受注|成約)(?:前|見込|予定|待)|(?:^| )не /;

/** `Won`, `Closed - Won`, `4. Gagnée`, `Geschlossen und gewonnen`, `Cierre ganado`: in a few words. */
function isWon(value: string): boolean {
  const words = fold(value);
  return WON_WORD.test(words) && !NOT_WON.test(words) && words.split(' ').length <= 5;
}

/** `Sold`, `Signed`, `Aanvaard`, `Closed sold`. */
const SOLD_VALUE =
  /^(?:\d+[ .)/-]+)?(?:(?:closed|ferm[ée]e?|geschlossen|cerrad[ao]|chius[ao]|gesloten|fechad[ao])[ /-]*(?:und|et|e|y|en)?[ /-]*)?(?:sold|signed|vendue?|sign[ée]e?|verkauft|unterschrieben|vendid[oa]|firmad[oa]|vendut[oa]|firmat[oa]|verkocht|getekend|aanvaard|assinad[oa]|sprzedan[aey]|podpisan[aey]|契約済み?)$/i;

/** `Customer`, `Churned Customer`, `Ancien client`: whoever has become one, be it in the past. */
const CUSTOMER_VALUE =
  /^(?:(?:new|existing|active|former|churned|lost|nouveau|ancien|aktiver|ehemaliger) )?(?:customer|client|cliente|kunde|klant|klient|顧客|клиент)(?: (?:nuevo|nuovo|novo|perdu|perdido|perso))?$/i;

/**
 * The values of the status that say a deal was won: the stage needs them where its date is one of any
 * closing.
 */
export function wonValues(mapping: Mapping): readonly string[] {
  const { won, status } = mapping;
  if (!won || !isClosing(won) || !status) return [];
  return [...winsAmong(status), ...acceptedQuotes(mapping)];
}

/** `Accepté`, of a quote: by its customer. A lead that sales accepted is no win. */
const ACCEPTED_VALUE =
  /^(?:\d+[ .)/-]+)?(?:accepted|accept[ée]e?|approved|angenommen|akzeptiert|beauftragt|aceptad[oa]|accettat[oa]|geaccepteerd|aceit[oa])$/i;

function acceptedQuotes({ id, status }: Mapping): readonly string[] {
  if (!id || !status || !QUOTE.test(fold(id.name))) return [];
  return status.values.flatMap(({ value }) => (ACCEPTED_VALUE.test(value) ? [value] : []));
}

/** Yes, under a header such as `Is won`. */
const YES = /^(?:true|yes|oui|vrai|ja|s[ií]|sim|tak|はい|да|x|1)$/i;

/** The values of a column that say a deal was won. */
function winsAmong({ name, values }: SniffColumn): readonly string[] {
  const all = values.map(({ value }) => value);
  const yes = all.filter((value) => YES.test(value));
  if (WON_HEADER.test(name) && yes.length > 0 && all.length <= 3) return yes;
  return all.filter((value) => isWon(value) || SOLD_VALUE.test(value) || CUSTOMER_VALUE.test(value));
}

/** With the column that tells which closings were won, where the state does not: `Result`, `Is won`. */
export function withStatusOfWins(mapping: Mapping, sniff: Sniff): Mapping {
  const { won, status } = mapping;
  if (!won || !isClosing(won) || (status && winsAmong(status).length > 0)) return mapping;
  const teller = namedColumns(sniff).find(
    (column) => !isDate(column) && column.role === null && winsAmong(column).length > 0,
  );
  return teller ? withRole(mapping, 'status', teller) : mapping;
}

/** Without the date of a closing of which nothing says whether it was won. */
export function withSureWon(mapping: Mapping): Mapping {
  const { won, ...rest } = mapping;
  if (!won || !isClosing(won) || wonValues(mapping).length > 0) return mapping;
  return rest;
}

/** Words of a status that are shown. */
const WORDS = 6;

/** What is taken for a win where nobody is asked, and what is not: only where a date might be one. */
export function defaultWin(mapping: Mapping, isJoined: boolean): readonly Decision[] {
  const { won, status } = mapping;
  // Another export may tell the wins.
  if (!won) return isJoined ? [] : converted(mapping);
  if (withSureWon(mapping).won) {
    const words = wonValues(mapping);
    const why = won.role?.why ?? '';
    const kept: Decision = { flag: '--won', value: won.name, by: 'default', why };
    const only = { flag: '--won-words', value: words.join(', '), why: t`as such words usually read` };
    return words.length === 0 ? [kept] : [kept, { ...only, by: 'default' }];
  }
  const words = firstOf(status?.values.map(({ value }) => value) ?? [], WORDS);
  const why =
    status && words !== ''
      ? t`"${won.name}" is of won and lost alike, and no word of "${status.name}" (${words}) is known to mean a win: name yours with --won "${won.name}" --won-words WORDS`
      : t`"${won.name}" is of won and lost alike, and no column says which`;
  return [{ flag: '--won', value: 'none', by: 'default', why }];
}

/** A conversion is told: it makes a deal of a lead, and some firms call that a win. */
function converted({ opportunity, answered }: Mapping): readonly Decision[] {
  const date = [opportunity, answered].find((column) => column && CONVERSION.test(fold(column.name)));
  if (!date) return [];
  const why = t`"${date.name}" says when a lead became a deal, not whether that was won: if it says so with you, --won "${date.name}"`;
  return [{ flag: '--won', value: 'none', by: 'default', why }];
}

const CONVERSION =
  /convert|conversion|konvert|umwandlung|conversione|geconverteerd|conversao|konwersj|商談化|コンバート|取引開始|конверси/;

const isClosing = ({ name }: SniffColumn): boolean => CLOSING.test(name) && !WON_HEADER.test(name);

/** Which date says that a lead was won: the one that sniff proposes where a status makes it sure. */
export function wonQuestion(sniff: Sniff, mapping: Mapping): Question {
  const dates = namedColumns(sniff).filter(isDate);
  const names = dates.map(({ name }) => name);
  const { won } = withSureWon(mapping);
  return {
    flag: '--won',
    text: t`Which date says that a lead became a customer?`,
    fallback: won?.name ?? 'none',
    why: won?.role?.why ?? t`no column says so`,
    choices: [...names, 'none'],
    beside: [...dates.map((column) => dateLine(column, sniff)), t`the export has no such date`],
    read: (answer) => readColumnOrNone(names, answer),
    check: (answer) =>
      names.includes(answer) || answer === 'none'
        ? null
        : t`"${answer}" is not a date of the export; its dates are ${allOf(names)}`,
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
    text: t`Which words of "${status.name}" say that it was won? (with commas between them)`,
    fallback: sure.length > 0 ? sure.join(', ') : ANY,
    why: sure.length > 0 ? t`as such words usually read` : t`the date says it by itself`,
    choices: [...values, ANY],
    beside: [...status.values.map(({ n }) => String(n)), t`the date says it by itself`],
    read: (answer) =>
      isAny(answer) && !values.includes(answer.trim())
        ? ANY
        : answer
            .split(',')
            .map((word) => readColumn(values, word.trim()))
            .join(', '),
    check: (answer) => {
      const wrong = wordsOf(answer).find((word) => !values.includes(word));
      return wrong === undefined ? null : t`"${wrong}" is not a word of "${status.name}"`;
    },
  };
}

const ANY = 'any';

export const wordsOf = (answer: string): readonly string[] =>
  answer.trim() === ANY ? [] : answer.split(',').map((word) => word.trim());
