import { readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Git } from '../../src/files/git.ts';
import { gitFiles } from '../../src/files/git-tree.ts';
import { agreementText } from '../agreement.ts';
import { folder, type Repository, repository } from '../change/repository.ts';

let here: Repository;
beforeEach(() => {
  here = repository();
});
afterEach(() => here.remove());

const agreement = (target: string): string =>
  agreementText({
    sources: `
  leads: { files: leads.csv, timezone: Europe/Paris, key: id, fields: { id: id, at: { column: at, type: date, format: iso } } }`,
    stages: '{ made: { at: at } }',
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: made }, target: ">= ${target} per month" }`,
  });

it('what git can not read is told in the document of diff and log, and by accept', async () => {
  here.commit('First', { 'demo.sla.yaml': agreement('2') });
  here.commit('Second', { 'demo.sla.yaml': agreement('1') });
  const commit = here.git('rev-parse', '--short=7', 'HEAD~1').trim();
  const tree = here.git('rev-parse', 'HEAD~1^{tree}').trim();
  rmSync(join(here.root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
  for (const argv of [['diff', 'HEAD~1'], ['log'], ['log', '--summary']]) {
    const { status, out } = await here.sla(...argv, '--format', 'json');
    const { findings, results } = JSON.parse(out);
    expect(status).toBe(2);
    expect(results).toEqual([]);
    expect(findings).toMatchObject([
      {
        rule: 'unreadable-repository',
        message: expect.stringMatching(new RegExp(`${tree}|${commit}: `)),
        help: expect.stringContaining('git fsck'),
        fatal: true,
      },
    ]);
  }
  const accepted = await here.sla(
    'accept',
    'office:volume/target',
    '--base',
    'HEAD~1',
    '--by',
    'sales',
    '--why',
    'Two people less',
  );
  expect(accepted.status).toBe(2);
  expect(accepted.out + accepted.err).toContain('unreadable-repository');
  expect(readdirSync(here.root)).not.toContain('.sla');
});

it('a link to an agreement, in a commit and in the folder, is no second one', async () => {
  here.write('demo.sla.yaml', agreement('2'));
  symlinkSync('demo.sla.yaml', join(here.root, 'current.sla.yaml'));
  here.commit('First');
  here.commit('Second', { 'demo.sla.yaml': agreement('1') });
  const { out } = await here.sla('diff', 'HEAD~1', '--no-back-test', '--format', 'json');
  const { results, findings } = JSON.parse(out);
  const targets = results.filter(({ rule }: { rule: string }) => rule === 'target');
  expect(targets).toMatchObject([{ id: 'volume', from: '>= 2 per month', file: 'demo.sla.yaml' }]);
  expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain('overlapping-versions');
  unlinkSync(join(here.root, 'current.sla.yaml'));
  const without = await here.sla('diff', 'HEAD~1', '--no-back-test', '--format', 'json');
  expect(JSON.parse(without.out).results).toEqual(results);
});

it('a configuration and a history that a repository makes up for itself change no answer', async () => {
  here.commit('First', { 'demo.sla.yaml': agreement('3') });
  here.commit('Second: é', { 'demo.sla.yaml': agreement('2') });
  here.commit('Third', { 'demo.sla.yaml': agreement('1') });
  const asked = async () => {
    const log = await here.sla('log', '--format', 'json');
    const diff = await here.sla('diff', 'HEAD~1', 'HEAD', '--no-back-test', '--format', 'json');
    return [log.status, log.out, diff.status, diff.out];
  };
  const before = await asked();
  expect(before[1]).toContain('Second: é');
  here.git('config', 'i18n.logOutputEncoding', 'UTF-16LE');
  here.git('config', 'log.follow', 'true');
  here.git('config', 'color.ui', 'always');
  here.write('.git/info/grafts', here.git('rev-parse', 'HEAD'));
  expect(await asked()).toEqual(before);
});

it('a repository whose files are said to lie elsewhere is asked where its agreement lies', async () => {
  here.commit('First', { 'demo.sla.yaml': agreement('2') });
  here.commit('Second', { 'demo.sla.yaml': agreement('1') });
  const elsewhere = folder();
  here.git('config', 'core.worktree', elsewhere.root);
  const { out } = await here.sla('diff', 'nowhere', 'HEAD', '--format', 'json');
  expect(JSON.parse(out).findings).toMatchObject([
    { rule: 'unknown-ref', message: expect.stringContaining('nowhere') },
  ]);
  elsewhere.remove();
});

it('of a tree only those links are read that are followed, and deep folders are listed each once', async () => {
  const read: string[] = [];
  const links = Array.from({ length: 1000 }, (_, i) => ({
    kind: 'link' as const,
    path: `l${i}`,
    id: `to-${i}`,
  }));
  const file = { kind: 'file' as const, path: `${'d/'.repeat(1500)}f`, id: 'f' };
  const git = {
    root: '/r',
    entries: async () => [...links, file],
    read: async (id: string) => {
      read.push(id);
      return Buffer.from(id === 'to-7' ? 'd/d' : 'gone');
    },
  };
  const files = await gitFiles(git as unknown as Git, 'HEAD');
  expect(await files.list('/r')).toEqual(['d/', ...links.map(({ path }) => path)].sort());
  expect(await files.list('/r/l7')).toEqual(['d/']);
  expect(await files.stat(`/r/l7/${'d/'.repeat(1498)}f`)).toMatchObject({ kind: 'file' });
  expect(await files.stat('/r/l8')).toMatchObject({ kind: 'file' });
  expect(read).toEqual(['to-7', 'to-8']);
});
