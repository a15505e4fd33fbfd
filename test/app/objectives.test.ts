import { afterAll, expect } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const PARTS = `    parts:
      - { id: from-marketing, title: From marketing, owed_by: marketing, where: { source: [Web, Webinar] }, target: ">= 4000 EUR per quarter" }
      - { id: from-sales, owed_by: sales, where: { source: [Web, Cold] }, target: ">= 6000 EUR per quarter" }
`;
const agreement = (parts = PARTS, priorities = 'priorities: [revenue, swiss]') =>
  agreementText({
    id: 'two',
    title: 'What we aim for',
    effective: '{ from: 2026-01-01 }',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      source: source
      country: country
      amount: { column: amount, type: decimal }
      won_at: { column: won, type: date, format: iso }`,
    stages: '{ won: { at: won_at } }',
    objectives: `
  - { id: swiss, title: Swiss market, shared_by: [marketing, sales], count: { stage: won, where: { country: CH } }, target: ">= 1 per quarter" }
  - id: revenue
    title: New revenue
    shared_by: [marketing, sales]
    sum: { field: amount, stage: won }
    target: ">= 10000 EUR per quarter"
${parts}${priorities}`,
  });

/** Of every source and of none, some with both names of the second part, which the first has taken. */
const LEADS = ['Web', 'Webinar', 'Cold', 'Fair', ''].flatMap((source, i) =>
  [1, 2, 3].map((n) => ({
    id: `${source}${n}`,
    source,
    country: n === 2 ? 'CH' : 'FR',
    amount: 700 * (i + 1) + n + 0.1,
  })),
);
const csv = ['id,source,country,amount,won']
  .concat(LEADS.map(({ id, source, country, amount }) => `${id},${source},${country},${amount},2026-02-10`))
  .join('\n');

const here = folderWith({ 'a.sla.yaml': agreement(), 'leads.csv': `${csv}\n` });
afterAll(() => here.remove());

const errors = async (parts: string, priorities?: string) => {
  const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', agreement(parts, priorities));
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
};
const part = (rest: string) => `      - { owed_by: marketing, target: ">= 4000 EUR per quarter", ${rest} }\n`;

interface Told {
  readonly id: string;
  readonly value: number;
  readonly verdict: string;
  readonly partOf?: string;
  readonly owedBy: string | null;
}

async function report() {
  const { out } = await here.sla('report', '--as-of', '2026-04-02', '--to', '2026-03', '--format', 'json');
  return JSON.parse(out) as {
    readonly results: readonly Told[];
    readonly summary: {
      readonly agreements: readonly { notes: string[]; priorities: string[] }[];
    };
  };
}

describe('the parts of an objective', () => {
  it('have the cases that a plain loop gives to the first part that fits', async () => {
    const sums = { revenue: 0, 'from-marketing': 0, 'from-sales': 0 };
    for (const { source, amount } of LEADS) {
      sums.revenue += amount;
      if (source === 'Web' || source === 'Webinar') sums['from-marketing'] += amount;
      else if (source === 'Cold') sums['from-sales'] += amount;
    }
    const { results } = await report();
    for (const [id, sum] of Object.entries(sums))
      expect(results.find((one) => one.id === id)?.value).toBeCloseTo(sum, 6);
    expect(results.find(({ id }) => id === 'from-sales')).toMatchObject({
      partOf: 'revenue',
      owedBy: 'sales',
      verdict: 'met',
    });
    expect(results.find(({ id }) => id === 'revenue')).not.toHaveProperty('partOf');
  });

  it('leave a rest that is told', async () => {
    const rest = LEADS.filter(({ source }) => source === 'Fair' || source === '');
    const sum = rest.reduce((total, { amount }) => total + amount, 0);
    const [told] = (await report()).summary.agreements;
    expect(sum).toBeCloseTo(18_912.6, 6);
    expect(told?.notes).toContainEqual(
      expect.stringMatching(/^New revenue, 2026-Q1: 18,912.60 of .* no part$/),
    );
  });

  it('stand under the whole, in the order of the priorities', async () => {
    const { out } = await here.sla('report', '--as-of', '2026-04-02', '--to', '2026-03');
    const rows = [
      'New revenue',
      'of which Marketing: From marketing',
      'of which Sales: from sales',
      'Swiss market',
    ];
    const places = rows.map((row) => out.indexOf(row));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    const french = await here.sla('report', '--as-of', '2026-04-02', '--to', '2026-03', '--lang', 'fr');
    expect(french.out.replaceAll(/\s/g, ' ')).toContain('dont Marketing : From marketing');
  });

  it('are a column of the table where there are any', async () => {
    const { out } = await here.sla('report', '--as-of', '2026-04-02', '--to', '2026-03', '--format', 'csv');
    const [header = '', ...rows] = out.trimEnd().split(/\r?\n/);
    const at = header.split(',').indexOf('partOf');
    const parts = rows.map((row) => row.split(',')).filter((cells) => cells[at] === 'revenue');
    expect(parts.map((cells) => cells[1])).toEqual(['from-marketing', 'from-sales']);
  });

  it('are explained, with why a lead is of the one and not of the other', async () => {
    const { out } = await here.sla('explain', 'Web1');
    expect(out).toContain('From marketing: ✓ met');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('does not hold that source is none of Web and Webinar');
  });

  it('are on the sheet that both sign, in both languages', async () => {
    const flat = async (lang: string) => (await here.sla('show', '--lang', lang)).out.replaceAll(/\s+/g, ' ');
    expect(await flat('en')).toContain('It is brought together by O1.1 and O1.2');
    expect(await flat('en')).toContain('decides: O1 (New revenue), then O2 (Swiss market).');
    expect(await flat('fr')).toContain('Cette partie de O1 est apportée par Marketing.');
  });

  it('come to the whole or not, which validate says', async () => {
    const { out } = await here.sla('validate');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'New revenue: its parts From marketing and from sales come to ≥ 10,000 EUR together; the whole is ≥ 10,000 EUR',
    );
  });

  it.each([
    ['an unknown team', part('id: a, owed_by: support'), 'unknown-team: There is no team "support"'],
    [
      'another unit',
      part('id: a, target: ">= 5 USD per quarter"'),
      'part-target: ">= 5 USD per quarter" can\'t be added up to ">= 10000 EUR per quarter"',
    ],
    [
      'a rest that is not the last',
      part('id: a') + part('id: b, where: { country: FR }'),
      'part-rest: A part without "where" is all the rest, and others stand behind it',
    ],
    ['an id that is taken', part('id: swiss'), 'duplicate-id: The id "swiss" is used twice'],
  ])('are refused with %s', async (_, parts, error) => {
    const own = parts
      .replace(/owed_by: marketing, (?=.*owed_by)/, '')
      .replace(/target: ">= 4000 EUR per quarter", (?=.*target)/, '');
    expect(await errors(`    parts:\n${own}`)).toContain(error);
  });

  it('are refused where nothing adds up', async () => {
    const distinct = agreement('').replace(
      'count: { stage: won, where: { country: CH } }, target: ">= 1 per quarter" }',
      'count: { stage: won, distinct: country }, target: ">= 1 per quarter", parts: [{ id: a, owed_by: sales, target: ">= 1 per quarter" }] }',
    );
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', distinct);
    expect(diagnostics.map(({ rule }) => rule)).toContain('parts-of-what');
  });

  it('fall short in a period of their own alone', async () => {
    const own = PARTS.replace(
      'target: ">= 6000 EUR per quarter"',
      'target: { every: ">= 6000 EUR per quarter", 2026-Q3: ">= 500 EUR" }',
    );
    expect(await errors(own)).toContain(
      'short-parts: The parts of "revenue" come to >= 4500 EUR in 2026-Q3, and the whole is >= 10000 EUR',
    );
  });
});

describe('an order of objectives', () => {
  it('names each once, and none that is not there', async () => {
    expect(await errors('', 'priorities: [revenue, revenue]')).toContain(
      'objective-twice: The objective "revenue" stands twice among the priorities',
    );
    expect(await errors('', 'priorities: [revenues]')).toContain(
      'unknown-objective: There is no objective "revenues"',
    );
  });

  it('finds what goes before the revenue, and what is left out behind it', async () => {
    const found = 'revenue-below: The objective "swiss" goes before the revenue of "revenue"';
    expect(await errors('', 'priorities: [swiss, revenue]')).toContain(found);
    expect(await errors('', 'priorities: [swiss]')).toContain(found);
    expect(await errors('', 'priorities: [revenue]')).not.toContain(found);
  });

  it('says where one was missed, and one below it was met', async () => {
    const high = folderWith({
      'a.sla.yaml': agreement('').replace('>= 10000 EUR', '>= 900000 EUR'),
      'leads.csv': `${csv}\n`,
    });
    const { out } = await high.sla('report', '--as-of', '2026-04-02', '--to', '2026-03');
    high.remove();
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'New revenue, 2026-Q1: missed, and it goes before what was met below it: Swiss market',
    );
    const [told] = (await report()).summary.agreements;
    expect(told?.priorities).toEqual(['revenue', 'swiss']);
    expect(told?.notes.join()).not.toContain('goes before');
  });
});
