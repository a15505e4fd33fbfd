import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import type { HolidayNames } from '../model/holidays.ts';

/** The rules of a place; the library keeps the language that it was asked for last, so each has its own. */
export interface Rules {
  readonly native: Holidays;
  readonly english: Holidays;
  readonly french: Holidays;
}

/** What is said of the holidays of a country, by the name under which their dates are on file. */
export interface Said {
  readonly names: Map<string, HolidayNames>;
  /** Of dates that rest on the moon. */
  readonly moon: Set<string>;
}

/** Names that the library does not translate, or not well, in English and in French. */
const OWN: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'Tag der Deutschen Einheit': ['Day of German Unity', 'Jour de l’Unité allemande'],
  Bundesfeiertag: ['National Day', 'Fête nationale'],
  'Martin Luther King Jr. Day': ['Martin Luther King Jr. Day', 'Jour de Martin Luther King'],
  "Washington's Birthday": ["Washington's Birthday", 'Anniversaire de Washington'],
  'Columbus Day': ['Columbus Day', 'Jour de Christophe Colomb'],
  'Veterans Day': ['Veterans Day', 'Jour des anciens combattants'],
  'Thanksgiving Day': ['Thanksgiving Day', 'Action de grâce'],
  'National Day for Truth and Reconciliation': [
    'National Day for Truth and Reconciliation',
    'Journée nationale de la vérité et de la réconciliation',
  ],
  'Fiesta Nacional de España': ['National Day of Spain', 'Fête nationale de l’Espagne'],
  'Día de la Constitución Española': ['Constitution Day', 'Jour de la Constitution'],
  'Día de la Comunitat Valenciana': ['Day of the Valencian Community', 'Fête de la Communauté valencienne'],
  'Día de la Región de Murcia': ['Day of the Region of Murcia', 'Fête de la région de Murcie'],
  'Día de las Instituciones de Cantabria': ['Day of the Institutions', 'Fête des institutions de Cantabrie'],
  'San Francisco Javier': ['Saint Francis Xavier', 'Saint François Xavier'],
  'Día de la Pascua Granada': ['Whit Monday', 'Lundi de Pentecôte'],
  'Santiago Apóstol': ['Saint James', 'Saint Jacques'],
  'San Juan': ['Saint John', 'Saint Jean'],
  'Epifanía del Señor': ['Epiphany', 'Épiphanie'],
  'Fiesta del Trabajo': ['Labour Day', 'Fête du travail'],
  'Inmaculada Concepción': ['Immaculate Conception', 'Immaculée Conception'],
  'San José': ['Saint Joseph', 'Saint Joseph'],
  'World Cup bank holiday': ['World Cup bank holiday', 'Jour férié de la Coupe du monde'],
  'Day of Remembrance and Recognition': [
    'Day of Remembrance and Recognition',
    'Journée du souvenir et de la reconnaissance',
  ],
  'رأس السنة الأمازيغية': ['Amazigh New Year', 'Nouvel An amazigh'],
  'عيد الوحدة': ['Unity Day', 'Aïd Al Wahda, fête de l’unité'],
  'عيد الثورة و الشباب': ['Revolution and Youth Day', 'Fête de la Révolution et de la Jeunesse'],
  'عيد الإستقلال': ['Independence Day', 'Fête de l’Indépendance'],
  'عيد الشهداء': ['Martyrs’ Day', 'Journée des Martyrs'],
  'عيد الجمهورية': ['Republic Day', 'Fête de la République'],
  'عيد المرأة': ['Women’s and Family Day', 'Fête de la Femme et de la Famille'],
  'عيد الجلاء': ['Evacuation Day', 'Fête de l’Évacuation'],
};

/** Names that are made of another one. */
const MADE: readonly (readonly [RegExp, en: (name: string) => string, fr: (name: string) => string])[] = [
  [
    / \((?:substitute day|jour substitut|día sustituto)\)$/,
    (name) => `${name} (substitute day)`,
    (name) => `${name} (jour substitut)`,
  ],
  [/^Lunes siguiente a /, (name) => `Monday after ${name}`, (name) => `Lundi après : ${name}`],
  [/^Día siguiente a /, (name) => `Day after ${name}`, (name) => `Lendemain : ${name}`],
];

/** The rules of the library for dates of the Islamic, Hebrew, Chinese, Korean and Vietnamese calendars. */
const MOON_RULE =
  /\b(?:Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu|Nisan|Iyyar|Sivan|Tamuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar)\b|(?:chinese|korean|vietnamese) (?!\S+ solarterm)/;

/** Holidays whose dates the library lists year by year. */
const MOON_NAME = /Vesak|Deepavali|Diwali|Eid al|Ramadan|Mawlid|Bucha|Buddhist Lent/;

/** Adds what is to be said of the holidays of a year that are new. */
export function note(said: Said, rules: Rules, year: number, holidays: HolidaysTypes.Holiday[]): void {
  const fresh = holidays.filter(({ name }) => !said.names.has(name));
  if (fresh.length === 0) return;
  const called = (all: readonly HolidaysTypes.Holiday[]) => (holiday: HolidaysTypes.Holiday) =>
    all.find(({ rule, date }) => rule === holiday.rule && date === holiday.date)?.name ?? holiday.name;
  const english = called(rules.english.getHolidays(year, 'en'));
  const french = called(rules.french.getHolidays(year, 'fr'));
  for (const holiday of fresh) {
    const { name, rule } = holiday;
    const en = english(holiday);
    const fr = french(holiday);
    // Who reads French can read what is written in Latin letters, or else what English calls it.
    said.names.set(name, OWN[name] ? ownOf(name) : { en, fr: fr !== name || isLatin(name) ? fr : en });
    if (MOON_RULE.test(rule) || MOON_NAME.test(en)) said.moon.add(name);
  }
}

/** The names that differ from those on file, for the names that are in use. */
export function namesOf(said: Said, used: ReadonlySet<string>): Readonly<Record<string, HolidayNames>> {
  const names: Record<string, HolidayNames> = {};
  for (const name of [...used].sort()) {
    const { en, fr } = said.names.get(name) ?? madeOf(name, said);
    if (en !== name || fr !== name) names[name] = { en, fr };
  }
  return names;
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

function ownOf(name: string): HolidayNames {
  const [en, fr] = OWN[name] ?? [name, name];
  return { en, fr };
}

function madeOf(name: string, said: Said): HolidayNames {
  for (const [pattern, en, fr] of MADE) {
    if (!pattern.test(name)) continue;
    const base = name.replace(pattern, '');
    const of = said.names.get(base) ?? ownOf(base);
    return { en: en(of.en), fr: fr(of.fr) };
  }
  return ownOf(name);
}
