import { afterAll, expect } from 'vitest';
import { kindNames } from '../../src/kinds/index.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

/** A promise of each kind about leads, about tickets, which have a key of their own, and about records kept by hand. */
const PROMISES: Readonly<Record<string, readonly [measure: string, target: string]>> = {
  'count-leads': ['count: { stage: qualified }', '>= 2 per month'],
  'sum-leads': ['sum: { field: amount, stage: won }', '>= 300 per month'],
  'share-leads': ['share: { of: { stage: qualified }, reaches: won }', '>= 50%'],
  'response-leads': ['response: { from: qualified, to: contacted, within: 4 hours }', '>= 50%'],
  'attempts-leads': ['attempts: { from: qualified, at_least: 2, within: 48 hours, source: calls }', '>= 50%'],
  'count-tickets': ['count: { stage: opened }', '>= 2 per month'],
  'sum-tickets': ['sum: { field: hours, stage: solved }', '>= 2 per month'],
  'share-tickets': ['share: { of: { stage: opened }, reaches: solved }', '>= 50%'],
  'response-tickets': ['response: { from: opened, to: answered, within: 4 hours }', '>= 50%'],
  'attempts-tickets': [
    'attempts: { from: opened, at_least: 2, within: 48 hours, source: replies }',
    '>= 50%',
  ],
  'steps-tickets': ['steps: { source: tickets, by: due_on, done: solved_on }', ''],
  'occurrence-records': [
    'occurrence: { records: meetings.csv, at: date, with: { minutes: present } }',
    '>= 2 per month',
  ],
};

