import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { t } from '../messages/index.ts';

/** An answer larger than this is not that of a repository that holds agreements. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** An answer that takes longer never comes. */
export const MOST_MS = 60_000;

/** Switches off what a repository's own configuration could make git run. */
const SAFE = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.allow=never',
  '-c',
  'log.showSignature=false',
];

export type Ran =
  | { readonly ok: true; readonly out: Buffer }
  /** `code` is null where git could not be started. */
  | { readonly ok: false; readonly code: number | null; readonly error: string };

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** A git that reads its questions, and writes until it has no more of them. */
export function startGit(folder: string, args: readonly string[], signal: AbortSignal): GitProcess {
  // Started elsewhere: where a program's name is looked up in the current folder too, the repository must
  // not hold it.
  return spawn('git', ['-C', folder, ...SAFE, ...args], {
    cwd: dirname(process.execPath),
    env: cleanEnv(process.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    shell: false,
    signal,
  });
}

/** What git answers to one question. */
export function runGit(folder: string, args: readonly string[], signal: AbortSignal): Promise<Ran> {
  return new Promise((settle) => {
    const child = startGit(folder, args, signal);
    child.stdin.on('error', () => {});
    child.stdin.end();
    const late = setTimeout(() => child.kill(), MOST_MS);
    const out: Buffer[] = [];
    let size = 0;
    const error = saidBy(child);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill();
      else out.push(chunk);
    });
    child.on('error', () => {
      clearTimeout(late);
      settle({ ok: false, code: null, error: t`it could not be run` });
    });
    child.on('close', (code) => {
      clearTimeout(late);
      if (code === 0 && size <= MOST_BYTES) settle({ ok: true, out: Buffer.concat(out) });
      else settle({ ok: false, code: code ?? -1, error: size > MOST_BYTES ? t`too much output` : error() });
    });
  });
}

/** What a git complains of, or the beginning of it. */
export function saidBy(child: GitProcess): () => string {
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 4096) said += chunk.toString('utf8');
  });
  return () => said;
}

/**
 * Variables of git can name programs, other repositories and other configuration: only where to stop
 * looking is kept.
 */
function cleanEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^GIT_/i.test(name) || /^GIT_CEILING_DIRECTORIES$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
