import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { t } from '../messages/index.ts';
import { removedAtExit } from './at-exit.ts';
import { FileProblem } from './disk.ts';

export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * A private folder, gone at the latest when the process ends. Throws a `FileProblem` where it can't be
 * made.
 */
export async function scratchIn(parent: string): Promise<Scratch> {
  // At once: between the making and the promise to remove it no signal may come in.
  const folder = madeIn(parent);
  const isGone = removedAtExit(folder);
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      isGone();
    },
  };
}

function madeIn(parent: string): string {
  try {
    return mkdtempSync(join(realpathSync(parent), 'sla-'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    throw new FileProblem(
      parent,
      code,
      t`No temporary files can be written in "${parent}" (${code}): name a folder for them in TMPDIR`,
    );
  }
}

/** A private folder for the time of `work`; nothing of it is left. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const scratch = await scratchIn(tmpdir());
  try {
    return await work(scratch.folder);
  } finally {
    await scratch.remove();
  }
}
