import type { CountryHolidays } from './holidays.ts';
import type { Day } from './time.ts';

type Numbers = readonly number[];

/** As files hold them: each date as the days from the one before it, which makes the files half as long. */
export const toFile = (holidays: CountryHolidays): CountryHolidays => withEach(holidays, stepsOf);

/** With the dates that the steps of a file lead to. */
export const fromFile = (holidays: CountryHolidays): CountryHolidays => withEach(holidays, daysOf);

const stepsOf = (days: readonly Day[]): Numbers => days.map((day, i) => day - (days[i - 1] ?? 0));

function daysOf(steps: Numbers): readonly Day[] {
  let day = 0;
  return steps.map((step) => {
    day += step;
    return day;
  });
}

function withEach(holidays: CountryHolidays, changed: (days: Numbers) => Numbers): CountryHolidays {
  const ofNames = (named: CountryHolidays['days']): CountryHolidays['days'] =>
    Object.fromEntries(Object.entries(named).map(([name, days]) => [name, changed(days)]));
  const regions = Object.entries(holidays.regions).map(
    ([code, { add, remove }]) => [code, { add: ofNames(add), remove: changed(remove) }] as const,
  );
  return { ...holidays, days: ofNames(holidays.days), regions: Object.fromEntries(regions) };
}
