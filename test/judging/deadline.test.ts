import { expect } from 'vitest';
import { response } from '../../src/kinds/response.ts';
import type { Limit } from '../../src/model/time.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (due: string, response = 'from: created, to: done, by: due_on', more = '') =>
  agreementText({
    id: 'deadline',
    title: 'Deadline',
    timezone: 'Europe/Paris',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      size: { column: size, type: integer }
      created: { column: created, type: datetime, format: iso }
      due_on: ${due}
      done: { column: done, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, done: { at: done } }',
    profile: '{ must: { size: present } }',
    commitments: `
  - id: promise
    owed_by: sales
    owed_to: marketing
    response: { ${response} }
    max_unknown: 100%
    target: ">= 50%"${more}`,
  });

const DATE = '{ column: due_on, type: date, format: iso }';
const INSTANT = '{ column: due_on, type: datetime, format: iso }';
const leads = (...rows: readonly string[]) => `id,size,created,due_on,done\n${rows.join('\n')}\n`;

describe('a deadline', () => {
  it('a date without a time is due at its end, in the zone of its source', async () => {
    const cases = await casesOf(agreement(DATE), {
      leads: leads(
        'A,1,2026-03-02 09:00,2026-03-04,2026-03-04 23:59:59',
        'B,1,2026-03-02 09:00,2026-03-04,2026-03-05 00:00',
        'C,1,2026-03-02 09:00,2026-03-04,2026-03-05 00:00:01',
        'D,1,2026-03-02 09:00,2026-03-30,',
        'E,1,2026-03-02 09:00,,2026-03-03 09:00',
        'F,1,2026-03-02 09:00,2026-03-01,2026-03-03 09:00',
        'G,1,2026-03-02 09:00,2026-03-05,',
        'H,1,2026-03-02 09:00,2026-03-09,2026-03-06 09:00',
      ),
    });
    expect(cases).toMatchObject({
      A: { state: 'met', due: '2026-03-04T23:00Z', elapsed: 2 * 86_400 + 15 * 3600 - 1 },
      B: { state: 'met' },
      C: { state: 'breached' },
      D: { state: 'pending', due: '2026-03-30T22:00Z' },
      E: { state: 'unknown', reason: 'no-deadline', due: null },
      F: { state: 'unknown', reason: 'due-before-start' },
      G: { state: 'breached' },
      H: { state: 'met' },
    });
  });

  it('a day after the day of the deadline is late, whatever its time was', async () => {
    const text = agreement(DATE).replace(
      'done: { column: done, type: datetime,',
      'done: { column: done, type: date,',
    );
    const rows = leads(
      'A,1,2026-03-02 09:00,2026-03-04,2026-03-04',
      'B,1,2026-03-02 09:00,2026-03-04,2026-03-05',
      'C,1,2026-03-02 09:00,2026-03-04,2026-03-06',
      'D,1,2026-03-28 09:00,2026-03-29,2026-03-29',
      'E,1,2026-03-28 09:00,2026-03-29,2026-03-30',
    );
    expect(await casesOf(text, { leads: rows })).toMatchObject({
      A: { state: 'met', due: '2026-03-04T23:00Z' },
      B: { state: 'breached', due: '2026-03-04T23:00Z' },
      C: { state: 'breached' },
      D: { state: 'met', due: '2026-03-29T22:00Z' },
      E: { state: 'breached' },
    });
    const instants = text.replace(
      'due_on: { column: due_on, type: date,',
      'due_on: { column: due_on, type: datetime,',
    );
    const midnight = leads(
      'A,1,2026-03-02 09:00,2026-03-05 00:00,2026-03-05',
      'B,1,2026-03-02 09:00,2026-03-05,2026-03-04',
    );
    expect(await casesOf(instants, { leads: midnight })).toMatchObject({
      A: { state: 'unknown', reason: 'date-only' },
      B: { state: 'met' },
    });
  });

  it('an instant is due then, and a segment may have a time limit in place of it', async () => {
    const text = agreement(
      INSTANT,
      undefined,
      '\n    segments:\n      - { id: large, where: { size: ">= 500" }, within: 2 business hours, calendar: office }',
    );
    const cases = await casesOf(text, {
      leads: leads(
        'A,1,2026-03-02 09:00,2026-03-02 12:00,2026-03-02 12:00',
        'B,1,2026-03-02 09:00,2026-03-02 12:00,2026-03-02 12:00:01',
        'C,600,2026-03-02 16:00,,2026-03-03 10:00',
        'D,600,2026-03-02 16:00,2026-03-09,2026-03-03 10:01',
      ),
    });
    expect(cases).toMatchObject({
      A: { state: 'met', due: '2026-03-02T11:00Z' },
      B: { state: 'breached' },
      C: { state: 'met', due: '2026-03-03T09:00Z' },
      D: { state: 'breached', elapsed: 7260 },
    });
  });

  it('a deadline far ahead moves no as-of and is known in the past; a month is final after its last', async () => {
    const rows = {
      leads: leads(
        'A,1,2026-03-02 09:00,2026-03-20,2026-03-12 09:00',
        'B,1,2026-03-03 09:00,2026-04-30,',
        'C,1,2026-04-02 09:00,2026-04-03,2026-04-02 10:00',
      ),
    };
    const { result, asOf } = await reportOf(agreement(DATE), rows);
    expect(asOf).toBe(Date.UTC(2026, 3, 2, 8) * 1000);
    expect(result('promise', '2026-03')).toMatchObject({ counts: { met: 1, pending: 1 }, final: false });
    const late = await reportOf(agreement(DATE), rows, { asOf: '2026-05-01' });
    expect(late.result('promise', '2026-03')).toMatchObject({ counts: { met: 1, breached: 1 }, final: true });
    const then = await reportOf(agreement(DATE), rows, { asOf: '2026-03-05' });
    expect(then.result('promise', '2026-03')).toMatchObject({ counts: { pending: 2 }, final: false });
  });

  it('another deadline, or a time limit in its place, is a term that nobody can compare', () => {
    const measure = (within: Limit) =>
      ({ kind: 'response', from: 'a', to: 'b', within, calendar: null, splitAt: null }) as const;
    const [due, other] = ['due_on', 'promised_on'].map((field) =>
      measure({ unit: 'row', field, text: `by ${field}` }),
    );
    const hours = measure({ unit: 'elapsed', micros: 7_200_000_000, text: '120 minutes' });
    if (!due || !other) throw new Error('There are two');
    expect(response.compare(due, other)).toEqual([
      { rule: 'by', class: 'open', from: 'due_on', to: 'promised_on' },
    ]);
    expect(response.compare(hours, due)).toEqual([
      { rule: 'by', class: 'open', from: 'within 2 hours', to: 'due_on' },
    ]);
    expect(response.describe(due)).toBe('Share of the leads that go from a to b by the date in due_on');
  });

  it('what is done on the day after a date is late, whatever the time of that day', async () => {
    const onDays = agreement(DATE).replace(
      'done: { column: done, type: datetime',
      'done: { column: done, type: date',
    );
    const cases = await casesOf(onDays, {
      leads: leads(
        'A,1,2026-03-02 09:00,2026-03-04,2026-03-04',
        'B,1,2026-03-02 09:00,2026-03-04,2026-03-05',
        'C,1,2026-03-02 09:00,2026-03-04,2026-03-06',
      ),
    });
    expect(cases).toMatchObject({
      A: { state: 'met' },
      B: { state: 'breached' },
      C: { state: 'breached' },
    });
  });

  it('what is due on the last day of a month is booked there', async () => {
    const byDue = agreement(DATE, undefined, '\n    book_by: due');
    const report = await reportOf(
      byDue,
      {
        leads: leads(
          'A,1,2026-02-20 09:00,2026-03-31,2026-03-30 09:00',
          'B,1,2026-03-02 09:00,2026-04-01,2026-03-05 09:00',
        ),
      },
      { asOf: '2026-04-02T12:00:00Z' },
    );
    expect(report.result('promise', '2026-03').counts.met).toBe(1);
    expect(report.result('promise', '2026-04').counts.met).toBe(1);
  });
});
