import { join, resolve } from 'node:path';
import { type Git, openGit } from '../../files/git.ts';
import { gitFiles, withHolidaysOf } from '../../files/git-tree.ts';
import { withNearFile } from '../../files/near.ts';
import { keepLanguage, t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Files, Io } from '../../model/io.ts';
import { type Loaded, loadFamilies } from '../agreements/load.ts';
import { commitOf, defaultBase, nearRef } from './base.ts';
import { submoduleFindings } from './submodules.ts';

/** One of the two states that are compared. */
export interface Side {
  /** `origin/main (1a2b3c4)`, `the working tree`, a path. */
  readonly label: string;
  readonly commit: string | null;
  /** Of this machine, with the calendars that agreements name as they are on this side. */
  readonly io: Io;
  /** The tree of this side. */
  readonly files: Files;
  readonly loaded: Loaded;
  /** Named as one file, not as a folder or a whole tree. */
  readonly single: boolean;
  /** Named, not assumed. */
  readonly given: boolean;
  /** Goes before names of files. */
  readonly prefix: string;
}

export interface Sides {
  readonly base: Side;
  readonly head: Side;
}

export type OpenedSides =
  | { readonly ok: true; readonly sides: Sides }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

interface Asked {
  readonly base: string | null;
  readonly head: string | null;
}

type Named =
  | { readonly kind: 'path'; readonly path: string; readonly file: boolean }
  | { readonly kind: 'ref'; readonly ref: string; readonly path: string | null };

/**
 * Finds and reads both sides, the head first, whose language is spoken. One path alone is a head, to be
 * compared with the default base.
 */
export async function openSides(asked: Asked, io: Io): Promise<OpenedSides> {
  const [first, second] = [await namedBy(asked.base, io), await namedBy(asked.head, io)];
  const alone = first?.kind === 'path' && second === null;
  const [base, head] = alone ? [null, first] : [first, second];
  const real: Io = { ...io, cwd: await io.files.real(io.cwd) };

  if (base?.kind === 'path') {
    const there = head ?? { kind: 'path', path: '.', file: false };
    const opened = there.kind === 'path' ? null : await repository(real);
    if (opened && !opened.ok) return opened;
    const to =
      there.kind === 'path' ? await workingSide(there, real) : await refSide(there, opened?.git, real);
    keepLanguage();
    return together(await workingSide(base, real), to);
  }
  const opened = await repository(real);
  if (!opened.ok) return opened;
  const { git } = opened;
  const to = head?.kind === 'ref' ? await refSide(head, git, real) : await headSide(head, base, real);
  keepLanguage();
  if ('rule' in to) return { ok: false, findings: [to] };
  if (base !== null)
    return withoutSubmodules(together(await refSide(base, git, real, scopeOf(head)), to), git, real);
  const tip = to.commit ?? (await git.commitOf('HEAD'));
  if (tip === null) return together(nothingYet(real), to);
  const found = await defaultBase(git, tip, io.env);
  if (!found.ok) return { ok: false, findings: [found.finding] };
  const from = await treeSide({ at: found, scope: scopeOf(head), given: false, git, io: real });
  return withoutSubmodules(together(from, to), git, real);
}

/** Both sides, unless agreements differ in a repository within this one. */
async function withoutSubmodules(opened: OpenedSides, git: Git, io: Io): Promise<OpenedSides> {
  if (!opened.ok) return opened;
  const { base, head } = opened.sides;
  if (base.commit === null) return opened;
  const findings = await submoduleFindings(git, { base: base.commit, head: head.commit }, io);
  return findings.length > 0 ? { ok: false, findings } : opened;
}

function together(base: Side | Diagnostic, head: Side | Diagnostic): OpenedSides {
  const findings = [base, head].flatMap((side) => ('rule' in side ? [side] : []));
  if ('rule' in base || 'rule' in head) return { ok: false, findings };
  return { ok: true, sides: { base, head } };
}

