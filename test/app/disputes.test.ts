import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { readBook, records } from '../report/workbook.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';
import { strictSchema } from './strict-schema.ts';

const { describe, it } = inTurns();

/** Hours from when a lead came to when it was called; null for never. */
const CALLED: readonly (number | null)[] = [1, 2, 3, 5, 80, 90, 100, null, 4, 6, 95, 1];

const rows = CALLED.map((hours, i) => {
  const day = new Date(Date.UTC(2026, 5, 1 + i, 9));
  const called = hours === null ? '' : new Date(day.getTime() + hours * 3_600_000).toISOString();
  return { id: `L-${i + 1}`, created: day.toISOString(), called, isLate: hours === null || hours > 72 };
});
const leads = `id,created,called\n${rows.map(({ id, created, called }) => `${id},${created},${called}\n`).join('')}L-99,2026-07-20T09:00:00Z,2026-07-20T10:00:00Z\n`;

const sources = `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`;
const parts = {
  ...{ timezone: 'UTC', sources, stages: '{ made: { at: created }, called: { at: called } }' },
  commitments: `
  - id: calls
    owed_by: sales
    owed_to: marketing
    promise: A lead is called
    response: { from: made, to: called, within: 72 hours }
    target: ">= 65%"
    min_cases: 1`,
};
const TERMS = 'disputes: { files: disputes/*.yaml, within: 10 calendar days }\n';
const VIEW = 'views: { board: { for: [marketing], leads: none } }\n';

const dispute = (lead: string, on: string, settled = '') =>
  `- { lead: ${lead}, promise: calls, by: sales, on: ${on}, says: "SECRET <b>${lead}</b>"${settled === '' ? '' : `, settled: ${settled}`} }\n`;
const BOTH = '{ outcome: upheld, by: [marketing, sales], on: 2026-07-05 }';

const made: ReturnType<typeof folderWith>[] = [];
function folder(disputes: string, more = '') {
  const one = folderWith({
    'leads.csv': leads,
    'a.sla.yaml': agreementText({ ...parts, id: 'all', more: TERMS + VIEW + more }),
    'disputes/2026.yaml': disputes,
  });
  made.push(one);
  return one;
}
afterAll(() => {
  for (const one of made) one.remove();
});

interface Numbers {
  readonly counts: Readonly<Record<string, number>>;
  readonly attainment: number | null;
  readonly verdict: string;
}

async function june(here: ReturnType<typeof folderWith>, ...argv: string[]) {
  const { out } = await here.sla('report', 'a.sla.yaml', '--format', 'json', ...argv);
  const told = JSON.parse(out);
  expect(strictSchema('report')(told), JSON.stringify(strictSchema('report').errors)).toBe(true);
  const disputes = told.disputes?.[0];
  return {
    now: told.results.find(({ period }: { period: string }) => period === '2026-06') as Numbers,
    ifUpheld: disputes?.ifUpheld.find(({ period }: { period: string }) => period === '2026-06') as
      | { open: number; now: Numbers; upheld: Numbers }
      | undefined,
    is: Object.fromEntries(
      (disputes?.disputes ?? []).map(({ lead, is }: { lead: string; is: string }) => [lead, is]),
    ),
    rules: told.findings.map(({ rule }: { rule: string }) => rule) as string[],
  };
}

/** The numbers of June by a plain loop, with these leads set aside where they are late. */
function plain(aside: readonly string[]) {
  const counted = rows.filter(({ id, isLate }) => !(isLate && aside.includes(id)));
  const met = counted.filter(({ isLate }) => !isLate).length;
  return { met, breached: counted.length - met, attainment: met / counted.length };
}

const asOf = ['--as-of', '2026-07-21'];

