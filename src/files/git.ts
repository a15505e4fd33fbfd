import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { t } from '../messages/index.ts';
import { atMost } from './at-most.ts';

/** A repository, read through git's plumbing alone: nothing is checked out, fetched or executed. */
export interface Git {
  /** Absolute path of the working tree. */
  readonly root: string;
  /** The commit that a reference names; null where there is none. */
  commitOf(ref: string): Promise<string | null>;
  mergeBase(a: string, b: string): Promise<string | null>;
  /** Files, symbolic links and submodules of a commit's tree, by path from the root. */
  entries(commit: string): Promise<readonly TreeEntry[]>;
  read(blob: string): Promise<Uint8Array>;
  /** Whether older commits may be missing. */
  shallow(): Promise<boolean>;
  /** The commits whose parents a shallow clone does not hold. */
  cutAt(): Promise<ReadonlySet<string>>;
  /** Commits that can be reached from the tips and not from the base. */
  between(base: string, tips: readonly string[]): Promise<readonly string[]>;
  remotes(): Promise<readonly string[]>;
  /** Branches and tags by short name. */
  refs(): Promise<readonly string[]>;
  /** The branch that a symbolic reference names, such as that of `refs/remotes/origin/HEAD`. */
  symbolic(ref: string): Promise<string | null>;
  /** Commits on the first-parent line that touch a path that matches one of the globs, newest first. */
  history(from: string, globs: readonly string[], limit: number | null): Promise<readonly HistoryCommit[]>;
  /** What a merge brought in besides its first parent and itself, of commits that touch such a path, oldest first. */
  merged(merge: HistoryCommit, globs: readonly string[]): Promise<readonly HistoryCommit[]>;
}

export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly path: string;
  /** The blob of a file, or of a link's target; the commit that a submodule stands at. */
  readonly id: string;
}

/** By the mode that git writes in a tree. */
const MODES: Readonly<Record<string, TreeEntry['kind']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'file',
  '120000': 'link',
  '160000': 'submodule',
};

export interface HistoryCommit {
  readonly commit: string;
  /** Null for a root. */
  readonly parent: string | null;
  readonly merge: boolean;
  /** `YYYY-MM-DD`, in the zone of the commit. */
  readonly date: string;
  /** When its content was first written, which a rebase keeps; likewise. */
  readonly written: string;
  readonly subject: string;
}

export type OpenedGit =
  | { readonly ok: true; readonly git: Git }
  | { readonly ok: false; readonly why: 'no-git' | 'no-repository' | 'refused'; readonly message: string };

/** An answer larger than this is not that of a repository that holds agreements. */
const MOST_BYTES = 256 * 1024 * 1024;

const MOST_MS = 60_000;

/** Programs at a time, however many files are asked for. */
const MOST_AT_ONCE = 6;

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

/** Opens the repository that a folder lies in. */
export async function openGit(folder: string, signal: AbortSignal): Promise<OpenedGit> {
  const turn = atMost(MOST_AT_ONCE);
  const run = (args: readonly string[]) => turn(() => runGit(folder, args, signal));
  const top = await run(['rev-parse', '--show-toplevel']);
  if (!top.ok) {
    if (top.code === null)
      return { ok: false, why: 'no-git', message: t`The program "git" could not be run` };
    const unsafe = /dubious ownership/.test(top.error);
    return unsafe
      ? {
          ok: false,
          why: 'refused',
          message: t`git does not trust this folder, because it belongs to somebody else`,
        }
      : { ok: false, why: 'no-repository', message: t`This folder lies in no git repository` };
  }
  const root = text(top.out).replace(/\r?\n$/, '');
  return { ok: true, git: gitAt(root, (args) => turn(() => runGit(root, args, signal))) };
}

