import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { SniffColumn, SniffType } from '../../model/sniff.ts';
import { openSource } from '../../reading/open-source.ts';
import { kindOfColumn, scaleOf } from '../../sql/read/typed/column-kind.ts';
import { copyAsCsvSql, type TypedTable } from '../../sql/read/typed/table.ts';

/** A table of typed columns as a text in which its cells can be looked at; or why it can't be read. */
export async function copyOfTable(
  file: string,
  within: string | null,
  engine: Engine,
  io: Io,
): Promise<{ readonly copy: string; readonly table: TypedTable } | Diagnostic> {
  const csv = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 } as const;
  const opened = await openSource({ file, csv, files: io.files, engine, copy: 'table', sheet: null, within });
  if ('rule' in opened) return opened;
  const { table } = opened;
  if (!table) throw new Error('A file that is no table was taken for one');
  const copy = join(engine.scratch, 'table.csv');
  await engine.run(copyAsCsvSql(table, copy));
  return { copy, table };
}

const isOfDates = ({ type }: SniffColumn): boolean => type === 'date' || type === 'datetime';

/** The columns of such a copy with the types that the table itself tells. */
export function withTypes(
  columns: readonly SniffColumn[],
  { columns: own }: TypedTable,
): readonly SniffColumn[] {
  return columns.map((column, index): SniffColumn => {
    const type = own[index]?.type ?? '';
    const known = typeOf(column, type);
    const { timeColumn, ...alone } = column;
    const isText = isOfDates(column) && (known.type === 'text' || known.type === 'empty');
    const isDay = timeColumn !== undefined && known.type === 'date';
    return {
      ...(isOfDates({ ...column, ...known }) ? column : alone),
      ...{ candidates: [], decimal: null, format: null, offset: null, unlike: 0, unlikeExamples: [] },
      ...known,
      ...(isDay ? { type: 'datetime', offset: 'never' } : {}),
      evidence: t`its type is ${type}`,
      ...(isText
        ? {
            role: null,
            notes: [...column.notes, t`dates in a column of text: write it as DATE or TIMESTAMP to use them`],
          }
        : {}),
    };
  });
}

type Known = Pick<SniffColumn, 'type'> & Partial<SniffColumn>;

function typeOf(column: SniffColumn, type: string): Known {
  const date = (of: SniffType, offset: SniffColumn['offset']): Known => ({ type: of, format: 'iso', offset });
  switch (kindOfColumn(type)) {
    case 'integer':
      return { type: 'integer' };
    case 'decimal':
      return { type: scaleOf(type) === 0 ? 'integer' : 'decimal', decimal: '.' };
    case 'binary':
      return { type: column.type === 'integer' ? 'integer' : 'decimal', decimal: '.' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return date('date', null);
    case 'local':
      return date('datetime', 'never');
    case 'instant':
      return date('datetime', 'always');
    case 'none':
      return { type: 'empty' };
    default:
      return { type: column.filled === 0 ? 'empty' : 'text' };
  }
}
