import { daysChanged, pastChanged, type Stretch } from '../../change/by-day.ts';
import { compareVersions, ofAgreement, type Version, wholeAgreement } from '../../change/compare.ts';
import { excusedElsewhere } from '../../change/excused-elsewhere.ts';
import { compareFolders } from '../../change/moved-files.ts';
import type { Change } from '../../model/change.ts';
import type { Day } from '../../model/time.ts';
import type { Sourced } from '../agreements/family.ts';
import { termsDigests } from '../agreements/terms-digests.ts';
import { movedAlong } from './moved-along.ts';
import type { Pair } from './pairs.ts';
import type { Side, Sides } from './sides.ts';

/** The two versions of a pair, each with what is in the files that it names on its side. */
export interface Read {
  readonly before: Version | null;
  readonly after: Version | null;
  /**
   * Files whose content came along to another folder; null where the two do not lie in one repository, so that
   * nobody can say which file is which.
   */
  readonly along: ReadonlySet<string> | null;
}

export async function readPair({ base, head }: Pair, sides: Sides): Promise<Read> {
  const read = async (one: Sourced | null, { files, commit, io }: Side): Promise<Version | null> =>
    one && { ...one, digests: await termsDigests(one, files, commit === null ? io : null) };
  const along = sides.base.commit === null ? null : await movedAlong(base, head, sides);
  return { before: await read(base, sides.base), after: await read(head, sides.head), along };
}

/** What is told, and judges no day anew. */
const TOLD = /^(lint|ignores|review|views|experiments|priorities)\b/;

/** Terms that differ, days that come or go, and past days that are judged anew. */
export function changesOf(
  { base, head, days, all }: Pair,
  { before, after, along }: Read,
  today: Day,
): readonly Change[] {
  if (before === null) return after === null ? [] : wholeAgreement('added', after);
  const gone = !all.some((one) => one.after !== null);
  if (gone) return wholeAgreement('removed', before);
  const compared = after === null ? [] : compareVersions(before, after);
  const others = new Set(all.flatMap((one) => (one.after === null || one.after === head ? [] : [one.after])));
  const terms =
    after === null
      ? []
      : [
          ...compared,
          ...excusedElsewhere(before, after, [...others], compared),
          ...(along === null ? [] : compareFolders(before.agreement, after.agreement, along)).map((change) =>
            ofAgreement(change, before, after),
          ),
        ];
  const sides = { base: before, head: after ?? before };
  const own: readonly Stretch<Sourced>[] = days;
  const moved = terms.some(
    ({ class: found, rule, since = Number.NEGATIVE_INFINITY }) =>
      found !== 'editorial' && found !== 'renamed' && !TOLD.test(rule) && since < today,
  );
  const anew = own.filter((one) => one.gained || one.after === null || moved);
  const past = base === head ? [] : pastChanged(anew, sides, today);
  const moves = daysChanged(own, { ...sides, all });
  // A date is told once: by what it does to the days.
  const told = terms.filter((change) => !moves.some(({ rule }) => rule === change.rule));
  return [...told, ...moves, ...past];
}
