import type { RawPause } from './agreement.ts';
import { type Bench, type Ends, startEnds, stopEnds, type TermsOf } from './case.ts';
import type { Moment } from './cell.ts';
import { holds } from './condition.ts';
import { durationOf } from './limit.ts';
import type { Read } from './source.ts';

/** How long a clock stood still: in all, and as far as it makes due later. Microseconds of the clock. */
export interface Held {
  readonly taken: number;
  readonly due: number | null;
}

/** A hold, or a part of one, from one instant to before another. */
type Hold = readonly [from: number, to: number];

/**
 * The clock of a case from an instant to another: at worst its holds are as short as their dates allow, at best as long.
 * Due is looked for step by step: every hold that begins before it makes it later, until none does any more.
 */
export function heldBetween(
  [from, to]: readonly [number, number],
  reading: 'worst' | 'best',
  lead: Read,
  pause: RawPause | undefined,
  { limit }: TermsOf,
  bench: Bench,
): Held {
  const plain = limit.due(from);
  if (pause === undefined || plain === null) return { taken: 0, due: plain };
  const cap = durationOf(pause.at_most);
  const end = Math.min(to, bench.asOf);
  const all = holdsOf(lead, pause, reading, bench)
    .map(([a, b]): Hold => [Math.max(a, from), Math.min(b ?? end, end)])
    .filter(([a, b]) => a < b);
  const of = (some: readonly Hold[]) =>
    Math.min(
      cap,
      lengthOf(some, (a, b) => limit.elapsed(a, b)),
    );
  let due = plain;
  for (;;) {
    const until = due;
    due = limit.later(from, of(all.filter(([a]) => a < until)));
    if (due === until) return { taken: of(all), due };
  }
}

/** What the holds cover together, piece by piece between all their ends. */
function lengthOf(some: readonly Hold[], elapsed: (from: number, to: number) => number): number {
  const edges = [...new Set(some.flat())].sort((a, b) => a - b);
  return edges.slice(1).reduce((sum, to, i) => {
    const from = edges[i] ?? to;
    return some.some(([a, b]) => a <= from && to <= b) ? sum + elapsed(from, to) : sum;
  }, 0);
}

/** Without an end it lasts. */
function holdsOf(
  lead: Read,
  { source, from, to, where }: RawPause,
  reading: 'worst' | 'best',
  { activities, agreement }: Bench,
): readonly (readonly [number, number | null])[] {
  const rows =
    source === undefined ? [lead] : (activities[source] ?? []).filter(({ key }) => key === lead.key);
  return rows.flatMap(({ row }) => {
    const [begin, end] = [row[from] ?? null, row[to] ?? null] as readonly (Moment | null)[];
    if (!begin || !holds(where, row, agreement)) return [];
    const [first, last]: readonly (Ends | null)[] = [startEnds(begin), end ? stopEnds(end) : null];
    if (!first) return [];
    return reading === 'worst' ? [[first.last, last?.first ?? null]] : [[first.first, last?.last ?? null]];
  });
}
