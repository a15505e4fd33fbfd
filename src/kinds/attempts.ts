import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Condition } from '../model/condition.ts';
import type { Pause } from '../model/pause.ts';
import type { Duration } from '../model/time.ts';
import { fieldReferences } from './fields.ts';
import type { DecodeContext, KindDef } from './kind.ts';
import { limitLadder, USUAL_TIMES } from './ladder.ts';
import { comparePauses, lowerPause, pauseIn, pauseReferences, pauseSchema, pauseWords } from './pause.ts';
import { compareTerms, duty, filter, gap, limit, number, relief, shape, type Term } from './terms.ts';
import type { Wording } from './wording.ts';

/** The part of the leads that were tried often enough within a window. */
export interface AttemptsMeasure {
  readonly kind: 'attempts';
  readonly from: string;
  readonly atLeast: number;
  readonly distinctDays: boolean;
  readonly minGap: Duration | null;
  readonly within: Duration;
  readonly calendar: string | null;
  /** The activity source that holds the touches; null where there is only a counter. */
  readonly source: string | null;
  readonly touches: Condition | null;
  readonly until: string | null;
  /** Absent where the window never grows. */
  readonly pause?: Pause;
  /** Fields of the lead, where there are no activity rows. */
  readonly counter: { readonly count: string; readonly last: string } | null;
}

