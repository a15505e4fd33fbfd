import type { FieldDef } from '../../model/agreement.ts';

/** Signs and codes that a cell may have whatever the target says. */
const KNOWN = ['€', '$', '£', 'CHF', 'EUR', 'USD'];

/** How a currency is written, by its code and by its sign. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'EUR'],
  USD: ['$', 'USD'],
  GBP: ['£', 'GBP'],
};

const BY_SIGN: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** Codes of currencies whose sign is that of the dollar. */
const DOLLARS: ReadonlySet<string> = new Set(['CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN']);

const GAP = '[ \\x{A0}\\x{202F}]*';

const listed = (signs: readonly string[]): string =>
  `(?:${signs.map((sign) => sign.replace('$', '\\$')).join('|')})`;

/** Patterns for the signs and codes around the number of a cell. */
export interface CurrencyPatterns {
  /** What is taken off. */
  readonly taken: string;
  /** A cell in the currency of the target; null where none is known. */
  readonly own: string | null;
  /** A cell in another. */
  readonly other: string;
}

/**
 * A unit such as `meetings` is no currency: all signs are taken off then, as where no target adds the field
 * up.
 */
export function currencyPatterns({ currency }: FieldDef): CurrencyPatterns {
  const code = BY_SIGN[currency ?? ''] ?? currency ?? '';
  const isKnown = /^[A-Z]{3}$/.test(code);
  const own = WRITTEN[code] ?? (DOLLARS.has(code) ? ['$', code] : [code]);
  const taken = listed(isKnown ? [...new Set([...KNOWN, ...own])] : KNOWN);
  return {
    taken: `^${taken}${GAP}|${GAP}${taken}$`,
    own: isKnown ? `^${listed(own)}${GAP}[+-]?[\\d.,]|\\d[.,]?${GAP}${listed(own)}$` : null,
    other: `^(?:[€$£¥]|[A-Z]{3})${GAP}[+-]?[\\d.,]|\\d[.,]?${GAP}(?:[€$£¥]|[A-Z]{3})$`,
  };
}