describe('a dispute', () => {
  it('that is open changes no number; both numbers are told, as a plain loop has them', async () => {
    const here = folder(
      dispute('L-5', '2026-07-12') + dispute('L-8', '2026-07-12') + dispute('L-1', '2026-07-12'),
    );
    const { now, ifUpheld, is, rules } = await june(here, ...asOf);
    const [none, both] = [plain([]), plain(['L-5', 'L-8', 'L-1'])];
    expect(now.counts).toMatchObject({ met: none.met, breached: none.breached, excluded: 0 });
    expect(ifUpheld?.open).toBe(3);
    expect(ifUpheld?.now.attainment).toBe(none.attainment);
    expect(ifUpheld?.upheld.attainment).toBe(both.attainment);
    // What is met is not excused.
    expect(ifUpheld?.upheld.counts).toMatchObject({ met: both.met, breached: both.breached, excluded: 2 });
    expect([now.verdict, ifUpheld?.upheld.verdict]).toEqual(['missed', 'met']);
    expect(is).toEqual({ 'L-1': 'open', 'L-5': 'open', 'L-8': 'open' });
    expect(rules).toContain('dispute-of-met');
    const { out } = await here.sla('report', 'a.sla.yaml', ...asOf);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Disputed calls, 2026-06: 58% of 12, missed; 70% of 10, met if the 3 open disputes are upheld',
    );
  });

  it('that is upheld is a waiver from its day on, and one that is rejected is nothing', async () => {
    const here = folder(
      dispute('L-5', '2026-07-01', BOTH) + dispute('L-6', '2026-07-01', BOTH.replace('upheld', 'rejected')),
    );
    const after = await june(here, ...asOf);
    const { met, breached } = plain(['L-5']);
    expect(after.now.counts).toMatchObject({ met, breached, excluded: 1 });
    expect(after.ifUpheld).toBeUndefined();
    expect(after.is).toEqual({ 'L-5': 'upheld', 'L-6': 'rejected' });
    // On the day before, nobody had settled anything; on the day before that of raising, nobody had said anything.
    const before = await june(here, '--as-of', '2026-07-04');
    expect(before.now.counts).toMatchObject({ excluded: 0 });
    expect(before.ifUpheld?.open).toBe(2);
    expect((await june(here, '--as-of', '2026-06-30')).is).toEqual({});
    const { out } = await here.sla('explain', 'L-5', 'a.sla.yaml', ...asOf);
    expect(out).toContain('waived');
    expect(out).toContain('disputes/2026.yaml:1');
  });

  it('that one side settles alone stays open, and is told', async () => {
    const here = folder(
      dispute('L-5', '2026-07-12', BOTH.replace('[marketing, sales]', 'sales').replace('07-05', '07-13')),
    );
    const { now, ifUpheld, rules, is } = await june(here, ...asOf);
    expect(now.counts).toMatchObject({ excluded: 0, breached: plain([]).breached });
    expect([ifUpheld?.open, is['L-5']]).toEqual([1, 'open']);
    expect(rules).toContain('dispute-settled-by');
  });

  it('is overdue on the day after its last, and a lead that is no case is told', async () => {
    const here = folder(dispute('L-5', '2026-07-10') + dispute('L-404', '2026-07-10'));
    const due = await june(here, '--as-of', '2026-07-20');
    expect(due.is).toEqual({ 'L-5': 'open', 'L-404': 'open' });
    expect(due.rules).not.toContain('dispute-overdue');
    expect(due.rules.filter((rule) => rule === 'dispute-without-case')).toHaveLength(1);
    const late = await june(here, '--as-of', '2026-07-21');
    expect(late.is).toEqual({ 'L-5': 'overdue', 'L-404': 'overdue' });
    const receipt = async (asOf: string, ...more: string[]) =>
      (await here.sla('explain', 'L-5', 'a.sla.yaml', '--as-of', asOf, ...more)).out.replaceAll(/\s+/g, ' ');
    expect(await receipt('2026-07-20')).toContain('(not settled, which is for Sales and Marketing, disputes');
    const overdue = '(overdue since 2026-07-20, which is for Sales and Marketing to settle, disputes';
    expect(await receipt('2026-07-21')).toContain(overdue);
    expect(await receipt('2026-07-21', '--lang', 'fr')).toContain(
      '(en retard depuis le 20 juillet 2026, ce qui',
    );
    expect(late.rules.filter((rule) => rule === 'dispute-overdue')).toHaveLength(2);
  });

  it('that is raised again after it was rejected stands in the register twice, in its order, though all else is alike', async () => {
    const here = folder(
      dispute('L-5', '2026-07-01', BOTH.replace('upheld', 'rejected').replace('07-05', '07-03')) +
        dispute('L-5', '2026-07-01', BOTH),
    );
    const { out } = await here.sla('disputes', 'a.sla.yaml', ...asOf, '--format', 'json');
    const [{ disputes }] = JSON.parse(out).results;
    expect(disputes.map(({ is, line, settledOn }: Record<string, string>) => [is, line, settledOn])).toEqual([
      ['rejected', 1, '2026-07-03'],
      ['upheld', 2, '2026-07-05'],
    ]);
    const said = (await here.sla('explain', 'L-5', 'a.sla.yaml', ...asOf)).out.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/rejected by Marketing and Sales on 2026-07-03.*upheld by Marketing and Sales on/);
  });

  it('says nothing more where nothing is disputed', async () => {
    const [with_, without] = [
      folder(''),
      folderWith({ 'leads.csv': leads, 'a.sla.yaml': agreementText({ ...parts, id: 'all' }) }),
    ];
    made.push(without);
    const text = async (one: typeof with_) => (await one.sla('report', 'a.sla.yaml', ...asOf)).out;
    expect(await text(with_)).toBe(await text(without));
  });
});

