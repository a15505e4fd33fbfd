import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import type { ComplianceShown } from '../../src/model/behind.ts';
import type { Result } from '../../src/model/compliance.ts';
import { compliance as html } from '../../src/report/formats/html.ts';
import { blocksHtml } from '../../src/report/html/blocks.ts';
import { long } from '../effort.ts';
import { compliance, counts, month, options, rated, result } from './fixtures.ts';

afterEach(reset);

const june = Date.UTC(2026, 5, 20) * 1000;

const made = (results: readonly Result[], changes: Partial<ComplianceShown> = {}): ComplianceShown => ({
  ...compliance(results, { asOf: june }),
  ...changes,
});

function page(...compliances: readonly ComplianceShown[]): string {
  return html({ view: 'table', compliances, findings: [], texts: {} }, options());
}

/** What a reader sees, one line for each element. */
const textOf = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<(span|a|i|b|small)[^>]*>|<\/(span|a|i|b|small)>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/\n\s*/g, '\n')
    .replaceAll('&#39;', "'");

const kept = (n: number, changes: Partial<Result> = {}) =>
  rated('first-contact', 'met', counts(98, 2), { period: month(2026, n), ...changes });
const missed = (n: number, changes: Partial<Result> = {}) =>
  rated('first-contact', 'missed', counts(90, 10), { period: month(2026, n), ...changes });

it('a promise without a verdict has a blank before its reason', () => {
  const noVerdict = { why: 'partial-period', days: { inForce: 12, period: 31 } };
  const none = rated('first-contact', 'no verdict', counts(98, 2), { period: month(2026, 5) });
  expect(textOf(page(made([kept(4), { ...none, noVerdict } as Result])))).toMatch(
    /no verdict in force 12 of 31 days/,
  );
});

describe('a number of a page', () => {
  it('leads to the line of its promise and period that unfolds, and no link leads nowhere', () => {
    const markup = page(made([kept(4), missed(5)]), made([kept(4), missed(5)]));
    const ids = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to ?? '');
    expect(links.filter((to) => !ids.has(to))).toEqual([]);
    // The missed one at the top and both months in the table, of both agreements.
    expect(links.filter((to) => to.endsWith('p1-2026-05'))).toHaveLength(4);
    expect(links.filter((to) => to.endsWith('p1-2026-04'))).toHaveLength(2);
    expect(markup).toMatch(/<details id="[^"]*p1-2026-05"/);
    expect([...markup.matchAll(/ id="([^"]+)"/g)]).toHaveLength(ids.size);
  });
});

describe('a table of a page', () => {
  it('tells a phone what each cell is called, with nothing of a name that could act', () => {
    const title = "a'b\\;}</style><script>";
    const grid = { role: 'plain', caption: 'c', columns: [{ title: 'lead' }, { title }], rows: [] } as const;
    const markup = blocksHtml([{ kind: 'grid', grid }], options());
    const style = /style="([^"]*)"/.exec(markup)?.[1] ?? '';
    expect(style).toMatch(/^--c2:'[\p{L}\p{N} \\]*'$/u);
    // Each escape is the number of its character, as CSS reads it back.
    const read = style
      .slice("--c2:'".length, -1)
      .replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    expect(read).toBe(title);
  });

  it.each([
    [1, 1],
    [6, 6],
    [7, 4],
    [12, 6],
    [13, 5],
  ])('of %i months has on a phone at most six of them in a line, and as many in each: %i', (months, side) => {
    const columns = [{ title: 'promise' }, ...Array.from({ length: months }, () => ({ title: 'May' }))];
    const grid = { role: 'months', caption: 'c', columns, rows: [] } as const;
    expect(blocksHtml([{ kind: 'grid', grid }], options())).toContain(`style="--k:${side}"`);
  });
});

