import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { kindNames } from '../../src/kinds/index.ts';
import { rules } from '../../src/language/rules/index.ts';
import { presets } from '../../src/presets/index.ts';
import { formats } from '../../src/report/formats/index.ts';

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

it.each([
  ['agreement-language.md', 'kinds/'],
  ['fr/langage.md', '../kinds/'],
])('docs/%s names every kind of measure, with its page', (page, folder) => {
  const text = readFileSync(new URL(page, docs), 'utf8');
  expect(kindNames.filter((kind) => !text.includes(`[${kind}](${folder}${kind}.md)`))).toEqual([]);
});
