import { describe, expect, it } from 'vitest';
import { formats } from '../../src/report/formats/index.ts';
import { counts, options, rated, scoreboardOf, tableOf } from './fixtures.ts';

/** What every format owes to those who open it, whatever a lead or an agreement holds: a format that is added is tried too. */

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '<script>alert(1)</script>',
  '\u001b[2J\u001b]0;owned\u0007',
  '\u202eevil',
  'a\tb\nc',
  '\n::error::owned',
  '##[error]owned',
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

const texts = formats.filter(({ binary, writes }) => !binary && writes.includes('compliance'));

describe.each(texts)('the format $name', ({ name, load }) => {
  it.each([scoreboardOf(results, data), tableOf(results, data)])(
    'lets no text of a $view act',
    async (document) => {
      const { compliance } = await load('compliance');
      const printed = String(compliance?.(document, { ...options({ color: false }), laws: {} }));
      expect(printed.length).toBeGreaterThan(0);
      // Nothing moves the cursor, changes the direction of reading or hides.
      expect(printed).not.toMatch(/(?![\t\r\n])\p{Cc}|[\u202a-\u202e]/u);
      // A line of a CI log that begins with a command is what this one format writes.
      if (name === 'github') return;
      expect(printed).not.toMatch(/^\s*::/m);
      expect(printed).not.toMatch(/##\w*\[/);
    },
  );
});

it('no two formats have one name, or files with one ending', () => {
  const [names, suffixes] = [formats.map(({ name }) => name), formats.flatMap((each) => each.suffixes)];
  expect(names).toEqual([...new Set(names)]);
  expect(suffixes).toEqual([...new Set(suffixes)]);
});
