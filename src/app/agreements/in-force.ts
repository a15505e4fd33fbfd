import { localMidnight } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import type { Family, Sourced } from './family.ts';

/** Before and after every instant that an export can hold. */
const BEGINNING: Micros = -9e15;
const END: Micros = 9e15;

/** When each version of an agreement is in force, cut at local midnights of its own zone. */
export interface VersionInForce {
  readonly sourced: Sourced;
  readonly span: Span;
  /** Starts that no version covers, reported by the first version alone. */
  readonly orphans: readonly Span[];
}

export function versionsInForce({ versions }: Family): readonly VersionInForce[] {
  const spans = versions.map(({ agreement: { effective, timezone } }) => ({
    from: effective.from === null ? BEGINNING : localMidnight(timezone, effective.from),
    to: effective.to === null ? END : localMidnight(timezone, effective.to + 1),
  }));
  const orphans: Span[] = [];
  let covered = BEGINNING;
  for (const { from, to } of spans) {
    if (from > covered) orphans.push({ from: covered, to: from });
    covered = Math.max(covered, to);
  }
  if (covered < END) orphans.push({ from: covered, to: END });
  return versions.map((sourced, i) => ({
    sourced,
    span: spans[i] ?? { from: BEGINNING, to: END },
    orphans: i === 0 ? orphans : [],
  }));
}

/** All of time under one version: what `--as-if` asks for, and by which an experiment is measured. */
export const inForceAlways = (sourced: Sourced): VersionInForce => ({
  sourced,
  span: { from: BEGINNING, to: END },
  orphans: [],
});

/**
 * The versions that judge: each its own time, or the one that `asIf` names all of it; null where there is
 * none such.
 */
export function versionsToJudge(family: Family, asIf: string | null): readonly VersionInForce[] | null {
  if (asIf === null) return versionsInForce(family);
  const named = family.versions.find(({ agreement }) => agreement.version === asIf);
  return named ? [inForceAlways(named)] : null;
}

export const noSuchVersion = ({ id, versions }: Family, asIf: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`--as-if: "${id}" has no version "${asIf}"`,
  help: t`the versions are ${allOf(versions.map(({ agreement }) => agreement.version))}`,
  fatal: true,
});
