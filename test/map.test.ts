import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Allowed, PARTS, ROOMS } from './allowed-imports.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const all: readonly (readonly [name: string, row: Allowed])[] = [
  ...Object.entries(PARTS),
  ...Object.entries(ROOMS).map(([name, row]) => [`app/${name}`, row] as const),
];
const folders = all.filter(([name]) => !name.endsWith('.ts'));

const names = ({ imports }: Allowed): string => imports.map((name) => `\`${name}\``).join(', ') || 'nothing';

describe('the map', () => {
  it.each(folders)('says in five lines what src/%s does, takes, gives and imports', (name, row) => {
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
    expect(lines.at(-1)).toBe(`- Imports: ${names(row)}; ${row.why}.`);
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
