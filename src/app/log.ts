import { relative, sep } from 'node:path';
import { review } from '../change/review.ts';
import type { Git, HistoryCommit } from '../files/git.ts';
import { keepLanguage, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Acceptance, ReviewedChange } from '../model/change.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { LogEntry, LoggedChange, LogRequest, LogResult } from '../model/log.ts';
import { type Day, MS_PER_DAY } from '../model/time.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { filesOfTerms } from './agreements/terms-digests.ts';
import { ACCEPTED, acceptedOf } from './changes/accepted.ts';
import { courseOf } from './changes/course.ts';
import { changesOf, type Read, readPair } from './changes/pair-changes.ts';
import { type Pair, pairSides } from './changes/pairs.ts';
import { repository, type Side, treeSide } from './changes/sides.ts';
import { type Trail, trailOf } from './changes/trail.ts';
import { unlessUnreadable } from './changes/unreadable-repository.ts';
import { withReversals, zigzags } from './changes/zigzag.ts';
import { isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { changeNames } from './wording/change-names.ts';

/** What every commit is looked for that touches it; the files that agreements name come with them. */
const AGREEMENTS = ['**/*.sla.yaml', '**/*.sla.yml', '**/*.sla-parts.yaml', '**/*.sla-parts.yml', ACCEPTED];

/** The history of agreements from git, newest first: what changed when, for whom, who accepted it and why. */
export const log = (request: LogRequest, io: Io): Promise<LogResult> =>
  unlessUnreadable(
    io,
    (findings) => ({ ...NOTHING, findings }),
    () => read(request, io),
  );

async function read({ paths, limit, summary }: LogRequest, io: Io): Promise<LogResult> {
  const real: Io = { ...io, cwd: await io.files.real(io.cwd) };
  const opened = await repository(real);
  if (!opened.ok) return { ...NOTHING, findings: opened.findings };
  const { git } = opened;
  // What stands here now is asked for and says the language; what it was, and what else there is, does not.
  const here = await loadFamilies(paths, real);
  keepLanguage();
  const named = paths.length === 0 ? null : here;
  const broken = (named?.findings ?? []).filter(isFatalError);
  if (named && broken.length > 0) {
    const fatal = broken.map((each) => ({ ...each, fatal: true }));
    return { ...NOTHING, findings: sortFindings(fatal), texts: named.texts };
  }
  const only = named && new Set(named.families.map(({ id }) => id));
  const head = await git.commitOf('HEAD');
  if (head === null) return NOTHING;
  const globs = [...AGREEMENTS, ...filesNamed(here.families, git.root)];
  const history = [...(await git.history(head, globs, limit))].reverse();
  const cut = history[0] && (await git.cutAt()).has(history[0].commit) ? history[0] : null;
  const steps = await stepsOf(history, globs, cut, { git, io: real });
  const told = withAcceptances(steps).filter(({ agreement }) => only === null || only.has(agreement));
  const entries = withReversals(told);
  const shallow = (await git.shallow()) ? [shallowHistory(cut)] : [];
  return {
    ...NOTHING,
    entries: [...entries].reverse(),
    summary: summary ? courseOf(entries) : null,
    findings: [...shallow, ...zigzags(entries)],
  };
}

/** The files with days off, with steps and with disputes, from the root: what is in them is part of the terms, or excuses from them. */
const filesNamed = (families: readonly Family[], root: string): readonly string[] =>
  families
    .flatMap(({ versions }) => versions.flatMap(filesOfTerms))
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((file) => !file.startsWith('../'));

const NOTHING: LogResult = { entries: [], summary: null, findings: [], texts: {} };

/** One commit against the state before it, and the acceptances that came with it. */
interface Step {
  readonly commit: HistoryCommit;
  readonly pairs: readonly (Pair & Read)[];
  readonly fresh: readonly Acceptance[];
  /** Of a merge: when the commits that it brought in had what. */
  readonly trail: Trail | null;
  /** By agreement file: what can't be read. */
  readonly problems: readonly string[];
}

/**
 * Oldest first. A state that can't be read is passed over: what follows is compared with the last one that
 * can. Where the clone cuts the history, nobody knows what the commit at the cut changed: it is only what
 * the next ones are compared with.
 */
async function stepsOf(
  history: readonly HistoryCommit[],
  globs: readonly string[],
  cut: HistoryCommit | null,
  { git, io }: { readonly git: Git; readonly io: Io },
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const parent = cut?.commit ?? history[0]?.parent ?? null;
  const at = (commit: string): Promise<Side> =>
    treeSide({ at: { commit, label: commit }, scope: git.root, given: false, git, io });
  let before: Side | null = parent === null ? null : await at(parent);
  for (const commit of history) {
    if (commit === cut) continue;
    const after = await at(commit.commit);
    const errors = after.loaded.findings.filter(
      (finding) => isFatalError(finding) && finding.rule !== 'no-agreement',
    );
    if (errors.length > 0) {
      steps.push({ commit, pairs: [], fresh: [], trail: null, problems: firstSentences(errors) });
      continue;
    }
    const base = before ?? { ...after, loaded: { ...after.loaded, families: [] } };
    const sides = { base, head: after };
    const { pairs } = pairSides(sides);
    const read = await Promise.all(
      pairs.map(async (pair) => ({ ...pair, ...(await readPair(pair, sides)) })),
    );
    const accepted =
      before === null
        ? await acceptedOf(pairs, { base: { ...after, files: NO_FILES(after) }, head: after })
        : await acceptedOf(pairs, { base: before, head: after });
    const fresh = accepted.files.flatMap((file) => file.fresh);
    const brought = commit.merge && read.length > 0 ? await git.merged(commit, globs) : [];
    const trail = brought.length > 0 ? await trailOf(brought, base, at) : null;
    steps.push({ commit, pairs: read, fresh, trail, problems: [] });
    before = after;
  }
  return steps;
}

const NO_FILES = ({ files }: Side): Side['files'] => ({ ...files, stat: async () => null });

const sentence = ({ place, message }: Diagnostic): string =>
  `${place ? `${place.file}:${place.start.line}: ` : ''}${message}`;

/** So many problems of a commit, and how many more it has. */
export function firstSentences(errors: readonly Diagnostic[]): readonly string[] {
  const more = errors.length - MOST_PROBLEMS;
  const shown = errors.slice(0, MOST_PROBLEMS).map(sentence);
  return more > 0 ? [...shown, t`and ${whole(more)} more`] : shown;
}

const MOST_PROBLEMS = 3;

/**
 * An acceptance may come with its change, after it or before it: the nearest one is taken, and each only
 * once.
 */
function withAcceptances(steps: readonly Step[]): LogEntry[] {
  const pool = steps.flatMap(({ fresh }, i) => fresh.map((entry) => ({ entry, i })));
  return steps.flatMap((step, i): readonly LogEntry[] => {
    const nearest = [...pool].sort((a, b) => rank(a.i - i) - rank(b.i - i));
    const given = new Map(nearest.map(({ entry, i: at }) => [entry, writtenIn(steps[at] ?? step, entry)]));
    return entriesOf(step, given, (entry) => {
      const at = pool.findIndex((one) => one.entry === entry);
      if (at >= 0) pool.splice(at, 1);
    });
  });
}

const rank = (distance: number): number => (distance >= 0 ? distance : 1e9 - distance);

const writtenIn = ({ trail, commit }: Step, entry: Acceptance): string =>
  trail?.accepted(entry) ?? commit.written;

/** `given` are the acceptances to choose from, nearest first, with the date on which each was written. */
function entriesOf(
  step: Step,
  given: ReadonlyMap<Acceptance, string>,
  use: (entry: Acceptance) => void,
): readonly LogEntry[] {
  const { commit, pairs, problems } = step;
  const { commit: id, date, subject } = commit;
  const about = { commit: id, date, subject };
  if (problems.length > 0) {
    const problem = t`can't be read at this commit: ${problems.join(t`; `)}`;
    const names = { teams: {}, promises: {} };
    const none = { title: '', names, version: null, previous: null, why: null, decidedBy: [], changes: [] };
    return [{ ...about, ...none, agreement: '', problem }];
  }
  return pairs.flatMap((pair): LogEntry[] => {
    const { id: agreement, base, head } = pair;
    const one = head ?? base;
    if (!one) return [];
    // Looked at on the day of the commit.
    const changes = changesOf(pair, pair, dayOf(date));
    if (changes.length === 0) return [];
    const binds = [base, head].every((each) => each === null || each.agreement.status === 'active');
    const found = review(changes, once([...given.keys()]), {
      exempt: !binds,
      commandFor: () => '',
      unbound: true,
    });
    for (const entry of found.used) use(entry);
    const made = head !== null && makesVersion(base, head) ? head.agreement : null;
    const logged = (change: ReviewedChange): LoggedChange => {
      const own = [...found.used].filter((entry) => isOf(entry, change));
      return dated(change, step, { why: made?.why ?? null, own, given });
    };
    return [
      {
        ...about,
        agreement,
        title: one.agreement.title,
        names: changeNames(base?.agreement ?? null, head?.agreement ?? null),
        version: head?.agreement.version ?? null,
        previous: base?.agreement.version ?? null,
        why: made?.why ?? null,
        decidedBy: made?.decidedBy ?? [],
        changes: found.changes.map(logged),
        problem: null,
      },
    ];
  });
}

/** A version speaks for the step that makes it, or that says why; what comes later has reasons of its own. */
const makesVersion = (base: Sourced | null, { agreement }: Sourced): boolean =>
  base === null || base.agreement.version !== agreement.version || base.agreement.why !== agreement.why;

const isOf = (entry: Acceptance, { promise, rule, from, to, needs }: ReviewedChange): boolean =>
  entry.commitment === promise &&
  entry.rule === rule &&
  entry.from === from &&
  entry.to === to &&
  needs.includes(entry.by);

/** When a change was proposed and when the last of those that it needs accepted it. */
function dated(
  change: ReviewedChange,
  { trail, commit }: Step,
  about: {
    readonly why: string | null;
    readonly own: readonly Acceptance[];
    readonly given: ReadonlyMap<Acceptance, string>;
  },
): LoggedChange {
  const { why, own, given } = about;
  const proposed = trail?.proposed(change) ?? commit.written;
  const dates = own.flatMap((entry) => given.get(entry) ?? []).sort();
  const agreed = change.missing.length === 0 ? (dates.at(-1) ?? null) : null;
  return {
    ...change,
    toAccept: [],
    why: why ?? own[0]?.reason ?? null,
    proposed,
    agreed,
    days: agreed === null ? null : Math.max(0, dayOf(agreed) - dayOf(proposed)),
    reverses: null,
  };
}

const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;

/** The first of those that say the same. */
function once(entries: readonly Acceptance[]): readonly Acceptance[] {
  const seen = new Map<string, Acceptance>();
  for (const entry of entries) {
    const { agreement, commitment, rule, from, to, by, bound } = entry;
    const text = JSON.stringify([agreement, commitment, rule, from, to, by, bound?.before, bound?.after]);
    if (!seen.has(text)) seen.set(text, entry);
  }
  return [...seen.values()];
}

const shallowHistory = (cut: HistoryCommit | null): Diagnostic => ({
  rule: 'shallow-clone',
  severity: 'warning',
  message:
    cut === null
      ? t`This clone is shallow: older changes are not in it`
      : t`This clone is shallow: its history is cut at ${cut.commit.slice(0, 7)} (${cut.date}), and what that commit and older ones changed is not known`,
  help: t`run: git fetch --unshallow`,
});
