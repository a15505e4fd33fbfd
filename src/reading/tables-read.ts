import type { Position, TableRead } from '../model/reading.ts';
import type { ReadSql } from '../sql/read/index.ts';
import type { Scan } from './scan.ts';

const placesIn = (position: Position): readonly number[] =>
  typeof position === 'number' ? [position] : position.flatMap(placesIn);

/** Of tables of servers: which columns were read, and what they hold. */
export function tablesRead(
  scans: readonly Scan[],
  { fields }: Pick<ReadSql, 'fields'>,
  rows: readonly number[],
): readonly TableRead[] {
  return scans.flatMap(({ source: { file, table, fetched }, positions }, index): readonly TableRead[] => {
    if (!fetched || !table) return [];
    const columns = fields.flatMap(({ name }, at) =>
      placesIn(positions[at] ?? []).flatMap((place) => {
        const column = table.columns[place];
        return column ? [{ field: name, column: column.name, type: column.told ?? column.type }] : [];
      }),
    );
    return [{ table: file, rows: rows[index] ?? 0, columns }];
  });
}
