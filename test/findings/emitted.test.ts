import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ruleCatalogue } from '../../src/app/rules.ts';
import { rules } from '../../src/language/rules/index.ts';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { folder, type Repository, repository } from '../change/repository.ts';
import { oneIn } from '../effort.ts';
import { cases } from '../language/broken-cases.ts';

const made: Repository[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const one of made.splice(0)) one.remove();
});

const LONGER = edited(['within: 4 business hours', 'within: 8 business hours']);
const FILE = 'acme.sla.yaml';
const LEADS = 'id,country,phone,size,qualified,contacted,answered\n';

function within(files: Readonly<Record<string, string>>): Repository {
  const here = folder();
  made.push(here);
  for (const [file, text] of Object.entries(files)) here.write(file, text);
  return here;
}

/** The branch `work` has another text than the default branch. */
function changed(text: string, before = AGREEMENT): Repository {
  const here = repository();
  made.push(here);
  here.commit('agreement', { [FILE]: before });
  here.git('switch', '--quiet', '--create', 'work');
  here.write(FILE, text);
  return here;
}

const without = (start: string): string => AGREEMENT.slice(0, AGREEMENT.indexOf(start));
const EXPORTS = {
  [FILE]: AGREEMENT,
  'leads.csv': `${LEADS}A,FR,1,600,2026-03-02T09:00,,\n`,
  'activities.csv': 'lead,at,kind\n',
};
const renewed = AGREEMENT.replace('version: "1"', 'version: "2"').replace(
  'from: 2026-01-01',
  'from: 2026-07-01',
);
const ended = AGREEMENT.replace('from: 2026-01-01', 'from: 2026-01-01, to: 2026-06-30');
const accept = ['accept', 'acme:first-contact/within', '--reason', 'Two people left'];
const sign = ['sign', FILE, '--as', 'sales', '--name', 'A. Martin', '--date', '2026-07-01'];

const SIGNED = `  - { team: sales, name: A, date: 2026-07-01, digest: "sha256:${'0'.repeat(64)}" }\n`;

