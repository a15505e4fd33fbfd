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

/** How a clean cell becomes a number: columns layer by layer, and what can be wrong with a cell that gave none. */
export interface NumberReader {
  readonly layers: readonly (readonly string[])[];
  readonly value: string;
  /** By the name of the reason; the first that is true counts. */
  readonly faults: readonly (readonly [reason: string, test: string])[];
}

/**
 * The value is null where the cell is no number, or none that can be kept as it is. Grouped digits are read only
 * in groups of three with one and the same separator: `1.5` under a decimal comma is no number, and never 15.
 */
export function numberReader(cell: string, field: FieldDef, index: number, dialect: Dialect): NumberReader {
  const { type, pointed, isPlain, isGrouped, isForeign, bare, digits } = formsOf(cell, field, dialect);
  const [plain, stripped, grouped, foreign, text, exact, value] = [
    ...['plain', 'bare', 'grouped', 'foreign', 'text', 'exact', 'v'].map((name) => name + index),
  ] as [string, string, string, string, string, string, string];
  const layers = [
    [`${isPlain} AS ${plain}`],
    [
      `CASE WHEN NOT ${plain} THEN ${bare} END AS ${stripped}`,
      ...(isForeign === null
        ? []
        : [`CASE WHEN NOT ${plain} THEN ${isForeign} ELSE false END AS ${foreign}`]),
    ],
    [`coalesce(${isGrouped(stripped)}, false) AS ${grouped}`],
    [
      `CASE WHEN ${plain} THEN ${pointed(cell)} WHEN ${grouped}${isForeign === null ? '' : ` AND NOT ${foreign}`} THEN ${pointed(digits(stripped))} END AS ${text}`,
    ],
  ];
  const faults = isForeign === null ? [] : ([['other-currency', foreign]] as const);
  if (type === 'integer') {
    const whole = dialect.tryNumber(`split_part(${text}, '.', 1)`, type);
    return {
      layers: [...layers, [`${whole} AS ${value}`]],
      value,
      faults: [...faults, ['number-too-large', `(${plain} OR ${grouped})`], ['not-an-integer', 'true']],
    };
  }
  const number = dialect.tryNumber(text, type);
  return {
    layers: [
      ...layers,
      [`${isExact(text, dialect)} AS ${exact}`],
      [
        `CASE WHEN CASE WHEN ${exact} THEN true ELSE ${isBinaryFraction(text, dialect)} END THEN ${number} END AS ${value}`,
      ],
    ],
    value,
    faults: [
      ...faults,
      ['too-many-decimals', `coalesce(NOT ${exact}, false)`],
      ['number-too-large', `(${plain} OR ${grouped})`],
      ['not-a-number', 'true'],
    ],
  };
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
    /** The cell without its currency, a minus behind it (`12,50-`) put in front. */
    bare: signFirst(dialect.without(cell, currency.taken), dialect),
    isGrouped: (bare: string) => dialect.matchesWhole(bare, grouped),
    /** The grouped form without its separators. */
    digits: (bare: string) =>
      dialect.without(bare, `[ \\x{A0}\\x{202F}'’${field.decimal === ',' ? '.' : ','}]`),
    pointed: (text: string) => (field.decimal === ',' ? `replace(${text}, ',', '.')` : text),
  };
}

/** Programs of bookkeepers write the sign of a number behind it. */
const signFirst = (text: string, dialect: Dialect): string =>
  `CASE WHEN ${dialect.matches(text, '^[\\d.,](?:.*[\\d.,])?-$')} THEN concat('-', ${dialect.without(text, '-$')}) ELSE ${text} END`;

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

export function booleanReader(cell: string, field: FieldDef, index: number, dialect: Dialect): NumberReader {
  const value = `v${index}`;
  return {
    layers: [[`${booleanOf(cell, field, dialect)} AS ${value}`]],
    value,
    faults: [['not-a-boolean', 'true']],
  };
}
