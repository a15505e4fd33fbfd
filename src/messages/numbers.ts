import { language } from './index.ts';

const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language()} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(language(), options);
    formats.set(key, made);
  }
  return made;
}

/** A whole number as the language writes it: `2,013`, `2 013`. */
export function whole(value: number): string {
  return Math.abs(value) < 1000 ? String(value) : format({ maximumFractionDigits: 0 }).format(value);
}

/** With exactly so many decimals: `1,234.50`, `1 234,50`. */
export function decimals(value: number, digits: number): string {
  return format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A rate, a fraction of 1, with exactly so many decimals of a percent: `94.9%`, `94,9 %`. */
export function rate(value: number, digits: number): string {
  return format({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}
