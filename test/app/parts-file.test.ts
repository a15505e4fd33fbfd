import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const GROUP = `sla: 1
sponsor: Director
timezone: Europe/Paris
teams: { marketing: { title: Marketing }, sales: { title: Sales } }
calendars:
  office:
    timezone: Europe/Paris
    week: { mon-fri: ["09:00-17:00"] }
    holidays: [closed.ics]
  night: { timezone: UTC, week: { mon-sun: ["20:00-24:00"] } }
sources:
  leads:
    files: exports/*.csv
    timezone: UTC
    key: id
    fields:
      id: id
      came: { column: came, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
stages: { came: { at: came }, called: { at: called } }
commitments:
  - id: calls
    owed_by: sales
    owed_to: marketing
    response: { from: came, to: called, within: 8 business hours, calendar: office }
    target: ">= 90%"
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: came }
    target: ">= 3 per month"
`;

/** Of a text in the file of the group, from 1. */
const lineOf = (text: string): number => GROUP.slice(0, GROUP.indexOf(text)).split('\n').length;

const FRANCE = `sla: 1
id: france
title: France
version: "1"
effective: { from: 2026-01-01 }
parts: ../group.sla-parts.yaml
sources: { leads: { files: leads.csv } }
commitments:
  - id: calls
    owed_by: sales
    owed_to: marketing
    response: { from: came, to: called, within: 4 business hours, calendar: office }
    target: ">= 90%"
`;

const BELGIUM = `sla: 1
id: belgium
title: Belgium
version: "1"
effective: { from: 2026-01-01 }
timezone: Europe/Brussels
parts: [../group.sla-parts.yaml]
sources: { leads: { files: leads.csv } }
calendars: { office: { holidays: [BE] } }
`;

// Called after six business hours: 8 are promised by the group, 4 in France.
const LEADS = 'id,came,called\\n1,2026-05-04T08:00:00Z,2026-05-04T14:00:00Z\\n'.replaceAll('\\n', '\n');

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;VALUE=DATE:20260504',
  'SUMMARY:Closed',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function group(change: Readonly<Record<string, string>> = {}): Repository {
  const here = repository();
  made.push(here);
  const files = {
    'group.sla-parts.yaml': GROUP,
    'closed.ics': ICS,
    'france/france.sla.yaml': FRANCE,
    'belgium/belgium.sla.yaml': BELGIUM,
    'france/leads.csv': LEADS,
    'belgium/leads.csv': LEADS,
    ...change,
  };
  for (const [path, text] of Object.entries(files)) here.write(path, text);
  return here;
}

const statesOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (
      JSON.parse(out).results as {
        agreement: string;
        id: string;
        counts: { met: number; breached: number };
      }[]
    )
      .filter(({ counts }) => counts.met + counts.breached > 0)
      .map(({ agreement, id, counts }) => [`${agreement} ${id}`, counts.met === 1 ? 'met' : 'breached']),
  );

