import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { t } from '../messages/index.ts';
import type { Files } from '../model/io.ts';
import { FileProblem } from './disk.ts';
import type { Git } from './git.ts';

/** The tree of a commit as if it lay at the root of the repository: read-only, and without what is not committed. */
export async function gitFiles(git: Git, commit: string): Promise<Files> {
  const blobs = new Map<string, string>();
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const { path, blob } of await git.files(commit)) {
    blobs.set(path, blob);
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Set<string>();
      entries.add(depth === parts.length - 1 ? (parts[depth] ?? '') : `${parts[depth]}/`);
      folders.set(folder, entries);
    }
  }
  /** Null for what lies outside the repository. */
  const inside = (path: string): string | null => {
    const name = relative(git.root, path).split(sep).join('/');
    return name.startsWith('../') || name === '..' ? null : name;
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const blob = blobs.get(inside(path) ?? '');
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
    async stat(path) {
      const name = inside(path);
      if (name === null) return null;
      // What tells the root of a repository is not in its tree.
      if (name === '.git' || folders.has(name)) return { kind: 'directory', bytes: 0, modified: 0 };
      return blobs.has(name) ? { kind: 'file', bytes: 0, modified: 0 } : null;
    },
    real: async (path) => path,
    list: async (path) => [...(folders.get(inside(path) ?? ' ') ?? [])].sort(),
    sha256: async (path) =>
      createHash('sha256')
        .update(await read(path))
        .digest('hex'),
  };
}

/** Files of this machine, but calendars of holidays as a commit has them. */
export function withHolidaysOf(committed: Files, real: Files): Files {
  const from = async (path: string): Promise<Files> =>
    path.endsWith('.ics') && (await committed.stat(path)) !== null ? committed : real;
  return {
    ...real,
    read: async (path) => (await from(path)).read(path),
    stat: async (path) => (await from(path)).stat(path),
    real: async (path) => (await from(path)).real(path),
  };
}
