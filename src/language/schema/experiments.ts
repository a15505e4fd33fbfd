import type { JsonSchema } from '../../model/json-schema.ts';
import { common } from './common.ts';
import { kpiTerms, promiseParts } from './promises.ts';

const amount = (title: string, description: string, example: string): JsonSchema => ({
  title,
  description,
  examples: [example],
  type: 'string',
  pattern: '^\\d+(\\.\\d+)? \\S+$',
});

/** What teams may try without asking anybody, as the agreement says it. */
export const experiments: JsonSchema = {
  title: 'Experiments',
  description:
    'Files of experiments, and what they may cost together: what is tried inside this needs no acceptance, and may fail once.',
  examples: [
    {
      files: 'experiments/*.yaml',
      budget: { limit: '12000 EUR per quarter', reserve: '15%' },
      lesson_within: '10 business days',
      calendar: 'office',
    },
  ],
  type: 'object',
  properties: {
    files: {
      title: 'Files',
      description: 'A path inside the repository relative to the agreement, with wildcards, or several.',
      examples: ['experiments/*.yaml', ['experiments/2026/*.yaml', 'experiments/2027/*.yaml']],
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: {
        title: 'Files',
        description: 'A path inside the repository relative to the agreement, with wildcards.',
        examples: ['experiments/*.yaml'],
        type: 'string',
        minLength: 1,
      },
    },
    budget: {
      title: 'Budget',
      description: 'What all experiments that begin in one period may cost together.',
      examples: [{ limit: '12000 EUR per quarter', reserve: '15%' }],
      type: 'object',
      properties: {
        limit: {
          title: 'Limit',
          description: 'An amount with its unit, and the period.',
          examples: ['12000 EUR per quarter'],
          type: 'string',
          pattern: '^\\d+(\\.\\d+)? \\S+ per (month|quarter|year)$',
        },
        reserve: {
          title: 'Reserve',
          description: 'The part of it that experiments which are only planned leave free.',
          examples: ['15%'],
          default: '0%',
          allOf: [{ $ref: '#/definitions/percentage' }],
        },
      },
      required: ['limit'],
      additionalProperties: false,
    },
    lesson_within: {
      title: 'Lesson within',
      description:
        'How long after the last day of an experiment its outcome, its lesson and the feedback that it asks for are written.',
      examples: ['10 business days'],
      allOf: [{ $ref: '#/definitions/duration' }],
    },
    calendar: {
      title: 'Calendar',
      description: 'Of business days: the calendar that they are counted on.',
      examples: ['office'],
      type: 'string',
    },
  },
  required: ['files'],
  additionalProperties: false,
};

const kpi: JsonSchema = {
  title: 'KPI',
  description:
    'A measure of the leads that the experiment brought, as far as they have come by now: what one of them is won with later counts, and nothing of a lead that came before.',
  examples: [
    {
      id: 'in-profile',
      share: { of: { stage: 'qualified' }, with: 'profile' },
      target: '>= 60%',
    },
    { id: 'volume', count: { stage: 'qualified' }, target: '>= 20' },
  ],
  type: 'object',
  properties: kpiTerms,
  required: ['id', 'target'],
  additionalProperties: false,
};

const feedback: JsonSchema = {
  title: 'Feedback',
  description: 'What the teams that were asked have said, by team.',
  examples: [{ sales: { on: '2026-07-06', says: 'They wanted to know the price' } }],
  type: 'object',
  additionalProperties: {
    title: 'Feedback of a team',
    description: 'When it was given, and what it says.',
    examples: [{ on: '2026-07-06', says: 'They wanted to know the price' }],
    type: 'object',
    properties: {
      on: { $ref: '#/definitions/day' },
      says: {
        title: 'Says',
        description: 'In the words of the team.',
        examples: ['They wanted to know the price'],
        type: 'string',
        minLength: 1,
      },
    },
    required: ['on'],
    additionalProperties: false,
  },
};

