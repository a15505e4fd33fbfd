import { expect } from 'vitest';
import { comparePromises } from '../../src/change/promise.ts';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** Tickets with a log of their own. Open 09:00-12:00 and 13:00-17:00 in Paris: one hour before UTC in March. */
const agreement = (measure: string, owners = '') =>
  agreementText({
    id: 'care',
    title: 'Customer care',
    timezone: 'Europe/Paris',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-12:00", "13:00-17:00"] } } }',
    sources: `
  tickets:
    files: tickets.csv
    timezone: Europe/Paris
    key: ticket${owners}
    fields:
      ticket: ticket
      owner: owner
      opened: { column: opened, type: datetime, format: iso }
      solved: { column: solved, type: datetime, format: iso }
  log:
    files: log.csv
    timezone: Europe/Paris
    belongs_to: { tickets: ticket }
    fields:
      at: { column: entered, type: datetime, format: iso }
      entered: { column: entered, type: datetime, format: iso }
      left: { column: left, type: datetime, format: iso }
      what: what`,
    stages: '{ opened: { at: opened }, solved: { at: solved } }',
    commitments: `
  - id: promise
    owed_by: sales
    owed_to: marketing
    ${measure}
    max_unknown: 100%
    target: ">= 50%"`,
  }).replace(/profile:.*\n/, '');

const tickets = (...rows: readonly string[]) => `ticket,owner,opened,solved\n${rows.join('\n')}\n`;
const log = (...rows: readonly string[]) => `ticket,entered,left,what\n${rows.join('\n')}\n`;
const day = (n: number, time: string) => `2026-03-0${n} ${time}`;
const asOf = { asOf: '2026-03-13' };

const held =
  'response: { from: opened, to: solved, within: 4 business hours, calendar: office, pause: { source: log, from: entered, to: left, where: { what: waiting }, at_most: 14 business hours } }';

describe('rows that belong to tickets hold their clocks', () => {
  const rows = {
    tickets: tickets(
      `weekend,Zoe,${day(6, '15:00')},2026-03-09 14:00`,
      `lunch,Zoe,${day(2, '10:00')},${day(2, '16:00:01')}`,
      `overlapping,Zoe,${day(2, '09:00')},${day(2, '15:00')}`,
      `before,Zoe,${day(2, '11:00')},${day(2, '16:30')}`,
      `touching,Zoe,${day(2, '09:00')},${day(2, '14:00')}`,
      `lasting,Zoe,${day(2, '09:00')},`,
      `spoken,Zoe,${day(2, '09:00')},${day(2, '14:00:01')}`,
    ),
    log: log(
      `weekend,${day(6, '16:00')},2026-03-09 10:00,waiting`,
      `lunch,${day(2, '11:30')},${day(2, '13:30')},waiting`,
      `overlapping,${day(2, '10:30')},${day(2, '11:30')},waiting`,
      `overlapping,${day(2, '10:00')},${day(2, '11:00')},waiting`,
      `before,2026-02-27 10:00,${day(2, '11:30')},waiting`,
      `touching,${day(2, '14:00')},${day(2, '16:00')},waiting`,
      `lasting,${day(2, '10:00')},,waiting`,
      `spoken,${day(2, '10:00')},${day(2, '11:00')},call`,
      `nobodys,${day(2, '10:00')},${day(2, '11:00')},waiting`,
      `,${day(2, '10:00')},${day(2, '11:00')},waiting`,
    ),
  };

  it('by the open time of each hold, as those of leads are held', async () => {
    expect(await casesOf(agreement(held), rows, asOf)).toMatchObject({
      // Friday 16-17 and Monday 09-10: due moves from Monday 11:00 past lunch to 14:00.
      weekend: { state: 'met', due: '2026-03-09T13:00Z', elapsed: 4 * 3600 },
      lunch: { state: 'breached', due: '2026-03-02T15:00Z', elapsed: 4 * 3600 + 1 },
      overlapping: { state: 'met', due: '2026-03-02T14:30Z', elapsed: 3.5 * 3600 },
      before: { state: 'met', due: '2026-03-02T15:30Z', elapsed: 4 * 3600 },
      touching: { state: 'met', due: '2026-03-02T13:00Z', elapsed: 4 * 3600 },
      // 14 hours of the hold count: 18 hours after Monday 09:00 is Wednesday 14:00.
      lasting: { state: 'breached', due: '2026-03-04T13:00Z' },
      spoken: { state: 'breached', due: '2026-03-02T13:00Z' },
    });
  });

  it('and one that is still on hold at as-of is pending', async () => {
    expect(await casesOf(agreement(held), rows, { asOf: '2026-03-03T16:00:00Z' })).toMatchObject({
      lasting: { state: 'pending' },
    });
  });

  it('and the report tells the attainment without them, and which rows are of no ticket', async () => {
    const report = await reportOf(agreement(held), rows, asOf);
    expect(report.result('promise', '2026-03')).toMatchObject({
      attainment: 4 / 7,
      extras: { attainmentWithoutPauses: 1 / 7 },
    });
    expect(report.ledgers.log).toMatchObject({ read: 10, judged: 9, excluded: { 'of no row': 1 } });
    expect(report.notes).toContain(
      '1 of the 9 rows of "log" belongs to no row of "tickets" that could be read',
    );
  });
});

