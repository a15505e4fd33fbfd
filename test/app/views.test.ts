import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const VIEWS = `views:
  management: { for: [sponsor], leads: none }
  groups: { leads: none, by: [team] }
  sales-team: { for: [sales], by: [owner, team], personal: [owner] }
`;

const agreement = (more: string): string =>
  agreementText({
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    max_rejected: 50%
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
      team: team
      owner: { column: owner, personal: true }`,
    stages: '{ made: { at: created }, called: { at: called } }',
    commitments: `
  - { id: call, owed_by: sales, owed_to: marketing, promise: Called in a day, response: { from: made, to: called, within: 24 hours }, target: ">= 90%" }`,
    more,
  });

/** Teams of 12, 4 and 3 leads, one lead of each called late, one with a cell that is no date. */
const rows = [
  ...Array.from({ length: 12 }, (_, n) => ['North', n]),
  ...Array.from({ length: 4 }, (_, n) => ['South', n]),
  ...Array.from({ length: 3 }, (_, n) => ['West', n]),
].map(([team, n]) => {
  const day = Number(n) === 0 ? 4 : 2;
  return `Lead-${team}-${n},2026-03-02 09:00,2026-03-0${day} 10:00,${team},Person-${team}`;
});
const CSV = [
  'id,created,called,team,owner',
  ...rows,
  'Lead-Bad,2026-03-02 09:00,not a day,North,Person-Bad',
  '',
];

const folder = folderWith({ 'leads.csv': CSV.join('\n'), 'a.sla.yaml': agreement(VIEWS) });
afterAll(() => folder.remove());

const report = (...more: readonly string[]) =>
  folder.sla('report', 'a.sla.yaml', '--as-of', '2026-04-10', ...more);
/** All that one run writes, in every format that is text. */
const written = async (...more: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const files = ['page.html', 'table.md', 'results.json', 'results.csv', 'junit.xml'];
  const asked = files.flatMap((file) => ['-o', file]);
  const { status, out, err } = await report(...asked, '-f', 'text', '--force', ...more);
  expect([status, err]).toEqual([0, expect.stringContaining('Wrote')]);
  const read = files.map((file) => [file, readFileSync(join(folder.cwd, file), 'utf8')] as const);
  return { ...Object.fromEntries(read), text: out, log: err };
};

describe('a view', () => {
  it('without lists has no lead and no person in any byte of the page, and the same numbers', async () => {
    const [open, closed] = [await written(), await written('--view', 'management')];
    // The page of everybody lists the late leads, so that their absence means something.
    expect(open['page.html']).toContain('Lead-North-0');
    const told = Object.entries(closed).filter(([, text]) => /Lead-|Person-|not a day/.test(text));
    expect(told).toEqual([]);
    expect(closed['page.html']).toContain('3 of 19 late');
    const numbers = (all: typeof open) => JSON.parse(all['results.json'] ?? '').results[0].counts;
    expect(numbers(closed)).toEqual(numbers(open));
    expect(numbers(closed)).toMatchObject({ met: 16, breached: 3 });
  });

  it('without lists shows no line of the agreement that names a lead, and no row that keeps it from being judged', async () => {
    const waivers = `waivers:
  - commitment: call
    reason: Fire
    leads: [Lead-North-0]
    approved_by: [sales]
`;
    const open = folderWith({ 'leads.csv': CSV.join('\n'), 'a.sla.yaml': agreement(VIEWS + waivers) });
    const twice = folderWith({
      'leads.csv': `${CSV.join('\n')}Lead-North-1,2026-03-02 09:00,2026-03-05 10:00,North,Person-North\n`,
      'a.sla.yaml': agreement(VIEWS),
    });
    for (const [folder, rule] of [
      [open, 'one-sided-waiver'],
      [twice, 'differing-rows'],
    ] as const) {
      const everybody = await folder.sla('check', '--as-of', '2026-04-10');
      expect(everybody.out + everybody.err).toContain('Lead-North-');
      const view = await folder.sla('check', '--as-of', '2026-04-10', '--view', 'management');
      expect(view.out + view.err).not.toMatch(/Lead-|Person-/);
      expect([view.status, view.out + view.err]).toEqual([everybody.status, expect.stringContaining(rule)]);
      folder.remove();
    }
  });

  it('without lists has no list of cases that moved in a closed month', async () => {
    const closed = folderWith({ 'leads.csv': CSV.join('\n'), 'a.sla.yaml': agreement(VIEWS) });
    await closed.sla('close', '2026-03', '--provisional', '--cases', 'ids', '--as-of', '2026-04-10');
    writeFileSync(
      join(closed.cwd, 'leads.csv'),
      CSV.filter((row) => !row.startsWith('Lead-North-0')).join('\n'),
    );
    const moved = (...more: readonly string[]) =>
      closed.sla('cases', '--moved', '2026-03', '--as-of', '2026-04-10', ...more);
    expect((await moved('--view', 'sales-team')).out).toContain('Lead-North-0');
    const { status, out, err } = await moved('--view', 'management');
    expect(out + err).not.toContain('Lead-North-0');
    expect([status, err]).toEqual([2, expect.stringContaining('The view "management" lists no leads')]);
    closed.remove();
  });

  it('without lists has no agenda of leads, no list and no receipt', async () => {
    const pack = await folder.sla('pack', 'a.sla.yaml', '--as-of', '2026-04-10', '--view', 'management');
    expect([pack.status, pack.out]).toEqual([0, expect.not.stringMatching(/Lead-|Person-/)]);
    const cases = await folder.sla('cases', 'a.sla.yaml', '--view', 'management');
    expect([cases.status, cases.out]).toEqual([2, '']);
    expect(cases.err).toContain('The view "management" lists no leads');
    const receipt = await folder.sla('explain', 'Lead-North-0', 'a.sla.yaml', '--view', 'management');
    expect([receipt.status, receipt.err]).toEqual([
      2,
      expect.stringContaining('The view "management" lists no leads'),
    ]);
  });

  it('shows persons where it allows them and where they are asked for, never without', async () => {
    const list = (...more: readonly string[]) =>
      folder.sla('cases', 'a.sla.yaml', '--state', 'breached', '-f', 'json', ...more);
    const owners = (text: string) =>
      new Set(JSON.parse(text).results.map(({ owner }: { owner: string | null }) => owner));
    expect(owners((await list('--view', 'sales-team')).out)).toEqual(new Set([null]));
    expect(owners((await list('--view', 'sales-team', '--personal')).out)).toEqual(
      new Set(['Person-North', 'Person-South', 'Person-West']),
    );
    const other = agreement('views:\n  leads-only: { for: [sales] }\n');
    writeFileSync(join(folder.cwd, 'b.sla.yaml'), other);
    const asked = await folder.sla('cases', 'b.sla.yaml', '-f', 'json', '--view', 'leads-only', '--personal');
    expect(owners(asked.out)).toEqual(new Set([null]));
  });

  it('folds groups of too few cases into one, with the next that is needed to hide them', async () => {
    const groups = async (...more: readonly string[]) =>
      JSON.parse((await report('-f', 'json', '--by', 'team', ...more)).out)
        .results.filter(({ by }: { by: unknown }) => by !== null)
        .map(({ by, counts }: { by: { team: string }; counts: { met: number; breached: number } }) => [
          by.team,
          counts.met,
          counts.breached,
        ]);
    expect(await groups()).toEqual([
      ['North', 11, 1],
      ['South', 3, 1],
      ['West', 2, 1],
    ]);
    // 4 and 3 are fewer than 10 together too: the 12 go with them.
    expect(await groups('--view', 'groups')).toEqual([['(fewer than 10 cases)', 16, 3]]);
  });

  it('is refused where the agreement has none of that name, and groups that it does not show', async () => {
    const none = await report('--view', 'board');
    expect([none.status, none.out]).toEqual([
      2,
      expect.stringContaining('--view: "office" has no view "board"'),
    ]);
    expect(none.out).toContain('the views are management, groups and sales-team');
    const cut = await report('--view', 'management', '--by', 'team');
    expect([cut.status, cut.out]).toEqual([
      2,
      expect.stringContaining('--by: the view "management" shows no groups by "team"'),
    ]);
    const owner = await report('--view', 'sales-team', '--by', 'owner');
    expect([owner.status, owner.out]).toEqual([
      2,
      expect.stringContaining('--by: the field "owner" is personal'),
    ]);
    const rejects = await report('--view', 'management', '--rejects', 'r.csv');
    expect([rejects.status, rejects.out]).toEqual([2, expect.stringContaining('shows none')]);
  });

  it('names teams and fields that there are', async () => {
    writeFileSync(
      join(folder.cwd, 'c.sla.yaml'),
      agreement('views:\n  odd: { for: [board], by: [owners], personal: [team] }\n'),
    );
    const { status, out } = await folder.sla('validate', 'c.sla.yaml', '-f', 'json');
    expect(status).toBe(1);
    const told = JSON.parse(out).findings.map(
      ({ rule, message }: Record<string, string>) => `${rule}: ${message}`,
    );
    expect(told).toContain('unknown-team: There is no team "board"');
    expect(told).toContain('unknown-field: There is no field "owners"');
  });

  it('is agreed by both: a change of it needs both, and `sla show` says it', async () => {
    writeFileSync(
      join(folder.cwd, 'd.sla.yaml'),
      agreement(VIEWS.replace('leads: none }\n  groups', 'leads: ids }\n  groups')),
    );
    const diff = await folder.sla('diff', 'a.sla.yaml', 'd.sla.yaml', '-f', 'json');
    const changes = JSON.parse(diff.out).results;
    // It judges no day anew: nothing else is told.
    expect(changes).toEqual([
      expect.objectContaining({ rule: 'views', class: 'open', needs: ['marketing', 'sales'] }),
    ]);
    const show = await folder.sla('show', 'a.sla.yaml');
    expect(show.out.replace(/\s+/g, ' ')).toContain(
      'management for the sponsor; no list of leads; no value of a personal field',
    );
  });
});
