/**
 * The months as exports spell them, small and without accents and full stops: in English (short and whole),
 * French, German, Spanish, Italian, Dutch and Portuguese. No word means two of them.
 */
export const MONTH_NAMES: readonly (readonly [short: string, long: string, ...others: readonly string[]])[] =
  [
    [
      'jan',
      'january',
      'janv',
      'janvier',
      'januar',
      'janner',
      'ene',
      'enero',
      'gen',
      'gennaio',
      'januari',
      'janeiro',
    ],
    ['feb', 'february', 'fev', 'fevr', 'fevrier', 'februar', 'febrero', 'febbraio', 'februari', 'fevereiro'],
    ['mar', 'march', 'mars', 'marz', 'mrz', 'marzo', 'mrt', 'maart', 'marco'],
    ['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile'],
    ['may', 'may', 'mai', 'mayo', 'mag', 'maggio', 'mei', 'maio'],
    ['jun', 'june', 'juin', 'juni', 'junio', 'giu', 'giugno', 'junho'],
    ['jul', 'july', 'juil', 'juillet', 'juli', 'julio', 'lug', 'luglio', 'julho'],
    ['aug', 'august', 'aou', 'aout', 'ago', 'agosto', 'augustus'],
    ['sep', 'september', 'sept', 'septembre', 'septiembre', 'setiembre', 'set', 'settembre', 'setembro'],
    ['oct', 'october', 'octobre', 'okt', 'oktober', 'octubre', 'ott', 'ottobre', 'out', 'outubro'],
    ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
    ['dec', 'december', 'decembre', 'dez', 'dezember', 'dic', 'diciembre', 'dicembre', 'dezembro'],
  ];
