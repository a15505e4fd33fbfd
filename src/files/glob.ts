import { resolve } from 'node:path';
import type { Files } from '../model/io.ts';

/** More folders than a set of exports has: a pattern that walks a whole disk is a slip. */
const MAX_FOLDERS = 20_000;

/**
 * The real paths of the files that a pattern names, relative to `base`, sorted, each once. `*` and `?` stay
 * inside one name, `**` is any number of folders, and names that start with a dot are found only by a
 * pattern that starts with one. Backslashes are read as slashes. A pattern without wildcards is returned
 * whether or not the file is there, for the reader to say what is wrong with it. Throws a FileProblem for a
 * folder that can't be listed.
 */
export async function expand(pattern: string, base: string, files: Files): Promise<readonly string[]> {
  if (!/[*?]/.test(pattern)) {
    const path = await literalPath(pattern, base, files);
    return [(await files.stat(path)) === null ? path : await files.real(path)];
  }
  const parts = resolve(base, pattern.replaceAll('\\', '/')).replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex((part) => /[*?]/.test(part));
  const start = parts.slice(0, fixed).join('/') || '/';
  const found = new Set<string>();
  const budget = { folders: MAX_FOLDERS, seen: new Set<string>() };
  await walk({ files, folder: start, parts: parts.slice(fixed), found, budget });
  return [...found].sort();
}

/** A backslash is a letter of a name on some systems: tried as it stands first. */
async function literalPath(pattern: string, base: string, files: Files): Promise<string> {
  const path = resolve(base, pattern);
  return (await files.stat(path)) === null ? resolve(base, pattern.replaceAll('\\', '/')) : path;
}

interface Budget {
  folders: number;
  readonly seen: Set<string>;
}

async function walk({
  files,
  folder,
  parts,
  found,
  budget,
}: {
  readonly files: Files;
  readonly folder: string;
  readonly parts: readonly string[];
  readonly found: Set<string>;
  readonly budget: Budget;
}): Promise<void> {
  const [part, ...rest] = parts;
  if (part === undefined || (await files.stat(folder))?.kind !== 'directory') return;
  const visit = `${await files.real(folder)} ${parts.join('/')}`;
  if (budget.seen.has(visit) || budget.folders-- <= 0) return;
  budget.seen.add(visit);
  if (part === '**') await walk({ files, folder, parts: rest.length === 0 ? ['*'] : rest, found, budget });
  const matches = matcher(part);
  for (const entry of await files.list(folder)) {
    const name = entry.replace(/\/$/, '');
    if (name.startsWith('.') && !part.startsWith('.')) continue;
    const path = `${folder.replace(/\/$/, '')}/${name}`;
    if (part === '**') {
      if (entry.endsWith('/')) await walk({ files, folder: path, parts, found, budget });
    } else if (!matches(name)) {
    } else if (rest.length > 0) {
      await walk({ files, folder: path, parts: rest, found, budget });
    } else if (!entry.endsWith('/')) {
      found.add(await files.real(path));
    }
  }
}

function matcher(part: string): (name: string) => boolean {
  const pattern = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const regex = new RegExp(`^${pattern}$`, 'su');
  return (name) => regex.test(name);
}
