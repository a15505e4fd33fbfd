import { afterEach, expect } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

/** Every class of change, an acceptance, a stale one, a back-test. */
async function rich(): Promise<Repository> {
  const here = repository();
  made.push(here);
  here.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
  here.write(
    'acme.sla.yaml',
    edited(
      ['within: 4 business hours', 'within: 8 business hours'],
      ['>= 120 per month', '>= 130 per month'],
      ['{ phone: present }', '{ country: present }'],
      ['- id: follow-up', '- id: chase\n    formerly: follow-up'],
      ['version: "1"', 'version: "2"'],
    ),
  );
  here.write(
    'leads.csv',
    'id,country,phone,size,qualified,contacted,answered\nL-1,FR,,10,2026-03-02 09:00,2026-03-02 15:00,\n',
  );
  here.write('activities.csv', 'at,kind,lead\n2026-03-02 10:00,call,L-1\n');
  here.write(
    '.sla/accepted.yaml',
    '- { agreement: acme, rule: status, from: active, to: draft, by: sales, reason: No }\n',
  );
  await here.sla('accept', 'acme:first-contact/within', '--by', 'marketing', '--reason', 'Two people left');
  return here;
}

describe('the JSON of changes', () => {
  it('of a diff is as the published schema says, with no name that it does not know', async () => {
    const { out } = await (await rich()).sla('diff', '--format', 'json');
    const valid = strictSchema('diff');
    const document = JSON.parse(out);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    expect(document.summary.classes).toEqual({
      weakened: 1,
      removed: 0,
      // The condition of the share, and that the promises together read one column more.
      open: 2,
      tightened: 1,
      added: 0,
      renamed: 1,
      editorial: 1,
    });
    expect([document.backTest.length, document.stale.length]).toEqual([3, 1]);
  });

  it('without an answer is as the schema says', async () => {
    const { status, out } = await (await rich()).sla('diff', 'nope', '--format', 'json');
    const valid = strictSchema('diff');
    expect([status, valid(JSON.parse(out)), valid.errors]).toEqual([2, true, null]);
  });

  it('of a history is as the published schema says', async () => {
    const here = await rich();
    here.commit('all of it');
    const { out } = await here.sla('log', '--format', 'json');
    const valid = strictSchema('log');
    expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
  });

  it('of the two is printed by sla schema', async () => {
    const here = await rich();
    for (const name of ['diff', 'log']) {
      expect(JSON.parse((await here.sla('schema', name)).out).$schema).toContain('draft-07');
    }
  });
});

describe('text of an agreement in a diff', () => {
  it('does not act: not in a comment, not in a log, not on a terminal', async () => {
    const here = repository();
    made.push(here);
    here.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
    const hostile = 'x | <img src=x> @team `a` \\u001b[2J\\n::error::y <!-- sla diff -->';
    here.write(
      'acme.sla.yaml',
      edited(
        ['promise: Contacted within 4 business hours', `promise: "${hostile}"`],
        ['{ phone: present }', `{ phone: "a|b\`<b>" }`],
      ),
    );
    const { out: comment } = await here.sla('diff', '--format', 'markdown');
    expect(comment.match(/<!--/g)).toHaveLength(1);
    expect(comment).not.toMatch(/<img|<b>|@team/);
    const { out: annotations } = await here.sla('diff', '--format', 'github');
    expect(annotations.split('\n').filter((line) => line.startsWith('::error::'))).toEqual([]);
    const { out } = await here.sla('diff');
    expect(out).not.toContain('\u001b[2J');
    expect(out).not.toMatch(/^\s*::error/m);
  });
});
