import { describe, expect, it } from 'vitest';
import type { FindingsDocument } from '../../src/model/render.ts';
import { clock, compliance } from '../../src/report/formats/json.ts';
import { findings } from '../../src/report/formats/json-findings.ts';
import { strictSchema } from '../app/strict-schema.ts';
import { counts, options, rated, result, scoreboardOf } from './fixtures.ts';

const input = { source: 'leads', file: 'exports/leads.csv', bytes: 12, sha256: 'a'.repeat(64), rows: 3 };

const place = { file: 'a.sla.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 8 } };

describe('the JSON of a report', () => {
  const document = scoreboardOf(
    [
      rated('first-contact', 'missed', counts(83, 12, 4, 3, 1), {
        reasons: { waived: 3, 'no-start': 1 },
        percentiles: { p50: 3900, p90: 14_400, p95: 22_000, businessTime: true },
        extras: { systemP50: 600, humanP50: null },
        by: { owner: null },
      }),
      result({ id: 'nothing' }),
      result({
        id: 'volume',
        measure: 'count',
        value: 80,
        pace: { expected: 94.7, projected: 107.2, openDaysPassed: 14, openDaysTotal: 22 },
        target: { cmp: '>=', value: 120, of: 'number', unit: null, text: '>= 120 per month' },
        verdict: 'open',
        outlook: 'at risk',
      }),
    ],
    {
      inputs: [input],
      ledgers: { leads: { read: 3, judged: 2, excluded: {}, rejected: { 'not-a-date': 1 } } },
      findings: [{ rule: 'not-a-date', severity: 'error', message: 'no', fatal: true }],
      notes: ['a note'],
    },
  );

  it('is as the published schema says, with no name that the schema does not know', () => {
    const valid = strictSchema('report');
    expect(valid(JSON.parse(compliance(document, options()))), JSON.stringify(valid.errors)).toBe(true);
  });

  it('of nothing is as the schema says', () => {
    const valid = strictSchema('report');
    const empty = { view: 'table', compliances: [], findings: [], texts: {} } as const;
    expect(valid(JSON.parse(compliance(empty, options()))), JSON.stringify(valid.errors)).toBe(true);
  });

  it('has rates unrounded, instants in UTC, and null for what is missing', () => {
    const parsed = JSON.parse(compliance(document, options()));
    expect(parsed.asOf).toBe('2026-06-30T15:58:00Z');
    expect(parsed.results[0]).toMatchObject({
      agreement: 'acme-demand',
      id: 'first-contact',
      period: '2026-06',
      periodStart: '2026-06-01T00:00:00Z',
      periodEnd: '2026-07-01T00:00:00Z',
      by: { owner: null },
      counts: { met: 83, breached: 12, pending: 4, excluded: 3, unknown: 1 },
      attainment: 83 / 95,
      worst: 83 / 99,
      best: 87 / 99,
      value: null,
    });
    expect(parsed.results[1].attainment).toBe(null);
  });

  it('has its keys in a fixed order, two blanks of indentation and a final newline', () => {
    const text = compliance(document, options());
    expect(Object.keys(JSON.parse(text))).toEqual([
      'schema',
      'tool',
      'inputs',
      'asOf',
      'zones',
      'summary',
      'results',
      'undated',
      'ledger',
      'waivers',
      'findings',
    ]);
    expect(text.startsWith('{\n  "schema": "report/1",\n')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
  });

  it('counts an export once that two agreements read, and keeps their ledgers apart', () => {
    const [one] = document.compliances;
    const two = { ...one, agreement: { ...one.agreement, id: 'other' } };
    const parsed = JSON.parse(compliance({ ...document, compliances: [one, two] }, options()));
    expect(parsed.inputs).toHaveLength(1);
    expect(Object.keys(parsed.ledger)).toEqual(['acme-demand/leads', 'other/leads']);
    expect(strictSchema('report')(parsed)).toBe(true);
  });
});

describe('the JSON of findings', () => {
  const document: FindingsDocument = {
    findings: [
      { rule: 'unknown-stage', severity: 'error', message: 'no stage "MQL"', help: 'try "qualified"', place },
      { rule: 'no-agreement', severity: 'error', message: 'No agreement found', fatal: true },
    ],
    texts: {},
    agreements: [
      { id: 'a', title: 'A', version: '1', file: 'a.sla.yaml', sha256: null, commitments: 6, objectives: 2 },
    ],
    dueExamples: [
      {
        file: 'a.sla.yaml',
        commitment: 'first-contact',
        title: 'First contact',
        segment: null,
        text: 'due Monday 11:00',
      },
    ],
  };

  it('is as the published schema says', () => {
    const valid = strictSchema('diagnostics');
    expect(valid(JSON.parse(findings(document, options()))), JSON.stringify(valid.errors)).toBe(true);
  });

  it('names rule, severity, message, help, file, start and end', () => {
    const parsed = JSON.parse(findings(document, options()));
    expect(parsed.findings[0]).toEqual({
      rule: 'unknown-stage',
      severity: 'error',
      message: 'no stage "MQL"',
      help: 'try "qualified"',
      file: 'a.sla.yaml',
      start: { line: 3, column: 5 },
      end: { line: 3, column: 8 },
      fatal: false,
    });
    expect(parsed.findings[1]).toMatchObject({ help: null, file: null, start: null, end: null, fatal: true });
  });
});

describe('the JSON of a clock', () => {
  const from = Date.UTC(2026, 2, 6, 15, 30) * 1000;
  const to = Date.UTC(2026, 2, 9, 10) * 1000;
  const stretches = [{ from, to, counted: true, reason: 'open' }];
  const base = { calendar: 'office', timezone: 'Europe/Paris', from, stretches };

  it('between two instants has exactly its names', () => {
    const text = clock({ ...base, to, within: null, due: null, businessSeconds: 14_400 });
    expect(JSON.parse(text)).toEqual({
      calendar: 'office',
      from: '2026-03-06T15:30:00Z',
      to: '2026-03-09T10:00:00Z',
      businessSeconds: 14_400,
      stretches: [
        {
          from: '2026-03-06T15:30:00Z',
          to: '2026-03-09T10:00:00Z',
          counted: true,
          reason: 'open',
          name: null,
        },
      ],
      zones: '2026f',
    });
  });

  it('of a time limit has exactly its names', () => {
    const text = clock({ ...base, to: null, within: '4 business hours', due: to, businessSeconds: null });
    expect(Object.keys(JSON.parse(text))).toEqual([
      'calendar',
      'from',
      'within',
      'due',
      'stretches',
      'zones',
    ]);
  });

  it('has milliseconds only where there are some', () => {
    const text = clock({ ...base, from: from + 500_000, to, within: null, due: null, businessSeconds: 1 });
    expect(JSON.parse(text).from).toBe('2026-03-06T15:30:00.500Z');
  });
});
