import { expect, it } from 'vitest';
import {
  byPeriod,
  readRows,
  report,
  sharedData,
  sharedFile,
  sum,
  tally,
  total,
  unlessShared,
} from './sla.ts';

const LEADS = sharedFile('real-estate-funnel/Leads.csv');

/** All months, of which a report shows the last twelve unless it is asked for more. */
const run = () => report('examples/real-estate', '--from', '2024-01', '--leads', LEADS, '--allow-outside');
const day = (text: string): number => Date.parse(text) / 86_400_000;

it.skipIf(sharedData === null)(
  `leads and bookings by period are those of a plain loop${unlessShared}`,
  async () => {
    const rows = readRows(LEADS);
    const answer = await run();
    expect(byPeriod(answer, 'volume', (result) => result.value)).toEqual(
      tally(rows.map((row) => (row.Lead_Date as string).slice(0, 7))),
    );
    const booked = rows.filter((row) => row.Booking_Date !== '').length;
    expect(sum(byPeriod(answer, 'bookings', (result) => result.value ?? 0))).toBe(booked);
  },
);

it.skipIf(sharedData === null)(
  `qualification in time is that of a walk over the days${unlessShared}`,
  async () => {
    const expected = { met: 0, breached: 0, pending: 0, unknown: 0 };
    for (const row of readRows(LEADS)) {
      let due = day(row.Lead_Date as string);
      for (let left = 8; left > 0; ) if ((++due + 3) % 7 < 5) left--;
      const stop = row.Qualification_Date === '' ? null : day(row.Qualification_Date as string);
      // The export's last date is 30 June 2026; a day that is not over yet may still bring the stop.
      if (stop === null) expected[due < day('2026-06-30') ? 'breached' : 'pending']++;
      else expected[stop <= due ? 'met' : stop === due + 1 ? 'unknown' : 'breached']++; // it may be that midnight
    }
    expect(total(await run(), 'qualification')).toEqual(expected);
  },
);

it.skipIf(sharedData === null)(`shares are those of plain loops${unlessShared}`, async () => {
  const rows = readRows(LEADS);
  const answer = await run();
  const share = (of: typeof rows, holds: (row: Record<string, string>) => boolean) => {
    const met = of.filter(holds).length;
    return { met, breached: of.length - met, pending: 0, unknown: 0 };
  };
  expect(total(answer, 'assigned')).toEqual(share(rows, (row) => row.Agent_ID !== ''));
  expect(total(answer, 'reasons')).toEqual(
    share(
      rows.filter((row) => row.Lead_Status === 'Lost'),
      (row) => row.Lost_Reason !== '',
    ),
  );
  expect(total(answer, 'visits')).toEqual(
    share(
      rows.filter((row) => row.Qualification_Date !== ''),
      (row) => row.Site_Visit_Date !== '',
    ),
  );
});
