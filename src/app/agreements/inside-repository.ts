import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Io } from '../../model/io.ts';

/** The folder outside which an agreement may not read: its repository's, else its own. */
export async function rootOf(agreementFile: string, io: Io): Promise<string> {
  const own = dirname(agreementFile);
  for (let folder = own; ; folder = dirname(folder)) {
    if ((await io.files.stat(join(folder, '.git'))) !== null) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/**
 * Whether a path that an agreement names leaves the folder in which it may read, links followed. An
 * agreement from a pull request is hostile: it must not read the machine.
 */
export async function leavesRepository(path: string, agreementFile: string, io: Io): Promise<boolean> {
  return (await pathsLeaving([path], agreementFile, io)).length > 0;
}

/** Those of the paths that leave it, or lead into git's own folder. */
export async function pathsLeaving(
  paths: readonly string[],
  agreementFile: string,
  io: Io,
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const root = await rootOf(agreementFile, io);
  const real = await io.files.real(root);
  const leaves = async (path: string): Promise<boolean> => {
    const target = resolve(dirname(agreementFile), path);
    if (!isInside(relative(root, target)) || isOfGit(relative(root, target))) return true;
    if ((await io.files.stat(target)) === null) return false;
    const followed = relative(real, await io.files.real(target));
    return !isInside(followed) || isOfGit(followed);
  };
  const left = await Promise.all(paths.map(leaves));
  return paths.filter((_, index) => left[index]);
}

const isInside = (path: string): boolean => path === '' || (!path.startsWith('..') && !isAbsolute(path));

/**
 * Git keeps tokens and addresses in its folder, and no export: an agreement never reads there, whatever is
 * allowed.
 */
export const isOfGit = (path: string): boolean => /(?:^|[\\/])\.git(?:[\\/]|$)/i.test(path);

/** The folders of a glob before its first wildcard. */
export function fixedPart(glob: string): string {
  const parts = glob.split(/[\\/]/);
  const wild = parts.findIndex((part) => /[*?[{]/.test(part));
  return wild < 0 ? glob : parts.slice(0, wild).join('/') || '.';
}
