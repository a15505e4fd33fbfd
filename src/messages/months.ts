import { type Language, language } from './index.ts';

/** January first, as the CLDR names and abbreviates them. */
const NAMES: Readonly<Record<Language, readonly (readonly [short: string, long: string])[]>> = {
  en: [
    ['Jan', 'January'],
    ['Feb', 'February'],
    ['Mar', 'March'],
    ['Apr', 'April'],
    ['May', 'May'],
    ['Jun', 'June'],
    ['Jul', 'July'],
    ['Aug', 'August'],
    ['Sep', 'September'],
    ['Oct', 'October'],
    ['Nov', 'November'],
    ['Dec', 'December'],
  ],
  fr: [
    ['janv.', 'janvier'],
    ['févr.', 'février'],
    ['mars', 'mars'],
    ['avr.', 'avril'],
    ['mai', 'mai'],
    ['juin', 'juin'],
    ['juil.', 'juillet'],
    ['août', 'août'],
    ['sept.', 'septembre'],
    ['oct.', 'octobre'],
    ['nov.', 'novembre'],
    ['déc.', 'décembre'],
  ],
};

/** `April`, `avril`; 0 is January. ICU, whose first answer takes tens of milliseconds, is not asked. */
export function monthName(index: number): string {
  return NAMES[language()][index]?.[1] ?? '';
}

/** `Apr`, `avr.` */
export function shortMonth(index: number): string {
  return NAMES[language()][index]?.[0] ?? '';
}
