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
  if (kind === 'agreement') return 'The agreement as a whole';
  if (kind === 'objective') return `shared by ${protects.join(' and ')}`;
  return `${owedBy.join(' and ')} owes ${protects.join(' and ')}`;
}

/** One sentence a team: what it is promised less or more, and what it owes less or more. */
export function teamLines({ changes }: AgreementDiff): readonly string[] {
  const teams = [...new Set(changes.flatMap(({ owedBy, protects }) => [...owedBy, ...protects]))].sort();
  return teams.flatMap((team) => {
    const parts = [
      part('is promised less', changes, (change) => change.protects.includes(team) && weaker(change)),
      part('is promised more', changes, (change) => change.protects.includes(team) && stronger(change)),
      part('owes less', changes, (change) => change.owedBy.includes(team) && weaker(change)),
      part('owes more', changes, (change) => change.owedBy.includes(team) && stronger(change)),
    ].filter((text) => text !== '');
    return parts.length === 0 ? [] : [`${team}: ${parts.join('; ')}`];
  });
}

function part(
  words: string,
  changes: readonly ReviewedChange[],
  test: (change: ReviewedChange) => boolean,
): string {
  const names = [...new Set(changes.filter(test).map(({ promise, rule }) => promise ?? rule))];
  return names.length === 0 ? '' : `${words} by ${names.join(', ')}`;
}

function weaker({ class: found, settled }: ReviewedChange): boolean {
  return found === 'weakened' || found === 'removed' || settled === 'weakened' || settled === 'both';
}

function stronger({ class: found, settled }: ReviewedChange): boolean {
  return found === 'tightened' || found === 'added' || settled === 'tightened' || settled === 'both';
}

const CLASSES = ['weakened', 'removed', 'reshaped', 'tightened', 'added', 'renamed', 'editorial'] as const;

export type ClassCounts = Readonly<Record<(typeof CLASSES)[number], number>>;

export function countsOf(changes: readonly ReviewedChange[]): ClassCounts {
  return Object.fromEntries(
    CLASSES.map((name) => [name, changes.filter((change) => change.class === name).length]),
  ) as ClassCounts;
}

/** `1 weakened, 2 editorial; 1 not accepted`. */
export function summaryOf(changes: readonly ReviewedChange[]): string {
  const counts = countsOf(changes);
  const said = CLASSES.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  if (said.length === 0) return 'No change of terms';
  const open = changes.filter(({ missing }) => missing.length > 0).length;
  const needed = changes.filter(({ needs }) => needs.length > 0).length;
  const agreed = open > 0 ? `; ${open} not accepted` : needed > 0 ? '; all that weakens is accepted' : '';
  return said.join(', ') + agreed;
}

export const allChanges = ({ agreements }: Diff): readonly ReviewedChange[] =>
  agreements.flatMap(({ changes }) => changes);

export const toAccept = (diff: Diff): readonly string[] => [
  ...new Set(allChanges(diff).flatMap((change) => change.toAccept)),
];
