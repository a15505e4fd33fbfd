import { microsOf } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Micros } from '../../model/time.ts';
import type { Facts } from '../../plan/facts.ts';
import { columnEndsSql } from '../../sql/facts/column-ends.ts';

/** The earliest and the latest instant of a time column; a date without a time counts to its end. */
interface ColumnEnds {
  readonly first: Micros;
  readonly last: Micros;
}

/** What all time columns of a run hold. */
export interface Spread {
  /** Of all instants read; null where there is none. Files kept by hand do not tell the latest. */
  readonly earliest: Micros | null;
  readonly latest: Micros | null;
  /** Time columns that hold at least one date without a time. */
  readonly dateOnly: ReadonlySet<string>;
  /** Time columns of which every cell means one instant. */
  readonly exact: ReadonlySet<string>;
  /** Of each time column that holds any instant, by table and column. */
  readonly ends: ReadonlyMap<string, ColumnEnds>;
}

export const NOTHING: Spread = {
  earliest: null,
  latest: null,
  dateOnly: new Set(),
  exact: new Set(),
  ends: new Map(),
};

/**
 * A date without a time counts to its end: a day in the data is a day of the data. A meeting that is
 * planned in a file kept by hand does not move the present: such files tell the latest instant only where
 * nothing else does.
 */
export async function spreadOf(
  all: readonly Facts[],
  handKept: readonly Facts[],
  engine: Engine,
): Promise<Spread> {
  const dateOnly = new Set<string>();
  const exact = new Set<string>();
  const ends = new Map<string, ColumnEnds>();
  let earliest: Micros | null = null;
  let latest: Micros | null = null;
  let planned: Micros | null = null;
  for (const facts of all) {
    const times = facts.columns().filter(({ kind }) => kind === 'time');
    if (times.length === 0) continue;
    const names = times.map(({ name }) => name);
    const [row] = await engine.rows(columnEndsSql(facts.table, names, engine.dialect));
    for (const [i, column] of times.entries()) {
      const { name } = column;
      const [low, high] = [microsOf(row?.[`low${i}`]), microsOf(row?.[`high${i}`])];
      if (low === null || high === null) continue;
      const widest = microsOf(row?.[`wide${i}`]);
      if (widest !== null && widest >= 43_200) dateOnly.add(name);
      if (widest === 0) exact.add(name);
      if ('ahead' in column) continue;
      earliest = Math.min(earliest ?? low, low);
      ends.set(`${facts.table} ${name}`, { first: low, last: high });
      if (handKept.includes(facts)) planned = Math.max(planned ?? high, high);
      else latest = Math.max(latest ?? high, high);
    }
  }
  return { earliest, latest: latest ?? planned, dateOnly, exact, ends };
}
