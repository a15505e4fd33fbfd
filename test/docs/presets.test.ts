import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetPage } from '../../src/build/preset-pages.ts';
import { presets } from '../../src/presets/index.ts';
import { readPage, root } from './page.ts';

describe('the pages of the presets', () => {
  it('are one for each preset, and the index names each', () => {
    const names = Object.keys(presets).sort();
    expect(readdirSync(join(root, 'docs/presets')).sort()).toEqual(names.map((name) => `${name}.md`).sort());
    const index = readPage('docs/presets.md');
    expect(names.filter((name) => !index.includes(`](presets/${name}.md)`))).toEqual([]);
  });

  it.each(Object.entries(presets))('say of "%s" what it knows now', (name, preset) => {
    const page = readPage(`docs/presets/${name}.md`);
    expect(presetPage(page, preset), 'run "npm run generate"').toBe(page);
  });

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
