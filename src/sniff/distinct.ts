const BITS = 14;
const REGISTERS = 1 << BITS;

const HASHES = 2 ** 32;

/** Counts different values in constant memory, by a hash of 32 bits each. */
export interface Estimator {
  add(hash: number): void;
  /** Within 2 %, as a rule: the standard error is 0.8 %. */
  count(): number;
}

/**
 * Source: Flajolet and others, HyperLogLog, 2007, with its corrections for small counts and for hashes that
 * meet.
 */
export function estimator(): Estimator {
  const registers = new Uint8Array(REGISTERS);
  // No register is lower: most hashes say nothing new, and need no look at one.
  let floor = 0;
  let looks = 0;
  return {
    add(hash) {
      // The bit beyond the hash ends a row of zeros.
      const rank = Math.clz32((hash << BITS) | (1 << (BITS - 1))) + 1;
      if (rank <= floor) return;
      const index = hash >>> (32 - BITS);
      if (rank > (registers[index] as number)) registers[index] = rank;
      if (++looks % (4 * REGISTERS) === 0) floor = registers.reduce((low, each) => Math.min(low, each));
    },
    count() {
      let [sum, zeros] = [0, 0];
      for (const rank of registers) {
        sum += 2 ** -rank;
        if (rank === 0) zeros++;
      }
      const estimate = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum;
      if (estimate < 2.5 * REGISTERS && zeros > 0) return Math.round(REGISTERS * Math.log(REGISTERS / zeros));
      return Math.round(estimate > HASHES / 30 ? -HASHES * Math.log(1 - estimate / HASHES) : estimate);
    },
  };
}
