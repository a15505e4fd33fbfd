import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { parse } from 'yaml';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import type { Stream } from '../../src/model/io.ts';
import { long, oneIn } from '../effort.ts';
import { root, sharedFile, unlessShared } from '../examples/sla.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sla-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program in the temporary folder; `lines` are what a person types there. */
async function sla(argv: readonly string[], lines: readonly string[] | null = null) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    isTTY: lines !== null,
    columns: 100,
    write: (text) => {
      written[name] += text;
      return true;
    },
  });
  const left = [...(lines ?? [])];
  const status = await main(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: lines !== null, read: async () => '', line: async () => left.shift() ?? null },
    env: { CI: '1' },
    cwd: folder,
    files: realFiles(),
    signal: new AbortController().signal,
  });
  return { status, ...written };
}

const here = (name: string): string => join(folder, name);
const written = (name = 'agreement.sla.yaml'): string => readFileSync(here(name), 'utf8');
const FIXED = ['--timezone', 'Europe/Paris', '--holidays', 'FR'] as const;

/** Leads of ten days, each called within the hour. */
const FORTY = [
  'id,created_at,contacted_at',
  ...Array.from(
    { length: 40 },
    (_, i) => `L${i},2026-03-${10 + (i % 10)} 10:00,2026-03-${10 + (i % 10)} 10:50`,
  ),
  '',
].join('\n');

/** Writes what init proposes, then judges with it. */
async function initAndCheck(...argv: string[]) {
  const made = await sla(['init', '--from', 'leads.csv', ...FIXED, ...argv]);
  expect(made, made.stderr).toMatchObject({ status: 0 });
  const validated = await sla(['validate', '--format', 'json']);
  expect(
    JSON.parse(validated.stdout).findings.filter((f: { severity: string }) => f.severity === 'error'),
  ).toEqual([]);
  const checked = await sla(['report', '--format', 'json']);
  expect(checked.status).toBe(0);
  return { made, report: JSON.parse(checked.stdout) };
}

