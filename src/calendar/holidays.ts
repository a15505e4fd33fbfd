import type { CountryHolidays, HolidayIndex, HolidayNames } from '../model/holidays.ts';
import type { Day } from '../model/time.ts';

/** A country and, where one is meant, its region: `FR` and `57`. */
export interface HolidayPlace {
  readonly country: string;
  readonly region: string | null;
}

/**
 * The public holidays of a country or of one of its regions by date, from `fromDay` to `toDay`, both
 * included. A region that is not on file has the country's; outside the years on file there are none.
 */
export function holidayDays(
  { region }: HolidayPlace,
  data: CountryHolidays,
  fromDay: Day,
  toDay: Day,
): Map<Day, string> {
  const days = new Map<Day, string>();
  const put = (names: Readonly<Record<string, readonly Day[]>>): void => {
    for (const [name, dates] of Object.entries(names)) {
      for (const day of dates) {
        if (day >= fromDay && day <= toDay) days.set(day, name);
      }
    }
  };
  put(data.days);
  const own = region !== null && Object.hasOwn(data.regions, region) ? data.regions[region] : undefined;
  for (const day of own?.remove ?? []) days.delete(day);
  put(own?.add ?? {});
  return days;
}

/** The same days, with names in a language of reports. */
export function calledIn(
  language: keyof HolidayNames,
  { names }: CountryHolidays,
  days: ReadonlyMap<Day, string>,
): Map<Day, string> {
  const called = (name: string) => (Object.hasOwn(names, name) ? names[name]?.[language] : undefined) ?? name;
  return new Map([...days].map(([day, name]) => [day, called(name)]));
}

export function countryKnown(index: HolidayIndex, country: string): boolean {
  return Object.hasOwn(index, country);
}

/** Codes and names of a country's regions; empty for a country that is not known. */
export function regionsOf(index: HolidayIndex, country: string): Readonly<Record<string, string>> {
  return countryKnown(index, country) ? (index[country]?.regions ?? {}) : {};
}
