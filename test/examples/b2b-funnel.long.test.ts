import { expect, it } from 'vitest';
import { byPeriod, readRows, report, sharedData, sharedFile, tally, total, unlessShared } from './sla.ts';

const LEADS = sharedFile('b2b-funnel/leads.csv');
const DAY = 86_400_000;

/** All months, of which a report shows the last twelve unless it is asked for more. */
const ALL = ['--from', '2025-01'];

const run = (...more: string[]) =>
  report('examples/b2b-funnel', '--leads', LEADS, '--allow-outside', ...more);

const qualified = () => readRows(LEADS).filter((row) => row.mql_date !== '');
const day = (text: string): number => Date.parse(text) / DAY;
/** 25 September 2026, the latest date in the columns that the agreement names. */
const AS_OF = '2026-09-25';

it.skipIf(sharedData === null)(
  `qualified leads in scope by month are those of a plain loop${unlessShared}`,
  async () => {
    const months = qualified().filter((row) => Number(row.lead_score) >= 50);
    const counted = Object.entries(byPeriod(await run(...ALL), 'volume', (result) => result.value)).filter(
      ([, n]) => n !== 0,
    );
    expect(Object.fromEntries(counted)).toEqual(
      tally(months.map((row) => (row.mql_date as string).slice(0, 7))),
    );
  },
);

it.skipIf(sharedData === null)(`revenue by quarter is that of a plain loop${unlessShared}`, async () => {
  const expected: Record<string, number> = {};
  for (const row of readRows(LEADS)) {
    if (row.customer_date === '') continue;
    const [year = '', month = ''] = (row.customer_date as string).split('-');
    const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
    expected[quarter] = (expected[quarter] ?? 0) + Number(row.expected_arr);
  }
  expect(byPeriod(await run('--period', 'quarter'), 'new-revenue', (result) => result.value)).toEqual(
    expected,
  );
});

it.skipIf(sharedData === null)(
  `business days of whole days decide all cases from dates alone but those of the day after${unlessShared}`,
  async () => {
    const expected = { met: 0, breached: 0, pending: 0, unknown: 0 };
    for (const row of qualified()) {
      let due = day(row.mql_date as string);
      for (let left = 10; left > 0; ) if ((++due + 3) % 7 < 5) left--;
      // The due day ends as the next begins: a stop dated the next day may have come at that very midnight, in time.
      const stop = row.sql_date === '' ? null : day(row.sql_date as string);
      if (stop === null) expected[due < day(AS_OF) ? 'breached' : 'pending']++;
      else expected[stop <= due ? 'met' : stop === due + 1 ? 'unknown' : 'breached']++;
    }
    expect(total(await run(...ALL), 'acceptance')).toEqual(expected);
  },
);

it.skipIf(sharedData === null)(
  `calendar days leave the dates at the edge unknown${unlessShared}`,
  async () => {
    const expected = { met: 0, breached: 0, pending: 0, unknown: 0 };
    for (const row of qualified()) {
      // The wait is more than `dates - 1` and less than `dates + 1` days.
      const dates =
        row.sql_date === '' ? Infinity : day(row.sql_date as string) - day(row.mql_date as string);
      expected[dates + 1 <= 10 ? 'met' : dates - 1 >= 10 ? 'breached' : 'unknown']++;
    }
    expect(total(await run(...ALL), 'acceptance-by-date')).toEqual(expected);
  },
);
