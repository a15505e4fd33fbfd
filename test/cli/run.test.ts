import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { memoryIo } from './memory-io.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Marketing and Sales agreement',
  version: '2026.1',
  status: 'active',
  effective: '{ from: 2026-01-01 }',
  teams: `
  marketing: { title: Marketing, lead: Head of Marketing }
  sales: { title: Sales, lead: Head of Sales }`,
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
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }`,
  stages: `
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }`,
  commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
});

// Of eleven leads on Monday 2026-03-02, ten are contacted within four hours and one a day late: 91 %.
const LEADS = [
  'id,owner,qualified,contacted',
  ...Array.from({ length: 10 }, (_, index) => `L${index},Ana,2026-03-02T09:00,2026-03-02T13:00`),
  'L10,=1+1,2026-03-02T09:00,2026-03-03T13:00',
].join('\n');

let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-cli-')));
  writeFileSync(join(cwd, 'acme.sla.yaml'), AGREEMENT);
  writeFileSync(join(cwd, 'leads.csv'), LEADS);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function sla(...argv: string[]) {
  const { io, out, err } = memoryIo({ files: realFiles(), cwd });
  const status = await main(argv, io);
  return { status, out: out(), err: err() };
}

describe('sla on an agreement and an export', () => {
  it('validates, with an example of each time limit, and exits with 0', async () => {
    const { status, out, err } = await sla('validate');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('acme.sla.yaml: Marketing and Sales agreement (acme, version 2026.1)');
    expect(out).toContain('first contact: ');
  });

  it('checks: a missed promise is exit 1, and 0 with --fail-on never', async () => {
    const { status, out, err } = await sla('check', '--from', '2026-03', '--to', '2026-03');
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('91% of 11');
    expect(out).toContain('✗ missed');
    expect(out).toContain('leads: 11 rows read = 11 judged + 0 excluded + 0 rejected');
    expect((await sla('check', '--fail-on', 'never')).status).toBe(0);
  });

  it('reports, and exits with 0 whatever it says unless asked', async () => {
    expect((await sla('report')).status).toBe(0);
    expect((await sla('report', '--fail-on', 'error')).status).toBe(1);
  });

  it('gives the same bytes for the same input', async () => {
    for (const format of ['text', 'json']) {
      const one = await sla('report', '--by', 'owner', '--format', format);
      expect(one.out).not.toBe('');
      expect(await sla('report', '--by', 'owner', '--format', format)).toEqual(one);
    }
  });

  it('writes files in the format of their suffix, and nothing else on standard output', async () => {
    const { status, out, err } = await sla('report', '-o', 'a.json', '-o', 'a.md', '--format', 'csv=a.data');
    expect([status, out]).toEqual([0, '']);
    expect(err.endsWith('Wrote a.data\nWrote a.json\nWrote a.md\n')).toBe(true);
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')).schema).toBe('report/1');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toMatch(/^## Marketing and Sales agreement\n/);
    expect(readFileSync(join(cwd, 'a.data'), 'utf8')).toMatch(/^agreement,id,/);
  });

  it('overwrites nothing without --force', async () => {
    writeFileSync(join(cwd, 'mine.json'), 'mine');
    const refused = await sla('report', '-o', 'mine.json');
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/^error {2}.*mine\.json/m);
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toBe('mine');
    expect((await sla('report', '-o', 'mine.json', '--force')).status).toBe(0);
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toMatch(/^\{/);
  });

  it.each([
    ['check', '-o', 'fresh.json', '-o', 'old.md'],
    ['report', '-o', 'fresh.json', '--format', 'csv=old.md'],
    ['report', '-o', 'fresh.json', '--rejects', 'old.md'],
    ['cases', '-o', 'fresh.json', '--format', 'csv=old.md'],
    ['explain', 'L1', '-o', 'fresh.json', '--format', 'text=old.md'],
    ['diff', '-o', 'fresh.json', '-o', 'old.md'],
    ['validate', '-o', 'fresh.json', '--format', 'text=old.md'],
  ])(
    'judges and writes nothing where one of several files is there already: %s %s %s %s %s',
    async (...argv) => {
      writeFileSync(join(cwd, 'old.md'), 'of last month');
      const refused = {
        status: 2,
        out: '',
        err: `error  There already is a file "${join(cwd, 'old.md')}": give --force to overwrite it\n`,
      };
      expect(await sla(...argv)).toEqual(refused);
      // Not even what is wrong with the export is found out.
      if (argv[0] !== 'validate') expect(await sla(...argv, '--leads', 'nowhere.csv')).toEqual(refused);
      expect(existsSync(join(cwd, 'fresh.json'))).toBe(false);
      expect(readFileSync(join(cwd, 'old.md'), 'utf8')).toBe('of last month');
    },
  );

  it.each([
    ['-o', 'one.csv', '-o', './one.csv'],
    ['-o', 'one.csv', '--rejects', 'one.csv'],
  ])('writes no file twice, however it is spelt: %s %s %s %s', async (...argv) => {
    const { status, out, err } = await sla('report', '--force', ...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`"${argv[3]}" is to be written twice`);
    expect(existsSync(join(cwd, 'one.csv'))).toBe(false);
  });

  it('lists what two agreements reject in one file, and what both reject once', async () => {
    mkdirSync(join(cwd, 'two'));
    for (const id of ['one', 'two'])
      writeFileSync(join(cwd, 'two', `${id}.sla.yaml`), AGREEMENT.replace('id: acme', `id: ${id}`));
    writeFileSync(join(cwd, 'two', 'leads.csv'), `${LEADS}\nL11,Ana,2026-02-31T09:00,\n`);
    const { status, err } = await sla('report', 'two', '--rejects', 'two.csv');
    expect(status, err).toBe(2);
    expect(readFileSync(join(cwd, 'two.csv'), 'utf8')).toBe(
      'source,file,line,column,value,reason\nleads,leads.csv,13,qualified,2026-02-31T09:00,not-a-date\n',
    );
    rmSync(join(cwd, 'two'), { recursive: true });
  });

  it('puts no file in place of a folder, not even with --force', async () => {
    mkdirSync(join(cwd, 'folder.json'));
    const { status, err } = await sla('report', '-o', 'fresh.md', '-o', 'folder.json', '--force');
    expect(status).toBe(2);
    expect(err).toContain('There is a folder in place of the file "folder.json"');
    expect(existsSync(join(cwd, 'fresh.md'))).toBe(false);
  });

  it.each(['report', 'check'])(
    'leaves the files of %s as they were where there is no answer, but for those that tell problems',
    async (command) => {
      const files = ['kept.md', 'kept.html', 'kept.csv', 'kept.txt'];
      for (const file of files) writeFileSync(join(cwd, file), 'of last month');
      const targets = [...files, 'kept.xlsx', 'told.json', 'told.xml', 'told.sarif'].flatMap((file) => [
        '-o',
        file,
      ]);
      const failed = [command, '--leads', 'nowhere.csv', '--force', ...targets];
      const { status, out, err } = await sla(...failed, '-f', 'gitlab=told.quality');
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('nowhere.csv');
      expect(err.slice(err.indexOf('Wrote'))).toBe(
        [
          'Wrote told.quality',
          'Wrote told.json',
          'Wrote told.xml',
          'Wrote told.sarif',
          ...[...files, 'kept.xlsx'].map((file) => `Not written, because there is no answer: ${file}`),
          '',
        ].join('\n'),
      );
      for (const file of files) expect(readFileSync(join(cwd, file), 'utf8')).toBe('of last month');
      expect(existsSync(join(cwd, 'kept.xlsx'))).toBe(false);
      for (const file of ['told.json', 'told.xml', 'told.sarif', 'told.quality'])
        expect(readFileSync(join(cwd, file), 'utf8')).toContain('nowhere.csv');
    },
  );

  it('without an agreement is exit 2, with a document for the script and a sentence for the reader', async () => {
    const { status, out, err } = await sla('check', 'none.sla.yaml', '--format', 'json');
    expect(status).toBe(2);
    expect(JSON.parse(out).results).toEqual([]);
    expect(JSON.parse(out).findings).toHaveLength(1);
    expect(err).toMatch(/^error {2}/);
  });

  it('tells the due of a time limit on a calendar, in text and in JSON', async () => {
    const asked = [
      'clock',
      '--calendar',
      'office',
      '--from',
      '2026-03-06T16:30',
      '--within',
      '1 business hour',
    ];
    expect((await sla(...asked)).out).toContain('due Monday 9 March 2026, 9:30');
    expect(JSON.parse((await sla(...asked, '--format', 'json')).out)).toMatchObject({
      calendar: 'office',
      from: '2026-03-06T15:30:00Z',
      within: '1 business hour',
      due: '2026-03-09T08:30:00Z',
    });
  });
});
