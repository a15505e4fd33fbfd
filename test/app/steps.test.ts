import { afterAll, expect } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (steps = '{ source: milestones, where: { of: swiss }, by: due_on, done: done_on }') =>
  agreementText({
    id: 'swiss',
    title: 'Swiss',
    effective: '{ from: 2026-01-01 }',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    sources: `
  milestones:
    files: milestones.yaml
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      of: of
      due_on: { column: due, type: date, format: iso }
      done_on: { column: done, type: date, format: iso }
  leads: { files: leads.csv, timezone: Europe/Paris, key: id, fields: { id: id, at: { column: at, type: date, format: iso } } }`,
    stages: '{ planned: { at: due_on } }',
    objectives: `
  - id: swiss-campaign
    title: One Swiss campaign
    shared_by: [marketing, sales]
    steps: ${steps}`,
  });

interface Milestone {
  readonly id: string;
  readonly of: string;
  readonly due: string | null;
  readonly done: string | null;
}

const MILESTONES: readonly Milestone[] = [
  { id: 'message', of: 'swiss', due: '2026-05-12', done: '2026-05-12' },
  { id: 'list', of: 'swiss', due: '2026-05-20', done: '2026-05-22' },
  { id: 'webinar', of: 'swiss', due: '2026-06-12', done: '2026-07-20' },
  { id: 'page', of: 'swiss', due: '2026-07-10', done: '2026-07-02' },
  { id: 'other', of: 'belgian', due: '2026-06-20', done: null },
];
const yaml = (all: readonly Milestone[]) =>
  all
    .map(({ id, of, due, done }) => `- { id: ${id}, of: ${of}, due: ${due ?? ''}, done: ${done ?? ''} }\n`)
    .join('');

const FILES = { 'a.sla.yaml': agreement(), 'leads.csv': 'id,at\n' };
const here = folderWith({ ...FILES, 'milestones.yaml': yaml(MILESTONES) });
const undated = folderWith({
  ...FILES,
  'milestones.yaml': yaml([...MILESTONES, { id: 'visits', of: 'swiss', due: null, done: null }]),
});
afterAll(() => {
  here.remove();
  undated.remove();
});

interface Told {
  readonly results: readonly {
    readonly period: string;
    readonly verdict: string;
    readonly outlook: string | null;
    readonly final: boolean;
  }[];
  readonly steps: readonly {
    readonly done: number;
    readonly doneLate: number;
    readonly late: number;
    readonly open: number;
    readonly undated: number;
    readonly verdict: string;
    readonly outlook: string | null;
    readonly steps: readonly { readonly key: string; readonly state: string }[];
  }[];
}

async function told(asOf: string, folder = here): Promise<Told> {
  const { out } = await folder.sla('report', '--as-of', asOf, '--format', 'json');
  return JSON.parse(out);
}

/** What a plain loop makes of the file on the evening of a day. */
function byHand(day: string, all: readonly Milestone[]) {
  const counts = { done: 0, doneLate: 0, late: 0, open: 0 };
  for (const { of, due, done } of all) {
    if (of !== 'swiss' || due === null) continue;
    if (done !== null && done <= day) {
      counts.done++;
      if (done > due) counts.doneLate++;
    } else if (day > due) counts.late++;
    else counts.open++;
  }
  const { late, open } = counts;
  return { ...counts, verdict: late + open === 0 ? 'met' : open === 0 ? 'missed' : 'open' };
}

