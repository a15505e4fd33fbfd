import { afterOfficeTime, DAY, dayOf, type Minute, weekdayOf } from '../office.ts';
import { type Person, person } from '../people.ts';
import { type Random, random } from '../random.ts';
import * as shape from '../shapes.ts';

const SEED = 20260624;
const LEADS = 2000;
const FIRST_DAY = dayOf('2026-01-02');
/** The exports were made on Wednesday 24 June 2026 at 17:20: nothing in them is later. */
export const EXPORTED: Minute = dayOf('2026-06-24') * DAY + 17 * 60 + 20;

const SELLERS = [
  'Anaïs Fauvet',
  'Benoît Kerdrel',
  'Céline Orsenne',
  'David Hautbois',
  'Éléa Sévignac',
] as const;
const REASONS = ['Pas de budget', 'Pas de projet', 'Déjà équipé', 'Injoignable', 'Hors cible'] as const;

/** What happened to one lead, before any export spoils it. Local minutes in Paris; null: it did not happen. */
export interface Life {
  readonly id: string;
  readonly who: Person;
  readonly source: string;
  /** Null where nobody asked. */
  readonly size: number | null;
  readonly country: string;
  readonly job: string;
  readonly seller: string | null;
  readonly created: Minute;
  readonly qualified: Minute | null;
  readonly assigned: Minute | null;
  readonly contacted: Minute | null;
  readonly decided: Minute | null;
  readonly accepted: boolean;
  /** Of those refused; empty where nobody wrote it down. */
  readonly reason: string;
  /** Day since 1970-01-01. */
  readonly won: number | null;
  readonly amount: number;
  readonly holes: { readonly phone: boolean; readonly company: boolean; readonly source: boolean };
}

/** The leads of the first half of 2026 in the order of their creation, the same at each call. */
export function lives(): readonly Life[] {
  const chance = random(SEED);
  return arrivals(chance).map((created, i) => life(chance, `ACM-${String(i + 1).padStart(5, '0')}`, created));
}

function arrivals(chance: Random): readonly Minute[] {
  const days: [number, number][] = [];
  for (let day = FIRST_DAY; day * DAY < EXPORTED; day++) {
    days.push([day, storyOf(day * DAY).arrivals * (shape.WEEKDAYS[weekdayOf(day)] as number)]);
  }
  const hours = shape.HOURS.map((weight, hour) => [hour, weight] as const);
  const found: Minute[] = [];
  while (found.length < LEADS) {
    const minute = chance.weighted(days) * DAY + chance.weighted(hours) * 60 + chance.between(0, 59);
    if (minute < EXPORTED) found.push(minute);
  }
  return found.sort((a, b) => a - b);
}

function life(chance: Random, id: string, created: Minute): Life {
  const size = Math.round(chance.quantile(shape.SIZES));
  const lead = {
    id,
    who: person(chance, chance.chance(0.07)),
    source: chance.weighted(shape.SOURCES),
    size: chance.chance(0.03) ? null : size,
    country: chance.weighted(shape.COUNTRIES),
    job: chance.weighted(shape.JOBS),
    created,
  };
  const wait = Math.round(chance.quantile(shape.DAYS_TO_QUALIFIED) * DAY) + chance.between(0, 4);
  const qualified = wait > DAY ? afterOfficeTime(created + wait, chance.between(0, 300)) : created + wait;
  if (!chance.chance(shape.QUALIFIED_SHARE) || qualified > EXPORTED) return { ...lead, ...UNQUALIFIED };
  const { blank } = storyOf(qualified);
  const hole = (share: number): boolean => chance.chance(share * blank);
  return {
    ...lead,
    ...UNQUALIFIED,
    qualified,
    seller: chance.chance(shape.NO_OWNER_SHARE) ? null : chance.pick(SELLERS),
    holes: { phone: hole(0.013), company: hole(0.007), source: hole(0.005) },
    ...sales(chance, qualified, size),
  };
}

const UNQUALIFIED = {
  seller: null,
  qualified: null,
  assigned: null,
  contacted: null,
  decided: null,
  accepted: false,
  reason: '',
  won: null,
  amount: 0,
  holes: { phone: false, company: false, source: false },
} as const;

/** From the qualification on: assigned by a rule, contacted, decided, won; each step only where it came before the export. */
function sales(chance: Random, qualified: Minute, size: number): Partial<Life> {
  const { wait, decision } = storyOf(qualified);
  const lastHours = qualified > EXPORTED - 6 * 60;
  const haste = size >= 500 ? 0.3 : 1;
  const minutes = Math.ceil(chance.quantile(shape.FIRST_CONTACT_MINUTES) * wait * haste);
  const fromHome = chance.chance(0.03); // a few leads are answered outside office hours
  const contacted = fromHome ? qualified + minutes : afterOfficeTime(answeredFrom(qualified), minutes);
  const system = chance.quantile(shape.PART_OF_WAIT_BEFORE_ASSIGNED);
  const assigned = qualified + Math.floor((contacted - qualified) * system);
  const never = chance.chance(lastHours ? 0.7 : 0.025);
  if (assigned > EXPORTED) return {};
  if (never || contacted > EXPORTED) return { assigned };
  const hours = chance.quantile(shape.HOURS_TO_DECISION) * decision;
  const decided = afterOfficeTime(contacted, Math.round(hours * 60));
  if (chance.chance(0.07) || decided > EXPORTED) return { assigned, contacted }; // never decided, or not yet
  const answer = { assigned, contacted, decided };
  if (!chance.chance(0.64)) return { ...answer, reason: chance.chance(0.04) ? '' : chance.pick(REASONS) };
  const won = Math.floor(decided / DAY + chance.quantile(shape.DAYS_TO_WON));
  const buys = chance.chance(shape.WON_SHARE_OF_QUALIFIED / 0.58) && (won + 1) * DAY <= EXPORTED;
  const amount = Math.round(chance.quantile(shape.AMOUNTS) * 20) / 20;
  return { ...answer, accepted: true, won: buys ? won : null, amount };
}

const local = (day: string, hour: number): Minute => dayOf(day) * DAY + hour * 60;

/** Nobody answered: the telephone was out of order on a March afternoon, sales were at a seminar for two days in May. */
const SILENT: readonly (readonly [from: Minute, to: Minute])[] = [
  [local('2026-03-13', 13), local('2026-03-16', 9)],
  [local('2026-05-21', 0), local('2026-05-23', 0)],
];

function answeredFrom(qualified: Minute): Minute {
  return SILENT.find(([from, to]) => qualified >= from && qualified < to)?.[1] ?? qualified;
}

/** How the month of an instant differs from the rest. */
export function storyOf(minute: Minute): (typeof shape.MONTHS)[string] {
  const label = new Date(minute * 60_000).toISOString().slice(0, 7);
  const found = shape.MONTHS[label];
  if (found === undefined) throw new Error(`no story for ${label}`);
  return found;
}
