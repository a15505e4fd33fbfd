import { type Language, language } from './index.ts';

/**
 * How each language writes numbers, as the CLDR has it. `Intl` says the same, but its first question takes longer than to read an agreement.
 */
const FORMS: Readonly<
  Record<Language, { readonly point: string; readonly group: string; readonly percent: string }>
> = {
  en: { point: '.', group: ',', percent: '%' },
  fr: { point: ',', group: '\u202f', percent: '\u00a0%' },
};

/** A whole number as the language writes it: `2,013`, `2 013`. */
export function whole(value: number): string {
  return Math.abs(value) < 1000 ? String(value) : written(value, 0, 0);
}

/** A count within evidence: English has always written its digits together there, and scripts read it; French groups them. */
export function figure(value: number): string {
  return language() === 'en' ? String(value) : whole(value);
}

/** With exactly so many decimals: `1,234.50`, `1 234,50`. */
export function decimals(value: number, digits: number): string {
  return written(value, digits, 0);
}

/** A rate, a fraction of 1, with exactly so many decimals of a percent: `94.9%`, `94,9 %`. */
export function rate(value: number, digits: number): string {
  return written(value, digits, 2) + FORMS[language()].percent;
}

/** A number times ten to the power of `shift`, with so many decimals. */
function written(value: number, digits: number, shift: number): string {
  if (!Number.isFinite(value)) return String(value);
  const { point, group } = FORMS[language()];
  const rounded = roundedDigits(value, digits, shift);
  const ones = rounded.slice(0, rounded.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${ones}${digits === 0 ? '' : point}${rounded.slice(rounded.length - digits)}`;
}

/** All digits of the size of a number, the last `digits` of them after the point; a half is rounded up, as it is seen in decimals. */
function roundedDigits(value: number, digits: number, shift: number): string {
  const [, ones = '', decimals = '', exponent = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value))) ?? [];
  const all = ones + decimals;
  const kept = ones.length + Number(exponent) + shift + digits;
  const head = kept <= 0 ? '0' : all.slice(0, kept).padEnd(kept, '0');
  const up = kept >= 0 && (all[kept] ?? '0') >= '5';
  return String(BigInt(head) + (up ? 1n : 0n)).padStart(digits + 1, '0');
}
