import { kindNames } from '../../src/kinds/index.ts';
import {
  populationOf,
  promisesOf,
  type RawAgreement,
  type RawPromise,
  weightOf,
} from '../oracle/agreement.ts';
import { causesIn } from '../oracle/causes.ts';
import type { Moment } from '../oracle/cell.ts';
import type { Ruling } from '../oracle/judge.ts';
import type { Outcome } from '../oracle/results.ts';
import type { Seeded } from './world/world.ts';

/** What the random worlds must hold, so that they prove something: by name, whether a world has it. */
const TESTS: Readonly<Record<string, (seen: Seen) => boolean>> = {
  ...each(kindNames, (kind) => [
    `measures ${kind}`,
    ({ ruling }) => ruling.cases.some(({ promise }) => kind in promise),
  ]),
  ...each(['met', 'breached', 'pending', 'excluded', 'unknown'] as const, (state) => [
    `a case is ${state}`,
    ({ ruling }) => ruling.cases.some((one) => one.state === state),
  ]),
  ...each(
    [
      'out-of-scope',
      'waived',
      'excused',
      'no-version',
      'no-start',
      'no-value',
      'no-deadline',
      'due-before-start',
      'stop-before-start',
      'date-only',
      'counter-only',
      'no-date',
      'stray-date',
    ] as const,
    (reason) => [
      `a case is told apart as ${reason}`,
      ({ ruling }) => ruling.cases.some((one) => one.reason === reason),
    ],
  ),
  'a broken case before which the other side had broken something': ({
    seeded: { world },
    ruling,
    outcomes,
  }) => causesIn(ruling, outcomes, world).length > 0,
  'records are counted by their evidence': ({ versions }) =>
    versions.flatMap(promisesOf).some(({ occurrence }) => JSON.stringify(occurrence)?.includes('exists')),
  'a case of a number whose date is blank': ({ ruling }) =>
    blank(ruling).some(({ promise }) => 'count' in promise || 'sum' in promise),
  ...each(['share', 'response', 'attempts'] as const, (kind) => [
    `a case of ${kind} whose date is blank`,
    ({ ruling }) => blank(ruling).some(({ promise }) => kind in promise),
  ]),
  'a case whose start is a stray date': ({ ruling }) =>
    floating(ruling).some(({ reason }) => reason === 'stray-date'),
  'attempts that end at a date that is blank': ({ ruling }) =>
    ruling.cases.some((one) => one.promise.attempts && one.reason === 'no-date' && one.case.start !== null),
  'a verdict that cases without a date take away': ({ outcomes }) =>
    outcomes.some(
      ({ verdict, counts, attainment }) =>
        verdict === 'no verdict' && counts.unknown === 0 && attainment !== null,
    ),
  'a case is at risk': ({ ruling }) => ruling.cases.some(({ atRisk }) => atRisk),
  ...each(['week', 'month', 'quarter'] as const, (period) => [
    `periods of a ${period}`,
    ({ seeded }) => seeded.world.period === period,
  ]),
  'quarters of a year that starts in another month than January': ({ outcomes }) =>
    outcomes.some(({ period }) => /^FY\d{4}-Q/.test(period)),
  'as-of is an instant': ({ seeded }) => seeded.world.asOf?.endsWith('Z') === true,
  'as-of is a date': ({ seeded }) => seeded.world.asOf?.length === 10,
  'as-of is told by the data': ({ seeded }) => seeded.world.asOf === null,
  'cut by one field': ({ seeded }) => seeded.world.by.length === 1,
  'cut by two fields': ({ seeded }) => seeded.world.by.length === 2,
  'rows that are no leads are cut by a field of theirs': ({ outcomes }) =>
    outcomes.some(({ by }) => by !== null && 'topic' in by),
  'two versions': ({ versions }) => versions.length === 2,
  'three versions': ({ versions }) => versions.length === 3,
  'versions that share a result': ({ outcomes }) => outcomes.some(({ versions }) => versions.length > 1),
  'some of three versions that share a result': ({ outcomes }) =>
    outcomes.some(({ versions, id, period }) =>
      outcomes.some(
        (other) =>
          other.id === id && other.period === period && other.versions.length > 1 && versions.length === 1,
      ),
    ),
  'percentiles of versions together': ({ outcomes }) =>
    outcomes.some(({ versions, percentiles }) => versions.length > 1 && percentiles !== null),
  ...each(['hours', 'minutes', 'business', 'calendar day', 'business day'], (unit) => [
    `a limit in ${unit}`,
    ({ promises }) => promises.some((promise) => limitsOf(promise).some((limit) => limit.includes(unit))),
  ]),
  'a period that owes something else': ({ outcomes, promises }) =>
    outcomes.some(({ id, period }) =>
      promises.some((one) => one.id === id && typeof one.target === 'object' && period in one.target),
    ),
  'periods of a day': ({ outcomes }) => outcomes.some(({ period }) => /^\d{4}-\d\d-\d\d$/.test(period)),
  'a segment judges a case': ({ ruling }) => ruling.cases.some((one) => one.case.segment !== null),
  ...each(['count', 'sum', 'share', 'response'] as const, (kind) => [
    `${kind} of rows that are no leads`,
    ({ ruling }) =>
      ruling.cases.some(
        ({ promise, version, state }) =>
          kind in promise && populationOf(promise, version) !== null && state === 'met',
      ),
  ]),
  'rows that several cells name together': ({ ruling, versions }) =>
    ruling.cases.some(
      ({ promise, version, state }) => populationOf(promise, version) !== null && state === 'met',
    ) && versions.some(({ sources }) => typeof sources.tickets?.key === 'object'),
  'a share of what cases weigh': ({ ruling }) =>
    ruling.cases.some(
      ({ promise, state, case: { amount } }) => weightOf(promise) !== null && state === 'met' && amount > 1,
    ),
  'different values are counted': ({ ruling }) =>
    ruling.cases.some(({ promise, state }) => promise.count?.distinct !== undefined && state === 'met'),
  'a share of leads that had an activity before a stage': ({ ruling }) =>
    ruling.cases.some(
      ({ promise, state }) => JSON.stringify(promise.share?.with)?.includes('"before"') && state === 'met',
    ),
  'a deadline in the row': ({ ruling }) =>
    ruling.cases.some(({ promise, state }) => promise.response?.by !== undefined && state === 'met'),
  ...each(['a history of holds', 'two dates of the row'] as const, (whose) => [
    `a clock that stood still by ${whose}`,
    ({ ruling }) =>
      ruling.cases.some(
        ({ promise, case: { held } }) =>
          (promise.response?.pause?.source === undefined) === (whose === 'two dates of the row') &&
          promise.response !== undefined &&
          held > 0,
      ),
  ]),
  'a clock of a row that is no lead stood still by a history': ({ ruling }) =>
    ruling.cases.some(({ promise, case: { held } }) => promise.response?.pause?.source === 'log' && held > 0),
  'a window of attempts that a pause makes longer': ({ ruling }) =>
    ruling.cases.some(({ promise, case: { held } }) => promise.attempts?.pause !== undefined && held > 0),
  'touches of a row that is no lead count': ({ ruling }) =>
    ruling.cases.some((one) => one.promise.attempts?.source === 'log' && (one.case.touches ?? 0) > 0),
  'the first row of a log stops the clock of a row that is no lead': ({ ruling }) =>
    ruling.cases.some(
      ({ promise, case: { stop } }) =>
        JSON.stringify(promise.response?.to)?.includes('"log"') === true && stop !== null,
    ),
  'a share of rows that are no leads that a log tells of': ({ ruling }) =>
    ruling.cases.some(
      ({ promise, state }) => JSON.stringify(promise.share?.with)?.includes('"log"') && state === 'met',
    ),
  'a row of a log that is of no row': ({ ruling }) =>
    ruling.data.ledgers.log?.excluded['of no row'] !== undefined,
  'a case that a pause keeps from being late': ({ outcomes }) =>
    outcomes.some(
      ({ attainment, extras }) =>
        attainment !== null && (extras?.attainmentWithoutPauses ?? attainment) < attainment,
    ),
  'a split wait': ({ promises }) => promises.some(({ response }) => response?.split_at !== undefined),
  'the first activity stops a clock': ({ ruling }) =>
    ruling.cases.some(
      ({ promise, case: { stop } }) => typeof promise.response?.to === 'object' && stop !== null,
    ),
  'touches count': ({ ruling }) => ruling.cases.some((one) => (one.case.touches ?? 0) > 0),
  'touches on distinct days': ({ promises }) =>
    promises.some(({ attempts }) => attempts?.distinct_days === true),
  'touches a gap apart': ({ promises }) => promises.some(({ attempts }) => attempts?.min_gap !== undefined),
  'an answer stops early': ({ ruling }) => ruling.cases.some((one) => one.case.early),
  'a counter column': ({ promises }) => promises.some(({ attempts }) => attempts?.counter !== undefined),
  'booked by due': ({ promises }) => promises.some(({ book_by }) => book_by === 'due'),
  'a profile': ({ promises }) => promises.some((promise) => JSON.stringify(promise).includes('"profile"')),
  'hand-overs': ({ ruling }) => ruling.cases.some((one) => (one.case.handOver ?? 0) > 1),
  'a stage with a condition': ({ versions }) =>
    versions.some(({ stages }) => Object.values(stages).some(({ when }) => when !== undefined)),
  'a waiver by lead': ({ versions }) => waivers(versions).some(({ leads }) => leads !== undefined),
  'a waiver by date': ({ versions }) => waivers(versions).some(({ between }) => between !== undefined),
  'a waiver by a condition': ({ versions }) => waivers(versions).some(({ where }) => where !== undefined),
  'a waiver that expires': ({ versions }) => waivers(versions).some(({ expires }) => expires !== undefined),
  'deals join leads': ({ ruling }) => (ruling.data.ledgers.deals?.judged ?? 0) > 0,
  'rows are rejected': ({ ruling }) => ledgers(ruling).some(({ rejected }) => total(rejected) > 0),
  ...each(['other-currency', 'rounded-id', 'excel-serial'] as const, (reason) => [
    `a row is rejected as ${reason}`,
    ({ ruling }) => ledgers(ruling).some(({ rejected }) => rejected[reason] !== undefined),
  ]),
  'dates as the days that a sheet counts': ({ versions }) =>
    versions.some(({ sources }) =>
      Object.values(sources.leads?.fields ?? {}).some(({ format }) => format === 'excel'),
    ),
  ...each(['merged_ids', 'merged_into'] as const, (word) => [
    `leads that were merged, told by ${word}`,
    ({ versions, ruling }) =>
      versions.some(({ sources }) => sources.leads?.[word] !== undefined) &&
      ruling.data.ledgers.leads?.excluded['merged into another lead'] !== undefined,
  ]),
  'activities that name the lead by its address': ({ versions, ruling }) =>
    versions.some(({ sources }) => typeof sources.activities?.lead === 'object') &&
    ruling.cases.some((one) => (one.case.touches ?? 0) > 0 || one.case.stop !== null),
  'an activity that names several leads': ({ ruling }) =>
    Object.values(ruling.data.activities)
      .flat()
      .some(({ again }) => again === true),
  'one of several deals is taken': ({ ruling }) =>
    ruling.data.ledgers.deals?.excluded['another row of its lead was taken'] !== undefined,
  'a blank row': ({ ruling }) => ledgers(ruling).some(({ excluded }) => excluded['blank row'] !== undefined),
  'a repeated header': ({ ruling }) =>
    ledgers(ruling).some(({ excluded }) => excluded['repeated header'] !== undefined),
  'identical duplicates': ({ ruling }) =>
    ledgers(ruling).some(({ excluded }) => excluded['identical duplicate'] !== undefined),
  'an activity that comes again': ({ ruling }) =>
    ruling.data.ledgers.activities?.excluded['identical duplicate'] !== undefined,
  'an activity of no lead': ({ ruling }) =>
    ruling.data.ledgers.activities?.excluded['of no lead'] !== undefined,
  'superseded duplicates': ({ ruling }) =>
    ledgers(ruling).some(({ excluded }) => excluded['superseded duplicate'] !== undefined),
  'a date without a time': ({ moments }) => moments.some(({ wholeDay }) => wholeDay),
  'a local time that the clock shows twice': ({ moments }) =>
    moments.some(({ first, last, wholeDay }) => !wholeDay && last > first),
  'a local time that the clock skips': ({ moments }) => moments.some(({ skipped }) => skipped === true),
  'holidays, own closed days and own openings': ({ versions }) => {
    const calendars = versions.flatMap((version) => Object.values(version.calendars));
    return [
      calendars.some(({ holidays }) => holidays),
      calendars.some(({ closed }) => closed),
      calendars.some(({ open }) => open),
    ].every((there) => there);
  },
};

