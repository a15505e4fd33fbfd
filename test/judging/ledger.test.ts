import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from './world.ts';

const agreement = (effective: string, stages: string) =>
  agreementText({
    id: 'ledger',
    title: 'Ledger',
    effective,
    timezone: 'UTC',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      status: status
      created: { column: created, type: date, format: iso }`,
    stages,
    commitments: `
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: created, where: { status: { not: Test } } }
    target: ">= 1 per month"`,
  });

const HEADER = 'id,status,created';
/** One lead on the second of each month from 2021-01, `count` of them. */
const monthly = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, '0');
    return `L${i},Open,${2021 + Math.floor(i / 12)}-${month}-02`;
  });

it('tells leads before the first version and outside the months shown, each by its reason', async () => {
  const leads = [HEADER, ...monthly(66), 'N,Open,', 'T,Test,2026-06-02', 'T,Test,2026-06-02'].join('\n');
  const late = await reportOf(agreement('{ from: 2023-07-01 }', '{ created: { at: created } }'), { leads });
  expect(late.ledgers.leads).toEqual({
    read: 69,
    judged: 12,
    excluded: {
      'identical duplicate': 1,
      'no date': 1,
      'out of scope': 1,
      'before the first version': 30,
      'outside the months shown': 24,
    },
    rejected: {},
  });
  const early = await reportOf(agreement('{ from: 2021-01-01 }', '{ created: { at: created } }'), { leads });
  const { judged = 0, excluded = {} } = early.ledgers.leads ?? {};
  expect(judged).toBe(early.results.reduce((sum, { counts }) => sum + counts.met, 0));
  expect(excluded).toMatchObject({ 'outside the months shown': 66 - judged });
  expect(early.leftOut).toEqual({ first: '2021-01', shown: '2025-07' });
});
