import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

/** Leads of a folder of its own, who are called within two hours. */
const called = (id: string) =>
  agreementText({
    id,
    title: id,
    effective: '{ from: 2026-01-01 }',
    timezone: 'UTC',
    sources: `
  leads:
    files: ${id}.csv
    timezone: UTC
    key: id
    fields:
      id: id
      got: { column: got, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    stages: '{ got: { at: got }, called: { at: called } }',
    commitments: `
  - { id: first, owed_by: sales, owed_to: marketing, response: { from: got, to: called, within: 2 hours }, target: ">= 50%" }`,
  });

// The lead of March waits: by its own export for an hour, by that of May for two months.
const folder = folderWith({
  'march.sla.yaml': called('march'),
  'march.csv':
    'id,got,called\na,2026-03-02T09:00:00,2026-03-02T10:00:00\nb,2026-03-03T09:00:00,\nc,2026-03-03T10:00:00,2026-03-03T10:00:00\n',
  'may.sla.yaml': called('may'),
  'may.csv': 'id,got,called\na,2026-05-04T09:00:00,2026-05-04T10:00:00\n',
});
afterAll(() => folder.remove());

interface Answer {
  readonly asOf: string;
  readonly summary: { readonly agreements: readonly { readonly id: string; readonly asOf: string }[] };
  readonly results: readonly {
    readonly agreement: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
}

describe('two agreements in one run', () => {
  it('each agreement is judged as of the end of its own data', async () => {
    const { status, out } = await folder.sla('check', '--format', 'json');
    const answer = JSON.parse(out) as Answer;
    expect(status).toBe(0);
    expect(answer.summary.agreements.map(({ id, asOf }) => [id, asOf])).toEqual([
      ['march', '2026-03-03T10:00:00Z'],
      ['may', '2026-05-04T10:00:00Z'],
    ]);
    expect(answer.asOf).toBe('2026-05-04T10:00:00Z');
    expect(answer.results.map(({ agreement, counts }) => [agreement, counts.met, counts.pending])).toEqual([
      ['march', 2, 1],
      ['may', 1, 0],
    ]);
    const text = (await folder.sla('check')).out;
    expect(text).toContain('as of Tuesday 3 March 2026, 10:00 UTC');
    expect(text).toContain('as of Monday 4 May 2026, 10:00 UTC');
  });

  it.each([
    ['none has data', ['2031-01'], ['march', 'may']],
    ['one has none', ['2026-05'], ['march']],
  ])('a gate over two agreements of which %s has not passed', async (_name, [month = ''], idle) => {
    const argv = ['check', '--from', month, '--to', month, '--as-of', '2031-02-01', '--format', 'json'];
    const { status, out } = await folder.sla(...argv);
    const { findings } = JSON.parse(out) as { findings: readonly { rule: string; message: string }[] };
    expect(status).toBe(2);
    const told = findings.filter(({ rule }) => rule === 'nothing-judged').map(({ message }) => message);
    expect(told).toEqual(idle.map((id) => `Nothing was judged: "${id}" has no case in ${month}`));
  });

  it('a month that has just begun is told with what judges the one before', async () => {
    const { status, out } = await folder.sla('check', '--as-of', '2026-01-02', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: readonly { rule: string; help?: string }[] };
    expect(status).toBe(2);
    const helps = findings.filter(({ rule }) => rule === 'nothing-judged').map(({ help }) => help);
    expect(helps[0]).toContain('sla check --from 2025-12 --to 2025-12 judges the one before; check --as-of');
  });
});
