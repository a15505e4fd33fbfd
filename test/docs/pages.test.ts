import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { kindNames } from '../../src/kinds/index.ts';
import { rules } from '../../src/language/rules/index.ts';
import { presets } from '../../src/presets/index.ts';
import { formats } from '../../src/report/formats/index.ts';
import { readPage } from './page.ts';
import { TWINS } from './twins.ts';

const docs = new URL('../../docs/', import.meta.url);
const pages = (folder: string, names: readonly string[], index = 'index.md') => ({ folder, names, index });
const namesOf = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);

const TABLE = [
  pages('commands', namesOf(commands)),
  pages('formats', namesOf(formats)),
  pages('kinds', kindNames),
  pages('presets', Object.keys(presets), 'presets.md'),
  pages(
    'rules',
    rules.map(({ id }) => id),
    'rules/index.md',
  ),
];

describe.each(TABLE)('docs/$folder', ({ folder, names, index }) => {
  it('has a page for each, and a link to it from the index', () => {
    const links = readFileSync(new URL(index, docs), 'utf8');
    // The index of the rules stands beside its pages.
    const link = (name: string) =>
      index.startsWith(`${folder}/`) ? `(${name}.md)` : `(${folder}/${name}.md)`;
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !existsSync(new URL(`${folder}/${name}.md`, docs)))).toEqual([]);
    expect(names.filter((name) => !links.includes(link(name)))).toEqual([]);
  });
});

it.each(['en', 'fr'] as const)(
  'the language of the agreement names every kind of measure, with its page, in %s',
  (language) => {
    const inLanguage = (page: string) => {
      const french = TWINS.find(([english]) => english === page)?.[1];
      return language === 'fr' ? french : page;
    };
    const page = inLanguage('docs/agreement-language.md') ?? '';
    const text = readPage(page);
    const link = (kind: string) => {
      const target = inLanguage(`docs/kinds/${kind}.md`) ?? 'none';
      return `[${kind}](${posix.relative(posix.dirname(page), target)})`;
    };
    expect(kindNames.filter((kind) => !text.includes(link(kind)))).toEqual([]);
  },
);
