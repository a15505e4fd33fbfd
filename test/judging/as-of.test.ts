import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from '../app/folder.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'present',
  title: 'What moves the present',
  status: 'active',
  effective: '{ from: 2026-01-01 }',
  timezone: 'UTC',
  sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      got: { column: got, type: datetime, format: iso }
      closing: { column: closing, type: datetime, format: iso }
      stage: stage
  calls:
    files: calls.csv
    lead: lead
    fields: { lead: lead, at: { column: at, type: datetime, format: iso } }`,
  stages: `
  arrived: { at: got }
  won: { at: closing, when: { stage: won } }`,
  commitments: `
  - { id: called, owed_by: sales, owed_to: marketing, response: { from: arrived, to: { earliest: calls }, within: 2 hours }, target: ">= 50%" }
  - { id: wins, owed_by: marketing, owed_to: sales, share: { of: { stage: arrived }, reaches: won }, target: ">= 0.1%" }`,
});

const LEADS = `id,got,closing,stage
a,2026-03-02T09:00:00,2026-03-03T09:00:00,won
b,2026-03-03T10:00:00,2026-12-31T00:00:00,negotiation
`;

async function asOf(calls: string): Promise<string> {
  const folder = folderWith({ 'p.sla.yaml': AGREEMENT, 'leads.csv': LEADS, 'calls.csv': calls });
  try {
    const { out } = await folder.sla('check', '--format', 'json');
    return (JSON.parse(out) as { asOf: string }).asOf;
  } finally {
    folder.remove();
  }
}

it('an expected closing date of a deal that is not won does not move the present', async () => {
  expect(await asOf('lead,at\na,2026-03-02T09:30:00\n')).toBe('2026-03-03T10:00:00Z');
});

it('a call to nobody known does not move the present, one to a lead does', async () => {
  expect(await asOf('lead,at\nnobody,2031-01-01T09:30:00\n')).toBe('2026-03-03T10:00:00Z');
  expect(await asOf('lead,at\nb,2026-03-03T11:30:00\n')).toBe('2026-03-03T11:30:00Z');
});

it('a gate that is asked about months that the data do not reach has not passed', async () => {
  const folder = folderWith({ 'p.sla.yaml': AGREEMENT, 'leads.csv': LEADS, 'calls.csv': 'lead,at\n' });
  const { status, out } = await folder.sla(
    'check',
    '--from',
    '2031-01',
    '--to',
    '2031-01',
    '--format',
    'json',
  );
  folder.remove();
  expect(status).toBe(2);
  expect(out).toContain('--from 2031-01: the data do not reach that far');
});

it('a source named on the command line that no agreement has is refused', async () => {
  const folder = folderWith({ 'p.sla.yaml': AGREEMENT, 'leads.csv': LEADS, 'calls.csv': 'lead,at\n' });
  const { status, out } = await folder.sla('check', '--source', 'call=calls.csv');
  folder.remove();
  expect(status).toBe(2);
  expect(out).toContain('there is no source "call"');
});

interface Rests {
  readonly cell: {
    readonly file: string;
    readonly line: number;
    readonly column: string;
  };
  readonly dates: number;
  readonly dayBefore: string | null;
  readonly latestLead: string | null;
}

describe('what as-of rests on', () => {
  const CALLS = `lead,at
a,2026-03-02T09:30:00
b,2026-03-04T08:00:00
b,2026-03-03T11:30:00
nobody,2031-01-01T09:30:00
b,2026-03-04T11:30:00
b,2026-03-04T09:00:00
`;

  async function said(...args: string[]): Promise<string> {
    const folder = folderWith({ 'p.sla.yaml': AGREEMENT, 'leads.csv': LEADS, 'calls.csv': CALLS });
    const { out } = await folder.sla(...args);
    folder.remove();
    return out.replace(/<\/?span\b[^>]*>/g, '').replace(/\s+/g, ' ');
  }

  it('is named with its line, the dates of its day, the day before it and the latest lead', async () => {
    const { summary } = JSON.parse(await said('report', '--format', 'json')) as {
      summary: { agreements: { restsOn: Rests | null }[] };
    };
    expect(summary.agreements[0]?.restsOn).toEqual({
      cell: { file: 'calls.csv', line: 6, column: 'at' },
      ...{ dates: 3, dayBefore: '2026-03-03', latestLead: '2026-03-03' },
    });
  });

  it.each(['text', 'markdown', 'html'])('is a line of the %s of report and check', async (format) => {
    const line =
      'rests on 3 dates of that day: calls.csv line 6, at; previous day: 2026-03-03; latest lead: 2026-03-03';
    expect(await said('report', '--format', format)).toContain(line);
    expect(await said('check', '--format', format)).toContain(line);
  });

  it('is not told where the instant was asked for', async () => {
    expect(await said('report', '--as-of', '2026-03-04')).not.toContain('dates of that day');
  });
});
