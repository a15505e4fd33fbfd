import { readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { type Repository, repository } from '../change/repository.ts';

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
