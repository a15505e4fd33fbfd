import { language } from './index.ts';

/** Between groups of three digits, before decimals, and before the sign of a percentage. */
const MARKS: Readonly<
  Record<string, { readonly group: string; readonly point: string; readonly per: string }>
> = {
  en: { group: ',', point: '.', per: '' },
  fr: { group: '\u202f', point: ',', per: '\u00a0' },
};

const marks = () => MARKS[language()] ?? { group: ',', point: '.', per: '' };

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, marks().group);

/**
 * With exactly so many decimals, a half rounded away from nought, as `Intl` writes it: of the shortest decimal
 * that is the number, not of its binary fraction. `Intl` itself is not asked: its first answer takes as long as
 * a small export.
 */
function written(value: number, digits: number, times: 0 | 2): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const figures = mantissa.replace('.', '');
  // Where the point stands in the figures, counted from their first.
  const point = Number(power) + 1 + times;
  const kept = point + digits;
  const up = kept >= 0 && (figures[kept] ?? '0') >= '5';
  const whole = kept <= 0 ? '0' : figures.slice(0, kept).padEnd(kept, '0');
  const rounded = (BigInt(whole) + (up ? 1n : 0n)).toString().padStart(digits + 1, '0');
  const [front, behind] = [rounded.slice(0, rounded.length - digits), rounded.slice(rounded.length - digits)];
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${grouped(front)}${digits === 0 ? '' : marks().point + behind}`;
}

/** A whole number as the language writes it: `2,013`, `2 013`. */
export function whole(value: number): string {
  return Number.isSafeInteger(value) ? grouped(String(value)) : written(value, 0, 0);
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
  return written(value, digits, 0);
}

/** A rate, a fraction of 1, with exactly so many decimals of a percent: `94.9%`, `94,9 %`. */
export function rate(value: number, digits: number): string {
  return `${written(value, digits, 2)}${marks().per}%`;
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
