import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { expand } from '../../src/files/glob.ts';
import { alternatives, matcherOf } from '../../src/files/pattern.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sla-glob-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = [
  'leads-2026-01.csv',
  'leads-2026-02.csv',
  'leads-2026-12.csv',
  'export [1].csv',
  'export 1.csv',
  'a{b}.csv',
  'été.csv'.normalize('NFD'),
  '.hidden.csv',
  'deep/er/leads.csv',
  `long/${'a'.repeat(120)}.csv`,
];
for (const name of NAMES) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), 'id\n');
}

const named = async (pattern: string): Promise<readonly string[]> =>
  (await expand(pattern, folder, realFiles())).map((path) => relative(folder, path));

describe('the files that a pattern names', () => {
  it.each([
    ['*-01.csv', ['leads-2026-01.csv']],
    ['leads-2026-0?.csv', ['leads-2026-01.csv', 'leads-2026-02.csv']],
    ['leads-2026-0[2-9].csv', ['leads-2026-02.csv']],
    ['leads-2026-[!0]*.csv', ['leads-2026-12.csv']],
    ['leads-2026-{01,12}.csv', ['leads-2026-01.csv', 'leads-2026-12.csv']],
    ['leads-2026-{01..12}.csv', 12],
    [
      '{deep/er,.}/lead*.csv',
      ['deep/er/leads.csv', 'leads-2026-01.csv', 'leads-2026-02.csv', 'leads-2026-12.csv'],
    ],
    ['**/leads.csv', ['deep/er/leads.csv']],
    ['deep\\er\\*.csv', ['deep/er/leads.csv']],
    ['.h*', ['.hidden.csv']],
    ['*hidden*', []],
    ['export [1].csv', ['export [1].csv']],
    ['export [1]*.csv', ['export 1.csv']],
    ['a{b}.csv', ['a{b}.csv']],
    ['*{b}.csv', ['a{b}.csv']],
    ['*[', []],
  ])('%s', async (pattern, expected) => {
    const found = await named(pattern);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  it('do not depend on how an accent is composed', async () => {
    for (const pattern of ['été.csv', 'ét*.csv', '[é]t?.csv'])
      expect((await named(pattern.normalize('NFC'))).map((name) => name.normalize('NFC'))).toEqual([
        'été.csv',
      ]);
  });

  it('are told at once where the name is long and the stars are many', async () => {
    expect(await named(`long/${'a*'.repeat(40)}b.csv`)).toEqual([]);
    expect(await named(`long/${'a*'.repeat(40)}.csv`)).toHaveLength(1);
  });

  it.each([
    ['{1..100}{1..100}.csv', 'is short for more than 1000 names: use * in place of braces'],
    ['{1..999999999}.csv', 'is short for more than 1000 names'],
    [`${'{a,b}'.repeat(200)}.csv`, 'is short for more than 1000 names'],
    ['*'.repeat(5000), 'has 5000 letters: write a list of shorter ones'],
  ])('are refused where they are too many: %s', async (pattern, message) => {
    await expect(named(pattern)).rejects.toThrow(message);
  });

  it('are told from a link that leads nowhere', async () => {
    symlinkSync(join(folder, 'gone.csv'), join(folder, 'dangling.csv'));
    await expect(named('dang*.csv')).rejects.toThrow('dangling.csv');
    rmSync(join(folder, 'dangling.csv'));
  });
});

describe('a matcher', () => {
  /** By the definition, one sign after the other; as slow as it likes. */
  const isMatch = (pattern: string, name: string): boolean => {
    if (pattern === '') return name === '';
    if (pattern[0] === '*')
      return isMatch(pattern.slice(1), name) || (name !== '' && isMatch(pattern, name.slice(1)));
    return (
      name !== '' &&
      (pattern[0] === '?' || pattern[0] === name[0]) &&
      isMatch(pattern.slice(1), name.slice(1))
    );
  };
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', '.', '+', '(', '$', '|', '^', ' '),
    maxLength: 8,
  });

  it('agrees with the definition of * and ?', async () => {
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '.', '+', '*', '?', '('), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(patterns, letters, async (pattern, name) => {
        expect((await matcherOf(pattern))(name)).toBe(isMatch(pattern, name));
      }),
      { numRuns: 300, seed: 20261129 },
    );
  });

  it('takes any text at all', async () => {
    // Of its numbers: what draws letters of all of Unicode lists them first, a million.
    const letter = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
    const anything = fc.array(letter, { maxLength: 10 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(anything, async (pattern) => {
        const matches = await matcherOf(pattern);
        expect(matches(pattern)).toBe(/[*?[]/.test(pattern) ? matches(pattern) : true);
        expect(alternatives(pattern).length).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 20261129 },
    );
  });
});
