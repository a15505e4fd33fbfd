import { afterOfficeTime, DAY, dayOf, type Minute, weekdayOf } from './office.ts';
import { type Person, person } from './people.ts';
import { type Random, random } from './random.ts';
import * as shape from './shapes.ts';

/** What happened to one lead, whatever CRM keeps it. Local minutes in Paris; null: it did not happen. */
export interface Story {
  /** From 1, by creation. */
  readonly number: number;
  readonly who: Person;
  readonly size: number;
  readonly country: 'France' | 'Belgium' | 'Switzerland';
  readonly source: 'web' | 'event' | 'webinar' | 'referral';
  readonly owner: number | null;
  readonly created: Minute;
  readonly qualified: Minute | null;
  readonly assigned: Minute | null;
  readonly contacted: Minute | null;
  readonly decided: Minute | null;
  readonly outcome: 'accepted' | 'refused' | null;
  /** Of those refused: why; null where nobody wrote it down. */
  readonly reason: 'budget' | 'timing' | 'unreachable' | null;
  readonly won: Minute | null;
  readonly amount: number | null;
}

/** The exports were made on Wednesday 24 June 2026 at 17:20: nothing in them is later. */
export const EXPORTED: Minute = dayOf('2026-06-24') * DAY + 17 * 60 + 20;

const FIRST_DAY = dayOf('2026-02-02');

/** The lives of `count` leads from February to June 2026, the same for the same seed. */
export function stories(seed: number, count: number): readonly Story[] {
  const chance = random(seed);
  const days: [number, number][] = [];
  for (let day = FIRST_DAY; day * DAY < EXPORTED; day++) {
    days.push([day, shape.WEEKDAYS[weekdayOf(day)] as number]);
  }
  const hours = shape.HOURS.map((weight, hour) => [hour, weight] as const);
  const arrivals: Minute[] = [];
  while (arrivals.length < count) {
    const minute = chance.weighted(days) * DAY + chance.weighted(hours) * 60 + chance.between(0, 59);
    if (minute < EXPORTED) arrivals.push(minute);
  }
  return arrivals.sort((a, b) => a - b).map((created, index) => life(chance, index + 1, created));
}

/** An instant that lies after the export has not happened yet. */
const happened = (minute: Minute): Minute | null => (minute > EXPORTED ? null : minute);

function life(chance: Random, number: number, created: Minute): Story {
  const who = person(chance, chance.chance(0.07));
  const size = Math.round(chance.quantile(shape.SIZES));
  const country = chance.weighted([
    ['France', 80],
    ['Belgium', 12],
    ['Switzerland', 8],
  ] as const);
  const source = chance.weighted([
    ['web', 50],
    ['event', 15],
    ['webinar', 20],
    ['referral', 15],
  ] as const);
  const wait = Math.round(chance.quantile(shape.DAYS_TO_QUALIFIED) * DAY);
  const fit = chance.chance(0.7);
  const qualified = fit ? happened(created + (wait === 0 ? chance.between(1, 300) : wait)) : null;
  const assigned = qualified === null ? null : happened(afterOfficeTime(qualified, chance.between(1, 90)));
  const tried = assigned !== null && !chance.chance(0.06);
  const minutes = Math.ceil(chance.quantile(shape.FIRST_CONTACT_MINUTES) * 1.6);
  const contacted = tried ? happened(afterOfficeTime(assigned, minutes)) : null;
  const hours = chance.quantile(shape.HOURS_TO_DECISION);
  const decides = contacted !== null && !chance.chance(0.08);
  const decided = decides ? happened(afterOfficeTime(contacted, Math.round(hours * 60))) : null;
  const accepted = chance.chance(0.6);
  const outcome = decided === null ? null : accepted ? 'accepted' : 'refused';
  const reason = chance.chance(0.12) ? null : chance.pick(['budget', 'timing', 'unreachable'] as const);
  const buys = outcome === 'accepted' && chance.chance(0.3);
  const days = Math.round(chance.quantile(shape.DAYS_TO_WON) * DAY);
  const won = buys && decided !== null ? happened(afterOfficeTime(decided + days, 10)) : null;
  const price = Math.round(chance.quantile(shape.AMOUNTS) * 20) / 20;
  const owner = assigned === null ? null : chance.between(0, 3);
  return {
    number,
    who,
    size,
    country,
    source,
    owner,
    created,
    qualified,
    assigned,
    contacted,
    decided,
    outcome,
    reason: outcome === 'refused' ? reason : null,
    won,
    amount: won === null ? null : price,
  };
}
