import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const HEAD = agreementText({
  id: 'no-date',
  title: 'Won, and no date',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      status: status
      won: { column: won, type: datetime, format: iso }
      paid: { column: paid, type: datetime, format: iso }
      amount: { column: amount, type: integer }`,
  stages: `
  created: { at: created }
  won: { at: won, when: { status: [Won] } }
  paid: { at: paid }`,
  commitments: '',
});

const promise = (id: string, measure: string, target: string, more = ''): string => `
  - id: ${id}
    owed_by: marketing
    owed_to: sales
    ${measure}
    target: "${target}"
    min_cases: 1
${more}`;

const PROMISES = [
  promise('few', 'count: { stage: won }', '>= 4 per month'),
  promise('many', 'count: { stage: won }', '>= 3 per month'),
  promise('at-most', 'count: { stage: won }', '<= 4 per month'),
  promise('revenue', 'sum: { field: amount, stage: won }', '>= 1000 per month'),
  promise('share', 'share: { of: { stage: won }, reaches: paid }', '>= 50%'),
  promise('safe', 'share: { of: { stage: won }, reaches: paid }', '>= 20%'),
  promise('capped', 'share: { of: { stage: won }, reaches: paid }', '>= 50%', '    max_unknown: 60%\n'),
  promise('pay', 'response: { from: won, to: paid, within: 5 calendar days }', '>= 50%'),
].join('');

const row = (id: string, status: string, won: string, paid: string, amount: string) =>
  `${id},2026-03-02 09:00,${status},${won},${paid},${amount}`;

const MARCH = '2026-03-10 10:00';

/** Three that are won in March and paid, three that are won nobody knows when, and one that is not won. */
const LEADS = `id,created,status,won,paid,amount
${[
  row('a', 'Won', MARCH, '2026-03-11 10:00', '100'),
  row('b', 'Won', MARCH, '2026-03-12 10:00', '100'),
  row('c', 'Won', MARCH, '2026-03-12 10:00', '100'),
  row('d', 'Won', '', '', '100'),
  row('e', 'Won', '', '', ''),
  row('f', 'Won', '', '', '100'),
  row('g', 'Open', '', '', '100'),
].join('\n')}
`;

const judged = (leads = LEADS, asOf = '2026-04-02T12:00Z', more = '') =>
  reportOf(HEAD + PROMISES + more, { leads }, { asOf });

describe('a stage whose condition holds and whose date is blank', () => {
  it('makes unknown cases of no period, beside all cases of the promise', async () => {
    const compliance = await judged();
    const undated = { unknown: 3, excluded: 0, of: 6, reasons: { 'no-date': 3 } };
    const ids = ['few', 'many', 'at-most', 'revenue', 'share', 'safe', 'capped', 'pay'];
    expect(compliance.undated).toEqual(ids.map((id) => ({ id, ...undated })));
    for (const { id, counts } of compliance.results.filter(({ period }) => period.label === '2026-03'))
      expect([id, counts]).toEqual([id, { met: 3, breached: 0, pending: 0, excluded: 0, unknown: 0 }]);
  });

  it('takes a verdict away that they would change, were they of the period, and no other', async () => {
    const { result } = await judged();
    const told = (id: string) => {
      const { verdict, noVerdict } = result(id, '2026-03');
      return [verdict, noVerdict?.why ?? null];
    };
    // Four would be reached with one of them.
    expect(told('few')).toEqual(['no verdict', 'no-date']);
    expect(told('many')).toEqual(['met', null]);
    expect(told('at-most')).toEqual(['no verdict', 'no-date']);
    // What has no amount may have any.
    expect(told('revenue')).toEqual(['no verdict', 'no-date']);
    // Three of six are the half that is owed, at worst.
    expect(told('share')).toEqual(['met', null]);
    expect(told('safe')).toEqual(['met', null]);
    expect(told('pay')).toEqual(['met', null]);
    expect(result('few', '2026-03').noVerdict?.undated).toEqual({
      ...{ unknown: 3, excluded: 0, of: 6, reasons: { 'no-date': 3 } },
    });
  });

  it('lets verdicts stand where they are as few as unknown cases may be', async () => {
    const some = (n: number, won: string) =>
      Array.from({ length: n }, (_, i) => row(`${won}${i}`, 'Won', won, '2026-03-20 10:00', '10'));
    const leads = ['id,created,status,won,paid,amount', ...some(39, MARCH), row('x', 'Won', '', '', '1')];
    const compliance = await judged(`${leads.join('\n')}\n`);
    expect(compliance.undated[0]).toMatchObject({ unknown: 1, of: 40 });
    expect(compliance.result('revenue', '2026-03')).toMatchObject({ value: 390, verdict: 'missed' });
  });

  it('is not yet there as of a day before its date, and still blank on each', async () => {
    const compliance = await judged(LEADS, '2026-03-09T12:00Z');
    expect(compliance.undated[0]).toMatchObject({ id: 'few', unknown: 3, of: 3 });
    expect(compliance.result('few', '2026-03')).toMatchObject({ verdict: 'open', value: 0 });
  });

  it('is excused by a waiver that names its lead, in a share', async () => {
    const compliance = await judged(
      LEADS,
      '2026-04-02T12:00Z',
      'waivers:\n  - { leads: [d], commitment: share, reason: R, approved_by: [sales] }\n',
    );
    const share = compliance.undated.find(({ id }) => id === 'share');
    expect(share).toMatchObject({ unknown: 2, excluded: 1, of: 5, reasons: { 'no-date': 2, waived: 1 } });
  });
});
