import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const leads = `id,created,called
L-1,2026-06-03T09:00:00,2026-06-03T10:00:00
L-2,2026-06-04T09:00:00,
L-3,2026-07-20T09:00:00,2026-07-20T10:00:00
`;
const sources = `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`;
const parts = {
  ...{ timezone: 'UTC', sources, stages: '{ made: { at: created }, called: { at: called } }' },
  commitments: `
  - id: calls
    owed_by: sales
    owed_to: marketing
    promise: A lead is called
    response: { from: made, to: called, within: 72 hours }
    target: ">= 40%"`,
};
const terms =
  'experiments: { files: tried/*.yaml, lesson_within: 10 calendar days }\nfunnel: [made, called]\n';
const experiment = (id: string, more = '') => `id: ${id}
asks: Does it work?
by: marketing
leads: { id: present }
from: 2026-06-01
to: 2026-06-30
kpis: [{ id: reached, share: { of: { stage: made }, reaches: called }, target: ">= 60%" }]
${more}`;

const here = folderWith({
  'leads.csv': leads,
  'all.sla.yaml': agreementText({ ...parts, id: 'all', more: terms }),
  'tried/a.yaml': experiment('a', 'feedback_from: [sales]\n'),
  'tried/b.yaml': experiment('b', 'outcome: failed\nlesson: It does not\n'),
  'other/leads.csv': leads,
  'other/none.sla.yaml': agreementText({ ...parts, id: 'none' }),
  'other/out.sla.yaml': agreementText({ ...parts, id: 'out', more: terms.replace('tried/', '../../../../') }),
});
afterAll(here.remove);

it('One odd entry among the files hides neither the others nor a verdict', async () => {
  const odd = folderWith({
    'leads.csv': leads,
    'all.sla.yaml': agreementText({ ...parts, id: 'all', more: terms }),
    'tried/a.yaml': experiment('a'),
  });
  execFileSync('git', ['init', '--quiet', odd.cwd]);
  symlinkSync('/etc/hosts', join(odd.cwd, 'tried/link.yaml'));
  symlinkSync('nowhere.yaml', join(odd.cwd, 'tried/dangling.yaml'));
  symlinkSync('round.yaml', join(odd.cwd, 'tried/round.yaml'));
  execFileSync('mkfifo', [join(odd.cwd, 'tried/pipe.yaml')]);
  const { out } = await odd.sla('report', 'all.sla.yaml', '--format', 'json');
  const { results, findings } = JSON.parse(out);
  expect(results.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['met', 'met']);
  const unreadIn = (found: readonly { rule: string; message: string }[]) =>
    found.flatMap(({ rule, message }) => (rule === 'experiment-unread' ? [message] : [])).sort();
  // A command that is about something else tells all of them in a line.
  expect(unreadIn(findings)).toEqual([expect.stringMatching(/; 4 more findings in the experiments$/)]);
  const whole = await odd.sla('validate', 'all.sla.yaml', '--format', 'json');
  expect(unreadIn(JSON.parse(whole.out).findings)).toEqual([
    expect.stringMatching(/^Links go in a circle: ".*round[.]yaml"$/),
    'The experiments "/etc/hosts" lie outside the repository of the agreement',
    'There is no file of an experiment "tried/dangling.yaml"',
    'There is no file of an experiment "tried/pipe.yaml"',
  ]);
  odd.remove();
});

describe('lessons and feedback', () => {
  it('are asked for once their time is over, by check too, and a failure is no finding', async () => {
    const told = async (...argv: string[]) => {
      const { out } = await here.sla(...argv, 'all.sla.yaml', '--format', 'json');
      const { findings } = JSON.parse(out) as { findings: { rule: string; file: string | null }[] };
      return findings.filter(({ file }) => file?.startsWith('tried')).map(({ rule, file }) => [rule, file]);
    };
    const overdue = [
      ['lesson-overdue', 'tried/a.yaml'],
      ['feedback-overdue', 'tried/a.yaml'],
    ];
    const info = [
      ['experiment-without-objective', 'tried/a.yaml'],
      ['experiment-without-objective', 'tried/b.yaml'],
    ];
    // Ten days after the last of June.
    expect(await told('experiments', '--as-of', '2026-07-10')).toEqual(info);
    expect(await told('experiments', '--as-of', '2026-07-11')).toEqual(expect.arrayContaining(overdue));
    expect(await told('check', '--as-of', '2026-07-10')).toEqual([info[0]]);
    expect(await told('check', '--as-of', '2026-07-11')).toEqual(expect.arrayContaining(overdue));
  });

  it('stand in the register, in French too, and a lead of July is of no experiment of June', async () => {
    const { status, out: typeset } = await here.sla('experiments', 'all.sla.yaml', '--lang', 'fr');
    const out = typeset.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(status).toBe(0);
    expect(out).toContain('2 expériences : 1 sans succès, 1 à venir');
    expect(out).toContain('a : l’issue et la leçon, par Marketing, en retard depuis le 10 juillet 2026');
    expect(out).toMatch(/│ +2 leads │/);
    expect(out).not.toMatch(/✗/);
  });
});

