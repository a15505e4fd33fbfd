import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

/** Of each month so many leads in time, too late, still open and of another kind. */
const LEADS = [
  ...['A', 'B', 'C'].map((id, n) => `${id},site,2026-03-1${n} 09:00,2026-03-1${n} 10:00`),
  ...['D', 'E'].map((id) => `${id},site,2026-03-16 09:00,2026-03-19 10:00`),
  'F,site,2026-03-20 09:00,',
  'G,fair,2026-03-23 09:00,2026-03-23 09:30',
  'H,site,2026-04-01 09:00,2026-04-01 16:00',
  'I,site,2026-04-02 10:00,',
  'J,fair,2026-04-02 11:00,2026-04-02 11:30',
];

const folder = folderWith({
  'a.sla.yaml': agreementText({
    id: 'lists',
    title: 'Lists',
    status: 'active',
    effective: '{ from: 2026-01-01 }',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    sponsor: 'Managing Director',
    calendars: '{ office: { timezone: UTC, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      kind: kind
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, called: { at: called } }',
    commitments: `
  - id: call
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: called, within: 4 business hours, calendar: office }
    target: ">= 80%"
    min_cases: 1
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: created, where: { kind: site } }
    target: ">= 5 per month"`,
  }),
  'leads.csv': `id,kind,created,called\n${LEADS.join('\n')}\n`,
});
afterAll(folder.remove);

interface Fold {
  readonly said: string;
  readonly cases: number;
}

/** What each line that unfolds says, and how many cases it then shows. */
function foldsOf(page: string): ReadonlyMap<string, Fold> {
  const folds = page.matchAll(
    /<details id="(p\d+-[^"]+)"[^>]*><summary>([\s\S]*?)<\/summary>([\s\S]*?)<\/details>/g,
  );
  return new Map(
    [...folds].map(([, id = '', summary = '', inside = '']) => {
      const text = inside.replace(/<table[\s\S]*<\/table>/, '').replace(/<[^>]*>/g, ' ');
      const listed = text.match(/\b[A-J]\b(?! case)/g) ?? [];
      const rows = inside.match(/<tr><th scope="row">/g) ?? [];
      return [
        id,
        { said: summary.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), cases: rows.length + listed.length },
      ];
    }),
  );
}

it('has behind each number that is a link the list of as many cases as the number says', async () => {
  const { out } = await folder.sla('report', '--as-of', '2026-04-02T12:00:00Z', '-f', 'html');
  const folds = foldsOf(out);
  const links = [...out.matchAll(/href="#(p\d+-[^"]+)"/g)].map(([, to = '']) => to);
  expect(new Set(links)).toEqual(new Set(folds.keys()));
  expect(Object.fromEntries([...folds].map(([id, { cases }]) => [id, cases]))).toEqual({
    'p1-2026-03': 3,
    'p1-2026-04': 2,
    'p2-2026-03': 6,
    'p2-2026-04': 2,
  });
  for (const [id, { said, cases }] of folds) {
    const counts = [...said.matchAll(/(\d+) (?:late or never|cases? (?:open|unknown|counted))/g)];
    expect(
      counts.reduce((sum, [, n]) => sum + Number(n), 0),
      `${id}: ${said}`,
    ).toBe(cases);
  }
});