describe('the first screen of a page', () => {
  it('says what was missed, by whom and against the period before', () => {
    const other = missed(5, { id: 'volume', owedBy: 'marketing', promise: 'Volume' });
    const text = textOf(
      page(made([kept(4), missed(5), missed(4, { id: 'volume', owedBy: 'marketing' }), other])),
    );
    expect(text).toContain('\nMay 2026: 2 of 2 promises were missed\n');
    expect(text).toContain(
      'Missed by sales: 1 of 1; marketing: 1 of 1. April 2026 had 1 missed: 1 is new and 1 goes on.',
    );
    expect(text).toContain('10 cases of 100 not met; the target allows 5: 5 too many. April 2026: 98%, met.');
    expect(text).toContain('Missed for 2 months.');
  });

  it('counts no promise that has no case in the period', () => {
    const none = result({ id: 'other', period: month(2026, 5) });
    expect(textOf(page(made([kept(4), missed(5), none])))).toContain(
      '\nMay 2026: 1 of 1 promises missed\nMissed by sales: 1 of 1.',
    );
    expect(textOf(page(made([kept(5), none])))).toContain('\nMay 2026: the promise is met\n');
  });

  it('says so where everything is met', () => {
    const text = textOf(page(made([kept(5), kept(5, { id: 'other' })])));
    expect(text).toContain('\nMay 2026: all 2 promises are met\n');
    expect(text).not.toContain('missed');
  });

  it('speaks of the newest period in which everything is final', () => {
    const open = rated('first-contact', 'open', counts(50, 1, 9), {
      ...{ period: month(2026, 5), final: false, outlook: 'on track' as const },
    });
    const text = textOf(page(made([kept(4), open])));
    expect(text).toContain('\nApril 2026: the promise is met\n');
  });

  it('tells the period that is over and not all final, what is missed in it first', () => {
    const open = rated('feedback', 'open', counts(50, 1, 9), {
      ...{ period: month(2026, 5), final: false, outlook: 'on track' as const },
    });
    const before = rated('feedback', 'met', counts(98, 2), { period: month(2026, 4) });
    const text = textOf(page(made([before, open, kept(4), missed(5)])));
    expect(text).toContain('\nApril 2026: all 2 promises are met\n');
    const [, told = ''] = /\nMay 2026, not all final\n([\s\S]*?)\nAll periods\n/.exec(text) ?? [];
    expect(told).toMatch(
      /first-contact[\s\S]*missed[\s\S]*90%, target ≥\u00a095%[\s\S]*feedback[\s\S]*open, on track[\s\S]*9 cases still open/,
    );
  });

  it('names no waiting period where everything that is over is final', () => {
    expect(textOf(page(made([kept(4), missed(5)])))).not.toContain('not all final');
  });

  it('tells a running period alone as one that runs', () => {
    const open = rated('first-contact', 'open', counts(50, 1, 9), {
      ...{ period: month(2026, 6), final: false, outlook: 'at risk' as const },
    });
    const text = textOf(page(made([open])));
    expect(text).toContain('\nJune 2026: no promise missed so far\n');
    expect(text).toContain('9 cases still open, so it ends between 83% and 98%.');
  });

  it('begins lines with a capital in French, where months have none', async () => {
    await speak('fr', { firm: true });
    const text = textOf(page(made([kept(4), missed(5)])));
    expect(text).toContain('\nMai 2026\u00a0: 1 promesse manquée sur 1\n');
    expect(text).toContain('Avril 2026\u00a0: 98\u00a0%, tenu.');
  });

  it('tells of a promise by the day the days of the month that were missed, by the worst', async () => {
    const day = (n: number, value: number) =>
      result({
        ...{ id: 'flow', measure: 'count', promise: 'At most 15 a day', owedBy: 'marketing', final: true },
        ...{ verdict: value > 15 ? 'missed' : 'met', value },
        target: { cmp: '<=', value: 15, of: 'number', unit: null, text: '<= 15' },
        period: {
          ...{ label: `2026-05-${n}`, unit: 'day' },
          ...{ from: Date.UTC(2026, 4, n) * 1000, to: Date.UTC(2026, 4, n + 1) * 1000 },
        },
      });
    const months = [kept(4), kept(5), kept(5, { id: 'other' })];
    const text = textOf(page(made([...months, day(12, 20), day(13, 16), day(14, 3), day(31, 1)])));
    expect(text).toContain('\nMay 2026: 1 of 3 promises missed\nMissed by marketing: 1 of 1.');
    expect(text).toContain('5 above 15; 2026-05-12; 2 of 4 days missed.');
    const all = textOf(page(made([...months, day(14, 3), day(31, 1)])));
    expect(all).toContain('\nMay 2026: all 3 promises are met\n');
    expect(all).toContain('marketing, 1, target ≤\u00a015; kept in all 2 days');
    await speak('fr', { firm: true });
    expect(textOf(page(made([...months, day(12, 20), day(31, 1)])))).toContain(
      '2026-05-12\u00a0; manqué 1 fois sur 2 jours.',
    );
  });

  it('says by how much a number misses', () => {
    const volume = result({
      ...{ id: 'volume', measure: 'count', verdict: 'missed', value: 103, period: month(2026, 5) },
      target: { cmp: '>=', value: 120, of: 'number', unit: null, text: '>= 120' },
      counts: counts(103, 0),
    });
    expect(textOf(page(made([volume])))).toContain('17 short of 120.');
  });

  it('shows no rate of a handful of cases', () => {
    const few = rated('first-contact', 'missed', counts(3, 4), { period: month(2026, 5) });
    expect(textOf(page(made([few])))).toMatch(/\n3\/7 target ≥\u00a095%\n[\s\S]*\n3\/7\n/);
  });
});