describe('agreements of one group that share a file of parts', () => {
  it('are judged by their own words first, and by the paths of the file in which each stands', async () => {
    const here = group();
    expect((await here.sla('validate')).out).toMatch(/No problems/);
    const { out } = await here.sla('report', '--format', 'json', '--from', '2026-05', '--to', '2026-05');
    // 4 May is closed by the calendar of the group, so the six hours of France are none: nothing is late there.
    expect(statesOf(out)).toMatchObject({ 'france calls': 'met', 'belgium calls': 'met' });
    here.write('closed.ics', ICS.replace('20260504', '20260511'));
    const open = await here.sla('report', '--format', 'json', '--from', '2026-05', '--to', '2026-05');
    expect(statesOf(open.out)).toMatchObject({ 'france calls': 'breached', 'belgium calls': 'met' });
  });

  it('are told of what is wrong at the line where it stands, once, in whichever file', async () => {
    const here = group({ 'group.sla-parts.yaml': GROUP.replace('stage: came }', 'stage: cam }') });
    const { out, status } = await here.sla('validate', '--format', 'json');
    const told = JSON.parse(out).findings.filter((one: { severity: string }) => one.severity === 'error');
    expect(status).toBe(1);
    expect(told).toMatchObject([
      { rule: 'unknown-stage', file: 'group.sla-parts.yaml', start: { line: lineOf('stage: came }') } },
    ]);
    here.write('group.sla-parts.yaml', GROUP);
    here.write('france/france.sla.yaml', FRANCE.replace('to: called', 'to: caled'));
    expect(JSON.parse((await here.sla('validate', '--format', 'json')).out).findings).toContainEqual(
      expect.objectContaining({
        rule: 'unknown-stage',
        file: 'france/france.sla.yaml',
        start: { line: 12, column: 33 },
      }),
    );
  });

  it.each([
    ['a file that is not there', '../none.sla-parts.yaml', 'There is no file of parts'],
    ['another kind of file', 'leads.csv', 'is not named as a file of parts'],
    ['a file outside of the repository', '../../x.sla-parts.yaml', 'lies outside the repository'],
  ])('refuse %s, and say nothing else of the agreement', async (_, path, message) => {
    const here = group({ 'france/france.sla.yaml': FRANCE.replace('../group.sla-parts.yaml', path) });
    const { out, status } = await here.sla('validate', 'france', '--format', 'json');
    expect(status).toBe(2);
    expect(JSON.parse(out).findings).toMatchObject([
      { rule: 'parts-file', message: expect.stringContaining(message), start: { line: 6 } },
    ]);
  });

  it('refuse a file of parts that speaks of one agreement, holds nothing, or can not be read', async () => {
    const said = async (text: string) => {
      const here = group({ 'group.sla-parts.yaml': text });
      const { out } = await here.sla('validate', 'france', '--format', 'json');
      return JSON.parse(out).findings.map((one: { rule: string; file: string; start: { line: number } }) => [
        one.rule,
        one.file,
        one.start.line,
      ]);
    };
    const file = 'group.sla-parts.yaml';
    expect(await said(GROUP.replace('sla: 1', 'version: "3"'))).toEqual([['parts-file', file, 1]]);
    expect(await said('')).toEqual([['parts-file', file, 1]]);
    expect(await said(`${GROUP}  - [`)).toEqual([['yaml-syntax', file, expect.any(Number)]]);
    for (const line of ['sources: 3', 'commitments: {}', 'calendars: [a]', 'calendars:', 'timezone: {}'])
      expect(await said(`sla: 1\n${line}\n`)).toEqual([['parts-file', file, 2]]);
    expect(await said(`${GROUP}seeds: 1\n`)).toEqual([['parts-file', file, GROUP.split('\n').length]]);
  });

  it('take no more files of parts, and no more text in them, than an agreement has use for', async () => {
    const many = (n: number) => `[${Array.from({ length: n }, () => '../group.sla-parts.yaml').join(', ')}]`;
    const said = async (here: Repository) => {
      const { out, status } = await here.sla('validate', 'france', '--format', 'json');
      return [status, JSON.parse(out).findings.map((one: { message: string }) => one.message)];
    };
    const named = (n: number) => FRANCE.replace('parts: ../group.sla-parts.yaml', `parts: ${many(n)}`);
    expect(await said(group({ 'france/france.sla.yaml': named(20) }))).toEqual([0, []]);
    expect(await said(group({ 'france/france.sla.yaml': named(21) }))).toEqual([
      2,
      ['An agreement takes at most 20 files of parts'],
    ]);
    const large = `${GROUP}${`# ${'x'.repeat(98)}\n`.repeat(6000)}`;
    expect(await said(group({ 'group.sla-parts.yaml': large, 'france/france.sla.yaml': named(2) }))).toEqual([
      2,
      ['The files of parts hold more together than an agreement may'],
    ]);
  });

  it('are compared by what holds: a change of a part changes each that does not say it itself', async () => {
    const here = group();
    here.git('add', '.');
    here.git('commit', '-qm', 'Start');
    expect((await here.sla('diff', 'HEAD')).status).toBe(0);
    here.write('group.sla-parts.yaml', GROUP.replace('within: 8 business', 'within: 16 business'));
    const { out, status } = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    expect(status).toBe(1);
    const changes = JSON.parse(out).results.filter((one: { class: string }) => one.class !== 'editorial');
    expect(changes).toMatchObject([{ agreement: 'belgium', id: 'calls', rule: 'within', class: 'weakened' }]);
    here.git('commit', '-qam', 'Slower');
    const log = await here.sla('log', '--format', 'json');
    expect(JSON.parse(log.out).results ?? JSON.parse(log.out).entries).toContainEqual(
      expect.objectContaining({ agreement: 'belgium', subject: 'Slower' }),
    );
  });

  it('are told of an id that one file says twice, also where the parts have it too', async () => {
    const twice = FRANCE + FRANCE.slice(FRANCE.indexOf('  - id: calls')).replace('>= 90%', '>= 50%');
    const here = group({ 'france/france.sla.yaml': twice });
    const { out } = await here.sla('validate', 'france', '--format', 'json');
    expect(JSON.parse(out).findings).toMatchObject([
      { rule: 'duplicate-id', file: 'france/france.sla.yaml' },
    ]);
  });

  it('are silenced by a comment in the file in which it stands: in another one it is a change', async () => {
    const target = 'target: ">= 90%"';
    const silent = ' # sla-ignore closed-month: both know it';
    const here = group({ 'group.sla-parts.yaml': GROUP.replace(target, target + silent) });
    here.commit('Start');
    here.write('group.sla-parts.yaml', GROUP);
    here.write('france/france.sla.yaml', FRANCE.replace(target, target + silent));
    const { out, status } = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    expect(status).toBe(1);
    expect(JSON.parse(out).results).toContainEqual(
      expect.objectContaining({ agreement: 'france', rule: 'ignores.closed-month', class: 'open' }),
    );
  });

  it('are given the minutes of an objective from the folder of the file that names them', async () => {
    const objective = `objectives:
  - id: pipeline
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-01-05, by: [marketing, sales], minutes: minutes.md }
    count: { stage: came }
    where: { records: "yes" }
    target: ">= 1 per month"
`;
    const text = GROUP.replace('      id: id\n', '      id: id\n      records: records\n');
    const here = group({ 'group.sla-parts.yaml': text + objective, 'minutes.md': 'Agreed\n' });
    const { out } = await here.sla('validate', 'belgium', '--format', 'json');
    expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).not.toContain(
      'missing-evidence',
    );
    // What a condition asks of a field is no path, whatever the field is called.
    expect((await here.sla('show', 'belgium')).out).not.toContain('../yes');
  });

  it('are found behind a link to a folder of the repository, in a commit as in the working tree', async () => {
    const here = group();
    here.commit('Start');
    here.git('rm', '-q', '--cached', 'group.sla-parts.yaml');
    mkdirSync(join(here.root, 'shared'));
    renameSync(join(here.root, 'group.sla-parts.yaml'), join(here.root, 'shared/group.sla-parts.yaml'));
    renameSync(join(here.root, 'closed.ics'), join(here.root, 'shared/closed.ics'));
    symlinkSync('shared', join(here.root, 'linked'));
    for (const [file, text] of [
      ['france/france.sla.yaml', FRANCE],
      ['belgium/belgium.sla.yaml', BELGIUM],
    ] as const)
      here.write(file, text.replace('../group.sla-parts.yaml', '../linked/group.sla-parts.yaml'));
    here.commit('Behind a link');
    const { status, out } = await here.sla('diff', 'HEAD', '--format', 'json');
    expect([status, JSON.parse(out).results, JSON.parse(out).findings]).toEqual([0, [], []]);
    here.write('shared/group.sla-parts.yaml', GROUP.replace('>= 3 per month', '>= 2 per month'));
    const changed = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    expect(JSON.parse(changed.out).results).toMatchObject([{ rule: 'target' }, { rule: 'target' }]);
  });

  it('are others in another folder, where what they name there are other files', async () => {
    const here = group({
      'spain/leads.csv': LEADS.replace('14:00', '15:00'),
      'italy/leads.csv': LEADS,
    });
    here.commit('Start');
    here.git('mv', 'france/france.sla.yaml', 'spain/france.sla.yaml');
    const { out, status } = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    expect(status).toBe(1);
    expect(JSON.parse(out).results).toMatchObject([
      { rule: 'files', class: 'open', details: ['leads.csv -> ../spain/leads.csv'] },
    ]);
    // The same rows are the same export, and in its own folder it is that export.
    here.git('mv', 'spain/france.sla.yaml', 'italy/france.sla.yaml');
    expect((await here.sla('diff', 'HEAD')).status).toBe(0);
    here.git('mv', 'italy/france.sla.yaml', 'france/fr.sla.yaml');
    expect((await here.sla('diff', 'HEAD')).status).toBe(0);
  });

  it('mean the same as an agreement that says all of it, and are signed with it', async () => {
    const here = group();
    here.git('add', '.');
    here.git('commit', '-qm', 'Start');
    const whole = GROUP.replace(
      'sla: 1',
      'sla: 1\nid: belgium\ntitle: Belgium\nversion: "1"\neffective: { from: 2026-01-01 }',
    )
      .replace('timezone: Europe/Paris', 'timezone: Europe/Brussels')
      .replace('files: exports/*.csv', 'files: leads.csv')
      .replace('holidays: [closed.ics]', 'holidays: [BE]');
    here.write('belgium/belgium.sla.yaml', whole);
    expect((await here.sla('diff', 'HEAD')).status).toBe(0);
    here.git('checkout', '-q', '.');
    const signed = await here.sla(
      'sign',
      'belgium',
      '--as',
      'sales',
      '--name',
      'A. B.',
      '--date',
      '2026-05-01',
    );
    expect(signed.status).toBe(0);
    const text = readFileSync(join(here.root, 'belgium/belgium.sla.yaml'), 'utf8');
    expect(text).toContain('parts: [../group.sla-parts.yaml]');
    expect((await here.sla('validate', 'belgium', '--format', 'json')).out).not.toContain('unsigned-terms');
    here.write('group.sla-parts.yaml', GROUP.replace('>= 3 per month', '>= 2 per month'));
    expect((await here.sla('validate', 'belgium', '--format', 'json')).out).toContain('unsigned-terms');
  });
});