describe('an objective of steps', () => {
  it.each(
    oneIn(3, [
      '2026-05-11',
      '2026-05-12',
      '2026-05-21',
      '2026-06-12',
      '2026-06-13',
      '2026-07-11',
      '2026-07-20',
    ]),
  )('is on the evening of %s what a plain loop says', async (day) => {
    const [one] = (await told(day)).steps;
    const hand = byHand(day, MILESTONES);
    expect(one).toMatchObject({
      ...hand,
      outlook: hand.verdict !== 'open' ? null : hand.late > 0 ? 'at risk' : 'on track',
    });
  });

  it('is missed in no period while a step is ahead, and final in none with a late one', async () => {
    const june = async (day: string) => (await told(day)).results.find(({ period }) => period === '2026-06');
    expect(await june('2026-06-12')).toMatchObject({ verdict: 'open', outlook: 'on track' });
    expect(await june('2026-06-20')).toMatchObject({ verdict: 'open', outlook: 'at risk', final: false });
    // Every other step is done, so that nothing is ahead.
    expect(await june('2026-07-05')).toMatchObject({ verdict: 'missed', outlook: null, final: false });
    expect(await june('2026-07-20')).toMatchObject({ verdict: 'met', final: true });
  });

  it('counts a step without a date as open, never as late, and names it', async () => {
    const [one] = (await told('2026-07-20', undated)).steps;
    expect(one).toMatchObject({
      done: 4,
      late: 0,
      open: 1,
      undated: 1,
      verdict: 'open',
      outlook: 'on track',
    });
    expect(one?.steps.at(-1)).toMatchObject({ key: 'visits', state: 'open', due: null });
    const { out, err } = await undated.sla('report', '--as-of', '2026-07-20');
    expect(out + err).toContain('undated-step');
    expect(out + err).toContain(
      '1 step of "One Swiss campaign" has no date by which it is to be done: "visits"',
    );
  });

  it('tells what is done, late and next, without a percentage, in both languages', async () => {
    const flat = async (...argv: string[]) =>
      (await here.sla(...argv, '--as-of', '2026-06-20')).out.replaceAll(/\s+/g, ' ');
    expect(await flat('report')).toContain(
      'One Swiss campaign: 2 of 4 done, 1 of them late, 1 not done in time, next: page, due Friday 10 July 2026; open, at risk',
    );
    expect(await flat('report', '--lang', 'fr')).toContain(
      'One Swiss campaign : faites : 2 sur 4, dont 1 en retard, 1 à faire et en retard, prochaine : page, pour le vendredi 10 juillet 2026 ; ouvert, menacé',
    );
    for (const format of ['text', 'markdown', 'html']) {
      const said = await flat('report', '--format', format);
      expect(said).toContain('2 of 4 done');
      expect(said.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, '')).not.toMatch(/\d ?%/);
    }
    const shown = async (lang: string) =>
      (await here.sla('show', '--lang', lang)).out.replaceAll(/\s+/g, ' ');
    expect(await shown('en')).toContain('Met if all of the rows of “milestones”');
    expect(await shown('fr')).toContain('Tenu si « done » est rempli');
  });

  it('names no step in a view without leads, and tells its numbers and its days all the same', async () => {
    const board = folderWith({
      ...FILES,
      'a.sla.yaml': `${agreement()}views: { board: { for: [marketing], leads: none }, team: { for: [sales] } }\n`,
      'milestones.yaml': yaml(MILESTONES),
    });
    const shown = async (view: string, format: string) =>
      (await board.sla('report', '--as-of', '2026-06-20', '--view', view, '--format', format)).out;
    for (const format of ['text', 'markdown', 'html', 'json']) {
      expect(await shown('board', format), format).not.toMatch(/webinar/);
      expect(await shown('team', format), format).toMatch(/webinar/);
    }
    const [one] = JSON.parse(await shown('board', 'json')).steps;
    const { done, late, open } = byHand('2026-06-20', MILESTONES);
    expect(one).toMatchObject({ done, late, open });
    expect(one.steps.map(({ key }: { key: unknown }) => key)).toEqual([null, null, null, null]);
    board.remove();
  });

  it('is calibrated to nothing, and shows no percentage of its periods', async () => {
    const { out } = await here.sla('calibrate', '--as-of', '2026-08-20');
    expect(out).toContain('every step is owed: there is no other number to promise');
    expect(out).toContain('2/2');
    expect(out).not.toContain('%');
  });

  it('lists and explains its steps', async () => {
    const { out } = await here.sla('cases', '--as-of', '2026-06-20', '--state', 'breached');
    expect(out).toContain('webinar');
    expect(out).not.toContain('message');
    const explained = await here.sla('explain', 'webinar', '--as-of', '2026-06-20');
    expect(explained.out).toContain('it is to be done by "due": "2026-06-12"');
    expect(explained.out).toContain('it was not done by as-of: "done" is "2026-07-20"');
    const french = await here.sla('explain', 'list', '--as-of', '2026-06-20', '--lang', 'fr');
    expect(french.out.replaceAll(/\s/g, ' ')).toContain('à faire pour « due » : « 2026-05-20 »');
  });

  it('says in validate until when a step is in time', async () => {
    const { out } = await here.sla('validate');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('is in time until the end of that day');
  });

  const errors = async (steps: string, more = '') => {
    const text = agreement(steps) + more;
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  };
  it.each([
    ['{ source: milestone, by: due_on, done: done_on }', 'unknown-source: There is no source "milestone"'],
    [
      '{ source: leads, by: due_on, done: done_on }',
      'other-population: The rows of "leads" are leads, or belong to them',
    ],
    [
      '{ source: milestones, by: of, done: done_on }',
      'not-a-date-field: The field "of" is text, and a date is needed here',
    ],
    [
      '{ source: milestones, by: due_on, done: due_on }',
      'same-date: A step is due and done by the same date: "due_on"',
    ],
    ['{ source: milestones, done: done_on }', 'missing-key: The key "by" is missing'],
  ])('is refused as %s', async (steps, error) => {
    expect(await errors(steps)).toContain(error);
  });

  it('has no target, as all others must', async () => {
    const good = '{ source: milestones, by: due_on, done: done_on }';
    expect(await errors(good, '    target: ">= 80%"\n')).toContain(
      'wrong-target: Steps are met when all are done, whatever is written here',
    );
    const count = agreement().replace(/steps: .*/, 'count: { stage: planned }');
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', count);
    expect(diagnostics.map(({ message }) => message)).toContain('The key "target" is missing');
  });

  it('is told by its steps wherever a period is, late and to come, and never by a share', async () => {
    const may = [
      { id: 'late', of: 'swiss', due: '2026-05-12', done: null },
      { id: 'soon', of: 'swiss', due: '2026-05-20', done: null },
      { id: 'made', of: 'swiss', due: '2026-05-02', done: '2026-05-02' },
    ];
    const folder = folderWith({ ...FILES, 'milestones.yaml': yaml(may) });
    const said = async (day: string, ...more: readonly string[]) =>
      (await folder.sla('check', '--as-of', day, ...more)).out.replace(/\s+/g, ' ');
    const texts: string[] = [];
    for (const more of [[], ['--format', 'html'], ['--lang', 'fr']])
      texts.push(await said('2026-05-15', ...more));
    texts.push(await said('2026-05-31'));
    folder.remove();
    expect(texts[0]).toContain('1 of 3, target all steps. At risk: 1 late, 1 still to be done.');
    expect(texts[1]).toContain('1 late, 1 still to be done.');
    expect(texts[2]).toContain('Menacé : 1 en retard, 1 encore à faire.');
    expect(texts[3]).toContain('1 of 3, target all steps. 2 late.');
    for (const text of texts)
      expect(text.replace(/<style>.*?<\/style>|<[^>]*>/g, '')).not.toMatch(/\d\s?%|allows 0|: \./);
  });

  it('says which of many steps is next, and how many are not listed', async () => {
    const many = Array.from({ length: 250 }, (_, n): Milestone => {
      const due = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
      return { id: `s${n}`, of: 'swiss', due, done: n % 2 === 0 && n < 120 ? due : null };
    });
    const folder = folderWith({ ...FILES, 'milestones.yaml': yaml(many) });
    const { out } = await folder.sla('check', '--as-of', '2026-06-30');
    folder.remove();
    // 30 June is the 181st day; the last step that is due is that of the day before.
    const all = many.filter(({ done }) => done !== null).length;
    const next = many.find(({ due }) => due === '2026-06-30')?.id;
    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain(`${all} of 250 done`);
    expect(said).toContain(`next: ${next}, due Tuesday 30 June 2026;`);
    expect(said).toContain(`and ${250 - 12} more`);
  });
});
