import { kindNames, kinds } from '../../kinds/index.ts';
import type { JsonSchema } from '../../model/json-schema.ts';
import { drawnUp, objectiveParts } from './objectives.ts';

/** Settings of a judgement, for one promise or, under `judging`, for all. */
const settings: Readonly<Record<string, JsonSchema>> = {
  min_cases: {
    title: 'Fewest cases',
    description: 'Below this many decided cases the fraction is shown in place of a percentage.',
    examples: [10],
    default: 10,
    type: 'integer',
    minimum: 0,
  },
  max_unknown: {
    title: 'Most unknown cases',
    description: 'Share of cases that the data cannot tell above which there is no verdict.',
    examples: ['5%'],
    default: '5%',
    allOf: [{ $ref: '#/definitions/percentage' }],
  },
  at_risk: {
    title: 'At risk',
    description: 'Share of the time limit from which a pending case is at risk.',
    examples: ['80%'],
    default: '80%',
    allOf: [{ $ref: '#/definitions/percentage' }],
  },
  book_by: {
    title: 'Book by',
    description: 'Whether a case belongs to the period of its start or of its due date.',
    examples: ['start'],
    default: 'start',
    type: 'string',
    enum: ['start', 'due'],
  },
};

const measures: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  kinds.map(({ kind, schema }) => [kind, schema]),
);
const measureRefs = Object.fromEntries(kindNames.map((kind) => [kind, { $ref: `#/definitions/${kind}` }]));
const oneMeasure = kindNames.map((kind) => ({ required: [kind] }));
/** All have a target but those that are met by every case. */
const targetUnlessEvery = kinds
  .filter(({ target }) => target === 'every')
  .reduce<JsonSchema>((otherwise, { kind }) => ({ if: { required: [kind] }, else: otherwise }), {
    required: ['target'],
  });

const segments: JsonSchema = {
  title: 'Segments',
  description: 'Leads with other terms: tried from the top, the first that matches applies.',
  examples: [[{ id: 'enterprise', where: { company_size: '>= 500' }, within: '1 business hour' }]],
  type: 'array',
  items: {
    title: 'Segment',
    description: 'A condition and the terms that it changes.',
    examples: [{ id: 'enterprise', where: { company_size: '>= 500' }, within: '1 business hour' }],
    type: 'object',
    properties: {
      id: { $ref: '#/definitions/id' },
      where: { $ref: '#/definitions/condition' },
      within: { $ref: '#/definitions/duration' },
      calendar: { $ref: '#/definitions/calendarName' },
      at_least: {
        title: 'At least',
        description: 'How many touches are owed.',
        examples: [8],
        type: 'integer',
        minimum: 1,
      },
    },
    required: ['id', 'where'],
    additionalProperties: false,
  },
};

const settingRefs = Object.fromEntries(
  Object.keys(settings).map((name) => [name, { $ref: `#/definitions/${name}` }]),
);

export const judging: JsonSchema = {
  title: 'Judging',
  description: 'Settings for every commitment and objective that does not say otherwise.',
  examples: [{ min_cases: 20, max_unknown: '2%' }],
  type: 'object',
  properties: settingRefs,
  additionalProperties: false,
};

/** What objectives and commitments share, for `definitions`. */
export const promiseParts: Readonly<Record<string, JsonSchema>> = { ...measures, segments, ...settings };

const terms: Readonly<Record<string, JsonSchema>> = {
  ...measureRefs,
  where: {
    title: 'Where',
    description: 'Only leads that meet this at the start of their clock are cases.',
    examples: ['profile'],
    allOf: [{ $ref: '#/definitions/condition' }],
  },
  target: { $ref: '#/definitions/target' },
  segments: { $ref: '#/definitions/segments' },
  ...settingRefs,
  formerly: {
    title: 'Formerly',
    description: 'The id that it had in earlier versions.',
    examples: ['speed-to-lead'],
    type: 'string',
  },
};

