import { expect } from 'vitest';
import { kindNames } from '../../src/kinds/index.ts';
import { base } from './base.ts';

/**
 * Each case replaces a piece of the sound agreement. «…» marks where the one problem must be shown; the marks are not part of the
 * text. Where the place is outside the piece, `at` replaces a second piece by the same one with marks.
 */
export interface Broken {
  readonly name: string;
  readonly change: readonly [piece: string, by: string];
  readonly at?: string;
  readonly rule: string;
  readonly says?: string;
  readonly help: string;
}

const VOLUME = 'count: { stage: qualified, where: profile }';
const RESPONSE = 'response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }';
const CLOCK = 'from: qualified, to: contacted, within: 4 business hours, calendar: office';
const SIZE = 'size: 50..1000';
const WEEK = 'week: { mon-thu: [09:00-12:30, 14:00-18:00], fri: [09:00-17:00] }';
const END = '    target: 95%\n';

const MORE = (id: string, by: string, to: string, rest = '') => `  - id: ${id}
    owed_by: ${by}
    owed_to: ${to}
    response: { from: qualified, to: contacted, within: 2 hours }
    target: 90%
${rest}`;

export const cases: readonly Broken[] = [
  // Keys
  {
    name: 'a misspelt section',
    change: ['sponsor:', '«sponser»:'],
    rule: 'unknown-key',
    help: 'did you mean "sponsor"?',
  },
  {
    name: 'a misspelt required section is not also called missing',
    change: ['teams:', '«team»:'],
    rule: 'unknown-key',
    help: 'did you mean "teams"?',
  },
  {
    name: 'a misspelt key inside a measure',
    change: ['within: 4', '«witin»: 4'],
    rule: 'unknown-key',
    help: 'did you mean "within"?',
  },
  {
    name: 'a key on the wrong level',
    change: ['    where: profile\n', '    where: profile\n    «within»: 2 hours\n'],
    rule: 'unknown-key',
    help: 'write "within" under "response"',
  },
  {
    name: 'a key that is like no other',
    change: ['sponsor:', '«colour»:'],
    rule: 'unknown-key',
    help: 'the keys here are sla, id, title',
  },
  {
    name: 'a misspelt measure is not also called missing',
    change: ['response:', '«respons»:'],
    rule: 'unknown-key',
    help: 'did you mean "response"?',
  },
  {
    name: 'a measure that is no map',
    change: [RESPONSE, 'response: «4 business hours»'],
    rule: 'wrong-type',
    help: 'write a map of keys',
  },
  {
    name: 'a misspelt link of a source',
    change: ['lead: lead_id', '«leads»: lead_id'],
    rule: 'unknown-key',
    help: 'did you mean "lead"?',
  },
  {
    name: 'a missing version',
    change: ['version: "1"\n', ''],
    at: '«sla»: 1',
    rule: 'missing-key',
    says: '"version"',
    help: 'add a line: version: "2026.2"',
  },
  {
    name: 'a missing owner',
    change: ['    owed_by: sales\n', ''],
    at: '- «id»: first-contact',
    rule: 'missing-key',
    says: '"owed_by"',
    help: 'add a line: owed_by: marketing',
  },
  {
    name: 'a missing stage of a clock',
    change: ['to: contacted, ', ''],
    at: '«response»: {',
    rule: 'missing-key',
    says: '"to"',
    help: 'add a line: to: contacted',
  },
  {
    name: 'a calendar without its time zone',
    change: ['    timezone: Europe/Paris\n    week', '    week'],
    at: '  «office»:',
    rule: 'missing-key',
    says: '"timezone"',
    help: 'add a line: timezone: Europe/Paris',
  },
  {
    name: 'a key written twice',
    change: ['title: Demo\n', 'title: Demo\n«title»: Again\n'],
    rule: 'duplicate-key',
    help: 'the other is on line 3',
  },
  {
    name: 'a key named after the prototype',
    change: ['  sales: {', '  «__proto__»: { title: X }\n  sales: {'],
    rule: 'wrong-form',
    help: 'lower-case letters',
  },
  // Types and values
  {
    name: 'a version that is a number',
    change: ['version: "1"', 'version: «2026.10»'],
    rule: 'wrong-type',
    help: 'put it in quotes: "2026.10"',
  },
  {
    name: 'a target that is a bare number',
    change: ['target: 95%', 'target: «95»'],
    rule: 'wrong-type',
    help: 'write for example ">= 95%"',
  },
  {
    name: 'a list where a map is expected',
    change: ['  must: { country: [FR, BE], size: 50..1000 }', '  must: «[FR]»'],
    rule: 'wrong-type',
    help: 'write a map of keys or a text',
  },
  {
    name: 'a number in quotes',
    change: ['target: 95%\n', 'target: 95%\n    min_cases: «"20"»\n'],
    rule: 'wrong-type',
    help: 'write a whole number without quotes',
  },
  {
    name: 'an empty value',
    change: ['sponsor: Managing Director', '«sponsor»:'],
    rule: 'wrong-type',
    says: 'There is no value here',
    help: 'write a text',
  },
  {
    name: 'a text where a list is expected',
    change: ['mon-thu: [09:00-12:30, 14:00-18:00]', 'mon-thu: «09:00-12:30»'],
    rule: 'wrong-type',
    help: 'put it in brackets: [09:00-12:30]',
  },
  {
    name: 'an unknown type of field',
    change: ['type: integer', 'type: «integr»'],
    rule: 'wrong-value',
    help: 'did you mean "integer"?',
  },
  {
    name: 'another version of the language',
    change: ['sla: 1', 'sla: «2»'],
    rule: 'wrong-value',
    help: 'write 1',
  },
  {
    name: 'an unknown status',
    change: ['sponsor:', 'status: «activ»\nsponsor:'],
    rule: 'wrong-value',
    help: 'did you mean "active"?',
  },
  {
    name: 'too small a number',
    change: ['target: 95%\n', 'target: 95%\n    min_cases: «-1»\n'],
    rule: 'wrong-value',
    help: 'write 0 or more',
  },
  { name: 'an empty text', change: ['title: Demo', 'title: «""»'], rule: 'empty', help: 'write a text' },
  {
    name: 'no commitments',
    change: [base.slice(base.indexOf('commitments:')), '«commitments»: []\n'],
    rule: 'empty',
    help: 'fill it',
  },
  {
    name: 'no promise at all',
    change: [base.slice(base.indexOf('commitments:')), ''],
    at: '«sla»: 1',
    rule: 'missing-key',
    says: 'neither commitments nor objectives',
    help: 'add commitments:, what one team owes the other, or objectives:, what both share',
  },
  {
    name: 'an id with blanks and capitals',
    change: ['id: demo', 'id: «Demo One»'],
    rule: 'wrong-form',
    help: 'write "demo-one"',
  },
  {
    name: 'a number that is not finite',
    change: ['target: 95%\n', 'target: 95%\n    min_cases: «.inf»\n'],
    rule: 'wrong-value',
    help: 'write a plain number',
  },
  {
    name: 'a share over the whole',
    change: ['target: 95%\n', 'target: 95%\n    max_unknown: «500%»\n'],
    rule: 'wrong-form',
    help: 'write for example 5%',
  },
  // Time
  {
    name: 'a bare number of days',
    change: ['4 business hours', '«3 days»'],
    rule: 'wrong-duration',
    help: 'write "3 business days" or "3 calendar days"',
  },
  {
    name: 'a time limit of nothing',
    change: ['4 business hours', '«0 business hours»'],
    rule: 'wrong-duration',
    help: 'write a positive number',
  },
  {
    name: 'a city for a time zone',
    change: ['version: "1"\ntimezone: Europe/Paris', 'version: "1"\ntimezone: «Paris»'],
    rule: 'unknown-zone',
    help: 'did you mean "Europe/Paris"?',
  },
  {
    name: 'an abbreviation for a time zone',
    change: ['version: "1"\ntimezone: Europe/Paris', 'version: "1"\ntimezone: «CET»'],
    rule: 'unknown-zone',
    help: 'write an IANA name',
  },
  {
    name: 'a month that is no month',
    change: [
      'version: "1"\ntimezone: Europe/Paris',
      'version: "1"\nyear_starts: «Aprill»\ntimezone: Europe/Paris',
    ],
    rule: 'wrong-value',
    help: 'did you mean "april"?',
  },
  {
    name: 'a year that starts on a date',
    change: [
      'version: "1"\ntimezone: Europe/Paris',
      'version: "1"\nyear_starts: «04-01»\ntimezone: Europe/Paris',
    ],
    rule: 'wrong-value',
    help: 'write one of january, february',
  },
  {
    name: 'a calendar that never opens',
    change: [WEEK, '«week»: { mon-fri: [] }'],
    rule: 'never-opens',
    help: 'mon-fri: [09:00-17:00]',
  },
  {
    name: 'a calendar that is closed for good',
    change: [WEEK, `${WEEK}\n    «closed»: [1900-01-01..2199-12-31]`],
    rule: 'never-opens',
    help: 'end what is closed on a date',
  },
  {
    name: 'a season that no year has',
    change: [WEEK, `${WEEK}\n    seasons: [{ between: «06-31..08-31», week: { mon: [08:00-14:00] } }]`],
    rule: 'wrong-season',
    help: 'write dates of every year, 07-01..08-31',
  },
  {
    name: 'a season that ends before it starts, in one year',
    change: [
      WEEK,
      `${WEEK}\n    seasons: [{ between: [«2026-08-31..2026-07-01»], week: { mon: [08:00-14:00] } }]`,
    ],
    rule: 'wrong-season',
    help: 'write 2026-07-01..2026-08-31',
  },
  {
    name: 'two seasons of every year over one another, past its end',
    change: [
      WEEK,
      `${WEEK}\n    seasons: [{ between: 12-01..02-29, week: { mon: [] } }, { between: «02-29..03-10», week: { mon: [] } }]`,
    ],
    rule: 'repeated-season',
    says: '"02-29" lies in two seasons',
    help: 'end one of the two earlier',
  },
  {
    name: 'two seasons of one year over one another',
    change: [
      WEEK,
      `${WEEK}\n    seasons: [{ between: 2026-02-01..2026-03-01, week: { mon: [] } }, { between: «2026-03-01..2026-03-09», week: { mon: [] } }]`,
    ],
    rule: 'repeated-season',
    says: '"2026-03-01" lies in two seasons',
    help: 'end one of the two earlier',
  },
  {
    name: 'a season whose day is named twice',
    change: [
      WEEK,
      `${WEEK}\n    seasons: [{ between: 07-01..08-31, week: { mon-fri: [08:00-14:00], «fri»: [] } }]`,
    ],
    rule: 'repeated-day',
    help: 'name each day once',
  },
  {
    name: 'a day that is no day',
    change: ['fri: [09:00-17:00]', '«friday»: [09:00-17:00]'],
    rule: 'wrong-day',
    help: 'mon, tue, wed',
  },
  {
    name: 'a day named twice',
    change: ['fri: [09:00-17:00]', '«thu-fri»: [09:00-17:00]'],
    rule: 'repeated-day',
    help: 'name each day once',
  },
  {
    name: 'hours that are no hours',
    change: ['[09:00-17:00]', '[«9h-17h»]'],
    rule: 'wrong-window',
    help: '09:00-12:30',
  },
  {
    name: 'a date that does not exist',
    change: [WEEK, `${WEEK}\n    closed: [«2026-02-30»]`],
    rule: 'wrong-date',
    help: '',
  },
  {
    name: 'a special opening on no date',
    change: [WEEK, `${WEEK}\n    open: { «24 December»: [09:00-12:00] }`],
    rule: 'wrong-date',
    help: '',
  },
  {
    name: 'a country in small letters',
    change: [WEEK, `${WEEK}\n    holidays: [«fr»]`],
    rule: 'wrong-holidays',
    help: 'write "FR" in capitals',
  },
  {
    name: 'a country that is no list',
    change: [WEEK, `${WEEK}\n    holidays: «FR»`],
    rule: 'wrong-holidays',
    help: 'write [FR], or none',
  },
  ...['France', '../FR', 'FR-'].map((place) => ({
    name: `${place} for a country`,
    change: [WEEK, `${WEEK}\n    holidays: [«${place}»]`] as const,
    rule: 'wrong-holidays',
    help: 'write a country such as FR, a region such as FR-57',
  })),
  {
    name: 'an end before the beginning',
    change: ['sponsor:', 'effective: { from: 2026-07-01, to: «2026-06-30» }\nsponsor:'],
    rule: 'effective-order',
    help: 'write a date from 2026-07-01 on',
  },
  {
    name: 'business time without a calendar',
    change: [', calendar: office }', ' }'],
    at: 'within: «4 business hours»',
    rule: 'no-calendar',
    help: 'add calendar: office',
  },
  {
    name: 'a review in business days',
    change: ['sponsor:', 'review: { every: «60 business days» }\nsponsor:'],
    rule: 'wrong-duration',
    help: '90 calendar days',
  },
  // Sources
  {
    name: 'a naive time without a zone',
    change: ['    timezone: Europe/Paris\n    key: id', '    key: id'],
    at: '«qualified_at»: { column',
    rule: 'no-time-zone',
    says: '"qualified_at" and "contacted_at"',
    help: 'add timezone: Europe/Paris',
  },
  {
    name: 'a date without a format',
    change: [', format: epoch', ''],
    at: '«at»: { column: At',
    rule: 'missing-format',
    help: 'format: iso',
  },
  {
    name: 'a date format that is none',
    change: ['format: dd/MM/yyyy HH:mm', 'format: «DD/MM/YYYY HH:mm»'],
    rule: 'wrong-format',
    help: 'write "dd"',
  },
  {
    name: 'a modified date that is no name',
    change: ['    key: id\n', '    key: id\n    duplicates: latest\n    modified: «5»\n'],
    rule: 'wrong-type',
    help: 'put it in quotes',
  },
  {
    name: 'a datetime format without a time',
    change: ['format: dd/MM/yyyy HH:mm', 'format: «dd/MM/yyyy»'],
    rule: 'wrong-format',
    help: 'type: date',
  },
  {
    name: 'a format on a text',
    change: ['phone: { column: Phone,', 'phone: { column: Phone, «format»: iso,'],
    rule: 'unused-key',
    help: 'remove it',
  },
  {
    name: 'agreed words of an integer',
    change: ['column: Size, type: integer', 'column: Size, type: integer, «values»: [Small]'],
    rule: 'unused-key',
    says: "The field's type is integer, and agreed words are texts",
    help: 'type: text',
  },
  {
    name: 'agreed words of which one is a number',
    change: ['country: Country', 'country: { column: Country, values: [FR, «33»] }'],
    rule: 'wrong-type',
    help: 'quotes',
  },
  {
    name: 'no agreed words',
    change: ['country: Country', 'country: { column: Country, «values»: [] }'],
    rule: 'empty',
    help: 'fill it, or remove the key',
  },
  {
    name: 'evidence of a field of the leads',
    change: ['country: [FR, BE]', 'phone: { exists: «true» }'],
    rule: 'wrong-test',
    says: 'Evidence is looked up for records alone, and "phone" is a field of an export',
    help: 'write present',
  },
  {
    name: 'a decimal sign on an integer',
    change: ['column: Size, type: integer', 'column: Size, type: integer, «decimal»: ","'],
    rule: 'unused-key',
    help: 'type: decimal',
  },
  {
    name: 'a key that is no field',
    change: ['key: id', 'key: «lead»'],
    rule: 'unknown-field',
    help: 'did you mean "id"?',
  },
  {
    name: 'a field named like an operator',
    change: ['country: Country\n', 'country: Country\n      «any»: Any\n'],
    rule: 'reserved-name',
    help: '"any_"',
  },
  {
    name: 'a field name with a blank',
    change: ['country: Country\n', 'country: Country\n      «Job Title»: Job\n'],
    rule: 'wrong-form',
    help: '"job_title"',
  },
  {
    name: 'a source that finds no lead',
    change: ['    lead: lead_id\n', ''],
    at: '  «activities»:',
    rule: 'source-link',
    help: 'lead: lead_id',
  },
  {
    name: 'an unknown preset',
    change: ['files: leads.csv', 'files: leads.csv\n    preset: «hubspt»'],
    rule: 'unknown-preset',
    help: 'did you mean "hubspot"?',
  },
  {
    name: 'a delimiter of two characters',
    change: ['files: leads.csv', 'files: leads.csv\n    csv: { delimiter: «";;"» }'],
    rule: 'wrong-form',
    help: 'or tab',
  },
  {
    name: 'the latest row without a date',
    change: ['key: id', 'key: id\n    duplicates: «latest»'],
    rule: 'missing-key',
    help: 'add modified:',
  },
  {
    name: 'the latest row by a text',
    change: ['key: id', 'key: id\n    duplicates: latest\n    modified: «country»'],
    rule: 'not-a-date-field',
    help: 'type: datetime',
  },
  {
    name: 'a modified date without need',
    change: ['key: id', 'key: id\n    «modified»: qualified_at'],
    rule: 'unused-key',
    help: 'add duplicates: latest',
  },
  {
    name: 'one field name in two sources',
    change: [
      'stages:\n',
      '  deals:\n    files: d.csv\n    joins: { deal: id }\n    fields: { «country»: Land }\nstages:\n',
    ],
    rule: 'duplicate-field',
    help: 'another name',
  },
  {
    name: 'a join to no field',
    change: ['stages:\n', '  deals:\n    files: d.csv\n    joins: { deal: «ident» }\nstages:\n'],
    rule: 'unknown-field',
    help: 'the fields are id',
  },
  // Stages, profile, conditions
  {
    name: 'a stage at no field',
    change: ['at: contacted_at', 'at: «contacted»'],
    rule: 'unknown-field',
    help: 'did you mean "contacted_at"?',
  },
  {
    name: 'a stage at a text',
    change: ['at: contacted_at', 'at: «country»'],
    rule: 'not-a-date-field',
    help: 'type: datetime',
  },
  {
    name: 'a comparison on a text',
    change: [SIZE, 'phone: «">= 500"»'],
    rule: 'wrong-test',
    help: 'type: integer',
  },
  {
    name: 'a range on a text',
    change: [SIZE, 'phone: «1..5»'],
    rule: 'wrong-test',
    help: '{ equals: "1..5" }',
  },
  {
    name: 'a range that holds nothing',
    change: [SIZE, 'size: «1000..50»'],
    rule: 'wrong-test',
    help: '50..1000',
  },
  {
    name: 'an operator that is none',
    change: [SIZE, 'size: «"!= 5"»'],
    rule: 'wrong-test',
    help: 'write { not: 5 }',
  },
  {
    name: 'a text for a number',
    change: [SIZE, 'size: «large»'],
    rule: 'wrong-test',
    help: 'write a number',
  },
  {
    name: 'a quoted number for a number',
    change: [SIZE, 'size: «"50"»'],
    rule: 'wrong-test',
    help: 'without quotes',
  },
  {
    name: 'a number for a text',
    change: [SIZE, 'phone: «33»'],
    rule: 'wrong-test',
    help: 'put it in quotes',
  },
  { name: 'true for a text', change: [SIZE, 'phone: «true»'], rule: 'wrong-test', help: 'type: boolean' },
  { name: 'yes for true', change: [SIZE, 'vip: «yes»'], rule: 'wrong-test', help: 'write true or false' },
  {
    name: 'a value for a date',
    change: [SIZE, 'qualified_at: «2026-01-01»'],
    rule: 'wrong-test',
    help: 'present or absent',
  },
  {
    name: 'a pattern on a number',
    change: [SIZE, 'size: { matches: «"1"» }'],
    rule: 'wrong-test',
    help: 'write a number',
  },
  {
    name: 'an unknown operator',
    change: [SIZE, 'phone: { «match»: "1" }'],
    rule: 'unknown-key',
    help: 'did you mean "matches"?',
  },
  {
    name: 'a pattern with look-ahead',
    change: [SIZE, 'phone: { matches: «"(?!33)"» }'],
    rule: 'bad-regex',
    help: 'look-ahead',
  },
  {
    name: 'a pattern that does not close',
    change: [SIZE, 'phone: { matches: «"(33"» }'],
    rule: 'bad-regex',
    help: 'close the brackets',
  },
  {
    name: 'a condition on no field',
    change: [SIZE, '«siez»: 50'],
    rule: 'unknown-field',
    help: 'did you mean "size"?',
  },
  {
    name: 'a field of another source',
    change: [SIZE, '«kind»: call'],
    rule: 'unknown-field',
    help: 'the fields of the leads are',
  },
  {
    name: 'a profile inside itself',
    change: ['  must: { country: [FR, BE], size: 50..1000 }', '  must: «profile»'],
    rule: 'no-profile',
    help: 'write the condition out',
  },
  {
    name: 'a word that is no condition',
    change: ['    where: profile', '    where: «prospects»'],
    rule: 'wrong-condition',
    help: '{ country: FR }',
  },
  {
    name: 'a score out of reach',
    change: [
      '  must: { country: [FR, BE], size: 50..1000 }',
      '  score: { at_least: «50», points: [{ add: 40, when: { country: FR } }] }',
    ],
    rule: 'score-out-of-reach',
    help: 'write 40 or less',
  },
  {
    name: 'an empty list of values',
    change: ['country: [FR, BE]', '«country»: []'],
    rule: 'empty',
    help: 'fill it',
  },
  // Promises
  {
    name: 'an unknown stage, by the initials of its title',
    change: ['from: qualified', 'from: «MQL»'],
    rule: 'unknown-stage',
    help: 'the stages are qualified and contacted; did you mean "qualified"?',
  },
  {
    name: 'an unknown team',
    change: ['owed_by: sales', 'owed_by: «sale»'],
    rule: 'unknown-team',
    help: 'did you mean "sales"?',
  },
  {
    name: 'an unknown calendar',
    change: ['calendar: office', 'calendar: «ofice»'],
    rule: 'unknown-calendar',
    help: 'did you mean "office"?',
  },
  {
    name: 'a promise without a measure',
    change: [`    ${VOLUME}\n`, ''],
    at: '- «id»: volume',
    rule: 'no-measure',
    help: `add one of ${kindNames.slice(0, -1).join(', ')} and ${kindNames.at(-1)}`,
  },
  {
    name: 'a promise with two measures',
    change: [VOLUME, `${VOLUME}\n    «sum»: { field: amount, stage: qualified }`],
    rule: 'two-measures',
    says: 'count and sum',
    help: 'a promise of its own',
  },
  {
    name: 'two ids alike',
    change: ['id: first-contact', 'id: «volume»'],
    rule: 'duplicate-id',
    help: 'commitments 1',
  },
  {
    name: 'a team that owes itself',
    change: ['owed_by: sales\n    owed_to: marketing', 'owed_by: sales\n    owed_to: «sales»'],
    rule: 'owed-to-itself',
    help: 'owed_to: marketing',
  },
  {
    name: 'an excuse that is no promise',
    change: [
      '    where: profile\n    target: 95%',
      '    where: profile\n    excused_by: [«volum»]\n    target: 95%',
    ],
    rule: 'unknown-commitment',
    help: 'did you mean "volume"?',
  },
  {
    name: "a promise of one's own side as an excuse",
    change: [END, `${END}    excused_by: [«second»]\n${MORE('second', 'sales', 'marketing')}`],
    rule: 'self-excuse',
    says: 'not owed by "marketing"',
    help: 'that "marketing" owes to "sales"',
  },
  {
    name: 'a promise that excuses itself',
    change: [END, `${END}    excused_by: [«first-contact»]\n`],
    rule: 'self-excuse',
    help: 'or remove it',
  },
  {
    name: 'promises that excuse one another',
    change: [
      END,
      `${END}    excused_by: [«second»]\n${MORE('second', 'marketing', 'sales', '    excused_by: [first-contact]\n')}`,
    ],
    rule: 'excuse-cycle',
    says: '"second" is excused by "first-contact" itself',
    help: 'comes first in the life of a lead',
  },
  {
    name: 'an excuse that is a number of a month',
    change: [END, `${END}    excused_by: [«volume»]\n`],
    rule: 'idle-excuse',
    says: '"volume" is never broken about one lead',
    help: 'per day or week',
  },
  {
    name: 'an excuse of a number',
    change: [`    ${VOLUME}\n`, `    ${VOLUME}\n    excused_by: [«first-contact»]\n`],
    rule: 'idle-excuse',
    says: 'no case of it can be excused',
    help: 'remove "excused_by"',
  },
  {
    name: 'a clock that stops where it starts',
    change: ['to: contacted,', 'to: «qualified»,'],
    rule: 'same-stage',
    help: 'the stage that comes after it',
  },
  {
    name: 'a share of nothing',
    change: [RESPONSE, '«share»: { of: { stage: qualified } }'],
    rule: 'share-of-what',
    help: 'reaches: won',
  },
  {
    name: 'a share in two ways',
    change: [RESPONSE, '«share»: { of: { stage: qualified }, reaches: contacted, with: { phone: present } }'],
    rule: 'share-of-what',
    help: 'with: { phone: present }',
  },
  {
    name: 'a response without a limit',
    change: [RESPONSE, '«response»: { from: qualified, to: contacted }'],
    rule: 'until-when',
    help: 'by: due_on',
  },
  {
    name: 'a response with two limits',
    change: [
      RESPONSE,
      '«response»: { from: qualified, to: contacted, within: 4 business hours, calendar: office, by: contacted_at }',
    ],
    rule: 'until-when',
    help: 'within: 4 business hours',
  },
  {
    name: 'a deadline in a text',
    change: [RESPONSE, 'response: { from: qualified, to: contacted, by: «country» }'],
    rule: 'not-a-date-field',
    help: 'type: datetime',
  },
  {
    name: 'a pause that ends where it begins',
    change: [CLOCK, `${CLOCK}, pause: { from: qualified_at, to: «qualified_at», at_most: 8 business hours }`],
    rule: 'pause-ends',
    help: 'when it is over',
  },
  {
    name: 'a pause that is capped in time of another clock',
    change: [CLOCK, `${CLOCK}, pause: { from: qualified_at, to: contacted_at, at_most: «8 hours» }`],
    rule: 'pause-unit',
    help: 'at_most: 40 business hours',
  },
  {
    name: 'a pause of a clock with a deadline in the row',
    change: [
      'within: 4 business hours, calendar: office',
      'by: contacted_at, «pause»: { from: qualified_at, to: contacted_at, at_most: 8 hours }',
    ],
    rule: 'no-pause',
    help: 'remove one of the two',
  },
  {
    name: 'a source that is linked in two ways',
    change: [
      '  activities:\n    files: activities.csv\n',
      '  «activities»:\n    key: id\n    files: activities.csv\n',
    ],
    rule: 'source-link',
    help: 'key: id',
  },
  {
    name: 'a sum over a text',
    change: [VOLUME, 'sum: { field: «country», stage: qualified }'],
    rule: 'not-a-number-field',
    help: 'type: decimal',
  },
  {
    name: 'different dates',
    change: [VOLUME, 'count: { stage: qualified, distinct: «qualified_at» }'],
    rule: 'not-a-value-field',
    help: 'name a field of text',
  },
  {
    name: 'leads weighed by a text',
    change: [RESPONSE, 'share: { of: { stage: qualified }, with: profile, weigh: «country» }'],
    rule: 'not-a-number-field',
    help: 'type: decimal',
  },
  {
    name: 'leads weighed by a field that is not there',
    change: [RESPONSE, 'share: { of: { stage: qualified }, with: profile, weigh: { field: «amont» } }'],
    rule: 'unknown-field',
    help: 'amount',
  },
  {
    name: 'a stop in a source that holds no activities',
    change: ['to: contacted', 'to: { earliest: «leads» }'],
    rule: 'unknown-source',
    help: 'the sources are activities',
  },
  {
    name: 'a condition on a field that activities lack',
    change: ['to: contacted', 'to: { earliest: activities, where: { «country»: FR } }'],
    rule: 'unknown-field',
    help: 'the source "activities"',
  },
  {
    name: 'segments of a count',
    change: [VOLUME, `${VOLUME}\n    «segments»: [{ id: big, where: { size: 500.. } }]`],
    rule: 'segment-terms',
    help: 'a promise of its own',
  },
  {
    name: 'more segments than are judged',
    change: [
      END,
      `${END}    «segments»:\n${Array.from({ length: 301 }, (_, i) => `      - { id: s${i}, where: { size: ">= ${i}" } }\n`).join('')}`,
    ],
    rule: 'too-many-segments',
    help: 'under one condition',
  },
  {
    name: 'touches in a segment of a response',
    change: [END, `${END}    segments: [{ id: big, where: { size: 500.. }, «at_least»: 3 }]\n`],
    rule: 'segment-terms',
    help: 'the terms are within and calendar',
  },
  {
    name: 'a calendar that is a number',
    change: ['calendar: office }', 'calendar: «5» }'],
    rule: 'wrong-type',
    help: 'put it in quotes',
  },
  {
    name: 'a segment in business time without a calendar',
    change: [
      `${CLOCK} }\n    where: profile\n${END}`,
      `from: qualified, to: contacted, within: 4 hours }\n    target: 95%\n    segments: [{ id: big, where: { size: 500.. }, within: «1 business hour» }]\n`,
    ],
    at: 'calendars:',
    rule: 'no-calendar',
    help: 'add calendar: office',
  },
  {
    name: 'a section without its keys',
    change: [END, `${END}views: «direction»\n`],
    rule: 'wrong-type',
    help: 'write a map of keys, for example { management:',
  },
  // Targets
  {
    name: 'a share as the target of a count',
    change: ['">= 120 per month"', '«90%»'],
    rule: 'wrong-target',
    help: '>= 120 per month',
  },
  {
    name: 'a number as the target of a response',
    change: ['target: 95%', 'target: «">= 120 per month"»'],
    rule: 'wrong-target',
    help: '>= 95%',
  },
  {
    name: 'a target in the quotes of a word processor',
    change: ['target: 95%', 'target: «“>= 95%”»'],
    rule: 'wrong-target',
    help: 'write it between straight quotes: ">= 95%"',
  },
  {
    name: 'a time limit in the quotes of a word processor',
    change: [RESPONSE, RESPONSE.replace('4 business hours', '«„4 business hours“»')],
    rule: 'wrong-duration',
    help: 'write it between straight quotes: "4 business hours"',
  },
  {
    name: 'a number without a period',
    change: ['">= 120 per month"', '«">= 120"»'],
    rule: 'wrong-target',
    help: 'write ">= 120 per month"',
  },
  {
    name: 'a period that is none',
    change: ['">= 120 per month"', '«">= 120 per decade"»'],
    rule: 'wrong-target',
    help: 'per month',
  },
  {
    name: 'thousands by commas',
    change: ['">= 120 per month"', '«">= 250,000 EUR per quarter"»'],
    rule: 'wrong-target',
    help: 'write 250000',
  },
  {
    name: 'thousands by blanks',
    change: ['">= 120 per month"', '«">= 250 000 EUR per quarter"»'],
    rule: 'wrong-target',
    help: 'write 250000',
  },
  {
    name: 'more than everything',
    change: ['target: 95%', 'target: «120%»'],
    rule: 'wrong-target',
    help: '95%',
  },
  {
    name: 'strictly more',
    change: ['target: 95%', 'target: «"> 95%"»'],
    rule: 'wrong-target',
    help: 'write ">= 95%"',
  },
  {
    name: 'a funnel with a stage that there is not',
    change: [END, `${END}funnel: [qualified, «contcted»]\n`],
    rule: 'unknown-stage',
    help: 'contacted',
  },
  {
    name: 'a funnel with a stage twice',
    change: [END, `${END}funnel: [qualified, contacted, «qualified»]\n`],
    rule: 'stage-twice',
    help: 'name it once',
  },
  {
    name: 'a share that differs by period',
    change: ['target: 95%', 'target: «{ every: 95%, 2026-08: 80% }»'],
    rule: 'wrong-target',
    help: 'target: "95%"',
  },
  {
    name: 'a target by period without that of every period',
    change: ['target: ">= 120 per month"', '«target»: { 2026-08: ">= 40" }'],
    rule: 'missing-key',
    help: 'every',
  },
  {
    name: 'a period of another length',
    change: ['">= 120 per month"', '{ every: ">= 120 per month", «2026-Q3»: ">= 40" }'],
    rule: 'wrong-target',
    help: 'write 2026-08: ">= 40"',
  },
  {
    name: 'a month that there is not',
    change: ['">= 120 per month"', '{ every: ">= 120 per month", «2026-13»: ">= 40" }'],
    rule: 'wrong-target',
    help: 'write 2026-08',
  },
  {
    name: 'a ceiling in one period and a floor in the others',
    change: ['">= 120 per month"', '{ every: ">= 120 per month", 2026-08: «"<= 40"» }'],
    rule: 'wrong-target',
    help: 'write ">= 40"',
  },
  {
    name: 'another unit in one period',
    change: ['">= 120 per month"', '{ every: ">= 120 per month", 2026-08: «">= 40 EUR"» }'],
    rule: 'wrong-target',
    help: 'write ">= 40"',
  },
  // Record
  {
    name: 'a waiver of nothing',
    change: [END, `${END}waivers:\n  - { «reason»: Outage, approved_by: [sales] }\n`],
    rule: 'waiver-of-what',
    help: 'leads: [L-1042]',
  },
  {
    name: 'a waiver of leads and of a condition',
    change: [
      END,
      `${END}waivers:\n  - { «reason»: Outage, leads: [L-1], where: { country: FR }, approved_by: [sales] }\n`,
    ],
    rule: 'waiver-of-what',
    help: 'where: { do_not_contact: true }',
  },
  {
    name: 'a waiver by a field that there is not',
    change: [
      END,
      `${END}waivers:\n  - { reason: Outage, where: { «contry»: FR }, commitment: volume, approved_by: [sales] }\n`,
    ],
    rule: 'unknown-field',
    help: 'country',
  },
  {
    name: 'a waiver of no commitment',
    change: [
      END,
      `${END}waivers:\n  - { leads: [1], commitment: «volum», reason: Outage, approved_by: [sales] }\n`,
    ],
    rule: 'unknown-commitment',
    help: 'did you mean "volume"?',
  },
  {
    name: 'a lint rule that is none',
    change: ['lint: { missing-effective: off,', 'lint: { «one-wy»: off, missing-effective: off,'],
    rule: 'unknown-rule',
    help: 'did you mean "one-way"?',
  },
  // YAML
  {
    name: 'a tab for indentation',
    change: ['  sales: {', '«\t»sales: {'],
    rule: 'yaml-syntax',
    help: 'spaces',
  },
  {
    name: 'a merge key',
    change: ['  sales: {', '  «<<»: { title: X }\n  sales: {'],
    rule: 'yaml-merge',
    help: 'write the keys out',
  },
  {
    name: "a tag of one's own",
    change: ['sponsor: Managing Director', 'sponsor: !!binary «aGk=»'],
    rule: 'yaml-tag',
    help: 'remove the tag',
  },
  {
    name: 'two documents',
    change: [END, `${END}«---»\nsla: 1\n`],
    rule: 'yaml-syntax',
    help: 'one document a file',
  },
  {
    name: 'a list as a key',
    change: ['sponsor: Managing Director', '«[a, b]»: x'],
    rule: 'yaml-key',
    help: 'write a word',
  },
];

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

export function broken({ change: [piece, by], at }: Broken): { text: string; start: object; end: object } {
  expect(base.split(piece).length, `the piece is in the agreement once: ${piece}`).toBe(2);
  let marked = base.replace(piece, () => by);
  if (at?.includes('«')) {
    const plain = at.replaceAll(/[«»]/g, '');
    expect(marked.split(plain).length, `the place is in the agreement once: ${plain}`).toBe(2);
    marked = marked.replace(plain, () => at);
  }
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replaceAll(/[«»]/g, '');
  return { text, start: positionOf(text, start), end: positionOf(text, end) };
}
