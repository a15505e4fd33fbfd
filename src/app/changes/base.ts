import type { Git } from '../../files/git.ts';
import { firstOf } from '../../messages/first-of.ts';
import { t } from '../../messages/index.ts';
import { nearestTyped, withNearest } from '../../messages/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';

export type FoundCommit =
  | { readonly ok: true; readonly commit: string; readonly label: string }
  | { readonly ok: false; readonly finding: Diagnostic };

/**
 * Where each platform says into which branch the change at hand is to go. Source: its documentation of
 * predefined variables.
 */
const TARGETS = [
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'SYSTEM_PULLREQUEST_TARGETBRANCH',
  'CHANGE_TARGET',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'DRONE_TARGET_BRANCH',
];

const DEFAULTS = ['CI_DEFAULT_BRANCH'];

/**
 * The commit at which the change at hand left the branch into which it goes: the platform's, else the
 * default one.
 */
export async function defaultBase(git: Git, head: string, env: Io['env']): Promise<FoundCommit> {
  const remote = await remoteOf(git);
  const target = branchIn(TARGETS, env);
  const named = target ?? branchIn(DEFAULTS, env);
  const symbolic = await git.symbolic(`refs/remotes/${remote}/HEAD`);
  const guesses = symbolic === null ? ['main', 'master'] : [symbolic.slice(remote.length + 1)];
  for (const branch of named === null ? guesses : [named]) {
    const label = await branchLabel(git, remote, branch);
    if (label !== null) return mergeBase(git, label, branch, head);
  }
  if (named !== null) return { ok: false, finding: unknownRef(named, await fetchLine(git, named), []) };
  return {
    ok: false,
    finding: {
      rule: 'no-base',
      severity: 'error',
      message: t`There is no default branch to compare with: neither main nor master`,
      help: t`name the base: sla diff HEAD~1`,
      fatal: true,
    },
  };
}

/**
 * The commit of a reference as somebody types it; the branch of the remote where there is none of that name
 * here.
 */
export async function commitOf(git: Git, ref: string): Promise<FoundCommit> {
  const remote = await remoteOf(git);
  for (const name of [ref, `${remote}/${ref}`]) {
    const commit = await git.commitOf(name);
    if (commit !== null) return { ok: true, commit, label: name };
  }
  const branch = ref.startsWith(`${remote}/`) ? ref.slice(remote.length + 1) : ref;
  const line = (await git.shallow()) ? await fetchLine(git, branch) : null;
  return { ok: false, finding: unknownRef(ref, line, await git.refs()) };
}

async function mergeBase(git: Git, label: string, branch: string, head: string): Promise<FoundCommit> {
  const tip = await git.commitOf(label);
  const commit = tip === null ? null : await git.mergeBase(tip, head);
  const shallow = await git.shallow();
  const hidden = commit !== null && tip !== null && shallow && (await mayBeOlder(git, commit, [tip, head]));
  if (commit !== null && !hidden) return { ok: true, commit, label };
  return {
    ok: false,
    finding: {
      rule: shallow ? 'shallow-clone' : 'no-base',
      severity: 'error',
      message: shallow
        ? t`This clone is shallow: it does not reach back to where the work left "${label}"`
        : t`The work at hand and "${label}" have no commit in common`,
      help: shallow ? t`run: ${(await fetchLine(git, branch)) ?? ''}` : t`name the base: sla diff HEAD~1`,
      fatal: true,
    },
  };
}

/** Where the history between the two is cut, the commit at which they parted may lie behind the cut. */
async function mayBeOlder(git: Git, base: string, tips: readonly string[]): Promise<boolean> {
  const cut = await git.cutAt();
  return (await git.between(base, tips)).some((commit) => cut.has(commit));
}

function branchIn(names: readonly string[], env: Io['env']): string | null {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return value.replace(/^refs\/heads\//, '');
  }
  return null;
}

async function branchLabel(git: Git, remote: string, branch: string): Promise<string | null> {
  for (const [ref, label] of [
    [`refs/remotes/${remote}/${branch}`, `${remote}/${branch}`],
    [`refs/heads/${branch}`, branch],
  ] as const) {
    if ((await git.commitOf(ref)) !== null) return label;
  }
  return null;
}

async function remoteOf(git: Git): Promise<string> {
  const remotes = await git.remotes();
  return remotes.includes('origin') ? 'origin' : (remotes[0] ?? 'origin');
}

/**
 * What to type so that the next run finds the branch and its history; null where the name is none that can
 * be fetched.
 */
async function fetchLine(git: Git, branch: string): Promise<string | null> {
  const remote = await remoteOf(git);
  const deep = (await git.shallow()) ? ' --unshallow' : '';
  if (/^[0-9a-f]{7,64}$/.test(branch) || /[~^@]/.test(branch)) return `git fetch --no-tags${deep} ${remote}`;
  if (!/^[\w][\w./-]*$/.test(branch)) return null;
  return `git fetch --no-tags${deep} ${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
}

/** The reference that was probably meant, with the steps back from it that were typed: `mian~2` is `main~2`. */
export function nearRef(ref: string, refs: readonly string[]): string | null {
  const [, name = '', steps = ''] = /^(.*?)([~^][~^\d]*)?$/s.exec(ref) ?? [];
  const near = refs.includes(name) ? null : nearestTyped(name, ['HEAD', ...refs]);
  return near === null ? null : `${near}${steps}`;
}

function unknownRef(ref: string, line: string | null, refs: readonly string[]): Diagnostic {
  const known = refs.length === 0 ? '' : t`; there are ${firstOf(refs, 12)}`;
  const help = line === null ? t`name a path, a branch, a tag or a commit` + known : t`run: ${line}`;
  return {
    rule: 'unknown-ref',
    severity: 'error',
    message: t`There is no file, folder or git reference "${ref}"`,
    help: withNearest(help, nearRef(ref, refs)),
    fatal: true,
  };
}