const named: Readonly<Record<string, JsonSchema>> = {
  id: { $ref: '#/definitions/id' },
  title: {
    title: 'Title',
    description: 'Name in reports; the id if absent.',
    examples: ['First contact'],
    type: 'string',
    minLength: 1,
  },
  promise: {
    title: 'Promise',
    description: 'What is promised, in words.',
    examples: ['Every qualified lead is contacted within 4 business hours'],
    type: 'string',
    minLength: 1,
  },
};

/** What a KPI of an experiment says: its leads are those of the experiment, its period too. */
export const kpiTerms: Readonly<Record<string, JsonSchema>> = {
  id: named.id as JsonSchema,
  title: named.title as JsonSchema,
  ...measureRefs,
  where: terms.where as JsonSchema,
  target: {
    title: 'Target',
    description: 'A share (">= 60%"), or the number of the whole experiment (">= 20", ">= 5000 EUR").',
    examples: ['>= 60%', '>= 20'],
    type: 'string',
  },
  min_cases: { $ref: '#/definitions/min_cases' },
  max_unknown: { $ref: '#/definitions/max_unknown' },
};

const excusedBy: JsonSchema = {
  title: 'Excused by',
  description:
    'Promises of the other side, by id: a lead about which one of them had been broken by then is excused, and both numbers are shown.',
  examples: [['hand-over', 'even-flow']],
  type: 'array',
  minItems: 1,
  items: {
    title: 'Promise',
    description: 'A promise that the other side owes back, of leads one by one or of at most so many a day.',
    examples: ['hand-over'],
    type: 'string',
  },
};

export const objectives: JsonSchema = {
  title: 'Objectives',
  description: 'What both teams own together.',
  examples: [
    [
      {
        id: 'new-revenue',
        shared_by: ['marketing', 'sales'],
        sum: { field: 'amount', stage: 'won' },
        target: '>= 250000 EUR per quarter',
      },
    ],
  ],
  type: 'array',
  items: {
    title: 'Objective',
    description: 'A measure with a target that teams share.',
    examples: [
      {
        id: 'new-revenue',
        shared_by: ['marketing', 'sales'],
        sum: { field: 'amount', stage: 'won' },
        target: '>= 250000 EUR per quarter',
      },
    ],
    type: 'object',
    properties: {
      id: named.id as JsonSchema,
      title: named.title as JsonSchema,
      shared_by: { $ref: '#/definitions/teamNames' },
      promise: named.promise as JsonSchema,
      drawn_up: drawnUp,
      parts: objectiveParts({ ...named, formerly: terms.formerly }),
      ...terms,
    },
    required: ['id', 'shared_by'],
    oneOf: oneMeasure,
    ...targetUnlessEvery,
    additionalProperties: false,
  },
};

export const commitments: JsonSchema = {
  title: 'Commitments',
  description: 'What one team owes the other.',
  examples: [
    [
      {
        id: 'qualified-volume',
        owed_by: 'marketing',
        owed_to: 'sales',
        count: { stage: 'qualified', where: 'profile' },
        target: '>= 120 per month',
      },
    ],
  ],
  type: 'array',
  minItems: 1,
  items: {
    title: 'Commitment',
    description: 'A measure with a target, owed by one team to the other.',
    examples: [
      {
        id: 'qualified-volume',
        owed_by: 'marketing',
        owed_to: 'sales',
        count: { stage: 'qualified', where: 'profile' },
        target: '>= 120 per month',
      },
    ],
    type: 'object',
    properties: {
      id: named.id as JsonSchema,
      title: named.title as JsonSchema,
      owed_by: {
        title: 'Owed by',
        description: 'The team that owes it.',
        examples: ['marketing'],
        type: 'string',
      },
      owed_to: {
        title: 'Owed to',
        description: 'The team that it is owed to.',
        examples: ['sales'],
        type: 'string',
      },
      promise: named.promise as JsonSchema,
      excused_by: excusedBy,
      ...terms,
    },
    required: ['id', 'owed_by', 'owed_to'],
    oneOf: oneMeasure,
    ...targetUnlessEvery,
    additionalProperties: false,
  },
};
