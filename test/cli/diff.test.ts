import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { copiesOf, folder, type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
const keep = (one: Repository): Repository => {
  made.push(one);
  return one;
};
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const LONGER = edited(['within: 4 business hours', 'within: 8 business hours']);
const SHORTER = edited(['within: 4 business hours', 'within: 2 business hours']);
const LINE = 'sla accept acme:first-contact/within --by marketing --why "..."';

const agreed = copiesOf(() => {
  const here = repository();
  here.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
  here.git('switch', '--quiet', '--create', 'work');
  return here;
});

/** A repository in which `main` holds the agreement and the branch `work` is checked out. */
const branched = (): Repository => keep(agreed());

describe('sla diff', () => {
  it('compares the working tree with where the work left the default branch', async () => {
    const here = branched();
    here.write('acme.sla.yaml', LONGER);
    const { status, out, err } = await here.sla('diff');
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('4 business hours -> 8 business hours');
    expect(out).toContain('not accepted by marketing');
    expect(out).toContain(LINE);
    expect(out).toContain('marketing: is promised less by first contact');
    expect(out).toContain('sales: owes less by first contact');
  });

  it('is quiet about what came to the default branch after the work left it', async () => {
    const here = branched();
    here.git('switch', '--quiet', 'main');
    here.commit('stricter', { 'acme.sla.yaml': SHORTER });
    here.git('switch', '--quiet', 'work');
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([0, expect.stringContaining('No change of terms')]);
  });

  it('passes what is tightened, added or editorial', async () => {
    const here = branched();
    here.write('acme.sla.yaml', SHORTER.replace('version: "1"', 'version: "2"'));
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([0, expect.stringContaining('1 tightened, 1 editorial')]);
  });

  it.each([
    ['a branch', ['main']],
    ['a commit before another', ['HEAD~1', 'HEAD']],
    ['a path in a commit', ['main:acme.sla.yaml']],
    ['two of them', ['main:acme.sla.yaml', 'work:acme.sla.yaml']],
    ['a reference and a file', ['main', 'acme.sla.yaml']],
    ['a file alone, for the head', ['acme.sla.yaml']],
    ['two files', ['drafts/old/acme.yaml', 'drafts/new/acme.yaml']],
    ['a file and a commit', ['drafts/old/acme.yaml', 'HEAD']],
  ])('takes %s', async (_, argv) => {
    const here = branched();
    here.commit('longer', { 'acme.sla.yaml': LONGER });
    here.write('drafts/old/acme.yaml', AGREEMENT);
    here.write('drafts/new/acme.yaml', LONGER);
    const { status, out, err } = await here.sla('diff', ...argv, '--format', 'json');
    expect([status, err]).toEqual([1, '']);
    const keys = JSON.parse(out).results.map((each: { key: string }) => each.key);
    expect(keys).toEqual(['acme:first-contact/within']);
  });

  it('takes two folders, in a repository or not', async () => {
    const here = keep(folder());
    here.write('old/acme.sla.yaml', AGREEMENT);
    here.write('new/acme.sla.yaml', LONGER);
    expect(await here.sla('diff', 'old', 'new')).toMatchObject({ status: 1, err: '' });
    expect(await here.sla('diff', 'old', 'old')).toMatchObject({ status: 0, err: '' });
  });

  it('sees a file that did not exist at the base as new, beside those that did', async () => {
    const here = branched();
    here.write('other.sla.yaml', AGREEMENT.replace('id: acme', 'id: other'));
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([0, expect.stringContaining('5 added')]);
  });

  it('takes the first agreement of a repository as new', async () => {
    const here = keep(repository());
    here.commit('empty', { 'README.md': 'nothing' });
    here.git('switch', '--quiet', '--create', 'work');
    here.commit('first', { 'acme.sla.yaml': AGREEMENT });
    expect(await here.sla('diff')).toMatchObject({ status: 0, out: expect.stringContaining('5 added') });
  });

  it('sees a file that is gone as the removal of all its promises, to be accepted by both sides', async () => {
    const here = branched();
    here.write('other.sla.yaml', AGREEMENT.replace('id: acme', 'id: other'));
    here.commit('two');
    here.git('rm', '--quiet', 'acme.sla.yaml');
    const { status, out } = await here.sla('diff', 'HEAD');
    expect(status).toBe(1);
    expect(out).toContain('not accepted by marketing and sales');
    expect(out).toContain('sla accept --all --base HEAD --by sales --why "..."');
  });

  it('follows an agreement to another file name', async () => {
    const here = branched();
    here.git('mv', 'acme.sla.yaml', 'acme-2026.sla.yaml');
    expect(await here.sla('diff')).toMatchObject({
      status: 0,
      out: expect.stringContaining('No change of terms'),
    });
  });

  it('works from a detached head and through a merge', async () => {
    const here = branched();
    here.commit('longer', { 'acme.sla.yaml': LONGER });
    here.git('switch', '--quiet', 'main');
    here.commit('elsewhere', { 'README.md': 'words' });
    here.git('switch', '--quiet', 'work');
    here.git('merge', '--quiet', '--no-edit', 'main');
    here.git('switch', '--quiet', '--detach', 'HEAD');
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([1, expect.stringContaining('8 business hours')]);
  });

  it('reads the target branch from the variables of CI systems', async () => {
    const here = branched();
    here.git('branch', 'release');
    here.git('branch', '--delete', '--force', 'main');
    here.commit('longer', { 'acme.sla.yaml': LONGER });
    for (const env of [
      { GITHUB_BASE_REF: 'release' },
      { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release' },
      { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/release' },
    ]) {
      expect(await here.slaWith(env, 'diff')).toMatchObject({ status: 1, err: '' });
    }
    expect(await here.sla('diff')).toMatchObject({
      status: 2,
      out: expect.stringContaining('no default branch'),
    });
  });

  it('prints for a shallow clone the line that makes it deep enough, and that line does', async () => {
    const origin = keep(repository());
    origin.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
    origin.git('switch', '--quiet', '--create', 'work');
    origin.commit('longer', { 'acme.sla.yaml': LONGER });
    origin.commit('words', { 'README.md': 'words' });
    const shallow = keep(origin.clone('--depth=1', '--branch=work', '--single-branch'));
    const { status, out } = await shallow.slaWith({ GITHUB_BASE_REF: 'main' }, 'diff');
    expect(status).toBe(2);
    const line = /run: git (fetch .*)$/m.exec(out.replaceAll(/\n\s+/g, ' '))?.[1]?.split('  ')[0] ?? '';
    expect(line).toBe('fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main');
    shallow.git(...line.split(' '));
    expect(await shallow.slaWith({ GITHUB_BASE_REF: 'main' }, 'diff')).toMatchObject({
      status: 1,
      out: expect.stringContaining('8 business hours'),
    });
  });

  it('trusts no merge base that a cut history may hide an older one of', async () => {
    const origin = keep(repository());
    origin.commit('long', { 'acme.sla.yaml': LONGER });
    origin.git('branch', 'side');
    origin.commit('short', { 'acme.sla.yaml': AGREEMENT });
    origin.commit('words', { words: 'words' });
    origin.git('branch', 'work');
    for (const n of [1, 2, 3]) origin.commit(`more ${n}`, { more: `${n}` });
    origin.git('switch', '--quiet', 'side');
    origin.commit('beside', { beside: 'beside' });
    origin.git('switch', '--quiet', 'main');
    origin.git('merge', '--quiet', '--no-ff', '--message', 'both', 'side');
    origin.git('switch', '--quiet', 'work');
    origin.commit('long again', { 'acme.sla.yaml': LONGER });
    const cut = keep(origin.clone('--depth=10', '--branch=work', '--single-branch'));
    cut.git('fetch', '--quiet', '--depth=3', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    const { status, out } = await cut.slaWith({ GITHUB_BASE_REF: 'main' }, 'diff', '--no-back-test');
    expect([status, out]).toEqual([2, expect.stringContaining('git fetch --no-tags --unshallow origin')]);
    const whole = keep(origin.clone('--branch=work'));
    const told = await whole.slaWith({ GITHUB_BASE_REF: 'main' }, 'diff', '--no-back-test');
    expect([told.status, told.out]).toEqual([1, expect.stringContaining('8 business hours')]);
  });

  it('follows a link that took the place of an agreement, on either side', async () => {
    const here = branched();
    here.git('rm', '--quiet', 'acme.sla.yaml');
    here.write('terms/hidden.yaml', LONGER);
    symlinkSync('terms/hidden.yaml', join(here.root, 'acme.sla.yaml'));
    here.commit('behind a link');
    for (const arguments_ of [[], ['main', 'work']]) {
      const { status, out } = await here.sla('diff', '--no-back-test', ...arguments_);
      expect([status, out]).toEqual([1, expect.stringContaining('8 business hours')]);
    }
    here.write('terms/hidden.yaml', AGREEMENT);
    const { status, out } = await here.sla('diff', '--no-back-test', 'work');
    expect([status, out]).toEqual([0, expect.stringContaining('4 business hours')]);
  });

  it('gives no answer about a link in a commit that leads out of it, or nowhere', async () => {
    for (const target of ['../elsewhere.yaml', 'acme.sla.yaml', 'gone.yaml']) {
      const here = branched();
      here.git('rm', '--quiet', 'acme.sla.yaml');
      symlinkSync(target, join(here.root, 'acme.sla.yaml'));
      here.commit('a link');
      const { status, out, err } = await here.sla('diff', '--no-back-test', 'main', 'work');
      expect([target, status]).toEqual([target, 2]);
      expect((out + err).replaceAll(/\s+/g, ' ')).toMatch(/symbolic link|broken link/);
    }
  });

  it('sends to a submodule for the agreements that lie in it', async () => {
    const terms = keep(repository());
    const old = terms.commit('short', { 'acme.sla.yaml': AGREEMENT });
    const now = terms.commit('long', { 'acme.sla.yaml': LONGER });
    const here = keep(repository());
    here.commit('start', { words: 'words' });
    here.git('submodule', '--quiet', 'add', `file://${terms.root}`, 'terms');
    here.git('-C', 'terms', 'switch', '--quiet', '--detach', old);
    here.commit('terms');
    here.git('switch', '--quiet', '--create', 'work');
    here.git('-C', 'terms', 'switch', '--quiet', '--detach', now);
    here.commit('longer terms');
    for (const arguments_ of [[], ['main'], ['main', 'work']]) {
      const { status, out } = await here.sla('diff', '--no-back-test', ...arguments_);
      const line = `(cd terms && sla diff ${old.slice(0, 7)} ${now.slice(0, 7)})`;
      expect([status, out.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(line)]);
    }
  });

  it('exempts drafts, but not the way from an agreement to a draft', async () => {
    const here = branched();
    const draft = AGREEMENT.replace('version: "1"', 'version: "1"\nstatus: draft');
    here.write('acme.sla.yaml', LONGER.replace('version: "1"', 'version: "1"\nstatus: draft'));
    const { status, out } = await here.sla('diff');
    expect(status).toBe(1);
    expect(out).toContain('sla accept acme:/status --by marketing');
    expect(out).not.toContain(LINE);
    here.commit('draft', { 'acme.sla.yaml': draft });
    here.write('acme.sla.yaml', LONGER.replace('version: "1"', 'version: "1"\nstatus: draft'));
    expect(await here.sla('diff', 'HEAD')).toMatchObject({ status: 0 });
  });

  it('lets an ending version be taken over by the next, and compares the two', async () => {
    const here = branched();
    here.write('acme.sla.yaml', edited(['{ from: 2026-01-01 }', '{ from: 2026-01-01, to: 2026-06-30 }']));
    here.write(
      'acme-2.sla.yaml',
      LONGER.replace('version: "1"', 'version: "2"').replace('from: 2026-01-01', 'from: 2026-07-01'),
    );
    const { status, out } = await here.sla('diff', '--format', 'json');
    const found = JSON.parse(out).results.map(
      (each: { key: string; class: string }) => `${each.key} ${each.class}`,
    );
    expect(status).toBe(1);
    expect(found).toContain('acme:/effective.to editorial');
    expect(found).toContain('acme:first-contact/within weakened');
  });

  it('fails on what is not proved harmless, until all teams that it concerns have accepted it', async () => {
    const here = branched();
    here.write('acme.sla.yaml', edited(['{ phone: present }', '{ phone: present, country: present }']));
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([1, expect.stringContaining('not accepted by marketing and sales')]);
    expect(out).toContain('not proved harmless');
    expect((await here.sla('diff', '--format', 'github')).out).toContain('title=unaccepted-change::');
    expect(await here.sla('diff', '--fail-on', 'never')).toMatchObject({ status: 0 });
    const why = ['--why', 'Agreed in the meeting'];
    await here.sla('accept', '--all', '--by', 'sales', ...why);
    expect(await here.sla('diff')).toMatchObject({ status: 1 });
    await here.sla('accept', '--all', '--by', 'marketing', ...why);
    expect(await here.sla('diff')).toMatchObject({ status: 0 });
  });

  it('traces what is in a file of holidays, whatever it is called', async () => {
    const feast = (date: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:Feast\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const text = edited(['holidays: [FR]', 'holidays: [days.ics]']);
    const here = keep(repository());
    here.commit('agreement', { 'terms/acme.sla.yaml': text, 'terms/days.ics': feast('20260601') });
    here.write('terms/days.ics', feast('20260602'));
    const { out } = await here.sla('diff', 'HEAD', '--format', 'json');
    const keys = JSON.parse(out).results.map((each: { key: string }) => each.key);
    expect(keys).toEqual(['acme:first-contact/calendars.office', 'acme:follow-up/calendars.office']);
    here.git('mv', 'terms/days.ics', 'terms/feasts.ics');
    here.write('terms/feasts.ics', feast('20260601'));
    here.write('terms/acme.sla.yaml', text.replace('days.ics', 'feasts.ics'));
    expect(await here.sla('diff', 'HEAD')).toMatchObject({
      status: 0,
      out: expect.stringContaining('No change of terms'),
    });
  });

  it('looks at the agreements under the working directory, as the base has them', async () => {
    const here = branched();
    here.commit('a folder', { 'terms/other.sla.yaml': AGREEMENT.replace('id: acme', 'id: other') });
    here.write('acme.sla.yaml', LONGER);
    here.write('terms/other.sla.yaml', LONGER.replace('id: acme', 'id: other'));
    const { out } = await here.sla('diff', 'HEAD', 'terms', '--format', 'json');
    expect(JSON.parse(out).summary.agreements.map(({ id }: { id: string }) => id)).toEqual(['other']);
  });

  it('gives the same bytes each time, in every format', async () => {
    const here = branched();
    here.write('acme.sla.yaml', LONGER);
    for (const format of ['text', 'markdown', 'json', 'github', 'gitlab']) {
      const runs = [await here.sla('diff', '--format', format), await here.sla('diff', '--format', format)];
      expect(runs[0]).toEqual(runs[1]);
      expect(runs[0]?.status).toBe(1);
    }
  });

  it('annotates the changed line for GitHub, and begins a comment with its marker', async () => {
    const here = branched();
    here.write('acme.sla.yaml', LONGER);
    const line = LONGER.split('\n').findIndex((text) => text.includes('8 business')) + 1;
    const { out } = await here.sla('diff', '--format', 'github');
    expect(out).toContain(`::error file=acme.sla.yaml,line=${line},`);
    const { out: comment } = await here.sla('diff', '--format', 'markdown');
    expect(comment.startsWith('<!-- sla diff -->\n')).toBe(true);
    expect(comment).toContain(LINE);
    const issues = JSON.parse((await here.sla('diff', '--format', 'gitlab')).out);
    expect(issues[0]).toMatchObject({
      check_name: 'unaccepted-weakening',
      location: { path: 'acme.sla.yaml', lines: { begin: line } },
    });
  });
});

describe('bad input of sla diff', () => {
  it.each([
    ['an unknown reference', ['nope'], 'There is no file, folder or git reference "nope"'],
    ['a reference that looks like an option', ['--', '--upload-pack=x'], 'reference "--upload-pack=x"'],
    ['a reference that is a command', ['$(touch x)'], 'There is no file, folder or git reference'],
    ['a range', ['main..work'], 'There is no file, folder or git reference'],
    ['a base without agreements', ['empty'], 'There is no agreement in empty'],
    ['a month that is none', ['--from', 'May'], 'is not a month'],
    ['an export that is not there', ['--leads', 'nothing.csv'], 'nothing.csv'],
  ])('%s is exit 2, and a document that says so', async (_, argv, sentence) => {
    const here = branched();
    here.git('switch', '--quiet', '--orphan', 'empty');
    here.commit('empty', { 'README.md': 'nothing' });
    here.git('switch', '--quiet', 'work');
    here.write('acme.sla.yaml', LONGER);
    const { status, out } = await here.sla('diff', ...argv);
    expect([status, out.replaceAll(/\n\s*/g, ' ')]).toEqual([2, expect.stringContaining(sentence)]);
    const json = await here.sla('diff', '--format', 'json', ...argv);
    expect([json.status, JSON.parse(json.out).summary.answered]).toEqual([2, false]);
  });

  it('outside a repository says so, and still compares two files', async () => {
    const here = keep(folder());
    here.write('old.sla.yaml', AGREEMENT);
    here.write('new.sla.yaml', LONGER);
    expect(await here.sla('diff')).toMatchObject({
      status: 2,
      out: expect.stringContaining('no git repository'),
    });
    expect(await here.sla('diff', 'old.sla.yaml', 'new.sla.yaml')).toMatchObject({ status: 1, err: '' });
  });

  it('does not take two agreements for two versions of one, nor compare backwards', async () => {
    const here = keep(folder());
    here.write('a.sla.yaml', AGREEMENT);
    here.write('b.sla.yaml', AGREEMENT.replace('id: acme', 'id: other'));
    here.write(
      'later.sla.yaml',
      AGREEMENT.replace('from: 2026-01-01', 'from: 2026-07-01').replace('"1"', '"2"'),
    );
    expect(await here.sla('diff', 'a.sla.yaml', 'b.sla.yaml')).toMatchObject({
      status: 2,
      out: expect.stringContaining('are two agreements'),
    });
    expect(await here.sla('diff', 'later.sla.yaml', 'a.sla.yaml')).toMatchObject({
      status: 2,
      out: expect.stringContaining('exchange the two: sla diff a.sla.yaml later.sla.yaml'),
    });
  });

  it('says where an agreement does not parse, on either side', async () => {
    const here = branched();
    here.commit('broken', { 'acme.sla.yaml': `${AGREEMENT}x: [` });
    const head = await here.sla('diff');
    expect([head.status, head.out]).toEqual([2, expect.stringContaining('acme.sla.yaml:')]);
    here.write('acme.sla.yaml', LONGER);
    const base = await here.sla('diff', 'HEAD');
    expect([base.status, base.out]).toEqual([2, expect.stringContaining('HEAD:acme.sla.yaml:')]);
    expect(base.out).toContain('can be read: sla diff COMMIT');
  });

  it('runs nothing that a repository is configured to run', async () => {
    const here = branched();
    const trap = `touch ${join(here.root, 'trapped')}`;
    here.git('config', 'core.fsmonitor', trap);
    here.git('config', 'core.pager', trap);
    here.git('config', 'diff.external', trap);
    here.git('config', 'filter.x.smudge', trap);
    here.git('config', 'diff.x.textconv', trap);
    here.write('.gitattributes', '*.yaml filter=x diff=x\n');
    here.write('acme.sla.yaml', LONGER);
    expect(await here.sla('diff')).toMatchObject({ status: 1 });
    expect(await here.sla('log')).toMatchObject({ status: 0 });
    expect(() => execFileSync('ls', [join(here.root, 'trapped')], { stdio: 'pipe' })).toThrow();
  });

  it('does not follow a link to acceptances outside the repository', async () => {
    const here = branched();
    const other = keep(folder());
    other.write('secret', 'password: 1234\n');
    here.write('.sla/keep', '');
    symlinkSync(join(other.root, 'secret'), join(here.root, '.sla/accepted.yaml'));
    here.write('acme.sla.yaml', LONGER);
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([2, expect.stringContaining('outside the repository')]);
    expect(out).not.toContain('1234');
  });
});
