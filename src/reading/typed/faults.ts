import { basename } from 'node:path';
import { t } from '../../messages/index.ts';
import { anyOf } from '../../messages/list.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import {
  isReadable,
  needsZone,
  TIME_OF_96_BITS,
  type TypedColumn,
} from '../../sql/read/typed/column-kind.ts';
import type { TypedTable } from '../../sql/read/typed/table.ts';
import { fatalAt } from '../problems.ts';
import { noSpace } from '../unopened.ts';

/** Whether the engine itself speaks: its sentences begin with the kind of the fault. */
export const isEngineFault = (error: unknown): error is Error =>
  error instanceof Error && /^[A-Z][A-Za-z ]* Error: /.test(error.message);

/** What the engine says against a table; that memory or the disk is full is said against neither. */
export function unreadableTable(file: string, error: Error): Diagnostic {
  if (error.message.includes('No space left on device')) return noSpace(file);
  const [line = ''] = error.message.split('\n');
  if (/read a database file with version number/.test(line)) return ofAnotherVersion(file);
  const first = line
    .replace(/^[A-Za-z ]+: /, '')
    .replaceAll(file, basename(file))
    .trim();
  return fatalAt(
    file,
    'unreadable-file',
    t`The export can not be read: ${first}`,
    t`check that it was written and copied whole, or write it again`,
  );
}

const ofAnotherVersion = (file: string): Diagnostic =>
  fatalAt(
    file,
    'unreadable-file',
    t`The database was written by a DuckDB of another version, whose files are not read`,
    t`write its table as Parquet there: COPY leads TO 'leads.parquet'`,
  );

/** What is wrong with the types of the columns that are read. */
export function typeProblems(
  file: string,
  table: TypedTable,
  { source, zone }: ReadPlan,
  { fields, positions }: { readonly fields: readonly FieldDef[]; readonly positions: readonly number[] },
): readonly Diagnostic[] {
  return fields.flatMap((field, index): readonly Diagnostic[] => {
    const column = table.columns[positions[index] ?? -1];
    if (!column) return [];
    const { name, type, told = type } = column;
    if (!isReadable(field, type)) return [wrongType(file, field, column)];
    if (zone !== null || !needsZone(field, type)) return [];
    return [
      {
        ...fatalAt(
          file,
          'no-time-zone',
          t`The column "${name}" of "${field.name}" is ${told}, and "${source}" does not say in which time zone it is`,
          t`add timezone: Europe/Paris (the zone of its clock) under "${source}"`,
        ),
        path: field.path,
      },
    ];
  });
}

/** What a column may be for each type of a field, in the order in which it is best. */
const WANTED: Readonly<Record<FieldDef['type'], readonly string[]>> = {
  text: ['VARCHAR'],
  integer: ['BIGINT', 'INTEGER'],
  decimal: ['DECIMAL(18,6)', 'BIGINT', 'DOUBLE'],
  boolean: ['BOOLEAN'],
  date: ['DATE'],
  datetime: ['TIMESTAMP WITH TIME ZONE', 'TIMESTAMP', 'DATE'],
};

function wrongType(file: string, field: FieldDef, { name, type, told }: TypedColumn): Diagnostic {
  const wanted = anyOf(WANTED[field.type]);
  const help =
    type === TIME_OF_96_BITS
      ? t`such times tell no zone: write the column as TIMESTAMP (of 64 bits, in microseconds)`
      : field.type === 'text'
        ? t`write the column as text, or name another`
        : told !== undefined
          ? t`name another, or a view in which it is ${wanted}, or correct the type of "${field.name}"`
          : t`write the column as ${wanted}, name another, or correct the type of "${field.name}"`;
  return {
    ...fatalAt(
      file,
      'wrong-column-type',
      t`The column "${name}" is ${told ?? type}, and the field "${field.name}" is declared ${field.type}`,
      help,
    ),
    path: [...field.path, 'type'],
  };
}
