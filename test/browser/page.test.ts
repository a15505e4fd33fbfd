import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reset } from '../../src/messages/index.ts';
import { long } from '../effort.ts';
import { type Report, sla } from '../examples/sla.ts';
import { broken, browserPath, look, openBrowser, unfold, unlessBrowser, widthOf } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-page-'));
const page = (name: string) => join(folder, `${name}.html`);

/** A page, the width of the window, and whether it is dark. The long run takes more of them together, and a page of several agreements. */
const LOOKS = [['en', 390, false]] as const;
const MORE_LOOKS = [
  ['fr', 1600, true],
  ['fr', 1600, false],
  ['several', 1024, true],
  ['en', 1024, true],
  ['fr', 390, true],
  ['several', 390, false],
] as const;

type Result = Report['results'][number];

/** A period of a promise as the page shows it. */
interface Shown {
  readonly number: string;
  readonly verdict: string;
  readonly states: string;
}

describe.skipIf(browserPath === null)(`a page in a browser${unlessBrowser}`, () => {
  let browser: Browser;
  let report: Report;

  beforeAll(async () => {
    const one = ['report', 'examples/acme'];
    await sla(...one, '-o', page('en'), '-o', join(folder, 'report.json'));
    if (long) {
      await sla(...one, '--lang', 'fr', '-o', page('fr'));
      await sla('report', 'examples/acme', 'examples/odoo', '-o', page('several'));
    }
    reset();
    report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each([...LOOKS, ...(long ? MORE_LOOKS : [])])(
    '%s is silent, asks for nothing, is no wider than %i px, and axe finds nothing in the long run',
    async (name, width, dark) => {
      const { page: one, said, asked } = await look(browser, page(name), { width, dark });
      const wide = await widthOf(one);
      expect({ said, asked, wide }).toEqual({ said: [], asked: [], wide: width });
      // What stands side by side is read without a finger.
      const across = one.locator('.scroll:has(.across)');
      expect(
        await across.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length),
      ).toBe(0);
      await unfold(one);
      if (long) expect(await broken(one)).toEqual([]);
      expect(await widthOf(one)).toBe(width);
      expect(await cutTexts(one)).toEqual([]);
      await one.close();
    },
  );

  it.runIf(long)('opens every fold by a press on its line', async () => {
    const { page: one } = await look(browser, page('en'));
    const folds = one.locator('details');
    const all = await folds.count();
    expect(all).toBeGreaterThan(40);
    for (let i = 0; i < all; i++) await folds.nth(i).locator('> summary').press('Enter');
    expect(await one.locator('details[open]').count()).toBe(all);
    expect(await one.locator('details[open] > .in:visible').count()).toBe(all);
    await one.close();
  });

  it('says of each promise and period what the JSON says', async () => {
    const { page: one } = await look(browser, page('en'));
    const cards = await cardsOf(one);
    const ids = [...new Set(report.results.map(({ id }) => id))];
    const told = new Map(cards.map(({ title, periods }) => [title, periods]));
    expect(told.size).toBe(ids.length);
    let compared = 0;
    for (const id of ids) {
      const own = report.results.filter((each) => each.id === id);
      const periods = told.get(titles[id] ?? '') ?? [];
      expect(periods.length, id).toBe(own.length);
      for (const result of own) {
        const at = own.filter((each) => each.period > result.period).length;
        const shown = periods[at + own.filter((each) => each.period === result.period).indexOf(result)];
        compare(result, shown, `${id} ${result.period}`);
        compared++;
      }
    }
    expect(compared).toBe(report.results.length);
    await one.close();
  });

  it('prints every period of every promise on A4', async () => {
    const { page: one } = await look(browser, page(long ? 'fr' : 'en'));
    await one.emulateMedia({ media: 'print' });
    const lines = await one.locator('.folds > details > summary').count();
    expect(await one.locator('.folds > details > summary:visible').count()).toBe(lines);
    // As wide as A4 within its margins.
    await one.setViewportSize({ width: 695, height: 1000 });
    expect(await cutTexts(one)).toEqual([]);
    const pdf = await one.pdf({ preferCSSPageSize: true });
    const [, width, height] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await one.close();
  });

  it.runIf(long).each(['en', 'fr'])(
    'prints the agreement of the example with its lines to sign on one sheet, in %s',
    async (lang) => {
      const file = page(`agreement-${lang}`);
      await sla('show', 'examples/acme', '--lang', lang, '-o', file);
      reset();
      const { page: one } = await look(browser, file);
      expect(await one.locator('.sign .line').count()).toBe(9);
      const pdf = (await one.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([...pdf.matchAll(/\/Type ?\/Page\b/g)]).toHaveLength(1);
      await one.close();
    },
  );
});

/** What is written in a drawing and goes beyond its card; half a pixel is rounding. */
const cutTexts = (one: Page): Promise<readonly string[]> =>
  one.evaluate<readonly string[]>(`[...document.querySelectorAll('.card')].flatMap((card) => {
      const { left, right } = card.getBoundingClientRect();
      return [...card.querySelectorAll('svg text')]
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5);
        })
        .map((text) => text.textContent ?? '');
    })`);

/** The sentences of the example, which are the titles of its cards. */
const titles: Readonly<Record<string, string>> = {
  'qualified-volume': '120 qualified leads in profile every month',
  'complete-records': 'A qualified lead comes with its phone number, company and source',
  'first-contact': 'A lead in profile is contacted within 3 business hours, a large firm within 1',
  'first-call': 'A large firm is telephoned within 2 business days, whatever mails it got before',
  'follow-up': 'A lead is tried on 3 days within 5 business days before it is given up',
  feedback: 'Every lead is accepted, or refused with a reason, within 5 business days',
  'alignment-meeting': 'Two meetings of both teams a month, with minutes',
  'new-revenue': 'New revenue that both teams bring in together',
  'joint-campaigns': 'A campaign every quarter that both teams run',
};

interface Card {
  readonly title: string;
  readonly periods: readonly Shown[];
}

const cardsOf = (one: Page): Promise<readonly Card[]> =>
  one.evaluate<readonly Card[]>(`[...document.querySelectorAll('article.card')].map((card) => ({
    title: card.querySelector('h4').textContent,
    periods: [...card.querySelectorAll('.folds > details > summary')].map((line) => {
      const [, number, verdict, states] = [...line.children].map((each) => each.textContent);
      return { number, verdict, states };
    }),
  }))`);

function compare(result: Result, shown: Shown | undefined, name: string): void {
  const { met, breached, pending, unknown, excluded } = result.counts;
  const rate = result.attainment !== null;
  const counts = [rate ? breached : met, pending, unknown, excluded].filter((n, i) => n > 0 || i === 0);
  const numbers = [...(shown?.states ?? '').replaceAll(',', ' ').matchAll(/\d+/g)].map(([n]) => Number(n));
  expect(numbers, name).toEqual(counts);
  const words: Readonly<Record<string, string>> = { met: 'met', missed: 'missed', open: 'open' };
  expect(shown?.verdict, name).toContain(words[result.verdict] ?? result.verdict);
  expect(shown?.verdict.includes('so far'), name).toBe(
    !result.final && ['met', 'missed'].includes(result.verdict),
  );
  const number = Number((shown?.number ?? '').replace(/[^\d.]/g, ''));
  const exact = rate ? (result.attainment ?? 0) * 100 : (result.value ?? 0);
  expect(Math.abs(number - exact), name).toBeLessThan(0.51);
}
