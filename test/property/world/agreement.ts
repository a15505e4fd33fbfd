import type {
  RawAgreement,
  RawCalendar,
  RawCondition,
  RawProfile,
  RawPromise,
  RawSegment,
  RawSource,
  RawStage,
  RawWaiver,
} from '../../oracle/agreement.ts';
import { labelOf, type Unit } from '../../oracle/periods.ts';
import { dateOf } from '../../oracle/zone.ts';
import type { Random } from './random.ts';
import { anyDate, anyDay, type Season, ZONES } from './season.ts';
import { TICKET_KINDS, ticketCondition, ticketMeasure, ticketStages } from './tickets.ts';

/** Random versions of an agreement over the given sources, oldest first: one, or several with disjoint days. */
export function versionsOf(
  random: Random,
  season: Season,
  sources: Readonly<Record<string, RawSource>>,
): readonly RawAgreement[] {
  const timezone = random.pick(ZONES);
  const calendars = { office: calendarOf(random, season), night: calendarOf(random, season) };
  const kinds = Array.from({ length: random.pick([1, 1, 1, 2, 2, 4]) }, () => random.pick(KINDS));
  const pers = kinds.map(() => random.pick(['week', 'month', 'quarter', 'day']));
  const yearStarts = random.pick([null, null, null, 'january', 'february', 'april', 'july', 'november']);
  const first = kinds.map((kind, i) =>
    withPeriods(random, season, yearStarts, promiseOf(random, `p${i}`, kind, pers[i] ?? 'month')),
  );
  const version = (name: string, effective: RawAgreement['effective']): RawAgreement => {
    const promises = first.map((promise, i) =>
      name === '1' ? promise : changed(random, promise, kinds[i] ?? 'count', pers[i] ?? 'month'),
    );
    return {
      sla: 1,
      id: 'world',
      title: 'A random world',
      version: name,
      ...(effective ? { effective } : {}),
      timezone,
      ...(yearStarts === null ? {} : { year_starts: yearStarts }),
      sponsor: 'Nobody',
      teams: { marketing: { title: 'Marketing', lead: 'A' }, sales: { title: 'Sales', lead: 'B' } },
      calendars,
      sources,
      stages: stagesOf(random),
      profile: profileOf(random),
      commitments: promises.map((promise) => ({ ...promise, owed_by: 'sales', owed_to: 'marketing' })),
      ...(random.chance(0.3) ? { waivers: waiversOf(random, season, promises) } : {}),
    };
  };
  const spans = spansOf(random, season);
  return spans.map((span, i) => version(String(i + 1), span));
}

/** The days on which one to three versions are in force: disjoint, with or without gaps. */
function spansOf(random: Random, season: Season): readonly RawAgreement['effective'][] {
  const many = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]);
  if (many === 1) return [random.chance(0.25) ? { from: anyDate(season, random) } : undefined];
  const spans: { from?: string; to?: string }[] = [];
  let day = anyDay(season, random) - random.int(0, 10) * (many - 2);
  spans.push({ ...(random.chance(0.3) ? { from: dateOf(day - 20) } : {}), to: dateOf(day) });
  for (let i = 2; i <= many; i++) {
    const from = day + 1 + (random.chance(0.3) ? random.int(1, 12) : 0);
    day = from + random.int(2, 10);
    spans.push({ from: dateOf(from), ...(i < many || random.chance(0.2) ? { to: dateOf(day) } : {}) });
  }
  return spans;
}

/** A number owes something else in some of its periods. */
function withPeriods(
  random: Random,
  season: Season,
  yearStarts: string | null,
  promise: RawPromise,
): RawPromise {
  const { target } = promise;
  const [, unit] = typeof target === 'string' ? (/ per (\w+)$/.exec(target) ?? []) : [];
  if (typeof target !== 'string' || unit === undefined || random.chance(0.6)) return promise;
  const own = Array.from({ length: random.int(0, 3) }, () => [
    labelOf(unit as Unit, anyDay(season, random), yearStarts ?? 'january'),
    target.replace(/\d+.*$/, String(random.int(0, 8)) + (target.includes('00 EUR') ? '00 EUR' : '')),
  ]);
  return { ...promise, target: { every: target, ...(Object.fromEntries(own) as Record<string, string>) } };
}

