import type { JsonSchema } from '../../model/json-schema.ts';

/** How an objective came about. */
export const drawnUp: JsonSchema = {
  title: 'Drawn up',
  description:
    'When the objective was drawn up and by whom, for those who read it later: no verdict rests on it.',
  examples: [
    {
      on: '2026-05-12',
      by: ['marketing', 'sales'],
      minutes: 'minutes/2026-05-12.md',
    },
  ],
  type: 'object',
  properties: {
    on: { $ref: '#/definitions/day' },
    by: {
      title: 'By',
      description: 'Teams by id, or sponsor.',
      examples: [['marketing', 'sales']],
      type: 'array',
      minItems: 1,
      items: {
        title: 'Team',
        description: 'A team by id, or sponsor.',
        examples: ['marketing'],
        type: 'string',
      },
    },
    minutes: {
      title: 'Minutes',
      description: 'A file inside the repository, from the folder of the agreement, or an https link.',
      examples: ['minutes/2026-05-12.md'],
      type: 'string',
      minLength: 1,
    },
  },
  required: ['on', 'by'],
  additionalProperties: false,
};

/** Who brings how much of an objective that is a number; `named` is what it has as every promise has it. */
export const objectiveParts = (named: Readonly<Record<string, JsonSchema | undefined>>): JsonSchema => ({
  title: 'Parts',
  description:
    'What each team brings of an objective that is a number: tried from the top, a case belongs to the first part that matches, so that the parts add up to the whole.',
  examples: [
    [
      {
        id: 'from-marketing',
        owed_by: 'marketing',
        where: { source: ['Web', 'Webinar'] },
        target: '>= 100000 EUR per quarter',
      },
      {
        id: 'from-sales',
        owed_by: 'sales',
        target: '>= 150000 EUR per quarter',
      },
    ],
  ],
  type: 'array',
  minItems: 1,
  items: {
    title: 'Part',
    description: 'A part of the objective with a target of its own, judged as the whole is.',
    examples: [
      {
        id: 'from-marketing',
        owed_by: 'marketing',
        where: { source: ['Web', 'Webinar'] },
        target: '>= 100000 EUR per quarter',
      },
    ],
    type: 'object',
    properties: {
      id: named.id as JsonSchema,
      title: named.title as JsonSchema,
      owed_by: {
        title: 'Owed by',
        description: 'The team that brings it: one of those that share the objective.',
        examples: ['marketing'],
        type: 'string',
      },
      promise: named.promise as JsonSchema,
      where: {
        title: 'Where',
        description:
          'Cases of the whole that belong to this part; left out in the last part, it is the rest.',
        examples: [{ source: ['Web', 'Webinar'] }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
      target: { $ref: '#/definitions/target' },
      formerly: named.formerly as JsonSchema,
    },
    required: ['id', 'owed_by', 'target'],
    additionalProperties: false,
  },
});

/** Which objective goes before which. */
export const priorities: JsonSchema = {
  title: 'Priorities',
  description:
    'Objectives by id, the most important first: where two of them pull apart, the one that stands above decides. Those that are left out come after.',
  examples: [['new-revenue', 'swiss-segment']],
  type: 'array',
  minItems: 1,
  items: {
    title: 'Objective',
    description: 'An objective by its id.',
    examples: ['new-revenue'],
    type: 'string',
  },
};
