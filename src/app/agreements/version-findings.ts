import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { civil } from '../../report/instant.ts';
import type { Family, Sourced } from './family.ts';

/**
 * What only the versions of one agreement together can show, oldest first: each as the later one's `lint`
 * section weighs it.
 */
export function versionFindings({ id, versions }: Family): readonly Diagnostic[] {
  return versions.slice(1).flatMap((later, i) => {
    const earlier = versions[i];
    if (!earlier) return [];
    return later.weigh([
      ...(inForceTogether(id, earlier, later) ?? notInForce(id, earlier, later) ?? []),
      ...(notRaised(earlier, later) ?? []),
      ...withoutWhy(later),
    ]);
  });
}

type Found = readonly Diagnostic[] | null;

/** Two files with one id must be versions of it with disjoint effective ranges. */
function inForceTogether(id: string, earlier: Sourced, later: Sourced): Found {
  const end = earlier.agreement.effective.to;
  const begin = later.agreement.effective.from;
  if (end !== null && begin !== null && begin > end) return null;
  const help =
    begin === null
      ? t`give both files their own "effective:" range, such as { from: 2026-07-01 }`
      : t`end the earlier version the day before: effective: { to: ${formatDay(begin - 1)} } in ${earlier.file}`;
  return [
    {
      rule: 'overlapping-versions',
      severity: 'error',
      message: t`Two files hold the agreement "${id}" for the same days: ${earlier.file} and ${later.file}`,
      help,
      place: later.place(['effective'], 'key'),
    },
  ];
}

function notInForce(id: string, earlier: Sourced, later: Sourced): Found {
  const end = earlier.agreement.effective.to;
  const begin = later.agreement.effective.from;
  if (end === null || begin === null || begin <= end + 1) return null;
  return [
    {
      rule: 'version-gap',
      severity: 'warning',
      message: t`No version of "${id}" is in force from ${civil(formatDay(end + 1))} to ${civil(formatDay(begin - 1))}`,
      help: t`leads that start in these days are judged by nobody and reported as excluded`,
      place: later.place(['effective'], 'key'),
    },
  ];
}

function notRaised(earlier: Sourced, later: Sourced): Found {
  const [before, after] = [earlier.agreement.version, later.agreement.version];
  const order = compareVersions(after, before);
  if (order > 0) return null;
  return [
    {
      rule: 'version-not-raised',
      severity: 'warning',
      message:
        order === 0
          ? t`The version "${after}" is that of the version before it, ${earlier.file}`
          : t`The version "${after}" is lower than "${before}" of the version before it, ${earlier.file}`,
      help: t`write a version above "${before}"`,
      place: later.place(['version']),
    },
  ];
}

/** A first version replaces none: it needs no reason. */
export function withoutWhy({ agreement, place }: Sourced): readonly Diagnostic[] {
  if (agreement.why !== null) return [];
  return [
    {
      rule: 'version-without-why',
      severity: 'info',
      message: t`It is not said why version "${agreement.version}" replaces the one before it`,
      help: t`add a line: why: Two people more in sales`,
      place: place(['version'], 'key'),
    },
  ];
}

/**
 * Negative where `a` is surely the lower one: only plain numbers with points between them have an order. 2026.9
 * comes before 2026.10.
 */
function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a, b].map(numbersOf);
  if (!left || !right) return 1;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const step = (left[i] ?? 0) - (right[i] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] | null {
  return /^v?\d+(\.\d+)*$/.test(version) ? version.replace('v', '').split('.').map(Number) : null;
}
