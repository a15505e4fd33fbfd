import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseBehind, ComplianceShown } from '../../src/model/behind.ts';
import type { Result } from '../../src/model/compliance.ts';
import { inline } from '../../src/report/escape.ts';
import { compliance as html } from '../../src/report/formats/html.ts';
import { compliance, counts, month, options, rated } from '../report/fixtures.ts';
import { browserPath, look, openBrowser, unfold, unlessBrowser } from './browser.ts';
import { HOSTILE } from './hostile.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-hostile-'));
const file = join(folder, 'page.html');

/** Every text of a page is one of them. */
function hostileDocument(text: string): ComplianceShown {
  const same = { title: text, promise: text, owedBy: text, owedTo: text, versions: [text] };
  const results: readonly Result[] = [5, 6].map((n) =>
    rated(text, 'missed', counts(80, 20, 3), {
      ...same,
      period: month(2026, n),
      extras: { attainmentBeforeWaivers: 0.5 },
    }),
  );
  const one: CaseBehind = {
    ...{ lead: text, version: text, segment: text, state: 'breached', reason: null, atRisk: false },
    ...{
      start: 1_780_000_000_000_000,
      due: null,
      stop: 1_780_100_000_000_000,
      elapsedSeconds: 60,
      touches: null,
    },
  };
  const list = { period: '2026-06', version: text, openTime: true, cases: [one] };
  const wait = {
    ...{
      period: '2026-06',
      version: text,
      limit: text,
      unit: 'business-time' as const,
      edges: [3600],
      within: 1,
    },
    ...{
      bands: [
        { cases: 80, late: 0 },
        { cases: 20, late: 20 },
      ],
      never: { cases: 0, late: 0 },
    },
  };
  const change = { promises: [text], rule: text, from: text, to: text, details: [text] };
  const waiver = {
    ...{ version: text, commitment: text, leads: 2, from: null, to: null, reason: text },
    ...{ approvedBy: [text], expires: null, expired: false, cases: 1 },
  };
  const made = compliance(results);
  return {
    ...made,
    agreement: { ...made.agreement, title: text, versions: [text], teams: { [text]: text }, timed: [text] },
    waivers: [waiver],
    notes: [text],
    findings: [{ rule: 'not-a-date', severity: 'warning', message: text, help: text }],
    inputs: [{ source: text, file: text, bytes: 1, sha256: text, rows: 1 }],
    ledgers: { [text]: { read: 1, judged: 1, excluded: {}, rejected: {} } },
    behind: {
      promises: { [text]: { waits: [wait], growth: null, cases: [list] } },
      versions: [{ version: text, from: null, why: text, decidedBy: [text], changes: [change] }],
      answers: [],
    },
  };
}

describe.skipIf(browserPath === null)(`hostile text in a page${unlessBrowser}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('has sixty of them', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(60);
  });

  it('is text and nothing else, wherever it stands', async () => {
    const compliances = HOSTILE.map(hostileDocument);
    const document = { view: 'table' as const, compliances, findings: [], texts: {} };
    writeFileSync(file, html(document, options()));
    const { page, said, asked } = await look(browser, file);
    await unfold(page);
    const found = await page.evaluate<{
      readonly elements: readonly string[];
      readonly attributes: readonly string[];
      readonly links: readonly string[];
      readonly text: string;
    }>(`({
      elements: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      attributes: [...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith('on')),
      links: [...document.querySelectorAll('[href]')].map((each) => each.getAttribute('href')).filter((to) => !to.startsWith('#')),
      text: document.body.textContent,
    })`);
    expect({ said, asked }).toEqual({ said: [], asked: [] });
    expect(found.attributes).toEqual([]);
    expect(found.links).toEqual([]);
    const own =
      'a,article,body,br,caption,circle,defs,details,div,footer,h1,h2,h3,h4,h5,head,header,html,i,li,line,main,meta,nav,p,path,pattern,rect,section,small,span,strong,style,summary,svg,table,tbody,td,text,th,thead,title,tr,ul';
    const foreign = found.elements.filter((name) => !own.split(',').includes(name));
    expect(foreign).toEqual([]);
    for (const text of HOSTILE) expect(found.text.split(inline(text)).length, text).toBeGreaterThan(10);
    await page.close();
  });
});
