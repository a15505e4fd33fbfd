import { ID_PATTERN } from '../../model/id.ts';
import type { JsonSchema } from '../../model/json-schema.ts';

/** The tests of a field that have a word of their own. */
const operators: Readonly<Record<string, JsonSchema>> = {
  matches: {
    title: 'Matches',
    description: 'A regular expression (RE2), matched anywhere in the cell.',
    examples: ['(?i)^head'],
    type: 'string',
    minLength: 1,
  },
  exists: {
    title: 'Exists',
    description:
      'Of records: the cell is the path of a file in the repository, from the folder of the agreement, or an https link (which is not opened).',
    examples: [true],
    type: 'boolean',
  },
  equals: {
    title: 'Equals',
    description: 'Exactly this value, even where the word is an operator.',
    examples: ['present'],
    allOf: [{ $ref: '#/definitions/scalar' }],
  },
  not: {
    title: 'Not',
    description: 'The test does not hold.',
    examples: [['Student', 'Intern']],
    allOf: [{ $ref: '#/definitions/test' }],
  },
  any: {
    title: 'Any',
    description: 'At least one of these tests holds.',
    examples: [['>= 500', 'absent']],
    type: 'array',
    minItems: 1,
    items: { $ref: '#/definitions/test' },
  },
};

/**
 * Forms that many sections share. Patterns, `oneOf` and `propertyNames` are for editors: the reader leaves
 * them out of its own validator and checks the same things while decoding, where it can say what the author
 * meant.
 */
