import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { t } from '../messages/index.ts';

/** An answer larger than this is not that of a repository that holds agreements. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** An answer that takes longer never comes. */
export const MOST_MS = 60_000;

/** Switches off what a repository's own configuration could make git run, and other letters than those that are read. */
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
  '-c',
  'i18n.logOutputEncoding=UTF-8',
  '-c',
  'advice.graftFileDeprecated=false',
];

/** In place of an exit status: git did not answer, as where a file of its own is a pipe. */
export const LATE = -2;

export const noAnswer = (): string => t`it did not answer within ${MOST_MS / 1000} seconds`;

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

/** What git answers to one question, of at most so many bytes. */
export function runGit(
  folder: string,
  args: readonly string[],
  signal: AbortSignal,
  most = MOST_BYTES,
): Promise<Ran> {
  return new Promise((settle) => {
    const child = startGit(folder, args, signal);
    child.stdin.on('error', () => {});
    child.stdin.end();
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      child.kill();
    }, MOST_MS);
    const out: Buffer[] = [];
    let size = 0;
    const error = saidBy(child);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) child.kill();
      else out.push(chunk);
    });
    child.on('error', () => {
      clearTimeout(late);
      settle({ ok: false, code: null, error: t`it could not be run` });
    });
    child.on('close', (code) => {
      clearTimeout(late);
      if (code === 0 && size <= most) settle({ ok: true, out: Buffer.concat(out) });
      else if (isLate) settle({ ok: false, code: LATE, error: noAnswer() });
      else settle({ ok: false, code: code ?? -1, error: size > most ? t`too much output` : error() });
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
    // Like objects that replace others, these would tell another history than the one that was committed.
    GIT_GRAFT_FILE: devNull,
  };
}
