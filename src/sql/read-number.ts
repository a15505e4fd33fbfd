import type { FieldDef } from '../model/agreement.ts';
import type { Dialect } from './dialect.ts';

const CURRENCY = '^(?:€|\\$|£|CHF|EUR|USD)[ \\x{A0}\\x{202F}]*|[ \\x{A0}\\x{202F}]*(?:€|\\$|£|CHF|EUR|USD)$';

/** Signs between groups of three digits that are no decimal sign in any export: spaces of three kinds, apostrophes. */
const SEPARATORS = [' ', '\\x{A0}', '\\x{202F}', "'", '’'];

/**
 * A clean cell as a number; null where it is none. Grouped digits are read only in groups of three with one and the same
 * separator: `1.5` under a decimal comma is no number, and never 15.
 */
export function numberOf(cell: string, field: FieldDef, dialect: Dialect): string {
  const type = field.type === 'integer' ? 'integer' : 'decimal';
  const point = field.decimal === ',' ? ',' : '\\.';
  const fraction = type === 'integer' ? `(?:${point}0*)?` : `(?:${point}\\d*)?(?:[eE][+-]?\\d{1,2})?`;
  const leading = type === 'integer' ? '' : `|[+-]?${point}\\d+`;
  const plain = `[+-]?\\d+${fraction}${leading}`;
  const groups = [...SEPARATORS, field.decimal === ',' ? '\\.' : ',']
    .map((separator) => `\\d{1,3}(?:${separator}\\d{3})+`)
    .join('|');
  const grouped = `[+-]?(?:${groups}|\\d+)${fraction}`;
  const bare = dialect.without(cell, CURRENCY);
  const digits = dialect.without(bare, `[ \\x{A0}\\x{202F}'’${field.decimal === ',' ? '.' : ','}]`);
  const read = (text: string): string => {
    const pointed = field.decimal === ',' ? `replace(${text}, ',', '.')` : text;
    return dialect.tryNumber(type === 'integer' ? `split_part(${pointed}, '.', 1)` : pointed, type);
  };
  return (
    `CASE WHEN ${dialect.matchesWhole(cell, plain)} THEN ${read(cell)}` +
    ` WHEN ${dialect.matchesWhole(bare, grouped)} THEN ${read(digits)} END`
  );
}

/** A number of a few digits and nothing else, straight from the raw cell; null for every other cell. */
export function quickInteger(raw: string, field: FieldDef): string {
  const type = field.type === 'integer' ? 'BIGINT' : 'DECIMAL(18, 6)';
  const number = `TRY_CAST(${raw} AS INTEGER)`;
  return `CASE WHEN strlen(${raw}) < 10 AND CAST(${number} AS VARCHAR) = ${raw} THEN CAST(${number} AS ${type}) END`;
}

/** A number in a plain form and nothing else, straight from the raw cell; null for every other cell. */
export function quickNumber(raw: string, field: FieldDef, dialect: Dialect): string {
  const whole = quickInteger(raw, field);
  if (field.type === 'integer') return whole;
  const [point, pointed] = field.decimal === ',' ? [',', `replace(${raw}, ',', '.')`] : ['\\.', raw];
  const broken = dialect.matchesWhole(raw, `-?\\d{1,9}${point}\\d{1,6}`);
  return `coalesce(${whole}, CASE WHEN ${broken} THEN ${dialect.tryNumber(pointed, 'decimal')} END)`;
}

const TRUE = ['true', 'yes', 'oui', 'vrai', '1'];
const FALSE = ['false', 'no', 'non', 'faux', '0'];

/** A clean cell as a boolean; null where it is none. */
export function booleanOf(cell: string, _field: FieldDef, dialect: Dialect): string {
  const list = (words: readonly string[]): string => words.map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN lower(${cell}) IN (${list(TRUE)}) THEN true WHEN lower(${cell}) IN (${list(FALSE)}) THEN false END`;
}
