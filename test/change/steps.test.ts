import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { dateMeant } from '../../src/app/agreements/step-date.ts';
import { type StepDates, stepsClass } from '../../src/change/steps.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { repository } from './repository.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'swiss',
  title: 'Swiss',
  effective: '{ from: 2026-06-01 }',
  teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
  sources: `
  milestones:
    files: records/milestones.yaml
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      of: of
      due_on: { column: due, type: date, format: iso }
      done_on: { column: done, type: date, format: iso }`,
  stages: '{ planned: { at: due_on } }',
  objectives: `
  - id: campaign
    title: One Swiss campaign
    shared_by: [marketing, sales]
    steps: { source: milestones, where: { of: swiss }, by: due_on, done: done_on }`,
});
const row = (id: string, due: string, rest = 'of: swiss, done: ') =>
  `- { id: ${id}, due: ${due}, ${rest} }\n`;
const MILESTONES =
  row('message', '2026-06-12') + row('page', '2026-07-10') + row('other', '2026-07-01', 'of: x, done: ');

const here = repository();
afterAll(() => here.remove());
here.commit('agreed', { 'a.sla.yaml': AGREEMENT, 'records/milestones.yaml': MILESTONES });

interface Told {
  readonly rule: string;
  readonly class: string;
  readonly id: string | null;
  readonly protects: readonly string[];
  readonly details?: readonly string[];
}

/** What a change of the file alone is called, and by whom it is to be accepted. */
async function changes(
  milestones: string,
): Promise<{ readonly status: number; readonly told: readonly Told[] }> {
  here.write('records/milestones.yaml', milestones);
  const { status, out } = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
  return { status, told: (JSON.parse(out) as { results: readonly Told[] }).results };
}

