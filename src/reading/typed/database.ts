import { createHash } from 'node:crypto';
import { firstOf } from '../../messages/first-of.ts';
import { t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { TypedColumn } from '../../sql/read/typed/column-kind.ts';
import { attachDatabaseSql, tableInSql, tablesSql } from '../../sql/read/typed/database.ts';
import { columnsSql, headerOfTable, nameSql, type TypedTable } from '../../sql/read/typed/table.ts';
import { fatalAt } from '../problems.ts';
import type { SourceFile } from '../source-file.ts';
import type { SourceToOpen } from '../source-to-open.ts';
import { isEngineFault, unreadableTable } from './faults.ts';

/** Tables that are named. */
const MOST_NAMES = 20;

interface Named {
  readonly schema: string;
  readonly table: string;
}

/** A table of a database file of DuckDB, which is opened to be read alone. */
export async function openDatabase(source: SourceToOpen): Promise<SourceFile | Diagnostic> {
  const { file, engine, files } = source;
  if ((await files.stat(`${file}.wal`)) !== null)
    return fatalAt(
      file,
      'unreadable-file',
      t`Changes of the database still lie beside it, in a file that ends in .wal`,
      t`close the program that writes it, or run CHECKPOINT in it`,
    );
  try {
    // By its path, for several sources may read one file.
    const name = `sla_db_${createHash('sha256').update(file).digest('hex').slice(0, 16)}`;
    await engine.run(attachDatabaseSql(file, name));
    const tables = await engine.rows<Named>(tablesSql(name));
    const found = tableOf(source, tables);
    if ('rule' in found) return found;
    const from = tableInSql(name, found.schema, found.table);
    const columns = await engine.rows<TypedColumn>(columnsSql(from));
    const table: TypedTable = {
      columns: columns.map((column) => ({ ...column, sql: nameSql(column.name) })),
      from,
      row: 'rowid',
    };
    return { file, text: file, gzip: false, header: headerOfTable(table), table };
  } catch (error) {
    if (engine.task.signal?.aborted || !isEngineFault(error)) throw error;
    return unreadableTable(file, error);
  }
}

/** The table that is asked for; where none is, the only one. */
function tableOf({ file, within = null }: SourceToOpen, tables: readonly Named[]): Named | Diagnostic {
  const shown = ({ schema, table }: Named): string => (schema === 'main' ? table : `${schema}.${table}`);
  const found =
    within === null
      ? tables
      : tables.filter((each) => [shown(each), `${each.schema}.${each.table}`].includes(within));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = tables.map(shown);
  const told = names.map(quoted);
  const listed = firstOf(told, MOST_NAMES);
  if (tables.length === 0)
    return fatalAt(
      file,
      'no-table',
      t`The database has no table`,
      t`write the rows into a table: a view is not read`,
    );
  if (within === null)
    return fatalAt(
      file,
      'no-table',
      t`The database has ${tables.length} tables, and the source names none`,
      t`write table: ${names[0] ?? ''} under the source; they are ${listed}`,
    );
  const near = nearest(within, names);
  return fatalAt(
    file,
    'no-table',
    t`The database has no table "${within}"`,
    near === null ? t`its tables are ${listed}` : t`did you mean "${near}"? its tables are ${listed}`,
  );
}
