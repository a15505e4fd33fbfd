import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const version = (name: string, effective: string, within: string, target = '>= 50%') =>
  agreementText({
    id: 'terms',
    title: 'Terms',
    version: name,
    effective,
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      size: { column: size, type: integer }
      owner: owner
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, contacted: { at: contacted } }',
    commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: ${within} }
    target: "${target}"`,
  });

const OLD = version('old', '{ to: 2026-03-10 }', '2 hours');
const NEW = version('new', '{ from: 2026-03-11 }', '4 hours');

describe('the version in force at the start', () => {
  it('judges the case, though the stop came under the next', async () => {
    const cases = await casesOf([OLD, NEW], {
      leads: `id,size,owner,created,contacted
A,1,,2026-03-10 23:59,2026-03-11 02:59
B,1,,2026-03-11 00:00,2026-03-11 03:00
`,
    });
    expect(cases.A).toMatchObject({ version: 'old', state: 'breached' });
    expect(cases.B).toMatchObject({ version: 'new', state: 'met' });
  });

  it('leaves a closed month as it was', async () => {
    const leads =
      'id,size,owner,created,contacted\nA,1,,2026-02-10 09:00,2026-02-10 12:00\nB,1,,2026-03-12 09:00,\n';
    const before = await reportOf(version('old', '{ from: 2026-01-01 }', '2 hours'), { leads });
    const after = await reportOf([OLD, NEW], { leads });
    expect(after.result('contact', '2026-02').counts).toEqual(before.result('contact', '2026-02').counts);
  });

  it('shares a result with the next where both have one target, and has its own where the target changed', async () => {
    const leads =
      'id,size,owner,created,contacted\nA,1,,2026-03-10 09:00,2026-03-10 10:00\nB,1,,2026-03-11 09:00,\n';
    const same = await reportOf([OLD, NEW], { leads });
    expect(same.results.map(({ versions }) => versions)).toEqual([['old', 'new']]);
    const changed = await reportOf([OLD, version('new', '{ from: 2026-03-11 }', '4 hours', '>= 90%')], {
      leads,
    });
    expect(changed.results.map(({ versions }) => versions)).toEqual([['old'], ['new']]);
  });

  it('gives percentiles of the versions that share a target, where a third of the same month does not', async () => {
    const versions = [
      version('1', '{ to: 2026-03-05 }', '2 hours'),
      version('2', '{ from: 2026-03-06, to: 2026-03-10 }', '4 hours', '>= 90%'),
      version('3', '{ from: 2026-03-11 }', '4 hours'),
    ];
    const { results } = await reportOf(
      versions,
      {
        leads: `id,size,owner,created,contacted
A,1,,2026-03-02 09:00,2026-03-02 10:00
B,1,,2026-03-06 09:00,2026-03-06 11:00
C,1,,2026-03-12 09:00,2026-03-12 12:00
`,
      },
      { asOf: '2026-03-31' },
    );
    expect(
      results.map(({ versions: names, percentiles }) => [names, percentiles?.p50, percentiles?.p95]),
    ).toEqual([
      [['1', '3'], 3600, 10_800],
      [['2'], 7200, 7200],
    ]);
  });

  it('is none between two versions: these leads are excluded, told once in each month and at no risk', async () => {
    const { results } = await reportOf(
      [OLD, version('new', '{ from: 2026-03-20 }', '4 hours', '>= 90%')],
      {
        leads: `id,size,owner,created,contacted
A,1,,2026-03-05 09:00,2026-03-05 10:00
B,1,,2026-03-15 09:00,2026-03-15 10:00
C,1,,2026-03-19 09:00,
`,
      },
      { asOf: '2026-03-19T09:59Z' },
    );
    expect(
      results.map(({ counts, reasons, atRisk }) => [counts.met, reasons['no-version'] ?? 0, atRisk]),
    ).toEqual([
      [1, 2, 0],
      [0, 0, 0],
    ]);
  });

  it('leaves a number per month without a verdict where a gap between versions cuts the month', async () => {
    const count = (text: string) =>
      text.replace(/response: .*/, 'count: { stage: created }').replace('>= 50%', '>= 9 per month');
    const { result } = await reportOf(
      [count(OLD), count(version('new', '{ from: 2026-03-20 }', '4 hours'))],
      { leads: 'id,size,owner,created,contacted\nA,1,,2026-03-05 09:00,\n' },
      { asOf: '2026-03-31' },
    );
    expect(result('contact', '2026-03')).toMatchObject({
      value: 1,
      verdict: 'no verdict',
      noVerdict: { why: 'partial-period', days: { inForce: 22, period: 31 } },
    });
  });

  it('of overlapping days is refused', async () => {
    const leads = 'id,size,owner,created,contacted\nA,1,,2026-03-05 09:00,\n';
    expect(await refusalOf([OLD, version('new', '{ from: 2026-03-10 }', '4 hours')], { leads })).toContain(
      'overlapping-versions',
    );
  });
});

describe('segments', () => {
  const SEGMENTED = version('1', '{ from: 2026-01-01 }', '4 hours').replace(
    'target:',
    `segments:
      - { id: large, where: { size: ">= 500" }, within: 1 hour }
      - { id: middle, where: { size: ">= 50" }, within: 2 hours }
    target:`,
  );

  it('are tried from the top, the first match applies, and no match means the terms of the promise', async () => {
    const cases = await casesOf(SEGMENTED, {
      leads: `id,size,owner,created,contacted
