import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';

/** Folders in which nobody keeps an agreement. */
const SKIPPED = new Set(['node_modules/', '.git/', 'dist/']);

const SUFFIX = /\.sla\.ya?ml$/;

/** Deeper folders are not searched. */
const DEEPEST = 12;

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
    const stat = await io.files.stat(absolute);
    if (stat === null) findings.push(missing(path));
    else if (stat.kind === 'other') findings.push(irregular(path));
    else if (stat.kind === 'file') files.add(absolute);
    else {
      const inside = await search(absolute, io, 0, new Set());
      if (inside.length === 0) findings.push(none(path));
      const root = await io.files.real(absolute);
      for (const file of inside) {
        if (isWithin(root, await io.files.real(file))) files.add(file);
        else findings.push(linked(shown(file, io)));
      }
    }
  }
  return { files: [...files].sort(), findings };
}

/** A link in a pull request must not show what lies outside the folder that is searched. */
function isWithin(root: string, file: string): boolean {
  const path = relative(root, file);
  return !path.startsWith('..') && !isAbsolute(path);
}

/** A path as the reader knows it: relative to the working directory where it lies under it. */
export function shown(path: string, io: Io): string {
  const short = relative(io.cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short.split(sep).join('/') || '.';
}

/** A folder that a link leads to again is searched once. */
async function search(folder: string, io: Io, depth: number, seen: Set<string>): Promise<readonly string[]> {
  const real = await io.files.real(folder);
  if (depth > DEEPEST || seen.has(real)) return [];
  seen.add(real);
  const found: string[] = [];
  for (const entry of await io.files.list(folder)) {
    if (!entry.endsWith('/')) {
      if (SUFFIX.test(entry)) found.push(join(folder, entry));
    } else if (!SKIPPED.has(entry)) found.push(...(await search(join(folder, entry), io, depth + 1, seen)));
  }
  return found;
}

const missing = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`There is no file or folder "${path}"`,
  help: t`name a file such as agreement.sla.yaml, or the folder it is in`,
  fatal: true,
});

const irregular = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`"${path}" is not a regular file`,
  help: t`name a file such as agreement.sla.yaml, or the folder it is in`,
  fatal: true,
});

const linked = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${file}" is a link to a file outside the folder that is searched`,
  help: t`put the agreement itself there, or name its own path`,
  fatal: true,
});

const none = (path: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`No agreement found under "${path}"`,
  help: t`an agreement is a file whose name ends in .sla.yaml; "sla demo" shows one, "sla init" writes one`,
  fatal: true,
});
