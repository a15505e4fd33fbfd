/** A stream of numbers that its seed decides: the same world on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from one to the other, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Each item or not. */
  some<T>(list: readonly T[], probability?: number): T[];
}

/** The generator called Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      return list[int(0, list.length - 1)] as T;
    },
    some: (list, probability = 0.5) => list.filter(() => next() < probability),
  };
}
