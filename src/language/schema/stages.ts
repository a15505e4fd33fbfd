import { ID_PATTERN } from '../../model/id.ts';
import type { JsonSchema } from '../../model/json-schema.ts';

/** Named moments in a lead's life: the words that both teams agree on. */
export const stages: JsonSchema = {
  title: 'Stages',
  description: "Named moments in a lead's life, or in that of a row of another source with a key, by id.",
  examples: [{ qualified: { at: 'qualified_at', title: 'Marketing-qualified lead' } }],
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: ID_PATTERN },
  additionalProperties: {
    title: 'Stage',
    description: 'A moment: the date field that holds it, and optionally a condition.',
    examples: [{ at: 'won_at', when: { deal_stage: 'closedwon' } }],
    type: 'object',
    properties: {
      at: {
        title: 'At',
        description:
          'The date or datetime field of the moment. The stage is of the source that has this field.',
        examples: ['qualified_at'],
        type: 'string',
      },
      title: {
        title: 'Title',
        description: 'Name in reports; the id if absent.',
        examples: ['Marketing-qualified lead'],
        type: 'string',
        minLength: 1,
      },
      when: {
        title: 'When',
        description: 'The stage is reached only where this holds.',
        examples: [{ deal_stage: 'closedwon' }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
    },
    required: ['at'],
    additionalProperties: false,
  },
};

/** The order of the stages, said once. */
export const funnel: JsonSchema = {
  title: 'Funnel',
  description:
    'Stages in the order in which a lead reaches them, said once for all that shows them one after another.',
  examples: [['qualified', 'contacted', 'accepted', 'won']],
  type: 'array',
  minItems: 2,
  items: { $ref: '#/definitions/stageName' },
};

/** The ideal prospect, as both teams define it. */
export const profile: JsonSchema = {
  title: 'Profile',
  description: 'The ideal prospect: must-haves, must-nots and an optional score.',
  examples: [
    { must: { country: ['FR', 'BE'], company_size: '50..1000' }, must_not: { job_title: ['Student'] } },
  ],
  type: 'object',
  minProperties: 1,
  properties: {
    title: {
      title: 'Title',
      description: 'The profile in words.',
      examples: ['Software firms of 50 to 1,000 people'],
      type: 'string',
      minLength: 1,
    },
    must: {
      title: 'Must',
      description: 'All of this holds.',
      examples: [{ country: ['FR', 'BE'] }],
      allOf: [{ $ref: '#/definitions/condition' }],
    },
    must_not: {
      title: 'Must not',
      description: 'None of this holds: one field that matches is enough to be out.',
      examples: [{ job_title: ['Student'] }],
      allOf: [{ $ref: '#/definitions/condition' }],
    },
    answers: {
      title: 'Answers',
      description:
        'Answers that say of a lead that it is outside of the profile, or inside of it: held against the profile, to ask whether that is right. No verdict rests on it.',
      examples: [{ outside: { reason: 'Not our market' }, inside: { decision: 'Accepted' } }],
      type: 'object',
      minProperties: 1,
      properties: {
        outside: {
          title: 'Outside',
          description: 'Whoever answered so takes the lead to be outside of the profile.',
          examples: [{ reason: 'Not our market' }],
          allOf: [{ $ref: '#/definitions/condition' }],
        },
        inside: {
          title: 'Inside',
          description: 'Whoever answered so takes the lead to be inside of the profile.',
          examples: [{ decision: 'Accepted' }],
          allOf: [{ $ref: '#/definitions/condition' }],
        },
      },
      additionalProperties: false,
    },
    score: {
      title: 'Score',
      description: 'Fit beyond the must-haves: points for what holds, and how many are enough.',
      examples: [{ at_least: 50, points: [{ add: 40, when: { job_title: { matches: '(?i)^head' } } }] }],
      type: 'object',
      properties: {
        at_least: {
          title: 'At least',
          description: 'Points from which a lead is in profile.',
          examples: [50],
          type: 'number',
        },
        points: {
          title: 'Points',
          description: 'Points to add, each with its condition.',
          examples: [[{ add: 40, when: { industry: ['software'] } }]],
          type: 'array',
          minItems: 1,
          items: {
            title: 'Point',
            description: 'Points for a condition; negative points are allowed.',
            examples: [{ add: 40, when: { industry: ['software'] } }],
            type: 'object',
            properties: {
              add: { title: 'Add', description: 'How many points.', examples: [40], type: 'number' },
              when: { $ref: '#/definitions/condition' },
            },
            required: ['add', 'when'],
            additionalProperties: false,
          },
        },
      },
      required: ['at_least', 'points'],
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
