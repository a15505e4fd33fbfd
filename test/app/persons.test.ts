import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

/** Three leads of Ana, one of Bob; the same of a fair and of the site. */
const here = folderWith({
  'leads.csv': `id,rep,source,created,called
L-1,Ana,Fair,2026-03-02T09:00:00,2026-03-02T10:00:00
L-2,Ana,Fair,2026-03-03T09:00:00,2026-03-03T10:00:00
L-3,Ana,Fair,2026-03-04T09:00:00,2026-03-04T10:00:00
L-4,Bob,Site,2026-03-05T09:00:00,
L-5,Ana,Fair,2026-04-20T09:00:00,2026-04-20T09:30:00
`,
  'all.sla.yaml': agreementText({
    ...{ id: 'all', timezone: 'UTC', stages: '{ made: { at: created }, called: { at: called } }' },
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      rep: { column: rep, personal: true }
      source: source
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    commitments: `
  - id: calls
    owed_by: sales
    owed_to: marketing
    promise: A lead is called
    response: { from: made, to: called, within: 2 hours }
    target: ">= 50%"
    min_cases: 3`,
  }),
});
afterAll(here.remove);

const verdictsBy = async (field: string) => {
  const { out } = await here.sla(
    ...['report', '--by', field, '--personal', '--to', '2026-03', '--format', 'json'],
  );
  const results: readonly { by: Record<string, string> | null; verdict: string | null }[] =
    JSON.parse(out).results;
  return Object.fromEntries(results.flatMap(({ by, verdict }) => (by ? [[by[field], verdict]] : [])));
};

it('a person of whom too few cases are decided has no verdict, by whatever personal field they are named', async () => {
  expect(await verdictsBy('rep')).toEqual({ Ana: 'met', Bob: null });
  expect(await verdictsBy('source')).toEqual({ Fair: 'met', Site: 'missed' });
});

it('beside what a part of a calibration reached stands of how many', async () => {
  const { out } = await here.sla('calibrate', '--by', 'source');
  const [whole = '', part = ''] = out.split('calls, source: ');
  expect(whole).toMatch(/as promised today │ +✓ 75% │/);
  // The one of the site alone would be told by a subtraction, so both are told together.
  expect(part).toMatch(/as promised today │ +✓ 75% of 4 │ +1\/1 │/);
});
