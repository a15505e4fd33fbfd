import { basename, dirname, join } from 'node:path';
import { t } from '../messages/index.ts';
import { removedAtExit } from './at-exit.ts';

/**
 * Milliseconds after which a lock is taken to be left over from a run that was killed: what is done under
 * one takes far less.
 */
const STALE = 20_000;

/** Milliseconds that a run waits for others. */
const PATIENCE = 30_000;

/**
 * Runs `act` while no other run of this program does so for the same file, so that what is read in it is
 * still there when it is written. The lock is a file beside it, made by a hard link, which fails where the
 * name is taken. Throws where another run holds it for half a minute.
 */
export async function locked<T>(path: string, act: () => Promise<T>): Promise<T> {
  // Loaded where something is written, which most runs do not.
  const [{ randomBytes }, { rm, writeFile }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
  ]);
  const lock = join(dirname(path), `.${basename(path).slice(0, 100)}.lock`);
  const own = `${lock}.${randomBytes(6).toString('hex')}`;
  const isGone = removedAtExit(own);
  try {
    await writeFile(own, `${process.pid}\n`, { flag: 'wx' });
    await taken(lock, own);
    const isReleased = removedAtExit(lock);
    try {
      return await act();
    } finally {
      await rm(lock, { force: true });
      isReleased();
    }
  } finally {
    await rm(own, { force: true });
    isGone();
  }
}

/** Waits until the lock is this run's. */
async function taken(lock: string, own: string): Promise<void> {
  const { link, rm } = await import('node:fs/promises');
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      await link(own, lock);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (await isLeftOver(lock)) await rm(lock, { force: true });
    else if (Date.now() > until)
      throw new Error(t`Another run is writing here: if there is none, remove "${lock}"`);
    else await new Promise((go) => setTimeout(go, 20 + Math.random() * 60));
  }
}

/** Its run is gone, or it is too old to be of a run that still works. */
async function isLeftOver(lock: string): Promise<boolean> {
  const { readFile, stat } = await import('node:fs/promises');
  try {
    if (Date.now() - (await stat(lock)).mtimeMs > STALE) return true;
    const pid = Number(await readFile(lock, 'utf8'));
    if (Number.isInteger(pid) && pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
