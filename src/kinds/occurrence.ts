import { t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** How often a recorded joint activity took place. */
export interface OccurrenceMeasure {
  readonly kind: 'occurrence';
  /** Path of a CSV or YAML file, relative to the agreement. */
  readonly records: string;
  readonly at: string;
  readonly with: Condition | null;
}

/** How often a recorded joint activity took place in a period. */
export const occurrence: KindDef<OccurrenceMeasure> = {
  kind: 'occurrence',
  schema: {
    title: 'Occurrence',
    description: 'How often a joint activity took place, counted in a file of records kept by the teams.',
    examples: [{ records: 'records/meetings.csv', at: 'date', with: { minutes: 'present' } }],
    type: 'object',
    properties: {
      records: {
        title: 'Records',
        description: 'A CSV or YAML file with one record an event, relative to the agreement.',
        examples: ['records/meetings.csv'],
        type: 'string',
        minLength: 1,
      },
      at: {
        title: 'Date',
        description: 'The column or key that holds the date of the event.',
        examples: ['date'],
        type: 'string',
        minLength: 1,
      },
      with: {
        title: 'With',
        description: 'Only records that meet this condition count.',
        examples: [{ minutes: 'present' }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
    },
    required: ['records', 'at'],
    additionalProperties: false,
  },
  target: 'number',
  segmentTerms: [],

  rows: ({ records }) => (typeof records === 'string' ? records : null),

  decode(raw, context) {
    const held = context.condition(raw.with, ['with']);
    if (typeof raw.records !== 'string' || typeof raw.at !== 'string') return null;
    return { kind: 'occurrence', records: raw.records, at: raw.at, with: held };
  },

  references: () => [],

  records: ({ records, at, with: held }) => ({ file: records, path: ['records'], at, with: held }),

  scope: () => null,

  part: () => null,

  adds: () => null,

  timing: () => null,

  lower({ at, with: held }, context) {
    return {
      shape: 'tally',
      start: { time: context.time(at), when: null },
      isPlanned: true,
      scope: context.scope(held),
      amount: null,
      distinct: null,
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ records, at, with: asked }, { words, where }) {
    const held = both(where, asked);
    const file = records.replace(/^.*\//, '');
    const [n, date, per] = [words.records(), words.field(at, 'records'), words.period()];
    if (held === null) return t`Met if ${file} holds ${n} ${per}, dated by ${date}`;
    return t`Met if ${file} holds ${n} ${per}, dated by ${date}, where ${words.condition(held, 'records')}`;
  },

  describe(measure) {
    return measure.with === null
      ? t`Number of records in ${measure.records}`
      : t`Number of records that meet the condition in ${measure.records}`;
  },
};

const TERMS: readonly Term<OccurrenceMeasure>[] = [
  shape('records', ({ records }) => records),
  shape('at', ({ at }) => at),
  filter('with', (occurrence) => occurrence.with),
];
