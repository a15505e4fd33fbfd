import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import type { Case } from '../../src/model/compliance.ts';
import type { CaseWriter } from '../../src/model/render.ts';
import type { CaseHeader } from '../../src/model/requests.ts';
import { cases as html } from '../../src/report/formats/html-cases.ts';
import { receipt as receiptHtml } from '../../src/report/formats/html-receipt.ts';
import { cases as markdown } from '../../src/report/formats/markdown-cases.ts';
import { receipt as receiptMarkdown } from '../../src/report/formats/markdown-receipt.ts';
import { options } from './fixtures.ts';

afterEach(reset);

const at = (day: number, hour: number): number => Date.UTC(2026, 5, day, hour) * 1000;

const PROMISE = {
  ...{
    id: 'call',
    title: 'call',
    version: '1',
    promise: 'A lead is called in a day',
    within: '1 business day',
  },
  ...{ population: null, ofRecords: false, adds: null, deadline: null, businessTime: true },
};

const HEADER: CaseHeader = {
  promises: [PROMISE, { ...PROMISE, id: 'answer', title: 'answer', promise: 'A lead is answered' }],
  agreement: { id: 'acme', title: 'Acme', timezone: 'UTC', file: 'acme.sla.yaml' },
  ...{ asOf: at(24, 17), asOfFrom: 'data', inputs: [] },
  ledgers: { leads: { read: 3, judged: 3, excluded: {}, rejected: {} } },
};

const one = (lead: string, changes: Partial<Case> = {}): Case => ({
  ...{ lead, handOver: null, commitment: 'call', version: '1', segment: null, state: 'breached' },
  ...{ reason: null, atRisk: false, start: at(22, 9), due: at(23, 18), stop: null, elapsedSeconds: null },
  ...{ period: '2026-06', owner: null },
  ...changes,
});

function written(writer: CaseWriter, header: CaseHeader, batches: readonly (readonly Case[])[]): string {
  return [writer.begin(header), ...batches.map((batch) => writer.batch(batch)), writer.end([])].join('');
}

describe('a list of cases for people', () => {
  it('has a table for each promise, its cases over several batches, and what they come to', () => {
    const batches = [[one('A')], [one('B', { state: 'met', stop: at(23, 9), elapsedSeconds: 3600 })]];
    const printed = written(markdown(options()), HEADER, [...batches, [one('C', { commitment: 'answer' })]]);
    expect(printed).toBe(`# Acme

acme (acme.sla.yaml), as of Wednesday 24 June 2026, 17:00 UTC (zones 2026f), the latest instant in the data

## A lead is called in a day

call, version 1, within 1 business day; "took" is business time

| lead | state | start | due | stop | took |
| --- | --- | --- | --- | --- | ---: |
| A | breached | Mon 2026-06-22 09:00 | Tue 2026-06-23 18:00 |  |  |
| B | met | Mon 2026-06-22 09:00 | Tue 2026-06-23 18:00 | Tue 2026-06-23 09:00 | 1 h |

## A lead is answered

answer, version 1, within 1 business day; "took" is business time

| lead | state | start | due | stop | took |
| --- | --- | --- | --- | --- | ---: |
| C | breached | Mon 2026-06-22 09:00 | Tue 2026-06-23 18:00 |  |  |

3 cases: 2 breached, 1 met

**Rows**

- leads: 3 rows read = 3 judged + 0 excluded + 0 rejected
`);
  });

  it('shows so many as a page has room for, and counts all of them', () => {
    const many = Array.from({ length: 5003 }, (_, i) => one(`L${i}`));
    const printed = written(html(options()), HEADER, [many.slice(0, 4000), many.slice(4000)]);
    expect([...printed.matchAll(/<th scope="row" class="nw">L\d+</g)]).toHaveLength(5000);
    expect(printed).toContain('and 3 more, which the same command lists as text or CSV');
    expect(printed).toContain('5,003 cases: 5,003 breached');
  });

  it('of what is to be done has a group for each day', () => {
    const todo = { ...HEADER, todo: { before: '2026-06-26', atRisk: false } };
    const pending = { state: 'pending', owner: 'Ana' } as const;
    const printed = written(markdown(options()), todo, [
      [one('A', { ...pending, atRisk: true, due: at(24, 18) }), one('B', { ...pending, due: at(25, 9) })],
    ]);
    expect(printed).toContain(
      '| Wednesday 24 June 2026 |  |  |  |\n| 18:00\u00a0\\! | A | Ana | call |\n| Thursday 25 June 2026 |',
    );
    expect(printed).toContain('2 cases, one at risk');
  });

  it('of nothing says so in the language that is spoken', async () => {
    await speak('fr');
    expect(written(html(options()), HEADER, [])).toContain('<p>Aucun cas</p>');
  });

  it('lets no cell act', () => {
    const cell = '<img src=x onerror=alert(1)>|`*_[x](javascript:0)\u001b[31m\u202e';
    const page = written(html(options()), HEADER, [[one(cell, { owner: cell, segment: cell })]]);
    const acts = ['<img', '\u001b', '\u202e'];
    expect(acts.filter((each) => page.includes(each))).toEqual([]);
    const wiki = written(markdown(options()), HEADER, [[one(cell, { owner: cell, segment: cell })]]);
    const row = wiki.split('\n').find((line) => line.includes('onerror')) ?? '';
    expect(acts.filter((each) => row.includes(each))).toEqual([]);
    expect(row).not.toMatch(/[^\\]\]\(/);
    expect([...row.matchAll(/(?<!\\)\|/g)]).toHaveLength(9);
  });
});

describe('a receipt for people', () => {
  it('of nothing is a page still', () => {
    const none = { receipts: [], findings: [], texts: {} };
    expect(receiptMarkdown(none, options())).toBe('');
    expect(receiptHtml(none, options())).toContain('<title>No receipt</title>');
  });
});
