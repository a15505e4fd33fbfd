import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { PARTS, ROOMS } from './allowed-imports.ts';

/**
 * The folders of `src` that hold sources and have no row in the tables of imports, each with the folders that its
 * files import: `sql/read/typed` imports `model`, `sql/read` ... A file at the door of `src` stands for itself.
 */
export function subFolders(root: string): ReadonlyMap<string, readonly string[]> {
  const rows = new Set([...Object.keys(PARTS), ...Object.keys(ROOMS).map((name) => `app/${name}`)]);
  const found = new Map<string, Set<string>>();
  for (const entry of readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })) {
    const file = entry.replaceAll('\\', '/');
    const folder = posix.dirname(file);
    if (!file.endsWith('.ts') || folder === '.' || folder === 'generated' || rows.has(folder)) continue;
    const imports = found.get(folder) ?? new Set();
    found.set(folder, imports);
    const text = readFileSync(`${root}/src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const [, , path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.[^'"\n]+)\1/g)) {
      const target = posix.join(folder, path);
      const place = posix.dirname(target);
      if (place !== folder) imports.add(place === '.' ? target : place);
    }
  }
  return new Map([...found].sort().map(([folder, imports]) => [folder, [...imports].sort()]));
}
