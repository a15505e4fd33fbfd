import { DAY, dateOf, dayAt, dayNumber, midnightOf, type ZoneWalk } from './zone.ts';

export type Unit = 'week' | 'month' | 'quarter' | 'year';

export interface Stretch {
  readonly label: string;
  readonly from: number;
  /** Excluded. */
  readonly to: number;
}

/** The periods that the local dates of two instants and those between them fall into. */
export function periodsOver(unit: Unit, from: number, to: number, zone: ZoneWalk): readonly Stretch[] {
  const stretches: { label: string; from: number; to: number }[] = [];
  const before = dayAt(zone, from) - 366;
  for (let day = dayAt(zone, from); day <= dayAt(zone, to); day++) {
    const label = labelOf(unit, day);
    if (stretches.at(-1)?.label === label) continue;
    let first = day;
    while (first > before && labelOf(unit, first - 1) === label) first--;
    let next = day;
    while (labelOf(unit, next) === label) next++;
    stretches.push({ label, from: edge(zone, first), to: edge(zone, next) });
  }
  return stretches;
}

/** Beyond the walk no case lies, so that any far instant will do. */
function edge(zone: ZoneWalk, day: number): number {
  const [first, last] = [zone.first / 1440 + 2, (zone.first + zone.length) / 1440 - 2];
  return day < first || day > last ? day * DAY : midnightOf(zone, day);
}

function labelOf(unit: Unit, day: number): string {
  const date = dateOf(day);
  const [year = '', month = ''] = date.split('-');
  if (unit === 'year') return year;
  if (unit === 'month') return `${year}-${month}`;
  if (unit === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  // The week of a date is that of its Thursday; the first of a year is the one with the year's first Thursday.
  const thursday = day - ((day + 3) % 7) + 3;
  const ofYear = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${ofYear}-01-01`)) / 7) + 1;
  return `${ofYear}-W${String(week).padStart(2, '0')}`;
}
