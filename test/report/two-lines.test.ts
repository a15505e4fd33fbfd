import { afterEach, beforeEach, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { IN_WORDS } from '../../src/report/names.ts';
import { textTable } from '../../src/report/text-table.ts';
import { displayWidth } from '../../src/report/width.ts';
import { options } from './fixtures.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

const months = () =>
  ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].map((each) => IN_WORDS.period(each));

const drawn = (width: number): string =>
  textTable(
    {
      columns: ['en', ...months(), 'tenue en'].map((title, i) => ({
        title,
        align: i === 0 ? 'left' : 'right',
      })),
      rows: [
        {
          ...{ kind: 'row', indent: 0 },
          cells: ['aujourd’hui', ...months().map(() => '✓ 92,7 %'), '3 sur 4'].map((text) => ({ text })),
        },
      ],
      fixed: 1,
    },
    options({ width }),
  );

it('months of two words are written in two lines before a table is cut', () => {
  const [wide, narrow] = [drawn(120), drawn(98)];
  expect(wide).toContain('janv. 2026');
  expect(narrow).toMatch(/ janv\. │ .*\n│ +│ +2026 │/);
  expect(narrow.match(/┌/g)).toHaveLength(1);
  expect(Math.max(...narrow.split('\n').map(displayWidth))).toBeLessThanOrEqual(98);
});

it('a table that is cut anyway keeps its titles in one line', () => {
  expect(drawn(60)).toContain('janv. 2026');
});
