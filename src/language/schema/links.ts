import type { JsonSchema } from '../../model/json-schema.ts';
import { belongs_to } from './belongs-to.ts';

/** One field, or several that count together. */
export const severalNames: JsonSchema = {
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: {
    title: 'Field',
    description: 'A field or column of the source.',
    examples: ['email'],
    type: 'string',
    minLength: 1,
  },
};

/** How the rows of a source other than the leads find theirs, or are rows of their own. */
export const links: Readonly<Record<string, JsonSchema>> = {
  lead: {
    title: 'Lead',
    description:
      "Activities: the field or column that holds the lead's key; or that column, and the field of the leads that it equals, or several of which it equals one.",
    examples: ['lead_id', { 'E-mail': 'email' }, { WhoId: ['id', 'contact_id'] }],
    type: ['string', 'object'],
    minLength: 1,
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: {
      title: 'Fields of the leads',
      description: 'The field of the leads that the column equals, or several of which it equals one.',
      examples: ['email', ['id', 'contact_id']],
      ...severalNames,
    },
  },
  belongs_to,
  key: {
    title: 'Key',
    description:
      'Rows that are no leads (requests, actions, tickets): the field or column that identifies each, or several that do together. Stages at their dates, and promises about those stages, are of this source.',
    examples: ['id', ['campaign', 'sent_on']],
    ...severalNames,
  },
  joins: {
    title: 'Joins',
    description: 'The field or column of this source, and the field of the leads that it equals.',
    examples: [{ lead_id: 'id' }],
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: { $ref: '#/definitions/fieldName' },
  },
  one_per_lead: {
    title: 'One row a lead',
    description:
      'With "joins", where a lead has several rows, as several deals: the first or the latest by a date joins it, and those that meet the condition "prefer" go before the others. The report counts the rest.',
    examples: [{ first: 'won_at', prefer: { deal_stage: 'Closed Won' } }, { latest: 'created_at' }],
    type: 'object',
    properties: {
      first: {
        title: 'First',
        description: 'The date field of the source by which the first row is taken.',
        examples: ['won_at'],
        type: 'string',
        minLength: 1,
      },
      latest: {
        title: 'Latest',
        description: 'The date field of the source by which the latest row is taken.',
        examples: ['created_at'],
        type: 'string',
        minLength: 1,
      },
      prefer: {
        title: 'Prefer',
        description: 'Fields of the source: rows that meet it go before those that do not.',
        examples: [{ deal_stage: 'Closed Won' }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
    },
    oneOf: [{ required: ['first'] }, { required: ['latest'] }],
    additionalProperties: false,
  },
};
