import { t } from '../messages/index.ts';
import type { Pause } from '../model/pause.ts';
import type { Limit } from '../model/time.ts';
import { fieldReferences } from './fields.ts';
import type { DecodeContext, EarliestActivity, KindDef } from './kind.ts';
import { limitLadder } from './ladder.ts';
import { comparePauses, lowerPause, pauseIn, pauseReferences, pauseSchema, pauseWords } from './pause.ts';
import { compareTerms, deadline, limit, shape, type Term } from './terms.ts';
import { canonicalText } from './values.ts';

/** The part of the leads whose next stage came within a time limit, or by the date in the row. */
export interface ResponseMeasure {
  readonly kind: 'response';
  readonly from: string;
  readonly to: string | EarliestActivity;
  readonly within: Limit;
  readonly calendar: string | null;
  readonly splitAt: string | null;
  /** Absent where the clock never stands still. */
  readonly pause?: Pause;
}

/** The share of cases whose next stage came within a time limit. */
export const response: KindDef<ResponseMeasure> = {
  kind: 'response',
  schema: {
    title: 'Response',
    description:
      'The part of the leads whose next stage came within a time limit (within), or by the date that each row names itself (by). Exactly one of the two.',
    examples: [
      { from: 'qualified', to: 'contacted', within: '4 business hours', calendar: 'office' },
      { from: 'qualified', to: 'won', by: 'promised_on' },
    ],
    type: 'object',
    properties: {
      from: { $ref: '#/definitions/stageName' },
      to: {
        title: 'Stop of the clock',
        description:
          'A stage, or the earliest row of an activity source that meets a condition: { earliest: activities, where: { kind: call } }.',
        examples: ['contacted', { earliest: 'activities', where: { kind: ['call', 'email'] } }],
        type: ['string', 'object'],
        properties: {
          earliest: { $ref: '#/definitions/sourceName' },
          where: { $ref: '#/definitions/condition' },
        },
        required: ['earliest'],
        additionalProperties: false,
      },
      within: { $ref: '#/definitions/duration' },
      by: {
        title: 'Deadline in the row',
        description:
          'In place of within: the date field that holds the deadline of each row. A date without a time is due at the end of its day. A row without one is unknown.',
        examples: ['due_on'],
        type: 'string',
      },
      calendar: { $ref: '#/definitions/calendarName' },
      split_at: {
        title: 'Split at',
        description:
          'A stage between the two: splits the wait into the delay of the system and the delay of people.',
        examples: ['assigned'],
        type: 'string',
      },
      pause: pauseSchema,
    },
    required: ['from', 'to'],
    additionalProperties: false,
  },
  target: 'rate',
  segmentTerms: ['within', 'calendar'],

  decode(raw, context) {
    const from = context.stage(raw.from, ['from']);
    const to = stop(raw.to, context);
    const time = context.duration(raw.within, ['within']);
    const calendar = context.calendar(raw.calendar, ['calendar'], time);
    const due = context.field(raw.by, ['by'], 'time');
    const splitAt = context.stage(raw.split_at, ['split_at']);
    if (from !== null && from === to) {
      context.report({
        rule: 'same-stage',
        message: t`The clock starts and stops at the same stage "${from}"`,
        help: t`name in "to" the stage that comes after it`,
        path: ['to'],
      });
      return null;
    }
    if ('within' in raw === 'by' in raw) {
      context.report({
        rule: 'until-when',
        message:
          'by' in raw
            ? t`A response says "within" or "by", not both`
            : t`A response says until when, and this one does not`,
        help: t`write "within: 4 business hours" for a time limit, or "by: due_on" for a date in the row`,
        path: [],
        on: 'key',
      });
      return null;
    }
    const within: Limit | null = due === null ? time : deadlineIn(due.name);
    const pause = pauseOf(raw, within, context);
    if (from === null || to === null || within === null || pause === null) return null;
    return { kind: 'response', from, to, within, calendar, splitAt, ...(pause && { pause }) };
  },

  references(measure) {
    const { from, to, within, calendar, splitAt, pause } = measure;
    return [
      { to: 'stage', name: from, path: ['from'] },
      ...(typeof to === 'string'
        ? [{ to: 'stage' as const, name: to, path: ['to'] }]
        : [{ to: 'source' as const, name: to.earliest, path: ['to', 'earliest'] }]),
      ...(typeof to === 'string' ? [] : fieldReferences(to.where, ['to', 'where'])),
      ...(within.unit === 'row' ? [{ to: 'field' as const, name: within.field, path: ['by'] }] : []),
      ...(calendar === null ? [] : [{ to: 'calendar' as const, name: calendar, path: ['calendar'] }]),
      ...(splitAt === null ? [] : [{ to: 'stage' as const, name: splitAt, path: ['split_at'] }]),
      ...(pause === undefined ? [] : pauseReferences(pause)),
    ];
  },

  scope: ({ from }) => ({ stage: from, where: null }),

  part: () => null,

  adds: () => null,

  timing: ({ from, to, within, calendar, splitAt, pause }) => ({
    from,
    to,
    until: null,
    splitAt,
    within,
    calendar,
    datesEvents: false,
    ...(pause && { pause }),
  }),

  ladders: (measure, segment) =>
    limitLadder(segment?.within ?? measure.within, (within) => ({
      measure: { ...measure, within },
      own: { within, atLeast: null },
    })),

  lower(measure, context) {
    const { to, within, calendar, splitAt, pause } = measure;
    return {
      shape: 'timed',
      start: context.stage(measure.from),
      stop: typeof to === 'string' ? context.stage(to) : context.activities(to.earliest, to.where),
      scope: context.scope(),
      terms: context.terms({ within, calendar, atLeast: 1 }),
      splitAt: splitAt === null ? null : context.stage(splitAt),
      ...(pause && { pause: lowerPause(pause, context) }),
    };
  },

  compare(before, after) {
    return [...compareTerms(TERMS, before, after), ...comparePauses(before.pause, after.pause)];
  },

  sentence({ from, to, within, calendar, pause }, { words, where }) {
    const { text } = words.part(where);
    const [start, limit] = [words.stage(from), words.limit(within, calendar)];
    const hold = pause === undefined ? '' : pauseWords(pause, words, calendar);
    const rest = `${words.segments((own) => own.limit)}${hold}`;
    if (typeof to === 'string')
      return t`Met if ${text} go from ${start} to ${words.stage(to)} ${limit}${rest}`;
    const { earliest: source, where: which } = to;
    if (which === null)
      return t`Met if ${text} go from ${start} to a first row in ${source}, ${limit}${rest}`;
    const condition = words.condition(which, { source });
    return t`Met if ${text} go from ${start} to a first row in ${source} where ${condition}, ${limit}${rest}`;
  },

  describe(measure) {
    const { from, to, within, calendar } = measure;
    if (within.unit === 'row') return byDeadline(measure, within.field);
    const share =
      typeof to === 'string'
        ? t`Share of the leads that go from ${from} to ${to} within ${within.text}`
        : t`Share of the leads that go from ${from} to their first row in ${to.earliest} within ${within.text}`;
    return calendar === null ? share : t`${share} by the calendar ${calendar}`;
  },
};