describe('sla init --from', () => {
  it.each(oneIn(5, ['hubspot', 'acme', 'salesforce', 'salesforce-report-fr', 'odoo']))(
    'writes an agreement on the export of %s that validates and judges at once',
    async (name) => {
      copyFileSync(join(root, `examples/${name}/exports/leads.csv`), here('leads.csv'));
      const { report } = await initAndCheck();
      expect(report.ledger.leads.read).toBeGreaterThan(200);
      expect(report.results.length).toBeGreaterThan(0);
    },
  );

  it('proposes no column whose name comes again in the header, and says so', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => `L${i},a${i},2026-01-05 10:00:00,2026-01-01`);
    writeFileSync(here('leads.csv'), ['id,Lead ID,Created,id', ...rows, ''].join('\n'));
    const { report } = await initAndCheck();
    expect(written()).toContain('      id: Lead ID # identifies a lead');
    expect(written()).toContain('# the header has "id" more than once, and a column with a twin is not used');
    expect(report.ledger.leads).toMatchObject({ read: 100, judged: 100 });
  });

  it.each([
    ['id,id,Created', 'A,A,2026-01-01 10:00:00', 'No column of "leads.csv" identifies a lead'],
    [
      'Lead ID,Created,Created',
      'A,2026-01-01 10:00:00,2026-01-01 10:00:00',
      'No column of "leads.csv" says when a lead was created or handed over',
    ],
  ])('says of the header %s that what is missing has a twin', async (header, row, message) => {
    const rows = Array.from({ length: 20 }, (_, i) => row.replaceAll('A', `A${i}`));
    writeFileSync(here('leads.csv'), [header, ...rows, ''].join('\n'));
    const { status, stderr } = await sla(['init', '--from', 'leads.csv', ...FIXED]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.replace(/\s+/g, ' ')).toContain('more than once, and a column with a twin is not used');
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
  });

  it('takes the defaults where nobody can be asked, and says which', async () => {
    copyFileSync(join(root, 'examples/hubspot/exports/leads.csv'), here('leads.csv'));
    const { made } = await initAndCheck();
    expect(made.stderr).toContain('--qualified "Became a Marketing Qualified Lead Date"');
    expect(made.stderr).toContain('--contacted "First outreach date"');
    expect(made.stderr).not.toContain('--timezone');
  });

  it('asks a person, and takes an answer, a number of the list, or the default', async () => {
    copyFileSync(join(root, 'examples/generic/exports/leads.csv'), here('leads.csv'));
    const made = await sla(
      ['init', '--from', 'leads.csv'],
      ['', '1', 'none', 'none', 'Mars/Olympus', 'brussels', '9h-12h30, 14-18h', 'Belgique', '90'],
    );
    expect(made, made.stderr).toMatchObject({ status: 0 });
    expect(made.stderr).toContain('"Mars/Olympus" is not a time zone');
    expect(made.stderr).toMatch(/ 1 {2}created_at +filled in 100%, such as 20/);
    expect(written()).toContain('timezone: Europe/Brussels');
    expect(written()).toContain('holidays: [BE]');
    expect(written()).toContain('created_at: { column: created_at');
    expect(written()).not.toContain('contacted:');
  });

  it('proposes limits that the past kept: one case in five was later', async () => {
    // Two leads a day, on Mondays to Fridays of four weeks; four of five are called after 50 minutes, the fifth after 3 hours.
    const rows = ['id,created_at,contacted_at'];
    for (let i = 0; i < 40; i++) {
      const day = String(2 + Math.floor(i / 10) * 7 + Math.floor((i % 10) / 2)).padStart(2, '0');
      rows.push(`L${i},2026-03-${day} 10:00,2026-03-${day} ${i % 5 === 0 ? '13:00' : '10:50'}`);
    }
    writeFileSync(here('leads.csv'), `${rows.join('\n')}\n`);
    await initAndCheck('--hours', '09:00-17:00');
    expect(written()).toContain(
      'In the past, 80% came within 1 business hour; 100% within 4 business hours.',
    );
    expect(written()).toContain('within: 1 business hour, calendar: office');
    rmSync(here('agreement.sla.yaml'));
    await initAndCheck('--hours', '09:00-17:00', '--target', '90');
    expect(written()).toContain('within: 4 business hours, calendar: office');
  });

  it('does not take a limit for kept because its time is not over yet', async () => {
    const rows = ['id,created_at,contacted_at'];
    for (let i = 0; i < 30; i++)
      rows.push(
        `L${i},2026-03-${String((i % 20) + 2).padStart(2, '0')} 10:00,${i < 10 ? `2026-03-${String((i % 20) + 2).padStart(2, '0')} 11:00` : ''}`,
      );
    writeFileSync(here('leads.csv'), `${rows.join('\n')}\n`);
    await initAndCheck();
    expect(written()).toContain('No limit was kept in 80% of past cases');
  });

  it('takes a closing for a win only where the status says so', async () => {
    const line = (i: number, status: string) =>
      `L${i},2026-03-${String((i % 20) + 2).padStart(2, '0')},2026-04-10,${status}\n`;
    const body = (word: string) =>
      Array.from({ length: 30 }, (_, i) => line(i, i % 3 === 0 ? word : 'Lost')).join('');
    writeFileSync(here('leads.csv'), `id,created_at,close_date,status\n${body('Won')}`);
    const { report } = await initAndCheck();
    expect(written()).toContain('won: { at: won_at, when: { status: [Won] }');
    const wins = report.results.filter((result: { id: string }) => result.id === 'new-business');
    expect(wins.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(10);
    rmSync(here('agreement.sla.yaml'));
    writeFileSync(here('leads.csv'), `id,created_at,close_date,status\n${body('Finished')}`);
    await initAndCheck();
    expect(written()).not.toContain('won:');
  });

  it('refuses to guess the order of day and month', async () => {
    writeFileSync(here('leads.csv'), 'id,Created\n1,01/02/2026\n2,03/04/2026\n');
    const refused = await sla(['init', '--from', 'leads.csv', ...FIXED]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--date-order day-first');
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
    await initAndCheck('--date-order', 'month-first');
    expect(written()).toContain('MM/dd/yyyy');
  });

  it('takes rows of one id that qualified on other dates for hand-overs', async () => {
    const rows = ['id,qualified_at,modified_at,owner'];
    for (let i = 0; i < 40; i++)
      rows.push(`L${i},2026-03-${String((i % 20) + 2).padStart(2, '0')},2026-04-01,A`);
    rows.push('L1,2026-04-09,2026-04-12,B', 'L2,2026-04-13,2026-04-13,A');
    writeFileSync(here('leads.csv'), `${rows.join('\n')}\n`);
    const { report } = await initAndCheck();
    expect(written()).toContain(
      'recycled: each # an id comes several times, each time with another qualified_at',
    );
    expect(written()).toContain('handed_over: qualified_at');
    expect(report.ledger.leads).toMatchObject({ read: 42, judged: 42 });
  });

  it('takes rows of one id with one date of qualification for states of one lead', async () => {
    const rows = ['id,qualified_at,contacted_at,modified_at'];
    for (let i = 0; i < 40; i++)
      rows.push(`L${i},2026-03-${String((i % 20) + 2).padStart(2, '0')},2026-04-01,2026-04-01`);
    rows.push('L1,2026-03-03,2026-04-12,2026-04-12', 'L2,2026-04-13,,2026-04-13');
    writeFileSync(here('leads.csv'), `${rows.join('\n')}\n`);
    const { report } = await initAndCheck();
    expect(written()).toContain('duplicates: latest');
    expect(report.ledger.leads).toMatchObject({ read: 42, judged: 40 });
  });

  it('declares what dirty data need: the latest row of an id, and more rejected rows', async () => {
    const rows = ['id,created_at,modified_at,owner'];
    for (let i = 0; i < 40; i++)
      rows.push(`L${i},2026-03-${String((i % 20) + 2).padStart(2, '0')},2026-04-01,A`);
    rows.push('L1,2026-03-09,2026-04-02,B', 'L2,not yet,2026-04-02,B', 'L3,soon,2026-04-02,B');
    writeFileSync(here('leads.csv'), `${rows.join('\n')}\n`);
    const { report } = await initAndCheck();
    expect(written()).toContain('duplicates: latest');
    expect(written()).toContain('max_rejected: 5%');
    expect(report.ledger.leads).toMatchObject({ read: 43, rejected: { 'not-a-date': 2 } });
  });

  it('never overwrites, and keeps what .gitignore holds', async () => {
    writeFileSync(here('leads.csv'), FORTY);
    writeFileSync(here('agreement.sla.yaml'), 'mine');
    writeFileSync(here('.gitignore'), 'node_modules');
    const refused = await sla(['init', '--from', 'leads.csv', ...FIXED]);
    expect(refused.status).toBe(2);
    expect(written()).toBe('mine');
    expect((await sla(['init', '--from', 'leads.csv', 'other.sla.yaml', ...FIXED])).status).toBe(0);
    expect(readFileSync(here('.gitignore'), 'utf8')).toBe(
      'node_modules\n# exports of leads: personal data\n/leads.csv\n',
    );
    expect((await sla(['init', '--from', 'leads.csv', 'third.sla.yaml', ...FIXED])).status).toBe(0);
    expect(readFileSync(here('.gitignore'), 'utf8').match(/leads/g)).toHaveLength(2);
  });

  it('prints in place of writing, the same text', async () => {
    writeFileSync(here('leads.csv'), FORTY);
    const printed = await sla(['init', '--from', 'leads.csv', '--print', ...FIXED]);
    expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
    expect((await sla(['init', '--from', 'leads.csv', ...FIXED])).status).toBe(0);
    expect(printed.stdout).toBe(written());
  });

  it('keeps hostile headers from becoming keys or comments of the agreement', async () => {
    const name = '"Created: } # at\n  evil: true"';
    writeFileSync(here('leads.csv'), `id,${name},"a""b: [x"\n1,2026-03-02,3\n2,2026-03-03,4\n`);
    await initAndCheck();
    expect(written()).not.toMatch(/^\s*evil:/m);
  });

  it('writes the files of a pipeline where asked, once', async () => {
    writeFileSync(here('leads.csv'), FORTY);
    const made = await sla(['init', '--from', 'leads.csv', '--ci', 'github', '--no-gitignore', ...FIXED]);
    expect(made.status).toBe(0);
    const text = readFileSync(here('.github/workflows/sla.yml'), 'utf8');
    expect(parse(text).jobs.validate.steps.at(-1)).toEqual({
      run: 'node "$RUNNER_TEMP/sla/bin/sla.js" validate',
    });
    expect(existsSync(here('.gitignore'))).toBe(false);
  });

  it('says what is missing where there is no id, no date, no file', async () => {
    writeFileSync(here('leads.csv'), 'colour,colour\nred,a\nblue,b\n');
    expect((await sla(['init', '--from', 'leads.csv'])).stderr).toContain('identifies a lead');
    writeFileSync(here('leads.csv'), 'id,colour\n1,red\n2,green\n');
    expect((await sla(['init', '--from', 'leads.csv'])).stderr).toContain('says when a lead was created');
    expect(await sla(['init', '--from', 'absent.csv'])).toMatchObject({ status: 2 });
  });

  it.skipIf(!long)(`judges the public exports at once${unlessShared}`, async ({ skip }) => {
    if (unlessShared !== '') skip();
    for (const file of [
      'b2b-funnel/leads.csv',
      'lead-response-sample/sample_lead_data.csv',
      'real-estate-funnel/Leads.csv',
    ]) {
      copyFileSync(sharedFile(file), here('leads.csv'));
      await initAndCheck();
      rmSync(here('agreement.sla.yaml'));
    }
  });
});

