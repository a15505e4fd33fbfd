import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** Open 09:00-12:00 and 13:00-17:00, seven hours a day, in Paris: one hour before UTC in March. 2 March 2026 is a Monday. */
const agreement = (within = '4 business hours', atMost = '14 business hours', more = '') =>
  agreementText({
    id: 'hold',
    title: 'On hold',
    timezone: 'Europe/Paris',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-12:00", "13:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      size: { column: size, type: integer }
      created: { column: created, type: datetime, format: iso }
      answered: { column: answered, type: datetime, format: iso }
      held_from: { column: held_from, type: datetime, format: iso }
      held_to: { column: held_to, type: datetime, format: iso }
  history:
    files: history.csv
    timezone: Europe/Paris
    lead: lead
    fields:
      entered: { column: entered, type: datetime, format: iso }
      left: { column: left, type: datetime, format: iso }
      status: status`,
    stages: '{ created: { at: created }, answered: { at: answered } }',
    profile: '{ must: { size: present } }',
    commitments: `
  - id: promise
    owed_by: sales
    owed_to: marketing
    response:
      from: created
      to: answered
      within: ${within}
      calendar: office
      pause: { source: history, from: entered, to: left, where: { status: waiting }, at_most: ${atMost} }
    max_unknown: 100%
    target: ">= 50%"${more}`,
  });

const leads = (...rows: readonly string[]) =>
  `id,size,created,answered,held_from,held_to\n${rows.map((row) => `${row}\n`).join('')}`;
const history = (...rows: readonly string[]) =>
  `lead,entered,left,status\n${rows.map((row) => `${row}\n`).join('')}`;

const day = (n: number, time: string) => `2026-03-0${n} ${time}`;
const asOf = { asOf: '2026-03-13' };

describe('the clock stands still while a case is on hold', () => {
  const rows = {
    leads: leads(
      `none,1,${day(2, '09:00')},${day(2, '14:00')},,`,
      `weekend,1,${day(6, '15:00')},2026-03-09 14:00,,`,
      `lunch,1,${day(2, '10:00')},${day(2, '16:00:01')},,`,
      `overlapping,1,${day(2, '09:00')},${day(2, '15:00')},,`,
      `before,1,${day(2, '11:00')},${day(2, '16:30')},,`,
      `touching,1,${day(2, '09:00')},${day(2, '14:00')},,`,
      `until,1,${day(2, '09:00')},${day(2, '14:00')},,`,
      `empty,1,${day(2, '09:00')},${day(2, '14:00:01')},,`,
      `negative,1,${day(2, '09:00')},${day(2, '14:00:01')},,`,
      `capped,1,${day(2, '09:00')},${day(6, '11:00')},,`,
      `late,1,${day(2, '09:00')},${day(3, '09:00')},,`,
      `other,1,${day(2, '09:00')},${day(2, '14:00:01')},,`,
      `nobegin,1,${day(2, '09:00')},${day(2, '14:00:01')},,`,
    ),
    history: history(
      `weekend,${day(6, '16:00')},2026-03-09 10:00,waiting`,
      `lunch,${day(2, '11:30')},${day(2, '13:30')},waiting`,
      `overlapping,${day(2, '10:30')},${day(2, '11:30')},waiting`,
      `overlapping,${day(2, '10:00')},${day(2, '11:00')},waiting`,
      `overlapping,${day(2, '10:45')},${day(2, '11:00')},waiting`,
      `before,2026-02-27 10:00,${day(2, '11:30')},waiting`,
      `before,${day(2, '09:00')},${day(2, '10:00')},waiting`,
      `touching,${day(2, '14:00')},${day(2, '16:00')},waiting`,
      `until,${day(2, '13:00')},${day(2, '14:00')},waiting`,
      `empty,${day(2, '10:00')},${day(2, '10:00')},waiting`,
      `negative,${day(2, '12:00')},${day(2, '10:00')},waiting`,
      `capped,${day(2, '10:00')},${day(6, '10:00')},waiting`,
      `late,${day(2, '15:00')},${day(2, '17:00')},waiting`,
      `other,${day(2, '10:00')},${day(2, '11:00')},working`,
      `nobegin,,${day(2, '11:00')},waiting`,
    ),
  };

  it('by the open time of each hold, no more than there is and no more than the cap', async () => {
    expect(await casesOf(agreement(), rows, asOf)).toMatchObject({
      none: { state: 'met', due: '2026-03-02T13:00Z', elapsed: 4 * 3600 },
      // Friday 16-17 and Monday 09-10: two hours, so that Monday 11:00 becomes 14:00, past lunch.
      weekend: { state: 'met', due: '2026-03-09T13:00Z', elapsed: 4 * 3600 },
      // Half an hour on each side of lunch.
      lunch: { state: 'breached', due: '2026-03-02T15:00Z', elapsed: 4 * 3600 + 1 },
      // 10:00 to 11:30, once.
      overlapping: { state: 'met', due: '2026-03-02T14:30Z', elapsed: 3.5 * 3600 },
      // From the start to 11:30.
      before: { state: 'met', due: '2026-03-02T15:30Z', elapsed: 4 * 3600 },
      // At one instant the stop comes before the pause.
      touching: { state: 'met', due: '2026-03-02T13:00Z', elapsed: 4 * 3600 },
      until: { state: 'met', due: '2026-03-02T14:00Z', elapsed: 3 * 3600 },
      empty: { state: 'breached', due: '2026-03-02T13:00Z', elapsed: 4 * 3600 + 1 },
      negative: { state: 'breached', due: '2026-03-02T13:00Z' },
      // 28 hours on hold, of which 14 count: 18 hours after Monday 09:00 is Wednesday 14:00.
      capped: { state: 'breached', due: '2026-03-04T13:00Z', elapsed: 16 * 3600 },
      // A hold that begins after due moves nothing; the time that it took is not the team's all the same.
      late: { state: 'breached', due: '2026-03-02T13:00Z', elapsed: 5 * 3600 },
      other: { state: 'breached', due: '2026-03-02T13:00Z' },
      nobegin: { state: 'breached', due: '2026-03-02T13:00Z' },
    });
  });

  it('and the report says what it would be if no clock stood still, and which rows hold nothing', async () => {
    const report = await reportOf(agreement(), rows, asOf);
    // Met: none, weekend, overlapping, before, touching, until. Without pauses: none, touching, until.
    expect(report.result('promise', '2026-03')).toMatchObject({
      counts: { met: 6, breached: 7 },
      attainment: 6 / 13,
      extras: { attainmentWithoutPauses: 3 / 13 },
      final: false,
    });
    const later = await reportOf(agreement(), rows, { asOf: '2026-04-01' });
    expect(later.result('promise', '2026-03').final).toBe(true);
    expect(report.notes).toContain(
      '2 rows of "history" end a pause before it begins, or have no beginning, and stop no clock',
    );
  });
});

describe('a case that is on hold at as-of', () => {
  const rows = {
    leads: leads(`A,1,${day(3, '09:00')},,,`, `B,1,${day(2, '09:00')},,,`, `C,1,${day(3, '09:00')},,,`),
    history: history(
      `A,${day(3, '10:00')},,waiting`,
      `B,${day(2, '15:00')},,waiting`,
      `C,${day(3, '10:00')},${day(5, '10:00')},waiting`,
    ),
  };

  it('is pending, and due so much later, but one that was late before is late', async () => {
    const cases = await casesOf(agreement(), rows, { asOf: '2026-03-03T16:00:00Z' });
    expect(cases).toMatchObject({
      // Six hours on hold: ten hours after Tuesday 09:00 is Wednesday 12:00.
      A: { state: 'pending', due: '2026-03-04T11:00Z', atRisk: false },
      B: { state: 'breached', due: '2026-03-02T13:00Z' },
      // Its end is not known yet.
      C: { state: 'pending', due: '2026-03-04T11:00Z' },
    });
  });

  it('is late once the cap is used up and the time is over', async () => {
    // 18 hours after Tuesday 09:00: Thursday 14:00.
    const before = await casesOf(agreement(), rows, { asOf: '2026-03-05T13:00:00Z' });
    expect(before.A).toMatchObject({ state: 'pending', due: '2026-03-05T13:00Z', atRisk: true });
    const after = await casesOf(agreement(), rows, { asOf: '2026-03-05T13:00:01Z' });
    expect(after.A).toMatchObject({ state: 'breached', due: '2026-03-05T13:00Z' });
  });

  it('keeps its month open', async () => {
    const late = await reportOf(agreement(undefined, '700 business hours'), rows, { asOf: '2026-04-15' });
    expect(late.result('promise', '2026-03')).toMatchObject({
      counts: { met: 0, breached: 2, pending: 1 },
      final: false,
    });
  });
});

describe('in every unit of time', () => {
  const rows = {
    leads: leads(`A,1,${day(2, '09:00')},,,`),
    history: history(`A,${day(2, '10:00')},${day(2, '11:00')},waiting`),
  };

  it.each([
    // Tuesday 17:00, and an hour more.
    ['1 business day', '14 business hours', '2026-03-04T09:00Z'],
    ['90 business minutes', '30 business minutes', '2026-03-02T10:00Z'],
    ['24 hours', '72 hours', '2026-03-03T09:00Z'],
    ['2 calendar days', '72 hours', '2026-03-04T09:00Z'],
  ])('a limit of %s, at most %s', async (within, atMost, due) => {
    const cases = await casesOf(agreement(within, atMost), rows, asOf);
    expect(cases.A).toMatchObject({ state: 'breached', due });
  });

  it('a segment has its own limit, and the same holds', async () => {
    const text = agreement(
      undefined,
      undefined,
      '\n    segments: [{ id: large, where: { size: ">= 500" }, within: 1 business day }]',
    );
    const both = { ...rows, leads: leads(`A,600,${day(2, '09:00')},,,`) };
    expect((await casesOf(text, both, asOf)).A).toMatchObject({ due: '2026-03-04T09:00Z', segment: 'large' });
  });
});

describe('the two dates of the row itself', () => {
  const text = agreement().replace(
    'source: history, from: entered, to: left, where: { status: waiting }',
    'from: held_from, to: held_to',
  );

  it('are a pause too, also without a time: then both ends of the day are tried', async () => {
    const cases = await casesOf(
      text,
      {
        leads: leads(
          `A,1,${day(2, '09:00')},${day(2, '15:00')},${day(2, '10:00')},${day(2, '11:00')}`,
          `B,1,${day(2, '09:00')},${day(2, '15:00')},,`,
          // On hold for an hour less than a day, or from the beginning of the one to the end of the other.
          `C,1,${day(2, '09:00')},${day(4, '11:00')},2026-03-02,2026-03-04`,
          `D,1,${day(2, '09:00')},${day(4, '17:00')},2026-03-02,2026-03-03`,
        ),
      },
      asOf,
    );
    expect(cases).toMatchObject({
      A: { state: 'met', due: '2026-03-02T14:00Z', elapsed: 4 * 3600 },
      B: { state: 'breached' },
      // At worst: Tuesday, seven hours, after 7 on Monday. At best: all of it, 7 + 7 + 2 hours.
      C: { state: 'unknown', reason: 'date-only', elapsed: null },
      // At worst nothing, at best 14 hours and still 7 left on Wednesday.
      D: { state: 'breached', elapsed: null },
    });
  });
});

it('a pause that can mean nothing is refused', async () => {
  const rows = { leads: leads(`A,1,${day(2, '09:00')},,,`), history: history() };
  const refused = (from: string, to: string) => refusalOf(agreement().replace(from, to), rows, asOf);
  expect(await refused('at_most: 14 business hours', 'at_most: 14 hours')).toEqual(['pause-unit']);
  expect(await refused('at_most: 14 business hours', 'at_most: 2 business days')).toEqual(['pause-unit']);
  expect(await refused('to: left', 'to: entered')).toEqual(['pause-ends']);
  expect(await refused('to: left', 'to: status')).toEqual(['not-a-date-field']);
  expect(await refused('to: left', 'to: answered')).toEqual(['unknown-field']);
  expect(await refused('within: 4 business hours', 'by: held_to')).toEqual(['no-pause']);
  expect(await refused('calendar: office\n', 'calendar: office\n      split_at: created\n')).toEqual([
    'no-pause',
  ]);
  expect(await refused('max_unknown', 'book_by: due\n    max_unknown')).toEqual(['no-pause']);
  expect(
    await refused(
      'max_unknown',
      'segments: [{ id: s, where: { size: 1 }, within: 2 hours }]\n    max_unknown',
    ),
  ).toEqual(['pause-unit']);
  expect(await refused(', at_most: 14 business hours', '')).toEqual(['missing-key']);
});
