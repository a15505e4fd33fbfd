/** Two hashes of a cell's bytes, each of 32 bits: written over for each cell. */
export const hashes = new Int32Array(2);

const SEED = 0x811c9dc5 | 0;

export const seedOf = (length: number): number => SEED ^ length;

/** One word of four bytes more. The words of a cell follow one another; the last ends where the cell ends. */
export const stirred = (hash: number, word: number): number =>
  Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x27220a95);

/** Source: the finalizer of MurmurHash3. */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Hashes a cell, four bytes at a time. `view` is of the same bytes. */
export function hashCell(view: DataView, start: number, end: number): void {
  let one = seedOf(end - start);
  let other = 0x5747b28c;
  const last = end - 4;
  for (let at = start; at < last; at += 4) {
    const word = view.getInt32(at, true);
    one = stirred(one, word);
    other = Math.imul(((other << 11) | (other >>> 21)) + word, 0x5bd1e995);
  }
  const word = last >= start ? view.getInt32(last, true) : shortWord(view, start, end);
  hashes[0] = mixed(stirred(one, word));
  hashes[1] = mixed(Math.imul(((other << 11) | (other >>> 21)) + word, 0x5bd1e995));
}

function shortWord(view: DataView, start: number, end: number): number {
  let word = 0;
  for (let at = start; at < end; at++) word = (word << 8) | view.getUint8(at);
  return word;
}
