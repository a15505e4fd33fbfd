import { groups, type Part } from './aggregate.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import { Layers } from './layers.ts';
import { percentilesSql } from './percentiles.ts';
import { SHARES, samplesSql } from './spread.ts';

/**
 * Passes, of some periods each, that give the percentiles of several promises: by the position of each, the
 * column that holds its own.
 */
export interface SharedSpread {
  readonly sql: readonly string[];
  readonly columns: ReadonlyMap<number, string>;
}

/** What several promises time alike, whatever their limits. */
interface Waits {
  readonly part: Part;
  readonly positions: number[];
  /** By period: how many are held in memory, at most. */
  readonly held: readonly number[];
}

/**
 * The passes that give the percentiles of those parts that start alike and are cut alike. A pass holds at
 * most so many waits in memory, or those of one period; `decided` gives the number of decided cases by
 * period. Parts that need a pass of their own are left out.
 */
export function sharedSpreads(
  parts: readonly Part[],
  decided: (position: number) => readonly number[],
  most: number,
): readonly SharedSpread[] {
  const alike = new Map<string, Map<string, Waits>>();
  for (const [i, part] of parts.entries()) {
    const { plan, context } = part;
    if (plan.shape !== 'timed' || plan.splitAt !== null || context.bookBy === 'due') continue;
    const { boundaries, inForce, orphans } = context;
    const source = [sourceOf(plan, context), carriedOf(plan, context)];
    const key = JSON.stringify([...source, plan.start, boundaries, inForce, orphans]);
    const together = alike.get(key) ?? new Map<string, Waits>();
    alike.set(key, together);
    const timed = samplesSql(part);
    const known = together.get(timed);
    // Where there are groups, a wait is of its group and of the whole period.
    const times = context.by.length === 0 ? 1 : 2;
    if (known) known.positions.push(i);
    else together.set(timed, { part, positions: [i], held: decided(i).map((n) => n * times) });
  }
  return [...alike.values()].flatMap((each) =>
    passes([...each.values()], most).map((some) => sharedSpread(some, most)),
  );
}

function passes(all: readonly Waits[], most: number): readonly (readonly Waits[])[] {
  const found: Waits[][] = [];
  let room = 0;
  for (const waits of all) {
    const size = sum(waits.held);
    const last = found.at(-1);
    if (last && size <= room) last.push(waits);
    else {
      found.push([waits]);
      room = most;
    }
    room -= size;
  }
  return found;
}

/** A decided case has a start, in scope: it is booked there. */
function sharedSpread(some: readonly Waits[], most: number): SharedSpread {
  const [first] = some;
  if (!first) throw new Error('There are no waits of no promise');
  const { plan, context } = first.part;
  const layers = new Layers(context);
  const named = some.map(({ part }, i) => {
    const cases = caseColumns(part.plan, part.context, { due: false, elapsedOnly: true }, layers);
    const wait = `CASE WHEN ${cases.inForce} AND ${cases.counted} THEN ${cases.elapsed} END AS t${i}`;
    return { start: cases.s0, period: cases.startPeriod, wait };
  });
  const [{ start, period } = { start: '', period: '' }] = named;
  const by = groups(context);
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const columns = [...by, `${start} AS start`, `${period} AS period`, ...named.map(({ wait }) => wait)];
  const held = first.held.map((_, at) => sum(some.map((waits) => waits.held[at] ?? 0)));
  return {
    columns: new Map(some.flatMap(({ positions }, i) => positions.map((position) => [position, `t${i}`]))),
    sql: slices(held, most).map(([from, to]) =>
      percentilesSql({
        rows: `SELECT ${columns.join(', ')} FROM (${rows})`,
        columns: some.map((_, i) => [`t${i}`, `t${i}`]),
        where: `start >= ${context.boundaries[from]} AND start < ${context.boundaries[to]}`,
        ...{ shares: SHARES, by: ['period'], within: by, dialect: context.dialect },
      }),
    ),
  };
}

/**
 * Periods, from the first up to the last, that hold no more than so many waits together; those without any
 * are left out.
 */
function slices(held: readonly number[], most: number): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let size = 0;
  for (const [period, n] of held.entries()) {
    const last = found.at(-1);
    if (n === 0) continue;
    if (last && size + n <= most) last[1] = period + 1;
    else {
      found.push([period, period + 1]);
      size = 0;
    }
    size += n;
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
