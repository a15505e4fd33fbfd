import { t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** Rows with a date by which each is to be done: a goal that is reached step by step. */
export interface StepsMeasure {
  readonly kind: 'steps';
  /** A source with rows of its own. */
  readonly source: string;
  readonly where: Condition | null;
  /** The field of the date by which a step is to be done. */
  readonly by: string;
  /** The field of the date on which it was. */
  readonly done: string;
}

/** Whether all steps towards a goal are done. */
export const steps: KindDef<StepsMeasure> = {
  kind: 'steps',
  schema: {
    title: 'Steps',
    description:
      'Steps towards a goal that is no number: rows with a date by which each is to be done. Met when all are done; it has no target of its own.',
    examples: [{ source: 'milestones', where: { of: 'swiss-campaign' }, by: 'due_on', done: 'done_on' }],
    type: 'object',
    properties: {
      source: {
        title: 'Source',
        description: 'The source whose rows are the steps: one with a key of its own.',
        examples: ['milestones'],
        type: 'string',
        minLength: 1,
      },
      where: {
        title: 'Where',
        description: 'Only rows that meet this condition are steps.',
        examples: [{ of: 'swiss-campaign' }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
      by: {
        title: 'By',
        description:
          'The date field by which a step is to be done: a date alone lasts to its end. A step without one is never late.',
        examples: ['due_on'],
        allOf: [{ $ref: '#/definitions/fieldName' }],
      },
      done: {
        title: 'Done',
        description: 'The date field of when a step was done.',
        examples: ['done_on'],
        allOf: [{ $ref: '#/definitions/fieldName' }],
      },
    },
    required: ['source', 'by', 'done'],
    additionalProperties: false,
  },
  target: 'every',
  segmentTerms: [],

  rows: (raw) => (typeof raw.source === 'string' ? raw.source : null),

  decode(raw, context) {
    const source = context.rows(raw.source, ['source']);
    if (source === null) return null;
    const where = context.condition(raw.where, ['where']);
    const [by, done] = [context.field(raw.by, ['by'], 'time'), context.field(raw.done, ['done'], 'time')];
    if (by === null || done === null) return null;
    if (by.name === done.name) {
      context.report({
        rule: 'same-date',
        message: t`A step is due and done by the same date: "${by.name}"`,
        help: t`name two fields: by: the date that was agreed, done: the date on which it was done`,
        path: ['done'],
      });
      return null;
    }
    return { kind: 'steps', source, where, by: by.name, done: done.name };
  },

  references: ({ where, by, done }) => [
    { to: 'field', name: by, path: ['by'] },
    { to: 'field', name: done, path: ['done'] },
    ...fieldReferences(where, ['where']),
  ],

  scope: () => null,

  part: () => null,

  adds: () => null,

  due: ({ by, done }) => ({ by, done }),

  timing: () => null,

  lower({ where, by, done }, context) {
    return {
      shape: 'ratio',
      start: { time: context.deadline(by), when: null },
      isPlanned: true,
      scope: context.scope(where),
      holds: null,
      reaches: { time: context.time(done), when: null },
      amount: null,
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ where: own, by, done }, { words, where }) {
    const rows = words.all(both(where, own));
    return t`Met if all of ${rows} have ${words.field(done)} filled in; missed once the last ${words.field(by)} is over and one is not done`;
  },

  describe({ source, done }) {
    return t`Whether all steps in ${source} are done, by ${done}`;
  },
};

const TERMS: readonly Term<StepsMeasure>[] = [
  shape('source', ({ source }) => source),
  filter('steps.where', ({ where }) => where),
  shape('steps.by', ({ by }) => by),
  shape('done', ({ done }) => done),
];
