import type { Acceptance, Change, ReviewedChange } from '../model/change.ts';

interface Terms {
  readonly exempt: boolean;
  /** The line to type so that a team accepts a change. */
  readonly commandFor: (change: Change, team: string) => string;
  /** Entries that are bound to no meaning count too: in the history, where they were given and taken. */
  readonly unbound?: boolean;
}

export interface Review {
  readonly changes: readonly ReviewedChange[];
  /** Entries that match one of the changes. */
  readonly used: ReadonlySet<Acceptance>;
}

/**
 * Which changes need whose agreement, and who gave it. A weakening needs those whom the promise protects; a
 * removal, and what is not proved harmless, both sides. Terms of an agreement that binds nobody need nobody; that it no longer binds is
 * itself a removal.
 */
export function review(
  changes: readonly Change[],
  entries: readonly Acceptance[],
  { exempt, commandFor, unbound = false }: Terms,
): Review {
  const used = new Set<Acceptance>();
  const reviewed = changes.map((change): ReviewedChange => {
    const could = couldNeed(change);
    const given = entries.filter((entry) => matches(entry, change, unbound) && could.includes(entry.by));
    for (const entry of given) used.add(entry);
    const needs = exempt && change.rule !== 'status' ? [] : couldNeed(change);
    const accepted = given.map(({ by, reason }) => ({ by, reason }));
    const missing = needs.filter((team) => !accepted.some(({ by }) => by === team));
    return { ...change, needs, accepted, missing, toAccept: missing.map((team) => commandFor(change, team)) };
  });
  return { changes: reviewed, used };
}

/** Teams that must accept a change: none where it is proved that nobody is promised less by it. */
export function couldNeed({ class: found, owedBy, protects }: Change): readonly string[] {
  if (found === 'removed' || found === 'open') return [...new Set([...owedBy, ...protects])].sort();
  return found === 'weakened' ? [...protects].sort() : [];
}

/**
 * An entry says exactly which values it accepts, of which meaning; nothing in it stands for another value.
 */
function matches(entry: Acceptance, change: Change, unbound = false): boolean {
  return (
    entry.agreement === change.agreement &&
    entry.commitment === change.promise &&
    entry.rule === change.rule &&
    entry.from === change.from &&
    entry.to === change.to &&
    (entry.bound === null
      ? unbound
      : entry.bound.before === change.bound.before && entry.bound.after === change.bound.after)
  );
}

/**
 * Entries that were not there before: each old one accepted an earlier change and is used up, so that the
 * same weakening a second time needs a second agreement. Other words make no new one.
 */
export function newEntries<T extends Acceptance>(
  before: readonly Acceptance[],
  after: readonly T[],
): readonly T[] {
  const old = before.map(textOf);
  return after.filter((entry) => {
    const at = old.indexOf(textOf(entry));
    if (at >= 0) old.splice(at, 1);
    return at < 0;
  });
}

const textOf = ({ agreement, commitment, rule, from, to, by, bound }: Acceptance): string =>
  JSON.stringify([agreement, commitment, rule, from, to, by, bound?.before, bound?.after]);