describe('what a team says of a lead', () => {
  it.each([
    ['disputes', 'text'],
    ['disputes', 'json'],
    ['disputes', 'csv'],
    ['check', 'text'],
    ['report', 'json'],
    ['pack', 'html'],
  ])(
    'is in no "sla %s" as %s of a view without leads, not even what nobody can read of it',
    async (command, format) => {
      const here = folder(
        dispute('L-7', '2026-07-01', BOTH.replace('}', ', minutes: "L-404 SECRET" }')) +
          '- L-404 SECRET\n- { L-404: SECRET }\n- { lead: L-5, promise: calls, by: SECRET, on: SECRET, says: x }\n',
      );
      const said = async (...more: string[]) => {
        const { out, err } = await here.sla(command, 'a.sla.yaml', ...asOf, '--format', format, ...more);
        return `${out}${err}`;
      };
      expect(await said('--view', 'board')).not.toMatch(/SECRET|L-5\b|L-404/);
      if (command !== 'pack') expect(await said()).toContain('L-404');
    },
  );

  it('is in no output that leaves the leads out, nor in a finding', async () => {
    const here = folder(
      dispute('L-5', '2026-07-01') +
        dispute('L-6', '2026-07-01', BOTH) +
        dispute('L-404', '2026-07-01') +
        dispute('L-5', '2026-07-02'),
    );
    const outputs = [
      ...['text', 'markdown', 'html', 'json', 'csv', 'junit', 'sarif', 'github'].map((format) => [
        '--format',
        format,
        '--view',
        'board',
      ]),
      ['--brief'],
    ];
    for (const more of outputs) {
      const command = more.includes('--brief') || /junit|sarif|github/.test(more.join()) ? 'check' : 'report';
      const { out, err } = await here.sla(command, 'a.sla.yaml', ...asOf, ...more);
      expect(`${out}${err}`, more.join(' ')).not.toMatch(/SECRET|L-5\b|L-404/);
    }
    const { out } = await here.sla('check', 'a.sla.yaml', ...asOf);
    expect(out).toContain('dispute-overdue');
    expect(out).not.toContain('SECRET');
  });
});