/** The share of cases that were tried often enough within a window. */
export const attempts: KindDef<AttemptsMeasure> = {
  kind: 'attempts',
  schema: {
    title: 'Attempts',
    description:
      'The part of the leads with enough touches within a time limit, counted in an activity export.',
    examples: [
      { from: 'qualified', at_least: 5, distinct_days: true, within: '10 business days', calendar: 'office' },
    ],
    type: 'object',
    properties: {
      from: { $ref: '#/definitions/stageName' },
      at_least: {
        title: 'At least',
        description: 'How many touches are owed.',
        examples: [5],
        type: 'integer',
        minimum: 1,
      },
      distinct_days: {
        title: 'Distinct days',
        description: 'Count at most one touch a day, in the time zone of the calendar (or of the agreement).',
        examples: [true],
        default: false,
        type: 'boolean',
      },
      min_gap: {
        title: 'Smallest gap',
        description: 'Touches closer together than this count as one.',
        examples: ['2 hours'],
        type: 'string',
      },
      within: { $ref: '#/definitions/duration' },
      calendar: { $ref: '#/definitions/calendarName' },
      source: { $ref: '#/definitions/sourceName' },
      touches: {
        title: 'Touches',
        description: 'Which rows of the activity source count.',
        examples: [{ kind: ['call', 'email'], by: { not: ['automation'] } }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
      until: {
        title: 'Until',
        description:
          'A stage that the lead brings about, which ends the duty early, as met: an answer, a meeting, a real refusal.',
        examples: ['replied'],
        type: 'string',
      },
      pause: pauseSchema,
      counter: {
        title: 'Counter',
        description:
          'Fields of the lead to judge by where there are no activity rows: a number of touches and the last touch.',
        examples: [{ count: 'touches', last: 'last_touch_at' }],
        type: 'object',
        properties: {
          count: { $ref: '#/definitions/fieldName' },
          last: { $ref: '#/definitions/fieldName' },
        },
        required: ['count', 'last'],
        additionalProperties: false,
      },
    },
    required: ['from', 'at_least', 'within'],
    additionalProperties: false,
  },
  target: 'rate',
  segmentTerms: ['within', 'calendar', 'at_least'],

  decode(raw, context) {
    const from = context.stage(raw.from, ['from']);
    const within = context.duration(raw.within, ['within']);
    const calendar = context.calendar(raw.calendar, ['calendar'], within);
    const minGap = wallTime(context.duration(raw.min_gap, ['min_gap']), context);
    const until = context.stage(raw.until, ['until']);
    const counted = counter(raw.counter, context);
    const counterOnly = raw.counter !== undefined && raw.source === undefined;
    const source = counterOnly ? null : context.activities(raw.source, ['source']);
    const touches = source === null ? null : context.condition(raw.touches, ['touches'], { source });
    const atLeast = raw.at_least;
    if (counterOnly ? counted === null : source === null) return null;
    const pause = pauseIn(raw, within, context);
    if (from === null || within === null || typeof atLeast !== 'number' || pause === null) return null;
    const distinctDays = raw.distinct_days === true;
    return {
      kind: 'attempts',
      from,
      atLeast,
      distinctDays,
      minGap,
      within,
      calendar,
      source,
      touches,
      until,
      ...(pause && { pause }),
      counter: counted,
    };
  },

  references(measure) {
    const { from, calendar, source, touches, until, pause, counter } = measure;
    return [
      { to: 'stage', name: from, path: ['from'] },
      ...(calendar === null ? [] : [{ to: 'calendar' as const, name: calendar, path: ['calendar'] }]),
      ...(source === null ? [] : [{ to: 'source' as const, name: source, path: ['source'] }]),
      ...fieldReferences(touches, ['touches']),
      ...(until === null ? [] : [{ to: 'stage' as const, name: until, path: ['until'] }]),
      ...(pause === undefined ? [] : pauseReferences(pause)),
      ...(counter === null
        ? []
        : [
            { to: 'field' as const, name: counter.count, path: ['counter', 'count'] },
            { to: 'field' as const, name: counter.last, path: ['counter', 'last'] },
          ]),
    ];
  },

  scope: ({ from }) => ({ stage: from, where: null }),

  part: () => null,

  adds: () => null,

  timing: ({ from, until, within, calendar, distinctDays, pause }) => ({
    from,
    to: null,
    until,
    splitAt: null,
    within,
    calendar,
    datesEvents: distinctDays,
    ...(pause && { pause }),
  }),

  ladders(measure, segment) {
    const now = segment?.atLeast ?? measure.atLeast;
    const usual: readonly number[] = USUAL_TIMES;
    const all = [...new Set([...usual, now, now + 1, now + 2])].sort((a, b) => b - a);
    const rungs = all.map((atLeast) => ({
      ...{ text: String(atLeast), usual: usual.includes(atLeast), now: atLeast === now },
      measure: { ...measure, atLeast },
      own: { within: segment?.within ?? null, atLeast },
    }));
    const limits = limitLadder(segment?.within ?? measure.within, (within) => ({
      measure: { ...measure, within },
      own: { within, atLeast: segment?.atLeast ?? null },
    }));
    return [{ term: 'at_least', rungs }, ...limits];
  },

  lower(measure, context) {
    const { within, calendar, atLeast, source, touches, counter, until, pause } = measure;
    return {
      shape: 'attempts',
      start: context.stage(measure.from),
      scope: context.scope(),
      terms: context.terms({ within, calendar, atLeast }),
      touches: source === null ? null : context.activities(source, touches),
      counter:
        source !== null || counter === null
          ? null
          : { count: context.number(counter.count), last: context.time(counter.last) },
      distinctDays: measure.distinctDays,
      minGap: measure.minGap,
      until: until === null ? null : context.stage(until),
      ...(pause && { pause: lowerPause(pause, context) }),
      endedBy: until === null ? [] : context.wordsOf(until),
    };
  },

  compare(before, after) {
    return [...compareTerms(TERMS, before, after), ...comparePauses(before.pause, after.pause)];
  },

  sentence(measure, { words, where }) {
    const { from, within, calendar, until, source, touches, pause } = measure;
    const { text } = words.part(where);
    const tries = triesOf(measure, words);
    const segments = words.segments((own) =>
      own.atLeast === null ? own.limit : t`${touchesText(own.atLeast, measure)} ${own.limit}`,
    );
    const rest = `${segments}${pause === undefined ? '' : pauseWords(pause, words, calendar)}`;
    const limit = words.duration(within, calendar);
    const start = words.stage(from);
    const timed =
      until === null
        ? t`Met if ${text} have ${tries} within ${limit} of ${start}${rest}`
        : t`Met if ${text} have ${tries} within ${limit} of ${start}, or reach ${words.stage(until)} by then${rest}`;
    if (source === null || touches === null) return timed;
    return t`${timed}. Rows of ${source} count where ${words.condition(touches, { source })}`;
  },

  describe(measure) {
    const { calendar, until } = measure;
    const share = inTime(measure);
    const timed = calendar === null ? share : t`${share} by the calendar ${calendar}`;
    return until === null ? timed : t`${timed}, or until ${until}`;
  },
};

/** `at least 3 touches on different days, at least 2 hours apart`, or what the counter of a lead must say. */
function triesOf(measure: AttemptsMeasure, words: Wording): string {
  const { atLeast: n, minGap, source, counter } = measure;
  if (source === null && counter !== null)
    return t`${words.field(counter.count)} of at least ${whole(n)} with the last, ${words.field(counter.last)},`;
  const tries = touchesText(n, measure);
  return minGap === null ? tries : t`${tries}, at least ${words.duration(minGap, null)} apart,`;
}

const touchesText = (n: number, { distinctDays }: AttemptsMeasure): string =>
  distinctDays
    ? plural(n, t`touches on at least ${whole(n)} day`, t`touches on at least ${whole(n)} different days`)
    : plural(n, t`at least ${whole(n)} touch`, t`at least ${whole(n)} touches`);

const TERMS: readonly Term<AttemptsMeasure>[] = [
  shape('from', ({ from }) => from, 'stage'),
  number('at_least', ({ atLeast }) => atLeast, 'lower'),
  duty('distinct_days', ({ distinctDays }) => distinctDays),
  gap('min_gap', ({ minGap }) => minGap),
  limit('within', ({ within }) => within),
  shape('calendar', ({ calendar }) => calendar, 'calendar'),
  shape('source', ({ source }) => source),
  filter('touches', ({ touches }) => touches),
  relief('until', ({ until }) => until, 'stage'),
  shape('counter', ({ counter }) => counter && `${counter.count} until ${counter.last}`),
];

function inTime({ atLeast, distinctDays, within, from }: AttemptsMeasure): string {
  const [n, time] = [whole(atLeast), within.text];
  return distinctDays
    ? plural(
        atLeast,
        t`Share of the leads with at least ${n} touch on distinct days within ${time} of ${from}`,
        t`Share of the leads with at least ${n} touches on distinct days within ${time} of ${from}`,
      )
    : plural(
        atLeast,
        t`Share of the leads with at least ${n} touch within ${time} of ${from}`,
        t`Share of the leads with at least ${n} touches within ${time} of ${from}`,
      );
}

/** Two touches are so many hours apart by the clock on the wall, whatever the calendar. */
function wallTime(gap: Duration | null, context: DecodeContext): Duration | null {
  if (gap === null || gap.unit === 'elapsed') return gap;
  context.report({
    rule: 'gap-unit',
    message: t`The gap between two touches is elapsed time, not "${gap.text}"`,
    help: t`write min_gap: 24 hours; distinct_days: true counts one touch a day`,
    path: ['min_gap'],
  });
  return null;
}

function counter(raw: unknown, context: DecodeContext): AttemptsMeasure['counter'] {
  if (typeof raw !== 'object' || raw === null) return null;
  const { count, last } = raw as { readonly count?: unknown; readonly last?: unknown };
  const number = context.field(count, ['counter', 'count'], 'number');
  const time = context.field(last, ['counter', 'last'], 'time');
  return number === null || time === null ? null : { count: number.name, last: time.name };
}
