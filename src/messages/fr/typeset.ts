/** Space before these marks, and inside « ». */
const MARKS = / (?=[:;?!%»](?:\s|$|[.,)»]))|(?<=«) /g;

/** `50 000`: a space between groups of three digits. */
const GROUPS = /(?<=(?<![\d.,:/-])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/g;

/** `1 Mo`, `24 h`, `{0} min`: a number, or what stands for one, and its unit. */
const UNITS = /(?<=[\d}]) (?=(?:octets?|[KMG]o|h|min|s|j)(?![\p{L}\d_’']))/gu;

/** `9 h 30`: an hour and its minutes. */
const HOURS = /(?<=[\d}] h) (?=[\d{])/g;

/**
 * A space before `: ; ? ! %`, within « » and in front of a unit never breaks the line, nor does one within
 * a number. Catalogues are written with plain spaces, which an editor shows. Source: Lexique des règles
 * typographiques en usage à l'Imprimerie nationale.
 */
export function typeset(text: string): string {
  const hours = text.replace(HOURS, '\u00a0');
  return hours.replace(GROUPS, '\u202f').replace(MARKS, '\u00a0').replace(UNITS, '\u00a0');
}
