import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (merged: string, more = '') =>
  agreementText({
    id: 'merges',
    title: 'Merges',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    ${merged}
    fields:
      id: id
      others: Merged contact IDs
      master: Master
      qualified: { column: qualified, type: datetime, format: iso }
  calls:
    files: calls.csv
    lead: lead
    fields:
      at: { column: at, type: datetime, format: iso }
      kind: kind
  deals:
    files: deals.csv
    joins: { contact: id }${more}
    fields:
      amount: { column: amount, type: decimal }
      won: { column: won, type: date, format: iso }`,
    stages: '{ qualified: { at: qualified }, won: { at: won } }',
    objectives: `
  - { id: revenue, shared_by: [marketing, sales], sum: { field: amount, stage: won }, target: ">= 100 EUR per month" }`,
    commitments: `
  - { id: called, owed_by: sales, owed_to: marketing, response: { from: qualified, to: { earliest: calls }, within: 4 hours }, target: ">= 95%", min_cases: 1 }
  - { id: tried, owed_by: sales, owed_to: marketing, attempts: { from: qualified, at_least: 2, within: 5 calendar days, touches: { kind: Call } }, target: ">= 95%", min_cases: 1 }`,
  });

const HEADER = 'id,Merged contact IDs,Master,qualified\n';

/** 150 and 151 are 200 now; 151 became 150 first. 300 has its own calls. */
const SURVIVORS = `${HEADER}100,,,2026-03-02 09:00\n200,150;151; 200,,2026-03-02 09:00\n300,,,2026-03-02 09:00\n`;
const ALL_ROWS = `${HEADER}100,,,2026-03-02 09:00\n150,,200,2026-03-01 08:00\n151,,150,2026-03-01 07:00\n200,,,2026-03-02 09:00\n300,,,2026-03-02 09:00\n`;
const CALLS =
  'lead,at,kind\n100,2026-03-02 20:00,Call\n150,2026-03-02 10:00,Call\n151,2026-03-03 10:00,Call\n300,2026-03-02 10:00,Call\n';
const DEALS = 'contact,amount,won\n151,40.5,2026-03-04\n300,10,2026-03-04\n';
const EXPORTS = { leads: SURVIVORS, calls: CALLS, deals: DEALS };

/** The same exports as they are once the CRM has put the id of the lead that stays everywhere. */
const moved = (text: string) => text.replace(/^15[01](?=,)/gm, '200');

const IDS = agreement('merged_ids: others');
const INTO = agreement('merged_into: master');

describe('leads that were merged', () => {
  it('have what stands under the ids of the others, told from either end', async () => {
    const told = { leads: SURVIVORS, calls: moved(CALLS), deals: moved(DEALS) };
    const expected = await reportOf(agreement(''), told);
    expect(expected.result('called', '2026-03').counts).toMatchObject({ met: 2, breached: 1 });
    expect(expected.result('revenue', '2026-03').value).toBe(50.5);
    for (const [text, leads] of [
      [IDS, SURVIVORS],
      [INTO, ALL_ROWS],
    ] as const) {
      const { results, notes } = await reportOf(text, { ...EXPORTS, leads });
      expect(results).toEqual(expected.results);
      expect(notes).toContain(
        '2 ids were merged into 1 lead: what other exports hold under them counts there',
      );
    }
  });

  it('count without the words as what they are: of no lead that could be read', async () => {
    const { result, notes } = await reportOf(agreement(''), EXPORTS);
    expect(result('called', '2026-03').counts).toMatchObject({ met: 1, breached: 2 });
    expect(result('revenue', '2026-03').value).toBe(10);
    expect(notes).toContain('2 of the 4 rows of "calls" belong to no lead that could be read');
  });

  it('make no case under an id that was merged away, and the ledger says so', async () => {
    const { ledgers, result } = await reportOf(INTO, { ...EXPORTS, leads: ALL_ROWS });
    expect(ledgers.leads).toMatchObject({ read: 5, excluded: { 'merged into another lead': 2 } });
    expect(result('tried', '2026-03').counts).toMatchObject({ met: 1, pending: 2 });
  });

  it('are one lead to deals too: two of them that differ are an error, or the latest counts', async () => {
    const deals = `${DEALS}200,7,2026-03-05\n`;
    await expect(reportOf(IDS, { ...EXPORTS, deals })).rejects.toThrow(
      '1 key of "deals" has rows that differ: "200" (deals.csv:2, deals.csv:4)',
    );
    const latest = agreement('merged_ids: others', '\n    duplicates: latest\n    modified: won');
    const { result } = await reportOf(latest, { ...EXPORTS, deals });
    expect(result('revenue', '2026-03').value).toBe(17);
  });

  it('have one deal that two exports tell, one before the merge and one after it', async () => {
    const deals = `${DEALS}200,40.5,2026-03-04\n`;
    const { result, ledgers } = await reportOf(IDS, { ...EXPORTS, deals });
    expect(result('revenue', '2026-03').value).toBe(50.5);
    expect(ledgers.deals).toMatchObject({ read: 3, judged: 2, excluded: { 'identical duplicate': 1 } });
    const folder = folderWith({
      'a.sla.yaml': IDS,
      'leads.csv': SURVIVORS,
      'calls.csv': CALLS,
      'deals.csv': deals,
    });
    const { out } = await folder.sla('explain', '151');
    folder.remove();
    expect(out).toContain('deals, deals.csv:2: judged');
    expect(out).toContain('deals, deals.csv:4: identical duplicate');
  });
});

describe('merges that lead nowhere', () => {
  it('are told by their kind and move nothing', async () => {
    const leads = `${HEADER}100,150,,2026-03-02 09:00\n200,150,,2026-03-02 09:00\n300,,,2026-03-02 09:00\n`;
    const { findings, result } = await reportOf(IDS, { ...EXPORTS, leads });
    expect(findings.filter(({ rule }) => rule === 'merged-leads').map(({ message }) => message)).toEqual([
      '1 id is merged into more than one lead: "150"',
    ]);
    expect(result('called', '2026-03').counts).toMatchObject({ met: 1, breached: 2 });
  });

  it('leave each lead of a circle, and one whose survivor is not there, a lead of its own', async () => {
    const leads = `${HEADER}100,,300,2026-03-02 09:00\n150,,999,2026-03-02 09:00\n300,,100,2026-03-02 09:00\n`;
    const { findings, result, ledgers } = await reportOf(INTO, { ...EXPORTS, leads });
    expect(findings.filter(({ rule }) => rule === 'merged-leads').map(({ message }) => message)).toEqual([
      '2 ids are merged in a circle, into no lead that stays: "100", "300"',
      '1 id is merged into a lead that the export does not have: "150"',
    ]);
    expect(ledgers.leads).toMatchObject({ read: 3, judged: 3, excluded: {} });
    expect(result('called', '2026-03').counts).toMatchObject({ met: 2, breached: 1 });
  });
});

describe('the receipt of a lead that others were merged into', () => {
  const folder = folderWith({
    'a.sla.yaml': IDS,
    'leads.csv': SURVIVORS,
    'calls.csv': CALLS,
    'deals.csv': DEALS,
  });
  afterAll(folder.remove);

  it('is given under any of their ids, with all of their lines', async () => {
    const { status, out } = await folder.sla('explain', '151', '--allow-outside');
    expect(status).toBe(0);
    expect(out).toContain('Lead 200\nwith what stands under 150 and 151, merged into it\n');
    expect(out).toContain('calls, calls.csv:3: judged');
    expect(out).toContain('calls, calls.csv:4: judged');
    expect(out).toContain('deals, deals.csv:2: judged');
    expect((await folder.sla('explain', '200', '--allow-outside')).out).toBe(out);
  });
});

describe('the words for merges in an agreement', () => {
  const both = agreement('merged_ids: others\n    merged_into: master');
  const folder = folderWith({ 'both.sla.yaml': both, 'other.sla.yaml': agreement('merged_ids: othres') });
  afterAll(folder.remove);

  it('are one of the two, and name a field', async () => {
    const { out } = await folder.sla('validate', 'both.sla.yaml');
    expect(out).toContain('"merged_ids" and "merged_into" tell the same merges from both ends');
    const other = await folder.sla('validate', 'other.sla.yaml');
    expect(other.out).toContain('There is no field "othres"');
    expect(other.out).toContain('did you mean "others"?');
  });
});

describe('a waiver and a list that name a lead by an id that was merged away', () => {
  const waived = IDS.replace(
    /$/,
    `
waivers:
  - { leads: ["150"], commitment: tried, reason: Asked for a pause, approved_by: [marketing, sales] }
`,
  );

  it('mean the lead that stays', async () => {
    const calls = 'lead,at,kind\n100,2026-03-02 20:00,Call\n300,2026-03-12 10:00,Call\n';
    const before = await reportOf(IDS, { ...EXPORTS, calls });
    expect(before.result('tried', '2026-03').counts).toMatchObject({ breached: 3, excluded: 0 });
    const { result, findings } = await reportOf(waived, { ...EXPORTS, calls });
    expect(result('tried', '2026-03').counts).toMatchObject({ breached: 2, excluded: 1 });
    expect(findings.filter(({ rule }) => rule.startsWith('waiver')).map(({ message }) => message)).toEqual(
      [],
    );
  });

  it('list its cases, and a key that no row has is no list without a case', async () => {
    const folder = folderWith({
      'a.sla.yaml': IDS,
      'leads.csv': SURVIVORS,
      'calls.csv': CALLS,
      'deals.csv': DEALS,
    });
    const merged = await folder.sla('cases', '--lead', '151', '--format', 'csv');
    expect(merged.status).toBe(0);
    expect(merged.out).toMatch(/^200,|,200,/m);
    const none = await folder.sla('cases', '--lead', 'NOPE');
    expect(none.status).toBe(2);
    expect(none.out + none.err).toContain('No row of the exports has the key "NOPE"');
    expect(none.out + none.err).not.toContain('No case');
    const promise = await folder.sla('cases', '.', 'tried');
    folder.remove();
    expect(promise.status).toBe(2);
    expect(promise.out + promise.err).toContain('"tried" is a promise: sla cases . --commitment tried');
  });
});