describe('sla init', () => {
  it('alone writes a commented agreement without a finding', async () => {
    mkdirSync(here('sub'));
    expect(await sla(['init', 'sub/first.sla.yaml'])).toMatchObject({ status: 0 });
    const { stdout } = await sla(['validate', '--format', 'json']);
    expect(JSON.parse(stdout).findings.filter((f: { severity: string }) => f.severity !== 'info')).toEqual(
      [],
    );
  });
});

it('writes nothing where the answers end before the questions', async () => {
  writeFileSync(here('leads.csv'), FORTY);
  const { status, stderr } = await sla(['init', '--from', 'leads.csv'], ['']);
  expect(status).toBe(2);
  expect(stderr).toContain('The answers ended before the questions: nothing is written');
  expect(stderr).toContain('--yes');
  expect(existsSync(here('agreement.sla.yaml'))).toBe(false);
});

it('says of a key that groups leads that it does, and of chosen ones no more than it knows', async () => {
  const team = Array.from({ length: 40 }, (_, i) => `${i},${i % 2},2026-03-${10 + (i % 20)},S${i % 3}`);
  writeFileSync(here('leads.csv'), ['no,team,created,source', ...team].join('\n'));
  const print = ['init', '--from', 'leads.csv', ...FIXED, '--yes', '--print', '--key'];
  const one = await sla([...print, 'team']);
  expect(one.stderr).toContain('"team" has 2 different values in 40 rows');
  const two = await sla([...print, 'source, created']);
  expect(two.stdout).toContain('# chosen: rows that are alike in all of these are one,');
  expect(two.stdout).not.toContain('no column identifies a lead');
});