/** Long because it names each key of an experiment once, in the order in which one is best written. */
const properties: Readonly<Record<string, JsonSchema>> = {
  id: { $ref: '#/definitions/id' },
  asks: {
    title: 'Asks',
    description: 'The question that the experiment answers.',
    examples: ['Does a webinar bring Swiss firms of 50 to 500 people?'],
    type: 'string',
    minLength: 1,
  },
  by: { $ref: '#/definitions/teamName' },
  channel: {
    title: 'Channel',
    description: 'What it is tried with. One that failed is told again by it and by the persona.',
    examples: ['webinar'],
    type: 'string',
    minLength: 1,
  },
  persona: {
    title: 'Persona',
    description: 'Whom it is meant for: leads that can be in the profile of the agreement.',
    examples: [{ country: 'CH', company_size: '50..500' }],
    allOf: [{ $ref: '#/definitions/condition' }],
  },
  serves: {
    title: 'Serves',
    description: 'The objective of the agreement that it serves.',
    examples: ['new-revenue'],
    type: 'string',
  },
  leads: {
    title: 'Leads',
    description: 'Which leads it brought.',
    examples: [{ campaign: 'CH-WEB-06' }],
    allOf: [{ $ref: '#/definitions/condition' }],
  },
  budget: {
    title: 'Budget',
    description: 'What it may cost, and what it has cost.',
    examples: [{ limit: '4000 EUR', spent: '3650 EUR' }],
    type: 'object',
    minProperties: 1,
    properties: {
      limit: amount('Limit', 'What it may cost.', '4000 EUR'),
      spent: amount('Spent', 'What it has cost so far.', '3650 EUR'),
    },
    additionalProperties: false,
  },
  from: {
    title: 'From',
    description: 'Its first day: leads that come from then on are its own.',
    examples: ['2026-06-02'],
    allOf: [{ $ref: '#/definitions/day' }],
  },
  to: {
    title: 'To',
    description: 'Its last day.',
    examples: ['2026-06-30'],
    allOf: [{ $ref: '#/definitions/day' }],
  },
  kpis: {
    title: 'KPIs',
    description: 'Measures of the leads that match "leads", each with its target.',
    examples: [
      [
        {
          id: 'in-profile',
          share: { of: { stage: 'qualified' }, with: 'profile' },
          target: '>= 60%',
        },
      ],
    ],
    type: 'array',
    items: kpi,
  },
  feedback_from: {
    title: 'Feedback from',
    description: 'Teams that are asked what they saw of it.',
    examples: [['sales']],
    type: 'array',
    minItems: 1,
    items: { $ref: '#/definitions/teamName' },
  },
  feedback,
  outcome: {
    title: 'Outcome',
    description: 'Where it is, or how it went. That it failed is no fault; that nothing was learned is.',
    examples: ['failed'],
    default: 'planned',
    type: 'string',
    enum: ['planned', 'running', 'worked', 'failed', 'stopped'],
  },
  lesson: {
    title: 'Lesson',
    description: 'What both teams know now.',
    examples: ['Swiss firms want the price before the talk'],
    type: 'string',
    minLength: 1,
  },
  repeats: {
    title: 'Repeats',
    description: 'The id of an experiment before it that this one tries again.',
    examples: ['webinar-swiss'],
    type: 'string',
  },
  changed: {
    title: 'Changed',
    description: 'What differs from the one before that failed.',
    examples: ['The price page is in German'],
    type: 'string',
    minLength: 1,
  },
};

/** The schema of a file of an experiment. */
export const experimentSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:smarketing-sla:experiment:1',
  title: 'Experiment',
  description: 'Something that a team tries, what it costs, what it brought and what was learned.',
  type: 'object',
  properties,
  required: ['id', 'asks', 'by', 'leads', 'from', 'to'],
  additionalProperties: false,
  definitions: { ...common, ...promiseParts },
};