A,500,,2026-03-05 09:00,2026-03-05 10:30
B,499,,2026-03-05 09:00,2026-03-05 10:30
C,49,,2026-03-05 09:00,2026-03-05 12:30
D,,,2026-03-05 09:00,2026-03-05 12:30
`,
    });
    expect(Object.values(cases).map(({ segment, state }) => [segment, state])).toEqual([
      ['large', 'breached'],
      ['middle', 'met'],
      [null, 'met'],
      [null, 'met'],
    ]);
  });
});

it('the owner of a lead may change, its clock does not', async () => {
  const cases = await casesOf(NEW, {
    leads: 'id,size,owner,created,contacted\nA,1,Bob,2026-03-12 09:00,2026-03-12 13:00\n',
  });
  expect(cases.A).toMatchObject({ state: 'met', elapsed: 4 * 3600 });
});

describe('the same lead id twice', () => {
  it('is one lead where the rows are identical', async () => {
    const { ledgers, result } = await reportOf(NEW, {
      leads: 'id,size,owner,created,contacted\nA,1,,2026-03-12 09:00,\nA,1,,2026-03-12 09:00,\n',
    });
    expect(ledgers.leads?.excluded).toEqual({ 'identical duplicate': 1 });
    expect(result('contact', '2026-03').counts.pending).toBe(1);
  });

  it('is an error where they differ', async () => {
    const leads =
      'id,size,owner,created,contacted\nA,1,,2026-03-12 09:00,\nA,1,,2026-03-12 09:00,2026-03-12 10:00\n';
    expect(await refusalOf(NEW, { leads })).toContain('differing-rows');
  });

  it('is the latest row where the source declares so', async () => {
    const latest = NEW.replace('key: id', 'key: id\n    duplicates: latest\n    modified: changed').replace(
      'id: id\n',
      'id: id\n      changed: { column: changed, type: datetime, format: iso }\n',
    );
    const { ledgers, result } = await reportOf(latest, {
      leads: `id,size,owner,created,contacted,changed
A,1,,2026-03-12 09:00,2026-03-12 10:00,2026-03-13 09:00
A,1,,2026-03-12 09:00,,2026-03-12 09:00
`,
    });
    expect(ledgers.leads?.excluded).toEqual({ 'superseded duplicate': 1 });
    expect(result('contact', '2026-03').counts.met).toBe(1);
  });
});

describe('a waiver', () => {
  const waived = (text: string) =>
    `${NEW}waivers:\n  - { ${text}, reason: Outage, approved_by: [marketing, sales] }\n`;
  const leads = `id,size,owner,created,contacted
A,1,,2026-03-12 09:00,2026-03-12 10:00
B,1,,2026-03-12 09:00,2026-03-13 10:00
C,1,,2026-03-14 09:00,2026-03-14 10:00
`;

  it('excuses the leads it names, and the report tells the attainment without it', async () => {
    const { result } = await reportOf(waived('leads: [B]'), { leads });
    expect(result('contact', '2026-03')).toMatchObject({
      attainment: 1,
      reasons: { waived: 1 },
      extras: { attainmentBeforeWaivers: 2 / 3 },
    });
  });

  it('that names a lead which no row has says which, besides those that it excuses', async () => {
    const { findings, waivers } = await reportOf(waived('leads: [B, b, "1042"]'), { leads });
    expect(waivers).toMatchObject([{ leads: 3, cases: 1 }]);
    expect(findings).toMatchObject([
      {
        rule: 'waiver-without-lead',
        severity: 'warning',
        message: 'The waiver "Outage" names "b" and "1042", which no row of the exports has',
      },
    ]);
  });

  it('says only how many where the key is personal', async () => {
    const personal = waived('leads: [B, "ana@example.com"]').replace(
      'id: id\n      size',
      'id: { column: id, personal: true }\n      size',
    );
    const { findings } = await reportOf(personal, { leads });
    expect(findings.map(({ message }) => message)).toEqual([
      'The waiver "Outage" names 1 lead that no row of the exports has',
    ]);
  });

  it('excuses the leads that start on its days, but none that kept the promise', async () => {
    const late = `${leads}D,1,,2026-03-13 23:59,2026-03-16 10:00\nE,1,,2026-03-14 00:00,2026-03-16 10:00\n`;
    const cases = await casesOf(waived('between: 2026-03-12..2026-03-13'), { leads: late });
    expect(
      Object.entries(cases)
        .map(([lead, { state }]) => `${lead} ${state}`)
        .sort(),
    ).toEqual(['A met', 'B excluded', 'C met', 'D excluded', 'E breached']);
  });

  it('holds for what starts to the end of the day on which it expires, whatever the as-of', async () => {
    const late = `id,size,owner,created,contacted
in,1,,2026-03-20 23:59,
out,1,,2026-03-21 00:00,
`;
    for (const asOf of ['2026-03-30', '2026-04-30']) {
      const cases = await casesOf(
        waived('leads: [in, out], expires: 2026-03-20'),
        { leads: late },
        { asOf, from: '2026-03' },
      );
      expect([cases.in?.state, cases.out?.state]).toEqual(['excluded', 'breached']);
    }
  });
});
