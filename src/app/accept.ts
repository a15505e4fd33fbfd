import { couldNeed } from '../change/review.ts';
import { readAccepted } from '../language/accepted/read.ts';
import { withEntries, withoutEntries } from '../language/accepted/write.ts';
import { firstOf } from '../messages/first-of.ts';
import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Acceptance, AcceptRequest, AcceptResult, Change, PlacedAcceptance } from '../model/change.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { SPONSOR } from './agreements/signatures.ts';
import { acceptCommand } from './changes/accept-command.ts';
import type { AcceptedFile } from './changes/accepted.ts';
import { type ChangeSet, openChanges } from './changes/set.ts';
import { unlessUnreadable } from './changes/unreadable-repository.ts';
import { idMeant, type Nameable } from './findings/meant.ts';
import { sortFindings } from './findings/order.ts';

/**
 * Records that a team accepts one change of the work at hand, in exactly its values; or removes what was
 * written since the base and matches no change.
 */
export const accept = (request: AcceptRequest, io: Io): Promise<AcceptResult> =>
  unlessUnreadable(
    io,
    (findings) => ({ file: null, written: [], removed: [], texts: {}, findings }),
    () => accepted(request, io),
  );

async function accepted(typed: AcceptRequest, io: Io): Promise<AcceptResult> {
  const { set, findings, texts } = await openChanges(typed, io);
  const none = { file: null, written: [], removed: [], texts };
  if (set === null) return { ...none, findings: sortFindings(findings) };
  const teams = teamsIn(set);
  const request = { ...typed, by: typed.by.map((team) => idMeant(team, teams) ?? team) };
  if (set.sides.head.commit !== null) return { ...none, findings: [committedHead(set.sides.head.label)] };
  if (request.prune) return { ...(await prune(set, io)), findings: [], texts };

  const found = request.all ? leftTo(request.by, set, teams) : changesNamed(request.change ?? '', set);
  if ('rule' in found) return { ...none, findings: [found] };
  const wrong = request.all ? [] : request.by.flatMap((team) => notTheirs(team, found, teams) ?? []);
  if (wrong.length > 0) return { ...none, findings: wrong };
  const reason = (request.reason ?? '').trim();
  const wanted = found.flatMap((change) =>
    request.by
      .filter((team) => couldNeed(change).includes(team))
      .map((team): Acceptance => entryOf(change, team, reason)),
  );
  const [file] = set.accepted.files;
  if (!file) return { ...none, findings: [] };
  const missing = wanted.filter(
    (entry, i) =>
      !file.fresh.some((one) => sameMeaning(one, entry)) &&
      wanted.findIndex((one) => sameMeaning(one, entry)) === i,
  );
  if (missing.length === 0) return { ...none, file: file.shownAs, findings: [] };
  const written = await io.files.locked(file.path, () => add(file, missing, io));
  return { ...none, file: file.shownAs, written, findings: [] };
}

async function prune({ accepted, pairs }: ChangeSet, io: Io): Promise<Omit<AcceptResult, keyof Diagnosed>> {
  const ids = new Set(pairs.map(({ id }) => id));
  const changes = pairs.flatMap((pair) => pair.changes);
  const removed: Acceptance[] = [];
  let written: string | null = null;
  for (const file of accepted.files) {
    const stale = file.fresh.filter(
      (entry) => ids.has(entry.agreement) && !changes.some((change) => accepts(entry, change)),
    );
    if (stale.length === 0 || file.text === null) continue;
    removed.push(...stale);
    written = file.shownAs;
    await io.files.locked(file.path, () => removeFrom(file, stale, io));
  }
  return { file: written, written: [], removed };
}

/** Entries that were added since stand behind those that are removed, whose positions hold. */
async function removeFrom(file: AcceptedFile, stale: readonly PlacedAcceptance[], io: Io): Promise<void> {
  const text = new TextDecoder().decode(await io.files.read(file.path));
  if (file.text !== null && !text.startsWith(file.text.trimEnd()))
    throw new Error(t`"${file.shownAs}" was changed meanwhile: run it again`);
  await save(file, withoutEntries(text, new Set(stale.map(({ index }) => index))), io);
}

type Diagnosed = Pick<AcceptResult, 'findings' | 'texts'>;

/**
 * Adds the entries to the file as it is at this moment, which another run may have changed, and says which.
 */
async function add(
  file: AcceptedFile,
  entries: readonly Acceptance[],
  io: Io,
): Promise<readonly Acceptance[]> {
  const isThere = (await io.files.stat(file.path)) !== null;
  const text = isThere ? new TextDecoder().decode(await io.files.read(file.path)) : null;
  if (text === file.text) {
    await save(file, withEntries(text, entries), io);
    return entries;
  }
  const known = readAccepted(file.shownAs, text ?? '').entries.slice(file.all.length);
  const missing = entries.filter((entry) => !known.some((one) => sameMeaning(one, entry)));
  if (missing.length > 0) await save(file, withEntries(text, missing), io);
  return missing;
}

