import { expect, it } from 'vitest';
import { byPeriod, readRows, report, sharedData, sharedFile, tally, total, unlessShared } from './sla.ts';

const LEADS = sharedFile('lead-response-sample/sample_lead_data.csv');

const run = () => report('examples/lead-response', '--leads', LEADS, '--allow-outside');

/** Microseconds of `2025-10-23 11:01:52.257503`, read as UTC. */
function micros(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Date.parse(`${whole.replace(' ', 'T')}Z`) * 1000 + Number(fraction.padEnd(6, '0'));
}

it.skipIf(sharedData === null)(
  `answers within 15 minutes are those of a plain loop over the instants${unlessShared}`,
  async () => {
    const met: string[] = [];
    const all: string[] = [];
    for (const row of readRows(LEADS)) {
      const month = (row.lead_time as string).slice(0, 7);
      all.push(month);
      if (micros(row.first_response_time as string) - micros(row.lead_time as string) <= 15 * 60e6)
        met.push(month);
    }
    expect(met.length).toBe(3217);
    const answer = await run();
    expect(byPeriod(answer, 'quarter-hour', (result) => result.counts.met)).toEqual(tally(met));
    expect(byPeriod(answer, 'volume', (result) => result.value)).toEqual(tally(all));
  },
);

it.skipIf(sharedData === null)(
  `the file's own minutes agree, but for their rounding${unlessShared}`,
  async () => {
    const minutes = readRows(LEADS).map((row) => Number(row.response_time_mins));
    const surely = minutes.filter((value) => value < 15).length;
    const perhaps = minutes.filter((value) => value === 15).length;
    const { met = 0 } = total(await run(), 'quarter-hour');
    expect(met).toBeGreaterThanOrEqual(surely);
    expect(met).toBeLessThanOrEqual(surely + perhaps);
  },
);

it.skipIf(sharedData === null)(`orders are a share of all leads${unlessShared}`, async () => {
  const ordered = readRows(LEADS).filter((row) => row.ordered === '1').length;
  expect(total(await run(), 'orders')).toEqual({
    met: ordered,
    breached: 10_000 - ordered,
    pending: 0,
    unknown: 0,
  });
});

it.skipIf(sharedData === null)(
  `showroom hours are those of a walk over the seconds of each week${unlessShared}`,
  async () => {
    const expected = { met: 0, breached: 0, pending: 0, unknown: 0 };
    for (const row of readRows(LEADS)) {
      const limit = (row.lead_source === 'Walk-in' ? 30 : 60) * 60e6;
      const open = openMicros(micros(row.lead_time as string), micros(row.first_response_time as string));
      // A stop outside hours counts at its own instant: the hour is used up at its due, and any later instant is late.
      const late = open.inside > limit || (open.inside === limit && open.since > 0);
      expected[late ? 'breached' : 'met']++;
    }
    expect(total(await run(), 'business-hour')).toEqual(expected);
  },
);

/** Open time between two instants, and the time since the last open microsecond. */
function openMicros(from: number, to: number): { inside: number; since: number } {
  const DAY = 86_400e6;
  let inside = 0;
  let last = from;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const weekday = (day + 3) % 7; // 0 is Monday
    const thanksgiving = day * DAY === Date.UTC(2025, 10, 27) * 1000;
    if (weekday === 6 || thanksgiving) continue;
    const [opens, closes] = weekday === 5 ? [10, 17] : [9, 19];
    const a = Math.max(from, day * DAY + opens * 3600e6);
    const b = Math.min(to, day * DAY + closes * 3600e6);
    if (b > a) {
      inside += b - a;
      last = b;
    }
  }
  return { inside, since: to - last };
}
