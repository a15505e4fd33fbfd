import type { Dialect } from './dialect.ts';

/** What stands around a cell's text and is no part of it: blanks of every width, line breaks, the mark of byte order. */
export const AROUND =
  ' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A raw cell without the blanks around it; null for a blank one and for a word that stands for blank. */
export function cleanCell(raw: string, nulls: readonly string[], dialect: Dialect): string {
  const trimmed = trim(raw, dialect);
  const words = [...new Set(nulls.map((word) => word.trim().toLowerCase()))].filter((word) => word !== '');
  if (words.length === 0) return `nullif(${trimmed}, '')`;
  const blank = ['', ...words].map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN lower(${trimmed}) IN (${blank}) THEN NULL ELSE ${trimmed} END`;
}

/** Trimming by a set of characters is slow: most cells start and end with a character that needs none. */
function trim(raw: string, dialect: Dialect): string {
  const suspect = (character: string): string => `${character} <= ' ' OR ${character} > '~'`;
  return `CASE WHEN ${suspect(`${raw}[1]`)} OR ${suspect(`${raw}[-1]`)} THEN trim(${raw}, ${dialect.text(AROUND)}) ELSE ${raw} END`;
}
