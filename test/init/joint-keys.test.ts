import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** 24 answers to a form of 12 people, each of whom sent it twice; two came at the same moment, and one row is there again. */
const people = Array.from({ length: 12 }, (_, i) => `p${i}@example.com`);
const day = (n: number): string =>
  `2026-0${1 + Math.floor(n / 8)}-${String(10 + (n % 8)).padStart(2, '0')} 10:00`;
const rows = people.flatMap((mail, i) => [`${day(i)},${mail},Web,Open`, `${day(i + 12)},${mail},Ad,Done`]);
const FORM = `Submitted at,E-mail,Source,State\n${[...rows, `${day(0)},${people[5]},Web,Open`, rows[3]].join('\n')}\n`;

/** A board on which names come again and nothing but the whole row tells two apart. */
const BOARD = `Deal,Created Date,Status,Value\n${Array.from({ length: 16 }, (_, i) => [`Deal ${i % 2}`, `2026-01-1${(i >> 1) % 2}`, (i >> 2) % 2 ? 'Open' : 'Won', (i >> 3) % 2 ? '10' : '20'].join()).join('\n')}\n`;

const DAYS = `Date\n${Array.from({ length: 20 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`).join('\n')}\n`;

const here = folderWith({ 'form.csv': FORM, 'board.csv': BOARD, 'days.csv': DAYS });
afterAll(here.remove);

const INIT = ['--yes', '--timezone', 'Europe/Paris', '--holidays', 'none'];
const written = (name: string) => readFileSync(join(here.cwd, name), 'utf8');

describe('init, where no column identifies a lead', () => {
  it('takes the fewest columns that do together, and says what that costs', async () => {
    const { status, err } = await here.sla('init', '--from', 'form.csv', ...INIT, 'form.sla.yaml');
    expect(status).toBe(0);
    expect(err).not.toContain('not-leads');
    expect(err.replace(/\s+/g, ' ')).toContain(
      '--key "E-mail, Submitted at" no column tells all leads apart, and the 25 different rows all differ in these together; who corrects one of them makes another lead',
    );
    expect(written('form.sla.yaml')).toContain('key: [email, created_at] #');
    const { out } = await here.sla('report', 'form.sla.yaml');
    expect(out.replace(/\s+/g, ' ')).toContain(
      '26 rows read = 25 judged + 1 excluded (identical duplicate 1)',
    );
    expect(out).not.toContain('example.com');
  });

  it('is told how an export is named where it is typed alone', async () => {
    const { status, err } = await here.sla('init', 'form.csv');
    expect(status).toBe(2);
    expect(err).toContain('an export is named with --from: sla init --from form.csv');
    expect(written('form.csv')).toBe(FORM);
  });

  it('takes no key of dates alone, for a moment names nobody', async () => {
    const { status, err } = await here.sla('init', '--from', 'days.csv', ...INIT, 'days.sla.yaml');
    expect(err).toMatch(/^error {2}no-key$/m);
    expect(status).toBe(2);
  });

  it('takes what changes only where nothing else tells rows apart', async () => {
    const { err } = await here.sla('init', '--from', 'board.csv', ...INIT, 'board.sla.yaml');
    expect(err).toContain('--key "Created Date, Deal, Status, Value"');
    expect(err.replace(/\s+/g, ' ')).toContain(
      '"Status" and "Value" may change while a lead is worked on: add the id of the lead to the export',
    );
    expect(written('board.sla.yaml')).toContain('"Status" and "Value" may change while a lead is worked on');
    const { out } = await here.sla('report', 'board.sla.yaml');
    expect(out).toContain('16 rows read = 16 judged');
  });

  it('takes several columns by a flag, and names those that there are where one is not', async () => {
    const taken = await here.sla(
      'init',
      '--from',
      'form.csv',
      ...INIT,
      '--key',
      'E-mail,Submitted at, Source',
      'two.sla.yaml',
    );
    expect(taken.status).toBe(0);
    expect(written('two.sla.yaml')).toContain('key: [email, created_at, source] #');
    const { status, err } = await here.sla(
      'init',
      '--from',
      'form.csv',
      ...INIT,
      '--key',
      'E-mail,Sent',
      'x.sla.yaml',
    );
    expect(status).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(
      '--key: the export has no column "E-mail,Sent", or several; its columns are Submitted at, E-mail, Source and State',
    );
  });

  it('and sniff says which may do together', async () => {
    const { out } = await here.sla('sniff', 'form.csv');
    expect(out).toContain(
      'key: [email, created_at] # no column identifies a lead: see whether these do together',
    );
  });
});

describe('init, from what may be no export of leads', () => {
  const bought = (id: string, seldom: string): string =>
    `${id},Date_of_Purchase,${seldom}\n${Array.from({ length: 20 }, (_, i) => `T${i},2020-01-${10 + i},${i < 4 ? `2026-01-${10 + i}` : ''}`).join('\n')}\n`;
  const files = folderWith({
    'tickets.csv': bought('Ticket ID', 'Opened'),
    'bought.csv': bought('Lead ID', 'Seen'),
    'leads.csv': `Lead ID,Created Date,Conversion Date,Status,Value\n${Array.from({ length: 40 }, (_, i) => `L${i},2026-0${1 + (i % 4)}-05,2026-0${1 + (i % 4)}-20,Converted,100`).join('\n')}\n`,
    'companies.csv': `Company ID,Company Name,Create Date\n${Array.from({ length: 20 }, (_, i) => `C${i},Firm ${i},2026-01-${10 + i}`).join('\n')}\n`,
  });
  afterAll(files.remove);

  it('takes no date of a purchase and none that most rows lack for the day on which a lead came', async () => {
    const { status, err } = await files.sla('init', '--from', 'bought.csv', ...INIT);
    expect(status).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(
      'its dates are "Date_of_Purchase" (filled in 100%, such as 2020-01-10) and "Seen" (filled in 20%, such as 2026-01-10)',
    );
    const tickets = await files.sla('init', '--from', 'tickets.csv', ...INIT);
    expect(tickets.err).toContain('--qualified "Opened"');
  });

  it('says so where the rows look like something else', async () => {
    const { status, err } = await files.sla(
      'init',
      '--from',
      'tickets.csv',
      ...INIT,
      '--qualified',
      'Opened',
      't.sla.yaml',
    );
    expect(err).toContain('not-leads');
    expect(err).toContain('"tickets.csv" looks like tickets, and its rows are judged as leads');
    expect(status).toBe(0);
  });

  it('proposes nothing from companies, activities and people of your own, unless somebody names a date of leads', async () => {
    const { status, err } = await files.sla('init', '--from', 'companies.csv', ...INIT);
    expect(status).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(
      'error no-leads "companies.csv" looks like companies, and its rows are no leads help: name the export of the leads first: sla init --from leads.csv --from companies.csv; if each of its rows is a lead, name the date on which one came: --qualified "Create Date"',
    );
    const said = ['--qualified', 'Create Date', 'c.sla.yaml'];
    expect((await files.sla('init', '--from', 'companies.csv', ...INIT, ...said)).status).toBe(0);
  });

  it('takes no conversion for a win, unless somebody says it is one', async () => {
    expect((await files.sla('init', '--from', 'leads.csv', ...INIT, 'a.sla.yaml')).err).not.toContain(
      'looks like',
    );
    const text = (name: string) => readFileSync(join(files.cwd, name), 'utf8');
    expect(text('a.sla.yaml')).not.toContain('won_at');
    await files.sla('init', '--from', 'leads.csv', ...INIT, '--won', 'Conversion Date', 'b.sla.yaml');
    expect(text('b.sla.yaml')).toContain('won_at: { column: Conversion Date');
  });
});