export const FEATURES: readonly string[] = Object.keys(TESTS);

interface Seen {
  readonly seeded: Seeded;
  readonly ruling: Ruling;
  readonly outcomes: readonly Outcome[];
  readonly versions: readonly RawAgreement[];
  readonly promises: readonly RawPromise[];
  readonly moments: readonly Moment[];
}

/** What a world holds of `FEATURES`. */
export function featuresOf(seeded: Seeded, ruling: Ruling, outcomes: readonly Outcome[]): readonly string[] {
  const { versions } = seeded.world;
  const rows = [...ruling.data.leads, ...Object.values(ruling.data.activities).flat()].map(({ row }) => row);
  const moments = rows.flatMap((row) =>
    Object.values(row).flatMap((value) => (typeof value === 'object' && value !== null ? [value] : [])),
  );
  const seen = { seeded, ruling, outcomes, versions, promises: versions.flatMap(promisesOf), moments };
  return FEATURES.filter((feature) => TESTS[feature]?.(seen) === true);
}

function each<T extends string>(
  names: readonly T[],
  test: (name: T) => readonly [string, (seen: Seen) => boolean],
): Record<string, (seen: Seen) => boolean> {
  return Object.fromEntries(names.map(test));
}

const floating = ({ cases }: Ruling) => cases.filter((one) => one.case.undated);

const blank = (ruling: Ruling) => floating(ruling).filter(({ reason }) => reason === 'no-date');

const limitsOf = ({ response, attempts, segments }: RawPromise): readonly string[] =>
  [response?.within, attempts?.within, ...(segments ?? []).map(({ within }) => within)].filter(
    (limit) => limit !== undefined,
  );

const waivers = (versions: readonly RawAgreement[]) => versions.flatMap((version) => version.waivers ?? []);

const ledgers = ({ data }: Ruling) => Object.values(data.ledgers);

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);
