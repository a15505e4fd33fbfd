import { ID_PATTERN } from '../../model/id.ts';
import type { JsonSchema } from '../../model/json-schema.ts';
import { MONTH_NAMES } from '../../model/month-names.ts';

/** Who agrees, on what, from when. */
export const head: Readonly<Record<string, JsonSchema>> = {
  sla: {
    title: 'Language version',
    description: 'Version of the agreement language: 1.',
    examples: [1],
    type: 'integer',
    enum: [1],
  },
  id: {
    title: 'Agreement id',
    description: 'Names the agreement in reports and across its versions.',
    examples: ['acme-demand'],
    allOf: [{ $ref: '#/definitions/id' }],
  },
  title: {
    title: 'Title',
    description: 'Title of the agreement in reports.',
    examples: ['Marketing and Sales agreement'],
    type: 'string',
    minLength: 1,
  },
  version: {
    title: 'Version',
    description: 'Version of the agreement, in quotes.',
    examples: ['2026.2'],
    type: 'string',
    minLength: 1,
  },
  why: {
    title: 'Why',
    description: 'Why this version replaces the one before it, for those who read it later.',
    examples: ['Two people more in sales'],
    type: 'string',
    minLength: 1,
  },
  decided_by: {
    title: 'Decided by',
    description: 'Who decided on this version: teams by id, or sponsor.',
    examples: [['marketing', 'sales', 'sponsor']],
    type: 'array',
    minItems: 1,
    items: {
      title: 'Team',
      description: 'A team by id, or sponsor.',
      examples: ['marketing'],
      type: 'string',
    },
  },
  status: {
    title: 'Status',
    description: 'Where the agreement is in its life.',
    examples: ['active'],
    default: 'active',
    type: 'string',
    enum: ['draft', 'active', 'retired'],
  },
  effective: {
    title: 'Effective',
    description:
      'First and last date in force. A lead is judged by the version in force when its clock starts.',
    examples: [{ from: '2026-07-01' }],
    type: 'object',
    minProperties: 1,
    properties: {
      from: {
        title: 'From',
        description: 'First date in force.',
        examples: ['2026-07-01'],
        allOf: [{ $ref: '#/definitions/day' }],
      },
      to: {
        title: 'To',
        description: 'Last date in force.',
        examples: ['2026-12-31'],
        allOf: [{ $ref: '#/definitions/day' }],
      },
    },
    additionalProperties: false,
  },
  review: {
    title: 'Review',
    description: 'How often both teams review the agreement, and when they last did.',
    examples: [{ every: '90 calendar days', last: '2026-07-01' }],
    type: 'object',
    minProperties: 1,
    properties: {
      every: {
        title: 'Every',
        description: 'Longest time between two reviews.',
        examples: ['90 calendar days'],
        allOf: [{ $ref: '#/definitions/duration' }],
      },
      last: {
        title: 'Last',
        description: 'Date of the last review.',
        examples: ['2026-07-01'],
        allOf: [{ $ref: '#/definitions/day' }],
      },
    },
    additionalProperties: false,
  },
  parts: {
    title: 'Parts',
    description:
      'A file (*.sla-parts.yaml), or several, with sections that agreements share: what stands here goes before. Paths are relative to the file in which they stand.',
    examples: ['../group.sla-parts.yaml', ['../group.sla-parts.yaml', 'france.sla-parts.yaml']],
    type: ['string', 'array'],
    minLength: 1,
    minItems: 1,
    items: {
      title: 'File of parts',
      description: 'A path inside the repository, relative to the agreement.',
      examples: ['../group.sla-parts.yaml'],
      type: 'string',
      minLength: 1,
    },
  },
  timezone: {
    title: 'Time zone',
    description: 'IANA time zone that cuts the months.',
    examples: ['Europe/Paris'],
    allOf: [{ $ref: '#/definitions/zone' }],
  },
  year_starts: {
    title: 'Year starts',
    description:
      'The month in which the year of the firm starts: quarters and years follow it. FY2026-Q1 is the first quarter of the year that starts in 2026.',
    examples: ['april'],
    default: 'january',
    type: 'string',
    enum: MONTH_NAMES.map(([, long]) => long),
  },
  language: {
    title: 'Language',
    description: 'Language of generated documents.',
    examples: ['fr'],
    default: 'en',
    type: 'string',
    enum: ['en', 'fr'],
  },
  teams: {
    title: 'Teams',
    description: 'The teams that owe each other something, by id.',
    examples: [{ marketing: { title: 'Marketing', lead: 'Head of Marketing' } }],
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: ID_PATTERN },
    additionalProperties: {
      title: 'Team',
      description: 'One team.',
      examples: [{ title: 'Marketing', lead: 'Head of Marketing' }],
      type: 'object',
      properties: {
        title: {
          title: 'Title',
          description: 'Name in reports; the id if absent.',
          examples: ['Marketing'],
          type: 'string',
          minLength: 1,
        },
        lead: {
          title: 'Lead',
          description: 'Who answers for the team: a role, rather than a person.',
          examples: ['Head of Marketing'],
          type: 'string',
          minLength: 1,
        },
      },
      additionalProperties: false,
    },
  },
  sponsor: {
    title: 'Sponsor',
    description: 'Who decides when the teams do not agree.',
    examples: ['Managing Director'],
    type: 'string',
    minLength: 1,
  },
};
