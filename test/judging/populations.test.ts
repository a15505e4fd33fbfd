import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (measure: string, target: string, more = '') =>
  agreementText({
    id: 'population',
    title: 'Population',
    timezone: 'UTC',
    calendars: '{ office: { timezone: UTC, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      owner: owner
      created: { column: created, type: datetime, format: iso }
  requests:
    files: requests.csv
    key: id
    fields:
      id: id
      about: about
      visits: { column: visits, type: integer }
      raised: { column: raised, type: datetime, format: iso }
      answered: { column: answered, type: datetime, format: iso }
      due: { column: due, type: date, format: iso }`,
    stages: '{ created: { at: created }, raised: { at: raised }, answered: { at: answered } }',
    profile: '{ must: { owner: present } }',
    commitments: `
  - id: listening
    owed_by: marketing
    owed_to: sales
    ${measure}
    max_unknown: 100%
    target: "${target}"`,
    more,
  });

const exports = (...rows: readonly string[]) => ({
  leads: 'id,owner,created\nR1,Ana,2026-03-31 12:00\n',
  requests: `id,about,visits,raised,answered,due\n${rows.join('\n')}\n`,
});

const ROWS = exports(
  'R1,Offer,60,2026-03-02 09:00,2026-03-03 09:00,2026-03-03',
  'R2,Offer,70,2026-03-02 09:00,2026-03-04 09:00,2026-03-03',
  'R3,Other,,2026-03-04 09:00,,2026-04-15',
  'R4,Offer,5,2026-03-04 09:00,2026-03-31 12:00,',
);

describe('rows that are no leads', () => {
  it('are counted', async () => {
    const { result } = await reportOf(
      agreement('count: { stage: raised, where: { about: Offer } }', '>= 3 per month'),
      ROWS,
    );
    expect(result('listening', '2026-03')).toMatchObject({
      value: 3,
      verdict: 'met',
      reasons: { 'out-of-scope': 1 },
      recycled: null,
    });
  });

  it('have numbers that are added up', async () => {
    const { result } = await reportOf(
      agreement('sum: { stage: raised, field: visits }', '>= 100 visits per month'),
      ROWS,
    );
    expect(result('listening', '2026-03')).toMatchObject({
      value: 135,
      reasons: { 'no-value': 1 },
    });
  });

  it('are parts of a whole', async () => {
    const { result } = await reportOf(
      agreement('share: { of: { stage: raised }, reaches: answered }', '>= 75%'),
      ROWS,
    );
    expect(result('listening', '2026-03')).toMatchObject({ attainment: 0.75, verdict: 'met' });
  });

  it('are answered in time, by a clock or by their own dates', async () => {
    const timed = await casesOf(
      agreement(
        'response: { from: raised, to: answered, within: 9 business hours, calendar: office }',
        '50%',
      ),
      ROWS,
    );
    expect(timed).toMatchObject({
      R1: { state: 'met', due: '2026-03-03T10:00Z' },
      R2: { state: 'breached' },
      R3: { state: 'breached' },
      R4: { state: 'breached' },
    });
    const dated = await casesOf(agreement('response: { from: raised, to: answered, by: due }', '50%'), ROWS);
    expect(dated).toMatchObject({
      R1: { state: 'met' },
      R2: { state: 'breached' },
      R3: { state: 'pending' },
      R4: { state: 'unknown', reason: 'no-deadline' },
    });
  });

  it('are not cut by the fields of leads, and stand in a ledger of their own', async () => {
    const { results, ledgers } = await reportOf(
      agreement('count: { stage: raised, where: { about: Offer } }', '>= 3 per month'),
      ROWS,
      { by: ['owner'] },
    );
    expect(results.map(({ by }) => by)).toEqual([null]);
    expect(ledgers.requests).toMatchObject({ read: 4, judged: 3, excluded: { 'out of scope': 1 } });
    expect(ledgers.leads).toMatchObject({ read: 1, judged: 0 });
  });

  it('are excused by their keys where a waiver names the promise', async () => {
    const share = 'response: { from: raised, to: answered, within: 8 business hours, calendar: office }';
    const waiver = (more: string) =>
      `waivers: [{ leads: [R2]${more}, reason: Fair, approved_by: [marketing, sales] }]`;
    const named = await casesOf(agreement(share, '50%', waiver(', commitment: listening')), ROWS);
    expect(named.R2).toMatchObject({ state: 'excluded', reason: 'waived' });
    const all = await casesOf(agreement(share, '50%', waiver('')), ROWS);
    expect(all.R2).toMatchObject({ state: 'breached' });
  });

  it('with one key and different cells are refused, as leads are', async () => {
    const rows = exports('R1,Offer,1,2026-03-02 09:00,,', 'R1,Offer,2,2026-03-02 09:00,,');
    expect(
      await refusalOf(agreement('sum: { stage: raised, field: visits }', '>= 1 per month'), rows),
    ).toEqual(['differing-rows']);
  });

  it('tell the present where they are the latest', async () => {
    const { asOf } = await reportOf(
      agreement('share: { of: { stage: raised }, reaches: answered }', '>= 75%'),
      exports('R1,Offer,1,2026-03-02 09:00,2026-05-02 09:00,'),
    );
    expect(asOf).toBe(Date.UTC(2026, 4, 2, 9) * 1000);
  });

  it('are cut by their own fields, and what lacks one of these is told as a whole', async () => {
    const text = agreement('response: { from: raised, to: answered, by: due }', '>= 50%');
    const parts = async (by: readonly string[], written = text) => {
      const { results } = await reportOf(written, ROWS, { by });
      return results.flatMap((one) =>
        one.by === null ? [] : [[one.by, one.counts.met, one.counts.breached]],
      );
    };
    expect(await parts(['about'])).toEqual([
      [{ about: 'Offer' }, 1, 1],
      [{ about: 'Other' }, 0, 0],
    ]);
    // No row has both.
    expect(await parts(['about', 'owner'])).toEqual([]);
    const owned = text.replace('about: about', 'owner: { column: about, personal: true }');
    expect(await refusalOf(owned, ROWS, { by: ['owner'], personal: false })).toEqual(['wrong-option']);
    expect(await parts(['owner'], text.replace('about: about', 'owner: about'))).toEqual([
      [{ owner: 'Offer' }, 1, 1],
      [{ owner: 'Other' }, 0, 0],
    ]);
  });
});
