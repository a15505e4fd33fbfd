import { GROUPS, SMALL } from './shape.ts';

/** Values of one column that are told apart; beyond, they are estimated. */
const MOST_VALUES = 10_000;

/** A number too large to be counted one by one. */
export const LARGE = SMALL;

const FIRST = 64;

/** The different values of a column by their hashes, each with how often it came and what its cell holds. */
export interface ValueTable {
  size: number;
  /** Number of the value in each slot, plus 1; 0 where the slot is free. */
  slots: Int32Array;
  one: Int32Array;
  other: Int32Array;
  n: Uint32Array;
  /** Of its shape in the column's list; -1 where it has none. */
  shape: Int8Array;
  leadingZero: Uint8Array;
  at: Uint8Array;
  /** Its numbers, GROUPS a value: those below SMALL, else LARGE. */
  small: Uint8Array;
}

export function valueTable(): ValueTable {
  return {
    size: 0,
    slots: new Int32Array(FIRST * 2),
    one: new Int32Array(FIRST),
    other: new Int32Array(FIRST),
    n: new Uint32Array(FIRST),
    shape: new Int8Array(FIRST),
    leadingZero: new Uint8Array(FIRST),
    at: new Uint8Array(FIRST),
    small: new Uint8Array(FIRST * GROUPS),
  };
}

/** The number of a value; -1 where it is new. */
export function find({ slots, one: ones, other: others }: ValueTable, one: number, other: number): number {
  const mask = slots.length - 1;
  for (let slot = one & mask; ; slot = (slot + 1) & mask) {
    const value = (slots[slot] as number) - 1;
    if (value < 0) return -1;
    if (ones[value] === one && others[value] === other) return value;
  }
}

/** The number of a value that was not there; -1 where the table is full. */
export function insert(table: ValueTable, one: number, other: number): number {
  const value = table.size;
  if (value === MOST_VALUES) return -1;
  if (value === table.n.length) grow(table);
  table.size++;
  table.one[value] = one;
  table.other[value] = other;
  place(table.slots, one, value);
  return value;
}

function place(slots: Int32Array, one: number, value: number): void {
  const mask = slots.length - 1;
  let slot = one & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = value + 1;
}

function grow(table: ValueTable): void {
  const room = table.n.length * 2;
  table.one = copied(new Int32Array(room), table.one);
  table.other = copied(new Int32Array(room), table.other);
  table.n = copied(new Uint32Array(room), table.n);
  table.shape = copied(new Int8Array(room), table.shape);
  table.leadingZero = copied(new Uint8Array(room), table.leadingZero);
  table.at = copied(new Uint8Array(room), table.at);
  table.small = copied(new Uint8Array(room * GROUPS), table.small);
  table.slots = new Int32Array(room * 2);
  for (let value = 0; value < table.size; value++) place(table.slots, table.one[value] as number, value);
}

function copied<T extends Int32Array | Uint32Array | Uint8Array | Int8Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