/** The promise of the next version: another one of its kind, mostly with the same target. */
function changed(
  random: Random,
  { id, target, max_unknown }: RawPromise,
  kind: (typeof KINDS)[number],
  per: string,
): RawPromise {
  const { max_unknown: other, ...next } = promiseOf(random, id, kind, per);
  const same = random.chance(0.7);
  const cap = same ? max_unknown : other;
  const own = same ? target : next.target;
  return {
    ...next,
    ...(own === undefined ? {} : { target: own }),
    ...(cap === undefined ? {} : { max_unknown: cap }),
  };
}

const WEEKS: readonly RawCalendar['week'][] = [
  { 'mon-fri': ['09:00-17:00'] },
  { 'mon-thu': ['09:00-12:30', '14:00-18:00'], fri: ['09:00-12:30', '14:00-17:00'] },
  { 'mon-fri': ['22:00-06:00'] },
  { 'mon-sun': ['00:00-24:00'] },
  { sun: ['01:00-04:00'], wed: ['10:00-12:00'], fri: ['08:30-09:00', '20:00-23:30'] },
  { 'mon-sat': ['00:00-03:00', '20:00-24:00'] },
  { 'sat-sun': ['23:00-01:30'], tue: ['00:00-24:00'] },
];

function calendarOf(random: Random, season: Season): RawCalendar {
  const closed = random.some([anyDate(season, random), rangeOf(season, random)], 0.3);
  return {
    timezone: random.pick(ZONES),
    week: random.pick(WEEKS),
    ...(random.chance(0.25) ? { seasons: seasonsOf(season, random) } : {}),
    ...(random.chance(0.3) ? { holidays: ['FR'] } : {}),
    ...(closed.length > 0 ? { closed } : {}),
    ...(random.chance(0.3) ? { open: { [anyDate(season, random)]: ['09:00-12:00'] } } : {}),
  };
}

/** A week of every year, and some days of one that may lie in it. */
function seasonsOf(season: Season, random: Random): NonNullable<RawCalendar['seasons']> {
  const first = anyDay(season, random);
  const [from, to] = [first, first + random.int(0, 40)].map((day) => dateOf(day).slice(5));
  return random.some(
    [
      { between: `${from}..${to}`, week: random.pick(WEEKS) },
      { between: rangeOf(season, random), week: random.pick(WEEKS) },
    ],
    0.7,
  );
}

function rangeOf(season: Season, random: Random): string {
  const from = anyDay(season, random);
  return `${dateOf(from)}..${dateOf(from + random.int(0, 4))}`;
}

const conditionOf = (random: Random): RawCondition =>
  random.pick<RawCondition>([
    { country: 'FR' },
    { country: ['FR', 'BE'] },
    { country: { not: ['DE'] } },
    { country: 'present', size: '50..300' },
    { size: '>= 200' },
    { size: '..150' },
    { vip: true },
    { owner: 'absent' },
    { owner: { matches: '^[A-E]' } },
    { any: [{ country: 'CH' }, { size: '< 100', vip: false }] },
    { plan: 'gold' },
    { contacted_at: 'present' },
    'profile',
  ]);

function profileOf(random: Random): RawProfile {
  return {
    must: random.pick<RawCondition>([{ size: '0..400' }, { country: ['FR', 'BE', 'CH'] }]),
    ...(random.chance(0.4) ? { must_not: { owner: 'Ana', country: { equals: 'CH' } } } : {}),
    ...(random.chance(0.4)
      ? {
          score: {
            at_least: 40,
            points: [
              { add: 40, when: { size: '>= 100' } },
              { add: 30, when: { vip: true } },
              { add: 10, when: { country: 'FR' } },
            ],
          },
        }
      : {}),
  };
}