it('the register is written in each format, in French, and in a view without leads', async () => {
  const here = folder(
    dispute('L-5', '2026-07-01', BOTH) + dispute('L-8', '2026-07-12') + dispute('L-404', '2026-07-12'),
  );
  const told = async (...argv: string[]) => {
    const { status, out } = await here.sla('disputes', 'a.sla.yaml', ...asOf, ...argv);
    expect(status).toBe(0);
    return out;
  };
  const json = JSON.parse(await told('--format', 'json'));
  expect(strictSchema('disputes')(json), JSON.stringify(strictSchema('disputes').errors)).toBe(true);
  const [{ disputes }] = json.results;
  expect(disputes.map(({ lead, is, state }: Record<string, string>) => [lead, is, state])).toEqual([
    ['L-5', 'upheld', 'breached'],
    ['L-8', 'open', 'breached'],
    ['L-404', 'open', null],
  ]);
  expect(await told()).toContain('SECRET <b>L-8</b>');
  expect(await told('--format', 'html')).toContain('SECRET &lt;b&gt;L-8');
  expect(await told('--format', 'html')).not.toContain('<b>L-8');
  expect(await told('--lang', 'fr')).toContain('Si ce qui est ouvert est retenu');
  for (const format of ['text', 'markdown', 'html', 'json', 'csv'])
    expect(await told('--view', 'board', '--format', format), format).not.toMatch(/SECRET|L-8|L-404/);
  expect((await here.sla('schema', 'dispute')).status).toBe(0);
  const none = folderWith({ 'leads.csv': leads, 'a.sla.yaml': agreementText({ ...parts, id: 'all' }) });
  made.push(none);
  const { status, out } = await none.sla('disputes', 'a.sla.yaml');
  expect([status, out]).toEqual([2, expect.stringContaining('no-disputes')]);
  expect(out).toContain('"all" does not say who settles what is disputed');
  // What could not be judged is not said to be undisputed.
  const { status: unread, out: said } = await here.sla('disputes', '--source', 'leads=nowhere.csv');
  expect(unread).toBe(2);
  expect(said).not.toContain('Nothing is disputed');
});

