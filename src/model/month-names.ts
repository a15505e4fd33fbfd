/**
 * The months as exports spell them in English, French and German, small and without accents and full stops;
 * the first two are English, short and whole. No word means two of them.
 */
export const MONTH_NAMES: readonly (readonly [short: string, long: string, ...others: readonly string[]])[] =
  [
    ['jan', 'january', 'janv', 'janvier', 'januar', 'janner'],
    ['feb', 'february', 'fev', 'fevr', 'fevrier', 'februar'],
    ['mar', 'march', 'mars', 'marz', 'mrz'],
    ['apr', 'april', 'avr', 'avril'],
    ['may', 'may', 'mai'],
    ['jun', 'june', 'juin', 'juni'],
    ['jul', 'july', 'juil', 'juillet', 'juli'],
    ['aug', 'august', 'aou', 'aout'],
    ['sep', 'september', 'sept', 'septembre'],
    ['oct', 'october', 'octobre', 'okt', 'oktober'],
    ['nov', 'november', 'novembre'],
    ['dec', 'december', 'decembre', 'dez', 'dezember'],
  ];
