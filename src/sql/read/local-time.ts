import type { ZoneTable } from '../../model/reading.ts';
import { piecewise } from '../piecewise.ts';

const SECOND = 1_000_000;

/**
 * What a zone makes of a wall-clock time, as SQL over an integer expression of local microseconds. All but
 * `offset` look into lists that the statement must provide as the columns that `lists` makes.
 */
export interface LocalTime {
  readonly lists: readonly string[];
  /**
   * Microseconds east of UTC where that is all there is to say: in usual years, of a time that the clock
   * shows once. Else null.
   */
  readonly offset: (local: string) => string;
  /** UTC microseconds of the first occurrence; of a time that the clock skips, the instant of the skip. */
  readonly earliest: (local: string) => string;
  /** Seconds from the first to the last occurrence: 0 but for a time that the clock shows twice. */
  readonly spread: (local: string) => string;
  /** Whether the clock skips it. */
  readonly skipped: (local: string) => string;
}

interface Piece {
  /** Local microseconds from which it holds; null for the first. */
  readonly from: number | null;
  /** The instant of the skip where the clock skips these times. */
  readonly skip: number | null;
  /** Seconds east of UTC of the first occurrence. */
  readonly offset: number;
  readonly spread: number;
}

/**
 * Years in which nearly all cells lie: for these the look-up is a binary search, for others a walk through
 * a list.
 */
const USUAL = { from: Date.UTC(2018, 0, 1) * 1000, to: Date.UTC(2030, 0, 1) * 1000 };

/** Of each zone that a run has met: its sources share it. */
const made = new WeakMap<ZoneTable, LocalTime>();

/** Integer arithmetic alone: no engine's own table of zones is asked. */
export function localTime(zone: ZoneTable): LocalTime {
  const known = made.get(zone) ?? localTimeOf(zone);
  made.set(zone, known);
  return known;
}

function localTimeOf(zone: ZoneTable): LocalTime {
  const pieces = piecesOf(zone);
  const edges = pieces.flatMap(({ from }) => (from === null ? [] : [from]));
  const at = (name: string, x: string): string =>
    `zone_${name}[len(list_filter(zone_edges, lambda edge: edge <= ${x})) + 1]`;
  return {
    lists: [
      list('edges', edges, 'BIGINT'),
      list(
        'skips',
        pieces.map(({ skip }) => skip ?? 'NULL'),
        'BIGINT',
      ),
      list(
        'offsets',
        pieces.map(({ offset }) => offset * SECOND),
        'BIGINT',
      ),
      list(
        'spreads',
        pieces.map(({ spread }) => spread),
        'INTEGER',
      ),
    ],
    offset: (x) => offsetOf(x, pieces),
    earliest: (x) => known(x, `coalesce(${at('skips', x)}, ${x} - ${at('offsets', x)})`),
    spread: (x) => known(x, at('spreads', x)),
    skipped: (x) => known(x, `${at('skips', x)} IS NOT NULL`),
  };
}

/**
 * The same of few transitions, as choices alone. Every
 * engine reads them.
 */
export function localTimeByChoice(zone: ZoneTable): Pick<LocalTime, 'earliest' | 'spread' | 'skipped'> {
  const chosen = (value: (piece: Piece) => string): string[] => piecesOf(zone).map(value);
  const step = (x: string, values: readonly string[]): string => {
    const edges = piecesOf(zone).flatMap(({ from }, i) =>
      from === null ? [] : [{ from, value: values[i] ?? '' }],
    );
    const changing = edges.filter(({ value }, i) => value !== (edges[i - 1]?.value ?? values[0]));
    return piecewise(
      x,
      changing.map(({ from }) => from),
      [values[0] ?? 'NULL', ...changing.map(({ value }) => value)],
    );
  };
  return {
    earliest: (x) =>
      step(
        x,
        chosen(({ skip, offset }) => (skip === null ? `(${x} - ${offset * SECOND})` : `${skip}`)),
      ),
    spread: (x) =>
      step(
        x,
        chosen(({ spread }) => `${spread}`),
      ),
    skipped: (x) =>
      step(
        x,
        chosen(({ skip }) => `${skip !== null}`),
      ),
  };
}

/** As one text to be cast: hundreds of literals would take longer to plan than to look up. */
function list(name: string, values: readonly (string | number)[], type: 'BIGINT' | 'INTEGER'): string {
  return `CAST('[${values.join(', ')}]' AS ${type}[]) AS zone_${name}`;
}

const known = (x: string, sql: string): string => `CASE WHEN ${x} IS NOT NULL THEN ${sql} END`;

function offsetOf(x: string, pieces: readonly Piece[]): string {
  const thresholds = [USUAL.from];
  const values = ['NULL::BIGINT'];
  for (const [i, { from, skip, offset, spread }] of pieces.entries()) {
    const next = pieces[i + 1]?.from ?? USUAL.to;
    if (next <= USUAL.from || (from ?? USUAL.from) >= USUAL.to) continue;
    if (from !== null && from > USUAL.from) thresholds.push(from);
    values.push(skip === null && spread === 0 ? `${offset * SECOND}` : 'NULL');
  }
  return piecewise(x, [...thresholds, USUAL.to], [...values, 'NULL']);
}

/**
 * Between two edges, which are the local times just at and before each transition, every local time has the
 * same reading.
 */
function piecesOf(zone: ZoneTable): readonly Piece[] {
  const edges = zone.transitions.flatMap((t) => [t.at + t.before * SECOND, t.at + t.after * SECOND]);
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  const first: Piece = { from: null, skip: null, offset: zone.initialOffset, spread: 0 };
  return [first, ...sorted.map((edge) => pieceAt(zone, edge))];
}

function pieceAt(zone: ZoneTable, local: number): Piece {
  const { transitions } = zone;
  const offsets: number[] = [];
  let skip: number | null = null;
  for (let i = -1; i < transitions.length; i++) {
    const opening = transitions[i];
    const closing = transitions[i + 1];
    const offset = opening?.after ?? zone.initialOffset;
    const t = local - offset * SECOND;
    if ((!opening || t >= opening.at) && (!closing || t < closing.at)) offsets.push(offset);
    if (opening && t < opening.at && local >= opening.at + opening.before * SECOND) skip = opening.at;
  }
  const [earliest, latest] = [offsets[0], offsets.at(-1)];
  if (earliest === undefined || latest === undefined) return { from: local, skip, offset: 0, spread: 0 };
  return { from: local, skip: null, offset: earliest, spread: earliest - latest };
}