describe('a spreadsheet of the register', () => {
  const open = plain(['L-8']).attainment;
  const disputes =
    dispute('L-5', '2026-07-01', BOTH.replace('upheld', 'rejected').replace(' }', ', minutes: "=1+1" }')) +
    dispute('L-8', '2026-07-12').replace('"SECRET <b>L-8</b>"', '"=HYPERLINK(1)"');

  it('is CSV with a dispute a row, its numbers unrounded, and no cell that acts', async () => {
    const here = folder(disputes);
    const csv = async (...argv: string[]) =>
      (await here.sla('disputes', 'a.sla.yaml', ...asOf, '--format', 'csv', ...argv)).out.split('\r\n');
    const cells = (rows: readonly string[], delimiter = ',') => {
      const [head = [], ...others] = rows.filter((row) => row !== '').map((row) => row.split(delimiter));
      return others.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
    };
    const [first, second] = cells(await csv());
    expect(first).toMatchObject({
      ...{
        agreement: 'all',
        lead: 'L-5',
        promise: 'calls',
        period: '2026-06',
        state: 'breached',
        by: 'sales',
      },
      ...{ on: '2026-07-01', is: 'rejected', settledBy: 'marketing sales', settledOn: '2026-07-05' },
      ...{ minutes: "'=1+1", file: 'disputes/2026.yaml', line: '1', asOf: '2026-07-22T00:00:00Z' },
    });
    expect(second).toMatchObject({ lead: 'L-8', is: 'open', due: '2026-07-22', settledOn: '', open: '1' });
    expect([second?.attainment, second?.attainmentIfUpheld].map(Number)).toEqual([
      plain([]).attainment,
      open,
    ]);
    expect([second?.verdict, second?.says]).toEqual(['missed', "'=HYPERLINK(1)"]);
    const [, excel] = cells(await csv('--excel', '--lang', 'fr'), ';');
    expect(excel).toMatchObject({ attainmentIfUpheld: String(open).replace('.', ','), timezone: 'UTC' });
    const [, board] = cells(await csv('--view', 'board'));
    expect(board).toMatchObject({ lead: '', says: '', minutes: '', promise: 'calls', is: 'open' });
  });

  it('is a sheet of the workbook of a report and of its own, with days, numbers and the titles of teams', async () => {
    const here = folder(disputes);
    const sheetOf = async (command: string, ...argv: string[]) => {
      const written = ['-o', 'told.xlsx', '--force'];
      await here.sla(command, 'a.sla.yaml', ...asOf, ...written, ...argv);
      return readBook(readFileSync(join(here.cwd, 'told.xlsx'))).find(({ name }) => name === 'Disputes');
    };
    for (const command of ['disputes', 'report', 'check']) {
      const sheet = await sheetOf(command);
      if (!sheet) throw new Error(`"sla ${command}" has a sheet of disputes`);
      const [, row] = records(sheet);
      const value = (title: string) => row?.[title]?.value;
      expect([value('Lead'), value('Raised by'), value('Where it is')]).toEqual([
        ...['L-8', 'Sales', 'not settled'],
      ]);
      // Days as a spreadsheet counts them, from 1899-12-30.
      const serial = (day: string) => (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;
      expect([value('Raised on'), value('To be settled by')]).toEqual(
        ['2026-07-12', '2026-07-22'].map(serial),
      );
      expect(row?.['Raised on']?.format).toBe('yyyy-mm-dd');
      // "sla check" judges the period that runs, which is another.
      const both = command === 'check' ? [undefined, undefined] : [plain([]).attainment, open];
      expect([value('Attainment'), value('Attainment if upheld')]).toEqual(both);
      expect([value('What is said'), row?.['What is said']?.quoted]).toEqual(['=HYPERLINK(1)', true]);
      const board = await sheetOf(command, '--view', 'board');
      expect(JSON.stringify(board?.rows)).not.toMatch(/L-8|HYPERLINK|1\+1/);
    }
    const none = folder('');
    await none.sla('report', 'a.sla.yaml', ...asOf, '-o', 'told.xlsx');
    expect(readBook(readFileSync(join(none.cwd, 'told.xlsx'))).map(({ name }) => name)).not.toContain(
      'Disputes',
    );
  });
});

describe('the gate', () => {
  it('asks those who are promised less for a dispute that is upheld, though no agreement was touched', async () => {
    const here = folder(dispute('L-5', '2026-07-01'));
    const git = (...argv: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], {
        cwd: here.cwd,
        stdio: 'pipe',
      });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'all');
    git('switch', '--quiet', '--create', 'work');
    expect((await here.sla('diff')).status).toBe(0);
    const write = (text: string) => writeFileSync(join(here.cwd, 'disputes/2026.yaml'), text);
    write(dispute('L-5', '2026-07-01') + dispute('L-6', '2026-07-01'));
    expect((await here.sla('diff')).status).toBe(0);
    write(dispute('L-5', '2026-07-01', BOTH));
    const { status, out } = await here.sla('diff');
    expect(status).toBe(1);
    expect(out).toContain('not accepted by Marketing');
    expect(out).toContain('upheld dispute of Sales, 2026-07-01');
    expect(out).not.toContain('SECRET');
    const accept = (...by: string[]) =>
      here.sla('accept', '--all', '--why', 'Settled on 5 July', ...by.flatMap((team) => ['--by', team]));
    await accept('sales');
    expect((await here.sla('diff')).status).toBe(1);
    // It is about a lead of the past, which all agree to, as for every waiver that is added to a version in force.
    expect((await accept('marketing', 'sponsor')).status).toBe(0);
    expect((await here.sla('diff')).status).toBe(0);
    // A commit of that file alone stands in the history, with those who accepted it.
    git('add', '.');
    git('commit', '--quiet', '--message', 'Upheld');
    const log = (await here.sla('log', '--format', 'json')).out;
    const [newest] = JSON.parse(log).results;
    expect([newest.subject, newest.changes.map(({ class: found }: { class: string }) => found)]).toEqual([
      'Upheld',
      expect.arrayContaining(['weakened']),
    ]);
    expect(log).not.toContain('SECRET');
    // Another lead in its place is another waiver.
    write(dispute('L-6', '2026-07-01', BOTH));
    expect((await here.sla('diff')).status).toBe(1);
  });

  it('reads nothing outside the repository', async () => {
    const here = folder(dispute('L-5', '2026-07-12'));
    execFileSync('git', ['init', '--quiet', here.cwd]);
    symlinkSync('/etc/hosts', join(here.cwd, 'disputes/link.yaml'));
    const { rules, now } = await june(here, ...asOf);
    expect(rules).toContain('dispute-unread');
    expect(now.verdict).toBe('missed');
    writeFileSync(
      join(here.cwd, 'a.sla.yaml'),
      agreementText({ ...parts, id: 'all', more: TERMS.replace('disputes/*', '../../../*') }),
    );
    const { out } = await here.sla('validate', 'a.sla.yaml');
    expect(out).toContain('dispute-files');
  });
});

