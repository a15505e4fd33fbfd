import type { Day } from '../model/time.ts';
import type { Change, Correction } from './holiday-correction.ts';
import { SPAIN } from './holidays-spain.ts';

const FITR = 'عيد الفطر';
const ADHA = 'عيد الأضحى';
const TRUTH = { kind: 'yearly', date: '09-30', name: 'National Day for Truth and Reconciliation' } as const;

/** In the order in which they are applied. */
export const CORRECTIONS: readonly Correction[] = [
  // Canada, Holidays Act, R.S.C. 1985, c. H-5: 2 July is the legal holiday where 1 July is a Sunday.
  { place: 'CA', change: { kind: 'substitute', name: 'Canada Day', when: 'sunday' } },
  // Québec, National Holiday Act, CQLR c. F-1.1, s. 4: 25 June for those who do not work on Sundays.
  { place: 'CA-QC', change: { kind: 'substitute', name: 'National Holiday', when: 'sunday' } },
  // British Columbia, National Day for Truth and Reconciliation Act, S.B.C. 2023, c. 3.
  { place: 'CA-BC', from: 2023, change: TRUTH },
  // Manitoba, The Orange Shirt Day Act and Employment Standards Code amendment, S.M. 2023 (Bill 4).
  { place: 'CA-MB', from: 2024, change: TRUTH },
  // Northwest Territories and Nunavut, amendments of 2022 to their employment and labour standards.
  { place: 'CA-NT', from: 2022, change: TRUTH },
  { place: 'CA-NU', from: 2022, change: TRUTH },
  // Prince Edward Island, Employment Standards Act, s. 6, as amended in 2021.
  { place: 'CA-PE', from: 2022, change: TRUTH },
  // Yukon, National Day for Truth and Reconciliation Act, 2022.
  { place: 'CA-YT', from: 2023, change: TRUTH },
  // Ontario, Employment Standards Act, 2000, s. 1 "public holiday": nine days, Easter Monday not among them.
  { place: 'CA-ON', change: { kind: 'drop', name: 'Easter Monday' } },
  // Northwest Territories, Employment Standards Act, S.N.W.T. 2007, c. 13, s. 1; Yukon, Employment
  // Standards Act, s. 1.
  { place: 'CA-NT', change: { kind: 'drop', name: 'Easter Monday' } },
  { place: 'CA-NT', change: { kind: 'drop', name: 'Boxing Day' } },
  { place: 'CA-YT', change: { kind: 'drop', name: 'Easter Monday' } },
  // Nunavut, Labour Standards Act as amended in 2020.
  { place: 'CA-NU', from: 2020, change: { kind: 'yearly', date: '07-09', name: 'Nunavut Day' } },
  // Prince Edward Island, Employment Standards Act, s. 6: the day of the Gold Cup Parade is not among them.
  { place: 'CA-PE', change: { kind: 'drop', name: 'Gold Cup Parade Day' } },
  // Glarus: 1 April is the first Thursday of April where it is one; the library begins with the second.
  {
    place: 'CH-GL',
    change: { kind: 'without', dates: [2004, 2027, 2032, 2038, 2049].map((year) => `${year}-04-08`) },
  },
  {
    place: 'CH-GL',
    change: {
      kind: 'dates',
      name: 'Näfelser Fahrt',
      dates: [2004, 2027, 2032, 2038, 2049].map((year) => `${year}-04-01`),
    },
  },
  // Glarus, Fahrtsbrief: the first Thursday of April, a week later where that one is Maundy Thursday.
  { place: 'CH-GL', change: { kind: 'weekLaterBefore', name: 'Näfelser Fahrt', before: 'Karfreitag' } },
  // Côte d'Ivoire, décret 96-205, and for Christmas and both feasts décret 2011-371: Monday after a Sunday.
  ...['Fête du travail', 'Jour de l’Indépendance'].map(
    (name): Correction => ({ place: 'CI', change: { kind: 'substitute', name, when: 'sunday' } }),
  ),
  ...['Fête de fin du Ramadan', 'Fête du mouton'].map(
    (name): Correction => ({ place: 'CI', from: 2012, change: { kind: 'substitute', name, when: 'sunday' } }),
  ),
  { place: 'CI', from: 2011, change: { kind: 'substitute', name: 'Noël', when: 'sunday' } },
  // Algeria: the Amazigh new year is a holiday since 2018 (loi 18-12).
  { place: 'DZ', to: 2017, change: { kind: 'drop', name: 'رأس السنة الأمازيغية' } },
  // Algeria, loi 63-278 and ordonnance 68-419: two days; loi 23-10 of 26 June 2023: three.
  { place: 'DZ', change: { kind: 'lasts', name: FITR, days: 2 } },
  { place: 'DZ', from: 2024, change: { kind: 'lasts', name: FITR, days: 3 } },
  { place: 'DZ', change: { kind: 'lasts', name: ADHA, days: 2 } },
  { place: 'DZ', from: 2023, change: { kind: 'lasts', name: ADHA, days: 3 } },
  // Cantabria, ley 3/1989: the Día de las Instituciones is 28 July, not June.
  { place: 'ES-CB', change: { kind: 'drop', name: 'Día de las Instituciones de Cantabria' } },
  {
    place: 'ES-CB',
    change: { kind: 'yearly', date: '07-28', name: 'Día de las Instituciones de Cantabria' },
  },
  // Murcia, Estatuto de Autonomía (Ley Orgánica 4/1982) and the calendar of each year: 9 June.
  { place: 'ES-MC', change: { kind: 'yearly', date: '06-09', name: 'Día de la Región de Murcia' } },
  // Navarra, the calendar of each year: San Francisco Javier.
  { place: 'ES-NC', change: { kind: 'yearly', date: '12-03', name: 'San Francisco Javier' } },
  // Comunitat Valenciana, the calendar of each year: the day of the Community, 9 October.
  { place: 'ES-VC', change: { kind: 'yearly', date: '10-09', name: 'Día de la Comunitat Valenciana' } },
  ...SPAIN,
  // Scotland, royal proclamation under the Banking and Financial Dealings Act 1971: once, for the World Cup.
  {
    place: 'GB-SCT',
    from: 2026,
    to: 2026,
    change: { kind: 'yearly', date: '06-15', name: 'World Cup bank holiday' },
  },
  // Saint-Martin, code du travail L3422-2 and the circular of 3 May 2019: 27 May until 2018, 28 May since.
  { place: 'FR-MF', from: 2019, change: { kind: 'drop', name: 'Abolition de l’esclavage' } },
  {
    place: 'FR-MF',
    from: 2019,
    change: { kind: 'yearly', date: '05-28', name: 'Abolition de l’esclavage' },
  },
  // Ireland, S.I. of 2022 under the Organisation of Working Time Act 1997: once, for those lost to Covid-19.
  {
    place: 'IE',
    from: 2022,
    to: 2022,
    change: { kind: 'yearly', date: '03-18', name: 'Day of Remembrance and Recognition' },
  },
  // Morocco, décret 2-77-169 and 2-00-166 as amended: two days of both feasts and of Mawlid.
  ...[FITR, ADHA, 'المولد النبويّ'].map(
    (name): Correction => ({ place: 'MA', change: { kind: 'lasts', name, days: 2 } }),
  ),
  // Morocco, royal decision of 3 May 2023: the Amazigh new year, from 2024.
  {
    place: 'MA',
    from: 2024,
    change: { kind: 'yearly', date: '01-14', name: 'رأس السنة الأمازيغية' },
  },
  // Morocco, royal decision of 4 November 2025: Aïd Al Wahda (the feast of unity), from 2026.
  { place: 'MA', from: 2026, change: { kind: 'yearly', date: '10-31', name: 'عيد الوحدة' } },
  // Tunisia, the decree on the holidays of public servants: two days of both feasts.
  { place: 'TN', change: { kind: 'lasts', name: FITR, days: 2 } },
  { place: 'TN', change: { kind: 'lasts', name: ADHA, days: 2 } },
  // United States, 5 U.S.C. 6103(b) and Executive Order 11582.
  { place: 'US', change: { kind: 'substitute', name: 'Veterans Day', when: 'nearest' } },
];