/** `weaker`: every target is lower, and steps are those of one topic alone. */
function agreement(weaker: boolean): string {
  const promises = Object.entries(PROMISES).map(([id, [measure, target]]) => {
    const lower = weaker ? target.replace(/(\d+)/, (n) => String(Number(n) - 1)) : target;
    const own = weaker ? measure.replace('by: due_on', 'where: { topic: install }, by: due_on') : measure;
    return `
  - id: ${id}
    owed_by: sales
    owed_to: marketing
    ${own}
    min_cases: 1${target === '' ? '' : `\n    target: "${lower}"`}`;
  });
  return agreementText({
    id: 'kinds',
    title: 'One of each',
    effective: '{ from: 2026-03-01 }',
    timezone: 'UTC',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }
      won_on: { column: won, type: date, format: iso }
      amount: { column: amount, type: integer }
  calls: { files: calls.csv, timezone: UTC, lead: lead, fields: { at: { column: at, type: datetime, format: iso } } }
  tickets:
    files: tickets.csv
    timezone: UTC
    key: number
    fields:
      number: number
      topic: topic
      hours: { column: hours, type: integer }
      opened_at: { column: opened, type: datetime, format: iso }
      answered_at: { column: answered, type: datetime, format: iso }
      due_on: { column: due, type: date, format: iso }
      solved_on: { column: solved, type: date, format: iso }
  replies: { files: replies.csv, timezone: UTC, belongs_to: { tickets: ticket }, fields: { at: { column: at, type: datetime, format: iso } } }`,
    stages: `
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  won: { at: won_on }
  opened: { at: opened_at }
  answered: { at: answered_at }
  solved: { at: solved_on }`,
    commitments: promises.join(''),
  });
}

const at = (day: number, time: string): string => `2026-03-0${day} ${time}`;
const here = folderWith({
  'a.sla.yaml': agreement(false),
  'other/a.sla.yaml': agreement(true),
  'leads.csv': `id,qualified,contacted,won,amount
A,${at(2, '09:00')},${at(2, '10:00')},2026-03-20,100
B,${at(3, '09:00')},${at(3, '15:00')},,0
C,${at(4, '09:00')},,2026-03-25,300
`,
  'calls.csv': `lead,at\nA,${at(2, '10:00')}\nA,${at(3, '10:00')}\nB,${at(3, '11:00')}\n`,
  'tickets.csv': `number,topic,hours,opened,answered,due,solved
T1,install,3,${at(2, '09:00')},${at(2, '10:00')},2026-03-06,2026-03-05
T2,bill,5,${at(3, '09:00')},${at(3, '18:00')},2026-03-10,
`,
  'replies.csv': `ticket,at\nT1,${at(2, '10:00')}\nT1,${at(3, '08:00')}\n`,
  'meetings.csv': 'date,minutes\n2026-03-10,a.md\n2026-03-12,\n2026-03-24,b.md\n',
});
afterAll(here.remove);

const NOW = ['--as-of', '2026-03-31T23:00Z', '--from', '2026-03', '--to', '2026-03'];
const LANGUAGES = ['en', 'fr'] as const;
const run = async (...argv: readonly string[]) => {
  const { status, out, err } = await here.sla(...argv);
  expect(err, argv.join(' ')).toBe('');
  expect([0, 1]).toContain(status);
  return out.replace(/[\u00a0\u202f]/g, ' ');
};

/** By hand: what is reached, or how many are met of those that are decided; the verdict. */
const REPORT: Readonly<
  Record<string, readonly [reached: number | readonly [number, number], verdict: string]>
> = {
  'count-leads': [3, 'met'],
  // 100 and 300.
  'sum-leads': [400, 'met'],
  'share-leads': [[2, 3], 'met'],
  // One hour, six hours, never.
  'response-leads': [[1, 3], 'missed'],
  'attempts-leads': [[1, 3], 'missed'],
  'count-tickets': [2, 'met'],
  'sum-tickets': [3, 'met'],
  'share-tickets': [[1, 2], 'met'],
  'response-tickets': [[1, 2], 'met'],
  'attempts-tickets': [[1, 2], 'met'],
  'steps-tickets': [[1, 2], 'missed'],
  'occurrence-records': [2, 'met'],
};

describe('one promise of each kind', () => {
  it('is there, of leads and of other rows', () => {
    const kinds = new Set(Object.values(PROMISES).map(([measure]) => measure.split(':')[0]));
    expect([...kinds].sort()).toEqual([...kindNames].sort());
  });

  it('is judged', async () => {
    const { results } = JSON.parse(await run('report', 'a.sla.yaml', '--format', 'json', ...NOW));
    const told = results.map(
      (one: {
        id: string;
        value: number | null;
        verdict: string;
        counts: { met: number; breached: number };
      }) => [one.id, [one.value ?? [one.counts.met, one.counts.met + one.counts.breached], one.verdict]],
    );
    expect(Object.fromEntries(told)).toEqual(REPORT);
  });

  it.each(LANGUAGES)('is shown by its name in a report and in words in the agreement: %s', async (lang) => {
    const report = await run('report', 'a.sla.yaml', '--lang', lang, ...NOW);
    const page = await run('show', 'a.sla.yaml', '--lang', lang);
    for (const id of Object.keys(PROMISES)) {
      expect(report).toContain(id.replaceAll('-', ' '));
    }
    // Below one case there is no percentage anyway.
    const below = { en: /Below 1 (?:lead|case), no percentage/g, fr: /En dessous de 1 (?:lead|cas), pas/g }[
      lang
    ];
    expect(page).not.toMatch(below);
    const sentence = { en: /^ +Met if /gm, fr: /^ +Tenue? si /gm }[lang];
    expect(page.match(sentence)).toHaveLength(Object.keys(PROMISES).length);
    expect(report).toContain({ en: '✗ missed', fr: '✗ manqué' }[lang]);
  });

  it.each([
    ['A', 'leads', ['met', 'met', 'met', 'met', 'met']],
    ['B', 'leads', ['met', null, 'breached', 'breached', 'breached']],
    ['T1', 'tickets', ['met', 'met', 'met', 'met', 'met', 'met']],
    ['T2', 'tickets', ['met', null, 'breached', 'breached', 'breached', 'breached']],
  ] as const)('is explained of %s, one of the %s', async (key, rows, states) => {
    const json = JSON.parse(
      await run('explain', key, 'a.sla.yaml', '--format', 'json', '--as-of', '2026-03-31T23:00Z'),
    );
    const told: readonly { readonly id: string; readonly state: string | null }[] = json.results[0].promises;
    expect(told.flatMap(({ id, state }) => (id.endsWith(rows) ? [state] : []))).toEqual(states);
    for (const [lang, word] of [
      ['en', 'met'],
      ['fr', 'tenu'],
    ] as const) {
      const text = await run('explain', key, 'a.sla.yaml', '--lang', lang, '--as-of', '2026-03-31T23:00Z');
      for (const id of Object.keys(PROMISES).filter((each) => each.endsWith(rows)))
        expect(text).toContain(id.replaceAll('-', ' '));
      expect(text).toMatch(new RegExp(`\\b${word}\\b`));
    }
  });

  it('is compared', async () => {
    const args = ['diff', 'a.sla.yaml', 'other/a.sla.yaml', '--no-back-test'];
    const { results } = JSON.parse(await run(...args, '--format', 'json'));
    const told = results
      .filter(({ id }: { id: string | null }) => id !== null)
      .map((one: { id: string; rule: string; class: string }) => [one.id, `${one.rule}: ${one.class}`]);
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(
        Object.keys(PROMISES).map((id) => [
          id,
          id === 'steps-tickets' ? 'steps.where: open' : 'target: weakened',
        ]),
      ),
    );
    const [en, fr] = [await run(...args, '--lang', 'en'), await run(...args, '--lang', 'fr')];
    for (const text of [en, fr])
      for (const id of Object.keys(PROMISES)) expect(text).toContain(id.replaceAll('-', ' '));
    expect(en).toContain('weakened');
    expect(fr).toContain('assoupli');
  });
});
