import { t } from '../../messages/index.ts';
import type { Change } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day } from '../../model/time.ts';
import { isFatalError } from '../findings/fatal.ts';
import { type Accepted, acceptedOf } from './accepted.ts';
import { changesOf, readPair } from './pair-changes.ts';
import { type Pair, pairSides } from './pairs.ts';
import { openSides, type Sides } from './sides.ts';

/** Everything that is known of a change before anybody's agreement to it is looked at. */
export interface ChangeSet {
  readonly sides: Sides;
  readonly pairs: readonly ComparedPair[];
  readonly accepted: Accepted;
}

export interface ComparedPair extends Pair {
  readonly changes: readonly Change[];
  /** Binds nobody on one of the two sides. */
  readonly exempt: boolean;
}

export interface OpenedChanges {
  readonly set: ChangeSet | null;
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads both sides and compares them. Whatever can't be read on either side means that there is no answer.
 */
export async function openChanges(
  asked: { readonly base: string | null; readonly head: string | null; readonly today: Day | null },
  io: Io,
): Promise<OpenedChanges> {
  const opened = await openSides(asked, io);
  if (!opened.ok) return { set: null, findings: opened.findings, texts: {} };
  const { sides } = opened;
  const texts = { ...sides.base.loaded.texts, ...sides.head.loaded.texts };
  const broken = unreadable(sides);
  const findings = broken.length > 0 ? broken : missing(sides);
  if (findings.length > 0) return { set: null, findings, texts };
  const paired = pairSides(sides);
  const today = asked.today ?? Number.NEGATIVE_INFINITY;
  const accepted = await acceptedOf(paired.pairs, sides);
  const wrong = [...paired.findings, ...accepted.findings];
  const allTexts = { ...texts, ...accepted.texts };
  if (wrong.length > 0) return { set: null, findings: wrong, texts: allTexts };
  return {
    set: {
      sides,
      pairs: await Promise.all(paired.pairs.map((pair) => compared(pair, sides, today))),
      accepted,
    },
    findings: [],
    texts: allTexts,
  };
}

async function compared(pair: Pair, sides: Sides, today: Day): Promise<ComparedPair> {
  const { base, head } = pair;
  const binds = [base, head].every((one) => one === null || one.agreement.status === 'active');
  return { ...pair, changes: changesOf(pair, await readPair(pair, sides), today), exempt: !binds };
}

function unreadable({ base, head }: Sides): readonly Diagnostic[] {
  return [base, head].flatMap((side) => {
    const errors = side.loaded.findings.filter(
      (finding) => isFatalError(finding) && finding.rule !== 'no-agreement',
    );
    const broken = errors.map((each) => ({ ...each, fatal: true }));
    return side === base && broken.length > 0 ? [...broken, brokenBase(side.label)] : broken;
  });
}

/**
 * A base without agreements is a slip where somebody named it; where it was assumed, all agreements are
 * new.
 */
function missing({ base, head }: Sides): readonly Diagnostic[] {
  const none = (side: typeof base) => side.loaded.families.length === 0;
  if (none(base) && (base.given || none(head))) return [noAgreement(base.given ? base.label : head.label)];
  return none(head) && head.given && head.commit === null ? [noAgreement(head.label)] : [];
}

const brokenBase = (label: string): Diagnostic => ({
  rule: 'broken-base',
  severity: 'error',
  message: t`The base, ${label}, holds an agreement that can't be read, so nothing can be compared with it`,
  help: t`name a base at which it can be read: sla diff COMMIT`,
  fatal: true,
});

const noAgreement = (label: string): Diagnostic => ({
  rule: 'no-agreement',
  severity: 'error',
  message: t`There is no agreement in ${label}`,
  help: t`an agreement is a file whose name ends in .sla.yaml; name another base: sla diff HEAD~1`,
  fatal: true,
});
