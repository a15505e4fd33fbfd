import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/kinds/index.ts';
import { readAgreement } from '../../src/language/read.ts';

const file = new URL('../language/fixtures/whole.sla.yaml', import.meta.url);
const { agreement } = await readAgreement('/whole.sla.yaml', 'whole.sla.yaml', readFileSync(file));
const promises = [...(agreement?.objectives ?? []), ...(agreement?.commitments ?? [])];

describe('a measure says in one sentence what it measures', () => {
  it.each([
    ['revenue', 'Sum of amount over the leads that reach won'],
    ['volume', 'Number of leads in profile that reach qualified'],
    [
      'complete',
      'Share of the leads that meet the condition that reach qualified and meet the condition on their fields',
    ],
    ['conversion', 'Share of the leads that reach qualified and go on to reach won'],
    [
      'first-contact',
      'Share of the leads that go from qualified to contacted within 4 business hours by the calendar desk',
    ],
    [
      'first-call',
      'Share of the leads that go from qualified to their first row in activities within 2 calendar days',
    ],
    [
      'follow-up',
      'Share of the leads with at least 5 touches on distinct days within 10 business days of qualified by the calendar desk, or until answered',
    ],
    ['meeting', 'Number of records that meet the condition in records/meetings.csv'],
  ])('%s', (id, sentence) => {
    const measure = promises.find((promise) => promise.id === id)?.measure;
    expect(measure && kindOf(measure.kind).describe(measure)).toBe(sentence);
  });
});

it('names all that a measure refers to, with the place of each', () => {
  const measure = promises.find(({ id }) => id === 'first-call')?.measure;
  expect(measure && kindOf(measure.kind).references(measure)).toEqual([
    { to: 'stage', name: 'qualified', path: ['from'] },
    { to: 'source', name: 'activities', path: ['to', 'earliest'] },
    { to: 'field', name: 'kind', path: ['to', 'where', 'kind'] },
  ]);
});
