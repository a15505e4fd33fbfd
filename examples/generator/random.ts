/**
 * A seeded source of chance: the same seed gives the same numbers on every platform and Node version.
 * Only integer and elementary arithmetic: `Math.exp` and its kin may differ in the last bit between engines.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer from `min` to `max`, both inclusive. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An item with a probability in proportion to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** A draw from a distribution given by its quantiles, straight lines between them. */
  quantile(points: readonly (readonly [share: number, value: number])[]): number;
}

/** The mulberry32 generator (public domain, Tommy Ettinger): 32 bits of state, enough for sample data. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new Error('weighted() needs an item with a positive weight');
    },
    quantile: (points) => {
      const share = next();
      for (let i = 1; i < points.length; i++) {
        const [s0, v0] = points[i - 1] as readonly [number, number];
        const [s1, v1] = points[i] as readonly [number, number];
        if (share <= s1) return v0 + ((v1 - v0) * (share - s0)) / (s1 - s0);
      }
      throw new Error('the quantiles must reach 1');
    },
  };
}
