import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'acme.sla.yaml': agreementText({
    id: 'acme',
    title: 'Marketing and Sales agreement',
    status: 'active',
    effective: '{ from: 2026-01-01 }',
    calendars: `
  always: { timezone: Europe/Paris, week: { mon-fri: [00:00-24:00] } }
  nights: { timezone: Europe/Paris, week: { mon-tue: [22:00-06:00], wed: [06:00-14:00, 22:00-06:00], thu-fri: [22:00-06:00] } }`,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead
      created_at: { column: Created, type: datetime, format: dd/MM/yyyy HH:mm }
      answered_at: { column: Answered, type: datetime, format: dd/MM/yyyy HH:mm }`,
    stages: `
  created: { at: created_at }
  answered: { at: answered_at }`,
    commitments: `
  - id: by-day
    owed_by: sales
    owed_to: marketing
    promise: A lead is answered within 4 business days
    response: { from: created, to: answered, within: 4 business days, calendar: always }
    target: ">= 90%"
  - id: by-night
    owed_by: sales
    owed_to: marketing
    promise: A lead is answered within 3 nights
    response: { from: created, to: answered, within: 3 business days, calendar: nights }
    target: ">= 90%"`,
  }),
  'leads.csv': `Lead,Created,Answered
L1,27/02/2026 16:30,06/03/2026 10:00
`,
});
afterAll(folder.remove);

async function account(name: string): Promise<string> {
  const { out } = await folder.sla('explain', 'L1', '--as-of', '2026-04-01');
  const from = out.indexOf(`${name}: `);
  const until = out.indexOf('\n\nby night: ', from);
  return out.slice(out.indexOf('\n\n', from) + 2, until < 0 ? undefined : until).trimEnd();
}

it('each date of an office that never closes in the week is a day of its own', async () => {
  expect(
    await account('by day'),
  ).toBe(`  Fri 2026-02-27                            the day of the start does not count
  Sat 2026-02-28 - Sun 2026-03-01           weekend
  Mon 2026-03-02                   = day 1  open
  Tue 2026-03-03                   = day 2  open
  Wed 2026-03-04                   = day 3  open
  Thu 2026-03-05                   = day 4  open
  --- due Thursday 5 March 2026, 24:00
  Fri 2026-03-06                            open
  --- answered Friday 6 March 2026, 10:00`);
});

it('a night belongs to the date on which it begins, also where the morning shift follows at once', async () => {
  const text = await account('by night');
  expect(text.split('\n').filter((line) => line.includes('= day'))).toEqual([
    '  Mon 2026-03-02 - Tue 2026-03-03  = day 1  open',
    '  Tue 2026-03-03 - Wed 2026-03-04  = day 2  open',
    '  Wed 2026-03-04 - Thu 2026-03-05  = day 3  open',
  ]);
});
