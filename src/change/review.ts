import type { Acceptance, Change, ReviewedChange } from '../model/change.ts';

export interface Review {
  readonly changes: readonly ReviewedChange[];
  /** Entries that match one of the changes. */
  readonly used: ReadonlySet<Acceptance>;
}

/**
 * Which changes need whose agreement, and who gave it. A weakening needs those whom the promise protects, a
 * removal both sides. Terms of an agreement that binds nobody need nobody; that it no longer binds is
 * itself a removal.
 */
export function review(
  changes: readonly Change[],
  entries: readonly Acceptance[],
  exempt: boolean,
  commandFor: (change: Change, team: string) => string,
): Review {
  const used = new Set<Acceptance>();
  const reviewed = changes.map((change): ReviewedChange => {
    const could = couldNeed(change);
    const given = entries.filter((entry) => matches(entry, change) && could.includes(entry.by));
    for (const entry of given) used.add(entry);
    const needs = exempt && change.rule !== 'status' ? [] : neededBy(change);
    const accepted = given.map(({ by, reason }) => ({ by, reason }));
    const missing = needs.filter((team) => !accepted.some(({ by }) => by === team));
    return { ...change, needs, accepted, missing, toAccept: missing.map((team) => commandFor(change, team)) };
  });
  return { changes: reviewed, used };
}

/** Teams whose entry for this change means something, now or once a back-test shows what it does. */
export function couldNeed({ class: found, owedBy, protects }: Change): readonly string[] {
  if (found === 'removed') return [...new Set([...owedBy, ...protects])].sort();
  return found === 'weakened' || found === 'reshaped' ? [...protects].sort() : [];
}

function neededBy(change: Change): readonly string[] {
  if (change.class !== 'reshaped') return couldNeed(change);
  return change.settled === 'weakened' || change.settled === 'both' ? couldNeed(change) : [];
}

/** An entry says exactly which values it accepts; nothing in it stands for another value. */
function matches(entry: Acceptance, change: Change): boolean {
  return (
    entry.agreement === change.agreement &&
    entry.commitment === change.promise &&
    entry.rule === change.rule &&
    entry.from === change.from &&
    entry.to === change.to
  );
}

/**
 * Entries that were not there before: each old one accepted an earlier change and is used up, so that the
 * same weakening a second time needs a second agreement.
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

const textOf = ({ agreement, commitment, rule, from, to, by, reason }: Acceptance): string =>
  JSON.stringify([agreement, commitment, rule, from, to, by, reason]);
