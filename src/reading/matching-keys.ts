import type { Engine } from '../engine/engine.ts';
import type { CsvDialect } from '../model/agreement.ts';
import { fileSql } from '../sql/read/file.ts';
import {
  createKeysSql,
  DROP_MATCHES,
  type KeyCells,
  matchSql,
  rejectsOf,
  type Side,
} from '../sql/read/matching-keys.ts';
import { textScan } from '../sql/read/typed/table.ts';
import type { SourceFile } from './source-file.ts';
import { runEach } from './statements.ts';

export interface KeyColumns {
  readonly source: SourceFile;
  readonly csv: CsvDialect;
  /** Places in the header, from 0. */
  readonly columns: readonly number[];
}

/** How many of the different values of one column are values of another. */
export interface KeyMatch {
  /** Places in the header: of the table that refers, and of the one that is referred to. */
  readonly from: number;
  readonly to: number;
  /** Filled cells of rows that differ, their different values, and those of them that are found, of addresses whatever their capitals. */
  readonly rows: number;
  readonly values: number;
  readonly found: number;
  /** Those that are found letter by letter. */
  readonly exact: number;
}

/**
 * Compares each column of one table with each of another, as text without blanks around it. Rows that can't
 * be cut are left out.
 */
export async function matchKeys(
  engine: Engine,
  from: KeyColumns,
  to: KeyColumns,
): Promise<readonly KeyMatch[]> {
  await engine.run(createKeysSql(cellsOf(from, 'from')));
  await engine.run(createKeysSql(cellsOf(to, 'to')));
  const matches: KeyMatch[] = [];
  for (const [i, a] of from.columns.entries()) {
    for (const [j, b] of to.columns.entries()) {
      const [row] = await engine.rows<Pick<KeyMatch, 'rows' | 'values' | 'found' | 'exact'>>(matchSql(i, j));
      if (row) matches.push({ from: a, to: b, ...row });
    }
  }
  await runEach(engine, DROP_MATCHES);
  return matches;
}

function cellsOf({ source, csv, columns }: KeyColumns, side: Side): KeyCells {
  const scan = source.table ? textScan(source.table) : fileSql({ source, csv, rejects: rejectsOf(side) });
  return { side, scan, width: source.header.length, columns };
}
