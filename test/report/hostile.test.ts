import { describe, expect, it } from 'vitest';
import { compliance as csv } from '../../src/report/formats/csv.ts';
import { compliance as html } from '../../src/report/formats/html.ts';
import { compliance as json } from '../../src/report/formats/json.ts';
import { compliance as markdown } from '../../src/report/formats/markdown.ts';
import { compliance as text } from '../../src/report/formats/text.ts';
import { displayWidth } from '../../src/report/width.ts';
import { counts, options, rated, scoreboardOf, tableOf } from './fixtures.ts';

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a|b|c',
  '[x](javascript:alert(1))',
  '\u001b[2J\u001b]0;owned\u0007',
  '\u202eevil',
  '\n::error::owned',
  '##[error]owned',
  `${'long'.repeat(200)}`,
  '株式会社 é🎉',
];

const results = HOSTILE.flatMap((owner) => [
  rated('first-contact', 'missed', counts(83, 12), { by: { owner } }),
  rated(owner, 'met', counts(99, 1), { title: owner, promise: owner, owedBy: owner, owedTo: owner }),
]);
const finding = {
  rule: 'not-a-date',
  severity: 'error',
  message: HOSTILE.join(' '),
  help: HOSTILE.join(' '),
} as const;
const data = { findings: [finding], notes: HOSTILE };
const documents = [scoreboardOf(results, data), tableOf(results, data)];

describe.each(documents.map((document) => [document.view, document] as const))(
  'hostile text in a %s',
  (_, document) => {
    it('does nothing on a terminal or in a CI log', () => {
      const printed = text(document, options({ color: false }));
      expect(printed).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
      expect(printed).not.toMatch(/^\s*::/m);
      expect(printed).not.toMatch(/##\w*\[/);
    });

    it.each(Object.entries({ html, csv, json }))('is no command of a CI log in %s', (_, write) => {
      const printed = write(document, options());
      expect(printed).not.toMatch(/^\s*::/m);
      expect(printed).not.toMatch(/##\w*\[/);
    });

    it('keeps the box of its table straight', () => {
      const lines = text(document, options({ width: 100 }))
        .split('\n')
        .filter((line) => /^[│├┌└]/.test(line));
      const widths = new Set(lines.map(displayWidth));
      expect(lines.length).toBeGreaterThan(20);
      expect(widths.size).toBeLessThanOrEqual(3);
    });

    it('makes no element, link or script of HTML', () => {
      const page = html(document, options());
      expect(page).not.toMatch(/<(script|img)/i);
      expect(page.match(/<table[ >]/g)?.length).toBe(page.match(/<\/table>/g)?.length);
      expect(page).not.toMatch(/(src|href)\s*=\s*["']?http/i);
    });

    it('makes no cell, markup or link of Markdown', () => {
      const page = markdown(document, options());
      const rows = page.split('\n').filter((line) => line.startsWith('|'));
      const cells = rows.map((row) => row.match(/(?<!\\)\|/g)?.length);
      expect(new Set(cells).size).toBe(1);
      expect(page).not.toMatch(/<(?!br>)/);
      expect(page).not.toContain('https:');
    });

    it.each(['tidy', 'wide'] as const)('makes no formula of CSV, %s', (layout) => {
      const cells = csv(document, options({ layout })).split(/[,\r\n]+/);
      for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@]/);
    });

    it('stays data in JSON', () => {
      const parsed = JSON.parse(json(document, options())) as { results: { title: string }[] };
      expect(new Set(parsed.results.map((each) => each.title))).toEqual(
        new Set(['first-contact', ...HOSTILE]),
      );
    });
  },
);
