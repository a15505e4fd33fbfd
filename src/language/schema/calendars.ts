import type { JsonSchema } from '../../model/json-schema.ts';

/** When a team is at work. */
export const calendars: JsonSchema = {
  title: 'Calendars',
  description: 'Business calendars, by id.',
  examples: [{ office: { timezone: 'Europe/Paris', week: { 'mon-fri': ['09:00-17:00'] } } }],
  type: 'object',
  propertyNames: { pattern: '^[a-z0-9][a-z0-9_-]{0,63}$' },
  additionalProperties: {
    title: 'Calendar',
    description: 'Weekly opening hours, public holidays, closed dates and special openings.',
    examples: [{ timezone: 'Europe/Paris', week: { 'mon-fri': ['09:00-17:00'] }, holidays: ['FR'] }],
    type: 'object',
    properties: {
      timezone: {
        title: 'Time zone',
        description: 'IANA time zone of the hours.',
        examples: ['Europe/Paris'],
        allOf: [{ $ref: '#/definitions/zone' }],
      },
      week: {
        title: 'Week',
        description: 'Opening hours by day or by days: mon, mon-thu, sat-sun. Days not named are closed.',
        examples: [{ 'mon-thu': ['09:00-12:30', '14:00-18:00'], fri: ['09:00-12:30', '14:00-17:00'] }],
        type: 'object',
        minProperties: 1,
        propertyNames: { pattern: '^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$' },
        additionalProperties: { $ref: '#/definitions/windows' },
      },
      holidays: {
        title: 'Public holidays',
        description: 'Countries (FR), regions (FR-57) or .ics files whose days are closed.',
        examples: [['FR'], ['calendars/works-council.ics']],
        type: 'array',
        items: {
          title: 'Holidays',
          description: 'A country, a region or an .ics file.',
          examples: ['FR'],
          type: 'string',
          pattern: '^([A-Z]{2}(-[A-Z0-9]{1,4}){0,2}|.+\\.ics)$',
        },
      },
      closed: {
        title: 'Closed',
        description: 'Own closed dates and ranges.',
        examples: [['2026-08-10..2026-08-14', '2026-12-28']],
        type: 'array',
        items: { $ref: '#/definitions/dayOrRange' },
      },
      open: {
        title: 'Special openings',
        description: "Hours of single dates: they replace the day's hours, on holidays and closed dates too.",
        examples: [{ '2026-12-24': ['09:00-12:00'] }],
        type: 'object',
        propertyNames: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        additionalProperties: { $ref: '#/definitions/windows' },
      },
    },
    required: ['timezone', 'week'],
    additionalProperties: false,
  },
};
