import { shownBy } from '../change/effect.ts';
import { review } from '../change/review.ts';
import { t } from '../messages/index.ts';
import type {
  Acceptance,
  AgreementDiff,
  BackTest,
  Change,
  DiffRequest,
  DiffResult,
  Leaving,
  VersionRef,
} from '../model/change.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Sourced } from './agreements/family.ts';
import { shown } from './agreements/find.ts';
import { withoutWhy } from './agreements/version-findings.ts';
import { acceptAllCommand, acceptCommand } from './changes/accept-command.ts';
import type { BackTested } from './changes/back-test.ts';
import { changeFindings } from './changes/findings.ts';
import { type ChangeSet, type ComparedPair, openChanges } from './changes/set.ts';
import type { Side } from './changes/sides.ts';
import { unlessUnreadable } from './changes/unreadable-repository.ts';
import { recordChanges, type StateOfRecords } from './closed/changed.ts';
import { sortFindings } from './findings/order.ts';
import { spanProblems } from './judging/span.ts';
import { changeNames } from './wording/change-names.ts';
import { changedWords } from './wording/changed.ts';

/** What changes between two versions, for whom, on which leads, and who has agreed to it. */
export const diff = (request: DiffRequest, io: Io): Promise<DiffResult> =>
  unlessUnreadable(
    io,
    (findings) => ({ diff: null, findings, texts: {} }),
    () => compared(request, io),
  );

async function compared(request: DiffRequest, io: Io): Promise<DiffResult> {
  const problems = spanProblems(request, []);
  if (problems.length > 0) return { diff: null, findings: problems, texts: {} };
  const { set, findings, texts } = await openChanges(request, io);
  if (set === null) return { diff: null, findings: sortFindings(findings), texts };

  const tested: { readonly pair: ComparedPair; readonly test: Tested }[] = [];
  for (const pair of set.pairs) tested.push({ pair, test: await testOf(pair, set, request, io) });
  const broken = tested.flatMap(({ test }) => test.findings);
  if (broken.length > 0) return { diff: null, findings: sortFindings(broken), texts };

  const { agreements, stale } = reviewed(tested, set, request);
  const open = agreements.flatMap(({ changes }) => changes.flatMap(({ missing }) => missing));
  const result = {
    toAcceptAll: [...new Set(open)].sort().map((team) => acceptAllCommand(team, request)),
    base: set.sides.base.label,
    head: set.sides.head.label,
    agreements,
    stale,
  };
  const entries = set.accepted.files.flatMap(({ all }) => all);
  const records = await recordChanges(recordsOf(set.sides.base), recordsOf(set.sides.head));
  return {
    diff: result,
    findings: sortFindings([...changeFindings(result, entries), ...records, ...unexplained(set)]),
    texts,
  };
}

/** Versions that replace another and do not say why. */
function unexplained({ pairs }: ChangeSet): readonly Diagnostic[] {
  const later = pairs.flatMap(({ base, head }) =>
    base && head && base.agreement.version !== head.agreement.version ? [head] : [],
  );
  return [...new Set(later)].flatMap((one) => one.weigh(withoutWhy(one)));
}

const recordsOf = ({ files, loaded, prefix, io }: Side): StateOfRecords => ({
  files,
  shown: (path) => prefix + shown(path, io),
  agreements: loaded.families.flatMap(({ id, versions }) =>
    versions.map(({ agreement }) => ({ id, file: agreement.file })),
  ),
});

interface Tested {
  readonly backTest: BackTest | null;
  readonly why: string | null;
  readonly leaving: readonly Leaving[];
  readonly findings: readonly Diagnostic[];
}

const UNTESTED: Tested = { backTest: null, why: null, leaving: [], findings: [] };

async function testOf(
  pair: ComparedPair,
  { sides }: ChangeSet,
  request: DiffRequest,
  io: Io,
): Promise<Tested> {
  const { base, head, changes } = pair;
  if (!request.backTest || base === null) return UNTESTED;
  if (changes.every((change) => change.class === 'editorial' || change.class === 'renamed')) return UNTESTED;
  // The engine is loaded where there is something to judge.
  const { casesThatLeave } = await import('./changes/leaving.ts');
  const before = { sourced: base, io: sides.base.io };
  const leaving = await casesThatLeave(before, head, pair, request);
  if (head === null) return { ...UNTESTED, leaving };
  const { backTest } = await import('./changes/back-test.ts');
  const after = { sourced: head, io: { ...io, files: sides.head.io.files } };
  const found = { leaving, ...(await backTest(before, after, changes, request)) };
  if (found.backTest !== null) return { ...found, why: null };
  // What somebody asked for by name must be there; an export that merely is not at hand is no problem.
  const asked = request.leads.length > 0 || Object.keys(request.sources).length > 0;
  return asked ? { ...UNTESTED, findings: found.findings } : { ...UNTESTED, leaving, why: whyNot(found) };
}

/** What is not there says so by itself; what is there and can't be read is told with the version that reads it. */
function whyNot({ findings, side }: BackTested): string {
  const fatal = findings.find((each) => each.fatal);
  if (!fatal) return t`The exports could not be judged`;
  const { rule, message } = fatal;
  if (side === undefined || rule === 'no-export') return message;
  return side === 'head'
    ? t`the new version can not judge the exports: ${message}`
    : t`the old version can not judge the exports: ${message}`;
}

/**
 * An entry is stale where it is new and matches no change of any pair. Those that the base had are the record of
 * what was accepted before.
 */
function reviewed(
  tested: readonly { readonly pair: ComparedPair; readonly test: Tested }[],
  { accepted }: ChangeSet,
  request: DiffRequest,
): { readonly agreements: readonly AgreementDiff[]; readonly stale: readonly Acceptance[] } {
  const fresh = accepted.files.flatMap((file) => file.fresh);
  const ids = new Set(tested.map(({ pair }) => pair.id));
  const used = new Set<Acceptance>();
  const agreements = tested.map(({ pair, test }): AgreementDiff => {
    const changes = shownBy(pair.changes, test.backTest?.promises ?? []);
    const command = (change: Change, team: string) => acceptCommand(change, team, request);
    const found = review(changes, fresh, { exempt: pair.exempt, commandFor: command });
    for (const entry of found.used) used.add(entry);
    return {
      id: pair.id,
      title: (pair.head ?? pair.base)?.agreement.title ?? pair.id,
      base: refOf(pair.base),
      head: refOf(pair.head),
      exempt: pair.exempt,
      names: changeNames(pair.base?.agreement ?? null, pair.head?.agreement ?? null),
      changes: found.changes,
      backTest: test.backTest,
      noBackTest: test.why,
      leaving: test.leaving,
      words: changedWords(pair.base?.agreement ?? null, pair.head?.agreement ?? null),
    };
  });
  const stale = fresh.filter((entry) => ids.has(entry.agreement) && !used.has(entry));
  return { agreements, stale };
}

const refOf = (sourced: Sourced | null): VersionRef | null =>
  sourced && {
    version: sourced.agreement.version,
    status: sourced.agreement.status,
    file: sourced.file,
  };
