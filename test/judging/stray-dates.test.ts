import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'stray',
  title: 'Stray dates',
  effective: '{ from: 2026-01-01 }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      created: { column: Created Time, type: datetime, format: iso }
      called: { column: First Call, type: datetime, format: iso }`,
  stages: '{ created: { at: created }, called: { at: called } }',
  commitments: `
  - { id: calls, owed_by: sales, owed_to: marketing, response: { from: created, to: called, within: 4 hours }, target: ">= 90%" }
  - { id: reached, owed_by: sales, owed_to: marketing, share: { of: { stage: created }, reaches: called }, target: ">= 90%" }`,
});

/** A lead a day of February and March, called after an hour; the tenth of March after 50; the fifth as it is given. */
function leads(fifth: string): string {
  const rows = Array.from({ length: 59 }, (_, i) => {
    const date = new Date(Date.UTC(2026, 1, 1 + i)).toISOString().slice(0, 10);
    const called = i === 37 ? '2026-03-12 11:00' : i === 32 ? fifth : `${date} 10:00`;
    return `L${i + 1},${date} 09:00,${called}`;
  });
  return `Lead ID,Created Time,First Call\n${rows.join('\n')}\n`;
}

interface Result {
  readonly id: string;
  readonly period: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
}

async function run(fifth: string, ...args: readonly string[]) {
  const folder = folderWith({ 'p.sla.yaml': AGREEMENT, 'leads.csv': leads(fifth) });
  try {
    const { status, out, err } = await folder.sla(...args);
    return { status, out, err };
  } finally {
    folder.remove();
  }
}

describe('a date that stands alone behind the end of the data', () => {
  it('does not move the present, and leaves its case unknown', async () => {
    const { out } = await run('2062-03-05 10:00', 'report', '--format', 'json');
    const report = JSON.parse(out) as { asOf: string; results: Result[] };
    expect(report.asOf).toBe('2026-03-31T08:00:00Z');
    expect([...new Set(report.results.map(({ period }) => period))]).toEqual(['2026-02', '2026-03']);
    for (const id of ['calls', 'reached']) {
      const march = report.results.find((one) => one.id === id && one.period === '2026-03');
      expect(march?.counts.unknown).toBe(1);
      expect(march?.reasons).toEqual({ 'stray-date': 1 });
    }
  });

  it('is told with its file, its line, its column and its value', async () => {
    const { out } = await run('2062-03-05 10:00', 'check');
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).toContain('warning stray-date leads.csv:34:1');
    expect(flat).toContain(
      '1 date behind the end of the data is not taken for the present: leads.csv line 34, First Call 2062-03-05 10:00, after 13,123 days in which nothing happened (longest pause of the year before: 1)',
    );
    expect(flat).toContain(
      'Is it right? Then --as-of 2062-03-05. Is it planned or mistyped? Correct it in the CRM',
    );
  });

  it.each([
    ['cases', ['cases', '--state', 'breached']],
    ['explain', ['explain', 'L33']],
    ['doctor', ['doctor']],
  ])('is told by %s, too', async (_, args) => {
    const { status, out, err } = await run('2062-03-05 10:00', ...args);
    expect(status).toBe(0);
    expect(`${out}${err}`.replace(/\s+/g, ' ').split('stray-date leads.csv:34:1')).toHaveLength(2);
  });

  it('gives the exit status that the others give', async () => {
    expect((await run('2026-03-05 10:00', 'check')).status).toBe(
      (await run('2062-03-05 10:00', 'check')).status,
    );
  });

  it.each([
    ['as of a day before the first lead', ['--as-of', '2026-01-15'], 'nothing-judged'],
    [
      'in months before the first lead',
      ['--from', '2026-01', '--to', '2026-01'],
      '--to 2026-01: the data do not go back that far',
    ],
    [
      'in the month of the stray date',
      ['--from', '2062-03', '--to', '2062-03'],
      '--from 2062-03: the data do not reach that far',
    ],
  ])('is no pass of a gate that finds no case %s', async (_, args, told) => {
    const { status, out } = await run('2062-03-05 10:00', 'check', ...args);
    expect(out).toContain(told);
    expect(status).toBe(2);
  });

  it('is the present where --as-of says so', async () => {
    const { out } = await run(
      '2062-03-05 10:00',
      'check',
      '--from',
      '2026-03',
      '--to',
      '2026-03',
      '--as-of',
      '2062-03-05',
    );
    expect(out).not.toContain('stray-date');
  });

  it('is no stray date where the data go on', async () => {
    const { out } = await run('2026-04-12 10:00', 'check', '--format', 'json');
    expect((JSON.parse(out) as { asOf: string }).asOf).toBe('2026-04-12T08:00:00Z');
    const { out: later } = await run('2026-04-14 10:00', 'check', '--format', 'json');
    expect((JSON.parse(later) as { asOf: string }).asOf).toBe('2026-03-31T08:00:00Z');
  });

  it('asks for no public holidays of its year', async () => {
    const calendars =
      'calendars: { office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] }, holidays: [FR] } }\n';
    const folder = folderWith({
      'p.sla.yaml': AGREEMENT + calendars,
      'leads.csv': leads('2062-03-05 10:00'),
    });
    const { out } = await folder.sla('report');
    folder.remove();
    expect(out).toContain('2062-03-05 10:00');
    expect(out).not.toContain('public holidays are known');
  });
});

describe('a date without a time', () => {
  const DAYS = AGREEMENT.replaceAll('datetime', 'date');

  async function asOf(agreement: string, rows: string): Promise<string> {
    const folder = folderWith({
      'p.sla.yaml': agreement,
      'leads.csv': `Lead ID,Created Time,First Call\n${rows}`,
    });
    try {
      return (JSON.parse((await folder.sla('check', '--format', 'json')).out) as { asOf: string }).asOf;
    } finally {
      folder.remove();
    }
  }

  it('moves as-of to the beginning of its day, and no further than a time of that day', async () => {
    expect(await asOf(AGREEMENT, 'a,2026-03-04 09:00,2026-03-05\n')).toBe('2026-03-04T23:00:00Z');
    expect(await asOf(AGREEMENT, 'a,2026-03-05 10:50,2026-03-05\n')).toBe('2026-03-05T09:50:00Z');
  });

  it('moves it to the end of its day where there are no times at all', async () => {
    expect(await asOf(DAYS, 'a,2026-03-04,2026-03-05\n')).toBe('2026-03-05T23:00:00Z');
  });
});
