import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { agreementText } from '../agreement.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { long } from '../effort.ts';
import { sla } from '../examples/sla.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';
import { strictSchema } from './strict-schema.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Marketing and Sales agreement',
  version: '2026.1',
  status: 'active',
  effective: '{ from: 2026-01-01 }',
  calendars: `
  office:
    timezone: Europe/Paris
    week: { mon-fri: [09:00-17:00] }`,
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: { column: id }
      owner: { column: owner }
      size: { column: size, type: integer }
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }`,
  stages: `
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }`,
  objectives: `
  - id: volume
    title: Leads of a quarter
    shared_by: [marketing, sales]
    count: { stage: qualified }
    target: ">= 3 per quarter"`,
  commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: A lead is contacted within 4 business hours, a large firm within 1
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
    segments:
      - { id: large, where: { size: ">= 500" }, within: 1 business hour }`,
});

const LEADS = `id,owner,size,qualified,contacted
A,Ana,10,2026-03-06T16:00,2026-03-09T10:00
B,=1+1,10,2026-03-06T16:00,2026-03-09T13:00
C,Bo,900,2026-03-09T09:00,2026-03-09T10:30
D,Bo,10,2026-04-01T09:00,2026-03-31T09:00
E,,10,2026-04-01T16:00,
"F ""x""",Bo,10,2026-04-02T09:00,
`;

const personal = AGREEMENT.replace('id: { column: id }', 'id: { column: id, personal: true }').replace(
  'owner: { column: owner }',
  'owner: { column: owner, personal: true }',
);

const folder = folderWith({
  'acme.sla.yaml': AGREEMENT,
  'leads.csv': LEADS,
  'p/p.sla.yaml': personal,
  'p/leads.csv': LEADS,
});
afterAll(folder.remove);

const HERE = ['acme.sla.yaml', '--as-of', '2026-04-02T12:00'];

async function slaAtRoot(...argv: string[]) {
  const { status, stdout, stderr } = await sla(...argv);
  return { status, out: stdout, err: stderr };
}

async function listed(...argv: string[]): Promise<string[]> {
  const { out } = await folder.sla('cases', ...HERE, '--format', 'json', ...argv);
  return JSON.parse(out).results.map(
    ({ lead, commitment, state }: Record<string, string>) => `${lead} ${commitment} ${state}`,
  );
}

/** Where the cases are counted: here, and in the example in the long run. */
const RUNS: readonly (readonly [string, readonly string[], typeof folder.sla])[] = [
  ['here', HERE, folder.sla],
  ['in the acme example, whose terms change in a month', ['examples/acme'], slaAtRoot],
];

