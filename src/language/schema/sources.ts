import { ID_PATTERN } from '../../model/id.ts';
import type { JsonSchema } from '../../model/json-schema.ts';
import { field } from './field.ts';
import { links, severalNames } from './links.ts';
import { owners } from './owners.ts';

/** What all sources share, for `definitions`. */
export const sourceParts = {
  field,
  files: {
    title: 'Files',
    description:
      'Path or pattern (*, ?, [0-9], {a,b}, **) of the export, CSV, .xlsx, .parquet or .duckdb, relative to the agreement; or a list of them.',
    examples: ['exports/leads-*.csv'],
    type: ['string', 'array'],
    minLength: 1,
    minItems: 1,
    items: {
      title: 'File',
      description: 'A path or a pattern.',
      examples: ['exports/leads-2026-*.csv'],
      type: 'string',
      minLength: 1,
    },
  },
  preset: {
    title: 'Preset',
    description: 'Known column names and formats of a CRM export.',
    examples: ['hubspot'],
    type: 'string',
  },
  csv: {
    title: 'CSV',
    description: 'How the file is written. Default: comma, double quotes, UTF-8, header in the first line.',
    examples: [{ delimiter: ';', encoding: 'windows-1252' }],
    type: 'object',
    properties: {
      delimiter: {
        title: 'Delimiter',
        description: 'One character, or the word tab.',
        examples: [';'],
        default: ',',
        type: 'string',
        minLength: 1,
      },
      quote: {
        title: 'Quote',
        description: 'The character around cells.',
        examples: ['"'],
        default: '"',
        type: 'string',
        minLength: 1,
      },
      encoding: {
        title: 'Encoding',
        description: 'Encoding of the file.',
        examples: ['windows-1252'],
        default: 'utf-8',
        type: 'string',
        enum: ['utf-8', 'utf-16', 'latin-1', 'windows-1252'],
      },
      skip: {
        title: 'Skip',
        description: 'Number of lines before the header line.',
        examples: [0],
        default: 0,
        type: 'integer',
        minimum: 0,
        maximum: 1000,
      },
    },
    additionalProperties: false,
  },
  sheet: {
    title: 'Sheet',
    description: 'Of workbooks (.xlsx): the name of the sheet. Default: the first.',
    examples: ['Leads'],
    type: 'string',
    minLength: 1,
  },
  table: {
    title: 'Table',
    description:
      'Of databases (.duckdb) and of a server (connection): the name of the table, with its schema where that is not the usual one. Default: the only one.',
    examples: ['leads'],
    type: 'string',
    minLength: 1,
  },
  connection: {
    title: 'Connection',
    description:
      'The server that holds the table, by its name in .sla/connections.yaml: in place of files, with "table". Only a run that judges asks it.',
    examples: ['replica'],
    type: 'string',
    minLength: 1,
  },
  source_timezone: {
    title: 'Time zone',
    description:
      'IANA time zone of timestamps without an offset; other sources have that of the leads where they do not say.',
    examples: ['Europe/Paris'],
    allOf: [{ $ref: '#/definitions/zone' }],
  },
  fields: {
    title: 'Fields',
    description: "Our name of a field to its column; with a preset, own columns or a change to the preset's.",
    examples: [{ id: 'Lead ID', company_size: { column: 'Number of Employees', type: 'integer' } }],
    type: 'object',
    propertyNames: { pattern: '^_?[A-Za-z][A-Za-z0-9_]*$' },
    additionalProperties: { $ref: '#/definitions/field' },
  },
  nulls: {
    title: 'Blank words',
    description: 'Cells read as blank, beside the empty cell.',
    examples: [['n/a', '-']],
    type: 'array',
    items: { title: 'Word', description: 'A cell that means blank.', examples: ['n/a'], type: 'string' },
  },
  max_rejected: {
    title: 'Most rejected rows',
    description: 'Share of unreadable rows above which there is no answer.',
    examples: ['1%'],
    default: '1%',
    allOf: [{ $ref: '#/definitions/percentage' }],
  },
  duplicates: {
    title: 'Duplicates',
    description:
      'Rows with the same key and differing cells: an error, or the latest by the field named in "modified" counts.',
    examples: ['latest'],
    default: 'error',
    type: 'string',
    enum: ['error', 'latest'],
  },
  modified: {
    title: 'Modified',
    description: 'The date field by which the latest of several rows is found.',
    examples: ['modified_at'],
    type: 'string',
  },
} satisfies Readonly<Record<string, JsonSchema>>;

