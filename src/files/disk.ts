import {
  accessSync,
  constants,
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { t } from '../messages/index.ts';
import type { Files, Producer } from '../model/io.ts';
import { removedAtExit } from './at-exit.ts';
import { turn } from './turn.ts';

/** Something the file system refused, as a sentence for the reader. */
export class FileProblem extends Error {
  readonly path: string;
  /** `ENOENT`, `EACCES` ... */
  readonly code: string;
  /** What to type; null where nothing is known. */
  readonly help: string | null;

  constructor(path: string, code: string, message: string, help: string | null = null) {
    super(message);
    this.help = help;
    this.name = 'FileProblem';
    this.path = path;
    this.code = code;
  }
}

const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => t`There is no file "${path}"`,
  EACCES: (path) => t`There is no permission for "${path}"`,
  EPERM: (path) => t`There is no permission for "${path}"`,
  EISDIR: (path) => t`There is a folder in place of the file "${path}"`,
  ENOTDIR: (path) => t`A part of the path is not a folder: "${path}"`,
  EEXIST: (path) => t`There already is a file "${path}"`,
  ENOSPC: (path) => t`There is no space left to write "${path}"`,
  EROFS: (path) => t`The file system is read-only: "${path}"`,
  EMFILE: (path) => t`Too many files are open to read "${path}"`,
  ELOOP: (path) => t`Links go in a circle: "${path}"`,
  ENAMETOOLONG: (path) => t`The name is too long: "${path}"`,
};

/**
 * The file system of this machine. What is small is asked for at once and not through the threads of Node,
 * which take several times as long to say it: a start asks dozens of times.
 */
export function realFiles(): Files {
  return FILES;
}

const FILES: Files = {
  read: (path) =>
    attempt(path, async () => {
      const { size } = refuseEndless(path);
      if (size > MOST_AT_ONCE) throw tooLarge(path, size);
      return readFileSync(path);
    }),
  write: (path, text, options) =>
    attempt(path, async () => {
      if (options?.folder) mkdirSync(dirname(path), { recursive: true });
      await writeWhole(path, text, options?.force ?? false);
    }),
  locked: (path, act) =>
    attempt(path, async () => {
      mkdirSync(dirname(path), { recursive: true });
      const { locked } = await import('./lock.ts');
      return locked(path, act);
    }),
  writable: (path, options) =>
    attempt(path, async () => {
      await refuseTaken(path, options?.force ?? false);
      accessSync(dirname(path), constants.W_OK);
    }),
  async stat(path) {
    await turn();
    try {
      const found = statSync(path);
      const kind = found.isDirectory() ? 'directory' : found.isFile() ? 'file' : 'other';
      return { kind, bytes: found.size, modified: found.mtimeMs };
    } catch (error) {
      const problem = problemOf(path, error);
      if (problem.code === 'ENOENT' || problem.code === 'ENOTDIR') return null;
      throw problem;
    }
  },
  real: (path) => attempt(path, async () => realpathSync.native(path)),
  list: (path) =>
    attempt(path, async () => {
      const entries = readdirSync(path, { withFileTypes: true });
      const isFolder = (name: string): boolean => {
        try {
          return statSync(join(path, name)).isDirectory();
        } catch {
          return false;
        }
      };
      return entries
        .map((entry) =>
          entry.isDirectory() || (entry.isSymbolicLink() && isFolder(entry.name))
            ? `${entry.name}/`
            : entry.name,
        )
        .sort();
    }),
  sha256: (path) =>
    attempt(path, async () => {
      refuseEndless(path);
      // Loaded where something is hashed, because that takes as long as to read an agreement.
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
      return hash.digest('hex');
    }),
};

/** Bytes of the largest file that is read at once: agreements, calendars and records of closed months are, exports are not. */
const MOST_AT_ONCE = 150_000_000;

function tooLarge(path: string, size: number): FileProblem {
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const message = t`"${path}" is too large: ${megabytes(size)} MB, at most ${megabytes(MOST_AT_ONCE)}`;
  return new FileProblem(path, 'EFBIG', message);
}

/** A pipe may never say anything, a device never stop. */
function refuseEndless(path: string): Stats {
  const found = statSync(path);
  if (!found.isFile() && !found.isDirectory()) throw irregular(path);
  return found;
}

function irregular(path: string): FileProblem {
  return new FileProblem(path, 'EINVAL', t`"${path}" is not a regular file`);
}

async function refuseTaken(path: string, force: boolean): Promise<void> {
  const there = await FILES.stat(path);
  // Neither a folder nor a device is to be replaced by a file, not even where that is permitted.
  if (there?.kind === 'directory') throw problemOf(path, Object.assign(new Error(), { code: 'EISDIR' }));
  if (there?.kind === 'other') throw irregular(path);
  if (!force && there !== null) throw new FileProblem(path, 'EEXIST', existing(path));
  const folder = dirname(path);
  if ((await FILES.stat(folder)) === null)
    throw new FileProblem(
      path,
      'ENOENT',
      t`There is no folder "${folder}" to write "${basename(path)}" in`,
      t`make the folder first, or write to another place`,
    );
}

/**
 * Beside the target and under another name, so that a reader sees the old file or the new one and never a
 * half.
 */
async function writeWhole(path: string, text: string | Uint8Array | Producer, force: boolean): Promise<void> {
  await refuseTaken(path, force);
  const folder = dirname(path);
  // Loaded where something is written, which most runs do not.
  const [{ randomBytes }, { open, rename, rm }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
  ]);
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  const isGone = removedAtExit(temporary);
  try {
    const handle = await open(temporary, 'wx', 0o666).catch((error) => {
      throw problemOf(path, error).code === 'ENOENT' ? noFiles(path, folder) : error;
    });
    try {
      if (typeof text !== 'function') await handle.writeFile(text);
      else await text(async (piece) => handle.writeFile(piece));
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (force) await rename(temporary, path);
    else await moveUnlessThere(temporary, path);
  } finally {
    await rm(temporary, { force: true });
    isGone();
  }
}

/** A folder of the system, as /proc: it is there, and takes nothing. */
const noFiles = (path: string, folder: string): FileProblem =>
  new FileProblem(path, 'ENOENT', t`The folder "${folder}" takes no files`, t`write to another place`);

/** A hard link fails where the name is taken, which a rename does not; some file systems have no links. */
async function moveUnlessThere(from: string, to: string): Promise<void> {
  const { link, rename } = await import('node:fs/promises');
  try {
    await link(from, to);
  } catch (error) {
    if (problemOf(to, error).code === 'EEXIST') throw new FileProblem(to, 'EEXIST', existing(to));
    await rename(from, to);
  }
}

function existing(path: string): string {
  return t`There already is a file "${path}": give --force to overwrite it`;
}

async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  await turn();
  try {
    return await act();
  } catch (error) {
    // A producer's own failure has no code of the system: it is not about this file.
    throw error instanceof Error && 'code' in error ? problemOf(path, error) : error;
  }
}

function problemOf(path: string, error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = SENTENCES[code];
  return new FileProblem(path, code, sentence ? sentence(path) : t`"${path}" can't be used: ${reason}`);
}
