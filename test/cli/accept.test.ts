import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { copiesOf, type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const LONGER = edited(['within: 4 business hours', 'within: 8 business hours']);
const ACCEPTED = '.sla/accepted.yaml';
const ENTRY = `- agreement: acme
  commitment: first-contact
  rule: within
  from: 4 business hours
  to: 8 business hours
  before: sha256:1c1f56bba28603b76691b5c7b69716be
  after: sha256:ff8c22d88311ad0137c33ead615103f6
  by: marketing
  reason: Two people left
`;

const agreed = copiesOf(() => {
  const here = repository();
  here.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
  here.git('switch', '--quiet', '--create', 'work');
  return here;
});

/** The branch `work` weakens a promise, and has not committed it yet. */
function weakened(text = LONGER): Repository {
  const here = agreed();
  made.push(here);
  here.write('acme.sla.yaml', text);
  return here;
}

const read = (here: Repository): string => readFileSync(join(here.root, ACCEPTED), 'utf8');

const change = 'acme:first-contact/within';
const why = ['--reason', 'Two people left'];

describe('sla accept', () => {
  it('writes the values of the change, and the gate passes', async () => {
    const here = weakened();
    expect(await here.sla('accept', change, '--by', 'marketing', ...why)).toEqual({
      status: 0,
      out: 'accepted by marketing: first-contact/within\nWrote .sla/accepted.yaml\n',
      err: '',
    });
    expect(
      read(here)
        .replaceAll('"', '')
        .replace(/^#.*\n/gm, ''),
    ).toBe(ENTRY);
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([0, expect.stringContaining('accepted by marketing: Two people left')]);
  });

  it('loses no entry where several runs write at once', async () => {
    const here = weakened(
      AGREEMENT.replaceAll('within: 4 business hours', 'within: 8 business hours').replaceAll(
        'target: ">= 90%"',
        'target: ">= 80%"',
      ),
    );
    const { out } = await here.sla('diff', '--format', 'json');
    const commands = JSON.parse(out).results.flatMap(
      ({ toAccept }: { readonly toAccept: readonly string[] }) => toAccept,
    ) as readonly string[];
    expect(commands.length).toBeGreaterThan(1);
    const runs = commands.map((line) => {
      const [, key = '', team = ''] = /^sla accept (\S+) --by (\S+)/.exec(line) ?? [];
      return here.sla('accept', key, '--by', team, ...why);
    });
    expect((await Promise.all(runs)).map(({ status }) => status)).toEqual(commands.map(() => 0));
    expect(await here.sla('diff')).toMatchObject({ status: 0 });
    expect(readdirSync(join(here.root, '.sla'))).toEqual(['accepted.yaml']);
  });

  it('takes the line that the failing gate prints', async () => {
    const here = weakened();
    const { out } = await here.sla('diff', 'main');
    const line = /^ {2}sla (accept .*)$/m.exec(out)?.[1] ?? '';
    const argv = line.split(' ').map((word) => (word === '"..."' ? 'Two people left' : word));
    expect(await here.sla(...argv)).toMatchObject({ status: 0 });
    expect(await here.sla('diff', 'main')).toMatchObject({ status: 0 });
  });

  it('needs both teams for a removal', async () => {
    const here = weakened(AGREEMENT.replace(/ {2}- id: volume[\s\S]*?(?= {2}- id: complete)/, ''));
    const removal = 'acme:volume/commitment';
    await here.sla('accept', removal, '--by', 'sales', ...why);
    expect(await here.sla('diff')).toMatchObject({
      status: 1,
      out: expect.stringContaining('not accepted by marketing'),
    });
    await here.sla('accept', removal, '--by', 'marketing', ...why);
    expect(await here.sla('diff')).toMatchObject({ status: 0 });
  });

  it('needs all who share an objective', async () => {
    const here = weakened(edited(['target: ">= 50%"', 'target: ">= 40%"']));
    expect((await here.sla('diff')).out).toContain('not accepted by marketing and sales');
    await here.sla('accept', 'acme:answers/target', '--by', 'sales', '--by', 'marketing', ...why);
    expect(await here.sla('diff')).toMatchObject({ status: 0 });
  });

  it('keeps what is in the file, and says the same only once', async () => {
    const here = weakened();
    here.write(ACCEPTED, `# ours\n${ENTRY.replace('8 business', '6 business')}# end\n`);
    await here.sla('accept', change, '--by', 'marketing', ...why);
    const once = read(here);
    expect(once.startsWith(`# ours\n${ENTRY.replace('8 business', '6 business')}# end\n- agreement`)).toBe(
      true,
    );
    expect(await here.sla('accept', change, '--by', 'marketing', ...why)).toMatchObject({
      out: 'It was accepted before\n',
    });
    expect(read(here)).toBe(once);
  });

  it('does not take other words for a new acceptance', async () => {
    const here = weakened();
    await here.sla('accept', change, '--by', 'marketing', ...why);
    here.commit('longer');
    here.git('branch', '--force', 'main');
    here.commit('back', { 'acme.sla.yaml': AGREEMENT });
    here.git('branch', '--force', 'main');
    here.write('acme.sla.yaml', LONGER);
    here.write(ACCEPTED, read(here).replace('Two people left', 'Two people left.'));
    expect(await here.sla('diff')).toMatchObject({ status: 1 });
  });

  it('re-judges no past day without everybody and the sponsor', async () => {
    const here = weakened();
    const june = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 10) / 1000) };
    const sla = (...argv: readonly string[]) => here.slaWith(june, ...argv);
    expect((await sla('diff')).out).toContain('re-judges 2026-01 to 2026-05, closed');
    for (const team of ['marketing', 'sales']) await sla('accept', '--all', '--by', team, ...why);
    expect(await sla('diff')).toMatchObject({
      status: 1,
      out: expect.stringContaining('not accepted by the sponsor'),
    });
    await sla('accept', '--all', '--by', 'sponsor', ...why);
    expect(await sla('diff')).toMatchObject({ status: 0 });
  });

  it('says which team has nothing to accept', async () => {
    const here = weakened();
    const { status, err } = await here.sla('accept', '--all', '--by', 'sales', ...why);
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('Nothing here needs to be accepted by "sales"'),
    ]);
  });

  it('reports an entry that matches no change, and prunes it alone', async () => {
    const here = weakened();
    const stale = ENTRY.replace('8 business', '6 business');
    here.write(ACCEPTED, `# first\n${stale}# second\n${ENTRY}`);
    const { status, out } = await here.sla('diff');
    expect([status, out]).toEqual([0, expect.stringContaining('stale-acceptance  .sla/accepted.yaml:4:9')]);
    expect(await here.sla('accept', '--prune')).toMatchObject({ status: 0 });
    expect(read(here)).toBe(`# first\n# second\n${ENTRY}`);
    expect(await here.sla('accept', '--prune')).toMatchObject({ out: 'Every new entry matches a change\n' });
  });

  it('bothers nobody with what was accepted and merged, and keeps it against a second use', async () => {
    const here = weakened();
    await here.sla('accept', change, '--by', 'marketing', ...why);
    here.commit('longer');
    here.git('switch', '--quiet', 'main');
    here.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
    here.git('switch', '--quiet', '--create', 'next');
    here.write('acme.sla.yaml', LONGER.replace('title: Acme', 'title: Acme and friends'));
    const used = read(here);
    for (const format of ['text', 'markdown', 'json', 'github', 'gitlab']) {
      const { status, out } = await here.sla('diff', '--format', format);
      expect([status, out]).toEqual([0, expect.not.stringMatching(/stale-acceptance|match(es)? no change/)]);
    }
    expect(await here.sla('accept', '--prune')).toMatchObject({ out: 'Every new entry matches a change\n' });
    expect(read(here)).toBe(used);
  });

  it('does not take an entry of an earlier change for the same change again', async () => {
    const here = weakened();
    await here.sla('accept', change, '--by', 'marketing', ...why);
    here.commit('longer');
    here.commit('back', { 'acme.sla.yaml': AGREEMENT });
    here.git('branch', '--force', 'main');
    here.write('acme.sla.yaml', LONGER);
    expect(await here.sla('diff')).toMatchObject({
      status: 1,
      out: expect.stringContaining('not accepted by marketing'),
    });
    await here.sla('accept', change, '--by', 'marketing', ...why);
    expect(await here.sla('diff')).toMatchObject({ status: 0 });
  });
});

