import type { EventsApart, JoinBelow } from './dialect.ts';

/** What several engines write alike, where DuckDB has a shorter way. */

export const doubled = (name: string, quote: string): string =>
  `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;

/** A text literal with escapes by the backslash; quotes and what nobody sees stand by their codes. */
export function escaped(value: string): string {
  const byCode = (text: string): string =>
    text
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  const codes = value.replaceAll('\\', '\\\\').replace(/['"`]|(?! )[\p{C}\p{Z}\p{M}]/gu, byCode);
  return `'${codes}'`;
}

/** A text of characters that nobody sees, put together of their codes. */
export const byCodes = (characters: string): string =>
  [...characters].map((character) => `chr(${character.codePointAt(0)})`).join(' || ');

/** Read as a decimal that compares and adds up exactly: 0.7 and 0.1 are 0.8. */
const SHORT_DECIMAL = /^-?\d{1,12}\.\d{1,9}$/;

/** A literal for any finite number; `asDouble` writes one of a text where it is not short. */
export function numberLiteral(value: number, asDouble: (text: string) => string): string {
  if (!Number.isFinite(value)) throw new RangeError(`No SQL literal for ${value}`);
  return Number.isSafeInteger(value) || SHORT_DECIMAL.test(`${value}`) ? `${value}` : asDouble(`${value}`);
}

/** A number as people and machines write it, of as many digits as every engine's binary fraction holds. */
export const NUMBER = '^[+-]?([0-9]{1,200}([.][0-9]{0,200})?|[.][0-9]{1,200})([eE][+-]?[0-9]{1,2})?$';

/**
 * A join by order, where the engine has none: each row holds from above its own value to that of the next one
 * of its group, which the values ascend in.
 */
export function joinByRange(
  { rows, alias, among: [group, number], column, below }: JoinBelow,
  end: string,
): string {
  const next = `lead(${column}, 1, ${end}) OVER (PARTITION BY ${group} ORDER BY ${column}) AS next_one`;
  return `JOIN (SELECT r.*, ${next} FROM (${rows}) r) ${alias} ON ${alias}.${group} = ${number} AND ${below} > ${alias}.${column} AND ${below} <= ${alias}.next_one`;
}

/** For a dialect that can not count events that are apart: nobody asks it for that. */
export const noCountApart = (dialect: string) => (_: EventsApart) => {
  throw new Error(`The dialect "${dialect}" does not count events that are apart`);
};
