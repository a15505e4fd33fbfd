import { displayWidth } from '../width.ts';
import type { Cell, Column } from '../xlsx/cell.ts';

/**
 * Characters of a time and of a number with its thousands apart, and of what is cut off rather than widen
 * its column.
 */
const [OF_INSTANT, OF_NUMBER, MOST] = [19, 11, 60];

/** Columns as wide as what is in them; titles break between words. */
export function columnsFor(titles: readonly string[], rows: readonly (readonly Cell[])[]): readonly Column[] {
  return titles.map((title, at) => {
    const words = title.split(' ').map(displayWidth);
    let width = Math.max(8, ...words);
    for (const row of rows) width = Math.max(width, widthOf(row[at] ?? null));
    // The arrow of the filter stands beside the title, and text begins a little apart.
    return { title, width: Math.min(MOST, width) + 4 };
  });
}

function widthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (cell.kind === 'text') return displayWidth(cell.text);
  return cell.kind === 'instant' ? OF_INSTANT : OF_NUMBER;
}
