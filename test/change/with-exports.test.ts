import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { oneIn } from '../effort.ts';
import { inTurns } from '../turns.ts';
import { AGREEMENT } from './agreements.ts';
import { folder, type Repository, repository } from './repository.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

type Files = Readonly<Record<string, string>>;

const ics = (...dates: readonly string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${dates
    .map((date) => `BEGIN:VEVENT\r\nUID:${date}\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:x\r\nEND:VEVENT\r\n`)
    .join('')}END:VCALENDAR\r\n`;

const made2026 = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 1, day, hour)).toISOString().slice(0, 16).replace('T', ' ');

/** Two leads on each day of February and March, called after one to six hours, one of five never. */
const ROWS = Array.from({ length: 118 }, (_, n): readonly string[] => {
  const [day, hour] = [1 + Math.floor(n / 2), 9 + (n % 2) * 2];
  const called = n % 5 === 4 ? '' : made2026(day, hour + 1 + (n % 6));
  return [
    `L-${n}`,
    ['FR', 'BE', 'DE'][n % 3] ?? '',
    '01',
    String(20 + n * 7),
    made2026(day, hour),
    called,
    called,
  ];
});
const csv = (rows: readonly (readonly string[])[]): string =>
  ['id,country,phone,size,qualified,contacted,answered', ...rows.map((row) => row.join(','))].join('\n');

/** In force from a day ahead, so that no change re-judges the past. */
const TEXT = `${AGREEMENT.replace('holidays: [FR]', 'holidays: [days.ics]').replace('from: 2026-01-01', 'from: 2026-05-01')}  - id: meetings
    shared_by: [marketing, sales]
    occurrence: { records: meetings.csv, at: date }
    target: ">= 1 per month"
`;

const WORLD: Files = {
  'acme.sla.yaml': TEXT,
  'leads.csv': csv(ROWS),
  'activities.csv': 'lead,at,kind\nL-1,2026-02-01 12:00,call\nL-2,2026-02-03 12:00,email\n',
  'meetings.csv': 'date\n2026-02-10\n2026-03-10\n',
  'days.ics': ics('20260601'),
};

/** The agreement with other words; every word must be there. */
function words(files: Files, ...edits: readonly (readonly [string, string])[]): Files {
  const text = edits.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`The agreement does not say ${from}`);
    return all.replaceAll(from, () => to);
  }, files['acme.sla.yaml'] ?? '');
  return { ...files, 'acme.sla.yaml': text };
}

const BOTH = 'open by marketing, sales';

/** Name, the edit, what must be accepted there and back, and what the back-test must say there. */
const EDITS: readonly (readonly [string, (files: Files) => Files, string, string, RegExp])[] = [
  [
    'one lead of 2099, and a narrower scope',
    (files) => ({
      ...words(files, ['must: { country: [FR, BE] }', 'must: { country: FR }']),
      'leads.csv': csv([...ROWS, ['L-999', 'FR', '01', '20', '2099-01-05 10:00', '', '']]),
    }),
    BOTH,
    BOTH,
    /1 date behind the end of the data is not taken for the present/,
  ],
  [
    'leads of 2099 alone, and a narrower scope',
    (files) => ({
      ...words(files, ['must: { country: [FR, BE] }', 'must: { country: FR }']),
      'leads.csv': csv(ROWS.map((row) => row.map((cell) => cell.replace('2026', '2099')))),
    }),
    BOTH,
    BOTH,
    /"settled":"weakened|"settled":"tightened|after today/,
  ],
  [
    'an export without rows, and a narrower scope',
    (files) => ({
      ...words(files, ['must: { country: [FR, BE] }', 'must: { country: FR }']),
      'leads.csv': csv([]),
    }),
    BOTH,
    BOTH,
    /"settled":"nothing"/,
  ],
  [
    'an emptier export',
    (files) => ({
      ...words(files, ['files: leads.csv', 'files: few.csv']),
      'few.csv': csv(ROWS.slice(0, 20)),
    }),
    BOTH,
    BOTH,
    /The files of "leads" of the old version are not there|Each version reads its own files/,
  ],
  [
    'a column broken on purpose',
    (files) => words(files, ['column: contacted,', 'column: contact,']),
    BOTH,
    BOTH,
    /the new version can not judge the exports: The export has no column/,
  ],
  [
    'a field moved to another file with the same header',
    (files) => ({
      ...words(
        files,
        ['      phone: phone\n', ''],
        [
          '  activities:\n',
          '  more:\n    files: more.csv\n    timezone: Europe/Paris\n    joins: { id: id }\n    fields: { phone: phone }\n  activities:\n',
        ],
      ),
      'more.csv': csv(ROWS.slice(0, 30)),
    }),
    BOTH,
    BOTH,
    /"effect":"(weakened|tightened|both)"/,
  ],
  [
    '100 rows skipped',
    (files) => words(files, ['files: leads.csv\n', 'files: leads.csv\n    csv: { skip: 100 }\n']),
    BOTH,
    BOTH,
    /can not judge the exports/,
  ],
  [
    'any number of rejected rows',
    (files) => words(files, ['    key: id\n', '    key: id\n    max_rejected: 100%\n']),
    BOTH,
    BOTH,
    /not proved harmless|"settled":"none"/,
  ],
  [
    'another file of records',
    (files) => ({
      ...words(files, ['records: meetings.csv', 'records: lunches.csv']),
      'lunches.csv': 'date\n2026-02-11\n',
    }),
    BOTH,
    BOTH,
    /"settled"/,
  ],
  [
    'a calendar that closes in the future',
    (files) => words(files, ['closed: [2026-05-15]', 'closed: [2026-05-15, 2027-01-01..2027-12-31]']),
    BOTH,
    BOTH,
    /"settled":"none"/,
  ],
  [
    'a day more in a calendar file',
    (files) => ({ ...files, 'days.ics': ics('20260601', '20260302') }),
    BOTH,
    BOTH,
    /"settled":"(none|weakened)"/,
  ],
  [
    'personal data that are none any more',
    (files) => words(files, ['      phone: phone\n', '      phone: { column: phone, personal: true }\n']),
    BOTH,
    BOTH,
    /"settled":"none"/,
  ],
  [
    'a longer limit, with the leads to show it',
    (files) => words(files, ['within: 4 business hours', 'within: 8 business hours']),
    'weakened by marketing',
    'tightened',
    /"effect":"weakened"/,
  ],
];

/** Classes, teams that must accept, exit status, and the whole answer. */
async function judged(before: Files, after: Files, ...argv: readonly string[]) {
  const here = folder();
  made.push(here);
  for (const [name, text] of Object.entries(before)) here.write(`old/${name}`, text);
  for (const [name, text] of Object.entries(after)) here.write(`new/${name}`, text);
  const on = { SOURCE_DATE_EPOCH: String(Date.parse('2026-04-02') / 1000) };
  const { status, out } = await here.slaWith(on, 'diff', 'old', 'new', '--format', 'json', ...argv);
  return { status, ...verdictOf(JSON.parse(out)) };
}

interface Told {
  readonly rule: string;
  readonly class: string;
  readonly missing: readonly string[];
}

function verdictOf(answer: { readonly results: readonly Told[] }) {
  const terms = answer.results.filter((change) => change.class !== 'editorial');
  const classes = [...new Set(terms.map((change) => change.class))].sort().join(', ');
  const teams = [...new Set(terms.flatMap(({ missing }) => missing))].sort().join(', ');
  return { verdict: teams === '' ? classes : `${classes} by ${teams}`, told: JSON.stringify(answer) };
}

/** A repository whose `main` has the world, and `work` an edit of it. */
function branched(before: Files, edit: (here: Repository) => void): Repository {
  const here = repository();
  made.push(here);
  here.commit('agreement', before);
  here.git('switch', '--quiet', '--create', 'work');
  edit(here);
  here.commit('work');
  return here;
}

describe('the gate with exports at hand', () => {
  it.each(oneIn(4, EDITS))('judges %s, there and back', async (_, edit, there, back, says) => {
    const after = edit(WORLD);
    const found = await judged(WORLD, after);
    expect([found.verdict, found.status]).toEqual([there, there.includes(' by ') ? 1 : 0]);
    expect(found.told).toMatch(says);
    const turned = await judged(after, WORLD, '--no-back-test');
    expect([turned.verdict, turned.status]).toEqual([back, back.includes(' by ') ? 1 : 0]);
  });

  it('reads a calendar file behind a link, there and back', async () => {
    const here = branched(WORLD, ({ root, git, write }) => {
      git('rm', '--quiet', 'days.ics');
      write('feasts/hidden.ics', ics('20260601', '20260302'));
      symlinkSync('feasts/hidden.ics', join(root, 'days.ics'));
    });
    for (const sides of [['main', 'work'], ['work', 'main'], ['main'], []]) {
      const { status, out } = await here.sla('diff', '--format', 'json', '--no-back-test', ...sides);
      expect([sides, status, verdictOf(JSON.parse(out)).verdict]).toEqual([sides, 1, BOTH]);
    }
    for (const target of ['../elsewhere.ics', 'gone.ics']) {
      const away = branched(WORLD, ({ root, git }) => {
        git('rm', '--quiet', 'days.ics');
        symlinkSync(target, join(root, 'days.ics'));
      });
      const { status } = await away.sla('diff', '--no-back-test', 'main', 'work');
      expect([target, status]).toEqual([target, 2]);
    }
  });

  it('needs everybody and the sponsor for a weak version over closed months, there and back', async () => {
    const strong = words(WORLD, ['from: 2026-05-01', 'from: 2026-01-01']);
    const later = words(strong, ['{ from: 2026-01-01 }', '{ from: 2026-04-01 }']);
    const weak = words(
      strong,
      ['{ from: 2026-01-01 }', '{ from: 2026-01-01, to: 2026-03-31 }'],
      ['within: 4 business hours', 'within: 40 business hours'],
      ['version: "1"', 'version: "0"'],
    );
    const both = { ...later, 'weak.sla.yaml': weak['acme.sla.yaml'] ?? '' };
    const found = await judged(strong, both);
    expect([found.verdict, found.status]).toEqual(['open, weakened by marketing, sales, sponsor', 1]);
    expect(found.told).toContain('re-judges 2026-01 to 2026-03, closed');
    const turned = await judged(both, strong, '--no-back-test');
    expect([turned.verdict, turned.status]).toEqual(['open, tightened by marketing, sales, sponsor', 1]);
  });
});
