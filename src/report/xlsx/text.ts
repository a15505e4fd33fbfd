import { escaped } from '../../xlsx/xstring.ts';
import { inline } from '../escape.ts';

/** Characters of a cell, in UTF-16 units. Source: Excel specifications and limits. */
const MOST_CHARACTERS = 32_767;

/** Nothing in it is to be escaped, made visible or kept from acting. */
const PLAIN = /^[ -%'-;=?-^`-~]*$/;

/**
 * The text of a cell as it may be shown: one line, what is hidden or not allowed in XML made visible, cut
 * where Excel would refuse it.
 */
export function cellText(text: string): string {
  const shown = PLAIN.test(text) ? text : inline(text).replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
  if (shown.length <= MOST_CHARACTERS) return shown;
  return `${shown.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** As XML. */
export function xmlOf(text: string): string {
  if (PLAIN.test(text)) return text;
  return entities(escaped(text));
}

/** Text of a drawing as it may be shown, as XML: nothing in it stands for a character that XML can not write. */
export const drawnXml = (text: string): string => entities(cellText(text));

const entities = (text: string): string => text.replace(/[&<>"]/g, (found) => XML[found] ?? found);

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * What a spreadsheet would take for a formula, a number, a date or a truth once somebody edits the cell:
 * the cell says that it is text.
 */
export const readsOtherwise = (text: string): boolean =>
  /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\d.,'$€£]|^(?:true|false|vrai|faux)$/i.test(text);

/**
 * Names of sheets as Excel takes them: at most 31 characters, none of `[]:*?/\`, no quote at either end, no
 * two alike whatever their case, and not the one that it keeps for itself.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return wanted.map((name) => {
    const clean =
      cellText(name)
        .replace(/[[\]:*?/\\]/g, '-')
        .replace(/^'+|'+$/g, '') || '-';
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : ` (${number})`;
      const whole =
        clean
          .slice(0, 31 - tail.length)
          .replace(/[\ud800-\udbff]$/, '')
          .replace(/'+$/, '') + tail;
      if (taken.has(whole.toLowerCase())) continue;
      taken.add(whole.toLowerCase());
      return whole;
    }
  });
}