/** What was made must read as it was meant; nothing is written otherwise. */
async function save(file: AcceptedFile, text: string, io: Io): Promise<void> {
  const { diagnostics } = readAccepted(file.shownAs, text);
  if (diagnostics.length > 0) throw new Error(t`The new "${file.shownAs}" would not be readable`);
  await io.files.write(file.path, text, { force: true, folder: true });
}

function accepts(entry: Acceptance, change: Change): boolean {
  return couldNeed(change).includes(entry.by) && sameMeaning(entry, entryOf(change, entry.by, ''));
}

const sameMeaning = (a: Acceptance, b: Acceptance): boolean => meaningOf(a) === meaningOf(b);

const meaningOf = ({ agreement, commitment, rule, from, to, by, bound }: Acceptance): string =>
  JSON.stringify([agreement, commitment, rule, from, to, by, bound?.before, bound?.after]);

const entryOf = (
  { agreement, promise, rule, from, to, bound }: Change,
  by: string,
  reason: string,
): Acceptance => ({
  agreement,
  commitment: promise,
  rule,
  from,
  to,
  by,
  reason,
  bound,
});

/** The teams of both versions, and who is above them. */
const teamsIn = ({ pairs }: ChangeSet): readonly Nameable[] => [
  ...pairs.flatMap(({ base, head }) =>
    [head, base].flatMap((side) => (side === null ? [] : Object.values(side.agreement.teams))),
  ),
  { id: SPONSOR, title: t`the sponsor` },
];

/** As it is read; what is no team of theirs stays as it was typed. */
const calledAs = (id: string, teams: readonly Nameable[]): string =>
  teams.find((team) => team.id === id)?.title ?? id;

/** All that needs one of these teams; each must be a team, and have something to accept. */
function leftTo(
  teams: readonly string[],
  { pairs }: ChangeSet,
  known: readonly Nameable[],
): readonly Change[] | Diagnostic {
  const changes = pairs.filter(({ exempt }) => !exempt).flatMap((pair) => pair.changes);
  const theirs = (team: string) => changes.filter((change) => couldNeed(change).includes(team));
  const idle = teams.find((team) => theirs(team).length === 0);
  if (idle === undefined) return [...new Set(teams.flatMap(theirs))];
  const others = [...new Set(changes.flatMap(couldNeed))].sort();
  return {
    rule: 'not-theirs',
    severity: 'error',
    message: t`Nothing here needs to be accepted by "${calledAs(idle, known)}"`,
    help:
      others.length === 0
        ? t`nothing here needs to be accepted`
        : t`it needs ${allOf(others.map((team) => calledAs(team, known)))}: sla accept --all --by ${others[0] ?? ''} --why "..."`,
    fatal: true,
  };
}

/** By the whole key, or without the agreement where only one has it. */
function changesNamed(name: string, { pairs }: ChangeSet): readonly Change[] | Diagnostic {
  const changes = pairs.flatMap((pair) => pair.changes).filter((change) => couldNeed(change).length > 0);
  const found = changes.filter(({ key }) => key === name || key.slice(key.indexOf(':') + 1) === name);
  const keys = [...new Set(changes.map(({ key }) => key))];
  if (new Set(found.map(({ agreement }) => agreement)).size === 1) return found;
  const help =
    keys.length === 0
      ? t`nothing here needs to be accepted`
      : t`the changes that can be accepted are ${firstOf(keys, 20)}`;
  return {
    rule: 'unknown-change',
    severity: 'error',
    message:
      found.length > 1
        ? t`"${name}" is a change of several agreements`
        : t`There is no change "${name}" to accept`,
    help,
    fatal: true,
  };
}

function notTheirs(team: string, changes: readonly Change[], known: readonly Nameable[]): Diagnostic | null {
  if (changes.some((change) => couldNeed(change).includes(team))) return null;
  const [change] = changes;
  const teams = [...new Set(changes.flatMap(couldNeed))];
  const line = change && acceptCommand(change, teams[0] ?? '', { base: null, head: null });
  return {
    rule: 'not-theirs',
    severity: 'error',
    message: t`"${calledAs(team, known)}" can't accept this: it takes ${allOf(teams.map((each) => calledAs(each, known)))}`,
    help: line ?? t`name a team that it concerns`,
    fatal: true,
  };
}

const committedHead = (label: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`An acceptance is written into the working tree, and the head is ${label}`,
  help: t`check out the branch, and leave out --head`,
  fatal: true,
});