it('what was tried stands in the page and in the agenda of the month, until nothing more is owed', async () => {
  const page = await here.sla('report', 'all.sla.yaml', '--as-of', '2026-07-20', '--format', 'html');
  expect(page.out).toContain('What was tried');
  expect(page.out).toContain('b: It does not');
  const pack = async (period: string) => {
    const asked = ['pack', 'all.sla.yaml', '--as-of', '2026-08-20', '--period', period];
    const { out } = await here.sla(...asked, '--format', 'json');
    const text = (await here.sla(...asked)).out;
    expect(text.includes('What do we try next, and what do we leave?')).toBe(true);
    return JSON.parse(out).results[0].experiments.experiments.map(({ id }: { id: string }) => id);
  };
  expect(await pack('2026-06')).toEqual(['a', 'b']);
  // What is overdue comes back.
  expect(await pack('2026-07')).toEqual(['a']);
});

it('an agreement without experiments has no register, and one never names files outside its repository', async () => {
  const none = await here.sla('experiments', 'other/none.sla.yaml');
  expect([none.status, none.err + none.out]).toEqual([
    2,
    expect.stringMatching(/no-experiments[\s\S]*names no experiments/),
  ]);
  const out = await here.sla('validate', 'other/out.sla.yaml');
  expect([out.status, out.out]).toEqual([
    1,
    expect.stringMatching(/experiment-files[\s\S]*lie outside the repository/),
  ]);
});

it('a KPI counts what became of the leads that came in those days, whenever that was, and nothing of those that were there before', async () => {
  const won = folderWith({
    'leads.csv': `id,created,sold,amount
L-1,2026-06-03T09:00:00,2026-07-10T09:00:00,100
L-2,2026-05-04T09:00:00,2026-06-10T09:00:00,1000
L-3,2026-06-20T09:00:00,2026-06-25T09:00:00,10
L-4,2026-06-21T09:00:00,,
L-5,2026-07-20T09:00:00,2026-07-21T09:00:00,10000
`,
    'all.sla.yaml': agreementText({
      ...parts,
      id: 'all',
      sources: sources
        .replace('called: { column: called', 'sold: { column: sold')
        .concat('\n      amount: { column: amount, type: decimal }'),
      stages: '{ made: { at: created }, sold: { at: sold } }',
      commitments: parts.commitments.replace('to: called', 'to: sold'),
      more: terms.replace('called]', 'sold]'),
    }),
    'tried/a.yaml': experiment('a').replace(
      /^kpis: .*$/m,
      `kpis:
  - { id: deals, count: { stage: sold }, target: ">= 3" }
  - { id: revenue, sum: { field: amount, stage: sold }, target: ">= 50 EUR" }
  - { id: large, share: { of: { stage: sold }, with: { amount: ">= 50" } }, target: ">= 40%", min_cases: 1 }`,
    ),
  });
  const { out } = await won.sla('experiments', 'all.sla.yaml', '--format', 'json');
  const [told] = JSON.parse(out).results[0].experiments;
  expect([told.leads, told.won]).toEqual([3, 2]);
  const kpis = told.kpis.map((kpi: { value: number | null; counts: { met: number; breached: number } }) => [
    kpi.value,
    kpi.counts.met,
    kpi.counts.breached,
  ]);
  expect(kpis).toEqual([
    [2, 2, 0],
    [110, 2, 0],
    [null, 1, 1],
  ]);
  // A number of a later stage may still grow.
  const { out: text } = await won.sla('experiments', 'all.sla.yaml');
  expect(text).toMatch(/deals +│ not reached so far +│ +2 │/);
  expect(text).toMatch(/revenue +│ ✓ reached so far +│/);
  won.remove();
});
