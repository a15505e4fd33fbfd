import { describe, expect, it } from 'vitest';
import { french } from '../../src/messages/fr/index.ts';
import { readPage } from './page.ts';

const rowsOf = (page: string) =>
  [...readPage(page).matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, first = '', second = '', meaning = '']) => ({ first, second, meaning }))
    .filter(({ first }) => first !== 'word' && first !== 'mot' && !first.startsWith('---'));
const rows = rowsOf('docs/glossary.md').map(({ first, second, meaning }) => ({
  word: first,
  inFrench: second,
  meaning,
}));
const frenchRows = rowsOf('docs/fr/glossaire.md');

describe('the glossary', () => {
  const said = Object.values(french)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();

  it.each(rows)('names $word as the program does in French: $inFrench', ({ inFrench }) => {
    for (const word of inFrench.split(', ')) expect(said).toContain(word.toLowerCase());
  });

  it('explains each word in a sentence', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect([...rows, ...frenchRows].filter(({ meaning }) => !/[.;]$/.test(meaning))).toEqual([]);
  });

  it('has the same words in French, in the same order', () => {
    expect(frenchRows.map(({ first, second }) => ({ word: second, inFrench: first }))).toEqual(
      rows.map(({ word, inFrench }) => ({ word, inFrench })),
    );
  });
});
