import { agreementText } from '../../agreement.ts';

/** An agreement whose leads are in a table of a server, or in a file of the same columns. */
export const onTable = (where: string): string =>
  agreementText({
    id: 'served',
    effective: '{ from: 2020-01-01 }',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    ${where}
    timezone: Europe/Paris
    key: id
    fields:
      id: { column: id }
      owner: { column: owner }
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }`,
    stages: '{ qualified: { at: qualified_at }, contacted: { at: contacted_at } }',
    commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
  });

const ROWS = [
  ['A', 'Zoë', '2026-01-05 09:00:00', '2026-01-05 10:00:00'],
  ['B', "O'Hara", '2026-01-05 09:00:00', '2026-01-07 10:00:00'],
  ['C', '', '2026-01-06 16:30:00', ''],
] as const;

export const LEADS_CSV = ['id,owner,qualified,contacted', ...ROWS.map((row) => row.join(','))].join('\n');

const literal = (cell: string): string => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`);

export const LEADS_SQL = [
  'CREATE TABLE leads (id text PRIMARY KEY, owner text, qualified timestamp, contacted timestamp, secret text)',
  `INSERT INTO leads VALUES ${ROWS.map((row) => `(${row.map(literal).join(', ')}, 'unread')`).join(', ')}`,
];
