import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

/** Answers to a form, in which no column names a lead: an address comes again, and so does a moment. */
const ANSWERS = `Submitted at,E-mail,Source,First call
2026-03-02 09:00,ana@example.com,Web,2026-03-02 11:00
2026-03-02 09:00, bo@example.com ,Web,2026-03-04 11:00
2026-03-03 10:00,ana@example.com,Ad,
2026-03-03 10:00,ana@example.com,Ad,
2026-03-04 10:00,,Ad,2026-03-05 12:00
2026-03-05 10:00,"a|b@example.com",Ad,2026-03-05 12:00
,,Ad,2026-03-05 12:00
`;

const agreement = (key = '[email, submitted_at]', personal = 'true') =>
  agreementText({
    id: 'forms',
    title: 'Forms',
    sources: `
  leads:
    files: answers.csv
    timezone: Europe/Paris
    key: ${key}
    max_rejected: 20%
    fields:
      email: { column: E-mail, personal: ${personal} }
      submitted_at: { column: Submitted at, type: datetime, format: iso }
      called_at: { column: First call, type: datetime, format: iso }
      source: Source`,
    stages: '{ created: { at: submitted_at }, called: { at: called_at } }',
    commitments: `
  - { id: called, owed_by: sales, owed_to: marketing, response: { from: created, to: called, within: 4 hours }, target: ">= 50%", min_cases: 1 }`,
    waivers: `
  - { leads: ["| 2026-03-04 10:00"], commitment: called, reason: Line down, approved_by: [marketing, sales] }`,
  });

const here = folderWith({
  'a.sla.yaml': agreement(),
  'open.sla.yaml': agreement('[email, submitted_at]', 'false').replace('id: forms', 'id: open'),
  'other/other.sla.yaml': agreement('[submitted_at, email]'),
  'other/answers.csv': ANSWERS,
  'answers.csv': ANSWERS,
});
afterAll(here.remove);

const AS_OF = ['--as-of', '2026-03-10'];

async function cases(...argv: string[]): Promise<readonly (readonly [string, string])[]> {
  const { out } = await here.sla('cases', 'a.sla.yaml', ...AS_OF, '-f', 'json', ...argv);
  return JSON.parse(out).results.map(({ lead, state }: { lead: string; state: string }) => [lead, state]);
}

describe('a key of several columns', () => {
  it('tells leads apart that no column does, and counts each row', async () => {
    expect(await cases('--personal')).toEqual([
      ['ana@example.com | 2026-03-02 09:00', 'met'],
      ['bo@example.com | 2026-03-02 09:00', 'breached'],
      ['ana@example.com | 2026-03-03 10:00', 'breached'],
      ['| 2026-03-04 10:00', 'excluded'],
      ['a||b@example.com | 2026-03-05 10:00', 'met'],
    ]);
    const { out, err } = await here.sla('check', 'a.sla.yaml', '--from', '2026-03', ...AS_OF);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'leads: 7 rows read = 5 judged + 1 excluded (identical duplicate 1) + 1 rejected (blank key 1)',
    );
    expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain(
      'blank key in column "E-mail | Submitted at": answers.csv:8',
    );
  });

  it('is not shown where a part of it is personal', async () => {
    const leads = (await cases()).map(([lead]) => lead);
    expect(leads.toSorted()).toEqual(['#1', '#2', '#3', '#4', '#5']);
    for (const argv of [['check'], ['report'], ['cases'], ['validate']]) {
      const { out, err } = await here.sla(...argv, 'a.sla.yaml', ...(argv[0] === 'validate' ? [] : AS_OF));
      expect(`${out}${err}`).not.toContain('example.com');
    }
    expect((await here.sla('cases', 'open.sla.yaml', ...AS_OF)).out).toContain(
      'bo@example.com | 2026-03-02 09:00',
    );
  });

  it('names a case on the command line, where both rows of it are found again', async () => {
    const { out } = await here.sla('explain', 'ana@example.com |  2026-03-03 10:00', 'a.sla.yaml', ...AS_OF);
    expect(out).toContain('leads, answers.csv:4: judged');
    expect(out).toContain('leads, answers.csv:5: identical duplicate');
    expect(out).toContain('called: ✗ breached');
    const bars = await here.sla('explain', 'a||b@example.com | 2026-03-05 10:00', 'a.sla.yaml');
    expect(bars.out).toContain('answers.csv:7: judged');
    const one = await here.sla('cases', 'a.sla.yaml', '--lead', '| 2026-03-04 10:00', ...AS_OF, '--personal');
    expect(one.out).toContain('| 2026-03-04 10:00');
  });

  it('is found by its keyed hash, and not shown for it', async () => {
    expect((await here.sla('close', '2026-03', 'a.sla.yaml', '--as-of', '2026-04-20')).status).toBe(0);
    const late = (await cases('--state', 'breached')).map(([lead]) => lead);
    expect(late).toEqual([expect.stringMatching(/^keyed:/), expect.stringMatching(/^keyed:/)]);
    const receipts = await Promise.all(late.map((lead) => here.sla('explain', lead, 'a.sla.yaml', ...AS_OF)));
    expect(receipts.map(({ out }) => /answers\.csv:\d: judged/.exec(out)?.[0]).sort()).toEqual([
      'answers.csv:3: judged',
      'answers.csv:4: judged',
    ]);
    for (const { out, err } of receipts) expect(`${out}${err}`).not.toContain('example.com');
    expect((await here.sla('explain', 'keyed:0123456789abcdef', 'a.sla.yaml')).status).toBe(2);
  });

  it('is of the instrument: a change of it is open, and so is the order of its columns', async () => {
    const { out, status } = await here.sla('diff', 'a.sla.yaml', 'other/other.sla.yaml');
    expect(out).toContain('email + submitted_at');
    expect(status).toBe(1);
  });

  it('says which rows differ under one key, without the key', async () => {
    const two = folderWith({
      'a.sla.yaml': agreement(),
      'answers.csv': `${ANSWERS}2026-03-02 09:00,bo@example.com,Ad,2026-03-02 11:00\n`,
    });
    const { out, err, status } = await two.sla('check', 'a.sla.yaml', ...AS_OF);
    two.remove();
    expect(status).toBe(2);
    expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain(
      '1 key of "leads" has rows that differ: (answers.csv:3, answers.csv:9)',
    );
    expect(`${out}${err}`).not.toContain('example.com');
  });
});
