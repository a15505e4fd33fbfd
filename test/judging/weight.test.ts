import { expect } from 'vitest';
import { effectOf } from '../../src/change/effect.ts';
import type { PromiseDef } from '../../src/model/agreement.ts';
import { attainedOf } from '../../src/report/attained.ts';
import { attained } from '../../src/report/number.ts';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';
import { casesOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** `weigh` and settings of the promise "marketing brings so much of what is won". */
const agreement = (weigh: string, target = '>= 40%', more = '', last = '') =>
  agreementText({
    id: 'weight',
    title: 'Weight',
    timezone: 'UTC',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    max_rejected: 100%
    fields:
      id: id
      source: source
      won: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal }`,
    stages: '{ won: { at: won } }',
    commitments: `
  - id: sourced
    owed_by: marketing
    owed_to: sales
    share: { of: { stage: won }, with: { source: Web }, weigh: ${weigh} }
    target: "${target}"
    ${more}`,
    more: last,
  });

/** One lead a row, won one day after the other in March: `Web 100`. */
const wins = (...rows: readonly string[]) => ({
  leads: `id,source,won,amount\n${rows
    .map((row, i) => {
      const [source = '', amount = ''] = row.split(' ');
      return `W${i + 1},${source},2026-03-${String(i + 2).padStart(2, '0')} 09:00,${amount}`;
    })
    .join('\n')}\n`,
});

const march = async (text: string, rows: ReturnType<typeof wins>) =>
  (await reportOf(text, rows, { asOf: '2026-04-30' })).result('sourced', '2026-03');

describe('a share by weight', () => {
  it('is of the amounts, and not of the leads', async () => {
    // 1 lead of 3, and 600 of 1,000.
    const found = await march(agreement('amount', '>= 60%'), wins('Web 600', 'Fair 150', 'Fair 250'));
    expect(found).toMatchObject({
      attainment: 0.6,
      worst: 0.6,
      best: 0.6,
      verdict: 'met',
      counts: { met: 1, breached: 2, unknown: 0 },
      weight: { field: 'amount', unit: null, byState: { met: 600, breached: 400, unknown: 0 } },
    });
  });

  it('adds decimals exactly: 0.30 of 0.75 are 40%, whatever binary fractions make of 0.1 and 0.2', async () => {
    const rows = wins('Web 0.1', 'Web 0.2', 'Fair 0.45');
    expect(await march(agreement('amount', '>= 40%'), rows)).toMatchObject({ verdict: 'met' });
    expect(await march(agreement('amount', '<= 40%'), rows)).toMatchObject({ verdict: 'met' });
  });

  it('knows nothing of a lead without an amount, and has no verdict where those are many', async () => {
    const rows = wins('Web 600', 'Fair 400', 'Fair');
    expect(await march(agreement('amount'), rows)).toMatchObject({
      attainment: 0.6,
      verdict: 'no verdict',
      noVerdict: { why: 'too-many-unknown' },
      reasons: { 'no-value': 1 },
    });
    // A third of the leads, and a promise that allows half of them.
    expect(await march(agreement('amount', '>= 40%', 'max_unknown: 50%'), rows)).toMatchObject({
      attainment: 0.6,
      verdict: 'met',
    });
  });

  it('has no verdict where one lead of many that nobody can judge weighs most', async () => {
    // Won in May of a month that was never: stray dates need many; a stage that came before its start is unknown too.
    const text = agreement('amount', '>= 40%', 'max_unknown: 20%')
      .replace('with: { source: Web }', 'reaches: paid')
      .replace('stages: { won', 'stages: { paid: { at: paid }, won')
      .replace('      amount:', '      paid: { column: paid, type: datetime, format: iso }\n      amount:');
    const leads = [
      'id,source,won,amount,paid',
      ...Array.from({ length: 9 }, (_, i) => `W${i},Web,2026-03-02 09:00,10,2026-03-03 09:00`),
      'X1,Web,2026-03-02 09:00,1000,2026-03-01 09:00',
    ].join('\n');
    expect(await march(text, { leads: `${leads}\n` })).toMatchObject({
      reasons: { 'stop-before-start': 1 },
      weight: { byState: { met: 90, unknown: 1000 } },
      verdict: 'no verdict',
    });
  });

  it('is of nothing where nothing was won, or credit notes take it all', async () => {
    expect(await march(agreement('amount'), wins('Web 0', 'Fair 0'))).toMatchObject({
      attainment: null,
      verdict: 'no data',
    });
    expect(await march(agreement('amount'), wins('Web 100', 'Fair -150'))).toMatchObject({
      attainment: null,
      verdict: 'no data',
    });
  });

  it('is never lowered by a waiver: what weighs less than nought is not excused', async () => {
    const rows = wins('Web 400', 'Fair 700', 'Fair -100');
    const waiver = 'waivers: [{ leads: [W3], reason: Fair, approved_by: [marketing, sales] }]';
    expect(await march(agreement('amount', '>= 40%', '', waiver), rows)).toMatchObject({
      attainment: 0.4,
      verdict: 'met',
    });
    const other = waiver.replace('W3', 'W2');
    expect(await march(agreement('amount', '>= 40%', '', other), rows)).toMatchObject({
      weight: { byState: { met: 400, breached: -100, excluded: 700 } },
      extras: { attainmentBeforeWaivers: 0.4 },
    });
  });

  it('shows its fraction in amounts, and the whole beside a percentage', async () => {
    const rows = wins('Web 600', 'Fair 150', 'Fair 250.5');
    const few = await march(agreement('{ field: amount, unit: EUR }'), rows);
    expect(attained(few)).toBe('600/1,000.50 EUR');
    const many = await march(agreement('{ field: amount, unit: EUR }', '>= 40%', 'min_cases: 3'), rows);
    expect(attainedOf(many)).toBe('60% of 1,000.50 EUR');
  });

  it('takes no dollars for euros, once it says which they are', async () => {
    const rows = wins('Web 600€', 'Fair $400', 'Fair 200');
    const { ledgers, result } = await reportOf(agreement('{ field: amount, unit: EUR }'), rows);
    expect(ledgers.leads).toMatchObject({ read: 3, judged: 2, rejected: { 'other-currency': 1 } });
    expect(result('sourced', '2026-03')).toMatchObject({ attainment: 0.75 });
  });

  it('has no other state for a lead than a share by number', async () => {
    const found = await casesOf(agreement('amount'), wins('Web 600', 'Fair 150', 'Fair'));
    expect(found).toMatchObject({
      W1: { state: 'met' },
      W2: { state: 'breached' },
      W3: { state: 'unknown', reason: 'no-value' },
    });
  });
});

describe('what a lead weighs', () => {
  it('stands in the list of cases and in its receipt', async () => {
    const rows = wins('Web 600', 'Fair 150', 'Fair');
    const folder = folderWith({ 'a.sla.yaml': agreement('amount'), 'leads.csv': rows.leads });
    try {
      const { out } = await folder.sla('cases', '--format', 'json');
      const { results } = JSON.parse(out) as { readonly results: readonly { readonly amount: unknown }[] };
      expect(results.map(({ amount }) => amount)).toEqual([600, 150, null]);
      expect((await folder.sla('cases')).out).toContain('met                Mon 2026-03-02 09:00     600');
      expect((await folder.sla('explain', 'W1')).out).toContain('it weighs "amount": "600"');
    } finally {
      folder.remove();
    }
  });

  it('stands with the cases of the version that weighs, whatever the one before it did', async () => {
    const version = (name: string, effective: string, weigh: string) =>
      agreement('amount')
        .replace('version: "1"', `version: "${name}"\neffective: ${effective}`)
        .replace(', weigh: amount', weigh);
    const folder = folderWith({
      'v1.sla.yaml': version('1', '{ from: 2026-03-01, to: 2026-03-02 }', ''),
      'v2.sla.yaml': version('2', '{ from: 2026-03-03 }', ', weigh: amount'),
      'leads.csv': wins('Web 600', 'Fair 150').leads,
    });
    try {
      const { out } = await folder.sla('cases', '--format', 'json');
      const { results } = JSON.parse(out) as { readonly results: readonly { readonly amount?: unknown }[] };
      expect(results.map(({ amount }) => amount)).toEqual([undefined, 150]);
    } finally {
      folder.remove();
    }
  });

  it('is told by nobody where it is personal', async () => {
    const hidden = agreement('amount').replace('type: decimal }', 'type: decimal, personal: true }');
    const folder = folderWith({ 'a.sla.yaml': hidden, 'leads.csv': wins('Web 600').leads });
    try {
      const { out } = await folder.sla('cases', '--format', 'json');
      expect((JSON.parse(out) as { readonly results: readonly object[] }).results[0]).not.toHaveProperty(
        'amount',
      );
      expect((await folder.sla('explain', 'W1')).out).not.toContain('600');
    } finally {
      folder.remove();
    }
  });
});

it('is another promise than a share by number, though no lead changes its state', () => {
  const promise = (weigh: object | null) =>
    ({
      measure: {
        kind: 'share',
        of: { stage: 'won', where: null },
        with: { op: 'profile' },
        reaches: null,
        weigh,
      },
      target: { cmp: '>=', value: 0.4, of: 'rate', unit: null, per: null, text: '>= 40%' },
    }) as unknown as PromiseDef;
  const stays = (state: 'met' | 'breached', amount: number) =>
    ({ before: state, after: state, n: 1, beforeAmount: 1, afterAmount: amount }) as const;
  const weigh = { field: 'amount', unit: null };
  const all = [stays('met', 900), stays('breached', 100)];
  expect(effectOf(promise(null), promise(weigh), all)).toMatchObject({
    before: { attainment: 0.5 },
    after: { attainment: 0.9 },
    effect: 'weakened',
  });
});
