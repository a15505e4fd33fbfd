/**
 * `_x000D_` in the text of a cell stands for a character that XML has no way to write; text that only looks
 * like that is written with `_x005F_` for its first underscore. Source: ECMA-376, ST_Xstring.
 */
export const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The characters that a text stands for. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
