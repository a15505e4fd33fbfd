import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** Four months of twenty leads, of whom every other is called and every fourth signs, a week after it came. */
const rows = Array.from({ length: 80 }, (_, i) => {
  const [month, n] = [Math.floor(i / 20), i % 20];
  const at = (days: number): string =>
    new Date(Date.UTC(2026, month, 1 + n + days, 9)).toISOString().slice(0, 19);
  return [`L-${i}`, at(0), n % 2 === 0 ? at(1) : '', n % 4 === 0 ? at(7) : ''].join(',');
});

const sources = `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
      signed: { column: signed, type: datetime, format: iso }`;
const stages = '{ made: { at: created }, called: { at: called }, signed: { at: signed } }';
const objectives = (target: string): string => `
  - id: customers
    title: Customers
    shared_by: [marketing, sales]
    count: { stage: signed }
    target: "${target}"`;
const commitments = `
  - id: volume
    owed_by: marketing
    owed_to: sales
    promise: Leads
    count: { stage: made }
    target: ">= 20 per month"
  - id: calls
    owed_by: sales
    owed_to: marketing
    promise: A lead is called within three days
    response: { from: made, to: called, within: 72 hours }
    target: ">= 40%"
  - id: contracts
    owed_by: sales
    owed_to: marketing
    promise: A lead signs within two days
    response: { from: made, to: signed, within: 48 hours }
    target: ">= 10%"`;
const parts = { timezone: 'UTC', sources, stages, commitments };

const exported = `id,created,called,signed\n${rows.join('\n')}\n`;
const all = agreementText({
  ...{ ...parts, id: 'all', objectives: objectives('>= 24 per quarter') },
  more: 'funnel: [made, called, signed]\nplan: { rates: { called: 55%, signed: 90% } }\n',
});

const here = folderWith({
  'leads.csv': exported,
  'all.sla.yaml': all,
  'windows/leads.csv': exported,
  'windows/all.sla.yaml': all.replaceAll('\n', '\r\n'),
  'none.sla.yaml': agreementText({ ...parts, id: 'none', more: 'funnel: [made, called, signed]\n' }),
  'wrong.sla.yaml': agreementText({
    ...{ ...parts, id: 'wrong', objectives: objectives('>= 24 per quarter') },
    more: 'plan: { from: customer, rates: { cold: 10%, called: 110%, made: 50% } }\n',
  }),
});
afterAll(() => here.remove());

describe('sla plan', () => {
  it('goes back by hand: a quarter of the leads sign, so that 24 customers take 96 leads', async () => {
    const { status, out } = await here.sla('plan', 'all.sla.yaml', '--format', 'json');
    expect(status).toBe(0);
    const [{ cohorts, young, steps, clocks, average }] = JSON.parse(out).results;
    // The last lead of April signs a week after it came, at the end of the data.
    expect([cohorts, young]).toEqual([['2026-01', '2026-02', '2026-03'], ['2026-04']]);
    expect(average).toBeNull();
    expect(steps.map((each: (typeof steps)[number]) => [each.leads, each.needed, each.perMonth])).toEqual([
      [60, 96, 32],
      [30, 48, 16],
      [15, 24, 8],
    ]);
    expect(steps.map(({ rate }: (typeof steps)[number]) => rate?.fits ?? null)).toEqual([null, true, false]);
    // 24 / 0.9 / 0.55
    expect(steps[0].believed).toBeCloseTo(48.4848, 4);
    expect(steps[0].promised).toMatchObject({ id: 'volume', perMonth: 20, fit: 'too little' });
    expect(clocks).toEqual([{ earlier: 'calls', later: 'contracts', whole: null }]);
  });

  it('prints the promised number at what it takes, and writes nothing', async () => {
    const { out } = await here.sla('plan', 'all.sla.yaml', '--print-diff');
    expect(out).toContain('-    target: ">= 20 per month"\n+    target: ">= 35 per month"\n');
    expect((await here.sla('plan', 'all.sla.yaml', '--print-diff')).out).toBe(out);
    const windows = await here.sla('plan', 'windows', '--print-diff');
    expect(windows.out).toContain('-    target: ">= 20 per month"\r\n+    target: ">= 35 per month"\r\n');
  });

  it('tells no rate from a month that is too young, nor from too few', async () => {
    const { out } = await here.sla('plan', 'all.sla.yaml', '--format', 'json', '--from', '2026-04');
    expect(JSON.parse(out).results[0]).toMatchObject({ why: 'no-cohort', steps: [] });
    const few = await here.sla('plan', 'all.sla.yaml', '--format', 'json', '--to', '2026-01');
    expect(JSON.parse(few.out).results[0]).toMatchObject({ why: 'too-few', steps: [] });
    const french = await here.sla('plan', 'all.sla.yaml', '--to', '2026-01', '--lang', 'fr');
    expect(french.out).toContain('pour en tirer un taux');
  });

  it('gives no answer without an objective on the funnel, and finds names and rates that are wrong', async () => {
    const { status, out } = await here.sla('plan', 'none.sla.yaml');
    expect(status).toBe(2);
    expect(out).toMatch(/^error {2}no-plan {2}none\.sla\.yaml:/m);
    const wrong = await here.sla('validate', 'wrong.sla.yaml');
    expect(wrong.out).toMatch(/customer"[\s\S]*cold"[\s\S]*110%[\s\S]*rate of "made"/);
    expect(wrong.status).toBe(1);
  });
});
