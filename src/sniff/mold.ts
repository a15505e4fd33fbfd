import { hashes, mixed, seedOf, stirred } from './hash.ts';
import { GROUPS, type Shape, SMALL } from './shape.ts';

/**
 * A cell as a pattern: its digits stand for any digits, all other bytes for themselves. Columns of dates
 * and codes repeat one for millions of cells, which are then recognised four bytes at a time.
 */
export interface Mold {
  readonly shape: Shape;
  readonly length: number;
  /** Where each word of four bytes begins; the last may overlap the one before it. */
  readonly offsets: Uint8Array;
  /** The low half of each byte that is a digit. */
  readonly digits: Int32Array;
  /** Everything else. */
  readonly rest: Int32Array;
  /** Where each number begins and ends. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly at: boolean;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** Of a cell that has that shape; null where it is too short to pay. */
export function moldOf(shape: Shape, bytes: Buffer, start: number, end: number): Mold | null {
  const length = end - start;
  if (length < 4) return null;
  const cell = Uint8Array.from(bytes.subarray(start, end));
  const view = new DataView(cell.buffer);
  const masks = new DataView(Uint8Array.from(cell, (byte) => (isDigit(byte) ? 0x0f : 0)).buffer);
  const offsets = Uint8Array.from({ length: Math.ceil(length / 4) }, (_, k) => Math.min(k * 4, length - 4));
  const digits = Int32Array.from(offsets, (offset) => masks.getInt32(offset, true));
  const places = [...cell.keys()].filter((i) => isDigit(cell[i]));
  const first = places.filter((i) => !isDigit(cell[i - 1])).slice(0, GROUPS);
  const last = places.filter((i) => !isDigit(cell[i + 1])).slice(0, GROUPS);
  return {
    shape,
    length,
    offsets,
    digits,
    rest: Int32Array.from(offsets, (offset, k) => view.getInt32(offset, true) & ~(digits[k] ?? 0)),
    from: Uint8Array.from(first),
    to: Uint8Array.from(last, (i) => i + 1),
    at: cell.includes(64),
  };
}

/** Whether a cell is cast in the mold; then `hashes` holds its first hash. */
export function isCast(mold: Mold, view: DataView, start: number, end: number): boolean {
  const { length, offsets, digits, rest } = mold;
  if (end - start !== length) return false;
  let hash = seedOf(length);
  for (let k = 0; k < offsets.length; k++) {
    const word = view.getInt32(start + (offsets[k] as number), true);
    const digit = digits[k] as number;
    if ((word & ~digit) !== rest[k]) return false;
    // Six more than nine, in each byte, is a carry into its high half.
    if ((((word & digit) + (digit & 0x06060606)) & 0x10101010) !== 0) return false;
    hash = stirred(hash, word);
  }
  hashes[0] = mixed(hash);
  return true;
}

/**
 * Counts a cell of this mold in the shape that the mold belongs to. A number below SMALL changes only
 * `counts`; `spread` widens the smallest and the largest number by it later.
 */
export function addCast({ shape, from, to }: Mold, bytes: Buffer, start: number): void {
  const { counts, min, max } = shape;
  shape.n++;
  for (let g = 0; g < from.length; g++) {
    const begin = start + (from[g] as number);
    const stop = start + (to[g] as number);
    const first = (bytes[begin] as number) - 48;
    if (g === 0 && first === 0 && stop - begin > 1) shape.leadingZero++;
    let value = first;
    // Days, months, hours: two digits.
    if (stop - begin === 2) value = first * 10 + ((bytes[begin + 1] as number) - 48);
    else for (let i = begin + 1; i < stop; i++) value = value * 10 + ((bytes[i] as number) - 48);
    if (value < SMALL) counts[g * SMALL + value] = (counts[g * SMALL + value] as number) + 1;
    else {
      if (value < (min[g] as number)) min[g] = value;
      if (value > (max[g] as number)) max[g] = value;
    }
  }
}