describe('rows that belong to tickets', () => {
  const rows = {
    tickets: tickets(
      `A,Zoe,${day(2, '09:00')},${day(4, '10:00')}`,
      `B,Zoe,${day(2, '09:00')},${day(4, '10:00')}`,
      `C,Zoe,${day(2, '09:00')},`,
    ),
    log: log(
      `A,${day(2, '10:00')},,call`,
      `A,${day(3, '10:00')},,call`,
      `B,${day(2, '15:00')},,call`,
      `B,${day(5, '10:00')},,mail`,
      `C,${day(2, '08:00')},,call`,
    ),
  };
  const states = async (measure: string) => {
    const cases = await casesOf(agreement(measure), rows, asOf);
    return Object.fromEntries(Object.entries(cases).map(([ticket, { state }]) => [ticket, state]));
  };

  it('are attempts at them', async () => {
    const measure = 'attempts: { from: opened, at_least: 2, within: 2 business days, calendar: office }';
    expect(await states(measure)).toEqual({ A: 'met', B: 'breached', C: 'breached' });
    expect(await states(measure.replace('at_least: 2', 'at_least: 1'))).toEqual({
      ...{ A: 'met', B: 'met', C: 'breached' },
    });
  });

  it('hold the window of attempts, which is longer by the open time of each hold before it was over', async () => {
    const tried = (atMost: string) =>
      `attempts: { from: opened, at_least: 2, within: 4 business hours, calendar: office, touches: { what: call }, pause: { source: log, from: entered, to: left, where: { what: waiting }, at_most: ${atMost} } }`;
    const held = {
      tickets: tickets(
        ...['plain', 'lunch', 'weekend', 'twice', 'early', 'later', 'lasting'].map(
          (id) => `${id},Zoe,${id === 'weekend' ? day(6, '15:00') : day(2, '10:00')},`,
        ),
      ),
      log: log(
        // Four hours from Monday 10:00 are over at 15:00.
        `plain,${day(2, '11:00')},,call`,
        `plain,${day(2, '15:30')},,call`,
        // Half an hour on each side of lunch: due at 16:00.
        `lunch,${day(2, '11:30')},${day(2, '13:30')},waiting`,
        `lunch,${day(2, '11:00')},,call`,
        `lunch,${day(2, '16:00')},,call`,
        // Friday 16-17 and Monday 9-10: Monday 11:00 becomes 14:00.
        `weekend,${day(6, '16:00')},2026-03-09 10:00,waiting`,
        `weekend,2026-03-09 10:30,,call`,
        `weekend,2026-03-09 14:00:01,,call`,
        // 10:30 to 11:30, once; what was called meanwhile counts all the same.
        `twice,${day(2, '10:30')},${day(2, '11:15')},waiting`,
        `twice,${day(2, '11:00')},${day(2, '11:30')},waiting`,
        `twice,${day(2, '11:00')},,call`,
        `twice,${day(2, '16:00')},,call`,
        // Before the start, and from due on: nothing.
        `early,${day(2, '09:00')},${day(2, '10:00')},waiting`,
        `early,${day(2, '11:00')},,call`,
        `early,${day(2, '15:01')},,call`,
        `later,${day(2, '15:00')},${day(2, '17:00')},waiting`,
        `later,${day(2, '11:00')},,call`,
        `later,${day(2, '16:00')},,call`,
        `lasting,${day(2, '11:00')},,waiting`,
      ),
    };
    const found = await casesOf(agreement(tried('7 business hours')), held, asOf);
    expect(found).toMatchObject({
      plain: { state: 'breached', due: '2026-03-02T14:00Z' },
      lunch: { state: 'met', due: '2026-03-02T15:00Z' },
      weekend: { state: 'breached', due: '2026-03-09T13:00Z' },
      twice: { state: 'met', due: '2026-03-02T15:00Z' },
      early: { state: 'breached', due: '2026-03-02T14:00Z' },
      later: { state: 'breached', due: '2026-03-02T14:00Z' },
      // Seven hours of it count: eleven after Monday 10:00 is Tuesday 15:00.
      lasting: { state: 'breached', due: '2026-03-03T14:00Z' },
    });
    expect(
      await casesOf(agreement(tried('40 business hours')), held, { asOf: '2026-03-03T16:00:00Z' }),
    ).toMatchObject({ lasting: { state: 'pending' } });
    const report = await reportOf(agreement(tried('7 business hours')), held, asOf);
    expect(report.result('promise', '2026-03')).toMatchObject({
      attainment: 2 / 7,
      extras: { attainmentWithoutPauses: 0 },
    });
  });

  it('stop their clocks', async () => {
    const measure =
      'response: { from: opened, to: { earliest: log, where: { what: call } }, within: 4 business hours, calendar: office }';
    // What came before the ticket was opened stops nothing.
    expect(await states(measure)).toEqual({ A: 'met', B: 'breached', C: 'breached' });
  });

  it('are asked for in conditions', async () => {
    const touched = (before = '') =>
      `share: { of: { stage: opened }, with: { touched: { source: log, where: { what: mail }${before} } } }`;
    expect(await states(touched())).toEqual({ A: 'breached', B: 'met', C: 'breached' });
    // The mail came on Thursday, and the ticket was solved on Wednesday.
    expect(await states(touched(', before: solved'))).toEqual({
      ...{ A: 'breached', B: 'breached', C: 'breached' },
    });
  });

  it('tell who owned one when it was due', async () => {
    const owners = '\n    owners: { source: log, owner: what, from: entered, to: left }';
    const measure = 'response: { from: opened, to: solved, within: 4 business hours, calendar: office }';
    // Due on Monday at 14:00: nobody but A's and C's callers had their ticket by then.
    const report = await reportOf(agreement(measure, owners), rows, { ...asOf, by: ['owner'] });
    const parts = report.results.flatMap((one) =>
      one.by === null ? [] : [[one.by.owner, one.counts.breached] as const],
    );
    expect(Object.fromEntries(parts)).toEqual({ call: 2, Zoe: 1 });
    expect(report.notes).toContain(
      'promise: 2 cases were reassigned, and are charged to whoever owned them when they were due',
    );
  });

  it('are another matter where the key of theirs is written elsewhere: a change of what a promise rests on', async () => {
    const read = async (text: string) => {
      const { agreement: found } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
      const promise = found?.commitments[0];
      if (!found || !promise) throw new Error('The agreement is refused');
      return { agreement: found, promise };
    };
    const text = agreement(held);
    const changes = comparePromises(
      await read(text),
      await read(text.replace('belongs_to: { tickets: ticket }', 'belongs_to: { tickets: about }')),
    );
    expect(changes).toContainEqual(expect.objectContaining({ rule: 'sources.log', class: 'open' }));
  });

  it('are refused where nothing can belong to what they name', async () => {
    const refused = (from: string, to: string) => refusalOf(agreement(held).replace(from, to), rows, asOf);
    // And nothing more is said of the promise that names the log.
    expect(await refused('{ tickets: ticket }', '{ leads: ticket }')).toEqual(['source-link']);
    expect(await refused('{ tickets: ticket }', '{ log: ticket }')).toEqual(['source-link']);
    expect(await refused('    belongs_to', '    key: ticket\n    belongs_to')).toContain('source-link');
    expect(await refused('from: entered, to: left, where', 'from: opened, to: left, where')).toEqual([
      'unknown-field',
    ]);
    expect(
      await refused(
        '    belongs_to: { tickets: ticket }',
        '    owners: { source: log, owner: what, from: entered, to: left }\n    belongs_to: { tickets: ticket }',
      ),
    ).toEqual(['source-link']);
  });
});
