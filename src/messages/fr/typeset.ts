/**
 * A space before `: ; ? ! %` and within « » never breaks the line. Catalogues are written with plain spaces, which an editor shows.
 * Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?!%»](?:\s|$|[.,)»]))|(?<=«) /g, '\u00a0');
}
