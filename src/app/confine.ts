import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Io } from '../model/io.ts';

/** The folder outside which an agreement may not read: its repository's, else its own. */
export async function rootOf(agreementFile: string, io: Io): Promise<string> {
  const own = dirname(agreementFile);
  for (let folder = own; ; folder = dirname(folder)) {
    if ((await io.files.stat(join(folder, '.git'))) !== null) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/**
 * Whether a path that an agreement names leaves the folder in which it may read, links followed. An agreement from a pull
 * request is hostile: it must not read the machine.
 */
export async function escapes(path: string, agreementFile: string, io: Io): Promise<boolean> {
  const root = await io.files.real(await rootOf(agreementFile, io));
  const target = resolve(dirname(agreementFile), path);
  if (!isInside(relative(await rootOf(agreementFile, io), target))) return true;
  if ((await io.files.stat(target)) === null) return false;
  return !isInside(relative(root, await io.files.real(target)));
}

const isInside = (path: string): boolean => path === '' || (!path.startsWith('..') && !isAbsolute(path));
