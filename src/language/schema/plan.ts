import type { JsonSchema } from '../../model/json-schema.ts';

/** What the teams assume of the way from a lead to the objective, and what they have for it. */
export const plan: JsonSchema = {
  title: 'Plan',
  description:
    'What the teams assume on the way from a lead to an objective: sla plan holds it against what was measured. No verdict rests on it.',
  examples: [
    {
      from: 'new-revenue',
      average: 7100,
      rates: { accepted: '57%', won: '17%' },
      capacity: { calendar: 'office', people: 5, hours: 2, touches: 3, minutes: 12 },
    },
  ],
  type: 'object',
  minProperties: 1,
  properties: {
    from: {
      title: 'From',
      description: 'The objective that is planned back from: a number of a stage of the funnel.',
      examples: ['new-revenue'],
      type: 'string',
    },
    average: {
      title: 'Average',
      description: 'Of an objective that adds up a field: what one customer brings, as it is assumed.',
      examples: [7100],
      type: 'number',
      minimum: 0,
    },
    rates: {
      title: 'Rates',
      description:
        'By stage of the funnel: the part of the leads at the step before it that comes to it, as it is assumed. Stages that are left out take the measured rate.',
      examples: [{ accepted: '57%', won: '17%' }],
      type: 'object',
      additionalProperties: { $ref: '#/definitions/percentage' },
    },
    capacity: {
      title: 'Capacity',
      description: 'The time that people have for the leads, on the open days of a calendar.',
      examples: [{ calendar: 'office', people: 5, hours: 2, touches: 3, minutes: 12 }],
      type: 'object',
      properties: {
        calendar: {
          title: 'Calendar',
          description: 'Its open days count.',
          examples: ['office'],
          type: 'string',
        },
        people: {
          title: 'People',
          description: 'How many there are.',
          examples: [5],
          type: 'number',
          minimum: 0,
        },
        hours: {
          title: 'Hours',
          description: 'Hours that one of them has for leads on an open day.',
          examples: [2],
          type: 'number',
          minimum: 0,
        },
        touches: {
          title: 'Touches',
          description: 'How often a lead is tried, on average.',
          examples: [3],
          type: 'number',
          minimum: 0,
        },
        minutes: {
          title: 'Minutes',
          description: 'Minutes that one try takes.',
          examples: [12],
          type: 'number',
          minimum: 0,
        },
      },
      required: ['calendar', 'people', 'hours', 'touches', 'minutes'],
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
