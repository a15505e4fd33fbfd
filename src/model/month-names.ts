/**
 * The months as exports spell them in English and French, small and without accents and full stops; the
 * first two are English, short and whole. No word means two of them.
 */
export const MONTH_NAMES: readonly (readonly [short: string, long: string, ...others: readonly string[]])[] =
  [
    ['jan', 'january', 'janv', 'janvier'],
    ['feb', 'february', 'fev', 'fevr', 'fevrier'],
    ['mar', 'march', 'mars'],
    ['apr', 'april', 'avr', 'avril'],
    ['may', 'may', 'mai'],
    ['jun', 'june', 'juin'],
    ['jul', 'july', 'juil', 'juillet'],
    ['aug', 'august', 'aou', 'aout'],
    ['sep', 'september', 'sept', 'septembre'],
    ['oct', 'october', 'octobre'],
    ['nov', 'november', 'novembre'],
    ['dec', 'december', 'decembre'],
  ];
