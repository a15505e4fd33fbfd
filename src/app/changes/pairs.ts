import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Sides } from './sides.ts';
import type { Family, Sourced } from '../agreements/family.ts';

/** Two versions of one agreement, one of which may be missing. */
export interface Pair {
  readonly id: string;
  readonly base: Sourced | null;
  readonly head: Sourced | null;
  /** A later version takes over where the head ends. */
  readonly succeeded: boolean;
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
    return pairVersions(id, of(old), of(now));
  });
  return { pairs, findings: [] };
}

function pairVersions(id: string, old: readonly Sourced[], now: readonly Sourced[]): readonly Pair[] {
  const used = new Set<Sourced>();
  const pairs = now.map((head): Pair => {
    const base = predecessorOf(head, old);
    if (base !== null) used.add(base);
    return { id, base, head, succeeded: now.some((other) => takesOver(head, other)) };
  });
  const gone = old.filter((base) => !used.has(base));
  return [...pairs, ...gone.map((base) => ({ id, base, head: null, succeeded: false }))];
}

/** The same version of the same file, the same file, the same version, else the newest that there was. */
function predecessorOf(head: Sourced, old: readonly Sourced[]): Sourced | null {
  const sameFile = (one: Sourced) => one.agreement.file === head.agreement.file;
  const sameVersion = (one: Sourced) =>
    one.agreement.version !== '' && one.agreement.version === head.agreement.version;
  return (
    old.find((one) => sameFile(one) && sameVersion(one)) ??
    old.find(sameFile) ??
    old.find(sameVersion) ??
    old.at(-1) ??
    null
  );
}

function takesOver({ agreement: first }: Sourced, { agreement: second }: Sourced): boolean {
  const [end, begin] = [first.effective.to, second.effective.from];
  return end !== null && begin !== null && begin <= end + 1 && begin > (first.effective.from ?? -Infinity);
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
