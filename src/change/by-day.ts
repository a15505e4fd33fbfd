import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Change } from '../model/change.ts';
import { type Day, MS_PER_DAY } from '../model/time.ts';
import { agreementDigest, ofAgreement, type Version } from './compare.ts';

/** Who accepts what re-judges the past, beside the teams. */
const SPONSOR = 'sponsor';

/** Days in a row, both ends included and infinite where there is none, and who holds on them. */
export interface Stretch<T> {
  readonly from: number;
  readonly to: number;
  /** In force before; of days that no version covered, the one whose terms were the last, else the first. */
  readonly before: T | null;
  readonly after: T | null;
  /** No version was in force before. */
  readonly gained: boolean;
}

type Effective = Agreement['effective'];

/** All days on which a version is in force before or after, cut wherever one begins or ends. */
export function stretchesOf<T>(
  old: readonly T[],
  now: readonly T[],
  effective: (version: T) => Effective,
): readonly Stretch<T>[] {
  const ends = [...old, ...now].map(effective);
  const cuts = [
    Number.NEGATIVE_INFINITY,
    ...ends.flatMap(({ from }) => (from === null ? [] : [from])),
    ...ends.flatMap(({ to }) => (to === null ? [] : [to + 1])),
  ];
  const days = [...new Set(cuts)].sort((a, b) => a - b);
  return days.flatMap((from, i): readonly Stretch<T>[] => {
    const to = (days[i + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const [before, after] = [old, now].map((versions) => holdingOn(versions, from, effective));
    if (!before && !after) return [];
    if (before) return [{ from, to, before, after: after ?? null, gained: false }];
    const last = old.filter((version) => (effective(version).to ?? Number.POSITIVE_INFINITY) < from).at(-1);
    return [{ from, to, before: last ?? old[0] ?? null, after: after ?? null, gained: true }];
  });
}

/** Of two that claim the same day, the one that begins later. Versions are sorted by their beginning. */
function holdingOn<T>(versions: readonly T[], day: number, effective: (version: T) => Effective): T | null {
  const held = versions.filter((version) => {
    const { from, to } = effective(version);
    return (from ?? Number.NEGATIVE_INFINITY) <= day && day <= (to ?? Number.POSITIVE_INFINITY);
  });
  return held.at(-1) ?? null;
}

/** Days that come under the agreement, or are under it no more: the second is weaker for everybody. */
export function daysChanged(
  stretches: readonly Stretch<Version>[],
  { base, head, all }: Sides,
): readonly Change[] {
  return stretches
    .filter(({ gained, after }) => gained || after === null)
    .map((stretch) => {
      const lost = stretch.after === null;
      const days = daysText(stretch);
      const first = !all.some(({ to, before, gained }) => before && !gained && to < stretch.from);
      const last = !all.some(({ from, before, gained }) => before && !gained && from > stretch.to);
      const rule = first && !last ? 'from' : last && !first ? 'to' : 'days';
      const edge = (kept: (one: Stretch<Version>) => boolean) => edgeOf(all.filter(kept), rule);
      const ends =
        rule === 'days'
          ? { from: lost ? days : null, to: lost ? null : days }
          : { from: edge(({ gained }) => !gained), to: edge(({ after }) => after !== null) };
      return ofAgreement(
        {
          rule: `effective.${rule}`,
          class: lost ? 'weakened' : 'tightened',
          ...ends,
          details: [lost ? t`no promise holds any more: ${days}` : t`the promises hold here too: ${days}`],
          path: ['effective'],
        },
        base,
        head,
      );
    });
}

interface Sides {
  readonly base: Version;
  readonly head: Version;
  /** Every stretch of the agreement. */
  readonly all: readonly Stretch<Version>[];
}

/** The first or the last day of those that are covered. */
function edgeOf(covered: readonly Stretch<Version>[], rule: 'from' | 'to' | 'days'): string | null {
  const days = covered.map((one) => (rule === 'from' ? one.from : one.to));
  const edge = rule === 'from' ? Math.min(...days) : Math.max(...days);
  return Number.isFinite(edge) ? dayText(edge) : null;
}

/**
 * That past days are judged anew: needs everybody, and the sponsor where there is one. Its value does not
 * change with the day on which it is looked at.
 */
export function pastChanged(
  stretches: readonly Stretch<Version>[],
  { base, head }: Omit<Sides, 'all'>,
  today: Day,
): readonly Change[] {
  const past = stretches.filter(({ from }) => from < today);
  if (past.length === 0) return [];
  const change = ofAgreement(
    {
      rule: 'past',
      class: 'open',
      from: null,
      to: past.map(daysText).join(', '),
      details: past.map((one) => t`re-judges ${monthsText(one, today)}`),
      path: ['effective'],
    },
    base,
    head,
  );
  const decides = base.agreement.sponsor === null ? [] : [SPONSOR];
  return [
    {
      ...change,
      protects: [...change.protects, ...decides],
      bound: { before: agreementDigest(base), after: agreementDigest(head) },
    },
  ];
}

/** `2026-01-01..2026-03-31`; without an end where there is none. */
function daysText({ from, to }: Pick<Stretch<unknown>, 'from' | 'to'>): string {
  const [first, last] = [from, to].map((day) => (Number.isFinite(day) ? dayText(day) : ''));
  return first === last ? String(first) : `${first}..${last}`;
}

/** `2026-05, closed`, `2026-01 to 2026-05, closed`; the days where no month of them is over. */
function monthsText({ from, to }: Pick<Stretch<unknown>, 'from' | 'to'>, today: Day): string {
  const end = Math.min(to, today - 1);
  const month = (day: number) => dayText(day).slice(0, 7);
  const closed = month(today) === month(end) ? lastBefore(today) : end;
  if (!Number.isFinite(from)) return t`every month up to ${month(closed)}, closed`;
  if (closed < from) return t`${dayText(from)} to ${dayText(end)}`;
  return month(from) === month(closed)
    ? t`${month(from)}, closed`
    : t`${month(from)} to ${month(closed)}, closed`;
}

/** The last day of the month before. */
function lastBefore(today: Day): number {
  const date = new Date(today * MS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 0) / MS_PER_DAY;
}

const dayText = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
