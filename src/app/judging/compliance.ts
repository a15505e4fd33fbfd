import { dueCalendarDays } from '../../calendar/due.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Micros, Period, PeriodUnit } from '../../model/time.ts';
import { handedOverBy } from '../../plan/facts.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { type Judged, resultsOf, sharedGroups, versionsOf } from '../../plan/results.ts';
import type { Spread } from '../../plan/spread.ts';
import { boundariesOf, type Counting, countingOf } from './counting.ts';
import { type Court, type Planned, titleOf } from './open.ts';
import { dataFindings } from '../exports/findings.ts';
import { paceOf } from './pace.ts';
import { sourceNotes } from '../exports/notes.ts';
import { waiverUses } from './waiver-use.ts';

/** The instants that a report covers. */
export interface Cover {
  readonly from: Micros;
  /** Inclusive. */
  readonly to: Micros;
  /** Of shares; numbers per period keep their own. */
  readonly unit: PeriodUnit;
}

/** Judges every promise of an agreement over a span: the whole answer as neutral data. */
export async function complianceOf(court: Court, cover: Cover): Promise<Compliance> {
  const { agreement, file } = court.newest;
  const ids = [...new Set(court.planned.map(({ promise }) => promise.id))];
  const results: Result[] = [];
  const periods = new Map<string, Period>();
  const periodsOf = ({ promise }: Planned) =>
    periodsBetween(promise.target.per ?? cover.unit, cover.from, cover.to, court.zone);
  const counting = await countingOf(court, periodsOf);
  for (const id of ids) {
    const mine = court.planned.filter(({ promise }) => promise.id === id);
    const units = new Set(mine.map(({ promise }) => promise.target.per ?? cover.unit));
    for (const unit of units) {
      const cut = periodsBetween(unit, cover.from, cover.to, court.zone);
      for (const period of cut) periods.set(period.label, period);
      const planned = mine.filter(({ promise }) => (promise.target.per ?? cover.unit) === unit);
      const judged = await Promise.all(planned.map((one) => judge(court, one, counting)));
      const together = new Map<string, readonly Spread[]>();
      for (const group of sharedGroups(judged, cut)) {
        const own = planned.filter((_, i) => group.some((one) => one === judged[i]));
        together.set(versionsOf(group), await counting.spreads(own));
      }
      const newest = planned.at(-1);
      const place = newest?.force.sourced.place([...newest.promise.path, 'id']);
      const own = resultsOf(judged, {
        periods: cut,
        asOf: court.asOf,
        spreads: (group) => together.get(versionsOf(group)) ?? [],
        byFields: court.by.map(({ field }) => field),
        handOvers: handedOverBy(court.tables.leads.source) !== null,
        pace: (period, value, target) => paceOf(court, period, value, target),
      });
      results.push(...own.map((result) => (place ? { ...result, place } : result)));
    }
  }
  const data = await dataFindings(court);
  const uses = await waiverUses(court, (one) => boundariesOf(periodsOf(one)));
  const books = new Set(court.planned.map(({ promise }) => promise.bookBy));
  const [book] = books;
  return {
    agreement: {
      id: agreement.id,
      title: titleOf(court),
      versions: court.family.versions.map((version) => version.agreement.version),
      file,
      timezone: agreement.timezone,
      language: agreement.language,
    },
    asIf: court.asIf,
    asOf: court.asOf,
    asOfFrom: court.asOfFrom,
    bookBy: books.size === 1 && book ? book : 'mixed',
    periods: [...periods.values()].sort((a, b) => a.from - b.from || b.to - a.to),
    results,
    ledgers: court.world.ledgers,
    inputs: court.world.inputs,
    waivers: uses.waivers,
    findings: [...data.findings, ...uses.findings],
    notes: [...data.notes, ...(await sourceNotes(court))],
  };
}

async function judge(court: Court, planned: Planned, counting: Counting): Promise<Judged> {
  const { force, promise, plan } = planned;
  return {
    version: force.sourced.agreement.version,
    promise,
    shape: plan.shape,
    tallies: counting.tallies(planned),
    spreads: await counting.spreads([planned]),
    inForce: force.span,
    due: dueBySegment(court, planned),
  };
}

function dueBySegment(court: Court, { force, plan }: Planned): Judged['due'] {
  if (!('terms' in plan)) return () => null;
  return (segment, start) => {
    const terms = plan.terms[segment];
    if (!terms) return null;
    const { within, calendar } = terms;
    if (calendar !== null)
      return court.calendars.of(force.sourced, calendar)?.compiled.due(start, within) ?? null;
    if (within.unit === 'elapsed') return start + within.micros;
    return within.unit === 'calendar-days' ? dueCalendarDays(court.zone, start, within.days) : null;
  };
}
