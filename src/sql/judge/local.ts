import type { ZoneTable } from '../../model/reading.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { piecewise } from '../piecewise.ts';
import type { Spelling } from './expressions.ts';

const SECOND = 1_000_000;

/** The zone's offset at a UTC instant, microseconds east. */
export function offsetMicros(zone: ZoneTable, instant: string): string {
  return piecewise(
    instant,
    zone.transitions.map(({ at }) => at),
    [zone.initialOffset, ...zone.transitions.map(({ after }) => after)].map((s) => String(s * SECOND)),
  );
}

/** The local date of a UTC instant, days since 1970. */
export function localDay(zone: ZoneTable, instant: string, { dialect }: Spelling): string {
  return dialect.divide(`(${instant}) + ${offsetMicros(zone, instant)}`, MICROS_PER_DAY);
}

/** The UTC instant of a local time: the last occurrence in an overlap, the first valid instant in a gap. */
export function toUtcLast(zone: ZoneTable, local: string): string {
  const thresholds: number[] = [];
  const values: string[] = [`${local} - ${zone.initialOffset * SECOND}`];
  for (const { at, before, after } of zone.transitions) {
    if (after > before) {
      thresholds.push(at + before * SECOND, at + after * SECOND);
      values.push(String(at), `${local} - ${after * SECOND}`);
    } else {
      thresholds.push(at + after * SECOND);
      values.push(`${local} - ${after * SECOND}`);
    }
  }
  return piecewise(local, thresholds, values);
}