describe('an acceptance does not hold', () => {
  it.each([
    ['by the team that the change relieves', ENTRY.replace('by: marketing', 'by: sales')],
    ['for another value', ENTRY.replace('to: 8', 'to: 16')],
    ['from another value', ENTRY.replace('from: 4', 'from: 2')],
    ['for another rule', ENTRY.replace('rule: within', 'rule: target')],
    ['for another promise', ENTRY.replace('commitment: first-contact', 'commitment: follow-up')],
    ['for the agreement as a whole', ENTRY.replace('  commitment: first-contact\n', '')],
    ['for another agreement', ENTRY.replace('agreement: acme', 'agreement: other')],
    ['for another meaning', ENTRY.replace(/after: sha256:../, 'after: sha256:00')],
    ['bound to no meaning', ENTRY.replace(/ {2}(before|after): .*\n/g, '')],
    ['by a team that does not exist', ENTRY.replace('by: marketing', 'by: everybody')],
  ])('%s', async (_, entry) => {
    const here = weakened();
    here.write(ACCEPTED, entry);
    expect(await here.sla('diff')).toMatchObject({
      status: 1,
      out: expect.stringContaining('not accepted by marketing'),
    });
  });

  it.each([
    ['a pattern for a promise', ENTRY.replace('first-contact', '"*"'), '"*" is not an id'],
    [
      'a list of values',
      ENTRY.replace('to: 8 business hours', 'to: [8 business hours, 16 business hours]'),
      '"to" of an acceptance is one value',
    ],
    [
      'a list of teams',
      ENTRY.replace('by: marketing', 'by: [marketing, sales]'),
      '"by" of an acceptance is one text',
    ],
    ['no value', ENTRY.replace('  to: 8 business hours\n', ''), 'does not say "to"'],
    ['no reason', ENTRY.replace('Two people left', '""'), '"reason" of an acceptance is one text'],
    ['a key of its own', `${ENTRY}  also: target\n`, 'An acceptance has no "also"'],
    ['a key twice', `${ENTRY}  to: 16 business hours\n`, 'to'],
    ['a map in place of the list', 'acme: everything\n', 'is not a list'],
    ['a merge key', `- &all { agreement: acme }\n- <<: *all\n  rule: within\n`, ''],
    ['no YAML', '- [', ''],
  ])('from a file with %s: exit 2, and nothing is accepted', async (_, text, sentence) => {
    const here = weakened();
    here.write(ACCEPTED, text);
    const { status, out } = await here.sla('diff');
    expect(status).toBe(2);
    expect(out.replaceAll(/\n\s*/g, ' ')).toContain(sentence);
    expect(out).toContain(`${ACCEPTED}:`);
    expect(await here.sla('accept', change, '--by', 'marketing', ...why)).toMatchObject({
      status: 2,
      out: '',
    });
    expect(read(here)).toBe(text);
  });
});