const TERMS: readonly Term<ResponseMeasure>[] = [
  shape('from', ({ from }) => from, 'stage'),
  shape('to', ({ to }) => (typeof to === 'string' ? to : earliestText(to)), 'stage'),
  limit('within', ({ within }) => within),
  deadline('by', ({ within }) => within),
  shape('calendar', ({ calendar }) => calendar, 'calendar'),
  // It judges no case, but is a number of the report, and a field that is read.
  shape('split_at', ({ splitAt }) => splitAt, 'stage'),
];

const deadlineIn = (field: string): Limit => ({ unit: 'row', field, text: `by ${field}` });

function byDeadline({ from, to }: ResponseMeasure, field: string): string {
  return typeof to === 'string'
    ? t`Share of the leads that go from ${from} to ${to} by the date in ${field}`
    : t`Share of the leads that go from ${from} to their first row in ${to.earliest} by the date in ${field}`;
}

const earliestText = ({ earliest, where }: EarliestActivity): string =>
  `earliest of ${earliest}${where === null ? '' : ` where ${canonicalText(where)}`}`;

/** Null where something was reported; undefined where none is written. */
function pauseOf(
  raw: Readonly<Record<string, unknown>>,
  within: Limit | null,
  context: DecodeContext,
): Pause | null | undefined {
  const other = ['by', 'split_at'].find((key) => key in raw);
  if (raw.pause !== undefined && other !== undefined) {
    context.report({
      rule: 'no-pause',
      message: t`"pause" does not go with "${other}"`,
      help: t`remove one of the two: only a clock with a limit in "within", and in one part, stands still`,
      path: ['pause'],
      on: 'key',
    });
    return null;
  }
  return pauseIn(raw, within, context);
}

function stop(raw: unknown, context: DecodeContext): string | EarliestActivity | null {
  if (typeof raw !== 'object' || raw === null) return context.stage(raw, ['to']);
  const { earliest, where } = raw as { readonly earliest?: unknown; readonly where?: unknown };
  if (earliest === undefined) return null;
  const source = context.activities(earliest, ['to', 'earliest']);
  if (source === null) return null;
  return { earliest: source, where: context.condition(where, ['to', 'where'], { source }) };
}