/**
 * The corrections of a place, applied to its dates: a date that has another holiday keeps that one's name.
 */
export function corrected(
  place: string,
  days: ReadonlyMap<Day, string>,
  years: readonly number[],
): Map<Day, string> {
  const result = new Map(days);
  for (const { place: of, from = -Infinity, to = Infinity, change } of CORRECTIONS) {
    if (place !== of && !place.startsWith(`${of}-`)) continue;
    apply(
      change,
      of,
      result,
      years.filter((year) => year >= from && year <= to),
    );
  }
  return new Map([...result].sort(([a], [b]) => a - b));
}

function apply(change: Change, place: string, days: Map<Day, string>, years: readonly number[]): void {
  const put = (day: Day, name: string): void => {
    if (!days.has(day)) days.set(day, name);
  };
  if (change.kind === 'yearly') {
    for (const year of years) put(dayOf(`${year}-${change.date}`), change.name);
    return;
  }
  if (change.kind === 'dates') {
    for (const date of change.dates) put(dayOf(date), change.name);
    return;
  }
  if (change.kind === 'without') {
    for (const date of change.dates) days.delete(dayOf(date));
    return;
  }
  const { name } = change;
  for (const day of firstDays(days, name)) {
    if (!years.includes(dateOf(day).getUTCFullYear())) continue;
    if (change.kind === 'drop') days.delete(day);
    if (change.kind === 'lasts') {
      for (let more = 1; more < change.days; more++) put(day + more, name);
    }
    if (change.kind === 'substitute') {
      const weekday = dateOf(day).getUTCDay();
      if (weekday === 0) put(day + 1, substituteOf(name, place));
      if (weekday === 6 && change.when === 'nearest') put(day - 1, substituteOf(name, place));
    }
    if (change.kind === 'weekLaterBefore' && days.get(day + 1) === change.before) {
      days.delete(day);
      put(day + 7, name);
    }
  }
}

/** The dates of that name that no date of the same name precedes. */
function firstDays(days: ReadonlyMap<Day, string>, name: string): Day[] {
  return [...days.keys()].filter((day) => days.get(day) === name && days.get(day - 1) !== name);
}

/** As the library names its own. */
function substituteOf(name: string, place: string): string {
  return `${name} (${place === 'CI' ? 'jour substitut' : 'substitute day'})`;
}

function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function dateOf(day: Day): Date {
  return new Date(day * 86_400_000);
}
