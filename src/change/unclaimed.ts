import { canonical } from './canonical.ts';
import { isDuration, meaningOf } from './meaning.ts';

/** Keys that lead down to a part of a value. */
export type Path = readonly string[];

/**
 * The parts in which two values differ and of which a comparison says nothing: each difference is shown to
 * it alone, and it must answer. A part that nobody has thought of is therefore found by construction.
 */
export function unclaimed<T extends object>(
  before: T,
  after: T,
  says: (before: T, after: T) => readonly unknown[],
): readonly Path[] {
  // A part that matters beside the other parts of one of the two alone is told for that one.
  return differing(before, after).filter(
    (path) =>
      says(before, moved(before, after, path)).length === 0 ||
      says(moved(after, before, path), after).length === 0,
  );
}

/** The value at the end of a path; undefined where it leads nowhere. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
}

/** Paths to the innermost maps in which two values differ in meaning. */
function differing(before: unknown, after: unknown, path: Path = []): readonly Path[] {
  if (canonical(meaningOf(before ?? null)) === canonical(meaningOf(after ?? null))) return [];
  // A measure of another kind is another measure: its parts say nothing of those of the first.
  if (!isMap(before) || !isMap(after) || before.kind !== after.kind) return [path];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => key !== 'path')
    .flatMap((key) => differing(before[key], after[key], [...path, key]));
}

/** The first value with one part as the second has it. */
function moved<T extends object>(before: T, after: unknown, [key, ...rest]: Path): T {
  if (key === undefined || !isMap(after)) return after as T;
  const own = (before as Record<string, unknown>)[key];
  return { ...before, [key]: isMap(own) ? moved(own, after[key], rest) : after[key] };
}

/** What has parts of its own: conditions and durations are one value each. */
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('op' in value) &&
  !isDuration(value);
