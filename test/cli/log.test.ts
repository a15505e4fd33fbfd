import { afterEach, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { strictSchema } from '../app/strict-schema.ts';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { folder, type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

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
    expect((await here.sla('log', '--format', 'markdown')).out).toContain('## 2026-03-02 Acme, version 2');
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
    here.git('rm', '--quiet', '.sla/accepted.yaml');
    here.commit('Put away');
    const [merged] = await entries(here);
    expect([merged?.subject, merged?.changes[1]?.accepted]).toEqual([
      'Merge the new terms',
      [{ by: 'marketing', reason: 'Two people left' }],
    ]);
  });

  it('tells why, by whom, for whom, how long it took and what goes back within a year, and sums it up', async () => {
    const terms = (hours: number, version: string, more = '') =>
      edited(
        ['within: 4 business hours', `within: ${hours} business hours`],
        ['version: "1"', `version: "${version}"${more}`],
      );
    const here = repository();
    made.push(here);
    const step = async (date: string, text: string, reason: string | null = null) => {
      here.write('acme.sla.yaml', text);
      const on = ['acme:first-contact/within', '--by', 'marketing', '--reason', reason ?? ''];
      if (reason !== null) expect((await here.sla('accept', ...on)).status).toBe(0);
      here.on(date).commit(`On ${date}`);
    };
    await step('2025-01-10', terms(8, '1'));
    await step('2025-12-01', terms(6, '2', '\nwhy: Two people more\ndecided_by: [sales, sponsor]'));
    await step('2026-01-20', terms(5, '3'));
    // Proposed on a branch, accepted nine days later, merged another four days later.
    here.git('switch', '--quiet', '--create', 'work');
    await step('2026-03-01', terms(8, '4'));
    const accepted = await here.sla('accept', 'acme:first-contact/within', '--base', 'main', ...why);
    expect(accepted.status).toBe(0);
    here.on('2026-03-10').commit('Agreed');
    here.git('switch', '--quiet', 'main');
    here.on('2026-03-14').git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
    await step('2026-06-01', terms(4, '5'));
    // More than a year later it is another course.
    await step('2027-07-01', terms(5, '6'), 'A hard year');

    const { out } = await here.sla('log', '--format', 'json', '--summary');
    const { results, summary, findings } = JSON.parse(out);
    const valid = strictSchema('log');
    expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
    const within = (results as readonly Entry[]).flatMap(({ date, changes }) =>
      changes
        .filter(({ key }) => key === 'acme:first-contact/within')
        .map((change) => ({ date, ...(change as unknown as Record<string, unknown>) })),
    );
    expect(
      within.map((one: Record<string, unknown>) => [
        one.date,
        one.class,
        one.why,
        one.proposed,
        one.agreed,
        one.days,
        (one.reverses as { date: string } | null)?.date ?? null,
      ]),
    ).toEqual([
      ['2027-07-01', 'weakened', 'A hard year', '2027-07-01', '2027-07-01', 0, null],
      ['2026-06-01', 'tightened', null, '2026-06-01', null, null, '2026-03-14'],
      ['2026-03-14', 'weakened', 'Two people left', '2026-03-01', '2026-03-10', 9, '2026-01-20'],
      ['2026-01-20', 'tightened', null, '2026-01-20', null, null, null],
      ['2025-12-01', 'tightened', 'Two people more', '2025-12-01', null, null, null],
    ]);
    expect(findings.map(({ rule, message }: Record<string, string>) => [rule, message])).toEqual([
      [
        'zigzag',
        '"acme" came back on "first contact" (within) within a year, from 2025-12-01 to 2026-06-01: 8 business hours → 6 business hours → 5 business hours → 8 business hours → 4 business hours',
      ],
    ]);
    const row = { id: 'first-contact', rule: 'within' };
    const years = (summary as readonly { year: string; terms: readonly { rule: string }[] }[]).map(
      (year) => ({
        ...year,
        terms: year.terms.filter(({ rule }) => rule === 'within'),
      }),
    );
    expect(years).toMatchObject([
      { year: '2027', versions: ['6'], meanDays: 0, reversals: 0 },
      {
        year: '2026',
        versions: ['3', '4', '5'],
        terms: [{ ...row, changes: 3, from: '6 business hours', to: '4 business hours', reversals: 2 }],
        reversals: 2,
        meanDays: 9,
        decided: [{ by: 'marketing', versions: 0, accepted: 1 }],
      },
      {
        year: '2025',
        versions: ['1', '2'],
        terms: [{ ...row, changes: 1, from: '8 business hours', to: '6 business hours', reversals: 0 }],
        meanDays: null,
        decided: [
          { by: 'sales', versions: 1, accepted: 0 },
          { by: 'sponsor', versions: 1, accepted: 0 },
        ],
      },
    ]);
    const text = (await here.sla('log')).out;
    expect(text).toContain('why: Two people more (decided by sales and the sponsor)');
    expect(text).toContain('proposed on 2026-03-01, accepted 9 days later');
    expect(text).toMatch(/goes back on the change of 2026-03-14 \([0-9a-f]{7}\)/);
    expect(text).toContain('marketing: is promised less by first contact');
    const page = (await here.sla('log', '--summary', '--format', 'markdown')).out;
    expect(page).toContain('| first contact | within | 3 | 6 business hours | 4 business hours | 2 |');
    expect(page).toContain('- days from proposal to acceptance, on average: 9');
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

  it('tells what changes in a file of steps or of days off, and nothing of steps that are done', async () => {
    const here = repository();
    made.push(here);
    const text = agreementText({
      id: 'swiss',
      title: 'Swiss',
      effective: '{ from: 2026-06-01 }',
      teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
      calendars:
        '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] }, holidays: [../days.ics] } }',
      sources: `
  milestones:
    files: steps/*.yaml
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      due_on: { column: due, type: date, format: iso }
      done_on: { column: done, type: date, format: iso }`,
      stages: '{ planned: { at: due_on }, made: { at: done_on } }',
      objectives: `
  - id: campaign
    shared_by: [marketing, sales]
    steps: { source: milestones, by: due_on, done: done_on }`,
      commitments: `
  - id: quick
    owed_by: sales
    owed_to: marketing
    response: { from: planned, to: made, within: 4 business hours, calendar: office }
    target: ">= 90%"`,
    });
    const ics = (day: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const steps = (due: string, done = '') => `- { id: page, due: ${due}, done: ${done} }\n`;
    here.commit('Agreed', {
      'terms/swiss.sla.yaml': text,
      'terms/steps/a.yaml': steps('2026-07-10'),
      'days.ics': ics('20260601'),
    });
    here.commit('Later', { 'terms/steps/a.yaml': steps('2026-08-10') });
    here.commit('Done', { 'terms/steps/a.yaml': steps('2026-08-10', '2026-06-02') });
    here.commit('A day off', { 'days.ics': ics('20260602') });
    expect((await entries(here)).map(short)).toEqual([
      ['A day off', '1', 'open swiss:quick/calendars.office'],
      ['Later', '1', 'weakened swiss:campaign/steps'],
      ['Agreed', '1', 'added swiss:quick/commitment', 'added swiss:campaign/objective'],
    ]);
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