describe('where people look', () => {
  const disputes =
    dispute('L-5', '2026-07-01', BOTH) + dispute('L-8', '2026-07-12') + dispute('L-6', '2026-07-12');
  const plainText = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

  it('the page shows those that are open, with both numbers, and names no lead in a view without them', async () => {
    const here = folder(disputes);
    const page = async (...argv: string[]) =>
      (await here.sla('report', 'a.sla.yaml', ...asOf, '--format', 'html', ...argv)).out;
    const whole = await page();
    const section = plainText(whole.slice(whole.indexOf('id="disputes"')));
    const upheld = plain(['L-5', 'L-6', 'L-8']);
    const then = `${Math.round(upheld.attainment * 100)}% of ${upheld.met + upheld.breached}`;
    expect(section).toContain('L-8');
    expect(section.slice(0, section.indexOf('Waivers'))).not.toContain('L-5');
    // In the section, on the card of the promise, in the fold of the month, and in the rows of the report.
    const told = plainText(whole).split(`${then}, met if the 2 open disputes are upheld`);
    expect(told.length - 1).toBe(4);
    expect(whole).not.toContain('<b>L-8');
    const board = await page('--view', 'board');
    expect(board).toContain('id="disputes"');
    expect(board).not.toMatch(/SECRET|L-8/);
    const none = await folder('').sla('report', 'a.sla.yaml', ...asOf, '--format', 'html');
    expect(none.out).not.toContain('id="disputes"');
  });

  it('the agenda has what is open and what was settled since its month began', async () => {
    const here = folder(disputes);
    const pack = async (period: string, ...argv: string[]) =>
      (await here.sla('pack', 'a.sla.yaml', ...asOf, '--period', period, ...argv)).out;
    const agenda = await pack('2026-06');
    expect(agenda).toContain('What is disputed');
    expect(agenda).toContain('What is upheld, and what is rejected?');
    expect(agenda).toContain('L-5');
    const json = JSON.parse(await pack('2026-06', '--format', 'json'));
    expect(strictSchema('pack')(json), JSON.stringify(strictSchema('pack').errors)).toBe(true);
    expect(json.results[0].disputes.disputes.map(({ is }: { is: string }) => is)).toEqual([
      ...['upheld', 'open', 'open'],
    ]);
    expect(await pack('2026-06', '--view', 'board')).not.toMatch(/SECRET|L-8/);
    const settled = folder(dispute('L-5', '2026-06-10', BOTH.replace('07-05', '06-20')));
    const later = await settled.sla('pack', 'a.sla.yaml', ...asOf, '--period', '2026-07');
    expect(later.out).not.toContain('What is disputed');
  });

  it('the receipt of a lead says whose it is, what is said, and where it is', async () => {
    const here = folder(disputes);
    const receipt = async (lead: string, ...argv: string[]) =>
      (await here.sla('explain', lead, 'a.sla.yaml', ...asOf, ...argv)).out.replaceAll(/\s+/g, ' ');
    expect(await receipt('L-5')).toContain(
      'waived: upheld dispute of Sales, 2026-07-01 (approved by Marketing and Sales, disputes/2026.yaml:1)',
    );
    expect(await receipt('L-5')).toContain(
      'disputed by Sales on 2026-07-01: SECRET <b>L-5</b> (upheld by Marketing and Sales on 2026-07-05, disputes/2026.yaml:1)',
    );
    expect(await receipt('L-8')).toContain(
      '(not settled, which is for Sales and Marketing, disputes/2026.yaml:2)',
    );
    expect(await receipt('L-1')).not.toContain('disputed');
    expect(await receipt('L-8', '--as-of', '2026-07-11')).not.toContain('disputed');
    const json = JSON.parse(await receipt('L-8', '--format', 'json'));
    expect(strictSchema('receipt')(json), JSON.stringify(strictSchema('receipt').errors)).toBe(true);
    expect(await receipt('L-8', '--format', 'html')).not.toContain('<b>L-8');
  });
});
