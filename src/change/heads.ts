import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import type { Agreement, Waiver } from '../model/agreement.ts';
import type { ChangeClass, TermChange } from '../model/change.ts';
import type { YamlPath } from '../model/diagnostic.ts';
import { agreedOnDisputes } from '../model/dispute.ts';
import { agreedOf } from '../model/experiment.ts';
import { promisesOf } from '../model/promises.ts';
import { canonical, differences, type Meaning, shortDigest } from './canonical.ts';
import { dayOrNull, dayText, meaningOf } from './meaning.ts';
import { type Called, calledIn, namingOf } from './term-words.ts';
import { viewsMeaning } from './views.ts';
import { waiverMeaning } from './waiver-meaning.ts';

export type HeadChange = TermChange & {
  readonly path: YamlPath;
  /** The one promise that it is about; absent: all. */
  readonly about?: string;
};

/** What concerns an agreement as a whole. A part of it that no line of this table knows is open. */
export function compareHeads(before: Agreement, after: Agreement): readonly HeadChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): readonly HeadChange[] => {
    const own = HEADS[key as keyof Agreement];
    if (own === 'elsewhere') return [];
    return own ? own(before, after) : unknown(key, before, after);
  });
}

type HeadTerm = (before: Agreement, after: Agreement) => readonly HeadChange[];

/**
 * Every part of an agreement. Elsewhere: what a version is found by, what is compared promise by promise or
 * section by section, and signatures, which are asked for apart.
 */
const HEADS: Readonly<Record<keyof Agreement, HeadTerm | 'elsewhere'>> = {
  file: 'elsewhere',
  id: 'elsewhere',
  approvals: 'elsewhere',
  commitments: 'elsewhere',
  objectives: 'elsewhere',
  timezone: 'elsewhere',
  yearStarts: 'elsewhere',
  calendars: 'elsewhere',
  sources: 'elsewhere',
  status: compareStatus,
  // Which version holds on which day is compared day by day: that is where a date weakens.
  effective: both(
    word('effective.from', 'editorial', ({ effective }) => dayOrNull(effective.from)),
    word('effective.to', 'editorial', ({ effective }) => dayOrNull(effective.to)),
  ),
  version: word('version', 'editorial', ({ version }) => version),
  // Words for those who read it later.
  why: word('why', 'editorial', ({ why }) => why),
  decidedBy: part('decided_by', 'editorial', ({ decidedBy }) => [...decidedBy].sort()),
  // It decides from when an edit in the exports is told, and of which leads.
  closing: part('closing', 'open', ({ closing }) => meaningOf(closing)),
  // Nobody is judged by what is assumed.
  plan: part('plan', 'editorial', ({ plan }) => meaningOf(plan ?? null)),
  // What may be spent without asking is agreed; what is tried with it is free.
  experiments: both(
    part('experiments', 'open', ({ experiments }) => (experiments ? meaningOf(agreedOf(experiments)) : null)),
    part('experiments.files', 'editorial', ({ experiments }) => experiments?.files ?? []),
  ),
  // Who settles what is disputed, and by when. What is upheld is compared as the waiver that it is.
  disputes: both(
    part('disputes', 'open', ({ disputes }) => (disputes ? meaningOf(agreedOnDisputes(disputes)) : null)),
    part('disputes.files', 'editorial', ({ disputes }) => disputes?.files ?? []),
  ),
  // Who is shown to whom was agreed by both.
  views: part('views', 'open', viewsMeaning),
  title: word('title', 'editorial', ({ title }) => title),
  // Who decides where the teams do not agree.
  sponsor: word('sponsor', 'open', ({ sponsor }) => sponsor),
  language: word('language', 'editorial', ({ language }) => language),
  teams: both(
    part('teams', 'open', ({ teams }) => Object.keys(teams).sort()),
    part('teams.words', 'editorial', ({ teams }) => meaningOf(teams)),
  ),
  review: both(
    part('review', 'open', ({ review }) => meaningOf(review && { ...review, last: null })),
    part('review.last', 'editorial', ({ review }) => review && dayOrNull(review.last)),
  ),
  stages: part('stages', 'editorial', ({ stages }) =>
    Object.fromEntries(Object.entries(stages).map(([name, { title }]) => [name, title])),
  ),
  // What is shown one after another is a number of the report.
  // Which of two aims gives way to the other is agreed by all.
  priorities: part('priorities', 'open', ({ priorities }) => priorities ?? null),
  funnel: part('funnel', 'open', ({ funnel }) => funnel),
  profile: both(
    part('profile.title', 'editorial', ({ profile }) => profile?.title ?? null),
    // The profile is held against what is answered, and no verdict rests on that.
    part('profile.answers', 'editorial', ({ profile }) => meaningOf(profile?.answers ?? null)),
  ),
  waivers: compareWaivers,
  // A rule that is silent says nothing of what it would have found.
  lint: part('lint', 'open', ({ lint }) => lint),
};