describe('the dates of steps', () => {
  it('weaken for all who share the objective where one is later, gone or without a date', async () => {
    for (const file of [
      MILESTONES.replace('2026-07-10', '2026-08-10'),
      MILESTONES.replace(row('page', '2026-07-10'), ''),
      MILESTONES.replace('2026-07-10', ''),
      // No step of this objective any more.
      MILESTONES.replace('due: 2026-07-10, of: swiss', 'due: 2026-07-10, of: y'),
    ]) {
      const { status, told } = await changes(file);
      expect(told).toMatchObject([
        { rule: 'steps', class: 'weakened', id: 'campaign', protects: ['marketing', 'sales'] },
      ]);
      expect(status).toBe(1);
    }
  });

  it('tighten where one is earlier or new, which nobody has to accept', async () => {
    for (const file of [
      MILESTONES.replace('2026-07-10', '2026-07-01'),
      MILESTONES + row('visits', '2026-07-09'),
    ]) {
      const { status, told } = await changes(file);
      expect(told).toMatchObject([{ rule: 'steps', class: 'tightened' }]);
      expect(status).toBe(0);
    }
  });

  it('change with nothing that is done, and with no row of another objective', async () => {
    const done = MILESTONES.replace(
      'due: 2026-06-12, of: swiss, done: ',
      'due: 2026-06-12, of: swiss, done: 2026-06-11',
    );
    expect(done).not.toBe(MILESTONES);
    expect((await changes(done)).told).toEqual([]);
    expect((await changes(MILESTONES.replace('2026-07-01', '2027-07-01'))).told).toEqual([]);
  });

  it.each([
    ['en', 'docs/change-control.md'],
    ['fr', 'docs/fr/changements.md'],
  ])('are told as the page on changes says, row by row: %s', async (lang, page) => {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    const agreed = '- { id: page, of: swiss, due: 2026-07-10, done: }\n';
    expect(text).toContain(`\`${agreed.trim()}\``);
    const file = row('message', '2026-06-12') + agreed;
    here.commit(`as in ${page}`, { 'records/milestones.yaml': file });
    const rows = [...text.matchAll(/^\| (`- .*`|no such line|plus de ligne) \| (`?\w+`?) \| (`.*` )?\|$/gm)];
    expect(rows).toHaveLength(7);
    for (const [, says = '', is = '', told = ''] of rows) {
      const line = says.startsWith('`') ? `${says.replaceAll('`', '')}\n` : '';
      here.write(
        'records/milestones.yaml',
        line.includes('visits') ? file + line : file.replace(agreed, line),
      );
      const args = ['diff', 'HEAD', '--lang', lang, '--no-back-test'];
      const { results } = JSON.parse((await here.sla(...args, '--format', 'json')).out) as {
        readonly results: readonly Told[];
      };
      expect(results.map((one) => `\`${one.class}\``)).toEqual(told === '' ? [] : [is]);
      const said = (await here.sla(...args)).out.replace(/\u00a0/g, ' ');
      if (told !== '') expect(said).toContain(told.slice(1, -2));
    }
    here.commit('agreed again', { 'records/milestones.yaml': MILESTONES });
  });

  it('are data in CSV: no change is told of their dates, and an objective that was missed is open', async () => {
    const csv = (due: string) => `id,of,due,done\nmessage,swiss,2026-06-12,2026-06-11\npage,swiss,${due},\n`;
    const inCsv = AGREEMENT.replace('milestones.yaml', 'milestones.csv');
    here.commit('in CSV', { 'a.sla.yaml': inCsv, 'records/milestones.csv': csv('2026-07-10') });
    const verdicts = async () => {
      const args = [
        'report',
        '--as-of',
        '2026-07-20',
        '--format',
        'json',
        '--from',
        '2026-06',
        '--to',
        '2026-09',
      ];
      const { results } = JSON.parse((await here.sla(...args)).out) as {
        readonly results: readonly { readonly verdict: string }[];
      };
      return results.map(({ verdict }) => verdict);
    };
    expect(await verdicts()).toContain('missed');
    here.write('records/milestones.csv', csv('2026-09-10'));
    expect((await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test')).status).toBe(0);
    expect(await verdicts()).not.toContain('missed');
    here.commit('in YAML again', { 'a.sla.yaml': AGREEMENT });
  });

  it('are told one by one, in both languages, and are signed', async () => {
    here.write('records/milestones.yaml', MILESTONES.replace('2026-07-10', '2026-08-10'));
    for (const [lang, told] of [
      ['en', 'page: 2026-07-10 -> 2026-08-10'],
      ['fr', 'page\u00a0: 2026-07-10 -> 2026-08-10'],
    ] as const)
      expect((await here.sla('diff', 'HEAD', '--lang', lang, '--no-back-test')).out).toContain(told);
    const digest = async () => /[0-9a-f]{4}( [0-9a-f]{4}){7}/.exec((await here.sla('show')).out)?.[0];
    const moved = await digest();
    here.write('records/milestones.yaml', MILESTONES);
    const agreed = await digest();
    expect(moved).not.toBe(agreed);
    here.write('records/milestones.yaml', MILESTONES.replaceAll('done: ', 'done: 2026-06-11'));
    expect(await digest()).toBe(agreed);
  });

  it('are open where a step leaves the agreement, can not be read, or puts off when the others are missed', async () => {
    for (const file of [
      MILESTONES.replace('2026-07-10', '2026-05-10'),
      MILESTONES.replace('2026-07-10', '2026-06-31'),
      MILESTONES.replace('2026-07-10', '1026-06-11'),
      MILESTONES + row('page', '2027-07-10'),
      MILESTONES + row('visits', 'soon'),
      // Once it is there, nothing is missed before the end of the century.
      MILESTONES + row('visits', '2099-12-31'),
    ]) {
      const { status, told } = await changes(file);
      expect(told).toMatchObject([{ rule: 'steps', class: 'open', protects: ['marketing', 'sales'] }]);
      expect(status).toBe(1);
    }
  });

  it('are those of a cell however it is written', async () => {
    for (const file of [
      MILESTONES.replace('2026-07-10', '" 2026-07-10\u200b"'),
      MILESTONES.replace('2026-07-10', '"2026\u201007\u201010"'),
      MILESTONES.replace('2026-07-10', '2026-07-10 00:00'),
      MILESTONES.replace('id: page', 'id: "page\u00a0"'),
      MILESTONES + row('page', '2026-07-10'),
      MILESTONES.replaceAll('due:', '"due\u00a0":'),
    ]) {
      expect(file).not.toBe(MILESTONES);
      expect((await changes(file)).told).toEqual([]);
    }
  });

  it('are gone with their file, and come back with it', async () => {
    rmSync(join(here.root, 'records/milestones.yaml'));
    const { out } = await here.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    expect(JSON.parse(out)).toMatchObject({ results: [{ rule: 'steps', class: 'weakened' }] });
  });

  it.each<readonly [what: string, agreement: string, milestones: string]>([
    ['by a pattern', AGREEMENT.replace('milestones.yaml', '*.yaml'), MILESTONES],
    ['with a key of two columns', AGREEMENT.replace('key: id', 'key: [of, id]'), MILESTONES],
    [
      'chosen by a number',
      AGREEMENT.replace('{ of: swiss }', '{ of: 1 }').replace('of: of', 'of: { column: of, type: integer }'),
      MILESTONES.replaceAll('of: swiss', 'of: "01"').replace('of: x', 'of: 2'),
    ],
    [
      'chosen by a boolean',
      AGREEMENT.replace('{ of: swiss }', '{ of: true }').replace(
        'of: of',
        'of: { column: of, type: boolean }',
      ),
      MILESTONES.replaceAll('of: swiss', 'of: "yes"').replace('of: x', 'of: "no"'),
    ],
    ['under a header with a space that is none', AGREEMENT, MILESTONES.replaceAll('due:', '"due\u00a0":')],
  ])('are read %s', async (_, agreement, milestones) => {
    const there = repository();
    there.commit('agreed', { 'a.sla.yaml': agreement, 'records/milestones.yaml': milestones });
    there.write('records/milestones.yaml', milestones.replace('2026-07-10', '2026-08-10'));
    const { status, out } = await there.sla('diff', 'HEAD', '--format', 'json', '--no-back-test');
    there.remove();
    expect(JSON.parse(out)).toMatchObject({ results: [{ rule: 'steps', class: 'weakened' }] });
    expect(status).toBe(1);
  });

  it('are past, and the sponsor is asked, only where a step is that differs', async () => {
    const today = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 20) / 1000) };
    const past = async (milestones: string) => {
      here.write('records/milestones.yaml', milestones);
      const { out } = await here.slaWith(today, 'diff', 'HEAD', '--format', 'json', '--no-back-test');
      return (JSON.parse(out) as { results: readonly Told[] }).results.map(({ rule }) => rule);
    };
    expect(await past(MILESTONES.replace('2026-07-10', '2026-08-10'))).toEqual(['steps']);
    expect(await past(MILESTONES + row('visits', '2026-07-01'))).toEqual(['steps']);
    expect(await past(MILESTONES.replace('2026-06-12', '2026-07-01'))).toEqual(['steps', 'past']);
    expect(await past(MILESTONES.replace('2026-07-10', '2026-06-13'))).toEqual(['steps', 'past']);
  });

  it.each<readonly [StepDates, StepDates, string]>([
    [{ a: '2026-06-01' }, { a: '2026-06-02' }, 'weakened'],
    [{ a: '2026-06-02' }, { a: '2026-06-01' }, 'tightened'],
    [{ a: null }, { a: '2026-06-01' }, 'tightened'],
    [{ a: '2026-06-01', b: '2026-06-02' }, { a: '2026-06-02', b: '2026-06-01' }, 'open'],
    [{ a: '? 01/06/2026' }, { a: '? 02/06/2026' }, 'open'],
    [{ a: '2026-06-02' }, { a: '2026-06-02T17:00:00' }, 'tightened'],
    [{ a: '2026-06-02T17:00:00' }, { a: '2026-06-02' }, 'weakened'],
    [{ a: '2026-06-02T17:00:00Z' }, { a: '2026-06-02T17:30:00Z' }, 'weakened'],
    [{ a: '2026-06-02' }, { a: '2026-06-02T17:00:00Z' }, 'open'],
    [{ a: '2026-06-02', b: null }, { a: '2026-06-02' }, 'weakened'],
    [{ a: '2026-06-02' }, { a: '2026-06-02', b: null }, 'tightened'],
    [{ a: '2026-06-02' }, { a: '2026-06-02', b: '2026-06-03' }, 'open'],
    [{ a: '2026-01-02' }, { a: '2025-12-31' }, 'open'],
    [{ a: null }, { a: '2025-12-31' }, 'open'],
  ])('%o becoming %o is %s in an agreement of 2026', (before, after, found) => {
    expect(stepsClass(before, after, '2026-01-01')).toBe(found);
  });

  const [DAY, TIME] = [
    { type: 'date', format: 'iso' } as const,
    { type: 'datetime', format: 'iso' } as const,
  ];
  it.each([
    ['2026-06-02', DAY, '2026-06-02'],
    ['2026-06-02 00:00:00', DAY, '2026-06-02'],
    ['2026-06-02 09:00', DAY, '? 2026-06-02 09:00'],
    ['2026-02-29', DAY, '? 2026-02-29'],
    ['2100-01-01', DAY, '? 2100-01-01'],
    ['02/06/2026', { type: 'date', format: 'dd/MM/yyyy' } as const, '? 02/06/2026'],
    ['2026-06-02T09:00', TIME, '2026-06-02T09:00:00'],
    ['2026-06-02 9:00:30,50', TIME, '2026-06-02T09:00:30.5'],
    ['2026-06-02T09:30+01:00', TIME, '2026-06-02T08:30:00Z'],
    ['2026-06-02T23:30 GMT-1', TIME, '2026-06-03T00:30:00Z'],
    ['2026-06-02T24:30', TIME, '? 2026-06-02T24:30'],
    ['', DAY, ''],
  ])('of a cell "%s" of %o are "%s"', (cell, field, meant) => {
    expect(dateMeant(cell, field)).toBe(meant);
  });
});
