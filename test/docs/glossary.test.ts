import { describe, expect, it } from 'vitest';
import { french } from '../../src/messages/fr/index.ts';
import { readPage } from './page.ts';

const rows = [...readPage('docs/glossary.md').matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, word = '', inFrench = '', meaning = '']) => ({ word, inFrench, meaning }))
  .filter(({ word }) => word !== 'word' && !word.startsWith('---'));

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
    expect(rows.filter(({ meaning }) => !/[.;]$/.test(meaning))).toEqual([]);
  });
});
