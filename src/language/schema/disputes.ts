import type { JsonSchema } from '../../model/json-schema.ts';
import { common } from './common.ts';

const name = (title: string, description: string, example: string): JsonSchema => ({
  title,
  description,
  examples: [example],
  type: 'string',
  minLength: 1,
});

const names = (title: string, description: string, examples: readonly unknown[]): JsonSchema => ({
  title,
  description,
  examples,
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: name('Team', 'A team, or the sponsor.', 'sponsor'),
});

/** How the teams disagree about single leads, as the agreement says it. */
export const disputes: JsonSchema = {
  title: 'Disputes',
  description:
    'Files in which a team says why it does not agree with what is said of a lead, and who settles it. A dispute changes no number until it is settled.',
  examples: [
    { files: 'disputes/*.yaml', settled_by: 'sponsor', within: '10 business days', calendar: 'office' },
  ],
  type: 'object',
  properties: {
    files: {
      title: 'Files',
      description: 'A path inside the repository relative to the agreement, with wildcards, or several.',
      examples: ['disputes/*.yaml', ['disputes/2026/*.yaml', 'disputes/2027/*.yaml']],
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: name(
        'Files',
        'A path inside the repository relative to the agreement, with wildcards.',
        'disputes/*.yaml',
      ),
    },
    settled_by: names(
      'Settled by',
      'Who settles a dispute, all of them together: teams, or the sponsor. Where nobody else is named than sides of the promise, and where nobody is named, all its sides settle it.',
      ['sponsor', ['management', 'sponsor']],
    ),
    within: {
      title: 'Within',
      description: 'How long after a dispute is raised it is settled.',
      examples: ['10 business days'],
      allOf: [{ $ref: '#/definitions/duration' }],
    },
    calendar: name('Calendar', 'Of business days: the calendar that they are counted on.', 'office'),
  },
  required: ['files'],
  additionalProperties: false,
};

const settled: JsonSchema = {
  title: 'Settled',
  description:
    'How it was settled, by whom and when. What is upheld is a waiver of the case from that day on.',
  examples: [{ outcome: 'upheld', by: 'sponsor', on: '2026-06-10', minutes: 'minutes/2026-06-10.md' }],
  type: 'object',
  properties: {
    outcome: {
      title: 'Outcome',
      description: 'Upheld: the case is set aside. Rejected: nothing changes.',
      examples: ['upheld'],
      type: 'string',
      enum: ['upheld', 'rejected'],
    },
    by: names('By', 'All who settled it: teams, or the sponsor.', [['marketing', 'sales'], 'sponsor']),
    on: { $ref: '#/definitions/day' },
    minutes: name('Minutes', 'Where it is written down.', 'minutes/2026-06-10.md'),
  },
  required: ['outcome', 'by', 'on'],
  additionalProperties: false,
};

const dispute: JsonSchema = {
  title: 'Dispute',
  description: 'A team does not agree with what is said of one lead under one promise.',
  examples: [
    {
      lead: 'L-1042',
      promise: 'first-contact',
      by: 'sales',
      on: '2026-06-03',
      says: 'The number in the form was out of service',
    },
  ],
  type: 'object',
  properties: {
    lead: {
      title: 'Lead',
      description: 'Key of the lead, or of the row that the promise is about.',
      examples: ['L-1042'],
      type: ['string', 'integer'],
      minLength: 1,
    },
    promise: name('Promise', 'The id of a commitment or an objective that is a share.', 'first-contact'),
    by: { $ref: '#/definitions/teamName' },
    on: { $ref: '#/definitions/day' },
    says: name(
      'Says',
      'The argument, in the words of the team.',
      'The number in the form was out of service',
    ),
    settled,
  },
  required: ['lead', 'promise', 'by', 'on', 'says'],
  additionalProperties: false,
};

/** The schema of a file of disputes. */
export const disputesSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:smarketing-sla:disputes:1',
  title: 'Disputes',
  description: 'Where a team does not agree with what is said of a lead, one item for each.',
  examples: [
    [
      {
        lead: 'L-1042',
        promise: 'first-contact',
        by: 'sales',
        on: '2026-06-03',
        says: 'The number was out of service',
      },
    ],
  ],
  type: 'array',
  items: dispute,
  definitions: common,
};