/** What an argument names: a file or a folder that is there, else a reference, with a path behind a colon. */
async function namedBy(text: string | null, io: Io): Promise<Named | null> {
  if (text === null) return null;
  const stat = await io.files.stat(resolve(io.cwd, text));
  if (stat !== null) return { kind: 'path', path: text, file: stat.kind !== 'directory' };
  const colon = text.indexOf(':');
  if (colon < 1) return { kind: 'ref', ref: text, path: null };
  const path = text.slice(colon + 1);
  return { kind: 'ref', ref: text.slice(0, colon), path: path === '' ? null : path };
}

/**
 * A folder named for the head is the part of the tree to look at on the base; a file may have another name
 * there.
 */
const scopeOf = (head: Named | null): string | null =>
  head?.kind === 'path' && !head.file ? head.path : null;

async function headSide(head: Named | null, base: Named | null, io: Io): Promise<Side> {
  if (head?.kind === 'path') return workingSide(head, io);
  const path = base?.kind === 'ref' ? base.path : null;
  const stat = path === null ? null : await io.files.stat(join(io.cwd, path));
  if (path === null || stat === null) return workingSide(null, io);
  return workingSide({ kind: 'path', path, file: stat.kind !== 'directory' }, io);
}

async function workingSide(named: (Named & { readonly kind: 'path' }) | null, io: Io): Promise<Side> {
  const loaded = await loadFamilies(named === null ? [] : [named.path], io);
  const single = named?.file === true;
  const label = named === null ? t`the working tree` : named.path;
  return { label, commit: null, io, files: io.files, loaded, single, given: named !== null, prefix: '' };
}

async function refSide(
  { ref, path }: Named & { readonly kind: 'ref' },
  git: Git | undefined,
  io: Io,
  scope: string | null = null,
): Promise<Side | Diagnostic> {
  if (!git) return noRepository('no-repository', t`This folder lies in no git repository`);
  const found = await commitOf(git, ref);
  if (found.ok) return treeSide({ at: found, scope: path ?? scope, given: true, git, io });
  const { help = '', ...finding } = found.finding;
  if (nearRef(ref, await git.refs()) !== null) return found.finding;
  return { ...finding, help: await withNearFile(help, resolve(io.cwd, ref), ref, io.files) };
}

/** The tree of a commit. */
export async function treeSide({
  at: { commit, label },
  scope,
  given,
  git,
  io,
}: {
  readonly at: { readonly commit: string; readonly label: string };
  readonly scope: string | null;
  readonly given: boolean;
  readonly git: Git;
  readonly io: Io;
}): Promise<Side> {
  const committed = await gitFiles(git, commit);
  const own: Io = { ...io, files: committed };
  const path = scope === null ? io.cwd : resolve(io.cwd, scope);
  const stat = await committed.stat(path);
  const prefix = `${label === commit ? commit.slice(0, 7) : label}:`;
  const loaded = stat === null ? NOTHING : await loadFamilies([path], own, prefix);
  return {
    label: label.startsWith(commit.slice(0, 7)) ? commit.slice(0, 7) : `${label} (${commit.slice(0, 7)})`,
    commit,
    io: { ...io, files: withHolidaysOf(committed, io.files, git.root) },
    files: committed,
    loaded,
    single: stat?.kind === 'file',
    given,
    prefix,
  };
}

const NOTHING: Loaded = { families: [], findings: [], texts: {}, files: [] };

type Repository =
  | { readonly ok: true; readonly git: Git }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

export async function repository(io: Io): Promise<Repository> {
  const opened = await openGit(io.cwd, io.signal);
  if (opened.ok) return opened;
  return { ok: false, findings: [noRepository(opened.why, opened.message)] };
}

function noRepository(why: 'no-git' | 'no-repository' | 'refused', message: string): Diagnostic {
  const help = {
    'no-git': t`install git, or name two files: sla diff before.sla.yaml after.sla.yaml`,
    'no-repository': t`run it inside one, or name two files: sla diff before.sla.yaml after.sla.yaml`,
    refused: t`run: git config --global --add safe.directory "$PWD"`,
  }[why];
  return { rule: why === 'refused' ? 'no-repository' : why, severity: 'error', message, help, fatal: true };
}

/** Before the first commit everything is new. */
const nothingYet = (io: Io): Side => ({
  label: t`no commit yet`,
  commit: '',
  io,
  files: { ...io.files, stat: async () => null },
  loaded: NOTHING,
  single: false,
  given: false,
  prefix: '',
});
