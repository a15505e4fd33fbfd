import { describe, expect, it } from 'vitest';
import { compliance as markdown } from '../../src/report/formats/markdown.ts';
import { compliance as text } from '../../src/report/formats/text.ts';
import { compliance, counts, month, options, rated, scoreboardOf, tableOf } from './fixtures.ts';

const [APRIL, MAY] = [month(2026, 4), month(2026, 5)];
const may = (id: string, verdict: 'met' | 'missed', met: number, of = 100) =>
  rated(id, verdict, counts(met, of - met), { period: MAY });
const april = (id: string, verdict: 'met' | 'missed', met: number) =>
  rated(id, verdict, counts(met, 100 - met), { period: APRIL });
const teams = { marketing: 'Demand generation', sales: 'Field sales' };
const agreement = { ...compliance([]).agreement, teams };

/** What stands between the title and what the numbers rest on. */
const head = (printed: string): string => printed.slice(0, printed.indexOf('What it rests on'));

describe('an answer begins with what was missed', () => {
  it('the largest gap first, by whom, and against the period before', () => {
    const results = [
      ...[april('call', 'met', 96), april('feedback', 'missed', 90), april('records', 'missed', 90)],
      ...[may('call', 'missed', 94), may('feedback', 'missed', 50), may('records', 'met', 98)],
    ];
    expect(head(text(tableOf(results, { agreement }), options({ width: 200 })))).toBe(
      `Marketing and Sales agreement

May 2026: 2 of 3 promises were missed
Missed by Field sales: 2 of 3. April 2026 had 2 missed: 1 is new, 1 goes on and 1 is met again.
  ✗ Field sales, "feedback": 50% of 100, target ≥ 95%. 50 cases of 100 not met; the target allows 5: 45 too many. April 2026: 90%, missed. Missed for 2 months.
  ✗ Field sales, "call": 94% of 100, target ≥ 95%. 6 cases of 100 not met; the target allows 5: 1 too many. April 2026: 96%, met.

`,
    );
  });

  it('of the period at hand also where the periods before are beside it', () => {
    const document = scoreboardOf([may('call', 'missed', 94)], { agreement });
    const beside = {
      ...document,
      compliances: [{ ...compliance([may('call', 'missed', 94)]), earlier: [april('call', 'missed', 80)] }],
    };
    expect(head(text(document, options()))).not.toContain('April');
    const printed = text(beside, options());
    expect(head(printed)).toContain('April 2026 had 1 missed: 1 goes on.');
    // The period before is in the sentence, and in no table.
    expect(printed.slice(head(printed).length)).not.toContain('80%');
  });

  it('and says what is at risk while a period runs', () => {
    const open = rated('call', 'open', counts(60, 3, 12), {
      atRisk: 4,
      outlook: 'at risk',
      final: false,
    });
    expect(head(text(scoreboardOf([open]), options({ width: 160 })))).toContain(
      'June 2026: no promise missed so far\n  ◔ Sales, "call": 95.2% of 63, target ≥ 95%. At risk: 12 cases still open, 4 at risk, so it ends between 80% and 96%.\n',
    );
  });

  it('six in full, and how many more there are', () => {
    const results = Array.from({ length: 9 }, (_, i) => may(`p${i}`, 'missed', 50 + i));
    const printed = head(text(tableOf(results), options({ width: 200 })));
    expect([...printed.matchAll(/✗/g)]).toHaveLength(6);
    expect(printed).toContain('and 3 others, below');
    expect(printed).not.toContain('"p6"');
  });

  it('of several agreements a row each, most missed first', () => {
    const of = (title: string, results: Parameters<typeof compliance>[0]) =>
      compliance(results, { agreement: { ...agreement, title } });
    const document = {
      ...tableOf([]),
      compliances: [of('North', [may('call', 'met', 99)]), of('South', [may('call', 'missed', 50)])],
    };
    const printed = markdown(document, options());
    const overview = printed.slice(0, printed.indexOf('##'));
    expect(overview).toContain('| South<br>call 50% of 100 | May 2026 | ✗ 1 of 1 missed |');
    expect(overview.indexOf('South')).toBeLessThan(
      overview.indexOf('| North | May 2026 | ✓ 0 of 1 missed |'),
    );
  });

  it('tells before the table which months are left out, and what shows them', () => {
    const document = tableOf([may('call', 'met', 99)]);
    const left = [
      { ...compliance([may('call', 'met', 99)]), leftOut: { first: '2024-02', shown: '2025-07' } },
    ];
    const printed = text({ ...document, compliances: left }, options());
    const at = printed.indexOf(
      'the months from 2024-02 to before 2025-07 are not shown: --from 2024-02 shows',
    );
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(printed.indexOf('┌'));
    expect(printed.match(/are not shown/g)).toHaveLength(1);
  });
});
