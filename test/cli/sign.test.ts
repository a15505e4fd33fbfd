import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { folder, type Repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function holding(text: string): Repository {
  const here = folder();
  made.push(here);
  here.write('acme.sla.yaml', text);
  return here;
}

const read = (here: Repository): string => readFileSync(join(here.root, 'acme.sla.yaml'), 'utf8');
const as = (team: string, name = 'A. Martin') => [
  'sign',
  '--as',
  team,
  '--name',
  name,
  '--date',
  '2026-07-01',
];

async function signedByAll(text: string): Promise<Repository> {
  const here = holding(text);
  for (const team of ['marketing', 'sales', 'sponsor']) await here.sla(...as(team));
  return here;
}

describe('sla sign', () => {
  it('adds a signature at the end and changes nothing else', async () => {
    const here = holding(AGREEMENT);
    const { status, out } = await here.sla(...as('sales'), '--role', 'Head of Sales');
    const digest = /sha256:[0-9a-f]{64}/.exec(out)?.[0];
    expect(status).toBe(0);
    expect(out.split('\n').at(-2)).toBe(`sales signed acme.sla.yaml: ${digest}`);
    expect(read(here)).toBe(
      `${AGREEMENT}\napprovals:\n  - { team: sales, role: "Head of Sales", name: "A. Martin", date: 2026-07-01, digest: "${digest}" }\n`,
    );
  });

  it('is under the terms and how a month is closed, not under the words of why and by whom', async () => {
    const digestOf = async (lines: string): Promise<string | undefined> => {
      const { out } = await holding(AGREEMENT.replace('sponsor:', `${lines}sponsor:`)).sla(...as('sales'));
      return /sha256:[0-9a-f]{64}/.exec(out)?.[0];
    };
    const plain = await digestOf('');
    expect(await digestOf('why: Two people more\ndecided_by: [sales, sponsor]\n')).toBe(plain);
    const closing = await digestOf('closing: { after: 10 calendar days }\n');
    expect([closing === undefined, closing === plain]).toEqual([false, false]);
  });

  it('loses no signature where several sign at once', async () => {
    const here = holding(AGREEMENT);
    const teams = ['marketing', 'sales', 'sponsor'];
    const runs = await Promise.all(teams.map((team) => here.sla(...as(team))));
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    for (const team of teams) expect(read(here)).toContain(`- { team: ${team}, name: "A. Martin"`);
    expect(readdirSync(here.root)).toEqual(['acme.sla.yaml']);
  });

  it.each([
    [
      'a block list',
      'approvals:\n  # before\n  - team: sales\n    role: Head of Sales # who\n  - team: marketing\n    role: Boss\n# after\n',
    ],
    ['a flow list', 'approvals: [{ team: sales, role: Head of Sales }]\n# after\n'],
    ['an empty list', 'approvals: []\n# after\n'],
    ['lines of Windows', 'approvals:\r\n  - team: sales\r\n# after\r\n'],
  ])('writes into %s, and again in place of the first signature', async (_, section) => {
    const text = `${AGREEMENT}${section}`;
    const here = holding(text);
    for (const team of ['sales', 'sponsor', 'sales']) {
      expect(await here.sla(...as(team))).toMatchObject({ status: 0, err: '' });
    }
    expect(read(here)).toContain('# after');
    expect(read(here).match(/team: sales/g)).toHaveLength(1);
    expect(read(here).startsWith(AGREEMENT)).toBe(true);
    const { status, out } = await here.sla('validate', '--require-signatures');
    expect([status, out]).toEqual([1, expect.stringContaining('"marketing" has not signed')]);
    expect(out).not.toContain('signed other terms');
  });

  it('is required of both teams and of the sponsor where that is asked for', async () => {
    const here = holding(AGREEMENT);
    const { status, out } = await here.sla('validate', '--require-signatures');
    expect(status).toBe(1);
    for (const team of ['"marketing"', '"sales"', 'The sponsor'])
      expect(out).toContain(`${team} has not signed`);
    const titled = holding(AGREEMENT.replace('sales: {}', 'sales: { title: Ventes }'));
    expect((await titled.sla('validate', '--require-signatures')).out).toContain('"Ventes" has not signed');
    expect(await here.sla('validate')).toMatchObject({ status: 0 });
    const signed = await signedByAll(AGREEMENT);
    expect(await signed.sla('validate', '--require-signatures')).toMatchObject({ status: 0 });
  });

  it('holds for the meaning: comments, layout, order of keys and spelling of values do not matter', async () => {
    const here = await signedByAll(AGREEMENT);
    const other = read(here)
      .replace('title: Acme\nversion: "1"', '# reviewed\nversion: "1"\ntitle: "Acme"')
      .replace('within: 4 business hours, calendar: office', 'calendar: office, within: 240 business minutes')
      .replace('country: [FR, BE]', 'country: [BE, FR]');
    here.write('acme.sla.yaml', other);
    expect(await here.sla('validate', '--require-signatures')).toMatchObject({ status: 0 });
  });

  it.each<[string, readonly [string, string]]>([
    ['a limit', ['within: 4 business hours', 'within: 5 business hours']],
    ['a target', ['>= 120 per month', '>= 110 per month']],
    ['a calendar', ['fri: [09:00-17:00]', 'fri: [09:00-16:00]']],
    ['a column', ['column: contacted,', 'column: called,']],
    ['a promise in words', ['promise: Contacted within', 'promise: Called within']],
    ['the order of segments or their scope', ['size: ">= 500"', 'size: ">= 400"']],
    ['the days in force', ['from: 2026-01-01', 'from: 2026-02-01']],
  ])('does not hold once %s has changed', async (_, [from, to]) => {
    expect(edited([from, to])).not.toBe(AGREEMENT);
    const here = await signedByAll(AGREEMENT);
    here.write('acme.sla.yaml', read(here).replace(from, to));
    expect(await here.sla('validate', '--require-signatures')).toMatchObject({ status: 1 });
    const { status, out } = await here.sla('validate');
    expect([status, out]).toEqual([0, expect.stringContaining('"sales" signed other terms than these')]);
  });

  it.each([
    ['a team that is none', as('nobody'), 'there is no team "nobody"'],
    ['no name', ['sign', '--as', 'sales'], 'Who signs?'],
    ['a blank name', as('sales', ' '), 'a signature has a name'],
    ['no team', ['sign', '--name', 'A'], 'For which team'],
    ['a date that is none', [...as('sales').slice(0, -1), '2026-02-30'], 'is not a date'],
  ])('with %s is exit 2, and nothing is written', async (_, argv, sentence) => {
    const here = holding(AGREEMENT);
    const { status, out, err } = await here.sla(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(read(here)).toBe(AGREEMENT);
  });

  it('refuses an agreement with an error, and one that can not be told from another', async () => {
    const broken = holding(`${AGREEMENT}colour: red\n`);
    expect(await broken.sla(...as('sales'))).toMatchObject({ status: 2, out: '' });
    const two = holding(AGREEMENT);
    two.write('other.sla.yaml', AGREEMENT.replace('id: acme', 'id: other'));
    expect(await two.sla(...as('sales'))).toMatchObject({
      status: 2,
      err: expect.stringContaining('2 agreements'),
    });
  });

  it('keeps a hostile name one text', async () => {
    const here = holding(AGREEMENT);
    const name = 'x" }\n- { team: marketing, digest: "y';
    expect(await here.sla(...as('sales', name))).toMatchObject({ status: 0 });
    expect(read(here).match(/^ {2}- /gm)?.length).toBe((AGREEMENT.match(/^ {2}- /gm)?.length as number) + 1);
  });
});
