import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (id: string, files: string): string =>
  agreementText({
    id,
    title: id,
    effective: '{ from: 2026-01-01 }',
    sources: `
  leads: { files: ${JSON.stringify(files)}, timezone: Europe/Paris, key: id, fields: { id: id, at: { column: at, type: date, format: iso } } }`,
    stages: '{ made: { at: at } }',
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= 1 per month" }`,
  });

const LEADS = 'id,at\nA,2026-03-02\n';

/** What may lie in a folder beside a good agreement, and what is told of it. */
const ODDITIES: readonly (readonly [string, (cwd: string) => void, readonly string[]])[] = [
  ['a link that leads nowhere', (cwd) => symlinkSync('gone', join(cwd, 'x.sla.yaml')), ['unreadable-path']],
  ['a link to itself', (cwd) => symlinkSync('x.sla.yaml', join(cwd, 'x.sla.yaml')), ['unreadable-path']],
  ['a link to the folder above it', (cwd) => symlinkSync('..', join(mkdir(cwd, 'sub'), 'up')), []],
  ['a link to the agreement', (cwd) => symlinkSync('good.sla.yaml', join(cwd, 'x.sla.yaml')), []],
  ['a pipe', (cwd) => void execFileSync('mkfifo', [join(cwd, 'x.sla.yaml')]), ['no-agreement']],
  ['a name that is no UTF-8', (cwd) => writeFileSync(notUtf8(cwd), 'sla: 1'), ['unreadable-path']],
  ['a folder by the name of one', (cwd) => void mkdir(cwd, 'x.sla.yaml'), ['no-agreement']],
  ['a file that is no YAML', (cwd) => writeFileSync(join(cwd, 'x.sla.yaml'), '\u0000{'), ['yaml-syntax']],
];

const mkdir = (cwd: string, name: string): string => {
  mkdirSync(join(cwd, name));
  return join(cwd, name);
};
const notUtf8 = (cwd: string): Buffer =>
  Buffer.concat([Buffer.from(`${cwd}/x`), Buffer.of(0xff), Buffer.from('.sla.yaml')]);

interface Json {
  readonly findings: readonly { readonly rule: string; readonly fatal?: boolean }[];
  readonly results: readonly unknown[];
}

// Windows has no such names and pipes.
describe.runIf(process.platform !== 'win32')('a folder in which an agreement lies beside', () => {
  it.each(ODDITIES)('%s: the agreement is judged, the rest is told', async (_, put, rules) => {
    const folder = folderWith({ 'good.sla.yaml': agreement('good', 'leads.csv'), 'leads.csv': LEADS });
    put(folder.cwd);
    for (const command of ['report', 'check', 'cases']) {
      const { status, out } = await folder.sla(command, '--format', 'json');
      const { findings, results } = JSON.parse(out) as Json;
      expect(findings.flatMap(({ rule, fatal }) => (fatal ? [rule] : []))).toEqual(rules);
      expect(results.length).toBeGreaterThan(0);
      expect(status).toBe(rules.length === 0 ? 0 : 2);
    }
    const receipt = await folder.sla('explain', 'A');
    expect(receipt.out).toContain('volume: ✓');
    folder.remove();
  });

  // Whoever may do everything reads every folder.
  it.skipIf(process.getuid?.() === 0)('a folder without permission', async () => {
    const folder = folderWith({
      'good.sla.yaml': agreement('good', 'leads.csv'),
      'leads.csv': LEADS,
      'no/a': '',
    });
    chmodSync(join(folder.cwd, 'no'), 0);
    const { status, out } = await folder.sla('report', '--format', 'json');
    expect(out).toContain('unreadable-path');
    expect(JSON.parse(out).results).toHaveLength(1);
    expect(status).toBe(2);
    folder.remove();
  });

  it('a folder outside, by a link: it is not walked, and that is told', async () => {
    const outside = folderWith({ 'other.sla.yaml': agreement('other', 'leads.csv'), 'leads.csv': LEADS });
    const folder = folderWith({ 'good.sla.yaml': agreement('good', 'leads.csv'), 'leads.csv': LEADS });
    symlinkSync(outside.cwd, join(folder.cwd, 'link'));
    const { status, out } = await folder.sla('report', '--format', 'json');
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ rule: 'outside-path', severity: 'info' }),
    );
    expect(JSON.parse(out).results).toHaveLength(1);
    expect(status).toBe(0);
    folder.remove();
    outside.remove();
  });
});

describe('exports that the file system refuses', () => {
  it.each([
    ['dangling*.csv', 'unreadable-file', 'dangling.csv'],
    [`${'{a,b}'.repeat(12)}.csv`, 'unreadable-file', 'more than 1000 names'],
  ])('leave only their own agreement without an answer: %s', async (files, rule, said) => {
    const folder = folderWith({
      'bad.sla.yaml': agreement('bad', files),
      'good.sla.yaml': agreement('good', 'leads.csv'),
      'leads.csv': LEADS,
    });
    symlinkSync('gone.csv', join(folder.cwd, 'dangling.csv'));
    const { status, out } = await folder.sla('report', '--format', 'json');
    const { findings, results } = JSON.parse(out);
    const told = findings.find((each: { rule: string }) => each.rule === rule);
    expect(told).toMatchObject({ file: 'bad.sla.yaml' });
    expect(told.message).toContain(said);
    expect(results).toHaveLength(1);
    expect(status).toBe(2);
    folder.remove();
  });
});
