import { columnOf, type SheetRow } from './rows.ts';

/** Cells that a sheet shows as one, with the content of the first; rows and columns from 1, ends included. */
export interface Merge {
  /** As the sheet writes it, `B2:B5`. */
  readonly range: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Null for what is no range of several cells. */
export function mergeOf(range: string): Merge | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(range.replaceAll('$', ''));
  if (!found) return null;
  const [, from = '', top, to = '', bottom] = found;
  return { range, top: Number(top), left: columnOf(from), bottom: Number(bottom), right: columnOf(to) };
}

/**
 * Tells of each row, from the top, which of its cells are covered by a merged range that has a content: its
 * positions from 0, and the range. A row that has no cell of its own is the lower part of the row above, and
 * nothing of it is covered. `width` is that of the table: what lies beyond it is not looked at.
 */
export function coveredCells(
  merges: readonly Merge[],
  width: number,
): (row: Pick<SheetRow, 'number' | 'cells'>) => ReadonlyMap<number, string> {
  const waiting = [...merges].sort((a, b) => b.top - a.top);
  const active = new Map<number, Merge>();
  return ({ number, cells }) => {
    for (const [column, merge] of active) if (merge.bottom < number) active.delete(column);
    for (let next = waiting.at(-1); next && next.top <= number; next = waiting.at(-1)) {
      waiting.pop();
      // A range whose first cell is blank shows nothing: its cells are blank.
      if (next.top < number || (cells[next.left - 1] ?? '') === '') continue;
      for (let column = next.left; column <= Math.min(next.right, width); column++) active.set(column, next);
    }
    const covered = new Map<number, string>();
    for (const [column, { range, top, left }] of active)
      if (number > top || column > left) covered.set(column - 1, range);
    const hasOwn = cells.some((cell, at) => cell !== '' && !covered.has(at));
    return hasOwn ? covered : NONE;
  };
}

const NONE: ReadonlyMap<number, string> = new Map();
