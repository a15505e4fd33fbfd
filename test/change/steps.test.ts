import { afterAll, describe, expect, it } from 'vitest';
import { stepsClass } from '../../src/change/steps.ts';
import { repository } from './repository.ts';

const AGREEMENT = `sla: 1
id: swiss
title: Swiss
version: "1"
effective: { from: 2026-06-01 }
timezone: Europe/Paris
sponsor: Director
teams: { marketing: { title: Marketing }, sales: { title: Sales } }
sources:
  milestones:
    files: records/milestones.yaml
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      of: of
      due_on: { column: due, type: date, format: iso }
      done_on: { column: done, type: date, format: iso }
stages: { planned: { at: due_on } }
objectives:
  - id: campaign
    title: One Swiss campaign
    shared_by: [marketing, sales]
    steps: { source: milestones, where: { of: swiss }, by: due_on, done: done_on }
`;
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
      MILESTONES + row('visits', '2026-09-30'),
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

  it('are told one by one, in both languages, and are signed', async () => {
    here.write('records/milestones.yaml', MILESTONES.replace('2026-07-10', '2026-08-10'));
    for (const lang of ['en', 'fr'])
      expect((await here.sla('diff', 'HEAD', '--lang', lang, '--no-back-test')).out).toContain(
        'page: 2026-07-10 -> 2026-08-10',
      );
    const digest = async () => /[0-9a-f]{4}( [0-9a-f]{4}){7}/.exec((await here.sla('show')).out)?.[0];
    const moved = await digest();
    here.write('records/milestones.yaml', MILESTONES);
    const agreed = await digest();
    expect(moved).not.toBe(agreed);
    here.write('records/milestones.yaml', MILESTONES.replaceAll('done: ', 'done: 2026-06-11'));
    expect(await digest()).toBe(agreed);
  });

  it.each([
    [{ a: '2026-06-01' }, { a: '2026-06-02' }, 'weakened'],
    [{ a: '2026-06-02' }, { a: '2026-06-01' }, 'tightened'],
    [{ a: null }, { a: '2026-06-01' }, 'tightened'],
    [{ a: '2026-06-01', b: '2026-06-02' }, { a: '2026-06-02', b: '2026-06-01' }, 'open'],
    [{ a: '01/06/2026' }, { a: '02/06/2026' }, 'open'],
  ])('%o becoming %o is %s', (before, after, found) => {
    expect(stepsClass(before, after)).toBe(found);
  });
});
