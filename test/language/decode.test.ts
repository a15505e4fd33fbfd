import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { nearest } from '../../src/messages/nearest.ts';
import { base } from './base.ts';

const whole = readFileSync(new URL('./fixtures/whole.sla.yaml', import.meta.url), 'utf8');

async function sound(text: string) {
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  expect(diagnostics).toEqual([]);
  if (agreement === null) throw new Error('not sound');
  return agreement;
}

describe('an agreement is decoded to what it means', () => {
  it('starts the year in the month that it names, else in January', async () => {
    expect((await sound(base)).yearStarts).toBe(1);
    const zone = 'version: "1"\ntimezone: Europe/Paris';
    for (const [name, month] of [
      ['january', 1],
      ['may', 5],
      ['december', 12],
    ] as const) {
      expect((await sound(base.replace(zone, `${zone}\nyear_starts: ${name}`))).yearStarts).toBe(month);
    }
  });

  it('keeps why a version is there and who decided on it, the sponsor among them', async () => {
    const said = (lines: string) => base.replace('version: "1"\n', `version: "1"\n${lines}`);
    const { why, decidedBy } = await sound(said('why: Two people more\ndecided_by: [sales, sponsor]\n'));
    expect([why, decidedBy]).toEqual(['Two people more', ['sales', 'sponsor']]);
    const silent = await sound(base);
    expect([silent.why, silent.decidedBy, silent.closing]).toEqual([null, [], null]);
    const wrong = await readAgreement('/a.sla.yaml', 'a.sla.yaml', said('decided_by: [board]\n'));
    expect(wrong.diagnostics.map(({ rule }) => rule)).toEqual(['unknown-team']);
  });

  it('may begin with objectives alone', async () => {
    const objectives = `objectives:
  - id: first-contact
    shared_by: [marketing, sales]
    where: profile
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`;
    const shared = await sound(base.slice(0, base.indexOf('commitments:')) + objectives);
    expect([shared.commitments, shared.objectives.map(({ id }) => id)]).toEqual([[], ['first-contact']]);
  });

  it('fills in the defaults of the law', async () => {
    const { commitments, sources, status, language, effective, waivers } = await sound(base);
    expect(commitments[0]).toMatchObject({
      minCases: 10,
      maxUnknown: 0.05,
      atRisk: 0.8,
      bookBy: 'start',
      segments: [],
      formerly: null,
    });
    expect(sources.leads).toMatchObject({
      kind: 'leads',
      csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 },
      nulls: [],
      maxRejected: 0.01,
      duplicates: { keep: 'error' },
      recycled: null,
    });
    expect({ status, language, effective, waivers }).toEqual({
      status: 'active',
      language: 'en',
      effective: { from: null, to: null },
      waivers: [],
    });
  });

  it('reads public holidays as a country and, behind it, a region', async () => {
    const week = 'week: { mon-thu: [09:00-12:30, 14:00-18:00], fri: [09:00-17:00] }';
    expect(base).toContain(week);
    const { calendars } = await sound(base.replace(week, `${week}\n    holidays: [FR, FR-57, DE-BY-A]`));
    expect(calendars.office?.holidays).toEqual([
      { kind: 'rule', country: 'FR', region: null, text: 'FR' },
      { kind: 'rule', country: 'FR', region: '57', text: 'FR-57' },
      { kind: 'rule', country: 'DE', region: 'BY-A', text: 'DE-BY-A' },
    ]);
  });

  it('takes settings from the promise, else from "judging"', async () => {
    const { commitments } = await sound(whole);
    const settings = Object.fromEntries(
      commitments.map(({ id, minCases, bookBy }) => [id, [minCases, bookBy]]),
    );
    expect(settings).toMatchObject({ volume: [20, 'due'], complete: [20, 'start'], 'follow-up': [5, 'due'] });
  });

  it('reads targets', async () => {
    const { commitments, objectives } = await sound(whole);
    expect(
      [...objectives, ...commitments].map(({ target: { cmp, value, of, unit, per } }) => [
        cmp,
        value,
        of,
        unit,
        per,
      ]),
    ).toEqual([
      ['>=', 250000, 'number', 'EUR', 'quarter'],
      ['>=', 120, 'number', null, 'month'],
      ['>=', 0.98, 'rate', null, null],
      ['>=', 0.085, 'rate', null, null],
      ['>=', 0.95, 'rate', null, null],
      ['>=', 0.9, 'rate', null, null],
      ['>=', 0.9, 'rate', null, null],
      ['>=', 2, 'number', null, 'month'],
    ]);
  });

  it('reads conditions', async () => {
    const { profile } = await sound(whole);
    expect(profile?.must).toEqual({
      op: 'all',
      of: [
        { op: 'in', field: 'country', values: ['BE', 'FR'] },
        { op: 'range', field: 'size', min: 50, max: 1000 },
        {
          op: 'any',
          of: [
            { op: 'compare', field: 'budget', cmp: '>=', value: 500 },
            { op: 'in', field: 'newsletter', values: [true] },
          ],
        },
      ],
    });
    expect(profile?.mustNot).toMatchObject({
      op: 'any',
      of: [
        { op: 'in', field: 'job_title' },
        { op: 'matches', field: 'email' },
      ],
    });
    expect(profile?.score?.points[1]?.when).toEqual({
      op: 'all',
      of: [
        { op: 'not', of: { op: 'in', field: 'industry', values: ['retail'] } },
        { op: 'not', of: { op: 'in', field: 'campaign', values: ['present'] } },
      ],
    });
  });

  it('joins sources to the leads, with their zone where they have none', async () => {
    const { sources } = await sound(whole);
    expect(sources.activities).toMatchObject({
      kind: 'activities',
      key: 'lead_id',
      joinsTo: 'id',
      timezone: 'Europe/Brussels',
    });
    expect(sources.deals).toMatchObject({ kind: 'joined', key: 'lead_id', joinsTo: 'id' });
    expect(sources.deals?.fields.lead_id).toMatchObject({ column: 'lead_id', type: 'text' });
  });

  it('keeps the keys of waived leads as they are written', async () => {
    const { waivers } = await sound(whole);
    expect(waivers[0]?.leads).toEqual(['L-1', '0042']);
  });

  it('lets the lint section weigh the rules', async () => {
    const oneWay = base.slice(0, base.indexOf('  - id: first-contact')).replace(/^lint:.*\n/m, '');
    const weigh = async (lint: string) =>
      (await readAgreement('/a.sla.yaml', 'a.sla.yaml', oneWay + lint)).diagnostics.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(await weigh('')).toEqual([
      'missing-effective info',
      'unused-calendar warning',
      'unused-field info',
      'unused-field info',
      'unused-source warning',
      'unused-stage info',
      'one-way warning',
    ]);
    const off = ['missing-effective', 'unused-calendar', 'unused-field', 'unused-source', 'unused-stage'];
    const lint = `lint: { one-way: error, ${off.map((rule) => `${rule}: off`).join(', ')} }\n`;
    expect(await weigh(lint)).toEqual(['one-way error']);
  });
});

describe('the nearest name', () => {
  it.each([
    ['contatced', 'contacted'],
    ['Contacted', 'contacted'],
    ['first contact', 'first-contact'],
    ['xyz', null],
    ['', null],
    ['x'.repeat(100_000), null],
  ])('of "%.20s" is %s', (wanted, name) => {
    expect(nearest(wanted, ['qualified', 'contacted', 'first-contact'])).toBe(name);
  });
});
