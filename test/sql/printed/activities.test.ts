import { expect, it } from 'vitest';
import { sql } from '../../../src/app/sql.ts';
import { agreementText } from '../../agreement.ts';
import { within } from '../../property/run.ts';

const AGREEMENT = agreementText({
  id: 'touched',
  title: 'Asked of activities',
  timezone: 'Europe/Paris',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      won: { column: won, type: datetime, format: iso }
  activities:
    files: activities.csv
    timezone: Europe/Paris
    lead: lead
    fields: { at: { column: at, type: datetime, format: iso }, kind: kind }`,
  stages: '{ created: { at: created }, won: { at: won } }',
  profile: '{ must: { id: present } }',
  objectives: `
  - id: influenced
    shared_by: [marketing, sales]
    share: { of: { stage: won }, with: { touched: { source: activities, before: won } } }
    target: ">= 40%"
  - id: segmented
    shared_by: [marketing, sales]
    count: { stage: won, where: { any: [{ id: A }, { not: { touched: { source: activities } } }] } }
    target: ">= 1 per month"`,
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
});

it.each(['duckdb', 'postgres', 'bigquery'])(
  'What asks for the activities of a lead has no statement for %s and says so, and what does not has one',
  async (dialect) => {
    await within({ 'world.sla.yaml': AGREEMENT }, async (io) => {
      const asked = {
        promise: null,
        asOf: '2026-04-01',
        from: '2026-01',
        allowOutside: false,
        tables: {},
        paths: [],
      };
      const { statements, findings } = await sql({ ...asked, dialect }, io);
      expect(findings.filter(({ fatal }) => fatal)).toEqual([]);
      const why =
        'It asks which activities a lead had, which a statement does not look for beside its cases yet';
      expect(statements.map((one) => [one.promise, one.why, one.sql !== null])).toEqual([
        ['influenced', why, false],
        ['segmented', why, false],
        ['volume', null, true],
      ]);
    });
  },
);
