import type { FieldDef } from '../../model/agreement.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { currencyPatterns } from './currency.ts';

/**
 * Signs between groups of three digits that are no decimal sign in any export: spaces of three kinds,
 * apostrophes.
 */
const SEPARATORS = [' ', '\\x{A0}', '\\x{202F}', "'", '’'];

/**
 * Decimals that are kept. A cell with more of them, not counting noughts at the end, is refused: nothing is
 * rounded but the digits by which a program writes a binary fraction.
 */
export const DECIMALS = 6;

/**
 * A clean cell as a number; null where it is none, or none that can be kept as it is. Grouped digits are
 * read only in groups of three with one and the same separator: `1.5` under a decimal comma is no number,
 * and never 15.
 */
export function numberOf(cell: string, field: FieldDef, dialect: Dialect): string {
  const { type, pointed, ...forms } = formsOf(cell, field, dialect);
  const read = (text: string): string =>
    type === 'integer'
      ? dialect.tryNumber(`split_part(${pointed(text)}, '.', 1)`, type)
      : `CASE WHEN ${isExact(pointed(text), dialect)} THEN ${dialect.tryNumber(pointed(text), type)}` +
        ` WHEN ${isBinaryFraction(pointed(text), dialect)} THEN ${dialect.tryNumber(pointed(text), type)} END`;
  const grouped =
    forms.isForeign === null ? forms.isGrouped : `(${forms.isGrouped} AND NOT ${forms.isForeign})`;
  return `CASE WHEN ${forms.isPlain} THEN ${read(cell)} WHEN ${grouped} THEN ${read(forms.digits)} END`;
}

/**
 * What can be wrong with a clean cell that gave no number, by the name of the reason. The first that is
 * true counts.
 */
export function numberFaults(
  cell: string,
  field: FieldDef,
  dialect: Dialect,
): readonly (readonly [reason: string, test: string])[] {
  const { type, pointed, isPlain, isGrouped, isForeign, digits } = formsOf(cell, field, dialect);
  const foreign = isForeign === null ? [] : ([['other-currency', isForeign]] as const);
  if (type === 'integer') return [...foreign, ['number-too-large', isGrouped], ['not-an-integer', 'true']];
  return [
    ...foreign,
    [
      'too-many-decimals',
      `CASE WHEN ${isPlain} THEN NOT ${isExact(pointed(cell), dialect)} WHEN ${isGrouped} THEN NOT ${isExact(pointed(digits), dialect)} ELSE false END`,
    ],
    ['number-too-large', `(${isPlain} OR ${isGrouped})`],
    ['not-a-number', 'true'],
  ];
}

/**
 * Whether a number that is written with a point has no more decimals than are kept; an exponent moves its
 * point.
 */
function isExact(text: string, dialect: Dialect): string {
  const fraction = dialect.extract(text, '[.](\\d*?)0*[eE]', 1);
  const exponent = `CAST(${dialect.extract(text, '[eE][+]?(-?\\d+)$', 1)} AS INTEGER)`;
  return (
    `CASE WHEN NOT ${dialect.matches(text, '[eE]')} THEN NOT ${dialect.matches(text, `[.]\\d{${DECIMALS}}\\d*[1-9]`)}` +
    ` WHEN ${dialect.matches(text, '^[+-]?[0.]+[eE]')} THEN true` +
    ` ELSE strlen(${fraction}) - ${exponent} <= ${DECIMALS} END`
  );
}

/**
 * Whether a number with too many decimals is a binary fraction of 64 bits written to its last digit, and a
 * number of few decimals is that very fraction: `1234.5599999999999` and 1234.56 are one. Seventeen digits
 * tell every two such fractions apart, so a cell with more of them was not written by a program that had
 * only the fraction; one with fewer than sixteen is never equal to a shorter number.
 */
function isBinaryFraction(text: string, dialect: Dialect): string {
  const kept = `CAST(${dialect.tryNumber(text, 'decimal')} AS VARCHAR)`;
  return (
    `${dialect.matchesWhole(text, '[+-]?[0.]*[1-9](?:[.]?\\d){0,16}0*')}` +
    ` AND ${dialect.tryNumber(text, 'double')} = ${dialect.tryNumber(kept, 'double')}`
  );
}

/** The forms in which a clean cell can be a number. */
function formsOf(cell: string, field: FieldDef, dialect: Dialect) {
  const type = field.type === 'integer' ? ('integer' as const) : ('decimal' as const);
  const point = field.decimal === ',' ? ',' : '\\.';
  const fraction = type === 'integer' ? `(?:${point}0*)?` : `(?:${point}\\d*)?(?:[eE][+-]?\\d{1,2})?`;
  const leading = type === 'integer' ? '' : `|[+-]?${point}\\d+`;
  const plain = `[+-]?\\d+${fraction}${leading}`;
  const groups = [...SEPARATORS, field.decimal === ',' ? '\\.' : ',']
    .map((separator) => `\\d{1,3}(?:${separator}\\d{3})+`)
    .join('|');
  const grouped = `[+-]?(?:${groups}|\\d+)${fraction}`;
  const currency = currencyPatterns(field);
  const bare = dialect.without(cell, currency.taken);
  const digits = dialect.without(bare, `[ \\x{A0}\\x{202F}'’${field.decimal === ',' ? '.' : ','}]`);
  return {
    type,
    isPlain: dialect.matchesWhole(cell, plain),
    /**
     * Whether the cell is an amount in another currency than the target's; null where the target has none.
     */
    isForeign:
      currency.own === null
        ? null
        : `(CASE WHEN ${dialect.matches(cell, currency.own)} THEN false ELSE ${dialect.matches(cell, currency.other)} END)`,
    isGrouped: dialect.matchesWhole(bare, grouped),
    /** The grouped form without its separators and its currency. */
    digits,
    pointed: (text: string) => (field.decimal === ',' ? `replace(${text}, ',', '.')` : text),
  };
}

/** A number of a few digits and nothing else, straight from the raw cell; null for every other cell. */
function quickInteger(raw: string, field: FieldDef): string {
  const type = field.type === 'integer' ? 'BIGINT' : `DECIMAL(18, ${DECIMALS})`;
  const number = `TRY_CAST(${raw} AS INTEGER)`;
  return `CASE WHEN strlen(${raw}) < 10 AND CAST(${number} AS VARCHAR) = ${raw} THEN CAST(${number} AS ${type}) END`;
}

/** A number in a plain form and nothing else, straight from the raw cell; null for every other cell. */
export function quickNumber(raw: string, field: FieldDef, dialect: Dialect): string {
  const whole = quickInteger(raw, field);
  if (field.type === 'integer') return whole;
  const [point, pointed] = field.decimal === ',' ? [',', `replace(${raw}, ',', '.')`] : ['\\.', raw];
  const broken = dialect.matchesWhole(raw, `-?\\d{1,9}${point}\\d{1,${DECIMALS}}`);
  return `coalesce(${whole}, CASE WHEN ${broken} THEN ${dialect.tryNumber(pointed, 'decimal')} END)`;
}

const TRUE = ['true', 'yes', 'oui', 'vrai', '1'];
const FALSE = ['false', 'no', 'non', 'faux', '0'];

/** A clean cell as a boolean; null where it is none. */
export function booleanOf(cell: string, _field: FieldDef, dialect: Dialect): string {
  const list = (words: readonly string[]): string => words.map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN lower(${cell}) IN (${list(TRUE)}) THEN true WHEN lower(${cell}) IN (${list(FALSE)}) THEN false END`;
}
