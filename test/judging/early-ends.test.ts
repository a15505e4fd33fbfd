import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (until: string) =>
  agreementText({
    id: 'desk',
    title: 'Desk',
    effective: '{ from: 2026-01-01 }',
    timezone: 'UTC',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      owner: owner
      created: { column: created, type: datetime, format: iso }
      ended: { column: ended, type: datetime, format: iso }
      outcome: outcome
      note: { column: note, personal: true }
  calls:
    files: calls.csv
    timezone: UTC
    lead: lead
    fields:
      at: { column: at, type: datetime, format: iso }`,
    stages: `{ created: { at: created }, over: { at: ended, when: ${until} } }`,
    commitments: `
  - id: tries
    owed_by: sales
    owed_to: marketing
    attempts: { from: created, at_least: 2, within: 5 calendar days, source: calls, until: over }
    target: ">= 50%"`,
  });

/** A and E are given up, B buys, C buys after two calls, D buys too late. */
const EXPORTS = {
  leads: `id,owner,created,ended,outcome,note
A,Ana,2026-03-02T09:00,2026-03-03T09:00,no answer,called Mrs Petit
B,Ana,2026-03-02T09:00,2026-03-03T09:00,bought,paid by Mr Roux
C,Bob,2026-03-02T09:00,2026-03-03T09:00,bought,x
D,Bob,2026-03-02T09:00,2026-03-20T09:00,bought,x
E,Bob,2026-03-02T09:00,2026-03-03T09:00,no answer,
`,
  calls: 'lead,at\nC,2026-03-02T10:00\nC,2026-03-02T11:00\n',
};

describe('how the early ends of attempts divide', () => {
  it('is told by the words that the stage rests on, of cases that nothing else made met, and by group', async () => {
    const rests = agreement('{ outcome: [bought, no answer] }');
    const { results } = await reportOf(rests, EXPORTS, { by: ['owner'] });
    expect(results.map(({ by, counts, endedEarly }) => [by?.owner, counts.met, endedEarly])).toEqual([
      [
        undefined,
        4,
        [
          { words: { outcome: 'no answer' }, cases: 2 },
          { words: { outcome: 'bought' }, cases: 1 },
        ],
      ],
      [
        'Ana',
        2,
        [
          { words: { outcome: 'bought' }, cases: 1 },
          { words: { outcome: 'no answer' }, cases: 1 },
        ],
      ],
      ['Bob', 2, [{ words: { outcome: 'no answer' }, cases: 1 }]],
    ]);
  });

  it('never shows a personal field', async () => {
    const { result } = await reportOf(agreement('{ outcome: present, note: present }'), EXPORTS);
    expect(result('tries', '2026-03').endedEarly).toEqual([
      { words: { outcome: 'bought' }, cases: 1 },
      { words: { outcome: 'no answer' }, cases: 1 },
    ]);
  });

  it('tells the most frequent one by one, and the rest of a field of free text together', async () => {
    const lead = (i: number) => `L${i},Ana,2026-03-02T09:00,2026-03-03T09:00,text ${i % 30},\n`;
    const rows = Array.from({ length: 90 }, (_, i) => lead(i)).join('');
    const leads = `id,owner,created,ended,outcome,note\n${rows}`;
    const { result } = await reportOf(agreement('{ outcome: present }'), { ...EXPORTS, leads });
    const { endedEarly } = result('tries', '2026-03');
    expect([endedEarly.length, endedEarly.at(-1)]).toEqual([12, { words: null, cases: 57 }]);
  });
});
