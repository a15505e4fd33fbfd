import { afterAll, expect } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const two = (n: number): string => String(n).padStart(2, '0');
/** Days of 2026 from a Monday on, by their number. */
const date = (n: number): string => new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10);

/** 90 tickets, one a day at 10:00; every third is solved two days later, the others on the day, each tenth never. */
const tickets = Array.from({ length: 90 }, (_, i) =>
  [
    1000 + i,
    'Mail',
    `${date(i)} 10:00`,
    `${date(i)} 10:20`,
    i % 10 === 9 ? '' : i % 3 === 0 ? `${date(i + 2)} 12:00` : `${date(i)} 12:00`,
  ].join(),
);

/** 60 requests by hand, each wanted within ten days: every fourth comes a day late. */
const french = (n: number): string => date(n).split('-').reverse().join('/');
const requests = Array.from({ length: 60 }, (_, i) =>
  [`D${i}`, 'offre', french(i), french(i + 10), french(i + (i % 4 === 0 ? 11 : 4))].join(';'),
);

/** 100 answers on a scale of 10, each value as often as another. */
const answers = Array.from({ length: 100 }, (_, i) => `R${i},${date(i)} 09:${two(i % 60)},${(i % 10) + 1}`);

const files = folderWith({
  'tickets.csv': `Id,Via,Created at,Updated at,Solved at\n${tickets.join('\n')}\n`,
  'demandes.csv': `n°;sujet;demandé le;pour le;fait le\n${requests.join('\n')}\n`,
  'stoerungen.csv': `Störung;Gemeldet am;Erste Reaktion;Zieltermin;Behoben am\n${Array.from({ length: 40 }, (_, i) => [`S${i}`, french(i), french(i + 1), french(i + 5), french(i + 3)].join(';').replaceAll('/', '.')).join('\n')}\n`,
  'survey.csv': `Response ID,Timestamp,NPS score\n${answers.join('\n')}\n`,
  'bought.csv': `Ticket ID,Date of Purchase,First Response Time,Satisfaction Rating\n${Array.from({ length: 60 }, (_, i) => `T${i},2021-03-0${1 + (i % 9)},${date(i)} 11:14,${1 + (i % 5)}`).join('\n')}\n`,
  'desk.csv': `Ticket ID,Create Date,Close Date\n${Array.from({ length: 60 }, (_, i) => `T${i},${date(i)},${i % 2 ? date(i + 1) : ''}`).join('\n')}\n`,
  'incidents.csv': `Incident,Opened\n${Array.from({ length: 20 }, (_, i) => `I${i},${date(i)}`).join('\n')}\n`,
});
afterAll(files.remove);

const proposed = async (file: string, ...more: readonly string[]) => {
  const flags = ['--timezone', 'Europe/Paris', '--holidays', 'none', '--yes', '--print', ...more];
  const { status, out, err } = await files.sla('init', '--from', file, ...flags);
  return { status, text: out, said: err.replace(/\s+/g, ' ') };
};

describe('init, from an export of rows that are no leads', () => {
  it('proposes a source with a key, its stages, and the time in which a ticket was solved', async () => {
    const { status, text } = await proposed('tickets.csv');
    expect(status).toBe(0);
    expect(text).toContain('  tickets: # rows of their own');
    expect(text).not.toMatch(/^ {2}leads:/m);
    expect(text).toContain('    key: id\n    fields:\n      id: Id\n      opened_at: { column: Created at,');
    expect(text).toContain('  solved: { at: done_at, title: Ticket solved }');
    expect(text).toContain('    owed_by: service\n    owed_to: sales\n');
    // 54 of 90 are solved within two hours of the same day: for 80% it takes the two days of the others.
    const [, within = ''] = /response: \{ from: opened, to: solved, within: ([^,]+), /.exec(text) ?? [];
    expect(within).toBe('2 business days');
    expect(text).toContain('target: ">= 80%"');
  });

  it('promises the deadline of the row where it has one, with what the past kept', async () => {
    const { status, text } = await proposed('demandes.csv');
    expect(status).toBe(0);
    expect(text).toContain('due_on: { column: pour le, type: date, format: dd/MM/yyyy }');
    expect(text).toContain('response: { from: raised, to: done, by: due_on }');
    // 45 of 60 were there in time.
    expect(text).toContain('# In the past, 75% of 60 were.');
    expect(text).toContain('owed_by: marketing');
  });

  it('knows tickets in German by the words of their header', async () => {
    const { status, text } = await proposed('stoerungen.csv');
    expect(status).toBe(0);
    expect(text).toContain('opened_at: { column: Gemeldet am,');
    expect(text).toContain('answered_at: { column: Erste Reaktion,');
    expect(text).toContain('done_at: { column: Behoben am,');
    expect(text).toContain('due_on: { column: Zieltermin,');
  });

  it('takes neither a purchase nor an answer for the day on which a ticket was opened', async () => {
    const { status, text, said } = await proposed('bought.csv');
    expect(status).toBe(2);
    expect(text).toBe('');
    expect(said).toContain('export them with the date on which each was opened');
  });

  it('makes an objective of a scale', async () => {
    const { status, text } = await proposed('survey.csv');
    expect(status).toBe(0);
    // 3 of 10 answers are 8, 9 or 10.
    expect(text).toContain('# In the past, 30% of those who answered gave 8 or more.');
    expect(text).toContain(
      'share: { of: { stage: surveyed, where: { score: present } }, with: { score: ">= 8" } }',
    );
    expect(text).not.toContain('commitments:');
  });

  it('judges what it wrote, and its rows as leads where somebody says so', async () => {
    const flags = ['--timezone', 'Europe/Paris', '--holidays', 'none', '--yes'];
    const written = await files.sla('init', '--from', 'tickets.csv', ...flags, 'care.sla.yaml');
    expect(written.err.replace(/\s+/g, ' ')).toContain(
      '"tickets.csv" looks like tickets, and each of its rows is a case of its own, no lead',
    );
    expect(written.err).toMatch(/^warning {2}rows-of-their-own$/m);
    const { out, status } = await files.sla('report', 'care.sla.yaml');
    expect(status).toBe(0);
    expect(out).toContain('tickets: 90 rows read = 90 judged + 0 excluded + 0 rejected');
    expect((await proposed('tickets.csv', '--qualified', 'Created at')).text).toMatch(/^ {2}leads:/m);
  });

  it('knows the close date of a help desk, and says what is missing where tickets have no such date', async () => {
    const { status, text } = await proposed('desk.csv');
    expect(status).toBe(0);
    expect(text).toContain('done_at: { column: Close Date,');
    const open = await proposed('incidents.csv');
    expect(open.status).toBe(2);
    expect(open.text).toBe('');
    expect(open.said).toContain(
      '"incidents.csv" looks like tickets, and its rows are no leads help: export them with the date on which each was first answered or solved',
    );
    expect(open.said).toContain('--qualified "Opened"');
    expect((await proposed('incidents.csv', '--qualified', 'Opened')).text).toMatch(/^ {2}leads:/m);
  });
});
