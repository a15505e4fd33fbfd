import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from './world.ts';

const AGREEMENT = agreementText({
  id: 'pace',
  title: 'Pace',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-12:00, 13:00-17:00] } } }',
  stages: '{ created: { at: created } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 120 per month" }`,
});

// 1 March 2026 is a Sunday; the month has 22 days from Monday to Friday.
const LEADS = { leads: 'id,created\nL1,2026-03-02 09:00\nL2,2026-02-10 09:00\n' };

it.each(['2026-03-01T12:00', '2026-03-02T09:01', '2026-03-02T12:30', '2026-03-02T16:59'])(
  'nothing is projected before the first open day is over: %s',
  async (asOf) => {
    const { result } = await reportOf(AGREEMENT, LEADS, { asOf });
    expect(result('volume', '2026-03')).toMatchObject({ pace: null, outlook: null });
  },
);

it.each(['2026-03-02T17:00', '2026-03-02T23:00', '2026-03-03T09:00'])(
  'one open day of 22 is enough: %s',
  async (asOf) => {
    const { result } = await reportOf(AGREEMENT, LEADS, { asOf });
    const { pace, outlook } = result('volume', '2026-03');
    expect(outlook).toBe('at risk');
    expect(pace?.projected).toBeCloseTo(22, 6);
    expect(pace?.expected).toBeCloseTo(120 / 22, 6);
  },
);
