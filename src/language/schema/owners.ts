import type { JsonSchema } from '../../model/json-schema.ts';

/** Who owned a lead, or a row with a key, and from when to when. */
export const owners: JsonSchema = {
  title: 'Owners',
  description:
    'The history of who owned a lead, or a row with a key: rows with two ends of an activity source. A report cut by owner then charges whoever owned it when it was due; no clock starts again.',
  examples: [{ source: 'assignments', owner: 'user', from: 'from_at', to: 'to_at' }],
  type: 'object',
  properties: {
    source: { $ref: '#/definitions/sourceName' },
    owner: {
      title: 'Owner',
      description:
        'The field of the source that names the owner, as the field "owner" of the leads, or of the rows, does.',
      examples: ['user'],
      type: 'string',
    },
    from: {
      title: 'From',
      description: 'The date field from which it was theirs.',
      examples: ['from_at'],
      type: 'string',
    },
    to: {
      title: 'To',
      description: 'The date field from which it no longer was. Blank: it still is.',
      examples: ['to_at'],
      type: 'string',
    },
  },
  required: ['source', 'owner', 'from', 'to'],
  additionalProperties: false,
};
