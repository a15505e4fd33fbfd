import type { Micros } from '../model/time.ts';
import type { Row } from './engine.ts';

type Cell = Row[string] | undefined;

/** A number of a row; throws where the statement gives none. */
export function number(value: Cell): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw new TypeError(`The engine gave ${String(value)} for a number`);
}

export const numberOrNull = (value: Cell): number | null =>
  value === null || value === undefined ? null : number(value);

/** An instant or a span of time, in microseconds; null where there is none. */
export function microsOf(value: Cell): Micros | null {
  return numberOrNull(value);
}
