/**
 * What stands before a cell of a workbook's copy that is not what it seems: characters that Unicode keeps
 * for the inside of programs, so that no text begins with one. A reader of exports rejects such a cell by
 * its reason.
 */
export const CELL_MARKS = { 'no-formula-result': '\ufdd0', 'merged-cell': '\ufdd1' } as const;

/** A cell without its mark: the formula, or the range of cells that are merged. */
export const unmarked = (cell: string): string => (isMarkedCell(cell) ? cell.slice(1) : cell);

export const isMarkedCell = (cell: string): boolean =>
  cell.startsWith(CELL_MARKS['no-formula-result']) || cell.startsWith(CELL_MARKS['merged-cell']);
