import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'calls',
  title: 'Calls',
  effective: '{ from: 2026-01-01 }',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: Lead ID, qualified_at: { column: Qualified at, type: datetime, format: iso } }
  activities:
    files: acts*.csv
    timezone: Europe/Paris
    lead: Lead
    fields: { at: { column: Date, type: datetime, format: iso }, kind: Type }`,
  stages: '{ qualified: { at: qualified_at } }',
  commitments: `
  - id: tries
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 2, within: 5 business days, calendar: office, source: activities }
    target: ">= 95%"
    min_cases: 1
  - id: meetings
    owed_by: marketing
    owed_to: sales
    occurrence: { records: meetings.csv, at: date }
    target: ">= 2 per month"`,
});

const LEADS = 'Lead ID,Qualified at\nA,2026-03-05 09:30\nB,2026-03-05 09:30\n';
const MEETINGS = 'date,kind\n2026-03-10,alignment\n';
const END = { asOf: '2026-03-31T23:00' };

const report = (exports: Readonly<Record<string, string>>) =>
  reportOf(AGREEMENT, { leads: LEADS, meetings: MEETINGS, ...exports }, END);

describe('the same row of activities', () => {
  const first = 'Lead,Date,Type\nA,2026-03-05 10:00,Call\n';

  it('counts once where two exports overlap, and the ledger says so', async () => {
    const { result, ledgers } = await report({
      acts1: first,
      acts2: 'Lead,Date,Type\nA,2026-03-05 10:00,Call\nB,2026-03-13 10:00,Call\n',
    });
    expect(result('tries', '2026-03').counts).toMatchObject({ met: 0, breached: 2 });
    expect(ledgers.activities).toEqual({
      read: 3,
      judged: 2,
      excluded: { 'identical duplicate': 1 },
      rejected: {},
    });
  });

  it('is the same in another order of columns, and with a column that holds nothing', async () => {
    const { ledgers } = await report({
      acts1: first,
      acts2: 'Type,Note,Lead,Date\nCall,,A,2026-03-05 10:00\n',
    });
    expect(ledgers.activities).toMatchObject({ judged: 1, excluded: { 'identical duplicate': 1 } });
  });

  it('is another where a cell differs that no promise reads: two calls of one minute are two', async () => {
    const { result, ledgers } = await report({
      acts1: 'Lead,Date,Type,ID\nA,2026-03-05 10:00,Call,1\nA,2026-03-05 10:00,Call,2\n',
    });
    expect(ledgers.activities).toMatchObject({ judged: 2, excluded: {} });
    expect(result('tries', '2026-03').counts).toMatchObject({ met: 1, breached: 1 });
  });

  it('is another where its cells run together to the same text, with whatever is put between them', async () => {
    const notes = ['ab,c', 'a,bc', 'a1:b,c', 'a,1:bc', '"a\x1eb",c', '"a\x1db",c', 'a4:Note1:c,'];
    const { ledgers } = await report({
      acts1: `Lead,Date,Type,Note\n${notes.map((note) => `A,2026-03-05 10:00,${note}\n`).join('')}`,
    });
    expect(ledgers.activities).toMatchObject({ judged: notes.length, excluded: {} });
  });

  it('counts once among cells that take the long way, and beside those that do not', async () => {
    const rows = [
      'A,2026-03-05T09:00:00.5Z,Call',
      'A,2026-03-06 10:00,"Call, long"',
      'B,2026-03-06 10:00,Call',
    ];
    const { ledgers } = await report({
      acts1: `Lead,Date,Type\n${[...rows, ...rows, rows[0]].join('\n')}\n`,
    });
    expect(ledgers.activities).toMatchObject({ read: 7, judged: 3, excluded: { 'identical duplicate': 4 } });
  });
});

it('counts the same row of a file kept by hand once', async () => {
  const twice = `${MEETINGS}2026-03-10,alignment\n`;
  const { result, ledgers } = await report({ acts: 'Lead,Date,Type\n', meetings: twice });
  expect(result('meetings', '2026-03').value).toBe(1);
  expect(ledgers['meetings.csv']).toMatchObject({
    read: 2,
    judged: 1,
    excluded: { 'identical duplicate': 1 },
  });
});

describe('activities of no known lead', () => {
  it('are nobody’s where they name none: excluded, however many they are, and whatever else is wrong with them', async () => {
    const { ledgers, findings } = await report({
      acts: `Lead,Date,Type\n${',2026-03-05 10:00,Call\n'.repeat(3)},never,Call\nA,2026-03-05 10:00,Call\n`,
    });
    expect(ledgers.activities).toEqual({ read: 5, judged: 1, excluded: { 'of no lead': 4 }, rejected: {} });
    expect(findings).toEqual([]);
  });

  it('are counted in a note, as calls under a lead that was merged into another are', async () => {
    const { notes } = await report({
      acts: 'Lead,Date,Type\nA,2026-03-05 10:00,Call\nZ,2026-03-05 10:00,Call\nY,2026-03-05 10:00,Call\n',
    });
    expect(notes).toContain('2 of the 3 rows of "activities" belong to no lead that could be read');
  });
});

describe('a receipt', () => {
  const folder = folderWith({
    'a.sla.yaml': AGREEMENT,
    'leads.csv': LEADS,
    'meetings.csv': MEETINGS,
    'acts1.csv': 'Lead,Date,Type\nA,2026-03-05 10:00,Call\n',
    'acts2.csv': 'Lead,Date,Type\nA,2026-03-05 10:00,Call\nB,2026-03-13 10:00,Call\n',
  });
  afterAll(folder.remove);

  it('shows the row that comes again, and one touch', async () => {
    const { out } = await folder.sla('explain', 'A');
    expect(out).toContain('activities, acts1.csv:2: judged');
    expect(out).toContain('activities, acts2.csv:2: identical duplicate');
    expect(out).toContain('touches 1 of 2 owed');
  });
});
