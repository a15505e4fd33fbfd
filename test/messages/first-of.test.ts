import { describe, expect, it } from 'vitest';
import { firstOf } from '../../src/messages/first-of.ts';
import { speak } from '../../src/messages/index.ts';

const names = Array.from({ length: 1203 }, (_, i) => `n${i}`);

describe('a list that is cut', () => {
  it('says how many more there are, and nothing where all are shown', () => {
    expect(firstOf(names, 3)).toBe('n0, n1, n2 and 1,200 more');
    expect(firstOf(names.slice(0, 3), 3)).toBe('n0, n1 and n2');
  });

  it('says so in French', async () => {
    await speak('fr');
    const text = firstOf(names, 2);
    await speak('en');
    expect(text.replaceAll(/\s/gu, ' ')).toBe('n0, n1 et 1 201 de plus');
  });
});
