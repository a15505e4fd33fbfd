import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pagesInFrench, readPage, root, withoutPurpose } from './page.ts';
import { ENGLISH_ALONE, TWINS } from './twins.ts';

/**
 * Only the text of a block differs: its heading's level, its rows, its commands and its terms are the same.
 * What the program prints breaks its lines where the words of a language end; what is elided of it is the same.
 */
function skeletonOf(page: string): readonly unknown[] {
  const blocks = readPage(page).matchAll(
    /^```(\w*)\n([\s\S]*?)^```$|^(#+) .+$|^(\|.*\|\n)+|^- (?:.+\n)(?: {2}.+\n)*/gm,
  );
  return [...blocks].map(([block, kind, body = '', heading]) => {
    if (heading !== undefined) return heading;
    if (kind === 'sh')
      return body.split('\n').map((line) => withoutPurpose(line).replace(/ --lang \w\w$/, ''));
    if (kind === 'yaml') return { terms: shapeOf(parse(body)), digits: body.replaceAll(/\D/g, '') };
    if (kind === 'text') return { block: kind, elided: body.match(/^\.\.\.$/gm)?.length };
    if (kind !== undefined) return { block: kind, lines: body.split('\n').length };
    if (block.startsWith('|')) return { rows: block.trimEnd().split('\n').length };
    return 'item';
  });
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return null;
  const terms = Object.entries(value).filter(([key]) => key !== 'language');
  return Object.fromEntries(terms.map(([key, each]) => [isHeader(key) ? 'a header' : key, shapeOf(each)]));
}

/** A key that is no word of the language is the header of a column, in the language of the page. */
const isHeader = (key: string): boolean => /[A-Z ]/.test(key);

describe.each(TWINS)('%s and %s', (english, french) => {
  it('have the same blocks in the same order', () => {
    expect(skeletonOf(french)).toEqual(skeletonOf(english));
  });

  it('name each other under their titles', () => {
    const linkOf = (page: string) => /^# .+\n\n\[[^\]]+\]\(([^)]+)\)$/m.exec(readPage(page))?.[1];
    expect(linkOf(english)).toBe(posix.relative(dirname(english), french));
    expect(linkOf(french)).toBe(posix.relative(dirname(french), english));
  });

  it('point to headings that are there', () => {
    for (const page of [english, french]) {
      const links = [...readPage(page).matchAll(/\]\(([^):#]*)#([^)]+)\)/g)];
      const lost = links.filter(([, to = '', anchor = '']) => {
        const target = to === '' ? page : join(dirname(page), to);
        return !headingsOf(target).includes(anchor);
      });
      expect(lost.map(([link]) => link)).toEqual([]);
    }
  });
});

it('every page of the documentation has its French, but for those that say why not', () => {
  const english = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((page) => page.endsWith('.md') && !page.startsWith('docs/fr/'));
  const twins = new Set<string>(TWINS.map(([page]) => page));
  const alone = Object.keys(ENGLISH_ALONE);
  const isAlone = (page: string) =>
    alone.some((name) => page === name || (name.endsWith('/') && page.startsWith(name)));
  expect(english.filter((page) => !twins.has(page) && !isAlone(page))).toEqual([]);
  expect(alone.filter((name) => !english.some((page) => page === name || page.startsWith(name)))).toEqual([]);
});

it('a page in French leads to pages in French where they are there', () => {
  const french = new Map<string, string>(TWINS);
  const lost = pagesInFrench().flatMap((page) => {
    const twins = TWINS.filter(([, inFrench]) => inFrench === page).map(([english]) => english as string);
    return [...readPage(page).matchAll(/\]\(([^):#]+)[^)]*\)/g)].flatMap(([, to = '']) => {
      const target = posix.join(posix.dirname(page), to);
      return twins.includes(target) || !french.has(target) ? [] : [`${page}: ${to}`];
    });
  });
  expect(lost).toEqual([]);
});

/** As GitHub makes anchors of them. */
const headingsOf = (page: string): readonly string[] =>
  [...readPage(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** A page without its code, what a reader types and its links. */
const proseOf = (page: string): string =>
  readPage(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`]*`|<[^>]*>/g, '');

it('no page in French cites in straight quotes', () => {
  const cited = pagesInFrench().flatMap((page) =>
    [...proseOf(page).matchAll(/"[^"\n]+"/g)].map(([text]) => `${page}: ${text}`),
  );
  expect(cited).toEqual([]);
});