const {
  files,
  preset,
  csv,
  sheet,
  table,
  connection,
  source_timezone: timezone,
  fields,
  nulls,
  duplicates,
  modified,
  max_rejected,
} = refs(sourceParts);

function refs<T extends object>(definitions: T): { readonly [K in keyof T]: JsonSchema } {
  const pairs = Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }]);
  return Object.fromEntries(pairs) as { readonly [K in keyof T]: JsonSchema };
}

/** The rows are in files, or in a table of a server. */
const fromWhere: readonly JsonSchema[] = [{ required: ['files'] }, { required: ['connection', 'table'] }];

/** What the exports look like: declared here, verified at each run. */
export const sources: JsonSchema = {
  title: 'Sources',
  description:
    'The exports: leads, and any number of others (activities, tables that join the leads, or rows of their own).',
  examples: [{ leads: { files: 'exports/leads-*.csv', key: 'id', fields: { id: 'Lead ID' } } }],
  type: 'object',
  properties: {
    leads: {
      title: 'Leads',
      description: 'One row a lead, or a row each time a lead is handed over.',
      examples: [{ files: 'exports/leads-*.csv', key: 'id', fields: { id: 'Lead ID' } }],
      type: 'object',
      properties: {
        files,
        preset,
        csv,
        sheet,
        table,
        connection,
        timezone,
        key: {
          title: 'Key',
          description:
            'The field that identifies a lead; or several that do together, as in forms without an id: a lead is then named by their cells with " | " between them.',
          examples: ['id', ['email', 'submitted_at']],
          ...severalNames,
        },
        fields,
        nulls,
        duplicates,
        modified,
        recycled: {
          title: 'Recycled leads',
          description:
            'A lead that qualifies again has one row, with the dates of the first or the latest time; or a row for each hand-over, told apart by the date named in "handed_over".',
          examples: ['latest', 'each'],
          type: 'string',
          enum: ['first', 'latest', 'each'],
        },
        handed_over: {
          title: 'Handed over',
          description:
            'With "recycled: each": the date field that tells one hand-over of a lead from the next.',
          examples: ['qualified_at'],
          type: 'string',
        },
        merged_ids: {
          title: 'Merged ids',
          description:
            'The field with the ids of the leads that were merged into this one, parted by ";": what other exports hold under them counts for this lead.',
          examples: ['merged_ids'],
          type: 'string',
        },
        merged_into: {
          title: 'Merged into',
          description:
            'Where the rows of merged leads remain: the field with the id of the lead that this one was merged into, which has all that other exports hold of it.',
          examples: ['master_id'],
          type: 'string',
        },
        owners,
        max_rejected,
      },
      required: ['key'],
      anyOf: fromWhere,
      additionalProperties: false,
    },
  },
  propertyNames: { pattern: ID_PATTERN },
  additionalProperties: {
    title: 'Other source',
    description:
      'Activities (many rows a lead: name the column of the lead in "lead"; of other rows: "belongs_to"), a table with at most one row a lead ("joins"), or rows of their own ("key").',
    examples: [
      {
        files: 'exports/deals.csv',
        joins: { lead_id: 'id' },
        fields: { won_at: { column: 'Close Date', type: 'date', format: 'dd/MM/yyyy' } },
      },
    ],
    type: 'object',
    properties: {
      files,
      preset,
      csv,
      sheet,
      table,
      connection,
      timezone,
      ...links,
      fields,
      nulls,
      duplicates,
      modified,
      owners,
      max_rejected,
    },
    anyOf: fromWhere,
    oneOf: ['lead', 'belongs_to', 'joins', 'key'].map((link) => ({ required: [link] })),
    additionalProperties: false,
  },
};
