import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (lead: string, leads = '') =>
  agreementText({
    id: 'named',
    title: 'Named',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id${leads}
    fields:
      id: id
      mail: { column: Mail, personal: true }
      contact: Contact
      others: Others
      qualified: { column: qualified, type: datetime, format: iso }
  calls:
    files: calls.csv
    lead: ${lead}
    fields:
      at: { column: at, type: datetime, format: iso }
      kind: kind`,
    stages: '{ qualified: { at: qualified } }',
    commitments: `
  - { id: called, owed_by: sales, owed_to: marketing, response: { from: qualified, to: { earliest: calls }, within: 4 hours }, target: ">= 95%", min_cases: 1 }
  - { id: tried, owed_by: sales, owed_to: marketing, attempts: { from: qualified, at_least: 2, within: 5 calendar days }, target: ">= 95%", min_cases: 1 }`,
  });

/** Ana and Ben have an address of their own; Cy and Di share one; 102 is the contact of Ana and no lead, and the id of Ben. */
const LEADS = `id,Mail,Contact,Others,qualified
101,Ana@Example.com,102,,2026-03-02 09:00
102,ben@example.com,201,,2026-03-02 09:00
103,info@example.org,203,,2026-03-02 09:00
104,info@example.org,204,150,2026-03-02 09:00
`;
const BY_MAIL = agreement('{ Who: mail }');

const callsOf = (rows: readonly string[]) => `Who,at,kind\n${rows.join('\n')}\n`;
const CALLS = callsOf([
  'ana@example.com,2026-03-02 10:00,Call',
  'BEN@example.com,2026-03-02 20:00,Call',
  'info@example.org,2026-03-02 11:00,Mail',
  'nobody@example.net,2026-03-02 11:00,Mail',
  ',2026-03-02 11:00,Mail',
]);

/** The same calls with the keys that a reader would put there. */
const KEYED = callsOf([
  '101,2026-03-02 10:00,Call',
  '102,2026-03-02 20:00,Call',
  '103,2026-03-02 11:00,Mail',
  '104,2026-03-02 11:00,Mail',
  'nobody,2026-03-02 11:00,Mail',
  ',2026-03-02 11:00,Mail',
]);

describe('activities that name the lead by another field', () => {
  it('count as they do by its key, whatever the case of an address, and for each lead that has it', async () => {
    const expected = await reportOf(agreement('Who'), { leads: LEADS, calls: KEYED });
    expect(expected.result('called', '2026-03').counts).toMatchObject({ met: 3, breached: 1 });
    const { results, notes, ledgers, asOf } = await reportOf(BY_MAIL, { leads: LEADS, calls: CALLS });
    expect(results).toEqual(expected.results);
    expect(asOf).toBe(expected.asOf);
    expect(ledgers.calls).toEqual({ read: 5, judged: 4, excluded: { 'of no lead': 1 }, rejected: {} });
    expect(notes).toContain('1 row of "calls" names several leads, and counts for each of them');
    expect(notes).toContain('1 of the 4 rows of "calls" belongs to no lead that could be read');
  });

  it('are of no lead by its key where only the contact is named', async () => {
    const calls = callsOf(['102,2026-03-02 10:00,Call', '101,2026-03-02 10:00,Call']);
    const { result } = await reportOf(agreement('{ Who: contact }'), { leads: LEADS, calls });
    // 102 is Ana by her contact, and 101 is nobody's.
    expect(result('called', '2026-03').counts).toMatchObject({ met: 1, breached: 0, pending: 3 });
  });

  it('may name the one or the other, and follow merges', async () => {
    const calls = callsOf([
      '103,2026-03-02 10:00,Call',
      '204,2026-03-02 10:00,Call',
      '150,2026-03-02 10:30,Call',
    ]);
    const text = agreement('{ Who: [id, contact] }', '\n    merged_ids: others');
    const { result } = await reportOf(text, { leads: LEADS, calls });
    // 204 and 150 are both 104: its contact, and what was merged into it.
    expect(result('called', '2026-03').counts).toMatchObject({ met: 2 });
    expect(result('tried', '2026-03').counts).toMatchObject({ met: 1 });
  });

  it('say the same where the key is the only field that is named', async () => {
    const one = await reportOf(agreement('{ Who: id }'), { leads: LEADS, calls: KEYED });
    expect(one.results).toEqual((await reportOf(agreement('Who'), { leads: LEADS, calls: KEYED })).results);
  });

  it('as they were at an instant before the last, each row counts in the ledger once', async () => {
    const { ledgers } = await reportOf(
      BY_MAIL,
      { leads: LEADS, calls: CALLS },
      { asOf: '2026-03-02T09:30:00Z' },
    );
    expect(ledgers.calls).toEqual({
      read: 5,
      judged: 1,
      excluded: { 'of no lead': 1, 'after as-of': 3 },
      rejected: {},
    });
  });
});

describe('the receipt of a lead that activities name by its address', () => {
  const folder = folderWith({ 'a.sla.yaml': BY_MAIL, 'leads.csv': LEADS, 'calls.csv': CALLS });
  afterAll(folder.remove);

  it('shows their lines, and the address on neither side unless it is asked for', async () => {
    const { out } = await folder.sla('explain', '102');
    expect(out).toContain('calls, calls.csv:3: judged');
    expect(out).not.toMatch(/ben@example/i);
    const all = await folder.sla('explain', '102', '--personal');
    expect(all.out).toContain('BEN@example.com');
  });

  it('is refused where the leads have no such field', async () => {
    const wrong = folderWith({
      'a.sla.yaml': agreement('{ Who: mial }'),
      'leads.csv': LEADS,
      'calls.csv': CALLS,
    });
    const { out, status } = await wrong.sla('validate');
    wrong.remove();
    expect(status).not.toBe(0);
    expect(out).toContain('mial');
  });
});
