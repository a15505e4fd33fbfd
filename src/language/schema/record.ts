import type { JsonSchema } from '../../model/json-schema.ts';
import { foundElsewhere } from '../rules/found-elsewhere.ts';
import { rules } from '../rules/index.ts';

/** When a month is closed, and what of its leads is kept. */
export const closing: JsonSchema = {
  title: 'Closing',
  description: 'How a month that is over is closed with sla close.',
  examples: [{ after: '10 business days', calendar: 'office', cases: 'hashed' }],
  type: 'object',
  minProperties: 1,
  properties: {
    after: {
      title: 'After',
      description: 'How long after the end of the month it is closed at the earliest.',
      examples: ['10 business days'],
      allOf: [{ $ref: '#/definitions/duration' }],
    },
    calendar: {
      title: 'Calendar',
      description: 'Of business time: the calendar that it is counted on.',
      examples: ['office'],
      type: 'string',
    },
    cases: {
      title: 'Cases',
      description:
        'How the leads behind the numbers are kept: by a keyed hash, by their keys, or not at all.',
      examples: ['hashed'],
      default: 'hashed',
      type: 'string',
      enum: ['hashed', 'ids', 'none'],
    },
  },
  additionalProperties: false,
};

/** What was agreed beside the promises. */
export const waivers: JsonSchema = {
  title: 'Waivers',
  description: 'Excused cases: counted and listed, never silent.',
  examples: [
    [
      {
        leads: ['L-1042'],
        commitment: 'first-contact',
        reason: 'Telephone outage',
        approved_by: ['marketing', 'sales'],
      },
    ],
  ],
  type: 'array',
  items: {
    title: 'Waiver',
    description:
      'Leads by key, those whose clock starts between two dates, those that meet a condition, or both of the latter.',
    examples: [
      {
        between: '2026-08-10..2026-08-14',
        commitment: 'follow-up',
        reason: 'Summer closing',
        approved_by: ['sales'],
      },
    ],
    type: 'object',
    properties: {
      leads: {
        title: 'Leads',
        description: 'Keys of leads.',
        examples: [['L-1042', 'L-1043']],
        type: 'array',
        minItems: 1,
        items: {
          title: 'Lead',
          description: 'Key of a lead.',
          examples: ['L-1042'],
          type: ['string', 'integer'],
        },
      },
      between: {
        title: 'Between',
        description: 'Leads whose clock starts on these dates.',
        examples: ['2026-08-10..2026-08-14'],
        allOf: [{ $ref: '#/definitions/dayOrRange' }],
      },
      where: {
        title: 'Where',
        description: 'Leads that meet this condition, of the dates where there are any.',
        examples: [{ do_not_contact: true }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
      commitment: {
        title: 'Commitment',
        description: 'Only for this commitment; for all if absent.',
        examples: ['first-contact'],
        type: 'string',
      },
      reason: {
        title: 'Reason',
        description: 'Why it is excused.',
        examples: ['Telephone outage'],
        type: 'string',
        minLength: 1,
      },
      approved_by: { $ref: '#/definitions/teamNames' },
      expires: {
        title: 'Expires',
        description: 'Last date on which the waiver holds.',
        examples: ['2026-12-31'],
        allOf: [{ $ref: '#/definitions/day' }],
      },
    },
    required: ['reason', 'approved_by'],
    oneOf: [{ required: ['leads'] }, { required: ['between'] }],
    additionalProperties: false,
  },
};

export const approvals: JsonSchema = {
  title: 'Approvals',
  description: 'Who agreed, for which team, when.',
  examples: [[{ team: 'sales', role: 'Head of Sales', date: '2026-06-28' }]],
  type: 'array',
  items: {
    title: 'Approval',
    description: 'One approval.',
    examples: [{ team: 'sales', role: 'Head of Sales', date: '2026-06-28' }],
    type: 'object',
    properties: {
      team: { $ref: '#/definitions/teamName' },
      role: {
        title: 'Role',
        description: 'The role of who approved.',
        examples: ['Head of Sales'],
        type: 'string',
        minLength: 1,
      },
      name: {
        title: 'Name',
        description: 'The name of who approved.',
        examples: ['A. Martin'],
        type: 'string',
        minLength: 1,
      },
      date: { $ref: '#/definitions/day' },
      digest: {
        title: 'Digest',
        description: 'What was approved, as a digest of the terms.',
        examples: ['sha256:9f2c'],
        type: 'string',
        minLength: 1,
      },
    },
    required: ['team'],
    additionalProperties: false,
  },
};

const SEVERITIES = ['error', 'warning', 'info', 'off'];

export const lint: JsonSchema = {
  title: 'Lint',
  description: 'Severity of lint rules, by rule id.',
  examples: [{ 'one-way': 'warning', 'unused-stage': 'off' }],
  type: 'object',
  properties: Object.fromEntries(
    [...rules, ...foundElsewhere].map(({ id, severity, law }) => [
      id,
      {
        title: id,
        description: law,
        examples: ['off'],
        default: severity,
        type: 'string',
        enum: SEVERITIES,
      },
    ]),
  ),
  additionalProperties: {
    title: 'Severity',
    description: 'How much the rule weighs.',
    examples: ['warning'],
    type: 'string',
    enum: SEVERITIES,
  },
};
