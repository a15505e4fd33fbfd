import type { ZoneTable } from '../model/plan.ts';
import { piecewise } from './piecewise.ts';

const SECOND = 1_000_000;

/** What a zone makes of a wall-clock time, as SQL over an integer expression of local microseconds. */
export interface LocalTime {
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

/** Years in which nearly all cells lie: for these the look-up is a binary search, for others a walk through a list. */
const USUAL = { from: Date.UTC(2018, 0, 1) * 1000, to: Date.UTC(2030, 0, 1) * 1000 };

/** Integer arithmetic alone: no engine's own table of zones is asked. */
export function localTime(zone: ZoneTable): LocalTime {
  const pieces = piecesOf(zone);
  return {
    earliest: (x) =>
      step(
        x,
        pieces,
        (piece) => (piece.skip === null ? `${x} - ${piece.offset * SECOND}` : `${piece.skip}`),
        (at) =>
          `coalesce(${at((piece) => `${piece.skip ?? 'NULL'}`, 'BIGINT')}, ${x} - ${at((piece) => `${piece.offset * SECOND}`, 'BIGINT')})`,
      ),
    spread: (x) => lookUp(x, pieces, (piece) => `${piece.spread}`, 'BIGINT'),
    skipped: (x) => lookUp(x, pieces, (piece) => (piece.skip === null ? 'false' : 'true'), 'BOOLEAN'),
  };
}

type Value = (piece: Piece) => string;

type ListType = 'BIGINT' | 'BOOLEAN';

/** As one text to be cast: hundreds of literals would take longer to plan than to look up. */
function list(values: readonly (string | number)[], type: ListType): string {
  return `CAST('[${values.join(', ')}]' AS ${type}[])`;
}

function lookUp(x: string, pieces: readonly Piece[], value: Value, type: ListType): string {
  return step(x, pieces, value, (at) => at(value, type));
}

/** `rare` is given what takes a value from a list by the number of edges that lie at or before `x`. */
function step(
  x: string,
  pieces: readonly Piece[],
  value: Value,
  rare: (at: (value: Value, type: ListType) => string) => string,
): string {
  const isUsual = (piece: Piece): boolean =>
    piece.from !== null && piece.from >= USUAL.from && piece.from < USUAL.to;
  const first = pieces.findIndex(isUsual);
  const last = pieces.findLastIndex(isUsual);
  if (pieces.length === 1 || first < 0) return search(x, pieces, value);
  const usual = search(x, pieces.slice(first - 1, last + 1), value);
  if (first === 1 && last === pieces.length - 1) return usual;
  const edges = pieces.flatMap(({ from }) => (from === null ? [] : [from]));
  const index = `len(list_filter(${list(edges, 'BIGINT')}, lambda edge: edge <= ${x})) + 1`;
  const inList = rare((of, type) => `${list(pieces.map(of), type)}[${index}]`);
  return `CASE WHEN ${x} >= ${USUAL.from} AND ${x} < ${USUAL.to} THEN ${usual} WHEN ${x} IS NOT NULL THEN ${inList} END`;
}

/** Pieces with the same value are one. */
function search(x: string, pieces: readonly Piece[], value: Value): string {
  const thresholds: number[] = [];
  const values: string[] = [];
  for (const piece of pieces) {
    const text = value(piece);
    if (text === values.at(-1)) continue;
    if (piece.from !== null && values.length > 0) thresholds.push(piece.from);
    values.push(text);
  }
  return piecewise(x, thresholds, values);
}

/** Between two edges, which are the local times just at and before each transition, every local time has the same reading. */
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
