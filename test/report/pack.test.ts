import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import type { Basis, CalibratedPromise } from '../../src/model/calibration.ts';
import type { Result } from '../../src/model/compliance.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Plan } from '../../src/model/plan.ts';
import { pack as html } from '../../src/report/formats/html-pack.ts';
import { pack as markdown } from '../../src/report/formats/markdown-pack.ts';
import { waiverWords } from '../../src/report/page/rest.ts';
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
    funnel: null,
    profileAnswers: [],
    leads: null,
    ahead: null,
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
  it('has one space at each end of the cell of the month that runs', () => {
    const told = text(packOf([contact(5, 'missed', 20, 80), contact(6, 'met', 98, 2)]));
    expect(told).toMatch(/ \| Jun so far \|\n/);
    expect(told).toMatch(/\| ✓ 98% \|\n/);
  });

  it('says of what has not come yet how many of the late it is, in the singular too', () => {
    const told = (late: number, never: number): string => {
      const one = contact(5, 'missed', 20, late);
      const waits = [{ period: '2026-05', version: '2026.2', never: { met: 0, late: never } }];
      const pack = packOf([contact(4, 'met', 98, 2), one]);
      const behind = { promises: { 'first-contact': { waits, lists: [], growth: [] } } };
      const page = text({ ...pack, compliance: { ...pack.compliance, behind } } as unknown as Pack);
      return [...page.matchAll(/^- .*has not come yet.*$|^> Why.*$/gm)].join(' ');
    };
    expect(told(1, 1)).toBe(
      '- 1 was late, and what was promised has not come yet; in time S1 would be at 100%. > Why did nothing happen at all to it?',
    );
    expect(told(5, 5)).toMatch(/^- 5 were late, and .* with all of them in time .* at all to them\?$/);
    expect(told(5, 1)).toMatch(
      /^- 5 were late; of one of them .* with that one in time .* to some of them\?$/,
    );
    expect(told(5, 2)).toMatch(/^- 5 were late; of 2 of them .* with these 2 in time .* to some of them\?$/);
  });

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
    expect(page).toContain('### S1 · First contact (Sales) : 90 % sur 100, cible ≥ 95 %');
    expect(page).toContain('- Ce que l’équipe Marketing voit dans les chiffres de l’équipe Sales :');
  });

  it('says the word for a team once in French', async () => {
    await speak('fr', { firm: true });
    const made = packOf([contact(5, 'missed', 90, 10)]);
    const agreement = {
      ...made.compliance.agreement,
      teams: { marketing: 'Équipe marketing', sales: 'L’équipe commerciale' },
    };
    expect(text({ ...made, compliance: { ...made.compliance, agreement } })).toContain(
      '- Ce que l’équipe marketing voit dans les chiffres de l’équipe commerciale :',
    );
  });

  it('has a space before the colon of a waiver in French', async () => {
    await speak('fr', { firm: true });
    const waiver = {
      ...{
        version: '1',
        commitment: null,
        leads: null,
        from: '2026-05-21',
        to: '2026-05-22',
        reason: 'Séminaire',
      },
      ...{ approvedBy: ['sales'], expires: null, expired: false, cases: 3 },
    };
    const words = waiverWords(waiver, compliance([])).map((word) =>
      typeof word === 'object' && 'text' in word ? word.text : word,
    );
    expect(words.slice(1, 3)).toEqual([', leads du 21 mai 2026 au 22 mai 2026\u00a0: ', 'Séminaire']);
  });

  it('asks whether a missed promise fits: what the past kept of its limit and of its target, and what the objective takes', () => {
    const held = { in: 2, of: 4 };
    const proposal = (basis: Basis, text: string, value: number | null, kept: number) =>
      ({ basis, text, value, now: false, held: { in: kept, of: 4 }, kept: 0, owed: null }) as const;
    const part = (segment: string | null, text: string) => ({
      ...{ segment, term: 'within' as const, rows: [] },
      proposals: [proposal('every-period', text, null, 4), proposal('step-up', '4 business hours', null, 3)],
    });
    const missed = contact(5, 'missed', 90, 10);
    const past = (n: number) => ({
      ...{
        period: month(2026, n),
        counts: counts(90, 10),
        reached: 0.9,
        target: 0.95,
        verdict: 'missed' as const,
      },
      used: true,
    });
    const one: CalibratedPromise = {
      ...{
        id: 'first-contact',
        kind: 'commitment',
        measure: 'response',
        title: 'first-contact',
        promise: null,
      },
      ...{ owedBy: 'sales', owedTo: 'marketing', sharedBy: [], held, seasonal: [] },
      ...{ by: null, minCases: 20 },
      target: { ...missed.target, per: null },
      periods: [1, 2, 3, 4].map(past),
      targets: [proposal('every-period', '', 0.8, 4)],
      parts: [part(null, '6 business hours'), part('large', '9 business hours')],
    };
    const agreement = { id: 'a', title: 'A', file: 'a', timezone: 'Europe/Paris', teams: {} };
    const step = {
      ...{
        id: 'profile',
        title: '',
        owners: [],
        leads: 9,
        rate: null,
        toEnd: { measured: 1, low: 1, high: 1 },
      },
      ...{ needed: 392.1, least: 288, most: 543, perMonth: 130.7, believed: null },
      promised: { id: 'volume', perMonth: 120, fit: 'within bounds' as const },
    };
    const plan: Plan = {
      ...{ agreement, asOf: june, asOfFrom: 'data', cohorts: [], young: [], mostWithin: null, average: null },
      objective: { id: 'r', title: 'R', target: 250_000, unit: 'EUR', per: 'quarter', months: 3 },
      ...{ steps: [step], why: null, capacity: null, clocks: [] },
    };
    const page = text(packOf([missed], { ahead: { past: [one], plan, questions: [] } }));
    expect(page).toContain(
      '| S1 First contact | ≥ 95% | 2 of 4 | ≥ 95% within 6 business hours<br>or ≥ 80% | ≥ 95% within 4 business hours (3 of 4) |',
    );
    expect(page).toContain(
      '- 250,000 EUR per quarter take 131 a month at "in profile" (96 to 181); promised: 120, within the bounds.',
    );
    expect(page).not.toContain('9 business hours');
    // Two months are no habit.
    const short = { ...one, periods: one.periods.slice(0, 2) };
    expect(text(packOf([missed], { ahead: { past: [short], plan: null, questions: [] } }))).not.toContain(
      'fit?',
    );
  });
});
