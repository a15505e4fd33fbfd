/** Numbers of a cell that are looked at. */
export const GROUPS = 7;

/** Longer cells are prose. */
const LONGEST = 48;

/** Numbers up to here are counted one by one: days, months, hours. */
export const SMALL = 64;

/**
 * Cells of one form: runs of digits and of letters by their lengths, everything else as it is. `09/03/2026`
 * and `31/12/2025` have one shape. The numbers in it are kept as counts, which later prove the order of day
 * and month.
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

/** What a cell holds. One object, written over for each cell. */
export interface Reading {
  /** Of 32 bits, in an array so that it is kept as such. */
  readonly hash: Int32Array;
  /** Prose has no shape. */
  prose: boolean;
  readonly groups: Float64Array;
  used: number;
  leadingZero: boolean;
  /** An @ sign. */
  at: boolean;
}

export const reading: Reading = {
  hash: new Int32Array(1),
  prose: false,
  groups: new Float64Array(GROUPS),
  used: 0,
  leadingZero: false,
  at: false,
};

const [OTHER, DIGIT, LETTER, HIGH] = [0, 1, 2, 3];

const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return HIGH;
  if (byte >= 48 && byte <= 57) return DIGIT;
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) ? LETTER : OTHER;
});

const PRIME = 0x01000193;

/** Reads a cell into `reading`. Bytes beyond ASCII count as letters, no-break spaces as spaces. */
export function readCell(bytes: Buffer, start: number, end: number): void {
  if (end - start > LONGEST) {
    let at = start;
    while (at < end && bytes[at] !== 64) at++;
    reading.prose = true;
    reading.used = 0;
    reading.leadingZero = false;
    reading.at = at < end;
    return;
  }
  const { groups } = reading;
  let shape = 0x811c9dc5;
  let used = 0;
  let leadingZero = false;
  let hasAt = false;
  let i = start;
  while (i < end) {
    const byte = bytes[i] as number;
    const kind = CLASSES[byte];
    if (kind === DIGIT) {
      const from = i;
      let value = byte - 48;
      for (i++; i < end; i++) {
        const digit = (bytes[i] as number) - 48;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      if (used === 0 && byte === 48 && i - from > 1) leadingZero = true;
      if (used < GROUPS) groups[used++] = value;
      shape = Math.imul(shape ^ (256 + i - from), PRIME);
    } else if (kind !== OTHER && (kind === LETTER || !isBlankAt(bytes, i))) {
      const from = i;
      for (i++; i < end; i++) {
        const next = CLASSES[bytes[i] as number];
        if (next !== LETTER && (next !== HIGH || isBlankAt(bytes, i))) break;
      }
      shape = Math.imul(shape ^ (512 + i - from), PRIME);
    } else {
      if (byte === 64) hasAt = true;
      shape = Math.imul(shape ^ (byte >= 0x80 ? 32 : byte), PRIME);
      i++;
    }
  }
  reading.hash[0] = shape;
  reading.prose = false;
  reading.used = used;
  reading.leadingZero = leadingZero;
  reading.at = hasAt;
}

/** A no-break space in windows-1252 (A0), or a byte of one in UTF-8 (C2 A0, E2 80 AF). */
function isBlankAt(bytes: Buffer, i: number): boolean {
  const byte = bytes[i];
  if (byte === 0xa0) return (bytes[i - 1] ?? 0) < 0x80 || bytes[i - 1] === 0xc2;
  if (byte === 0xc2) return bytes[i + 1] === 0xa0;
  if (byte === 0xe2) return bytes[i + 1] === 0x80 && bytes[i + 2] === 0xaf;
  if (byte === 0x80) return bytes[i - 1] === 0xe2 && bytes[i + 1] === 0xaf;
  return byte === 0xaf && bytes[i - 1] === 0x80 && bytes[i - 2] === 0xe2;
}

/** Widens a shape by the cell just read, without counting it. */
export function widen(shape: Shape): void {
  const { min, max } = shape;
  for (let g = 0; g < reading.used; g++) {
    const value = reading.groups[g] as number;
    if (value < (min[g] as number)) min[g] = value;
    if (value > (max[g] as number)) max[g] = value;
  }
}

/** Counts the cell just read. */
export function addTo(shape: Shape): void {
  const { counts } = shape;
  shape.n++;
  if (reading.leadingZero) shape.leadingZero++;
  widen(shape);
  for (let g = 0; g < reading.used; g++) {
    const value = reading.groups[g] as number;
    if (value < SMALL) counts[g * SMALL + value] = (counts[g * SMALL + value] as number) + 1;
  }
}

/** Widens a shape by the numbers that it has counted one by one. */
export function spread({ counts, min, max }: Shape): void {
  for (const [at, n] of counts.entries()) {
    const [g, value] = [Math.floor(at / SMALL), at % SMALL];
    if (n === 0) continue;
    min[g] = Math.min(min[g] as number, value);
    max[g] = Math.max(max[g] as number, value);
  }
}

/** A whole number as Excel shows it by its power of ten: `1.10416E+11`, `1.0E+05`. */
const POWER = /^\d(?:[.,](\d{1,14}))?E\+(\d\d)$/;

/** Excel shows numbers of so many digits by their power without being told to. */
const LONG = 11;

/** Whether digits are lost: fewer stand behind the point than the power has. */
export function isRounded(text: string): boolean {
  const [, digits, power] = POWER.exec(text) ?? [];
  if (power === undefined) return false;
  return Number(power) >= LONG || (digits !== undefined && Number(power) > digits.length);
}

/** The cells of a column that Excel has rounded: how many, and one of them; null where there are none. */
export function roundedCells(
  shapes: readonly Shape[],
): { readonly n: number; readonly example: string } | null {
  const found = shapes.filter(({ example }) => isRounded(example));
  const [first] = found;
  return first === undefined ? null : { n: found.reduce((sum, { n }) => sum + n, 0), example: first.example };
}
