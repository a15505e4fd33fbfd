import { dirname, relative } from 'node:path';
import { movedFiles } from '../../change/moved-files.ts';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import type { Files } from '../../model/io.ts';
import type { Sourced } from '../agreements/family.ts';
import type { Side, Sides } from './sides.ts';

/**
 * What a version that moved to another folder names there, with the content that it had: such as exports that
 * are committed and moved with it. What is in no commit can't be compared, and is not in it.
 */
export async function movedAlong(
  base: Sourced | null,
  head: Sourced | null,
  sides: Sides,
): Promise<ReadonlySet<string>> {
  const same = new Set<string>();
  if (base === null || head === null) return same;
  for (const pattern of movedFiles(base.agreement, head.agreement)) {
    const was = await contentOf(pattern, base, sides.base);
    if (was !== null && was === (await contentOf(pattern, head, sides.head))) same.add(pattern);
  }
  return same;
}

/** The files of a pattern by their names below the agreement, with their digests; null where they can't be read. */
async function contentOf(pattern: string, { agreement }: Sourced, { files }: Side): Promise<string | null> {
  const folder = dirname(agreement.file);
  try {
    const found = await expand(pattern, folder, files);
    return found.length === 0 ? null : JSON.stringify(await digests(found, folder, files));
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

const digests = (found: readonly string[], folder: string, files: Files) =>
  Promise.all(found.map(async (path) => [relative(folder, path), await files.sha256(path)]));
