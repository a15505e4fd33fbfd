import { resolve } from 'node:path';
import { t } from '../messages/index.ts';
import type { Files } from '../model/io.ts';
import { FileProblem } from './disk.ts';
import { alternatives, isPattern, matcherOf } from './pattern.ts';

/** More folders than a set of exports has: a pattern that walks a whole disk is a slip. */
const MAX_FOLDERS = 20_000;

/** Longer than any path of the systems in use, letters. */
const LONGEST = 4096;

/**
 * The real paths of the files that a pattern names, relative to `base`, sorted, each once. `*`, `?`, `[a-z]`
 * and `{a,b}` mean what a shell means by them, `**` is any number of folders, and names that start with a
 * dot are found only by a pattern that starts with one. Backslashes are read as slashes. What is there under
 * the very name is that file, whatever signs are in it, and a name without wildcards is returned whether or
 * not the file is there, for the reader to say what is wrong with it. Throws a FileProblem for a folder that
 * can't be listed, a link that leads nowhere, and a pattern that means too many files or folders.
 */
export async function expand(pattern: string, base: string, files: Files): Promise<readonly string[]> {
  if (pattern.length > LONGEST) throw tooLong(pattern);
  const found = new Set<string>();
  for (const alternative of (await literalPath(pattern, base, files)) ? [pattern] : alternatives(pattern)) {
    const literal = await literalPath(alternative, base, files);
    if (literal !== null) found.add(await files.real(literal));
    else if (!isPattern(alternative)) found.add(resolve(base, alternative.replaceAll('\\', '/')));
    else await walkFrom(alternative, base, files, found);
  }
  return [...found].sort();
}

/**
 * The path of that name where there is one, else null. A backslash is a letter of a name on some systems,
 * so it is tried as it stands first; an accent is one letter on some and two on others.
 */
async function literalPath(name: string, base: string, files: Files): Promise<string | null> {
  const slashed = name.replaceAll('\\', '/');
  for (const spelling of new Set([name, slashed, slashed.normalize('NFC'), slashed.normalize('NFD')])) {
    const path = resolve(base, spelling);
    if (await isThere(path, files)) return path;
  }
  return null;
}

/** Braces may make a name longer than a system takes, though none that they are short for is. */
async function isThere(path: string, files: Files): Promise<boolean> {
  try {
    return (await files.stat(path)) !== null;
  } catch (error) {
    if (error instanceof FileProblem && error.code === 'ENAMETOOLONG') return false;
    throw error;
  }
}

async function walkFrom(pattern: string, base: string, files: Files, found: Set<string>): Promise<void> {
  const parts = resolve(base, pattern.replaceAll('\\', '/')).replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex(isPattern);
  const steps = await Promise.all(parts.slice(fixed).map(stepOf));
  const folder = parts.slice(0, fixed).join('/') || '/';
  await walk({ files, found, pattern, seen: new Set() }, folder, steps);
}

/** One part of a pattern between two slashes. */
interface Step {
  readonly text: string;
  readonly matches: (name: string) => boolean;
}

async function stepOf(text: string): Promise<Step> {
  return { text, matches: await matcherOf(text) };
}

interface Walk {
  readonly files: Files;
  readonly found: Set<string>;
  readonly pattern: string;
  /** The folders that were looked at, each with the steps left to go there. */
  readonly seen: Set<string>;
}

async function walk(on: Walk, folder: string, steps: readonly Step[]): Promise<void> {
  const { files, found, seen } = on;
  const [step, ...rest] = steps;
  if (step === undefined || (await files.stat(folder))?.kind !== 'directory') return;
  const visit = `${await files.real(folder)} ${steps.map(({ text }) => text).join('/')}`;
  if (seen.has(visit)) return;
  if (seen.size >= MAX_FOLDERS) throw tooWide(on.pattern);
  seen.add(visit);
  const isDeep = step.text === '**';
  if (isDeep) await walk(on, folder, rest.length === 0 ? [await stepOf('*')] : rest);
  for (const entry of await files.list(folder)) {
    const name = entry.replace(/\/$/, '');
    if (name.startsWith('.') && !step.text.startsWith('.')) continue;
    const path = `${folder.replace(/\/$/, '')}/${name}`;
    if (isDeep) {
      if (entry.endsWith('/')) await walk(on, path, steps);
    } else if (!step.matches(name)) {
    } else if (rest.length > 0) {
      await walk(on, path, rest);
    } else if (!entry.endsWith('/')) {
      found.add(await files.real(path));
    }
  }
}

const tooLong = (pattern: string): FileProblem =>
  new FileProblem(
    pattern,
    'ENAMETOOLONG',
    t`The name "${`${pattern.slice(0, 40)}...`}" has ${pattern.length} letters: write a list of shorter ones`,
  );

const tooWide = (pattern: string): FileProblem =>
  new FileProblem(
    pattern,
    'E2BIG',
    t`"${pattern}" leads through more than ${MAX_FOLDERS} folders: begin it with the folder of the exports`,
  );
