import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from './page.ts';
import { type Reader, reader } from './reader.ts';

const EN = 'January February March April May June July August September October November December';
const FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';

/** The date and the time of `5 June 2026, 16:30` and `5 juin 2026 à 16 h 30`, as drawings and tables have them. */
function inColumns(spoken: string, months: string, dated: (parts: readonly string[]) => string): string[] {
  const found = /^(\d+)(?:er)? (\p{L}+) (\d{4})(?:,| à) (\d+)(?::| h ?)(\d\d)?/u.exec(spoken) ?? [];
  const [, day = '', month = '', year = '', hour = '', minute = '00'] = found;
  const number = months.split(' ').indexOf(month) + 1;
  return [
    dated([day.padStart(2, '0'), String(number).padStart(2, '0'), year]),
    `${hour.padStart(2, '0')}:${minute}`,
  ];
}

const PAGES = [
  {
    page: 'docs/how-time-is-counted.md',
    lang: 'C',
    fromAndDue: /from \w+ (.+?): due \w+ (.+)/,
    partsOf: (spoken: string) => inColumns(spoken, EN, ([day, month, year]) => `${year}-${month}-${day}`),
    figures: /\w{3} \d{4}-\d\d-\d\d|\d+ h\b(?: \d+ min)?|\d+ min|holiday: [^\d\n░█]*[^\s░█]|lunch/g,
  },
  {
    page: 'docs/fr/comment-le-temps-est-compte.md',
    lang: 'fr_FR.UTF-8',
    fromAndDue: /à partir du \S+ (.+?) : échéance \S+ (.+)/,
    partsOf: (spoken: string) => inColumns(spoken, FR, ([day, month, year]) => `${day}/${month}/${year}`),
    figures:
      /\w{3}\. \d\d\/\d\d\/\d{4}|\d+ h\b(?: \d+ min)?|\d+ min|jour férié : [^\d\n░█]*[^\s░█]|déjeuner/g,
  },
];

/** The drawings of a page, each with the commands that stand under it. */
const drawingsOf = (page: string) =>
  readPage(page)
    .split(/^### /m)
    .flatMap((section) => {
      const drawing = /^```drawing\n([\s\S]*?)^```$/m.exec(section)?.[1];
      const commands = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
        block.trimEnd().split('\n'),
      );
      return drawing === undefined ? [] : [{ title: section.split('\n')[0] ?? '', drawing, commands }];
    });

describe.each(PAGES)(
  'a drawing of $page shows what the clock says',
  ({ page, lang, fromAndDue, partsOf, figures }) => {
    const drawings = drawingsOf(page);
    let at: Reader;
    beforeAll(() => {
      at = reader({ files: { 'examples/acme': 'examples/acme' }, lang });
    });
    afterAll(() => at.leave());

    it.each(drawings)('$title', async ({ drawing, commands }) => {
      let said = '';
      for (const command of commands) {
        const answer = await at.run(command);
        expect(answer.status, command).toBe(0);
        const out = answer.out.replaceAll(/[\u00a0\u202f]/g, ' ');
        said += out;
        const [, start = '', due = ''] = fromAndDue.exec(out) ?? [];
        expect(due).not.toBe('');
        for (const part of partsOf(due)) expect(drawing).toContain(part);
        if (drawing.includes('▼')) for (const part of partsOf(start)) expect(drawing).toContain(part);
      }
      // Each day, length of time and reason that is drawn is one that the clock prints.
      for (const figure of new Set(drawing.match(figures) ?? [])) expect(said).toContain(figure);
    });

    it('is there for each hard case', () => {
      expect(drawings).toHaveLength(7);
    });
  },
);
