import { describe, expect, it } from 'vitest';
import { calledIn, countryKnown, holidayDays, regionsOf } from '../../src/calendar/holidays.ts';
import { loadHolidayIndex, loadHolidays } from '../../src/files/holidays.ts';

/** Whole published lists, typed by hand from the source named; `MM-DD`, Sundays left out of both sides. */
describe('public holidays agree with the published list', () => {
  it.each([
    // service-public.fr, "Jours fériés" (code du travail, L3133-1)
    ['FR', 2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
    ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-11 12-25'],
    ['FR', 2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 11-01 11-11 12-25'],
    // Alsace-Moselle: code du travail, L3134-13 (Good Friday and 26 December besides)
    ['FR-57', 2026, '01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-11 12-25 12-26'],
    ['FR-67', 2025, '01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26'],
    ['FR-68', 2025, '01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26'],
    // SPF Emploi, "Jours fériés légaux"
    ['BE', 2025, '01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25'],
    ['BE', 2026, '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-11 12-25'],
    // guichet.lu, "Jours fériés légaux"
    ['LU', 2026, '01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 12-25 12-26'],
    // ge.ch, "Jours fériés officiels": Jeûne genevois, Restauration; not 26 December, not 1 May
    ['CH-GE', 2025, '01-01 04-18 04-21 05-29 06-09 08-01 09-11 12-25 12-31'],
    ['CH-GE', 2026, '01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31'],
    // vd.ch, "Jours fériés": 2 January and the Monday of the Jeûne fédéral
    ['CH-VD', 2026, '01-01 01-02 04-03 04-06 05-14 05-25 08-01 09-21 12-25'],
    // zh.ch, Ruhetags- und Ladenöffnungsgesetz: 1 May and 26 December
    ['CH-ZH', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 08-01 12-25 12-26'],
    // vs.ch, "Jours fériés légaux": neither Easter Monday nor Whit Monday nor 1 May
    ['CH-VS', 2026, '01-01 03-19 05-14 06-04 08-01 08-15 12-08 12-25'],
    // Bundesministerium des Innern, "Feiertage": all Länder
    ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    // Feiertagsgesetz Berlin: 8 March (a Saturday in 2025) and once 8 May
    ['DE-BE', 2025, '01-01 03-08 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26'],
    // Feiertagsgesetz Bayern: Epiphany, Corpus Christi, All Saints; the Assumption only where most people are Catholic
    ['DE-BY', 2025, '01-01 01-06 04-18 04-21 05-01 05-29 06-09 06-19 10-03 11-01 12-25 12-26'],
    ['DE-BY-KATH', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 12-25 12-26'],
    // Feiertagsgesetz Augsburg: Friedensfest
    ['DE-BY-A', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-08 08-15 10-03 12-25 12-26'],
    // Sachsen: Reformation Day and the Day of Repentance
    ['DE-SN', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26'],
    // Austria, Feiertagsruhegesetz
    ['AT', 2026, '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 12-08 12-25 12-26'],
  ])('%s %i', async (place, year, published) => {
    const dates = (await datesOf(place, year)).filter((date) => weekday(year, date) !== 0);
    expect(dates.join(' ')).toBe(published);
  });

  /** Where a holiday on a weekend moves to a weekday, the days off from Monday to Friday are compared. */
  it.each([
    // gov.uk, "UK bank holidays", England and Wales: jubilee and funeral, coronation, substitutes
    ['GB-ENG', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['GB-ENG', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    // gov.uk, Northern Ireland
    ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    // opm.gov, "Federal Holidays": the observed days
    ['US', 2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ])('%s %i, Monday to Friday', async (place, year, published) => {
    const dates = (await datesOf(place, year)).filter((date) => ![0, 6].includes(weekday(year, date)));
    expect(dates.join(' ')).toBe(published);
  });
});

describe('days that close nothing', () => {
  it.each([
    ['FR', '2026-04-03', 'Good Friday outside Alsace-Moselle'],
    ['FR', '2026-04-05', 'Easter Sunday, which is no legal holiday in France'],
    ['FR', '2026-05-31', "Mother's Day"],
    ['FR', '2026-12-26', 'the day after Christmas outside Alsace-Moselle'],
    ['BE', '2026-07-11', 'the day of the Flemish community'],
    ['DE', '2026-12-24', 'Christmas Eve'],
    ['DE', '2026-02-16', 'Rosenmontag'],
    ['DE-BY', '2026-08-15', 'the Assumption in all of Bavaria'],
    ['CH-GE', '2026-01-02', 'a bank holiday'],
    ['US', '2026-11-27', 'the day after Thanksgiving'],
    ['US', '2026-04-15', 'Tax Day'],
  ])('%s %s: %s', async (place, date) => {
    expect(await datesOf(place, Number(date.slice(0, 4)))).not.toContain(date.slice(5));
  });

  it('have names in the language of the place where they do close', async () => {
    const data = await loadHolidays('FR');
    const day = Date.parse('2026-04-03') / 86_400_000;
    expect(data && [...holidayDays({ country: 'FR', region: '57' }, data, day, day)]).toEqual([
      [day, 'Vendredi saint'],
    ]);
  });
});

describe('a holiday is called in the language of the reader', () => {
  it.each([
    ['FR-57', '2026-04-03', 'Good Friday', 'Vendredi saint'],
    ['DE', '2026-10-03', 'Day of German Unity', 'Jour de l’Unité allemande'],
    ['MA', '2026-03-21', 'End of Ramadan (Eid al-Fitr)', 'Fête de fin du Ramadan'],
    ['MA', '2026-10-31', 'Unity Day', 'Aïd Al Wahda, fête de l’unité'],
    ['US', '2023-11-10', 'Veterans Day (substitute day)', 'Jour des anciens combattants (jour substitut)'],
    ['ES-VC', '2026-10-09', 'Day of the Valencian Community', 'Fête de la Communauté valencienne'],
    ['ES-AN', '2023-01-02', "Monday after New Year's Day", 'Lundi après : Nouvel An'],
    ['CI', '2026-11-15', 'National Peace Day', 'National Peace Day'],
  ])('%s %s: %s, %s', async (text, date, english, french) => {
    const [country = '', region = null] = text.split('-');
    const data = await loadHolidays(country);
    if (!data) throw new Error(`no holidays for ${country}`);
    const day = Date.parse(date) / 86_400_000;
    const days = holidayDays({ country, region }, data, day, day);
    expect([...calledIn('en', data, days)]).toEqual([[day, english]]);
    expect([...calledIn('fr', data, days)]).toEqual([[day, french]]);
  });

  it('in Latin letters, whatever the country', async () => {
    for (const country of Object.keys(await loadHolidayIndex())) {
      const data = await loadHolidays(country);
      const names = [data?.days ?? {}, ...Object.values(data?.regions ?? {}).map(({ add }) => add)];
      const used = new Map(names.flatMap(Object.keys).map((name, day) => [day, name]));
      const called = data ? [...calledIn('fr', data, used).values()] : [];
      expect([country, called.filter((name) => !/\p{Script=Latin}/u.test(name))]).toEqual([country, []]);
    }
  });
});

/** What the library of holidays does not know and the law says: `src/build/holiday-corrections.ts` names each law. */
describe('a correction', () => {
  it.each([
    [
      'MA',
      '2024-01-14 2026-01-14 2026-03-20 2026-03-21 2026-05-27 2026-05-28 2026-08-25 2026-08-26 2026-10-31',
    ],
    ['DZ', '2022-05-02 2022-05-03 2023-06-28 2023-06-29 2023-06-30 2024-04-10 2024-04-11 2024-04-12'],
    ['TN', '2025-03-30 2025-03-31 2025-06-06 2025-06-07'],
    ['SN', '2025-03-30 2025-03-31'],
    ['CI', '2024-06-16 2024-06-17 2025-03-30 2025-03-31 2022-05-01 2022-05-02 2022-12-26'],
    ['GB-SCT', '2026-06-15'],
    ['IE', '2022-03-17 2022-03-18'],
    ['US', '2017-11-10 2018-11-12 2023-11-10 2028-11-10 2029-11-12'],
    ['CA', '2018-07-02 2029-07-02'],
    ['CA-QC', '2018-06-25 2018-07-02 2029-06-25'],
    ['CA-BC', '2023-09-30 2026-09-30'],
    ['CA-MB', '2024-09-30'],
    ['CA-NT', '2022-09-30'],
    ['CA-NU', '2022-09-30'],
    ['CA-PE', '2022-09-30'],
    ['CA-YT', '2023-09-30'],
    ['CH-GL', '2015-04-09 2025-04-03 2026-04-09 2034-04-13'],
    ['ES-VC', '2023-10-09 2025-10-09 2026-10-09'],
    ['ES-MC', '2023-06-09 2025-06-09 2026-06-09'],
    ['ES-NC', '2024-12-03 2025-12-03 2026-12-03'],
    ['CH-GL', '2027-04-01 2032-04-01'],
    ['CA-NU', '2026-07-09'],
    ['FR-MF', '2018-05-27 2019-05-28 2026-05-28'],
    ['ES-CB', '2023-07-28 2025-07-28 2026-07-28'],
    // BOE, Relación de fiestas laborales of each year: Mondays after a Sunday, and days in place of one
    ['ES-AN', '2017-01-02 2019-01-07 2019-12-09 2023-01-02 2024-12-09 2025-10-13'],
    ['ES-MD', '2021-03-19 2022-07-25 2023-03-20 2024-07-25 2025-07-25'],
    ['ES-CT', '2016-05-16 2022-06-06'],
    ['ES-EX', '2023-02-21 2024-02-13 2025-10-13'],
    ['ES-MC', '2019-06-10 2024-12-09'],
    ['ES-NC', '2017-12-04 2023-12-04'],
    ['ES-IB', '2025-12-26'],
  ])('%s closes on %s', async (place, dates) => {
    for (const date of dates.split(' ')) {
      expect(await datesOf(place, Number(date.slice(0, 4)))).toContain(date.slice(5));
    }
  });

  it.each([
    ['MA', '2023-01-14', 'the Amazigh new year before 2024'],
    ['MA', '2025-10-31', 'Aïd Al Wahda before 2026'],
    ['DZ', '2023-04-23', 'the third day of the end of Ramadan before the law of June 2023'],
    ['SN', '2026-03-21', 'the day after a feast that is no Sunday'],
    ['IE', '2023-03-18', 'a day that was given once'],
    ['US', '2018-11-13', 'the day after the substitute'],
    ['CA', '2023-07-03', 'the Monday after a Saturday'],
    ['CA-BC', '2022-09-30', 'the day before it was law in British Columbia'],
    ['CA-ON', '2026-09-30', 'Truth and Reconciliation, which is no public holiday of Ontario'],
    ['CA-ON', '2026-04-06', 'Easter Monday in Ontario'],
    ['CH-GL', '2026-04-02', 'the Fahrt on Maundy Thursday'],
    ['CH-GL', '2034-04-06', 'the Fahrt on Maundy Thursday'],
    ['CA-NT', '2026-04-06', 'Easter Monday in the Northwest Territories'],
    ['CA-YT', '2026-04-06', 'Easter Monday in Yukon'],
    ['CA-NT', '2025-12-26', 'Boxing Day in the Northwest Territories'],
    ['CA-PE', '2026-08-21', 'the Gold Cup Parade'],
    ['CH-GL', '2027-04-08', 'the second Thursday of April'],
    ['DZ', '2017-01-12', 'the Amazigh new year before it was law'],
    ['FR-MF', '2019-05-27', 'the day of Guadeloupe in Saint-Martin'],
    ['ES-IB', '2025-04-21', 'Easter Monday, which the Balearic Islands gave up for 26 December'],
    ['ES-CL', '2023-04-24', 'the Monday that Castilla y León gave up for Santiago'],
    ['ES-CB', '2025-06-28', 'a month too early in Cantabria'],
  ])('%s %s closes nothing: %s', async (place, date) => {
    expect(await datesOf(place, Number(date.slice(0, 4)))).not.toContain(date.slice(5));
  });
});

describe('a place', () => {
  it('is known by the index, with its regions', async () => {
    const index = await loadHolidayIndex();
    expect(countryKnown(index, 'FR')).toBe(true);
    expect(countryKnown(index, 'XX')).toBe(false);
    expect(countryKnown(index, 'constructor')).toBe(false);
    expect(Object.keys(regionsOf(index, 'FR'))).toContain('57');
    expect(regionsOf(index, 'XX')).toEqual({});
  });

  it('that is not on file has no holidays to load, whatever its name', async () => {
    expect(await loadHolidays('XX')).toBeNull();
    expect(await loadHolidays('../index')).toBeNull();
  });
});

async function datesOf(text: string, year: number): Promise<string[]> {
  const [country = '', ...parts] = text.split('-');
  const place = { country, region: parts.length === 0 ? null : parts.join('-') };
  const data = await loadHolidays(country);
  if (!data) throw new Error(`no holidays for ${text}`);
  const [from, to] = [Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year, 11, 31) / 86_400_000];
  return [...holidayDays(place, data, from, to).keys()]
    .sort((a, b) => a - b)
    .map((day) => new Date(day * 86_400_000).toISOString().slice(5, 10));
}

function weekday(year: number, date: string): number {
  return new Date(`${year}-${date}T00:00:00Z`).getUTCDay();
}
