import { firstLine } from '../../model/first-line.ts';
import type { Position, ReadPlan, Reject } from '../../model/reading.ts';
import { duckdb } from '../../sql/dialects/duckdb.ts';
import type { ReadSql } from '../../sql/read/index.ts';
import { typedRecordsSql } from '../../sql/read/typed/rows.ts';
import { type TypedTable, typedScan } from '../../sql/read/typed/table.ts';
import type { ReadTask } from '../read-task.ts';
import type { Scan } from '../scan.ts';
import type { SourceFile } from '../source-file.ts';
import type { FileRecord } from '../text/records.ts';

/** Characters of a rejected cell that are kept. */
const LONGEST_VALUE = 500;

export function scanOfTable(
  { engine, sql, plan }: Pick<ReadTask, 'engine' | 'sql' | 'plan'>,
  source: SourceFile,
  table: TypedTable,
  positions: readonly Position[],
): Scan {
  const scan = typedScan(table);
  const { header } = source;
  const typed = { scan, columns: table.columns, positions, header };
  return {
    source,
    positions,
    select: (_, evidence) => sql.typed(typed, evidence),
    repeated: () => sql.typed(typed, true),
    plain: () => null,
    census: () => null,
    rows: {
      records: (keys, limit) =>
        engine.rows<FileRecord>(
          typedRecordsSql({
            ...{ plan, scan, columns: table.columns, position: positions[0] ?? 0 },
            ...{ keys, limit, dialect: duckdb },
          }),
        ),
      rejects: async (limit, holding) => {
        const found = await engine.rows<Found>(sql.typedRejects(typed, { limit, holding }));
        return found.map((row) => rejectOf(row, { source, sql, plan, positions }));
      },
    },
  };
}

interface Found {
  readonly line: number;
  readonly code: number;
  readonly cells: readonly (string | null)[];
}

interface Of {
  readonly source: SourceFile;
  readonly sql: ReadSql;
  readonly plan: ReadPlan;
  readonly positions: readonly Position[];
}

function rejectOf({ line, code, cells }: Found, { source, sql, plan, positions }: Of): Reject {
  const { field, reason } = sql.fault(code);
  const index = sql.fields.findIndex(({ name }) => name === field.name);
  const value = cells[index] ?? null;
  const at = positions[index];
  const column = (typeof at === 'number' ? source.header[at] : undefined) ?? field.column;
  const isHidden = value === null || plan.fields[field.name]?.personal === true;
  return {
    file: source.file,
    line,
    column,
    value: isHidden ? null : firstLine(value, LONGEST_VALUE),
    reason,
  };
}
