import { createHash } from 'node:crypto';
import { join, posix, relative, sep } from 'node:path';
import { t } from '../messages/index.ts';
import type { Files } from '../model/io.ts';
import { FileProblem } from './disk.ts';
import type { Git, TreeEntry } from './git.ts';

/**
 * The tree of a commit as if it lay at the root of the repository: read-only, and without what is not
 * committed.
 */
export async function gitFiles(git: Git, commit: string): Promise<Files> {
  const entries = await git.entries(commit);
  const blobs = new Map(entries.flatMap(({ kind, path, id }) => (kind === 'file' ? [[path, id]] : [])));
  const targets = await targetsOf(git, entries);
  const names = [...blobs.keys(), ...targets.keys()];
  const folders = foldersOf(names);
  /** Null for what lies outside the repository. */
  const inside = (path: string): string | null => {
    const name = relative(git.root, path).split(sep).join('/');
    return name.startsWith('../') || name === '..' ? null : name;
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const name = inside(path) ?? '';
    const followed = follow(name, targets);
    if (followed === null) throw new FileProblem(path, 'ELOOP', leadsNowhere(path));
    const blob = blobs.get(followed);
    if (blob === undefined && followed !== name) throw new FileProblem(path, 'EINVAL', leadsNowhere(path));
    if (blob === undefined)
      throw new FileProblem(path, 'ENOENT', t`There is no file "${path}" in the commit`);
    return git.read(blob);
  };
  const readOnly = async (path: string): Promise<never> => {
    throw new FileProblem(path, 'EROFS', t`"${path}" is in a commit and can't be written`);
  };
  return {
    read,
    write: readOnly,
    writable: readOnly,
    locked: readOnly,
    async stat(path) {
      const name = inside(path);
      if (name === null) return null;
      // What tells the root of a repository is not in its tree.
      const followed = follow(name, targets);
      if (name === '.git' || (followed !== null && folders.has(followed)))
        return { kind: 'directory', bytes: 0, modified: 0 };
      const isThere = followed !== null && blobs.has(followed);
      return isThere || targets.has(name) ? { kind: 'file', bytes: 0, modified: 0 } : null;
    },
    async real(path) {
      const followed = follow(inside(path) ?? ' ', targets);
      return followed === null || inside(path) === null ? path : join(git.root, followed);
    },
    list: async (path) => [...(folders.get(follow(inside(path) ?? ' ', targets) ?? ' ') ?? [])].sort(),
    sha256: async (path) =>
      createHash('sha256')
        .update(await read(path))
        .digest('hex'),
  };
}

/** The names in each folder, folders with a slash behind. */
function foldersOf(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const name of names) {
    const parts = name.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const there = folders.get(folder) ?? new Set<string>();
      there.add(depth === parts.length - 1 ? (parts[depth] ?? '') : `${parts[depth]}/`);
      folders.set(folder, there);
    }
  }
  return folders;
}

/** Where each link of the tree leads, from the root; null for what lies outside it. */
async function targetsOf(
  git: Git,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const links = entries.filter(({ kind }) => kind === 'link');
  const targets = links.map(async ({ path, id }): Promise<readonly [string, string | null]> => {
    const written = new TextDecoder().decode(await git.read(id));
    const target = posix.join(posix.dirname(path), written);
    return [path, posix.isAbsolute(written) || target.startsWith('..') ? null : target];
  });
  return new Map(await Promise.all(targets));
}

/**
 * A file of the tree behind links, of itself and of the folders it lies in, each of which stays in the tree;
 * null where one leaves it or they go round.
 */
function follow(name: string, targets: ReadonlyMap<string, string | null>): string | null {
  if (targets.size === 0) return name;
  let at = name;
  for (let links = 0; links < MOST_LINKS; links++) {
    const steps = at.split('/');
    const depth = steps.findIndex((_, i) => targets.has(steps.slice(0, i + 1).join('/')));
    if (depth < 0) return at;
    const target = targets.get(steps.slice(0, depth + 1).join('/')) ?? null;
    if (target === null) return null;
    at = posix.join(target, ...steps.slice(depth + 1));
    if (at.startsWith('..')) return null;
  }
  return null;
}

/** More than these go round. */
const MOST_LINKS = 40;

const leadsNowhere = (path: string): string =>
  t`"${path}" is a symbolic link in the commit that leads to no file of it: commit the file itself in its place`;

/**
 * Files of this machine, but calendars of holidays as a commit has them: where the commit has none, there
 * is none. What lies outside the repository is in no commit.
 */
export function withHolidaysOf(committed: Files, real: Files, root: string): Files {
  const from = async (path: string): Promise<Files> =>
    path.endsWith('.ics') && !relative(root, path).startsWith('..') ? committed : real;
  return {
    ...real,
    read: async (path) => (await from(path)).read(path),
    stat: async (path) => (await from(path)).stat(path),
    real: async (path) => (await from(path)).real(path),
  };
}
