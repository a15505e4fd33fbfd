import { join } from 'node:path';
import { type Git, openGit, type TreeEntry } from '../../files/git.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { findAgreements } from '../agreements/find.ts';

/**
 * Agreements that lie in a submodule are in no commit of this repository: where the two sides stand at
 * different commits of it, nothing can be compared from here. `head` is null for the working tree.
 */
export async function submoduleFindings(
  git: Git,
  commits: { readonly base: string; readonly head: string | null },
  io: Io,
): Promise<readonly Diagnostic[]> {
  const [before, after] = await Promise.all([
    submodulesOf(git, commits.base),
    submodulesOf(git, commits.head ?? 'HEAD'),
  ]);
  const findings: Diagnostic[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const { files } = await findAgreements([join(git.root, path)], io);
    if (files.length === 0) continue;
    const from = before.get(path) ?? null;
    const to = commits.head === null ? await standsAt(join(git.root, path), io) : (after.get(path) ?? null);
    if (from !== to) findings.push(inSubmodule(path, from, to));
  }
  return findings;
}

async function submodulesOf(git: Git, commit: string): Promise<ReadonlyMap<string, string>> {
  const isSubmodule = ({ kind }: TreeEntry): boolean => kind === 'submodule';
  return new Map((await git.entries(commit)).filter(isSubmodule).map(({ path, id }) => [path, id]));
}

/** The commit that is checked out in a submodule. */
async function standsAt(folder: string, io: Io): Promise<string | null> {
  const opened = await openGit(folder, io.signal);
  return opened.ok ? opened.git.commitOf('HEAD') : null;
}

const inSubmodule = (path: string, from: string | null, to: string | null): Diagnostic => ({
  rule: 'submodule',
  severity: 'error',
  message: t`"${path}" is a submodule and holds agreements, and the two sides stand at different commits of it: what changed is in its own history`,
  help:
    from === null
      ? t`compare in it: (cd ${path} && sla diff BASE ${to?.slice(0, 7) ?? 'HEAD'})`
      : t`compare in it: (cd ${path} && sla diff ${from.slice(0, 7)} ${to?.slice(0, 7) ?? 'HEAD'})`,
  fatal: true,
});
