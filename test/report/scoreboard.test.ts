import { describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { ledgerText } from '../../src/report/afterwards.ts';
import { compliance as text } from '../../src/report/formats/text.ts';
import { displayWidth } from '../../src/report/width.ts';
import { counts, month, options, rated, result, scoreboardOf, tableOf } from './fixtures.ts';

const firstContact = rated('first-contact', 'missed', counts(83, 12, 0, 3, 1), {
  promise: 'Every qualified lead is contacted within 4 business hours',
  reasons: { waived: 2, 'out-of-scope': 1, 'stop-before-start': 1 },
});

const followUp = rated('follow-up', 'open', counts(60, 3, 12), {
  atRisk: 4,
  outlook: 'at risk',
  final: false,
});

describe('the scoreboard', () => {
  it('says who owes what, what was attained on how many cases, and the verdict', () => {
    const printed = text(scoreboardOf([firstContact]), options({ width: 140 }));
    expect(printed).toContain(
      `Marketing and Sales agreement

June 2026: 1 of 1 promises missed
Missed by sales: 1 of 1.
  ✗ Sales, "Every qualified lead is contacted within 4 business hours": 87% of 95, target ≥ 95%. 12 cases of 95 not met; the target allows
    4: 8 too many.

What it rests on
  acme-demand, version 2026.2 (acme.sla.yaml)
  2026-06 in Europe/Paris (zones 2026f); a case belongs to the period of its start
  as of Tuesday 30 June 2026, 17:58 Europe/Paris, the latest instant in the data

┌────────────────────────────────────────────┬───────────┬────────┬───────┬─────┬──────────┬─────────┬──────────┬─────────┬──────────┐
│ promise                                    │  attained │ target │ range │ met │ breached │ pending │ excluded │ unknown │ verdict  │
├────────────────────────────────────────────┴───────────┴────────┴───────┴─────┴──────────┴─────────┴──────────┴─────────┴──────────┤
│ sales owes marketing                                                                                                               │
├────────────────────────────────────────────┬───────────┬────────┬───────┬─────┬──────────┬─────────┬──────────┬─────────┬──────────┤
│ Every qualified lead is contacted within 4 │ 87% of 95 │  ≥ 95% │       │  83 │       12 │       0 │        3 │       1 │ ✗ missed │
│ business hours                             │           │        │       │     │          │         │          │         │ final    │
│ first-contact                              │           │        │       │     │          │         │          │         │          │
└────────────────────────────────────────────┴───────────┴────────┴───────┴─────┴──────────┴─────────┴──────────┴─────────┴──────────┘
`,
    );
  });

  it('has all of its columns in one where a terminal is too narrow for them', () => {
    const printed = text(scoreboardOf([firstContact, followUp]), options({ width: 60 }));
    const drawn = printed.split('\n').filter((line) => /^[┌├│└]/.test(line));
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((line) => displayWidth(line) > 60)).toEqual([]);
    for (const told of ['87% of 95', 'breached 12', '✗ missed', '◔ open'])
      expect(drawn.join('\n')).toContain(told);
  });

  it('folds the counts into one column on a terminal of 80', () => {
    const printed = text(scoreboardOf([firstContact, followUp]), options({ width: 80 }));
    expect(printed).toContain('│ met 83 ');
    expect(printed).toContain('│ range 80% to 96% │');
    for (const line of printed.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('says what is open and what was set aside', () => {
    const printed = text(scoreboardOf([firstContact, followUp]), options());
    expect(printed).toContain(
      'Still open\n  follow up, 2026-06: 12 pending, 4 of them at risk; they decide between 80% and 96%\n',
    );
    expect(printed).toContain(
      'Set aside\n  first contact: excluded: waived 2, out of scope 1; unknown: stop before start 1\n',
    );
  });

  it('names the period of each group where there are several', () => {
    const may = rated('first-contact', 'met', counts(99, 1), { period: month(2026, 5) });
    const printed = text(scoreboardOf([may, firstContact]), options());
    expect(printed).toContain('│ sales owes marketing, 2026-05 ');
    expect(printed).toContain('│ sales owes marketing, 2026-06 ');
  });

  it('sets objectives apart as shared', () => {
    const revenue = result({
      id: 'new-revenue',
      kind: 'objective',
      owedBy: null,
      owedTo: null,
      sharedBy: ['marketing', 'sales'],
      value: 181_250,
      target: { cmp: '>=', value: 250_000, of: 'number', unit: 'EUR', text: '>= 250000 EUR per quarter' },
      verdict: 'open',
      outlook: 'on track',
      final: false,
      pace: { expected: 170_000, projected: 266_000, openDaysPassed: 44, openDaysTotal: 62 },
    });
    const printed = text(scoreboardOf([revenue, firstContact]), options({ width: 100 }));
    expect(printed.indexOf('shared by marketing and sales')).toBeGreaterThan(
      printed.indexOf('sales owes marketing'),
    );
    expect(printed).toContain('181,250 after 44 of 62 open days, where a steady pace has 170,000');
  });

  it('sets the thousands of a pace apart, tenths or not', () => {
    const visits = result({
      id: 'visits',
      measure: 'count',
      value: 1500,
      target: { cmp: '>=', value: 12, of: 'number', unit: null, text: '>= 12 per month' },
      verdict: 'met',
      pace: { expected: 8.25, projected: 2250.04, openDaysPassed: 14, openDaysTotal: 21 },
    });
    expect(text(scoreboardOf([visits]), options({ width: 200 }))).toContain(
      '1,500 after 14 of 21 open days, where a steady pace has 8.3; at this pace 2,250.0 by the end',
    );
  });

  it('has symbols and lines of ASCII alone where asked', () => {
    const printed = text(scoreboardOf([firstContact, followUp]), options({ ascii: true }));
    expect(printed).toMatch(/^[\x20-\x7e\n]*$/);
    expect(printed).toContain('x missed');
  });

  it('is coloured only where asked, and not at all below the fewest cases', () => {
    const red = '\u001b[31m';
    const few = rated('few', 'missed', counts(3, 4));
    expect(text(scoreboardOf([firstContact]), options())).not.toContain('\u001b');
    expect(text(scoreboardOf([firstContact]), options({ color: true }))).toContain(red);
    expect(text(scoreboardOf([few]), options({ color: true }))).not.toContain(red);
  });

  it('of no agreement is still a document', () => {
    expect(text({ view: 'scoreboard', compliances: [], findings: [], texts: {} }, options())).toBe(
      'No agreement was judged\n',
    );
  });
});

describe('the rows', () => {
  it('add up in words', () => {
    const ledger = {
      read: 2013,
      judged: 1987,
      excluded: { 'identical-duplicate': 14 },
      rejected: { 'not-a-date': 9, 'blank-key': 3 },
    };
    expect(ledgerText('leads', ledger)).toBe(
      'leads: 2,013 rows read = 1,987 judged + 14 excluded (identical duplicate 14) + 12 rejected (not a date 9, blank key 3)',
    );
  });

  it('are one row where there is one, in French as in English', async () => {
    const one = { read: 1, judged: 0, excluded: {}, rejected: { 'not-a-date': 1 } };
    expect(ledgerText('leads', one)).toBe(
      'leads: 1 row read = 0 judged + 0 excluded + 1 rejected (not a date 1)',
    );
    expect(ledgerText('leads', { ...one, read: 0, rejected: {} })).toMatch(/^leads: 0 rows read = /);
    await speak('fr', { firm: true });
    try {
      expect(ledgerText('leads', one)).toMatch(/ligne lue 1 = jugée 0 \+ exclue 0 \+ rejetée 1/);
      expect(ledgerText('leads', { ...one, read: 2, judged: 1 })).toMatch(/lignes lues 2 = jugées 1/);
    } finally {
      reset();
    }
  });

  it('that do not add up are never passed over', () => {
    expect(ledgerText('leads', { read: 3, judged: 1, excluded: {}, rejected: {} })).toContain(
      'does not add up',
    );
  });
});

describe('the monthly table', () => {
  const year = Array.from({ length: 24 }, (_, index) =>
    rated('first-contact', index % 2 === 0 ? 'met' : 'missed', counts(96 - (index % 2) * 9, 4), {
      period: month(2024 + Math.floor((index + 6) / 12), ((index + 6) % 12) + 1),
      final: index < 23,
    }),
  );

  it('of 24 months is cut into tables that fit the terminal, each with its promises', () => {
    const printed = text(tableOf(year), options({ width: 80 }));
    for (const line of printed.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    for (const { period } of year) expect(printed).toContain(period.label);
    const tables = printed.match(/│ first contact /g)?.length ?? 0;
    expect(tables).toBe(printed.match(/│ promise, by month /g)?.length);
    expect(tables).toBeGreaterThan(1);
  });

  it('marks the running month and says what the mark means', () => {
    const printed = text(tableOf(year), options({ width: 80 }));
    expect(printed).toContain('2026-06* │');
    expect(printed).toContain('✗ missed* │');
    expect(printed).toContain('* not final\n');
    expect(printed).not.toContain('2026-05*');
  });

  it('has the groups under their promise, fields in order, blanks by name', () => {
    const whole = rated('first-contact', 'met', counts(39, 1));
    const ana = rated('first-contact', 'met', counts(20, 0), { by: { owner: 'Ana', country: 'FR' } });
    const blank = rated('first-contact', 'met', counts(19, 1), { by: { owner: null, country: 'FR' } });
    const printed = text(tableOf([whole, ana, blank]), options());
    expect(printed).toMatch(/│ first contact .*\n.*\n.*\n│ {3}owner: Ana, country: FR /);
    expect(printed).toContain('│   owner: (blank), country: FR ');
  });

  it('has a table for each length of period', () => {
    const quarter = { label: '2026-Q2', unit: 'quarter', from: 0, to: 1 } as const;
    const printed = text(
      tableOf([rated('a', 'met', counts(20, 0)), rated('b', 'met', counts(20, 0), { period: quarter })]),
      options(),
    );
    expect(printed).toContain('promise, by month');
    expect(printed).toContain('promise, by quarter');
  });
});
