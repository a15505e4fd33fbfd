import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Agreement } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import type { YamlPath } from '../model/diagnostic.ts';
import { canonical, differences, type Meaning, shortDigest } from './canonical.ts';
import { dayOrNull, waiverMeaning } from './meaning.ts';

export type HeadChange = TermChange & {
  readonly path: YamlPath;
  /** The one promise that it is about; absent: all. */
  readonly about?: string;
};

/**
 * What concerns an agreement as a whole. `succeeded`: a later version takes over where this one ends, so
 * that its end takes nothing away.
 */
export function compareHeads(before: Agreement, after: Agreement, succeeded: boolean): readonly HeadChange[] {
  const changes: HeadChange[] = [];
  const add = (change: HeadChange): void => {
    if (change.from !== change.to) changes.push(change);
  };
  // Only an active agreement binds: what makes it a draft, or retires it, takes every promise away.
  const withdrawn = before.status === 'active' && after.status !== 'active';
  add({
    rule: 'status',
    path: ['status'],
    class: withdrawn ? 'removed' : 'editorial',
    from: before.status,
    to: after.status,
  });
  const [begin, end] = [endsOf(before), endsOf(after)];
  add({
    rule: 'effective.from',
    path: ['effective', 'from'],
    class: 'reshaped',
    from: begin.from,
    to: end.from,
  });
  const shorter = (end.to ?? '9999') < (begin.to ?? '9999');
  const ending = succeeded ? 'editorial' : shorter ? 'weakened' : 'tightened';
  add({ rule: 'effective.to', path: ['effective', 'to'], class: ending, from: begin.to, to: end.to });
  add({ rule: 'version', path: ['version'], class: 'editorial', from: before.version, to: after.version });
  add({ rule: 'title', path: ['title'], class: 'editorial', from: before.title, to: after.title });
  add({ rule: 'sponsor', path: ['sponsor'], class: 'editorial', from: before.sponsor, to: after.sponsor });
  add({
    rule: 'language',
    path: ['language'],
    class: 'editorial',
    from: before.language,
    to: after.language,
  });
  return [...changes, ...compareWaivers(before, after), ...compareWords(before, after)];
}

const endsOf = ({ effective }: Agreement) => ({
  from: dayOrNull(effective.from),
  to: dayOrNull(effective.to),
});

/** A waiver excuses cases: a new one is weaker for those whom the promise protects. */
function compareWaivers(before: Agreement, after: Agreement): readonly HeadChange[] {
  const [old, now] = [before, after].map(({ waivers }) => waivers.map(waiverMeaning));
  const left = (old ?? []).map(canonical);
  const come = (now ?? []).flatMap((waiver, i): HeadChange[] => {
    const at = left.indexOf(canonical(waiver));
    if (at >= 0) {
      left.splice(at, 1);
      return [];
    }
    return [waiverChange('weakened', waiver, ['waivers', i])];
  });
  const gone = left.map((text) => waiverChange('tightened', JSON.parse(text) as Meaning, ['waivers']));
  return [...come, ...gone];
}

/** Keys of leads stay out of the value and of the details. */
function waiverChange(found: 'weakened' | 'tightened', waiver: Meaning, path: YamlPath): HeadChange {
  const { leads, between, commitment, reason } = waiver as Readonly<Record<string, Meaning>>;
  const named = Array.isArray(leads) ? leads.length : 0;
  const whom =
    named > 0
      ? plural(named, t`${whole(named)} lead`, t`${whole(named)} leads`)
      : t`starts of ${String(between)}`;
  const promise = typeof commitment === 'string' ? commitment : t`every promise`;
  const digest = shortDigest(waiver);
  return {
    rule: `waivers.${digest.slice(7, 15)}`,
    class: found,
    from: found === 'weakened' ? null : digest,
    to: found === 'weakened' ? digest : null,
    details: [t`${whom}, ${promise}: ${String(reason)}`],
    path,
    ...(typeof commitment === 'string' ? { about: commitment } : {}),
  };
}

/** Names that are shown and nothing else, and how often the teams meet to review. */
function compareWords(before: Agreement, after: Agreement): readonly HeadChange[] {
  const sections: readonly (readonly [string, (agreement: Agreement) => Meaning])[] = [
    ['teams', ({ teams }) => plain(teams)],
    ['stages', ({ stages }) => mapped(stages, ({ title }) => title)],
    ['profile', ({ profile }) => profile && { title: profile.title }],
    ['review', ({ review }) => review && { every: review.every?.text ?? null, last: dayOrNull(review.last) }],
    ['sources', ({ sources }) => mapped(sources, ({ files, csv }) => ({ files, csv: plain(csv) }))],
    ['lint', ({ lint }) => lint],
  ];
  return sections.flatMap(([rule, of]): HeadChange[] => {
    const [from, to] = [of(before), of(after)];
    if (canonical(from) === canonical(to)) return [];
    return [
      {
        rule,
        class: 'editorial',
        from: shortDigest(from),
        to: shortDigest(to),
        details: differences(from, to),
        path: [rule],
      },
    ];
  });
}

const plain = (value: unknown): Meaning => JSON.parse(JSON.stringify(value)) as Meaning;

function mapped<T>(map: Readonly<Record<string, T>>, of: (value: T) => Meaning): Meaning {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, of(value)]));
}