describe('bad input of sla accept', () => {
  it.each([
    [
      'a change that is none',
      ['acme:first-contact/target', '--by', 'marketing', ...why],
      'There is no change "acme:first-contact/target" to accept',
    ],
    [
      'a team that it does not protect',
      [change, '--by', 'sales', ...why],
      '"sales" can\'t accept this: it takes marketing',
    ],
    ['no team', [change, ...why], 'Who accepts it?'],
    ['no reason', [change, '--by', 'marketing'], 'Why is it accepted?'],
    ['a blank reason', [change, '--by', 'marketing', '--reason', ' '], 'Why is it accepted?'],
    ['no change', ['--by', 'marketing', ...why], 'Which change is accepted?'],
    ['an unknown base', [change, '--base', 'nope', '--by', 'marketing', ...why], 'reference "nope"'],
    [
      'a committed head',
      [change, '--base', 'main', '--head', 'work', '--by', 'marketing', ...why],
      'written into the working tree',
    ],
  ])('%s is exit 2, and nothing is written', async (_, argv, sentence) => {
    const here = weakened();
    const { status, out, err } = await here.sla('accept', ...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err.replaceAll(/\n\s*/g, ' ')).toContain(sentence);
    expect(() => read(here)).toThrow();
  });

  it('a reason with quotes, line ends and YAML in it stays one reason', async () => {
    const here = weakened();
    const reason = 'a "b" \'c\'\n- agreement: acme # d: {e}';
    await here.sla('accept', change, '--by', 'marketing', '--reason', reason);
    const { out } = await here.sla('diff', '--format', 'json');
    expect(JSON.parse(out).results[0].accepted).toEqual([{ by: 'marketing', reason }]);
  });
});
