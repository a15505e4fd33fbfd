import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import { withNearFile } from '../../files/near.ts';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';

/** Folders in which nobody keeps an agreement. */
const SKIPPED = new Set(['node_modules/', '.git/', 'dist/']);

const SUFFIX = /\.sla\.ya?ml$/;

/** Deeper folders are not searched. */
const DEEPEST = 12;

/** More agreements than the firms of one folder have: each is read, and judged, by itself. */
const MOST_AGREEMENTS = 1000;

export interface Found {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/**
 * The agreements under the given files and folders, or under the working directory. None found is no
 * answer.
 */
export async function findAgreements(paths: readonly string[], io: Io): Promise<Found> {
  const files = new Set<string>();
  const findings: Diagnostic[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(io.cwd, path);
    const found = await unlessRefused(absolute, io, () => under(absolute, path, io));
    for (const file of found.files) files.add(file);
    findings.push(...found.findings);
  }
  return { files: await eachOnce([...files].sort(), io), findings };
}

/** A file and links to it are one agreement: the file itself, or the first of its links where it is not among them. */
async function eachOnce(files: readonly string[], io: Io): Promise<readonly string[]> {
  if (files.length < 2) return files;
  const reals = await Promise.all(files.map((file) => io.files.real(file)));
  const places = await Promise.all(
    files.map(async (file) => join(await io.files.real(dirname(file)), basename(file))),
  );
  const there = new Set(places);
  const seen = new Set<string>();
  return files.filter((_, i) => {
    const real = reals[i] ?? '';
    if (there.has(real)) return places[i] === real;
    const isFirst = !seen.has(real);
    seen.add(real);
    return isFirst;
  });
}

/** The agreements that one argument means; `path` is what was typed. */
async function under(absolute: string, path: string, io: Io): Promise<Found> {
  const stat = await io.files.stat(absolute);
  if (stat === null) return { files: [], findings: [await missing(absolute, path, io)] };
  if (stat.kind === 'other') return { files: [], findings: [irregular(path)] };
  if (stat.kind === 'file') return { files: [absolute], findings: [] };
  const inside = await search(absolute, { io, root: await io.files.real(absolute), seen: new Set() });
  if (inside.files.length > MOST_AGREEMENTS)
    return { files: [], findings: [tooMany(path, inside.files.length)] };
  const isEmpty = inside.files.length === 0 && inside.findings.length === 0;
  return isEmpty ? { files: [], findings: [none(path)] } : inside;
}

/** A link in a pull request must not show what lies outside the folder that is searched. */
function isWithin(root: string, file: string): boolean {
  const path = relative(root, file);
  return !path.startsWith('..') && !isAbsolute(path);
}

/** The folder of the months that were closed beside an agreement. */
export const closedFolder = (agreementFile: string): string => join(dirname(agreementFile), '.sla', 'closed');

/** A path as the reader knows it: relative to the working directory where it lies under it. */
export function shown(path: string, io: Io): string {
  const short = relative(io.cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short.split(sep).join('/') || '.';
}

interface Search {
  readonly io: Io;
  /** Real path of the folder that was asked for: a link that leads out of it is not followed. */
  readonly root: string;
  /** Real paths. A folder that a link leads to again is searched once. */
  readonly seen: Set<string>;
}

/** One entry that can't be looked at hides none of the others. */
async function search(folder: string, on: Search, depth = 0): Promise<Found> {
  const { io, root, seen } = on;
  return unlessRefused(folder, io, async () => {
    const real = await io.files.real(folder);
    if (depth > DEEPEST || seen.has(real)) return NOTHING;
    if (!isWithin(root, real)) return { files: [], findings: [linkedFolder(shown(folder, io))] };
    seen.add(real);
    const found: Found[] = [];
    for (const entry of await io.files.list(folder)) {
      const path = join(folder, entry);
      if (!entry.endsWith('/')) {
        if (SUFFIX.test(entry)) found.push(await candidate(path, on));
      } else if (!SKIPPED.has(entry)) {
        const inside = await search(path, on, depth + 1);
        const isMeant = SUFFIX.test(entry.slice(0, -1)) && inside.files.length + inside.findings.length === 0;
        found.push(isMeant ? { files: [], findings: [namedFolder(shown(path, io))] } : inside);
      }
    }
    return {
      files: found.flatMap(({ files }) => files),
      findings: found.flatMap(({ findings }) => findings),
    };
  });
}

/** A file by the name of an agreement: it may be a link, a pipe, or a name that the system can't say. */
function candidate(path: string, { io, root }: Search): Promise<Found> {
  return unlessRefused(path, io, async () => {
    if (!isWithin(root, await io.files.real(path))) return { files: [], findings: [linked(shown(path, io))] };
    const stat = await io.files.stat(path);
    if (stat?.kind !== 'file') return { files: [], findings: [irregular(shown(path, io))] };
    return { files: [path], findings: [] };
  });
}

const NOTHING: Found = { files: [], findings: [] };

async function unlessRefused(path: string, io: Io, look: () => Promise<Found>): Promise<Found> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { files: [], findings: [refused(shown(path, io), error)] };
  }
}

/** Something that was found and that the file system does not let us read. */
export const refused = (file: string, { code, message }: FileProblem): Diagnostic => ({
  rule: 'unreadable-path',
  severity: 'error',
  message:
    code === 'ENOENT'
      ? t`"${file}" leads to no file: it is a broken link, or its name is not of UTF-8`
      : message,
  help: t`mend or remove it, or name the agreements that are meant, file by file`,
  fatal: true,
});

const missing = async (absolute: string, path: string, io: Io): Promise<Diagnostic> => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`There is no file or folder "${path}"`,
  help: await withNearFile(
    t`name a file such as agreement.sla.yaml, or the folder it is in`,
    absolute,
    path,
    io.files,
  ),
  fatal: true,
});

const irregular = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`"${path}" is not a regular file`,
  help: t`name a file such as agreement.sla.yaml, or the folder it is in`,
  fatal: true,
});

const namedFolder = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`"${path}" is a folder by the name of an agreement, and none is in it`,
  help: t`put the agreement there, or rename or remove the folder`,
  fatal: true,
});

const linked = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${file}" is a link to a file outside the folder that is searched`,
  help: t`put the agreement itself there, or name its own path`,
  fatal: true,
});

const linkedFolder = (folder: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'info',
  message: t`"${folder}" is a link to a folder outside the one that is searched, and was not looked into`,
  help: t`where there are agreements, name it on the command line`,
});

const tooMany = (path: string, found: number): Diagnostic => ({
  rule: 'too-many-agreements',
  severity: 'error',
  message: t`There are ${whole(found)} agreements under "${path}", and at most ${whole(MOST_AGREEMENTS)} are read at once`,
  help: t`name the folder or the files that are meant`,
  fatal: true,
});

const none = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`No agreement found under "${path}"`,
  help: t`an agreement is a file whose name ends in .sla.yaml; "sla demo" shows one, "sla init" writes one`,
  fatal: true,
});
