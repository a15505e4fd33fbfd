import { afterEach, describe, expect, it } from 'vitest';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { folder, type Repository, repository } from '../change/repository.ts';

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const LONGER = edited(
  ['within: 4 business hours', 'within: 8 business hours'],
  ['version: "1"', 'version: "2"'],
);
const why = ['--by', 'marketing', '--reason', 'Two people left'];

function history(): Repository {
  const here = repository();
  made.push(here);
  here.commit('First agreement', { 'acme.sla.yaml': AGREEMENT });
  return here;
}

interface Entry {
  readonly subject: string;
  readonly version: string | null;
  readonly date: string;
  readonly problem: string | null;
  readonly changes: readonly { readonly key: string; readonly class: string; readonly accepted: unknown }[];
}

async function entries(here: Repository, ...argv: readonly string[]): Promise<readonly Entry[]> {
  const { status, out } = await here.sla('log', '--format', 'json', ...argv);
  expect(status).toBe(0);
  return JSON.parse(out).results;
}

const short = ({ subject, version, changes }: Entry) => [
  subject,
  version,
  ...changes.map((each) => `${each.class} ${each.key}`),
];

describe('sla log', () => {
  it('tells dates, versions, classes of change, who accepted and why, newest first', async () => {
    const here = history();
    here.write('acme.sla.yaml', LONGER);
    await here.sla('accept', 'acme:first-contact/within', ...why);
    here.commit('More time for a call');
    here.commit('Words', { 'README.md': 'not of an agreement' });
    const [latest, first] = await entries(here);
    expect(short(latest as Entry)).toEqual([
      'More time for a call',
      '2',
      'editorial acme:/version',
      'weakened acme:first-contact/within',
      // Committed in March, when January and February were over.
      'open acme:/past',
    ]);
    expect(latest?.date).toBe('2026-03-02');
    expect(latest?.changes[1]?.accepted).toEqual([{ by: 'marketing', reason: 'Two people left' }]);
    expect(first?.changes.map((each) => each.class)).toEqual(['added', 'added', 'added', 'added', 'added']);
    const { out } = await here.sla('log');
    expect(out).toContain('accepted by marketing: Two people left');
    expect((await here.sla('log', '--format', 'markdown')).out).toContain('## 2026-03-02 acme, version 2');
  });

  it('finds the acceptance that came in a commit of its own, and after a merge', async () => {
    const here = history();
    here.git('switch', '--quiet', '--create', 'work');
    here.commit('Longer', { 'acme.sla.yaml': LONGER });
    await here.sla('accept', 'acme:first-contact/within', '--base', 'main', ...why);
    here.commit('Agreed');
    expect((await entries(here))[0]?.changes[1]?.accepted).toEqual([
      { by: 'marketing', reason: 'Two people left' },
    ]);
    here.git('switch', '--quiet', 'main');
    here.git('merge', '--quiet', '--no-ff', '--message', 'Merge the new terms', 'work');
    await here.sla('accept', '--prune', '--base', 'HEAD');
    here.commit('Prune');
    const [merged] = await entries(here);
    expect([merged?.subject, merged?.changes[1]?.accepted]).toEqual([
      'Merge the new terms',
      [{ by: 'marketing', reason: 'Two people left' }],
    ]);
  });

  it('passes over a commit at which an agreement can not be read, and says so', async () => {
    const here = history();
    here.commit('Broken', { 'acme.sla.yaml': `${AGREEMENT}x: [` });
    here.commit('Mended', { 'acme.sla.yaml': LONGER });
    const found = await entries(here);
    expect(found.map(({ subject }) => subject)).toEqual(['Mended', 'Broken', 'First agreement']);
    expect(found[1]?.problem).toContain("can't be read at this commit");
    expect(short(found[0] as Entry)).toContain('weakened acme:first-contact/within');
  });

  it('follows a file to another name, and tells one agreement from others', async () => {
    const here = history();
    here.commit('Other', { 'other.sla.yaml': AGREEMENT.replace('id: acme', 'id: other') });
    here.git('mv', 'acme.sla.yaml', 'terms.sla.yaml');
    here.commit('Renamed');
    here.commit('Longer', { 'terms.sla.yaml': LONGER });
    expect((await entries(here, 'terms.sla.yaml')).map(({ subject }) => subject)).toEqual([
      'Longer',
      'First agreement',
    ]);
    expect(await entries(here, '--limit', '1')).toHaveLength(1);
  });

  it('says that a shallow clone does not hold all of it', async () => {
    const here = history();
    here.commit('Longer', { 'acme.sla.yaml': LONGER });
    const copy = here.clone('--depth=1');
    made.push(copy);
    const { status, out } = await copy.sla('log', '--format', 'json');
    expect([status, JSON.parse(out).findings[0].rule]).toEqual([0, 'shallow-clone']);
  });

  it('does not tell as added what stood already where a shallow clone is cut', async () => {
    const here = history();
    const longer = here.commit('Longer', { 'acme.sla.yaml': LONGER });
    here.commit('Shorter again', { 'acme.sla.yaml': AGREEMENT });
    const [one, two] = [here.clone('--depth=1'), here.clone('--depth=2')];
    made.push(one, two);
    expect(await entries(one)).toEqual([]);
    const [only, ...more] = await entries(two);
    expect([only?.subject, only?.changes.map(({ class: of }) => of), more]).toEqual([
      'Shorter again',
      ['editorial', 'tightened', 'open'],
      [],
    ]);
    const { out } = await two.sla('log');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`its history is cut at ${longer.slice(0, 7)} (2026-03-02)`);
  });

  it('speaks the language of the agreement that is asked for, whatever others in the repository declare', async () => {
    const here = history();
    const french = edited(['id: acme', 'id: autre\nlanguage: fr']);
    here.commit('Another', { 'autre.sla.yaml': french });
    expect((await here.sla('log', 'acme.sla.yaml')).out).toContain('added      volume');
    const { out } = await here.sla('log', 'autre.sla.yaml');
    expect(out).toMatch(/^ {2}ajouté +volume {2}engagement$/m);
    expect(out).toMatch(/^ {2}ajouté .* {2}objectif$/m);
    const markdown = await here.sla('log', 'autre.sla.yaml', '--format', 'markdown');
    expect(markdown.out).toContain('volume / engagement');
    here.write('acme.sla.yaml', LONGER);
    expect((await here.sla('diff', 'HEAD', 'acme.sla.yaml')).out).toContain('weakened');
  });

  it('without a repository, or an agreement, is exit 2 or empty', async () => {
    const here = folder();
    made.push(here);
    expect(await here.sla('log')).toMatchObject({
      status: 2,
      out: expect.stringContaining('no git repository'),
    });
    const empty = repository();
    made.push(empty);
    expect(await empty.sla('log')).toMatchObject({ status: 0, out: 'No commit touches an agreement\n' });
    expect(await empty.sla('log', 'nothing.sla.yaml')).toMatchObject({ status: 2 });
    expect(await empty.sla('log', '--limit', '0')).toMatchObject({ status: 2, out: '' });
  });
});