function stagesOf(random: Random): Readonly<Record<string, RawStage>> {
  const stage = (at: string): RawStage => ({
    at,
    ...(random.chance(0.3) ? { when: conditionOfStage(random) } : {}),
  });
  return {
    created: stage('created_at'),
    handed: stage('handed_at'),
    assigned: stage('assigned_at'),
    contacted: stage('contacted_at'),
    answered: stage('answered_at'),
    won: stage('won_at'),
    closed: stage('closed_at'),
    ...ticketStages(random),
  };
}

const conditionOfStage = (random: Random): RawCondition =>
  random.pick<RawCondition>([{ size: '> 0' }, { country: 'present' }, { vip: { not: true } }]);

export const KINDS = [
  'count',
  'sum',
  'share',
  'response',
  'response',
  'response',
  'attempts',
  'attempts',
  'occurrence',
  ...TICKET_KINDS,
] as const;

const ELAPSED = [
  '30 minutes',
  '90 minutes',
  '2 hours',
  '24 hours',
  '48 hours',
  '1 calendar day',
  '3 calendar days',
];
const BUSINESS = [
  '1 business hour',
  '2 business hours',
  '4 business hours',
  '8 business hours',
  '90 business minutes',
  '1 business day',
  '2 business days',
  '5 business days',
];

export function limit(random: Random): { readonly within: string; readonly calendar?: string } {
  if (random.chance(0.3)) {
    const within = random.pick(ELAPSED);
    return random.chance(0.2) ? { within, calendar: 'office' } : { within };
  }
  return { within: random.pick(BUSINESS), calendar: random.pick(['office', 'office', 'night']) };
}

export function promiseOf(random: Random, id: string, kind: (typeof KINDS)[number], per: string): RawPromise {
  const where = random.chance(0.35) ? { where: conditionOf(random) } : {};
  const own = {
    id,
    ...(kind === 'occurrence' ? {} : where),
    ...(random.chance(0.5) ? { max_unknown: random.pick(['0%', '20%', '50%', '100%']) } : {}),
    ...(random.chance(0.7) ? { at_risk: `${random.int(1, random.chance(0.6) ? 10 : 99)}%` } : {}),
    ...(random.chance(0.2) ? { book_by: 'due' as const } : {}),
  };
  const rate = `${random.pick(['>= ', '>= ', '<= ', ''])}${random.pick([0, 30, 50, 75, 95, 100])}%`;
  const number = `${random.pick(['>=', '>=', '<='])} ${random.int(0, 6)}`;
  switch (kind) {
    case 'count':
      return {
        ...own,
        count: {
          stage: anyStage(random),
          ...where,
          ...(random.chance(0.2) ? { distinct: random.pick(['owner', 'country', 'size', 'plan']) } : {}),
        },
        target: `${number} per ${per}`,
      };
    case 'sum': {
      const field = random.pick(['amount', 'deal_value', 'size']);
      return { ...own, sum: { field, stage: anyStage(random) }, target: `${number}00 EUR per ${per}` };
    }
    case 'share':
      return {
        ...own,
        share: {
          of: { stage: anyStage(random) },
          ...(random.chance(0.5) ? { with: conditionOf(random) } : { reaches: anyStage(random) }),
          ...weighing(random, ['amount', 'deal_value', 'size']),
        },
        target: rate,
      };
    case 'response':
      return { ...own, ...responseOf(random), ...segmentsOf(random, id, false), target: rate };
    case 'attempts':
      return { ...own, ...attemptsOf(random), ...segmentsOf(random, id, true), target: rate };
    case 'tickets counted':
    case 'tickets summed':
    case 'tickets shared':
    case 'tickets timed':
    case 'tickets as steps': {
      const { where: _, ...ofTickets } = { where: null, ...own };
      const measure = ticketMeasure(random, kind, limit(random));
      return {
        ...ofTickets,
        ...measure,
        ...(random.chance(0.3) ? { where: ticketCondition(random) } : {}),
        ...(measure.steps ? {} : { target: measure.count || measure.sum ? `${number} per ${per}` : rate }),
      };
    }
    case 'occurrence':
      return {
        ...own,
        occurrence: {
          records: 'meetings.csv',
          at: 'date',
          ...(random.chance(0.75)
            ? { with: { minutes: random.pick(['present', { exists: true }, { exists: false }]) } }
            : {}),
        },
        target: `${number} per ${per}`,
      };
  }
}

