/** Numbers of a cell that are looked at. */
export const GROUPS = 7;

/** Longer cells are prose. */
const LONGEST = 48;

/** Numbers up to here are counted one by one: days, months, hours. */
export const SMALL = 64;

/**
 * Cells of one form: runs of digits and of letters by their lengths, everything else as it is. `09/03/2026` and `31/12/2025` have one
 * shape. The numbers in it are kept as counts, which later prove the order of day and month.
 */
export interface Shape {
  n: number;
  /** The first cell seen, as it stands. */
  readonly example: string;
  /** By group: smallest, largest, and how often each number below SMALL came. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly counts: Uint32Array;
  /** Cells whose first number begins with 0 and has more digits. */
  leadingZero: number;
}

export function newShape(example: string): Shape {
  return {
    n: 0,
    example,
    min: new Float64Array(GROUPS).fill(Number.POSITIVE_INFINITY),
    max: new Float64Array(GROUPS),
    counts: new Uint32Array(GROUPS * SMALL),
    leadingZero: 0,
  };
}

/** The hashes of a cell and its numbers. One object, written over for each cell. */
export interface Reading {
  /** Of the bytes. */
  one: number;
  other: number;
  /** Of the shape; -1 for prose. */
  shape: number;
  readonly groups: Float64Array;
  used: number;
  leadingZero: boolean;
  at: boolean;
}

export const reading: Reading = {
  one: 0,
  other: 0,
  shape: -1,
  groups: new Float64Array(GROUPS),
  used: 0,
  leadingZero: false,
  at: false,
};

/** Reads a cell into `reading`. Bytes beyond ASCII count as letters, no-break spaces as spaces. */
export function readCell(bytes: Buffer, start: number, end: number): void {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  let shape = 0x811c9dc5;
  let digits = 0;
  let value = 0;
  let letters = 0;
  reading.used = 0;
  reading.leadingZero = false;
  reading.at = false;
  const prose = end - start > LONGEST;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other + byte, 0x5bd1e995) ^ (other >>> 15);
    if (prose) {
      if (byte === 64) reading.at = true;
      continue;
    }
    if (byte >= 48 && byte <= 57) {
      if (letters > 0) {
        shape = Math.imul(shape ^ (512 + letters), 0x01000193);
        letters = 0;
      }
      if (digits === 0 && reading.used === 0 && byte === 48) reading.leadingZero = true;
      digits++;
      value = value * 10 + (byte - 48);
      continue;
    }
    if (digits > 0) {
      shape = Math.imul(shape ^ (256 + digits), 0x01000193);
      if (reading.used < GROUPS) reading.groups[reading.used++] = value;
      if (digits === 1 && reading.used === 1) reading.leadingZero = false;
      digits = 0;
      value = 0;
    }
    if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || (byte >= 0x80 && !isBlankAt(bytes, i))) {
      letters++;
      continue;
    }
    if (letters > 0) {
      shape = Math.imul(shape ^ (512 + letters), 0x01000193);
      letters = 0;
    }
    if (byte === 64) reading.at = true;
    shape = Math.imul(shape ^ (byte >= 0x80 ? 32 : byte), 0x01000193);
  }
  if (digits > 0) {
    shape = Math.imul(shape ^ (256 + digits), 0x01000193);
    if (reading.used < GROUPS) reading.groups[reading.used++] = value;
    if (digits === 1 && reading.used === 1) reading.leadingZero = false;
  }
  if (letters > 0) shape = Math.imul(shape ^ (512 + letters), 0x01000193);
  reading.one = mixed(one);
  reading.other = mixed(other);
  reading.shape = prose ? -1 : shape >>> 0;
}

/** A no-break space in windows-1252 (A0), or a byte of one in UTF-8 (C2 A0, E2 80 AF). */
function isBlankAt(bytes: Buffer, i: number): boolean {
  const byte = bytes[i];
  const [before, after, next] = [bytes[i - 1] ?? 0, bytes[i + 1], bytes[i + 2]];
  if (byte === 0xa0) return before < 0x80 || before === 0xc2;
  if (byte === 0xc2) return after === 0xa0;
  if (byte === 0xe2) return after === 0x80 && next === 0xaf;
  if (byte === 0x80) return before === 0xe2 && after === 0xaf;
  return byte === 0xaf && before === 0x80 && bytes[i - 2] === 0xe2;
}

/** Source: the finalizer of MurmurHash3. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function addTo(shape: Shape): void {
  shape.n++;
  if (reading.leadingZero) shape.leadingZero++;
  for (let g = 0; g < reading.used; g++) {
    const value = reading.groups[g] as number;
    if (value < (shape.min[g] as number)) shape.min[g] = value;
    if (value > (shape.max[g] as number)) shape.max[g] = value;
    if (value < SMALL) shape.counts[g * SMALL + value] = (shape.counts[g * SMALL + value] as number) + 1;
  }
}
