import { type Dirent, mkdtempSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { t } from '../messages/index.ts';
import { removedAtExit } from './at-exit.ts';
import { FileProblem } from './disk.ts';

export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * A private folder, gone at the latest when the process ends; where the process was killed, once another
 * run makes one in the same place. Throws a `FileProblem` where it can't be made.
 */
export async function scratchIn(parent: string): Promise<Scratch> {
  // At once: between the making and the promise to remove it no signal may come in.
  const folder = madeIn(parent);
  const isGone = removedAtExit(folder);
  await sweep(dirname(folder));
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
    return mkdtempSync(join(realpathSync(parent), `${prefix()}${process.pid}-`));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    throw new FileProblem(
      parent,
      code,
      t`No temporary files can be written in "${parent}" (${code}): name a folder for them in TMPDIR`,
    );
  }
}

/**
 * How the names of folders begin that were made where this process runs. A process is known by its number
 * on one machine only, and in one container.
 */
function prefix(): string {
  const machine = hostname()
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 40);
  return `sla-${machine}-${container()}-`;
}

function container(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '');
  } catch {
    // Only Linux has them.
    return '0';
  }
}

/** Removes what killed runs have left in a folder, as far as it lets itself be removed. */
async function sweep(parent: string): Promise<void> {
  const [mine, user] = [prefix(), process.getuid?.()];
  const isLeft = (entry: Dirent): boolean => {
    if (!entry.isDirectory() || !entry.name.startsWith(mine)) return false;
    const pid = Number(/^(\d+)-/.exec(entry.name.slice(mine.length))?.[1]);
    // Of another user it may be a trap: folders in it may turn into links while they are removed.
    return (
      pid > 0 && hasEnded(pid) && (user === undefined || statSync(join(parent, entry.name)).uid === user)
    );
  };
  try {
    const left = readdirSync(parent, { withFileTypes: true }).filter(isLeft);
    await Promise.all(left.map(({ name }) => rm(join(parent, name), { recursive: true, force: true })));
  } catch {
    // A folder that can't be listed, or that another run removes as well, is no reason not to work.
  }
}

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
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
