import { afterAll, describe, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';

const sources = `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    recycled: latest
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }
      signed: { column: signed, type: date, format: iso }`;
const stages = '{ made: { at: created }, called: { at: called }, signed: { at: signed } }';
const commitments = `
  - id: calls
    owed_by: sales
    owed_to: marketing
    promise: A lead is called within a day
    response: { from: made, to: called, within: 24 hours }
    target: ">= 90%"`;
const parts = { sources, stages, commitments };

const here = folderWith({
  'with.sla.yaml': agreementText({ ...parts, more: 'funnel: [made, called, signed]\n' }),
  'without.sla.yaml': agreementText({ ...parts, id: 'other' }),
  'leads.csv': `id,created,called,signed
a,2026-03-02T09:00:00,2026-03-02T10:00:00,2026-03-10
b,2026-03-03T09:00:00,2026-03-09T10:00:00,
c,2026-03-04T09:00:00,,2026-03-12
d,2026-03-05T09:00:00,2026-04-02T09:00:00,2026-05-20
e,2026-04-10T09:00:00,,
`,
});
afterAll(() => here.remove());

describe('sla funnel', () => {
  it('counts by hand what came to each step, beside it, and in time', async () => {
    const { status, out } = await here.sla(
      'funnel',
      'with.sla.yaml',
      '--format',
      'json',
      '--as-of',
      '2026-06-01',
    );
    expect(status).toBe(0);
    const [{ steps, cohorts }] = JSON.parse(out).results;
    const [march, april] = cohorts.map((each: { steps: readonly { leads: number }[] }) =>
      each.steps.map(({ leads }) => leads),
    );
    expect([march, april]).toEqual([
      [4, 3, 2],
      [1, 0, 0],
    ]);
    // "c" signed without a call.
    expect(cohorts[0].steps[2].beside).toBe(1);
    expect(cohorts[0].steps[1].promises).toEqual([
      { id: 'calls', met: 1, breached: 2, pending: 0, excluded: 0, unknown: 0 },
    ]);
    // "d" took longest, from Thursday 09:00 in winter time to midnight of 20 May in summer time.
    expect(steps[2].mostWithinSeconds).toBe((Date.UTC(2026, 4, 19, 22) - Date.UTC(2026, 2, 5, 8)) / 1000);
  });

  it('shows what was known then with --as-of', async () => {
    const { out } = await here.sla('funnel', 'with.sla.yaml', '--format', 'json', '--as-of', '2026-03-31');
    expect(JSON.parse(out).results[0].cohorts[0].steps.map(({ leads }: { leads: number }) => leads)).toEqual([
      4, 2, 1,
    ]);
  });

  it('gives no answer of an agreement that does not say the order', async () => {
    const { status, out } = await here.sla('funnel', 'without.sla.yaml');
    expect(status).toBe(2);
    expect(out).toMatch(/^error {2}no-funnel {2}without\.sla\.yaml:/m);
    expect(out).toContain('write under "stages", with your own: funnel: [made, called, signed]');
    // Beside one that does it is told, and the other is answered.
    const both = await here.sla('funnel', '--format', 'json');
    const { results, findings } = JSON.parse(both.out);
    expect([both.status, results.map(({ agreement }: { agreement: string }) => agreement)]).toEqual([
      0,
      ['office'],
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'no-funnel', severity: 'info', file: 'without.sla.yaml' }),
    );
    const french = await here.sla('funnel', 'without.sla.yaml', '--lang', 'fr');
    expect(french.out).toContain('ne dit pas dans quel ordre un lead atteint ses étapes');
  });
});
