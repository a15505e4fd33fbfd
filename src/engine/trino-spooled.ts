import { Unanswered } from './trino-faults.ts';
import type { Wire } from './trino-wire.ts';

/** How a statement says that its rows may be laid aside, and in which form: that of a page. */
export const MAY_LAY_ASIDE = { 'X-Trino-Query-Data-Encoding': 'json' };

/** Rows that come beside a page: within it as a text of their own, or where the server has laid them. */
export interface Spooled {
  readonly encoding: string;
  readonly segments: readonly Segment[];
}

interface Segment {
  readonly type: string;
  /** Of one within the page, in base64. */
  readonly data?: string;
  /** Of one that is laid aside: where it is, and whom to tell that it has come. */
  readonly uri?: string;
  readonly ackUri?: string;
  readonly metadata?: {
    readonly rowOffset?: number;
    readonly rowsCount?: number;
    readonly segmentSize?: number;
  };
}

export const isSpooled = (data: unknown): data is Spooled =>
  typeof data === 'object' &&
  data !== null &&
  'segments' in data &&
  Array.isArray(data.segments) &&
  data.segments.every((each) => typeof each === 'object' && each !== null);

/**
 * Their rows, in order; `before` is how many have come. One that is lost, cut or twice there is an answer of no Trino.
 * Throws an `Unanswered` also where they lie at another server, which is not asked.
 */
export async function spooledRows(
  { encoding, segments }: Spooled,
  before: number,
  wire: Wire,
  asRead: (json: string) => string,
): Promise<{
  readonly rows: readonly unknown[];
  readonly length: number;
  readonly lay: 'beside it' | 'aside';
}> {
  if (encoding !== 'json') throw new Unanswered({ isUnreadable: true });
  const all: unknown[] = [];
  let length = 0;
  for (const segment of segments) {
    const text = await textOf(segment, wire);
    const rows = rowsOf(asRead(text));
    const { rowOffset, rowsCount, segmentSize } = segment.metadata ?? {};
    const isWhole =
      is(rowOffset, before + all.length) &&
      is(rowsCount, rows.length) &&
      is(segmentSize, Buffer.byteLength(text));
    if (!isWhole) throw new Unanswered({ isUnreadable: true });
    for (const row of rows) all.push(row);
    length += text.length;
    if (segment.ackUri !== undefined) await wire.acknowledge(segment.ackUri);
  }
  return { rows: all, length, lay: segments.some(({ type }) => type === 'spooled') ? 'aside' : 'beside it' };
}

const is = (told: number | undefined, found: number): boolean => told === undefined || told === found;

async function textOf({ type, data, uri }: Segment, wire: Wire): Promise<string> {
  if (type === 'inline' && typeof data === 'string') return Buffer.from(data, 'base64').toString('utf8');
  if (type === 'spooled' && typeof uri === 'string') return wire.get(uri).catch(aside);
  throw new Unanswered({ isUnreadable: true });
}

/** Who is sent elsewhere for rows may ask for them otherwise. */
function aside(error: unknown): never {
  if (error instanceof Unanswered && error.why.elsewhere !== undefined)
    throw new Unanswered({ ...error.why, isAside: true });
  throw error;
}

function rowsOf(json: string): readonly unknown[] {
  try {
    const rows: unknown = JSON.parse(json);
    if (Array.isArray(rows)) return rows;
  } catch {
    // Told as what is none.
  }
  throw new Unanswered({ isUnreadable: true });
}