/** Some shares are of what cases weigh. */
const weighing = (
  random: Random,
  fields: readonly string[],
): Pick<NonNullable<RawPromise['share']>, 'weigh'> =>
  random.chance(0.3)
    ? { weigh: random.pick([random.pick(fields), { field: random.pick(fields), unit: 'EUR' }]) }
    : {};

const anyStage = (random: Random): string =>
  random.pick(['created', 'handed', 'assigned', 'contacted', 'answered', 'won', 'closed']);

function responseOf(random: Random): Pick<RawPromise, 'response'> {
  const from = random.pick(['created', 'handed', 'assigned', 'contacted']);
  const to = random.pick(['contacted', 'answered', 'won', 'closed'].filter((stage) => stage !== from));
  const where = random.pick<RawCondition | null>([
    null,
    { kind: ['call', 'email'] },
    { by: { not: ['automation'] } },
  ]);
  return {
    response: {
      from,
      to: random.chance(0.25) ? { earliest: 'activities', ...(where ? { where } : {}) } : to,
      ...(random.chance(0.25) ? { by: 'due_at' } : limit(random)),
      ...(random.chance(0.25) ? { split_at: 'assigned' } : {}),
    },
  };
}

function attemptsOf(random: Random): Pick<RawPromise, 'attempts'> {
  const own = {
    from: random.pick(['created', 'handed', 'assigned']),
    at_least: random.int(1, 4),
    ...limit(random),
    ...(random.chance(0.5) ? { until: random.pick(['answered', 'won']) } : {}),
  };
  if (random.chance(0.25))
    return { attempts: { ...own, counter: { count: 'touches', last: 'last_touch_at' } } };
  return {
    attempts: {
      ...own,
      ...(random.chance(0.4) ? { distinct_days: true } : {}),
      ...(random.chance(0.3) ? { min_gap: random.pick(['2 hours', '30 minutes', '24 hours']) } : {}),
      ...(random.chance(0.6)
        ? { touches: random.pick([{ kind: ['call', 'email'] }, { by: { not: ['automation'] } }]) }
        : {}),
    },
  };
}

function segmentsOf(random: Random, id: string, attempts: boolean): Pick<RawPromise, 'segments'> {
  if (random.chance(0.65)) return {};
  const segments = Array.from(
    { length: random.int(1, 2) },
    (_, i): RawSegment => ({
      id: `${id}-s${i}`,
      where: conditionOf(random),
      ...limit(random),
      ...(attempts && random.chance(0.5) ? { at_least: random.int(1, 5) } : {}),
    }),
  );
  return { segments };
}

function waiversOf(random: Random, season: Season, promises: readonly RawPromise[]): readonly RawWaiver[] {
  const waiver: RawWaiver = {
    ...(random.chance(0.5)
      ? { leads: ['L1', `L${random.int(2, 20)}`] }
      : random.chance(0.5)
        ? { where: conditionOf(random), ...(random.chance(0.4) ? { between: rangeOf(season, random) } : {}) }
        : { between: rangeOf(season, random) }),
    ...(random.chance(0.5) ? { commitment: random.pick(promises).id } : {}),
    reason: 'Because',
    approved_by: ['marketing', 'sales'],
    ...(random.chance(0.3) ? { expires: anyDate(season, random) } : {}),
  };
  return [waiver];
}
