import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import type { Result } from '../../src/model/compliance.ts';
import type { Pack } from '../../src/model/pack.ts';
import { pack as html } from '../../src/report/formats/html-pack.ts';
import { pack as markdown } from '../../src/report/formats/markdown-pack.ts';
import { compliance, counts, month, options, rated, result } from './fixtures.ts';

afterEach(reset);

const june = Date.UTC(2026, 5, 20) * 1000;

const packOf = (results: readonly Result[], more: Partial<Pack> = {}): Pack => ({
  compliance: {
    ...compliance(results, { asOf: june }),
    agreement: { ...compliance(results).agreement, teams: { marketing: 'Marketing', sales: 'Sales' } },
  },
  ...{
    about: null,
    codes: { 'first-contact': 'S1', volume: 'M1' },
    closed: [],
    decisions: [],
    profileAnswers: [],
    leads: null,
    openDays: [],
  },
  ...more,
});

const text = (...packs: readonly Pack[]): string =>
  markdown({ packs, findings: [], texts: {} }, options()).replaceAll('\u00a0', ' ');

const contact = (n: number, verdict: 'met' | 'missed', met: number, late: number) =>
  rated('first-contact', verdict, counts(met, late), { period: month(2026, n) });

const volume = (value: number): Result =>
  result({
    ...{
      id: 'volume',
      measure: 'count',
      verdict: 'missed',
      value,
      period: month(2026, 5),
      owedBy: 'marketing',
    },
    target: { cmp: '>=', value: 120, of: 'number', unit: null, text: '>= 120' },
    counts: counts(value, 0),
  });

describe('the agenda of a meeting', () => {
  it('leaves out what has nothing to say, and keeps its 45 minutes', () => {
    const page = text(packOf([contact(4, 'met', 98, 2), contact(5, 'met', 98, 2)]));
    expect([...page.matchAll(/^## .*$/gm)].map(([line]) => line)).toEqual([
      '## 1. The scoreboard (3 min)',
      '## 2. A look across (3 min)',
      '## 3. Decisions (5 min)',
    ]);
    expect(page).toContain('May 2026: 1 promise of 1 met. Nothing was missed.');
  });

  it('begins with the largest gap, each with a question and a line to answer it', () => {
    // 103 of 120 lacks a seventh, 90 % of 95 % a nineteenth.
    const page = text(packOf([contact(5, 'missed', 90, 10), volume(103)]));
    const heads = [...page.matchAll(/^### .*$/gm)].map(([line]) => line);
    expect(heads).toEqual([
      '### M1 · Volume (Marketing): 103, target ≥ 120',
      '### S1 · First contact (Sales): 90% of 100, target ≥ 95%',
    ]);
    expect(page.split('- Answer:')).toHaveLength(3);
  });

  it('asks of days only where the month had fewer than each of those before it', () => {
    const openDays = [20, 22, 16].map((days, i) => ({ period: `2026-0${i + 3}`, days }));
    const page = text(packOf([volume(103)], { openDays }));
    expect(page).toContain('May 2026 had 16 open days, those before it 20 to 22; that is 6.4 a day.');
    expect(page).toContain(
      '> Is it the days or the leads that were missing? Should 16 open days promise what 22 do?',
    );
    const usual = [16, 22, 20].map((days, i) => ({ period: `2026-0${i + 3}`, days }));
    expect(text(packOf([volume(103)], { openDays: usual }))).toContain(
      '> What happened, and what would help?',
    );
  });

  it('says aloud what is met again, and what has no case to spare', () => {
    // 95 of 100 is the least that reaches 95 %.
    const page = text(
      packOf([contact(3, 'missed', 90, 10), contact(4, 'missed', 90, 10), contact(5, 'met', 95, 5)]),
    );
    expect(page).toContain('- S1 is met again after it was missed for 2 months.');
    expect(page).toContain('- S1 is met with nothing to spare: 95 of 100, and 95 were needed.');
  });

  it('is about the period that is asked for', () => {
    const page = text(packOf([contact(4, 'missed', 90, 10), contact(5, 'met', 98, 2)], { about: '2026-04' }));
    expect(page).toContain('<!-- sla:pack acme-demand 2026-04 -->');
    expect(page).toContain('April 2026: 0 promises of 1 met, 1 missed.');
  });

  it('lets no text of a lead or of an author act', () => {
    const lead = '<img src=x> | [a](b)';
    const leads = { sizeColumn: '|size|', leads: [{ lead, start: june, size: 1, missed: [] }] };
    const made = packOf([contact(5, 'missed', 90, 10)], { leads });
    expect(text(made)).toContain('| &lt;img src=x&gt; \\| \\[a\\](b) |');
    expect(html({ packs: [made], findings: [], texts: {} }, options())).not.toContain('<img');
  });

  it('is French in French', async () => {
    await speak('fr', { firm: true });
    const page = text(packOf([contact(5, 'missed', 90, 10)]));
    expect(page).toContain('# Réunion Marketing et Sales : mai 2026');
    expect(page).toContain('### S1 · First contact (Sales) : 90 % sur 100, objectif ≥ 95 %');
    expect(page).toContain('- Ce que l’équipe Marketing voit dans les chiffres de l’équipe Sales :');
  });
});
