import { expect } from 'vitest';
import { termsSentence } from '../../src/app/wording/terms.ts';
import { comparePromises } from '../../src/change/promise.ts';
import { readAgreement } from '../../src/language/read.ts';
import { reset, speak } from '../../src/messages/index.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (
  touched = '{ source: activities, where: { kind: webinar }, before: won }',
  { stages = 'won: { at: won }', profile = '{ must: { id: present } }' } = {},
) =>
  agreementText({
    id: 'touched',
    title: 'Sourced and influenced',
    timezone: 'Europe/Paris',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      source: source
      amount: { column: amount, type: decimal }
      created: { column: created, type: date, format: iso }
      won: { column: won, type: date, format: iso }
  activities:
    files: activities.csv
    timezone: Europe/Paris
    lead: lead
    fields: { at: { column: at, type: datetime, format: iso }, kind: kind }`,
    stages: `{ created: { at: created }, ${stages} }`,
    profile,
    objectives: `
  - id: sourced
    shared_by: [marketing, sales]
    share: { of: { stage: won }, with: { source: Web }, weigh: { field: amount, unit: EUR } }
    target: ">= 40%"
  - id: influenced
    shared_by: [marketing, sales]
    share: { of: { stage: won }, with: { touched: ${touched} }, weigh: { field: amount, unit: EUR } }
    target: ">= 40%"
  - id: tried
    shared_by: [marketing, sales]
    count: { stage: created, where: { touched: { source: activities }, source: Web } }
    target: ">= 1 per month"`,
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
  });

// A before; B on the very day; C the day after; D no webinar; E a webinar without a date; F after as-of.
const exports = {
  leads: `id,source,amount,created,won
A,Web,100,2026-03-01,2026-03-05
B,Fair,200,2026-03-01,2026-03-05
C,Web,400,2026-03-01,2026-03-05
D,Fair,800,2026-03-01,2026-03-05
E,Fair,1600,2026-03-01,2026-03-05
F,Web,50,2026-03-02,
`,
  activities: `lead,at,kind
A,2026-03-04 23:59,webinar
B,2026-03-05 23:59,webinar
C,2026-03-06 00:00,webinar
D,2026-03-01 10:00,call
E,,webinar
F,2026-03-08 10:00,webinar
Z,2026-03-01 10:00,webinar
`,
};
const asOf = { asOf: '2026-03-07T12:00:00Z' };

const shown = async (text: string, more = {}) => {
  const report = await reportOf(text, exports, { ...asOf, ...more });
  return Object.fromEntries(
    report.results.map(({ id, counts, value, weight }) => [
      id,
      { met: counts.met, value, sum: weight?.byState.met },
    ]),
  );
};

describe('what marketing touched', () => {
  it('what was influenced stands beside what was sourced, and the report says what is in both', async () => {
    expect(await shown(agreement())).toMatchObject({
      sourced: { met: 2, sum: 500 },
      influenced: { met: 2, sum: 300 },
    });
    const { notes } = await reportOf(agreement(), exports, asOf);
    expect(notes).toContain(
      'sourced and influenced: 1 lead counts in both, so their numbers are not to be added',
    );
  });

  it('of the first two hundred pairs of promises it is told, and how many were not compared', async () => {
    const more = Array.from(
      { length: 20 },
      (_, i) =>
        `\n  - { id: more-${i}, shared_by: [marketing, sales], count: { stage: created, where: { touched: { source: activities } } }, target: ">= 1 per month" }`,
    );
    const { notes } = await reportOf(`${agreement().trimEnd()}${more.join('')}\n`, exports, asOf);
    expect(
      notes.filter((note) => note.includes(' counts in both') || note.includes(' count in both')).length,
    ).toBeLessThanOrEqual(200);
    // Of 22 promises of the leads that came in, and of two of the deals that were won.
    expect(notes).toContain(
      `${(22 * 21) / 2 + 1 - 200} more pairs of promises may count the same leads: they were not compared`,
    );
  });

  it('without a stage it may have come at any time until as-of, and without a condition any row counts', async () => {
    expect(await shown(agreement('{ source: activities, where: { kind: webinar } }'))).toMatchObject({
      influenced: { met: 3, sum: 700 },
      // A and C: the webinar of F has not come.
      tried: { value: 2 },
    });
    expect(await shown(agreement(), { asOf: '2026-03-08T12:00:00Z' })).toMatchObject({ tried: { value: 3 } });
  });

  it('activities that conditions ask for tell the present', async () => {
    const { asOf: present } = await reportOf(agreement(), exports);
    expect(present).toBe(Date.parse('2026-03-08T09:00:00Z') * 1000);
  });

  it('a profile may ask for activities, and then no stage may rest on it', async () => {
    const must = { profile: '{ must: { touched: { source: activities, where: { kind: webinar } } } }' };
    const text = agreement().replace('with: { source: Web }', 'with: profile');
    expect(await shown(text.replace('{ must: { id: present } }', must.profile))).toMatchObject({
      sourced: { met: 3, sum: 700 },
    });
    expect(
      await refusalOf(agreement(undefined, { ...must, stages: 'won: { at: won, when: profile }' })),
    ).toMatchObject([{ rule: 'wrong-condition', message: expect.stringContaining('a stage can') }]);
  });

  it.each([
    ['{ source: activity }', 'unknown-source', 'activities'],
    ['{ source: activities, before: wonn }', 'unknown-stage', 'did you mean "won"'],
    [
      '{ source: activities, where: { amount: 1 } }',
      'unknown-field',
      'the fields of the source "activities"',
    ],
    [
      '{ source: activities, where: { kind: present, touched: { source: activities } } }',
      'wrong-condition',
      'with',
    ],
    ['yes', 'wrong-condition', 'write touched: { source'],
    ['{ source: activities, after: won }', 'unknown-key', 'after'],
    ['{ source: activities, matches: won }', 'wrong-condition', 'matches'],
  ])('refuses touched: %s', async (touched, rule, help) => {
    const found = await refusalOf(agreement(touched));
    expect(found.map((each) => each.rule)).toContain(rule);
    expect(found.map((each) => `${each.message} ${each.help}`).join(' ')).toContain(help);
  });

  it('activities without a date are refused', async () => {
    const undated = agreement().replace('at: { column: at, type', 'began: { column: at, type');
    const found = await refusalOf(undated);
    expect(new Set(found.map(({ message }) => message))).toEqual(
      new Set(['The rows of "activities" have no date: it has no field "at" that is one']),
    );
  });

  it('a stage can not ask for activities', async () => {
    const text = agreement(undefined, {
      stages: 'won: { at: won, when: { touched: { source: activities } } }',
    });
    expect(await refusalOf(text)).toMatchObject([
      { rule: 'wrong-condition', message: expect.stringContaining('in promises, segments') },
    ]);
  });

  const read = (text: string) => readAgreement('/a.sla.yaml', 'a.sla.yaml', text);

  const refusalOf = async (text: string) =>
    (await read(text)).diagnostics.filter(({ severity }) => severity === 'error');

  const influenced = async (touched?: string) => {
    const { agreement: found } = await read(agreement(touched));
    const promise = found?.objectives.find(({ id }) => id === 'influenced');
    if (!found || !promise) throw new Error('The agreement is refused');
    return { agreement: found, promise };
  };

  it('reads in both languages, and another stage, source or condition is another term', async () => {
    const before = await influenced();
    expect(termsSentence(before.promise, before.agreement)).toContain(
      'meet this: there is a row in activities, no later than “won”, where kind is webinar',
    );
    await speak('fr');
    expect(termsSentence(before.promise, before.agreement)).toMatch(
      /il y a une ligne dans activities, au plus tard à «\swon\s», où «\skind\s» est webinar/u,
    );
    reset();
    for (const other of [
      '{ source: activities, where: { kind: webinar } }',
      '{ source: activities, where: { kind: call }, before: won }',
      '{ source: activities, where: { kind: webinar }, before: created }',
    ]) {
      const changes = comparePromises(before, await influenced(other));
      expect(JSON.stringify(changes)).toContain('"rule":"with"');
    }
  });
});