describe('a page', () => {
  it('lays an overview before several agreements, most missed first', () => {
    const text = textOf(page(made([kept(5)]), made([missed(5)])));
    expect(text).toContain('\n1 of 2 agreements missed a promise in its last period\n');
    expect(text.indexOf('1 of 1 missed')).toBeLessThan(text.indexOf('none of 1 missed'));
  });

  it('is the same twice', () => {
    const document = made([kept(4), missed(5)]);
    expect(page(document)).toBe(page(document));
  });

  it('reads every number of a line to those who do not see it', () => {
    expect(page(made([kept(4), missed(5)]))).toContain(
      'aria-label="April 2026: 98%, target ≥\u00a095%, met; May 2026: 90%, target ≥\u00a095%, missed"',
    );
  });

  it('has no script, and names no address', () => {
    const markup = page(made([kept(4), missed(5)]));
    expect(markup).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(markup).not.toMatch(/<script|\bsrc=|https?:|@import|url\((?!#)/);
  });

  it.runIf(long)('stays below 2 MB with forty promises, three years and as many leads as are listed', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `promise-${i}`);
    const results = ids.flatMap((id) =>
      Array.from({ length: 37 }, (_, m) =>
        rated(id, 'missed', counts(9000, 1000, 0, 5, 3), {
          period: month(2023 + Math.floor((m + 4) / 12), ((m + 4) % 12) + 1),
          promise: `${id}: a lead of this large agreement is contacted within so many business hours`,
        }),
      ),
    );
    const lead = (n: number) => ({
      ...{
        lead: `00Q5g00000ABCDE${n}`,
        version: '2026.2',
        segment: 'enterprise',
        state: 'breached' as const,
      },
      ...{
        reason: null,
        atRisk: false,
        start: june - n * 1e9,
        due: june,
        stop: june,
        elapsedSeconds: 20_000 + n,
      },
      touches: null,
    });
    const promises = Object.fromEntries(
      ids.map((id) => {
        const cases = Array.from({ length: 75 }, (_, n) => lead(n));
        return [
          id,
          {
            waits: [],
            growth: null,
            cases: [{ period: '2026-05', version: '2026.2', openTime: true, cases }],
          },
        ];
      }),
    );
    const behind = { promises, versions: [], answers: [] };
    const one = made(results, { behind });
    expect(page({ ...one, agreement: { ...one.agreement, timed: ids } }).length).toBeLessThan(2_000_000);
    // Ten agreements share the lists of one.
    const small = made(
      results.filter(({ period }) => period.label >= '2026-04'),
      { behind },
    );
    const ten = page(...Array.from({ length: 10 }, () => small));
    expect(ten.match(/00Q5g/g)?.length).toBe(3000);
  });
});
