import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removedAtExit } from './at-exit.ts';

export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A private folder, gone at the latest when the process ends. Throws where it can't be made. */
export async function scratchIn(parent: string): Promise<Scratch> {
  const folder = await mkdtemp(join(await realpath(parent), 'sla-'));
  const isGone = removedAtExit(folder);
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      isGone();
    },
  };
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
