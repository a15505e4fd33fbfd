import { ID_PATTERN } from '../../model/id.ts';
import type { JsonSchema } from '../../model/json-schema.ts';

/** Opening hours by day. */
const week: JsonSchema = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$' },
  additionalProperties: { $ref: '#/definitions/windows' },
};

/** When a team is at work. */
export const calendars: JsonSchema = {
  title: 'Calendars',
  description: 'Business calendars, by id.',
  examples: [{ office: { timezone: 'Europe/Paris', week: { 'mon-fri': ['09:00-17:00'] } } }],
  type: 'object',
  propertyNames: { pattern: ID_PATTERN },
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
        ...week,
      },
      seasons: {
        title: 'Seasons',
        description: 'Weeks that hold between some dates, in place of the usual one: summer hours, Ramadan.',
        examples: [[{ between: '07-01..08-31', week: { 'mon-fri': ['08:00-14:00'] } }]],
        type: 'array',
        items: {
          title: 'Season',
          description: 'A week, and the dates between which it holds.',
          examples: [{ between: '2026-02-18..2026-03-19', week: { 'mon-fri': ['09:00-15:00'] } }],
          type: 'object',
          properties: {
            between: {
              title: 'Dates',
              description:
                'Dates of every year (07-01..08-31), past its end too (10-01..03-31), or of one (2026-02-18..2026-03-19), both included; several in a list. Those of one year come before those of every year.',
              examples: ['07-01..08-31', ['2026-02-18..2026-03-19', '2027-02-08..2027-03-09']],
              type: ['string', 'array'],
              minItems: 1,
              items: { $ref: '#/definitions/seasonDates' },
            },
            week: {
              title: 'Week of the season',
              description: 'Opening hours by day or by days, as in week. Days not named are closed.',
              examples: [{ 'mon-fri': ['08:00-14:00'] }],
              ...week,
            },
          },
          required: ['between', 'week'],
          additionalProperties: false,
        },
      },
      holidays: {
        title: 'Public holidays',
        description: 'Countries (FR), regions (FR-57) or .ics files whose days are closed; or none.',
        examples: [['FR'], ['calendars/works-council.ics'], 'none'],
        type: ['array', 'string'],
        pattern: '^none$',
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
