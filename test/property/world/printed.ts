import type { RawField } from '../../oracle/agreement.ts';
import type { Table } from './exports.ts';
import { each, number, ofTexts, shown, truth, wholeNumber, yamlOf } from './typed.ts';
import { csvOf, type Seeded } from './world.ts';

/** One world as texts in which every cell is one of its type, and as statements that make typed tables of them. */
export interface Printed {
  readonly texts: Readonly<Record<string, string>>;
  readonly tables: readonly string[];
}

/** The types that a printed statement takes columns for. */
const TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'bigint',
  decimal: 'numeric(18, 6)',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
};

export function asPrinted({ world, texts }: Seeded): Printed {
  const sources = world.versions.at(-1)?.sources ?? {};
  const files: Record<string, Table> = { ...world.files };
  const tables: string[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const [header = [], ...all] = world.files[source.files] ?? [];
    const fields = new Map(Object.values(source.fields).map((field) => [field.column, field]));
    const own = header.map((column) => fields.get(column));
    const rows = all
      .filter((row) => row.join('\n') !== header.join('\n'))
      .map((row) => header.map((_, i) => typedCell(row[i] ?? '', own[i])));
    files[source.files] = [header, ...rows.map((row) => row.map((cell) => cell ?? ''))];
    const types = own.map((field) => TYPES[field?.type ?? 'text'] ?? 'text');
    const columns = header.map((column, i) => `"${column.replaceAll('"', '""')}" ${types[i]}`);
    const values = rows.map(
      (row) => `(${row.map((cell, i) => literal(cell, types[i] ?? 'text')).join(', ')})`,
    );
    tables.push(`CREATE TABLE "${name}" (${columns.join(', ')})`);
    if (values.length > 0) tables.push(`INSERT INTO "${name}" VALUES ${values.join(', ')}`);
  }
  const versions = world.versions.map((version) => ({ ...version, sources: each(version.sources, ofTexts) }));
  const others = Object.entries(texts).filter(([path]) => !(path in files));
  return { texts: { ...Object.fromEntries(others), ...yamlOf(versions), ...csvOf(files, sources) }, tables };
}

/** What no column of the type can hold is null. */
function typedCell(cell: string, field: RawField | undefined): string | null {
  if (cell === '') return null;
  switch (field?.type ?? 'text') {
    case 'integer':
      return wholeNumber(cell);
    case 'decimal':
      return number(cell);
    case 'boolean':
      return truth(cell);
    case 'date':
      return shown(cell, field?.format)?.slice(0, 10) ?? null;
    case 'datetime':
      return shown(cell, field?.format);
    default:
      return cell;
  }
}

const literal = (cell: string | null, type: string): string =>
  cell === null ? 'NULL' : `CAST('${cell.replaceAll("'", "''")}' AS ${type})`;
