import { t } from '../messages/index.ts';
import type { Duration } from '../model/time.ts';
import { fieldReferences } from './fields.ts';
import type { DecodeContext, EarliestActivity, KindDef } from './kind.ts';
import { compareTerms, limit, shape, type Term } from './terms.ts';
import { canonicalText } from './values.ts';

/** The part of the leads whose next stage came within a time limit. */
export interface ResponseMeasure {
  readonly kind: 'response';
  readonly from: string;
  readonly to: string | EarliestActivity;
  readonly within: Duration;
  readonly calendar: string | null;
  readonly splitAt: string | null;
}

/** The share of cases whose next stage came within a time limit. */
export const response: KindDef<ResponseMeasure> = {
  kind: 'response',
  schema: {
    title: 'Response',
    description: 'The part of the leads whose next stage came within a time limit.',
    examples: [{ from: 'qualified', to: 'contacted', within: '4 business hours', calendar: 'office' }],
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
      calendar: { $ref: '#/definitions/calendarName' },
      split_at: {
        title: 'Split at',
        description:
          'A stage between the two: splits the wait into the delay of the system and the delay of people.',
        examples: ['assigned'],
        type: 'string',
      },
    },
    required: ['from', 'to', 'within'],
    additionalProperties: false,
  },
  target: 'rate',
  segmentTerms: ['within', 'calendar'],

  decode(raw, context) {
    const from = context.stage(raw.from, ['from']);
    const to = stop(raw.to, context);
    const within = context.duration(raw.within, ['within']);
    const calendar = context.calendar(raw.calendar, ['calendar'], within);
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
    if (from === null || to === null || within === null) return null;
    return { kind: 'response', from, to, within, calendar, splitAt };
  },

  references(measure) {
    const { from, to, calendar, splitAt } = measure;
    return [
      { to: 'stage', name: from, path: ['from'] },
      ...(typeof to === 'string'
        ? [{ to: 'stage' as const, name: to, path: ['to'] }]
        : [{ to: 'source' as const, name: to.earliest, path: ['to', 'earliest'] }]),
      ...(typeof to === 'string' ? [] : fieldReferences(to.where, ['to', 'where'])),
      ...(calendar === null ? [] : [{ to: 'calendar' as const, name: calendar, path: ['calendar'] }]),
      ...(splitAt === null ? [] : [{ to: 'stage' as const, name: splitAt, path: ['split_at'] }]),
    ];
  },

  files: () => [],

  scope: ({ from }) => ({ stage: from, where: null }),

  part: () => null,

  timing: ({ from, to, within, calendar, splitAt }) => ({
    from,
    to,
    until: null,
    splitAt,
    within,
    calendar,
    datesEvents: false,
  }),

  lower(measure, context) {
    const { to, within, calendar, splitAt } = measure;
    return {
      shape: 'timed',
      start: context.stage(measure.from),
      stop: typeof to === 'string' ? context.stage(to) : context.activities(to.earliest, to.where),
      scope: context.scope(),
      terms: context.terms({ within, calendar, atLeast: 1 }),
      splitAt: splitAt === null ? null : context.stage(splitAt),
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  describe(measure) {
    const { from, to, within, calendar } = measure;
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
  shape('calendar', ({ calendar }) => calendar, 'calendar'),
  // It judges no case, but is a number of the report, and a field that is read.
  shape('split_at', ({ splitAt }) => splitAt, 'stage'),
];

const earliestText = ({ earliest, where }: EarliestActivity): string =>
  `earliest of ${earliest}${where === null ? '' : ` where ${canonicalText(where)}`}`;

function stop(raw: unknown, context: DecodeContext): string | EarliestActivity | null {
  if (typeof raw !== 'object' || raw === null) return context.stage(raw, ['to']);
  const { earliest, where } = raw as { readonly earliest?: unknown; readonly where?: unknown };
  if (earliest === undefined) return null;
  const source = context.activities(earliest, ['to', 'earliest']);
  if (source === null) return null;
  return { earliest: source, where: context.condition(where, ['to', 'where'], { source }) };
}