describe('versions of one agreement that share a file of parts', () => {
  it('say what is new alone, and each judges its own months by the whole', async () => {
    const second = FRANCE.replace('version: "1"', 'version: "2"\nwhy: Nobody waits for a whole day')
      .replace('from: 2026-01-01', 'from: 2026-06-01')
      .replace('4 business hours', '2 business hours');
    // Called after three business hours, in May and in June.
    const leads = [5, 6].map((month) => `${month},2026-0${month}-05T08:00:00Z,2026-0${month}-05T11:00:00Z\n`);
    const here = group({
      'france/france.sla.yaml': FRANCE.replace('from: 2026-01-01', 'from: 2026-01-01, to: 2026-05-31'),
      'france/france-2.sla.yaml': second,
      'france/leads.csv': `id,came,called\n${leads.join('')}`,
    });
    expect((await here.sla('validate', 'france')).out).toMatch(/No problems/);
    const { out } = await here.sla(
      'report',
      'france',
      '--format',
      'json',
      '--from',
      '2026-05',
      '--to',
      '2026-06',
    );
    const calls = (
      JSON.parse(out).results as { id: string; period: string; versions: string[]; counts: { met: number } }[]
    )
      .filter(({ id }) => id === 'calls')
      .map(({ period, versions, counts }) => [period, versions, counts.met]);
    expect(calls).toEqual([
      ['2026-05', ['1'], 1],
      ['2026-06', ['2'], 0],
    ]);
    const compared = await here.sla(
      'diff',
      'france/france.sla.yaml',
      'france/france-2.sla.yaml',
      '--no-back-test',
    );
    expect(compared.out.replaceAll(/\s+/g, ' ')).toContain('4 business hours -> 2 business hours');
  });
});
