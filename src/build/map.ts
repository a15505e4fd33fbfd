import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Allowed, PARTS, ROOMS } from '../../test/allowed-imports.ts';

const TABLE = /(<!-- allowed imports, by "npm run generate" -->\n)[\s\S]*?(\n<!-- end -->)/;

/** Writes what the test of imports allows into `docs/architecture.md`, and into the last line of the README of each folder. */
export function generateMap(root: string): void {
  const all = [
    ...Object.entries(PARTS),
    ...Object.entries(ROOMS).map(([name, row]) => [`app/${name}`, row] as const),
  ];
  const rows = all.map(([name, row]) => `| \`${name}\` | ${names(row)} | ${row.why} |`);
  const table = ['| folder or file of `src` | imports | why |', '| --- | --- | --- |', ...rows].join('\n');
  rewrite(`${root}docs/architecture.md`, TABLE, (_, before, after) => `${before}${table}${after}`);
  for (const [name, row] of all) {
    const line = `- Imports: ${names(row)}; ${row.why}.\n`;
    rewrite(`${root}src/${name}/README.md`, /^- Imports: .*\n/m, () => line);
  }
}

const names = ({ imports }: Allowed): string => imports.map((name) => `\`${name}\``).join(', ') || 'nothing';

function rewrite(file: string, pattern: RegExp, by: (...found: string[]) => string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const next = text.replace(pattern, by);
  if (next !== text) writeFileSync(file, next);
}
