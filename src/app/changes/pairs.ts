import { type Stretch, stretchesOf } from '../../change/by-day.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Family, inOrder, type Sourced } from '../agreements/family.ts';
import type { Sides } from './sides.ts';

/** Two versions of one agreement that hold on the same days, before and after; one may be missing. */
export interface Pair {
  readonly id: string;
  readonly base: Sourced | null;
  readonly head: Sourced | null;
  /** The days on which the two hold, or on which the base alone does. */
  readonly days: readonly Stretch<Sourced>[];
  /** Those of the whole agreement. */
  readonly all: readonly Stretch<Sourced>[];
}

/** The agreements of both sides by id, version by version; or why the two sides can't be compared. */
export function pairSides({ base, head }: Sides): {
  readonly pairs: readonly Pair[];
  readonly findings: readonly Diagnostic[];
} {
  const [old, now] = [base.loaded.families, head.loaded.families];
  if (base.single && head.single) {
    const wrong = differentOrSwapped(old, now, base.commit === null && head.commit === null);
    if (wrong !== null) return { pairs: [], findings: [wrong] };
  }
  const meant = new Set((base.single ? old : head.single ? now : [...now, ...old]).map(({ id }) => id));
  const pairs = [...meant].sort().flatMap((id) => {
    const of = (families: readonly Family[]) => families.find((family) => family.id === id)?.versions ?? [];
    const meantBy = { old: of(old), now: of(now), base, head };
    return pairVersions(id, asOneAgreement(meantBy));
  });
  return { pairs, findings: [] };
}

interface Versions {
  readonly old: readonly Sourced[];
  readonly now: readonly Sourced[];
}

/** By the day, not by the file: which version holds before, and which after. */
function pairVersions(id: string, { old, now }: Versions): readonly Pair[] {
  const all = stretchesOf(old, now, ({ agreement }) => agreement.effective);
  const pairs = new Map<string, Stretch<Sourced>[]>();
  const held = [...all].filter(({ after }) => after !== null || now.length === 0);
  for (const one of held) {
    const key = `${old.indexOf(one.before as Sourced)} ${now.indexOf(one.after as Sourced)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  const found = [...pairs.values()].map((days): Pair => {
    const [first] = days;
    return { id, base: first?.before ?? null, head: first?.after ?? null, days, all };
  });
  // Days that are under no version any more go with the last terms that they had.
  const lost = all.filter((one) => !held.includes(one));
  return withLost(found, lost, { id, all });
}

function withLost(
  pairs: readonly Pair[],
  lost: readonly Stretch<Sourced>[],
  { id, all }: Pick<Pair, 'id' | 'all'>,
): readonly Pair[] {
  const own = (base: Sourced | null) => lost.filter(({ before }) => before === base);
  const first = (pair: Pair) => pairs.find(({ base }) => base === pair.base) === pair;
  const orphans = [...new Set(lost.map(({ before }) => before))].filter(
    (before) => !pairs.some(({ base }) => base === before),
  );
  return [
    ...pairs.map((pair) => (first(pair) ? { ...pair, days: [...pair.days, ...own(pair.base)] } : pair)),
    ...orphans.map((base): Pair => ({ id, base, head: null, days: own(base), all })),
  ];
}

/**
 * One file stands for its agreement as it would be with that file: the other versions stay. A file that
 * begins after the other one has ended is its next version.
 */
function asOneAgreement({ old, now, base, head }: Versions & Sides): Versions {
  if (base.single && head.single) {
    const [end, begin] = [old[0]?.agreement.effective.to ?? null, now[0]?.agreement.effective.from ?? null];
    return end !== null && begin !== null && begin > end ? { old, now: [...old, ...now] } : { old, now };
  }
  if (head.single && now[0]) return { old, now: inPlace(old, now[0]) };
  if (base.single && old[0]) return { old: inPlace(now, old[0]), now };
  return { old, now };
}

/** In place of the same file, else of the same version; else beside the others. */
function inPlace(versions: readonly Sourced[], one: Sourced): readonly Sourced[] {
  const same =
    versions.find(({ agreement }) => agreement.file === one.agreement.file) ??
    versions.find(({ agreement }) => agreement.version === one.agreement.version);
  return inOrder([...versions.filter((version) => version !== same), one]);
}

function differentOrSwapped(
  old: readonly Family[],
  now: readonly Family[],
  files: boolean,
): Diagnostic | null {
  const [base, head] = [old[0]?.versions[0], now[0]?.versions[0]];
  if (!base || !head) return null;
  if (base.agreement.id !== head.agreement.id) {
    return {
      rule: 'different-agreements',
      severity: 'error',
      message: t`"${base.agreement.id}" and "${head.agreement.id}" are two agreements, not two versions of one`,
      help: t`name two versions with the same id; "formerly" renames a promise, not an agreement`,
      place: head.place(['id']),
      fatal: true,
    };
  }
  const [before, after] = [base.agreement.effective.from, head.agreement.effective.from];
  if (!files || before === null || after === null || before <= after) return null;
  return {
    rule: 'swapped-versions',
    severity: 'error',
    message: t`The base, version "${base.agreement.version}", is in force later than the head, version "${head.agreement.version}"`,
    help: t`exchange the two: sla diff ${head.file} ${base.file}`,
    place: base.place(['effective', 'from']),
    fatal: true,
  };
}
