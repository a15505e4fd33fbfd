import { expect, it } from 'vitest';
import { causeLines } from '../../src/report/causes.ts';
import { agreementText } from '../agreement.ts';
import { reportOf } from './world.ts';

const version = (number: string, effective: string, target: string) =>
  agreementText({
    id: 'causes',
    title: 'Causes',
    version: number,
    effective,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      handed: { column: handed, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, handed: { at: handed }, contacted: { at: contacted } }',
    commitments: `
  - id: hand-over
    owed_by: marketing
    owed_to: sales
    response: { from: created, to: handed, within: 24 hours }
    target: ">= 50%"
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: handed, to: contacted, within: 24 hours }
    target: "${target}"`,
  });

const LEADS = `id,created,handed,contacted
a1,2026-03-02 09:00,2026-03-05 09:00,2026-03-09 09:00
a2,2026-03-02 09:00,2026-03-02 10:00,2026-03-06 10:00
a3,2026-03-03 09:00,2026-03-03 10:00,2026-03-03 11:00
b1,2026-03-17 09:00,2026-03-20 09:00,2026-03-25 09:00
b2,2026-03-17 09:00,2026-03-20 09:00,2026-03-25 09:00
b3,2026-03-18 09:00,2026-03-18 10:00,2026-03-18 11:00
`;

it('tells what the other side had broken of each part of a month that a change of target cuts', async () => {
  const found = await reportOf(
    [
      version('1', '{ from: 2026-01-01, to: 2026-03-15 }', '>= 50%'),
      version('2', '{ from: 2026-03-16 }', '>= 60%'),
    ],
    { leads: LEADS },
    { asOf: '2026-04-02T00:00Z', period: 'month' },
  );
  const cause = (cases: number) => [{ id: 'hand-over', owedBy: 'marketing', cases, excuses: false }];
  expect(found.causes).toEqual([
    { id: 'contact', period: '2026-03', versions: ['1'], broken: 2, causes: cause(1) },
    { id: 'contact', period: '2026-03', versions: ['2'], broken: 2, causes: cause(2) },
  ]);
  expect(causeLines(found)).toEqual([
    'contact, 2026-03, version 1: before 1 of 2 broken, Marketing had broken a promise about the same lead: hand over 1',
    'contact, 2026-03, version 2: before 2 of 2 broken, Marketing had broken a promise about the same leads: hand over 2',
  ]);
});