describe('sla cases', () => {
  it('lists the cases of each promise in columns, with due and the business time that it took', async () => {
    const { status, out, err } = await folder.sla('cases', ...HERE, '--commitment', 'first-contact');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`Marketing and Sales agreement
acme (acme.sla.yaml), as of Thursday 2 April 2026, 12:00 Europe/Paris (zones 2026f), as asked for

first contact, version 2026.1
  A lead is contacted within 4 business hours, a large firm within 1
  within 4 business hours; "took" is business time
  lead   state                       start                 due                   stop                        took  segment  owner
  A      met                         Fri 2026-03-06 16:00  Mon 2026-03-09 12:00  Mon 2026-03-09 10:00         2 h           Ana
  B      breached                    Fri 2026-03-06 16:00  Mon 2026-03-09 12:00  Mon 2026-03-09 13:00         5 h           =1+1
  C      breached                    Mon 2026-03-09 09:00  Mon 2026-03-09 10:00  Mon 2026-03-09 10:30  1 h 30 min  large    Bo
  D      unknown: stop before start  Wed 2026-04-01 09:00  Wed 2026-04-01 13:00  Tue 2026-03-31 09:00                       Bo
  E      pending, at risk            Wed 2026-04-01 16:00  Thu 2026-04-02 12:00
  F "x"  pending                     Thu 2026-04-02 09:00  Thu 2026-04-02 13:00                                             Bo

6 cases: 1 met, 2 breached, 1 unknown, 2 pending
leads: 6 rows read = 6 judged + 0 excluded + 0 rejected
`);
  });

  it('lists what is behind a number of the report: by state, owner, lead and period', async () => {
    expect(await listed('--state', 'breached')).toEqual([
      'B first-contact breached',
      'C first-contact breached',
    ]);
    expect(await listed('--state', 'met', '--owner', 'Ana', '--commitment', 'first-contact')).toEqual([
      'A first-contact met',
    ]);
    expect(await listed('--lead', 'F "x"')).toEqual(['F "x" volume met', 'F "x" first-contact pending']);
    // A month names no case of a promise that is counted by quarter, and the other way round.
    expect(await listed('--period', '2026-04')).toEqual([
      'D first-contact unknown',
      'E first-contact pending',
      'F "x" first-contact pending',
    ]);
    expect(await listed('--period', '2026-Q1', '--commitment', 'volume')).toEqual([
      'A volume met',
      'B volume met',
      'C volume met',
    ]);
    expect(await listed('--period', '2026-W10')).toEqual(['A first-contact met', 'B first-contact breached']);
    expect(
      await listed('--from', '2026-04', '--to', '2026-04', '--commitment', 'first-contact'),
    ).toHaveLength(3);
  });

  it.each(RUNS.slice(0, long ? 2 : 1))(
    'has as many cases of each state as the report counts, %s',
    async (_, argv, run) => {
      const report = await run('report', ...argv, '--format', 'json');
      const counted: Record<string, number> = {};
      // A number of meetings has no leads behind it, but it has cases: the rows of its records.
      for (const { id, period, counts } of JSON.parse(report.out).results) {
        for (const [state, n] of Object.entries(counts as Record<string, number>)) {
          const key = `${id} ${period} ${state}`;
          if (n > 0) counted[key] = (counted[key] ?? 0) + n;
        }
      }
      const listing: Record<string, number> = {};
      const cases = await run('cases', ...argv, '--format', 'json');
      for (const { commitment, period, state } of JSON.parse(cases.out).results) {
        const key = `${commitment} ${period} ${state}`;
        listing[key] = (listing[key] ?? 0) + 1;
      }
      expect(listing).toEqual(counted);
    },
  );

  it('writes tidy CSV in which no cell is a formula', async () => {
    const { out } = await folder.sla('cases', ...HERE, '--format', 'csv', '--state', 'breached');
    expect(parse(out, { columns: true })).toMatchObject([
      {
        lead: 'B',
        owner: "'=1+1",
        start: '2026-03-06T15:00:00Z',
        due: '2026-03-09T11:00:00Z',
        stop: '2026-03-09T12:00:00Z',
        elapsedSeconds: '18000',
        period: '2026-03',
      },
      { lead: 'C', segment: 'large', elapsedSeconds: '5400' },
    ]);
  });

  it.each([
    ['of everything', []],
    ['of nothing', ['--state', 'excluded']],
    ['without an answer', ['--leads', 'nowhere.csv']],
  ])('writes JSON %s as the published schema says', async (_, argv) => {
    const { out } = await folder.sla('cases', ...HERE, '--format', 'json', ...argv);
    const valid = strictSchema('cases');
    expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
  });

  it('writes several targets at once', async () => {
    const { status, out } = await folder.sla(
      'cases',
      ...HERE,
      '--state',
      'met',
      '-o',
      'met.csv',
      '-o',
      'met.json',
      '-f',
      'text',
    );
    expect(status).toBe(0);
    expect(out).toContain('7 cases: 7 met');
    expect(readFileSync(`${folder.cwd}/met.csv`, 'utf8').trimEnd().split('\r\n')).toHaveLength(8);
    expect(JSON.parse(readFileSync(`${folder.cwd}/met.json`, 'utf8')).summary.cases).toBe(7);
  });

  it('stops quietly once nobody reads', async () => {
    const { io, err } = memoryIo({ cwd: folder.cwd, files: realFiles() });
    const written: string[] = [];
    const stdout = {
      ...io.stdout,
      write: (text: string) => {
        written.push(text);
        return false;
      },
    };
    expect(await main(['cases', ...HERE, '--format', 'csv'], { ...io, stdout })).toBe(0);
    expect({ written: written.length, err: err() }).toEqual({ written: 1, err: '' });
  });

  it('stands a personal key in by its place in the list, and leaves personal owners out', async () => {
    const { out } = await folder.sla('cases', 'p', '--format', 'csv', '--state', 'breached');
    const [first] = parse(out, { columns: true }) as Record<string, string>[];
    expect(first?.lead).toMatch(/^#\d+$/);
    expect(first?.owner).toBe('');
    const shown = await folder.sla('cases', 'p', '--format', 'csv', '--state', 'breached', '--personal');
    expect(shown.out).toContain('acme,B,first-contact');
  });

  it.each([
    [['--commitment', 'nope'], 'there is no commitment or objective "nope"'],
    [['--period', '2026-13'], '--period takes a period such as 2026-03'],
    [['--period', '2025-W53'], '"2025-W53" is not a period'],
    [['--period', '2026-03', '--from', '2026-01'], 'leave out --from and --to'],
    [['--state', 'late'], '--state does not know "late"'],
    [['--recycled'], '--recycled: the leads of "acme" do not tell which of them came back'],
  ])('refuses %j', async (argv, sentence) => {
    const { status, err } = await folder.sla('cases', ...HERE, ...argv);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });
});
