import type { FieldDef } from '../../model/agreement.ts';

/** Signs and codes that a cell may have whatever the target says. */
const KNOWN = ['€', 'R$', '$', '£', '¥', '￥', '円', 'zł', '₽', 'CHF', 'EUR', 'USD', 'BRL', 'PLN', 'JPY'];

/** How a currency is written, by its code and by its sign. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'EUR'],
  USD: ['$', 'USD'],
  GBP: ['£', 'GBP'],
  JPY: ['¥', '￥', '円', 'JPY'],
  CNY: ['¥', '￥', 'CNY'],
  PLN: ['zł', 'PLN'],
  RUB: ['₽', 'RUB'],
  BRL: ['R$', 'BRL'],
};

const BY_SIGN: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', R$: 'BRL' };

/** Codes of currencies whose sign is that of the dollar. */
const DOLLARS: ReadonlySet<string> = new Set(['CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN']);

/** Any sign or code, be it of which currency it may. */
const ANY = '(?:R?[€$£¥]|[￥円₽]|zł|[A-Z]{3})';

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

/** How the currency of a field is written, by its sign and its code; null where no target says one. */
export function signsOf({ currency }: FieldDef): readonly string[] | null {
  const code = BY_SIGN[currency ?? ''] ?? currency ?? '';
  if (!/^[A-Z]{3}$/.test(code)) return null;
  return WRITTEN[code] ?? (DOLLARS.has(code) ? ['$', code] : [code]);
}

/**
 * A unit such as `meetings` is no currency: all signs are taken off then, as where no target adds the field
 * up.
 */
export function currencyPatterns(field: FieldDef): CurrencyPatterns {
  const own = signsOf(field);
  const taken = listed([...new Set([...KNOWN, ...(own ?? [])])]);
  return {
    taken: `^${taken}${GAP}|${GAP}${taken}$`,
    own: own ? `^${listed(own)}${GAP}[+-]?[\\d.,]|\\d[.,]?-?${GAP}${listed(own)}$` : null,
    other: `^${ANY}${GAP}[+-]?[\\d.,]|\\d[.,]?-?${GAP}${ANY}$`,
  };
}
