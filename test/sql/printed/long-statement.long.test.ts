import { expect, it } from 'vitest';
import { sql } from '../../../src/app/sql.ts';
import { agreementText } from '../../agreement.ts';
import { within } from '../../property/run.ts';

const AGREEMENT = agreementText({
  id: 'lasting',
  effective: '{ from: 1900-01-01 }',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-12:30, 14:00-18:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
  stages: '{ created: { at: created }, called: { at: called } }',
  commitments: `
  - { id: call, owed_by: sales, owed_to: marketing, promise: A call, response: { from: created, to: called, within: 4 business hours, calendar: office }, target: ">= 50%" }`,
});

/** The statement of the years from one on, and what its head says of its length. */
async function printed(dialect: string, from: string) {
  return within({ 'a.sla.yaml': AGREEMENT }, async (io) => {
    const asked = { promise: null, asOf: '2040-01-01', allowOutside: false, tables: {}, paths: [] };
    const { statements } = await sql({ ...asked, dialect, from }, io);
    const text = statements[0]?.sql ?? '';
    return { length: text.length, told: text.split('\n').filter((line) => line.includes('characters')) };
  });
}

it('A statement of more than a century is one that Trino takes, for its calendars are packed', async () => {
  const many = await printed('trino', '1900-01');
  expect(many.told).toEqual([]);
  expect(many.length).toBeLessThan(500_000);
  expect((await printed('postgres', '1900-01')).length).toBeGreaterThan(1_500_000);
});
