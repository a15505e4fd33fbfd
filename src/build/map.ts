import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Allowed, PARTS, ROOMS } from '../../test/allowed-imports.ts';
import { subFolders } from '../../test/sub-folders.ts';

const TABLE = /(<!-- allowed imports, by "npm run generate" -->\n)[\s\S]*?(\n<!-- end -->)/;

/**
 * Writes what the test of imports allows into `docs/architecture.md`, and into the last line of the README of each
 * folder; into that of a folder further down, which has no row of its own, what its files import.
 */
export function generateMap(root: string): void {
  const all = [
    ...Object.entries(PARTS),
    ...Object.entries(ROOMS).map(([name, row]) => [`app/${name}`, row] as const),
  ];
  const rows = all.map(([name, row]) => `| \`${name}\` | ${names(row)} | ${row.why} |`);
  const table = ['| folder or file of `src` | imports | why |', '| --- | --- | --- |', ...rows].join('\n');
  rewrite(`${root}docs/architecture.md`, TABLE, (_, before, after) => `${before}${table}${after}`);
  for (const [name, row] of all) writeImports(root, name, `${names(row)}; ${row.why}`);
  for (const [name, imports] of subFolders(root)) writeImports(root, name, names({ imports }));
}

function writeImports(root: string, folder: string, imports: string): void {
  rewrite(`${root}src/${folder}/README.md`, /^- Imports: .*\n/m, () => `- Imports: ${imports}.\n`);
}

const names = ({ imports }: Pick<Allowed, 'imports'>): string =>
  imports.map((name) => `\`${name}\``).join(', ') || 'nothing';

function rewrite(file: string, pattern: RegExp, by: (...found: string[]) => string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const next = text.replace(pattern, by);
  if (next !== text) writeFileSync(file, next);
}