export const common: Readonly<Record<string, JsonSchema>> = {
  id: {
    title: 'Id',
    description:
      'A short name used in flags, reports and other sections: lower-case letters, digits, - and _.',
    examples: ['first-contact'],
    type: 'string',
    pattern: ID_PATTERN,
  },
  duration: {
    title: 'Time limit',
    description:
      'A number and a unit: minutes or hours (day and night), calendar days, business minutes or hours (open time of the calendar), business days.',
    examples: ['4 business hours', '5 business days', '48 hours', '14 calendar days'],
    type: 'string',
    pattern: '^\\d+(\\.\\d+)? ((business )?(second|minute|hour)s?|(business|calendar) days?)$',
  },
  day: {
    title: 'Date',
    description: 'Year, month and day.',
    examples: ['2026-07-01'],
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  },
  dayOrRange: {
    title: 'Date or dates',
    description: 'One date, or a first and a last date with two dots between them.',
    examples: ['2026-12-28', '2026-08-10..2026-08-14'],
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?$',
  },
  seasonDates: {
    title: 'Dates of a season',
    description: 'A first and a last date with two dots between them, of every year or of one.',
    examples: ['07-01..08-31', '2026-02-18..2026-03-19'],
    type: 'string',
    pattern: '^(\\d{2}-\\d{2}(\\.\\.\\d{2}-\\d{2})?|\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?)$',
  },
  windows: {
    title: 'Opening hours',
    description:
      'Hours from opening to closing, several for breaks; 22:00-06:00 runs past midnight. An empty list is a closed day.',
    examples: [['09:00-12:30', '14:00-18:00']],
    type: 'array',
    items: {
      title: 'Window',
      description: 'Opening and closing time.',
      examples: ['09:00-17:00'],
      type: 'string',
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
    },
  },
  zone: {
    title: 'Time zone',
    description: 'An IANA time zone name.',
    examples: ['Europe/Paris'],
    type: 'string',
    pattern: '^([A-Za-z_]+/[A-Za-z0-9_+/-]+|UTC)$',
  },
  percentage: {
    title: 'Percentage',
    description: 'A percentage from 0% to 100%.',
    examples: ['5%'],
    type: 'string',
    pattern: '^(100(\\.0+)?|\\d{1,2}(\\.\\d+)?)%$',
  },
  target: {
    title: 'Target',
    description:
      'A share ("95%", "<= 5%") for share, response and attempts; a number per period (">= 120 per month", ">= 250000 EUR per quarter") for count, sum and occurrence; none for steps, all of which are owed. A number may differ in single periods, named by their labels.',
    examples: [
      '>= 95%',
      '>= 120 per month',
      '>= 250000 EUR per quarter',
      { every: '>= 120 per month', '2026-08': '>= 40' },
    ],
    type: ['string', 'object'],
    pattern: '^(>=|<=)? ?\\d+(\\.\\d+)?(%|( \\S+)? per (day|week|month|quarter|year))$',
    properties: {
      every: {
        title: 'Every period',
        description: 'The number of every period that has none of its own.',
        examples: ['>= 120 per month'],
        type: 'string',
      },
    },
    required: ['every'],
    additionalProperties: { $ref: '#/definitions/periodTarget' },
  },
  periodTarget: {
    title: 'Target of one period',
    description:
      'The number of the period that the key names (2026-08, 2026-Q3, 2026-W33, 2026, 2026-08-14), compared as in every period.',
    examples: ['>= 40'],
    type: 'string',
  },
  teamName: { title: 'Team', description: 'One of the teams.', examples: ['sales'], type: 'string' },
  stageName: { title: 'Stage', description: 'One of the stages.', examples: ['qualified'], type: 'string' },
  calendarName: {
    title: 'Calendar',
    description: 'One of the calendars.',
    examples: ['office'],
    type: 'string',
  },
  sourceName: {
    title: 'Source',
    description: 'One of the activity sources.',
    examples: ['activities'],
    type: 'string',
  },
  fieldName: {
    title: 'Field',
    description: 'One of the fields of the sources.',
    examples: ['company_size'],
    type: 'string',
  },
  teamNames: {
    title: 'Teams',
    description: 'Some of the teams.',
    examples: [['marketing', 'sales']],
    type: 'array',
    minItems: 1,
    items: { $ref: '#/definitions/teamName' },
  },
  scalar: {
    title: 'Value',
    description: 'A text, a number, true or false.',
    examples: ['FR', 50],
    type: ['string', 'number', 'boolean'],
  },
  condition: {
    title: 'Condition',
    description:
      'What a lead must meet: fields and their tests, all of which hold; "any" and "not" hold further conditions; or the word profile.',
    examples: ['profile', { country: ['FR', 'BE'], company_size: '50..1000' }],
    type: ['object', 'string'],
    minProperties: 1,
    properties: {
      any: {
        title: 'Any',
        description: 'At least one of these conditions holds.',
        examples: [[{ country: 'FR' }, { language: 'fr' }]],
        type: 'array',
        minItems: 1,
        items: { $ref: '#/definitions/condition' },
      },
      not: {
        title: 'Not',
        description: 'This condition does not hold.',
        examples: [{ country: 'FR' }],
        allOf: [{ $ref: '#/definitions/condition' }],
      },
      touched: { $ref: '#/definitions/touched' },
    },
    additionalProperties: { $ref: '#/definitions/test' },
  },
  touched: {
    title: 'Touched',
    description:
      'Some row of an activity source holds: the lead came to a webinar, or was ever called. With before, one that came no later than the stage (or has come, where the stage was not reached). Of leads alone.',
    examples: [{ source: 'activities', where: { kind: 'webinar' }, before: 'won' }],
    type: ['object', 'string', 'number', 'boolean', 'array'],
    minProperties: 1,
    properties: {
      source: { $ref: '#/definitions/sourceName' },
      where: { $ref: '#/definitions/condition' },
      before: { $ref: '#/definitions/stageName' },
      ...operators,
    },
    additionalProperties: false,
  },
  test: {
    title: 'Test of a field',
    description:
      'A value, a list of values, a range (50..1000, 50.., ..1000), a comparison (">= 500"), present, absent, or one operator: matches, exists, not, equals, any.',
    examples: ['FR', ['FR', 'BE'], '50..1000', '>= 500', 'present', { matches: '(?i)^head' }],
    type: ['string', 'number', 'boolean', 'array', 'object'],
    minItems: 1,
    items: { $ref: '#/definitions/scalar' },
    minProperties: 1,
    properties: {
      ...operators,
    },
    additionalProperties: false,
  },
};
