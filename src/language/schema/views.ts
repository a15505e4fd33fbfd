import type { JsonSchema } from '../../model/json-schema.ts';

const names = (title: string, description: string, examples: readonly string[], one: string): JsonSchema => ({
  title,
  description,
  examples: [examples],
  type: 'array',
  items: { title: one, description: one, examples, type: 'string', minLength: 1 },
  minItems: 1,
});

/** Who sees what of the results. */
export const views: JsonSchema = {
  title: 'Views',
  description:
    'Who sees what of the results, by name: sla report --view NAME. The numbers are the same in all of them; leads and persons are shown where a view allows it.',
  examples: [
    {
      management: { for: ['sponsor'], leads: 'none' },
      'sales-team': { for: ['sales'], by: ['owner'], personal: ['owner'] },
    },
  ],
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    title: 'View',
    description: 'What some people see. Groups of fewer cases than min_cases are folded into one.',
    examples: [{ for: ['sponsor'], leads: 'none' }],
    type: 'object',
    minProperties: 1,
    properties: {
      for: names(
        'For',
        'The teams for whom it is, or sponsor. Absent: for everybody.',
        ['sponsor'],
        'A team, or sponsor.',
      ),
      leads: {
        title: 'Leads',
        description:
          'Whether the leads behind a number are listed: ids, or none. With none, lists, receipts and the leads of the agenda are left out.',
        examples: ['none'],
        default: 'ids',
        type: 'string',
        enum: ['ids', 'none'],
      },
      by: names('By', 'Fields by which results may be cut in it. Absent: none.', ['owner'], 'A field.'),
      personal: names(
        'Personal',
        'Fields marked personal whose values may be shown in it, where --personal asks for them. Absent: none.',
        ['owner'],
        'A field marked personal.',
      ),
    },
    additionalProperties: false,
  },
};
