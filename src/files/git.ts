import { resolve } from 'node:path';
import { t } from '../messages/index.ts';
import { atMost } from './at-most.ts';
import { type AskObject, objectsOf } from './git-objects.ts';
import { LATE, type Ran, runGit, startGit } from './git-process.ts';

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

/** Something of a repository that is damaged or missing, as a sentence for the reader. */
export class GitProblem extends Error {
  /** What to type. */
  readonly help: string;

  constructor(message: string) {
    super(message);
    this.help = t`run: git fsck, which names what is damaged, and clone the repository again`;
    this.name = 'GitProblem';
  }
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

/** Programs at a time, however many questions there are. */
const MOST_AT_ONCE = 6;

/** Opens the repository that a folder lies in. */
export async function openGit(folder: string, signal: AbortSignal): Promise<OpenedGit> {
  const turn = atMost(MOST_AT_ONCE);
  const run: RunGit = (args, most) => turn(() => runGit(folder, args, signal, most));
  // One program answers both, and the path comes last, for it may hold the end of a line.
  const top = await run(['rev-parse', '--is-shallow-repository', '--show-toplevel']);
  if (!top.ok) {
    signal.throwIfAborted();
    if (top.code === LATE) throw gitProblem(top);
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
  const [, shallow = '', path = ''] = /^(.*)\n([\s\S]*)$/.exec(text(top.out)) ?? [];
  const root = path.replace(/\r?\n$/, '');
  // From the folder: the configuration may put the root where no repository is.
  const ask = objectsOf(() => startGit(folder, ['cat-file', '--batch'], signal));
  return { ok: true, git: gitAt({ root, folder, shallow: shallow.trim() === 'true', run, ask }) };
}

type RunGit = (args: readonly string[], most?: number) => Promise<Ran>;

interface Opened {
  readonly root: string;
  /** That was asked for. */
  readonly folder: string;
  readonly shallow: boolean;
  readonly run: RunGit;
  readonly ask: AskObject;
}

/** What is asked of git, of one repository. Long because it is a list of questions, each of a few lines. */
function gitAt({ root, folder, shallow, run, ask }: Opened): Git {
  const line = async (args: readonly string[]): Promise<string | null> => {
    const ran = await run(args);
    const out = ran.ok ? text(ran.out).trim() : '';
    return out === '' ? null : out;
  };
  const lines = async (args: readonly string[]): Promise<readonly string[]> => {
    const ran = await run(args);
    return ran.ok ? text(ran.out).split('\n').filter(Boolean) : [];
  };
  const commitOf = async (ref: string): Promise<string | null> => {
    if (!isRef(ref)) return null;
    const found = await ask(`${ref}^{commit}`);
    if (!found.ok) throw gitProblem(found);
    return found.object?.id ?? null;
  };
  const listed = async (commit: string): Promise<readonly TreeEntry[]> => {
    const ran = await run(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit], MOST_LISTED);
    if (!ran.ok) throw gitProblem({ error: `${commit.slice(0, 7)}: ${ran.error}` });
    return text(ran.out).split('\0').flatMap(treeEntry);
  };
  const entries = lastOf(MOST_TREES, listed);
  const remotes = lastOf(1, () => lines(['remote']));
  return {
    root,
    commitOf,
    mergeBase: async (a, b) => (a === b ? a : line(['merge-base', '--end-of-options', a, b])),
    entries: async (commit) => entries((await commitOf(commit)) ?? commit),
    async read(blob) {
      const found = await ask(blob);
      if (!found.ok) throw gitProblem(found);
      if (found.object?.kind !== 'blob') throw gitProblem({ error: `${blob} missing` });
      return found.object.bytes;
    },
    shallow: async () => shallow,
    async cutAt() {
      if (!shallow) return new Set();
      const path = await line(['rev-parse', '--git-path', 'shallow']);
      // Loaded where a clone is shallow, which most are not.
      const { readFile } = await import('node:fs/promises');
      const list = path === null ? '' : await readFile(resolve(folder, path), 'utf8').catch(() => '');
      return new Set(list.split('\n').filter(Boolean));
    },
    between: (base, tips) => lines(['rev-list', '--end-of-options', ...tips, `^${base}`]),
    remotes: () => remotes(''),
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

/** Bytes of the names of a commit's files: a million of them. More are made of few objects, to fill a memory. */
const MOST_LISTED = 64 * 1024 * 1024;

/** Trees that are remembered: those of the two sides of a comparison. A history has as many as it has commits. */
const MOST_TREES = 2;

/** What was answered of the last few questions, so that none of them is asked twice in a row. */
function lastOf<T>(most: number, answer: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (of) => {
    const told = known.get(of) ?? answer(of);
    known.set(of, told);
    for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest);
    return told;
  };
}

/** A line of `git ls-tree`; none of what is neither a file, a link nor a submodule. */
function treeEntry(line: string): readonly TreeEntry[] {
  const [, mode = '', id = '', path = ''] =
    /^(\d{6}) (?:blob|commit) ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
  const kind = MODES[mode];
  return kind === undefined ? [] : [{ kind, path, id }];
}

/** Commits as `git log` tells them that touch a path that matches one of the globs. */
async function logged(
  run: RunGit,
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

const gitProblem = ({ error }: { readonly error: string }): GitProblem =>
  new GitProblem(t`git could not read the repository: ${error.split('\n')[0] ?? ''}`);

const text = (out: Buffer): string => out.toString('utf8');
