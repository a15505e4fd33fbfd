type Column = readonly [name: string, values: readonly number[]];

/** Columns of whole numbers in few characters: which of a few rows stands at each place, and how their cells are read. */
export interface PackedNumbers {
  /** By place: which of the rows. */
  readonly codes: readonly number[];
  /** A cell is null where the value is nought, whatever its place. */
  readonly rows: readonly (readonly (number | null)[])[];
  /**
   * By column what a cell of a row is: what is added to so much a place, counted from 0, or to the value before it.
   */
  readonly columns: readonly { readonly name: string; readonly from: number | 'the value before' }[];
}

/** Places that lie so far apart, at most, are looked at to find what a column grows by. */
const FARTHEST = 12;

/**
 * Packs columns of one length, most of whose values follow from their place or from the value before: days that
 * follow one another, hours that are the same each day. The more rows of one kind there are, the fewer characters.
 */
export function packedNumbers(columns: readonly Column[]): PackedNumbers {
  const packed = columns.map(([name, values]) => ({ name, ...simplest(values) }));
  const known = new Map<string, number>();
  const rows: (number | null)[][] = [];
  const codes = (columns[0]?.[1] ?? []).map((_, at) => {
    const row = packed.map(({ cells }) => cells[at] ?? null);
    const key = row.join();
    const code = known.get(key) ?? rows.length;
    if (code === rows.length) {
      known.set(key, code);
      rows.push(row);
    }
    return code;
  });
  // Those that stand often have short numbers.
  const counts = new Array<number>(rows.length).fill(0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const order = rows.map((_, code) => code).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const place = new Map(order.map((code, i) => [code, i]));
  return {
    codes: codes.map((code) => place.get(code) ?? 0),
    rows: order.flatMap((code) => [rows[code] ?? []]),
    columns: packed.map(({ name, from }) => ({ name, from })),
  };
}

interface Read {
  readonly from: PackedNumbers['columns'][number]['from'];
  readonly cells: readonly (number | null)[];
}

/** The way to read a column that asks for the fewest different cells. */
function simplest(values: readonly number[]): Read {
  const steps = new Set([0]);
  for (let apart = 1; apart <= FARTHEST; apart++) {
    const step = mostFrequent(values.slice(apart).map((value, i) => value - (values[i] ?? 0))) / apart;
    if (Number.isSafeInteger(step)) steps.add(step);
  }
  const ways: Read[] = [
    ...[...steps].map((from) => ({
      from,
      cells: values.map((value, at) => (value === 0 && from !== 0 ? null : value - at * from)),
    })),
    { from: 'the value before', cells: values.map((value, at) => value - (values[at - 1] ?? 0)) },
  ];
  const exact = ways.filter(({ cells }) =>
    cells.every((cell) => cell === null || Number.isSafeInteger(cell)),
  );
  const sizes = exact.map(({ cells }) => new Set(cells).size);
  return exact[sizes.indexOf(Math.min(...sizes))] ?? { from: 0, cells: values };
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  let found = 0;
  for (const one of numbers) {
    const count = (counts.get(one) ?? 0) + 1;
    counts.set(one, count);
    if (one !== 0 && (counts.get(found) ?? 0) < count) found = one;
  }
  return found;
}
