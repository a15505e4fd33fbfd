import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from './world.ts';

const agreement = (records: string) =>
  agreementText({
    id: 'planned',
    title: 'Planned meetings',
    effective: '{ from: 2026-01-01 }',
    timezone: 'UTC',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields: { id: id, got: { column: got, type: datetime, format: iso } }`,
    stages: '{ got: { at: got } }',
    commitments: `
  - { id: leads, owed_by: marketing, owed_to: sales, count: { stage: got }, target: ">= 1 per month" }
  - { id: meetings, owed_by: marketing, owed_to: sales, occurrence: { records: ${records}, at: date, with: { minutes: present } }, target: ">= 2 per month" }`,
  });

const leads = 'id,got\na,2026-03-05T09:00:00\nb,2026-03-10T09:00:00\n';
/** One that was, one without minutes, and one to come. */
const FILES = {
  'meetings.csv': 'date,minutes\n2026-03-03,m1.md\n2026-03-06,\n2026-03-24,m3.md\n',
  'meetings.yaml': `- { date: 2026-03-03, minutes: m1.md }
- { date: 2026-03-06 }
- { date: 2026-03-24, minutes: m3.md }
`,
};

it.each(Object.entries(FILES))('a record of %s that is planned for later is pending', async (file, text) => {
  const of = async (asOf: string | null) => {
    const { result } = await reportOf(agreement(file), { leads, [file]: text }, { asOf });
    const { counts, value, verdict } = result('meetings', '2026-03');
    return { met: counts.met, pending: counts.pending, unknown: counts.unknown, value, verdict };
  };
  const toCome = { met: 1, pending: 1, unknown: 0, value: 1, verdict: 'open' };
  expect(await of(null)).toEqual(toCome);
  expect(await of('2026-03-20')).toEqual(toCome);
  // Before the latest lead it was not known then.
  expect(await of('2026-03-06')).toEqual({ ...toCome, pending: 0 });
  expect(await of('2026-03-24')).toEqual({ met: 2, pending: 0, unknown: 0, value: 2, verdict: 'met' });
});
