import { DAY, dateOf, dayAt, dayNumber, midnightOf, type ZoneWalk } from './zone.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Stretch {
  readonly label: string;
  readonly from: number;
  /** Excluded. */
  readonly to: number;
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** The periods that the local dates of two instants and those between them fall into. */
export function periodsOver(
  unit: Unit,
  from: number,
  to: number,
  zone: ZoneWalk,
  yearStarts = 'january',
): readonly Stretch[] {
  const stretches: { label: string; from: number; to: number }[] = [];
  const before = dayAt(zone, from) - 366;
  for (let day = dayAt(zone, from); day <= dayAt(zone, to); day++) {
    const label = labelOf(unit, day, yearStarts);
    if (stretches.at(-1)?.label === label) continue;
    let first = day;
    while (first > before && labelOf(unit, first - 1, yearStarts) === label) first--;
    let next = day;
    while (labelOf(unit, next, yearStarts) === label) next++;
    stretches.push({ label, from: edge(zone, first), to: edge(zone, next) });
  }
  return stretches;
}

/** Beyond the walk no case lies, so that any far instant will do. */
function edge(zone: ZoneWalk, day: number): number {
  const [first, last] = [zone.first / 1440 + 2, (zone.first + zone.length) / 1440 - 2];
  return day < first || day > last ? day * DAY : midnightOf(zone, day);
}

export function labelOf(unit: Unit, day: number, yearStarts: string): string {
  const date = dateOf(day);
  const [year = '', month = ''] = date.split('-');
  if (unit === 'day') return date;
  if (unit === 'month') return `${year}-${month}`;
  if (unit !== 'week') return fiscalLabel(unit, Number(year), Number(month), yearStarts);
  // The week of a date is that of its Thursday; the first of a year is the one with the year's first Thursday.
  const thursday = day - ((day + 3) % 7) + 3;
  const ofYear = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${ofYear}-01-01`)) / 7) + 1;
  return `${ofYear}-W${String(week).padStart(2, '0')}`;
}

/** By counting: from the month in which the year begins, three months to each quarter, until the month is found. */
function fiscalLabel(unit: 'quarter' | 'year', year: number, month: number, yearStarts: string): string {
  const begin = MONTHS.indexOf(yearStarts) + 1;
  const ofYear = month < begin ? year - 1 : year;
  const name = begin === 1 ? String(ofYear) : `FY${ofYear}`;
  if (unit === 'year') return name;
  let walked = begin;
  for (let gone = 0; gone < 12; gone++, walked = walked === 12 ? 1 : walked + 1) {
    if (walked === month) return `${name}-Q${Math.floor(gone / 3) + 1}`;
  }
  throw new Error(`No month ${month}`);
}