/** Only an active agreement binds: what makes it a draft, or retires it, takes every promise away. */
function compareStatus(before: Agreement, after: Agreement): readonly HeadChange[] {
  const withdrawn = before.status === 'active' && after.status !== 'active';
  return word('status', withdrawn ? 'removed' : 'editorial', ({ status }) => status)(before, after);
}

function both(...terms: readonly HeadTerm[]): HeadTerm {
  return (before, after) => terms.flatMap((term) => term(before, after));
}

function word(rule: string, found: ChangeClass, of: (agreement: Agreement) => string | null): HeadTerm {
  return (before, after) => {
    const [from, to] = [of(before), of(after)];
    return from === to ? [] : [{ rule, class: found, from, to, path: rule.split('.') }];
  };
}

/** A part of many values: shown by its digest, and by what is behind it. */
function part(rule: string, found: ChangeClass, of: (agreement: Agreement) => Meaning): HeadTerm {
  return (before, after) => {
    const [from, to] = [of(before), of(after)];
    if (canonical(from) === canonical(to)) return [];
    const ends = { from: shortDigest(from), to: shortDigest(to) };
    const [section = rule] = rule.split('.');
    const details = differences(from, to, namingOf(rule, calledIn([after, before])));
    return [{ rule, class: found, ...ends, details, path: [section] }];
  };
}

/**
 * A waiver excuses cases: a new one is weaker for those whom the promise protects. Under a ceiling it may be
 * either. Why it was given is a matter of words, by whom is not.
 */
function compareWaivers(before: Agreement, after: Agreement): readonly HeadChange[] {
  const left = [...before.waivers];
  const called = calledIn([after, before]);
  const ceilings = [before, after].flatMap(promisesOf).filter(({ target: { cmp } }) => cmp === '<=');
  const classOf = (found: 'weakened' | 'tightened', { commitment }: Waiver): ChangeClass =>
    ceilings.some(({ id }) => commitment === null || commitment === id) ? 'open' : found;
  const come = after.waivers.flatMap((waiver): readonly HeadChange[] => {
    const at = left.findIndex((old) => canonical(excusedBy(old)) === canonical(excusedBy(waiver)));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    const { path } = waiver;
    if (!old) return [waiverChange(classOf('weakened', waiver), { called, now: waiver, path })];
    if (canonical(waiverMeaning(old)) === canonical(waiverMeaning(waiver))) return [];
    const given = [old, waiver].map(({ approvedBy }) => [...approvedBy].sort().join());
    return [waiverChange(given[0] === given[1] ? 'editorial' : 'open', { called, old, now: waiver, path })];
  });
  const gone = left.map((old) => waiverChange(classOf('tightened', old), { called, old, path: ['waivers'] }));
  return [...come, ...gone];
}

/** Whom it excuses and when, without why and by whose leave. */
const excusedBy = (waiver: Waiver): Meaning => waiverMeaning({ ...waiver, reason: '', approvedBy: [] });

interface WaiverChange {
  readonly called: Called;
  readonly old?: Waiver;
  readonly now?: Waiver;
  readonly path: YamlPath;
}

/** Keys of leads stay out of the value and of the details, which say who approved it. */
function waiverChange(found: ChangeClass, { called, old, now, path }: WaiverChange): HeadChange {
  const one = now ?? old;
  const { leads = [], commitment = null, reason = '', approvedBy = [], dispute } = one ?? {};
  // What a team says of a lead stays in its file.
  const why = dispute ? t`upheld dispute of ${called.team(dispute.by)}, ${dayText(dispute.on)}` : reason;
  const { between = null, where = null } = one
    ? (waiverMeaning(one) as Readonly<Record<string, Meaning>>)
    : {};
  const whom =
    leads.length > 0
      ? plural(leads.length, t`${whole(leads.length)} lead`, t`${whole(leads.length)} leads`)
      : [
          ...(where === null ? [] : [t`leads with ${String(where)}`]),
          ...(between === null ? [] : [t`starts of ${String(between)}`]),
        ].join(', ');
  const digest = (waiver: Waiver | undefined) => (waiver ? shortDigest(waiverMeaning(waiver)) : null);
  const promise = commitment === null ? t`every promise` : called.promise(commitment);
  const approved = approvedBy.length === 0 ? t`nobody` : allOf(approvedBy.map(called.team));
  return {
    rule: `waivers.${digest(one)?.slice(7, 15)}`,
    class: found,
    from: digest(old),
    to: digest(now),
    details: [t`${whom}, ${promise}: ${why}`, t`approved by ${approved}`],
    path,
    ...(commitment === null ? {} : { about: commitment }),
  };
}

/** A part that was not known when this was written. */
function unknown(key: string, before: Agreement, after: Agreement): readonly HeadChange[] {
  const of = (agreement: Agreement) => meaningOf(agreement[key as keyof Agreement] ?? null);
  return part(key, 'open', of)(before, after);
}