/** What is asked of git, of one repository. Long because it is a list of questions, each of a few lines. */
function gitAt(root: string, run: (args: readonly string[]) => Promise<Ran>): Git {
  const line = async (args: readonly string[]): Promise<string | null> => {
    const ran = await run(args);
    const out = ran.ok ? text(ran.out).trim() : '';
    return out === '' ? null : out;
  };
  const lines = async (args: readonly string[]): Promise<readonly string[]> => {
    const ran = await run(args);
    return ran.ok ? text(ran.out).split('\n').filter(Boolean) : [];
  };
  return {
    root,
    async commitOf(ref) {
      if (!isRef(ref)) return null;
      return line(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    },
    mergeBase: (a, b) => line(['merge-base', '--end-of-options', a, b]),
    async entries(commit) {
      const ran = await run(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit]);
      if (!ran.ok) throw gitProblem(ran);
      return text(ran.out)
        .split('\0')
        .flatMap((entry) => {
          const [, mode = '', id = '', path = ''] =
            /^(\d{6}) (?:blob|commit) ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
          const kind = MODES[mode];
          return kind === undefined ? [] : [{ kind, path, id }];
        });
    },
    async read(blob) {
      const ran = await run(['cat-file', 'blob', blob]);
      if (!ran.ok) throw gitProblem(ran);
      return ran.out;
    },
    shallow: async () => (await line(['rev-parse', '--is-shallow-repository'])) === 'true',
    async cutAt() {
      const path = await line(['rev-parse', '--git-path', 'shallow']);
      // Loaded where a clone is shallow, which most are not.
      const { readFile } = await import('node:fs/promises');
      const list = path === null ? '' : await readFile(resolve(root, path), 'utf8').catch(() => '');
      return new Set(list.split('\n').filter(Boolean));
    },
    between: (base, tips) => lines(['rev-list', '--end-of-options', ...tips, `^${base}`]),
    remotes: () => lines(['remote']),
    refs: () =>
      lines(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']),
    symbolic: (ref) => line(['symbolic-ref', '--quiet', '--short', ref]),
    history: (from, globs, limit) =>
      logged(
        run,
        ['--first-parent', ...(limit === null ? [] : [`--max-count=${limit}`]), ...OF, from],
        globs,
      ),
    async merged({ commit, parent }, globs) {
      const brought = await logged(run, [...OF, commit, `^${parent}`], globs);
      return brought.filter((one) => one.commit !== commit).reverse();
    },
  };
}

const OF = ['--end-of-options'];

/** Commits as `git log` tells them that touch a path that matches one of the globs. */
async function logged(
  run: (args: readonly string[]) => Promise<Ran>,
  which: readonly string[],
  globs: readonly string[],
): Promise<readonly HistoryCommit[]> {
  const ran = await run([
    'log',
    '-z',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    '--no-notes',
    '--no-decorate',
    '--format=%H%x1f%P%x1f%cs%x1f%as%x1f%s',
    ...which,
    '--',
    ...globs.map((glob) => `:(top,glob)${glob}`),
  ]);
  if (!ran.ok) throw gitProblem(ran);
  return text(ran.out)
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [commit = '', parents = '', date = '', written = '', ...subject] = entry.split('\x1f');
      const [parent, ...others] = parents.split(' ');
      const about = { date, written, subject: subject.join(' ') };
      return { commit, parent: parent || null, merge: others.length > 0, ...about };
    });
}

/** A reference as people type it; never an option, a range or a look-up by message. */
function isRef(ref: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a reference may hold none
  return ref !== '' && ref.length <= 250 && !/^-|\.\.|[\u0000-\u0020\u007f:?*[\\]|@\{.*\/|\^\{/.test(ref);
}

type Ran =
  | { readonly ok: true; readonly out: Buffer }
  /** `code` is null where git could not be started. */
  | { readonly ok: false; readonly code: number | null; readonly error: string };

function gitProblem(ran: { readonly error: string }): Error {
  const problem = new Error(t`git could not read the repository: ${ran.error.split('\n')[0] ?? ''}`);
  // Printed as a sentence, like a file that can't be read.
  problem.name = 'FileProblem';
  return problem;
}

function runGit(folder: string, args: readonly string[], signal: AbortSignal): Promise<Ran> {
  return new Promise((settle) => {
    // Started elsewhere: where a program's name is looked up in the current folder too, the repository must
    // not hold it.
    const child = spawn('git', ['-C', folder, ...SAFE, ...args], {
      cwd: dirname(process.execPath),
      env: cleanEnv(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      shell: false,
      timeout: MOST_MS,
      signal,
    });
    const out: Buffer[] = [];
    let size = 0;
    let error = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill();
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (error.length < 4096) error += chunk.toString('utf8');
    });
    child.on('error', () => settle({ ok: false, code: null, error: t`it could not be run` }));
    child.on('close', (code) => {
      if (code === 0 && size <= MOST_BYTES) settle({ ok: true, out: Buffer.concat(out) });
      else settle({ ok: false, code: code ?? -1, error: size > MOST_BYTES ? t`too much output` : error });
    });
  });
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

const text = (out: Buffer): string => out.toString('utf8');