/** What brings a rule about that no other file of tests names by its id, and the command that says so. */
const BROUGHT_ABOUT: Readonly<Record<string, () => readonly [Repository, ...string[]]>> = {
  'unknown-holidays': () => [
    within({ ...EXPORTS, [FILE]: edited(['holidays: [FR]', 'holidays: [XX]']) }),
    'check',
  ],
  'unreadable-holidays': () => [
    within({ ...EXPORTS, [FILE]: edited(['holidays: [FR]', 'holidays: [days.ics]']) }),
    'check',
  ],
  'event-left-out': () => {
    const here = within({ ...EXPORTS, [FILE]: edited(['holidays: [FR]', 'holidays: [days.ics]']) });
    const event = ['BEGIN:VEVENT', 'DTSTART:20260507T100000', 'SUMMARY:Meeting', 'END:VEVENT'];
    writeFileSync(
      join(here.root, 'days.ics'),
      ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n'),
    );
    return [here, 'validate'];
  },
  'unreadable-workbook': () => {
    const here = within({ ...EXPORTS, [FILE]: edited(['files: leads.csv', 'files: leads.xlsx']) });
    // The first bytes of a workbook of before Excel 2007.
    writeFileSync(join(here.root, 'leads.xlsx'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    return [here, 'check'];
  },
  'repeated-key': () => [
    within({ 'a.csv': 'id,team,created\n1,x,2026-03-02\n2,x,2026-03-03\n3,x,2026-03-04\n4,y,2026-03-05\n' }),
    ...['init', '--from', 'a.csv', '--key', 'team', '--yes', '--print'],
  ],
  'no-key': () => [within({ 'a.csv': 'name\nx\n' }), 'init', '--from', 'a.csv', '--yes'],
  'no-date': () => [
    within({ 'a.csv': 'Lead ID,Country\nA,FR\nB,BE\nC,DE\n' }),
    'init',
    '--from',
    'a.csv',
    '--yes',
  ],
  'ambiguous-dates': () => [
    within({ 'a.csv': 'Lead ID,Created at\nA,01/02/2026\nB,03/04/2026\nC,05/06/2026\n' }),
    'init',
    '--from',
    'a.csv',
    '--yes',
  ],
  'no-lead': () => [within(EXPORTS), 'explain', 'Z'],
  'no-owner': () => {
    const owned = edited(['      phone:', '      owner: owner\n      phone:']);
    const leads = EXPORTS['leads.csv'].replace('id,', 'owner,id,').replace('A,', 'Y,A,');
    return [within({ ...EXPORTS, [FILE]: owned, 'leads.csv': leads }), 'cases', '--owner', 'Z'];
  },
  'no-source': () => [
    within({
      [FILE]: AGREEMENT.replace(
        'stages:\n',
        '  calls: { files: calls.csv, timezone: Europe/Paris, lead: lead, fields: { at: { column: at, type: datetime, format: iso } } }\nstages:\n',
      ),
    }),
    'validate',
  ],
  'gap-unit': () => [
    within({ [FILE]: edited(['distinct_days: true', 'min_gap: 2 business hours']) }),
    'validate',
  ],
  'version-without-why': () => [within({ 'a.sla.yaml': ended, 'b.sla.yaml': renewed }), 'validate'],
  'version-not-raised': () => [
    within({ 'a.sla.yaml': ended, 'b.sla.yaml': renewed.replace('version: "2"', 'version: "0"') }),
    'validate',
  ],
  'unmapped-field': () => [
    within({
      ...EXPORTS,
      [FILE]: ended,
      'b.sla.yaml': renewed
        .replace(/^ +answered_at: .*\n/m, '')
        .replace(/^ {2}answered: .*\n/m, '')
        .replace(/objectives:[\s\S]*/, ''),
    }),
    'check',
  ],
  'wrong-records': () => [
    within({
      ...EXPORTS,
      [FILE]: `${without('commitments:')}commitments:\n  - { id: talks, owed_by: marketing, owed_to: sales, occurrence: { records: talks.yaml, at: date }, target: ">= 1 per month" }\n`,
      'talks.yaml': 'nothing: 1\n',
    }),
    'check',
  ],
  'unaccepted-removal': () => [changed(without('objectives:')), 'diff', '--format', 'github'],
  'no-back-test': () => {
    const here = changed(AGREEMENT.replace('from: 2026-01-01', 'from: 2026-02-01'));
    here.write('leads.csv', EXPORTS['leads.csv']);
    return [here, 'diff', '--leads', 'leads.csv'];
  },
  'wrong-acceptance': () => {
    const here = changed(LONGER);
    here.write('.sla/accepted.yaml', '- nothing\n');
    return [here, 'diff'];
  },
  'unknown-change': () => [changed(AGREEMENT), ...accept, '--by', 'marketing'],
  'not-theirs': () => [changed(LONGER), ...accept, '--by', 'sales'],
  'unknown-ref': () => [changed(LONGER), 'diff', 'nowhere'],
  'no-base': () => {
    const here = changed(LONGER);
    here.git('branch', '--quiet', '--move', 'main', 'other');
    return [here, 'diff'];
  },
  'broken-base': () => [changed(AGREEMENT, 'sla: 1\nid: acme\n'), 'diff'],
  'no-repository': () => [within(EXPORTS), 'diff'],
  'different-agreements': () => [
    within({ 'a.sla.yaml': AGREEMENT, 'b.sla.yaml': AGREEMENT.replace('id: acme', 'id: other') }),
    'diff',
    'a.sla.yaml',
    'b.sla.yaml',
  ],
  'swapped-versions': () => [
    within({ 'a.sla.yaml': ended, 'b.sla.yaml': renewed }),
    'diff',
    'b.sla.yaml',
    'a.sla.yaml',
  ],
  'missing-signature': () => [within(EXPORTS), 'validate', '--require-signatures'],
  'unsigned-terms': () => [
    within({
      [FILE]: `${AGREEMENT}approvals:\n  - { team: sales, name: A, date: 2026-07-01, digest: "sha256:${'0'.repeat(64)}" }\n`,
    }),
    'validate',
  ],
  'wrong-approvals': () => [within({ [FILE]: `${AGREEMENT}approvals:\n${SIGNED}${SIGNED}` }), ...sign],
  'file-exists': () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `L${i},2026-0${1 + (i % 6)}-02T09:00,2026-0${1 + (i % 6)}-02T10:00\n`,
    );
    const here = within({
      'leads.csv': `Lead ID,Created at,First contact\n${rows.join('')}`,
      '.github/workflows/sla.yml': 'name: sla\n',
    });
    here.git('init', '--quiet');
    return [
      here,
      'init',
      '--from',
      'leads.csv',
      '--ci',
      'github',
      '--timezone',
      'Europe/Paris',
      '--holidays',
      'FR',
    ];
  },
  'no-git': () => {
    const here = changed(LONGER);
    vi.stubEnv('PATH', here.root);
    return [here, 'diff'];
  },
};

describe('a rule that no other test names', () => {
  it.each(oneIn(4, Object.entries(BROUGHT_ABOUT)))('%s is told by its id', async (id, prepare) => {
    const [here, ...argv] = prepare();
    const { out, err } = await here.sla(...argv);
    expect(out + err).toMatch(new RegExp(`(?<![\\w-])${id}(?![\\w-])`));
  });
});

describe('every rule', () => {
  it('is told by some test: its bad example, an agreement that is broken, or one that names it', () => {
    const folder = new URL('../', import.meta.url);
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('emitted.test.ts'))
      .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8'))
      .join('\n');
    const told = new Set([
      ...rules.map(({ id }) => id),
      ...cases.map(({ rule }) => rule as string),
      ...Object.keys(BROUGHT_ABOUT),
    ]);
    const named = (id: string): boolean => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(texts);
    expect(ruleCatalogue.map(({ id }) => id).filter((id) => !told.has(id) && !named(id))).toEqual([]);
  });
});
