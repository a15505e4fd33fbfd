import type { JsonSchema } from '../../model/json-schema.ts';

/** Whose rows the activities of rows that are no leads are. */
export const belongs_to: JsonSchema = {
  title: 'Belongs to',
  description:
    'Activities of rows that are no leads: the source of these rows, and the field or column here that holds their key. A status history of tickets then holds the clock of tickets, calls about requests are counted by request.',
  examples: [{ tickets: 'ticket_id' }],
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: {
    title: 'Key',
    description: 'The field or column that holds the key of the row.',
    examples: ['ticket_id'],
    type: 'string',
    minLength: 1,
  },
};
