import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Allowed, PARTS, ROOMS } from './allowed-imports.ts';
import { subFolders } from './sub-folders.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const all: readonly (readonly [name: string, row: Allowed])[] = [
  ...Object.entries(PARTS),
  ...Object.entries(ROOMS).map(([name, row]) => [`app/${name}`, row] as const),
];
const names = ({ imports }: Pick<Allowed, 'imports'>): string =>
  imports.map((name) => `\`${name}\``).join(', ') || 'nothing';

/** Each folder with the last line of its README: what it may import and why; further down, what it imports. */
const folders: readonly (readonly [name: string, imports: string])[] = [
  ...all
    .filter(([name]) => !name.endsWith('.ts'))
    .map(([name, row]) => [name, `${names(row)}; ${row.why}`] as const),
  ...[...subFolders(root)].map(([name, imports]) => [name, names({ imports })] as const),
];

describe('the map', () => {
  it.each(folders)('says in five lines what src/%s does, takes, gives and imports', (name, imports) => {
    const file = `src/${name}/README.md`;
    expect(existsSync(join(root, file)), `${file} is missing: copy the one of a sibling`).toBe(true);
    const [title, ...lines] = read(file)
      .split('\n')
      .filter((line) => line !== '');
    expect(title).toBe(`# ${name}`);
    expect(lines.map((line) => /^- (\w+): \S.*\.$/.exec(line)?.[1])).toEqual([
      'Does',
      'Takes',
      'Gives',
      'Imports',
    ]);
    expect(lines.at(-1), 'else run "npm run generate"').toBe(`- Imports: ${imports}.`);
  });

  it('leaves out no folder that holds sources, but what the build writes', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const holding = files
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && file.includes('/') && !file.startsWith('generated/'))
      .map((file) => file.replace(/\/[^/]*$/, ''));
    const told = new Set(folders.map(([name]) => name));
    expect([...new Set(holding)].filter((name) => !told.has(name))).toEqual([]);
  });

  it('has a row for every folder of src', () => {
    const there = readdirSync(join(root, 'src'), { withFileTypes: true });
    const parts = there.filter((entry) => entry.isDirectory() && entry.name !== 'generated');
    expect(parts.map(({ name }) => name).filter((name) => PARTS[name] === undefined)).toEqual([]);
  });

  it('shows the table of allowed imports in docs/architecture.md as the test of imports has it', () => {
    const page = read('docs/architecture.md').split('\n');
    const rows = all.map(([name, row]) => `| \`${name}\` | ${names(row)} | ${row.why} |`);
    expect(page.filter((line) => /^\| `[^|]*\|[^|]*\|[^|]*\|$/.test(line))).toEqual(rows);
  });

  it('names only files and folders that are there', () => {
    const page = read('docs/architecture.md');
    const paths = [...page.matchAll(/`((?:src|test|bin|bench|examples)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(12);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
