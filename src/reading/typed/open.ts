import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { namesOf } from '../../model/header-names.ts';
import type { TypedColumn } from '../../sql/read/typed/column-kind.ts';
import {
  columnsSql,
  headerOfTable,
  nameSql,
  oddColumnsSql,
  parquetSql,
  pathValueSql,
  type TypedTable,
} from '../../sql/read/typed/table.ts';
import { fatalAt } from '../problems.ts';
import type { SourceFile } from '../source-file.ts';
import type { SourceToOpen } from '../source-to-open.ts';
import { isEngineFault, unreadableTable } from './faults.ts';

/** A Parquet file, with the columns that its own footer tells and those that its folders do. */
export async function openParquet(source: SourceToOpen): Promise<SourceFile | Diagnostic> {
  const { file, engine, fields = [] } = source;
  if (!(await isWhole(file)))
    return fatalAt(
      file,
      'unreadable-file',
      t`The Parquet file does not end as one does: it was not written or copied whole`,
      t`write or copy it again`,
    );
  try {
    const from = parquetSql(file);
    const own = await engine.rows<TypedColumn>(columnsSql(from));
    const odd = await engine.rows<{ name: string; kind: string }>(oddColumnsSql(file));
    const kinds = new Map(odd.map(({ name, kind }) => [name, kind]));
    const inFile = own.map(({ name, type }) => ({ name, type: kinds.get(name) ?? type, sql: nameSql(name) }));
    const names = new Set(own.map(({ name }) => name.toLowerCase()));
    const ofPath = foldersOf(file)
      .filter(({ name }) => !names.has(name.toLowerCase()))
      .map(({ name, value }) => ({ name, ...pathValueSql(value, typeOf(name, fields)) }));
    const table: TypedTable = { columns: [...inFile, ...ofPath], from, row: 'file_row_number' };
    return { file, text: file, gzip: false, header: headerOfTable(table), table };
  } catch (error) {
    if (engine.task.signal?.aborted || !isEngineFault(error)) throw error;
    return unreadableTable(file, error);
  }
}

const MAGIC = 'PAR1';

async function isWhole(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size < 2 * MAGIC.length) return false;
    const end = Buffer.alloc(MAGIC.length);
    await handle.read(end, 0, end.length, size - end.length);
    return end.toString('latin1') === MAGIC;
  } finally {
    await handle.close();
  }
}

const typeOf = (name: string, fields: readonly FieldDef[]): FieldDef['type'] =>
  fields.find((field) => namesOf(field).includes(name))?.type ?? 'text';

/** What a writer puts in place of nothing. */
const NOTHING = '__HIVE_DEFAULT_PARTITION__';

/** The folders right above a file that name a column and its value: `year=2026/month=03`. */
function foldersOf(file: string): readonly { readonly name: string; readonly value: string | null }[] {
  const found: { name: string; value: string | null }[] = [];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(basename(folder)) ?? [];
    if (name === undefined || value === undefined) return found.reverse();
    const text = decoded(value);
    found.push({ name: decoded(name), value: text === NOTHING || text === '' ? null : text });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
