import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FOLDERS, presetPage } from '../../src/build/preset-pages.ts';
import { speak } from '../../src/messages/index.ts';
import { presets } from '../../src/presets/index.ts';
import { readPage, root } from './page.ts';

afterEach(() => speak('en'));

describe.each([
  ['en', 'docs/presets.md', 'presets'],
  ['fr', 'docs/fr/prereglages.md', 'prereglages'],
] as const)('the pages of the presets: %s', (language, page, folder) => {
  it('are one for each preset, and the index names each', () => {
    const names = Object.keys(presets).sort();
    const pages = readdirSync(join(root, FOLDERS[language])).sort();
    expect(pages).toEqual(names.map((name) => `${name}.md`).sort());
    const index = readPage(page);
    expect(names.filter((name) => !index.includes(`](${folder}/${name}.md)`))).toEqual([]);
  });

  it.each(Object.entries(presets))('say of "%s" what it knows now', async (name, preset) => {
    await speak(language);
    const page = readPage(`${FOLDERS[language]}/${name}.md`);
    expect(presetPage(page, preset), 'run "npm run generate"').toBe(page);
  });
});

describe('the pages of the presets', () => {
  it.each(Object.entries(presets))('name every column of "%s", once in its own language', (name, preset) => {
    const table = readPage(`docs/presets/${name}.md`).split('## Times')[0] ?? '';
    for (const { column, aliases = [] } of Object.values(preset.fields)) {
      for (const header of [column, ...aliases]) expect(table).toContain(`\`${header}\``);
    }
  });

  it('tell French headers from English ones', () => {
    const rows = readPage('docs/presets/dynamics.md').split('\n');
    expect(rows).toContain('| `id` | text | `(Do Not Modify) Lead` | `(Ne pas modifier) Prospect` |');
  });
});
