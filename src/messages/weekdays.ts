import { type Language, language } from './index.ts';

/** Monday first, as the CLDR abbreviates them. */
const SHORT: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
};

/** `Fri`, `ven.`; 0 is Monday. */
export function shortWeekday(index: number): string {
  return SHORT[language()][index] ?? '';
}

const LONG: typeof SHORT = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};

/** `Friday`, `vendredi`; 0 is Monday. */
export const weekdayName = (index: number): string => LONG[language()][index] ?? '';
