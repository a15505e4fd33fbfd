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

const LEADS = sharedFile('olist-marketing-funnel/olist_marketing_qualified_leads_dataset.csv');
const DEALS = sharedFile('olist-marketing-funnel/olist_closed_deals_dataset.csv');
const DAY = 86_400_000;

/** All months, of which a report shows the last twelve unless it is asked for more. */
const run = () =>
  report(
    ...['examples/olist', '--from', '2017-06', '--allow-outside'],
    ...['--source', `leads=${LEADS}`, '--source', `deals=${DEALS}`],
  );

/** Wall-clock milliseconds, zone ignored: the funnel's limit is in dates, so the zone cancels out. */
const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T').padEnd(19, 'T00:00:00')}Z`);

it.skipIf(sharedData === null)(
  `Olist's leads by month are those of a plain loop${unlessShared}`,
  async () => {
    const expected = tally(readRows(LEADS).map((row) => (row.first_contact_date as string).slice(0, 7)));
    const answer = await run();
    const counted = Object.entries(byPeriod(answer, 'volume', (result) => result.value)).filter(
      ([, n]) => n !== 0,
    );
    expect(Object.fromEntries(counted)).toEqual(expected);
    expect(answer.ledger.leads).toEqual({ read: 8000, judged: 8000, excluded: {}, rejected: {} });
  },
);

it.skipIf(sharedData === null)(`Olist's deals join their leads${unlessShared}`, async () => {
  const won = new Map(readRows(DEALS).map((row) => [row.mql_id, row.won_date as string]));
  const answer = await run();
  const months = byPeriod(answer, 'new-sellers', (result) => result.value ?? 0);
  expect(sum(months)).toBe(842);
  expect(months['2018-04']).toBe([...won.values()].filter((date) => date.startsWith('2018-04')).length);
  // A deal won before the day of the first contact says nothing of what came of it.
  const before = readRows(LEADS).filter(
    ({ mql_id: id, first_contact_date: day }) => won.has(id) && wall(won.get(id) ?? '') < wall(day as string),
  ).length;
  expect(before).toBe(1);
  expect(total(answer, 'win-rate')).toMatchObject({
    met: 842 - before,
    breached: 8000 - 842,
    unknown: before,
  });
});

it.skipIf(sharedData === null)(
  `Olist's blank and unknown origins are told apart${unlessShared}`,
  async () => {
    const unknown = readRows(LEADS).filter((row) => row.origin === 'unknown').length;
    expect(total(await run(), 'known-origin')).toEqual({
      met: 8000 - unknown,
      breached: unknown,
      pending: 0,
      unknown: 0,
    });
  },
);

it.skipIf(sharedData === null)(
  `Olist's deals within 60 days are decided only where both ends of the first contact's day agree${unlessShared}`,
  async () => {
    const won = new Map(readRows(DEALS).map((row) => [row.mql_id, row.won_date as string]));
    const expected = { met: 0, breached: 0, pending: 0, unknown: 0 };
    for (const row of readRows(LEADS)) {
      const start = wall(row.first_contact_date as string);
      const stop = won.get(row.mql_id as string);
      if (stop === undefined)
        expected.breached++; // the last deal is 167 days after the last lead
      else if (wall(stop) < start)
        expected.unknown++; // before the contact, whatever its hour
      else if (wall(stop) <= start + 60 * DAY) expected.met++;
      else if (wall(stop) > start + 61 * DAY) expected.breached++;
      else expected.unknown++;
    }
    expect(expected).toEqual({ met: 610 + 33, breached: 7158 + 195, pending: 0, unknown: 1 + 3 });
    expect(total(await run(), 'win-in-time')).toEqual(expected);
  },
);
