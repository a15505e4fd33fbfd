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
  const targets = targetsOf(git, entries);
  const names = [...blobs.keys(), ...targets.keys()];
  const folders = foldersOf(names);
  /** Null for what lies outside the repository. */
  const inside = (path: string): string | null => {
    const name = relative(git.root, path).split(sep).join('/');
    return name.startsWith('../') || name === '..' ? null : name;
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const name = inside(path) ?? '';
    const followed = await follow(name, targets);
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
      const followed = await follow(name, targets);
      if (name === '.git' || (followed !== null && folders.has(followed)))
        return { kind: 'directory', bytes: 0, modified: 0 };
      const isThere = followed !== null && blobs.has(followed);
      return isThere || targets.has(name) ? { kind: 'file', bytes: 0, modified: 0 } : null;
    },
    async real(path) {
      const followed = await follow(inside(path) ?? ' ', targets);
      return followed === null || inside(path) === null ? path : join(git.root, followed);
    },
    list: async (path) =>
      [...(folders.get((await follow(inside(path) ?? ' ', targets)) ?? ' ') ?? [])].sort(),
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
    // From the file up to a folder that is known, whose own folders are.
    for (let [path, end] = [name, '']; ; end = '/') {
      const slash = path.lastIndexOf('/');
      const folder = path.slice(0, Math.max(0, slash));
      const known = folders.get(folder);
      const there = known ?? new Set<string>();
      there.add(path.slice(slash + 1) + end);
      if (known !== undefined) break;
      folders.set(folder, there);
      path = folder;
    }
  }
  return folders;
}

/** By the path of a link of the tree: asks where it leads, from the root; null for what lies outside it. */
type Targets = ReadonlyMap<string, () => Promise<string | null>>;

/** Only links that are followed are read: most of a tree lead to what nobody asks for. */
function targetsOf(git: Git, entries: readonly TreeEntry[]): Targets {
  const links = entries.filter(({ kind }) => kind === 'link');
  return new Map(
    links.map(({ path, id }) => {
      let told: Promise<string | null> | undefined;
      const read = async (): Promise<string | null> => {
        const written = new TextDecoder().decode(await git.read(id));
        const target = posix.join(posix.dirname(path), written);
        return posix.isAbsolute(written) || target.startsWith('..') ? null : target;
      };
      return [
        path,
        () => {
          told ??= read();
          return told;
        },
      ];
    }),
  );
}

/**
 * A file of the tree behind links, of itself and of the folders it lies in, each of which stays in the tree;
 * null where one leaves it or they go round.
 */
async function follow(name: string, targets: Targets): Promise<string | null> {
  if (targets.size === 0) return name;
  let at = name;
  for (let links = 0; links < MOST_LINKS; links++) {
    const steps = at.split('/');
    const depth = steps.findIndex((_, i) => targets.has(steps.slice(0, i + 1).join('/')));
    if (depth < 0) return at;
    const target = (await targets.get(steps.slice(0, depth + 1).join('/'))?.()) ?? null;
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
