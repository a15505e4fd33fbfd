import { microsOf } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import { localEndsSql, localFields, type TypedSource } from '../../sql/server-facts/cells.ts';

/** Of the zone of a source what the local times of its cells ask for: each change of clocks makes every look-up longer. */
export async function zoneOfRows(
  source: TypedSource,
  cells: string,
  engine: Engine,
): Promise<ZoneTable | null> {
  const { zone } = source;
  if (zone === null) return null;
  const local = localFields(source);
  if (local.length === 0) return { ...zone, transitions: [] };
  const [row] = await engine.rows<Record<string, number | null>>(localEndsSql(local, cells, engine.dialect));
  const found = Object.values(row ?? {}).flatMap((value) => microsOf(value) ?? []);
  return found.length === 0
    ? { ...zone, transitions: [] }
    : within(zone, Math.min(...found) - MARGIN, Math.max(...found) + MARGIN);
}

/** Two days: no zone is farther from another. */
const MARGIN = 2 * 86_400_000_000;

/** A zone between two instants, microseconds. */
function within(zone: ZoneTable, from: Micros, to: Micros): ZoneTable {
  const before = zone.transitions.filter(({ at }) => at < from).at(-1);
  const transitions = zone.transitions.filter(({ at }) => at >= from && at <= to);
  return { ...zone, initialOffset: before?.after ?? zone.initialOffset, transitions };
}
