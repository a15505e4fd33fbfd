import type { CaseState, Reason } from '../../src/model/compliance.ts';
import {
  newestOf,
  populationOf,
  promisesOf,
  type RawAgreement,
  type RawCalendar,
  type RawPromise,
  targetOf,
  type World,
} from './agreement.ts';
import { attemptsCases } from './attempts.ts';
import { type CalendarWalk, calendarWalk, inRange } from './calendar.ts';
import type { Bench, Judgement } from './case.ts';
import { holds, tellTouches } from './condition.ts';
import { asItWas, type Data, readData, type Span, walkOf } from './data.ts';
import { excused } from './excuses.ts';
import { responseCases } from './response.ts';
import { shareCases } from './share.ts';
import { stepCases } from './steps.ts';
import { recordCases, tallyCases } from './tally.ts';
import { touches } from './touched.ts';
import { beginOf, dayAt, dayNumber, midnightOf, type ZoneWalk } from './zone.ts';

/** A judgement with the version that made it, after waivers. */
export interface Ruled {
  readonly version: RawAgreement;
  readonly promise: RawPromise;
  readonly case: Judgement;
  readonly state: CaseState;
  readonly reason: Reason | null;
  readonly atRisk: boolean;
  /** The instant that decides its version and, unless booked by due, its period. */
  readonly at: number;
  /** The instant that decides its period. */
  readonly booked: number;
}

export interface Ruling {
  readonly asOf: number;
  readonly zone: ZoneWalk;
  readonly data: Data;
  readonly cases: readonly Ruled[];
  /**
   * What starts with a stray date and is no case, since it is out of scope or another version judges what
   * nothing dates: told in the ledgers alone.
   */
  readonly astray: readonly Ruled[];
}

/** When a version is in force: from and to as instants, the second excluded. */
export function forceOf({ effective }: RawAgreement, zone: ZoneWalk): readonly [number, number] {
  return [
    effective?.from === undefined ? Number.NEGATIVE_INFINITY : beginOf(zone, dayNumber(effective.from)),
    effective?.to === undefined ? Number.POSITIVE_INFINITY : beginOf(zone, dayNumber(effective.to) + 1),
  ];
}

/** Judges every promise of every version, one lead at a time. Null where the data hold no date at all. */
export function rule(world: World, span: Span): Ruling | null {
  const newest = newestOf(world);
  const zone = walkOf(newest.timezone, span);
  const asked = world.asOf === null ? null : instantOf(world.asOf, zone);
  const read = readData(world, span, asked);
  const asOf = asked ?? read.latest;
  if (asOf === null) return null;
  const data = world.asOf === null ? read : asItWas(read, asOf);
  const hasStray = world.asOf === null && data.hasStray;
  const astray: Ruled[] = [];
  const cases: readonly Ruled[] = world.versions.flatMap((version, i) =>
    promisesOf(version).flatMap((promise) => {
      const bench = benchOf(
        version,
        promise,
        asOf,
        hasStray,
        zone,
        data,
        span,
        newest.sources.leads?.handed_over,
      );
      return casesOf(bench).flatMap((one) => {
        const at = one.start?.first ?? one.stop?.first ?? 0;
        const judges = one.undated
          ? withoutDate(promise, asOf, zone, world)
          : world.versions.find((other) => inForce(other, at, zone));
        // 24:00 is of the day that ends then.
        const booked = promise.book_by === 'due' && one.due !== null ? one.due - 1 : at;
        const known = { version, promise, case: one, at, booked };
        const isStray = hasStray && at > asOf && !promise.occurrence && !promise.steps;
        if (isStray && (one.state === 'excluded' || judges !== version)) {
          astray.push({ ...known, state: 'excluded', reason: one.reason, atRisk: false });
          return [];
        }
        if (judges !== version && (judges !== undefined || i > 0)) return [];
        if (judges === undefined)
          return [{ ...known, state: 'excluded', reason: 'no-version', atRisk: false } as const];
        if (one.state !== 'excluded' && isWaived(one, promise, version, zone, data.merges))
          return [{ ...known, state: 'excluded', reason: 'waived', atRisk: false } as const];
        return [{ ...known, state: one.state, reason: one.reason, atRisk: one.atRisk }];
      });
    }),
  );
  return { asOf, zone, data, cases: excused(cases, { world, zone, asOf }), astray };
}

