import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { long } from '../effort.ts';
import { root, sharedFile, unlessShared } from '../examples/sla.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sla-several-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const here = (name: string): string => join(folder, name);
const written = (): string => readFileSync(here('agreement.sla.yaml'), 'utf8');

async function sla(...argv: string[]) {
  const { io, out, err } = memoryIo({ files: realFiles(), cwd: folder, env: { CI: '1' } });
  const status = await main(argv, io);
  return { status, out: out(), err: err() };
}

const from = (...names: string[]) => [
  'init',
  ...names.flatMap((name) => ['--from', name]),
  '--timezone',
  'Europe/Paris',
  '--holidays',
  'FR',
];

/** Writes what init proposes of these exports; then it must validate and judge as it is. */
async function judged(...names: string[]) {
  const made = await sla(...from(...names));
  expect(made, made.err).toMatchObject({ status: 0 });
  const { findings } = JSON.parse((await sla('validate', '--format', 'json')).out);
  expect(findings.filter((finding: { severity: string }) => finding.severity === 'error')).toEqual([]);
  const report = await sla('report', '--format', 'json');
  expect(report.status).toBe(0);
  return JSON.parse(report.out);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Forty leads, two on each working day of March 2026. */
const DAYS = Array.from({ length: 31 }, (_, i) => i + 1).filter(
  (day) => ![0, 6].includes(new Date(Date.UTC(2026, 2, day)).getUTCDay()),
);
const day = (i: number): number => DAYS[Math.floor(i / 2)] ?? 31;
const LEADS = `id,created_at,country\n${Array.from({ length: 40 }, (_, i) => `L${i},2026-03-${two(day(i))} 10:00,${i % 4 === 0 ? 'BE' : 'FR'}\n`).join('')}`;

describe('sla init --from several exports', () => {
  it('joins the deals by the column whose values are leads, and takes their wins and amounts', async () => {
    writeFileSync(here('leads.csv'), LEADS);
    const deals = Array.from(
      { length: 10 },
      (_, i) => `D${i},L${i * 3},${i < 4 ? 'Won' : 'Lost'},2026-04-10,${100 + i}\n`,
    );
    writeFileSync(here('deals.csv'), `deal,customer,stage,close_date,amount\n${deals.join('')}`);
    const report = await judged('leads.csv', 'deals.csv');
    expect(written()).toContain(
      'joins: { customer: id } # 10 of 10 values of "customer" are leads of the first export',
    );
    expect(written()).toContain('won: { at: won_at, when: { status: [Won] }');
    const sums = report.results.filter(({ id }: { id: string }) => id === 'new-business');
    // The four that were won: 100 + 101 + 102 + 103.
    expect(sums.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(406);
  });

  it('proposes as many attempts as the past had, by hand and on days of their own', async () => {
    writeFileSync(here('leads.csv'), LEADS);
    // Nine of ten leads are called on two days, the tenth once; robots write to everybody five times.
    const rows = Array.from({ length: 40 }, (_, i) => {
      const first = `2026-03-${two(day(i))}`;
      const next = `2026-04-${two(1 + (Math.floor(i / 2) % 3))}`;
      const second = day(i) < 25 ? `2026-03-${two(day(i) + 4)}` : next;
      const calls = [
        `A,${first} 11:00,Call,Ana,L${i}\n`,
        ...(i % 10 === 0 ? [] : [`A,${second} 11:00,Call,Ana,L${i}\n`]),
      ];
      return [...calls, ...Array.from({ length: 5 }, () => `A,${first} 12:00,Email,Workflow,L${i}\n`)].join(
        '',
      );
    });
    writeFileSync(here('activities.csv'), `What,Activity date,Type,Created by,Lead\n${rows.join('')}`);
    const report = await judged('leads.csv', 'activities.csv');
    expect(written()).toContain('lead: Lead # 40 of 40 values of "Lead" are leads of the first export');
    expect(written()).toContain('touches: { kind: [Email, Call], by: { not: [Workflow] } }');
    expect(written()).toContain('1: 100%, 2: 90%, 3: 0%, 4: 0%, 5: 0%.');
    expect(written()).toContain('at_least: 2, distinct_days: true, within: 10 business days');
    const kept = report.results.filter(({ id }: { id: string }) => id === 'follow-up');
    expect(kept.reduce((sum: number, { counts }: { counts: { met: number } }) => sum + counts.met, 0)).toBe(
      36,
    );
  });

  it('proposes who the ideal prospect could be, as a comment alone', async () => {
    writeFileSync(here('leads.csv'), LEADS);
    await judged('leads.csv');
    expect(written()).toContain('#     country: [FR, BE] # 75%, 25%');
    expect(written()).not.toMatch(/^profile:/m);
  });

  it.each([
    ['Lead', (i: number) => `L${i}`],
    ['Email', (i: number) => `P${i}@Example.com`],
  ])(
    'makes a promise of the first contact where each lead has one call at most, by %s',
    async (header, named) => {
      const leads = LEADS.split('\n').map((line, i) =>
        i === 0 ? `${line},Email` : line === '' ? '' : `${line},p${i - 1}@example.com`,
      );
      writeFileSync(here('leads.csv'), leads.join('\n'));
      const rows = Array.from(
        { length: 32 },
        (_, i) => `C${i},${named(i)},2026-03-${two(day(i))} 11:00,Answered\n`,
      );
      writeFileSync(here('calls.csv'), `Call ID,${header},Called at,Outcome\n${rows.join('')}`);
      const report = await judged('leads.csv', 'calls.csv');
      const first = report.results.find(({ id }: { readonly id: string }) => id === 'follow-up');
      expect(first?.counts).toMatchObject({ met: 32 });
      expect(written()).toContain('at_least: 1, within: 1 business hour,');
    },
  );

  it('says of a table that joins by addresses that only their capitals are in the way', async () => {
    const leads = LEADS.split('\n').map((line, i) =>
      i === 0 ? `${line},Email` : line === '' ? '' : `${line},p${i - 1}@example.com`,
    );
    writeFileSync(here('leads.csv'), leads.join('\n'));
    const deals = Array.from({ length: 12 }, (_, i) => `P${i}@Example.com,2026-03-${two(day(i))},${i}00\n`);
    writeFileSync(here('deals.csv'), `Email,Won on,Amount\n${deals.join('')}`);
    const { status, err } = await sla(...from('leads.csv', 'deals.csv'));
    expect(status).toBe(2);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'Of 12 values of "Email", 12 are leads of the first export but for capitals, and 0 as they are written',
    );
  });

  it('finds the activities of a mail program by the address of the lead, which it leaves personal', async () => {
    const mails = LEADS.replace(/^(L(\d+),.*)$/gm, '$1,p$2@example.com').replace(
      'country\n',
      'country,Email\n',
    );
    writeFileSync(here('leads.csv'), mails);
    const rows = Array.from({ length: 40 }, (_, i) =>
      `p${i}@example.com,2026-03-${two(day(i))} 11:00,Email\n`
        .repeat(1 + (i % 2))
        .replace(/11:00(?=,Email\n$)/, '11:30'),
    );
    writeFileSync(here('mails.csv'), `Recipient,Sent at,Type\n${rows.join('')}`);
    const report = await judged('leads.csv', 'mails.csv');
    expect(written()).toContain(
      'lead: { Recipient: email } # 40 of 40 values of "Recipient" are leads of the first export',
    );
    expect(written()).toMatch(/email: \{ column: Email, personal: true \}/);
    const kept = report.results.filter(({ id }: { id: string }) => id === 'follow-up');
    expect(kept.reduce((sum: number, { counts }: { counts: { met: number } }) => sum + counts.met, 0)).toBe(
      40,
    );
  });

  it('finds tasks that name the lead until it is converted and its contact from then on', async () => {
    const id = (i: number) => `00Q${1000 + i}`;
    const contact = (i: number) => (i % 4 === 0 ? `003${1000 + i}` : '');
    const leads = Array.from(
      { length: 40 },
      (_, i) => `${id(i)},2026-03-${two(day(i))} 10:00,${contact(i)}\n`,
    );
    writeFileSync(here('leads.csv'), `Id,CreatedDate,ConvertedContactId\n${leads.join('')}`);
    const tasks = Array.from({ length: 40 }, (_, i) => {
      const who = contact(i) || id(i);
      return `00T${i}a,${who},2026-03-${two(day(i))} 11:00,Call\n00T${i}b,${who},2026-03-${two(day(i))} 15:00,Call\n`;
    });
    writeFileSync(here('tasks.csv'), `Id,WhoId,ActivityDate,Type\n${tasks.join('')}`);
    const report = await judged('leads.csv', 'tasks.csv');
    expect(written()).toContain(
      'lead: { WhoId: [id, contact_tasks] } # 40 of 40 values of "WhoId" are leads of the first export, 10 by "ConvertedContactId"',
    );
    const kept = report.results.filter(({ id: name }: { id: string }) => name === 'follow-up');
    expect(kept.reduce((sum: number, { counts }: { counts: { met: number } }) => sum + counts.met, 0)).toBe(
      40,
    );
  });

  it('takes the first deal that was won of a lead with several, by a rule that it writes down', async () => {
    writeFileSync(here('leads.csv'), LEADS);
    const deals = Array.from({ length: 10 }, (_, i) =>
      [
        `D${i}a,L${i},Closed Won,2026-04-20,1000\n`,
        `D${i}b,L${i},Closed Won,2026-04-10,${100 + i}\n`,
        `D${i}c,L${i},Closed Lost,2026-04-01,7\n`,
      ].join(''),
    );
    writeFileSync(
      here('deals.csv'),
      `Record ID,Associated Contact ID,Deal Stage,Close Date,Amount\n${deals.join('')}`,
    );
    const report = await judged('leads.csv', 'deals.csv');
    expect(written()).toContain('one_per_lead: { first: won_at, prefer: { status: [Closed Won] } }');
    expect(written()).toContain('20 rows more are of leads that have one already');
    const sums = report.results.filter(({ id }: { id: string }) => id === 'new-business');
    // 100 + 101 + ... + 109: the first that was won of each.
    expect(sums.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(1045);
  });

  it('joins the deals by the name of a firm where nothing else is in both, and says what that costs', async () => {
    const firms = (text: (i: number) => string, n: number) => Array.from({ length: n }, (_, i) => text(i));
    const lead = (i: number) => `${i + 1},Firm ${i},2026-0${1 + Math.floor(i / 10)}-0${1 + (i % 9)}`;
    writeFileSync(here('leads.csv'), ['No,Company,Created', ...firms(lead, 40)].join('\n'));
    const deal = (i: number) => `D${i},Firm ${i * 4},2026-0${2 + Math.floor(i / 3)}-20,Won,100`;
    writeFileSync(
      here('deals.csv'),
      ['Deal No,Company,Close Date,Stage,Amount', ...firms(deal, 9)].join('\n'),
    );
    const report = await judged('leads.csv', 'deals.csv');
    expect(written()).toContain('joins: { Company: company } # 9 of 9 values of "Company" are leads');
    expect(written()).toContain('two leads of one firm would share its rows');
    const sums = report.results.filter(({ id }: { id: string }) => id === 'new-business');
    expect(sums.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(900);
  });

  it('does not take numbers that match by chance for leads', async () => {
    writeFileSync(
      here('leads.csv'),
      `lead_id,created_at\n${Array.from({ length: 40 }, (_, i) => `${i + 1},2026-03-${two(day(i))} 10:00\n`).join('')}`,
    );
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i + 1},${(i % 5) + 1},${i < 20 ? i + 11 : ''},2026-03-${two(day(i))} 12:00,Call\n`,
    );
    writeFileSync(here('calls.csv'), `call_id,contact_id,lead_id,call date,type\n${rows.join('')}`);
    writeFileSync(here('deals.csv'), 'quantity,id of nothing,won_date\n1,x,2026-04-01\n2,y,2026-04-01\n');
    // One call a lead: its fields join, and nothing needs them.
    await judged('leads.csv', 'calls.csv');
    expect(written()).toContain('calls.csv: 20 of 20 values of "lead_id" are leads of the first export');
    rmSync(here('agreement.sla.yaml'));
    const refused = await sla(...from('leads.csv', 'deals.csv'));
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('names the leads of the first export');
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
  });

  it.each([
    ['an export that is not there', 'absent.csv', '', 'There is no such file'],
    [
      'a table with several rows a lead',
      'more.csv',
      'id,amount\nL1,2\nL1,3\nL2,4\n',
      'Leads come several times',
    ],
    [
      'activities that are planned and not done',
      'more.csv',
      'id,Due date\nL1,2026-03-02\nL1,2026-03-03\nL2,2026-03-04\n',
      'on which they were done',
    ],
    ['a file of something else', 'more.csv', 'word\none\ntwo\n', 'names the leads'],
  ])('writes nothing for %s', async (_, name, text, problem) => {
    writeFileSync(here('leads.csv'), LEADS);
    if (text !== '') writeFileSync(here(name), text);
    const refused = await sla(...from('leads.csv', name));
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(problem);
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
  });

  it('says what to type to go on with the exports that can be used, and that works', async () => {
    writeFileSync(here('my leads.csv'), LEADS);
    writeFileSync(
      here('deals.csv'),
      'id,won_date,amount\nL1,2026-04-02,5\nL2,2026-04-03,6\nL3,2026-04-04,6\n',
    );
    writeFileSync(here('more.csv'), 'id,amount\nL1,2\nL1,3\nL2,4\n');
    writeFileSync(here('words.csv'), 'word\none\ntwo\n');
    const one = await sla(...from('my leads.csv', 'deals.csv', 'more.csv'));
    const without = 'sla init --from "my leads.csv" --from deals.csv';
    expect(one.err.replaceAll(/\s+/g, ' ')).toContain(`leave it out; without it: ${without} 1 error`);
    const two = await sla(...from('my leads.csv', 'more.csv', 'deals.csv', 'words.csv'));
    expect(two.err.replaceAll(/\s+/g, ' ').split(`; without such files: ${without}`)).toHaveLength(3);
    expect((await sla(...from('my leads.csv', 'deals.csv'))).status).toBe(0);
    expect((await sla('check')).status).not.toBe(2);
  });

  it('keeps hostile headers and values out of the structure of the agreement', async () => {
    writeFileSync(here('leads.csv'), LEADS);
    const header = '"lead: }\n  evil: true"';
    const rows = Array.from(
      { length: 40 },
      (_, i) => `L${i},2026-03-${two(day(i))} 12:00,"call\n  evil: [x]",x\n`,
    );
    writeFileSync(
      here('activities.csv'),
      `${header},done at,type,by\n${rows.join('')}${rows.join('').replaceAll('12:00', '13:00')}`,
    );
    await judged('leads.csv', 'activities.csv');
    expect(written()).not.toMatch(/^\s*evil:/m);
  });

  it.skipIf(!long)(
    'makes an agreement of the exports of the example that validates and judges at once',
    async () => {
      for (const name of ['leads.csv', 'deals.csv', 'activities.csv'])
        copyFileSync(join(root, 'examples/acme/exports', name), here(name));
      const report = await judged('leads.csv', 'deals.csv', 'activities.csv');
      expect(Object.keys(report.ledger).sort()).toEqual(['activities', 'deals', 'leads']);
      expect(written()).toContain('by: { not: [Automate] }');
      expect(readFileSync(here('.gitignore'), 'utf8')).toContain('/deals.csv');
    },
  );

  it.skipIf(!long)(`joins the deals of a public export to its leads${unlessShared}`, async ({ skip }) => {
    if (unlessShared !== '') skip();
    copyFileSync(
      sharedFile('olist-marketing-funnel/olist_marketing_qualified_leads_dataset.csv'),
      here('leads.csv'),
    );
    copyFileSync(sharedFile('olist-marketing-funnel/olist_closed_deals_dataset.csv'), here('deals.csv'));
    await judged('leads.csv', 'deals.csv');
    expect(written()).toContain('joins: { mql_id: id } # 842 of 842 values');
  });
});

describe('a lead that names its deal', () => {
  it('is joined by it, and what the deal says of a win counts, not the conversion', async () => {
    writeFileSync(
      here('leads.csv'),
      [
        'Lead ID,Created Date,Converted Date,Converted Opportunity ID,Status',
        'Q1,2026-01-05,2026-01-20,0061,Closed - Converted',
        'Q2,2026-01-06,2026-01-21,0062,Closed - Converted',
        'Q3,2026-01-07,,,Open',
        'Q4,2026-02-07,2026-02-20,0064,Closed - Converted\n',
      ].join('\n'),
    );
    writeFileSync(
      here('opps.csv'),
      'Opportunity ID,Amount,Stage,Close Date\n0061,1000,Closed Won,2026-02-01\n0062,2000,Closed Lost,2026-02-02\n0064,3000,Closed Won,2026-03-02\n',
    );
    const report = await judged('leads.csv', 'opps.csv');
    expect(written()).toContain('ref_opps: Converted Opportunity ID');
    expect(written()).toContain('joins: { Opportunity ID: ref_opps }');
    const sums = report.results.filter(({ id }: { id: string }) => id === 'new-business');
    expect(sums.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(4000);
  });
});

describe('targets that the past reached', () => {
  /** Ten leads in each month of January to May 2026, nine of ten with a source; deals until November. */
  const leads = (): string =>
    `id,created_at,source\n${Array.from({ length: 50 }, (_, i) => `L${i},2026-0${1 + Math.floor(i / 10)}-05 10:00,${i % 10 === 9 ? '' : 'web'}\n`).join('')}`;

  it('are not lowered by months that the export of leads does not reach', async () => {
    writeFileSync(here('leads.csv'), leads());
    writeFileSync(
      here('deals.csv'),
      `id,won_date\nL0,2026-01-20\nL10,2026-03-20\nL11,2026-05-20\nL20,2026-08-20\nL30,2026-11-20\n`,
    );
    await judged('leads.csv', 'deals.csv');
    const text = written();
    // February to April: ten leads each, nine of ten complete; June to November have none, which is no rate of nought.
    expect(text).toContain('# Reached in 100% of the months of the export (5 in all;');
    expect(text).toContain('target: ">= 10 per month"');
    expect(text).toContain('target: ">= 90%"');
  });
});

it('sla init --from an export without rows says that, and writes nothing', async () => {
  writeFileSync(here('leads.csv'), 'id,created_at,source\n');
  const { status, out, err } = await sla(...from('leads.csv'));
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('The export has a header and no rows: there is no past to propose targets from');
  expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
});
