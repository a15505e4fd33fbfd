import type { JsonSchema } from '../../model/json-schema.ts';

/** A column of an export, as its source declares it. */
export const field: JsonSchema = {
  title: 'Field',
  description: 'A column of the export: its header alone for text, or the header with its type.',
  examples: ['Lead ID', { column: 'Create Date', type: 'datetime', format: 'dd/MM/yyyy HH:mm' }],
  type: ['string', 'object'],
  minLength: 1,
  properties: {
    column: {
      title: 'Column',
      description:
        'Header of the column, as the export writes it; of a datetime whose date and time of day stand in two columns: both of them, the date first.',
      examples: ['Number of Employees', ['Date', 'Time']],
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: {
        title: 'Header',
        description: 'Of the date, or of its time of day.',
        examples: ['Time'],
        type: 'string',
        minLength: 1,
      },
    },
    type: {
      title: 'Type',
      description: 'What its cells hold.',
      examples: ['datetime'],
      default: 'text',
      type: 'string',
      enum: ['text', 'integer', 'decimal', 'boolean', 'date', 'datetime'],
    },
    format: {
      title: 'Format',
      description:
        'Of dates: iso, epoch (seconds), epoch-ms, excel (46023.375), or a pattern of yyyy yy MM M MMM dd d HH H hh h mm ss SSS a XXX; of two columns that of the date. Parquet needs none.',
      examples: ['dd/MM/yyyy HH:mm', 'iso'],
      type: 'string',
      minLength: 1,
    },
    decimal: {
      title: 'Decimal sign',
      description: 'Of decimals: point or comma.',
      examples: [','],
      default: '.',
      type: 'string',
      enum: ['.', ','],
    },
    values: {
      title: 'Agreed words',
      description:
        'Of texts: the words that both teams agreed on. What stands outside is counted and told, with the nearest word; it changes no number.',
      examples: [['No budget', 'Not our market', 'Unreachable']],
      type: 'array',
      minItems: 1,
      items: {
        title: 'Word',
        description: 'An agreed word.',
        examples: ['No budget'],
        type: 'string',
        minLength: 1,
      },
    },
    personal: {
      title: 'Personal',
      description: 'Personal data: left out of outputs unless asked for.',
      examples: [true],
      default: false,
      type: 'boolean',
    },
  },
  required: ['column'],
  additionalProperties: false,
};
