import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const OFFICE = agreementText({
  id: 'office',
  title: 'Office',
  stages: '{ created: { at: created } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
});

const folder = folderWith({
  'office.sla.yaml': OFFICE,
  'leads.csv': 'id,created\nL1,2026-03-02 10:00\n',
  'sub/keep.txt': '',
});
afterAll(() => folder.remove());

describe('a folder that does not exist', () => {
  it.each([
    ['check', 'verdicts.json'],
    ['cases', 'cases.csv'],
  ])('is named by %s, and not made', async (command, name) => {
    const { status, err } = await folder.sla(command, 'office.sla.yaml', '-o', `no/where/${name}`);
    expect(status).toBe(2);
    expect(err).toContain(`There is no folder "${join(folder.cwd, 'no/where')}" to write "${name}" in`);
    expect(existsSync(join(folder.cwd, 'no'))).toBe(false);
  });
});

// Windows has no pipes with a name in a folder.
describe.runIf(process.platform !== 'win32')('a pipe that nobody writes to', () => {
  execFileSync('mkfifo', [join(folder.cwd, 'pipe.sla.yaml'), join(folder.cwd, 'pipe.csv')]);

  it.each([
    [['validate', 'pipe.sla.yaml']],
    [['check', 'office.sla.yaml', '--leads', 'pipe.csv']],
    [['sniff', 'pipe.csv']],
    [['validate', '.']],
  ])('is no file to read: %j', async (argv) => {
    const { status, out, err } = await folder.sla(...argv);
    expect(status).toBe(2);
    expect(out + err).toContain('is not a regular file');
  });

  it('is told in the document in place of the record of a closed month, and of the connections', async () => {
    const served = agreementText({
      id: 'served',
      sources:
        '\n  leads: { connection: crm, table: leads, timezone: Europe/Paris, key: id, fields: { id: id, created: { column: created, type: datetime } } }',
      stages: '{ created: { at: created } }',
      commitments:
        '\n  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }',
    });
    const own = folderWith({
      'office.sla.yaml': OFFICE,
      'served.sla.yaml': served,
      'leads.csv': 'id,created\nL1,2026-03-02 10:00\n',
      '.sla/closed/keep.txt': '',
    });
    execFileSync(
      'mkfifo',
      ['closed/2026-01.json', 'connections.yaml'].map((name) => join(own.cwd, '.sla', name)),
    );
    const rulesOf = async (file: string): Promise<readonly string[]> => {
      const { status, out } = await own.sla('check', file, '--format', 'json');
      expect(status).toBe(2);
      return JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rulesOf('office.sla.yaml')).toContain('wrong-record');
    expect(await rulesOf('served.sla.yaml')).toContain('no-connection');
    own.remove();
  });

  it('is no file to write over', async () => {
    const { status, err } = await folder.sla(
      'check',
      'office.sla.yaml',
      '--force',
      '--format',
      'json=pipe.csv',
    );
    expect(status).toBe(2);
    expect(err).toContain('is not a regular file');
  });
});

describe('what git keeps for itself', () => {
  const SECRET = 'url = https://user:token1234@example.org/x.git';
  it.each([
    ['.git/config', []],
    ['.g*/config', []],
    ['sub/../.GIT/config', []],
    ['.git/config', ['--allow-outside']],
    ['.g*/config', ['--allow-outside']],
    ['link.csv', []],
  ])('is no export: %s %j', async (path, options) => {
    const there = folderWith({
      'office.sla.yaml': OFFICE.replace('files: leads.csv', `files: "${path}"`),
      '.git/config': `[remote "origin"]\n${SECRET}\n`,
      'sub/keep.txt': '',
    });
    symlinkSync(join(there.cwd, '.git/config'), join(there.cwd, 'link.csv'));
    const { status, out, err } = await there.sla('check', 'office.sla.yaml', ...options);
    there.remove();
    expect(status).toBe(2);
    expect(out + err).toContain('outside-path');
    expect(out + err).not.toContain('token1234');
  });
});
