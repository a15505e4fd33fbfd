import { language } from './index.ts';

const formats = new Map<string, Intl.NumberFormat>();

function format(style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${language()} ${style} ${digits}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(language(), {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, made);
  }
  return made;
}

/** Between groups of three digits. */
const GROUPS: Readonly<Record<string, string>> = { en: ',', fr: '\u202f' };

/**
 * A whole number as the language writes it: `2,013`, `2 013`. `Intl`, whose first answer takes as long as a
 * small export, is asked for other numbers alone.
 */
export function whole(value: number): string {
  const between = GROUPS[language()];
  if (between === undefined || !Number.isSafeInteger(value)) return format('decimal', 0).format(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, between);
}

/**
 * A count within evidence: English has always written its digits together there, and scripts read it;
 * French groups them.
 */
export function figure(value: number): string {
  return language() === 'en' ? String(value) : whole(value);
}

/** With exactly so many decimals: `1,234.50`, `1 234,50`. */
export function decimals(value: number, digits: number): string {
  return format('decimal', digits).format(value);
}

/** A rate, a fraction of 1, with exactly so many decimals of a percent: `94.9%`, `94,9 %`. */
export function rate(value: number, digits: number): string {
  return format('percent', digits).format(value);
}

/**
 * A hundred times a rate with the decimals that it has, without what binary fractions add to them: `7`,
 * `0.5`, `0,5`.
 */
export function hundred(rate: number): string {
  const value = Number((rate * 100).toPrecision(12));
  const [, digits = ''] = String(value).split('.');
  return digits === '' ? String(value) : decimals(value, digits.length);
}
