import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { AgreementDiff, Diff, ReviewedChange } from '../../model/change.ts';

/** The changes of one pair of parties, in the order of the agreement. */
export interface ChangeGroup {
  /** `sales owes marketing`. */
  readonly title: string;
  readonly changes: readonly ReviewedChange[];
}

/** What concerns everybody first, then by who owes whom. */
export function groupsOf(changes: readonly ReviewedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, ReviewedChange[]>();
  for (const change of changes) {
    const title = partiesOf(change);
    groups.set(title, [...(groups.get(title) ?? []), change]);
  }
  return [...groups].map(([title, own]) => ({ title, changes: own }));
}

function partiesOf({ kind, owedBy, protects }: ReviewedChange): string {
  if (kind === 'agreement') return t`The agreement as a whole`;
  if (kind === 'objective') return t`shared by ${allOf(protects)}`;
  return t`${allOf(owedBy)} owes ${allOf(protects)}`;
}

/** One sentence a team: what it is promised less or more, and what it owes less or more. */
export function teamLines({ changes }: Pick<AgreementDiff, 'changes'>): readonly string[] {
  const teams = [...new Set(changes.flatMap(({ owedBy, protects }) => [...owedBy, ...protects]))].sort();
  return teams.flatMap((team) => {
    const parts = [
      part(
        (names) => t`is promised less by ${names}`,
        changes.filter((change) => change.protects.includes(team) && weaker(change)),
      ),
      part(
        (names) => t`is promised more by ${names}`,
        changes.filter((change) => change.protects.includes(team) && stronger(change)),
      ),
      part(
        (names) => t`owes less by ${names}`,
        changes.filter((change) => change.owedBy.includes(team) && weaker(change)),
      ),
      part(
        (names) => t`owes more by ${names}`,
        changes.filter((change) => change.owedBy.includes(team) && stronger(change)),
      ),
    ].flat();
    return parts.length === 0 ? [] : [t`${team}: ${parts.join(t`; `)}`];
  });
}

function part(says: (names: string) => string, changes: readonly ReviewedChange[]): readonly string[] {
  const names = [...new Set(changes.map(({ promise, rule }) => promise ?? rule))];
  return names.length === 0 ? [] : [says(allOf(names))];
}

function weaker({ class: found, settled }: ReviewedChange): boolean {
  return found === 'weakened' || found === 'removed' || settled === 'weakened' || settled === 'both';
}

function stronger({ class: found, settled }: ReviewedChange): boolean {
  return found === 'tightened' || found === 'added' || settled === 'tightened' || settled === 'both';
}

const CLASSES = ['weakened', 'removed', 'open', 'tightened', 'added', 'renamed', 'editorial'] as const;

export type ClassCounts = Readonly<Record<(typeof CLASSES)[number], number>>;

export function countsOf(changes: readonly ReviewedChange[]): ClassCounts {
  return Object.fromEntries(
    CLASSES.map((name) => [name, changes.filter((change) => change.class === name).length]),
  ) as ClassCounts;
}

/** `1 weakened, 2 editorial; 1 not accepted`. */
export function summaryOf(changes: readonly ReviewedChange[]): string {
  const counts = countsOf(changes);
  const said = CLASSES.filter((name) => counts[name] > 0).map((name) => countText(name, counts[name]));
  if (said.length === 0) return t`No change of terms`;
  const open = changes.filter(({ missing }) => missing.length > 0).length;
  const needed = changes.filter(({ needs }) => needs.length > 0).length;
  const text = said.join(', ');
  if (open > 0) return t`${text}; ${whole(open)} not accepted`;
  return needed > 0 ? t`${text}; accepted by all teams concerned` : text;
}

function countText(name: (typeof CLASSES)[number], count: number): string {
  const n = whole(count);
  switch (name) {
    case 'weakened':
      return t`${n} weakened`;
    case 'removed':
      return t`${n} removed`;
    case 'open':
      return t`${n} open`;
    case 'tightened':
      return t`${n} tightened`;
    case 'added':
      return t`${n} added`;
    case 'renamed':
      return t`${n} renamed`;
    case 'editorial':
      return t`${n} editorial`;
  }
}

/** Pairs of versions in which something differs: one line says of all others that nothing does. */
export const changedIn = ({ agreements }: Diff): readonly AgreementDiff[] =>
  agreements.filter(({ changes }) => changes.length > 0);

export const allChanges = ({ agreements }: Diff): readonly ReviewedChange[] =>
  agreements.flatMap(({ changes }) => changes);

/** One line a change and a team; where that is more than one line a team, the lines that accept all. */
export function toAccept(diff: Diff): readonly string[] {
  const lines = [...new Set(allChanges(diff).flatMap((change) => change.toAccept))];
  return lines.length > diff.toAcceptAll.length ? diff.toAcceptAll : lines;
}