/** Of the versions that make a promise the one in force at as-of, else the last that was, else the first. */
function withoutDate({ id }: RawPromise, asOf: number, zone: ZoneWalk, { versions }: World): RawAgreement {
  const own = versions.filter((version) => promisesOf(version).some((promise) => promise.id === id));
  const judges =
    own.findLast((version) => inForce(version, asOf, zone)) ??
    own.findLast((version) => forceOf(version, zone)[0] <= asOf) ??
    own[0];
  if (!judges) throw new Error(`No version makes ${id}`);
  return judges;
}

function inForce(version: RawAgreement, at: number, zone: ZoneWalk): boolean {
  const [from, to] = forceOf(version, zone);
  return from <= at && at < to;
}

function casesOf(bench: Bench): readonly Judgement[] {
  const { promise } = bench;
  if (promise.count ?? promise.sum) return tallyCases(bench);
  if (promise.occurrence) return recordCases(bench);
  if (promise.steps) return stepCases(bench);
  if (promise.share) return shareCases(bench);
  return promise.response ? responseCases(bench) : attemptsCases(bench);
}

const walks = new WeakMap<RawCalendar, CalendarWalk>();

function benchOf(
  agreement: RawAgreement,
  promise: RawPromise,
  asOf: number,
  hasStray: boolean,
  zone: ZoneWalk,
  data: Data,
  span: Span,
  handedOver: string | undefined,
): Bench {
  const population = populationOf(promise, agreement);
  const bench: Bench = {
    agreement,
    promise,
    asOf,
    hasStray,
    zone,
    leads: population === null ? data.leads : (data.populations[population] ?? []),
    handedOver: population === null ? handedOver : undefined,
    activities: data.activities,
    records: promise.occurrence ? data.records(promise.occurrence) : [],
    calendar(id) {
      const raw = id === undefined ? undefined : agreement.calendars[id];
      if (id === undefined || !raw) return null;
      const walk = walks.get(raw) ?? calendarWalk(raw, walkOf(raw.timezone, span));
      walks.set(raw, walk);
      return walk;
    },
  };
  for (const lead of bench.leads) tellTouches(lead.row, touches(lead, bench));
  return bench;
}

function isWaived(
  { lead, row, start, state }: Judgement,
  promise: RawPromise,
  agreement: RawAgreement,
  zone: ZoneWalk,
  merges: Data['merges'],
): boolean {
  const target = targetOf(promise);
  // Nothing is taken out of a number, and there is nothing to excuse in what serves the target.
  if (!target.includes('%') || state === (target.startsWith('<=') ? 'breached' : 'met')) return false;
  const population = populationOf(promise, agreement);
  return (agreement.waivers ?? []).some(({ leads, where, between, commitment, expires }) => {
    if (commitment !== undefined && commitment !== promise.id) return false;
    // Keys and conditions are those of leads, where no promise about other rows is named.
    if (population !== null && (where !== undefined || (leads !== undefined && commitment === undefined)))
      return false;
    const end = expires === undefined ? null : midnightOf(zone, dayNumber(expires) + 1);
    if (end !== null && (start === null || start.first >= end)) return false;
    if (leads !== undefined)
      return leads.some((id) => (population === null ? (merges.get(id) ?? id) : id) === lead);
    if (where !== undefined && !holds(where, row, agreement)) return false;
    if (between === undefined) return where !== undefined;
    return start !== null && inRange(between, dayAt(zone, start.first));
  });
}

/** `2026-03-08T10:30:00Z`, or the end of a date. */
function instantOf(text: string, zone: ZoneWalk): number {
  return text.endsWith('Z') ? Date.parse(text) * 1000 : midnightOf(zone, dayNumber(text) + 1);
}
