import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  effective: '{ from: 2026-01-01 }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      owner: owner
      created: { column: created, type: datetime, format: iso }
      answered: { column: answered, type: datetime, format: iso }`,
  stages: '{ made: { at: created }, answered: { at: answered } }',
  commitments: `
  - { id: quick, owed_by: sales, owed_to: marketing, response: { from: made, to: answered, within: 24 hours }, target: ">= 90%" }
  - { id: slow, owed_by: sales, owed_to: marketing, response: { from: made, to: answered, within: 48 hours }, target: ">= 90%" }`,
});

/** As of noon of 10 June: D is answered, E is late under both, F is due at a midnight. */
const LEADS = `id,owner,created,answered
A,Ana,2026-06-10T09:00,
B,Bea,2026-06-09T13:00,
C,,2026-06-10T11:00,
D,Ana,2026-06-10T08:00,2026-06-10T09:00
E,Ana,2026-06-08T10:00,
F,Ana,2026-06-10T00:00,
`;

const here = folderWith({ 'acme.sla.yaml': AGREEMENT, 'leads.csv': LEADS });
afterAll(here.remove);

const listed = async (...options: readonly string[]): Promise<readonly string[]> => {
  const { out } = await here.sla('cases', '--as-of', '2026-06-10T12:00', '--format', 'json', ...options);
  const { results } = JSON.parse(out) as { results: { lead: string; commitment: string }[] };
  return results.map(({ lead, commitment }) => `${lead} ${commitment}`);
};

describe('the list of what is to be done', () => {
  it('lists open cases of all promises by what is due, a midnight with the day that it ends', async () => {
    // Due on the 10th at 13:00, on the 11th at 0:00, 9:00, 11:00, 13:00, and at its end.
    expect(await listed('--due-before', '2026-06-12')).toEqual([
      'B quick',
      'F quick',
      'A quick',
      'C quick',
      'B slow',
      'F slow',
    ]);
    expect(await listed('--due-before', '2026-06-11')).toEqual(['B quick', 'F quick']);
  });

  it('lists what has used most of its time alone', async () => {
    // 23 of 24 hours; every other case has used less than four fifths.
    expect(await listed('--at-risk')).toEqual(['B quick']);
    expect(await listed('--at-risk', '--due-before', '2026-06-10')).toEqual([]);
  });

  it('says by day what is to be done, and by whom', async () => {
    const { out, status } = await here.sla(
      'cases',
      '--as-of',
      '2026-06-10T12:00',
      '--due-before',
      '2026-06-12',
    );
    expect(status).toBe(0);
    expect(out).toContain('To do before 2026-06-12\n');
    expect(out).toContain(
      '\nWednesday 10 June 2026\n! 13:00  B  Bea       quick\n  24:00  F  Ana       quick\n\nThursday 11 June 2026\n',
    );
    expect(out).toContain('  11:00  C  no owner  quick\n');
    expect(out).toContain(
      '6 cases, one at risk (!): most of the time is used\n1 has no owner: the first thing is to give it one\n',
    );
    const none = await here.sla('cases', '--as-of', '2026-06-10T12:00', '--due-before', '2026-06-01');
    expect(none.out).toContain('Nothing is due by then.');
  });

  it('has a list for each person, nobody first, in every format', async () => {
    const typed = ['--as-of', '2026-06-10T12:00', '--by', 'person', '--due-before', '2026-06-12'];
    const files = ['-o', 'today.html', '-o', 'today.md', '-o', 'today.json', '--force'];
    const { out, status } = await here.sla('cases', ...typed, '-f', 'text', ...files);
    expect(status).toBe(0);
    const heads = ['no owner: 1 case', 'Bea: 2 cases, one at risk', 'Ana: 3 cases'];
    // A heading each, what is due under it, and no name a second time.
    expect(out).toContain(
      `\n\n${heads[0]}\n\nThursday 11 June 2026\n  11:00  C  quick\n\n${heads[1]}\n\nWednesday 10 June 2026\n! 13:00  B  quick\n`,
    );
    const read = (file: string) => readFileSync(join(here.cwd, file), 'utf8');
    for (const text of [out, read('today.html'), read('today.md')]) {
      const places = heads.map((head) => text.indexOf(head));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThan(0);
    }
    const { results } = JSON.parse(read('today.json')) as {
      results: { owner: string | null; lead: string }[];
    };
    expect(results.map(({ owner, lead }) => `${owner} ${lead}`)).toEqual([
      'null C',
      'Bea B',
      'Bea B',
      'Ana F',
      'Ana A',
      'Ana F',
    ]);
  });

  it('says of whom nothing tells who owns a lead', async () => {
    const unmapped = AGREEMENT.replace('      owner: owner\n', '');
    const nobody = folderWith({ 'acme.sla.yaml': unmapped, 'leads.csv': LEADS });
    const { status, err } = await nobody.sla('cases', '--by', 'person');
    nobody.remove();
    expect(status).toBe(2);
    expect(err).toContain('--by person: nothing in "office" says who owns a lead');
  });

  it('is French in French, and refuses what it can not do', async () => {
    const { out } = await here.sla(
      'cases',
      '--as-of',
      '2026-06-10T12:00',
      '--due-before',
      '2026-06-12',
      '--lang',
      'fr',
    );
    expect(out).toContain('À faire avant le 12 juin 2026\n');
    expect(out).toContain('sans responsable');
    for (const options of [
      ['--due-before', '2026-02-31'],
      ['--due-before', 'tomorrow'],
      ['--due-before', '2026-06-12', '--state', 'met'],
      ['--at-risk', '--moved', '2026-05'],
    ])
      expect((await here.sla('cases', ...options)).status, options.join(' ')).toBe(2);
  });

  it('names nobody where owners are personal, and misses nobody', async () => {
    const hidden = folderWith({
      'acme.sla.yaml': AGREEMENT.replace('owner: owner', 'owner: { column: owner, personal: true }'),
      'leads.csv': LEADS,
    });
    const { out } = await hidden.sla('cases', '--as-of', '2026-06-10T12:00', '--due-before', '2026-06-12');
    const lists = await hidden.sla('cases', '--by', 'person');
    hidden.remove();
    expect([lists.status, lists.out]).toEqual([2, '']);
    expect(lists.err).toContain('--by person: the field "owner" is personal');
    expect(out).toContain('! 13:00  B  quick\n');
    expect(out).not.toMatch(/Ana|Bea|owner/);
  });
});
