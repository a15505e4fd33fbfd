import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { RawField, RawSource, World } from '../../oracle/agreement.ts';
import type { Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';
import { csvOf, type Seeded } from './world.ts';

/** One world twice: its exports as texts, and as Parquet files of columns that have types. */
export interface TwoForms {
  /** As texts, in which every cell is written as a value of its type is. */
  readonly world: World;
  readonly texts: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, string | Uint8Array>>;
  /** Of each table, as the program calls it, the text that it stands for. */
  readonly names: ReadonlyMap<string, string>;
}

/** A type of the engine for a column, and its text for a cell; null for one that no value of the type can be. */
export interface Column {
  readonly type: string;
  readonly text: (cell: string) => string | null;
}

/** What a world becomes once its columns have types: what no such column can hold is blank. */
export async function inTwoForms({ seed, world, texts }: Seeded): Promise<TwoForms> {
  const random = randomOf(seed + 7_000_000);
  const sources = world.versions.at(-1)?.sources ?? {};
  const files: Record<string, Table> = { ...world.files };
  const tables: Record<string, Uint8Array> = {};
  const names = new Map<string, string>();
  const called = new Map<string, string>();
  for (const source of Object.values(sources)) {
    const rows = world.files[source.files];
    if (!rows) continue;
    const columns = columnsOf(source, rows[0] ?? [], random);
    const typed = rowsOf(rows, columns);
    files[source.files] = [rows[0] ?? [], ...typed.map((row) => row.map((cell) => cell ?? ''))];
    const name = source.files.replace('.csv', random.chance(0.3) ? '.duckdb' : '.parquet');
    names.set(source.files, name);
    called.set(name, source.files);
    tables[name] = await tableOf(name, rows[0] ?? [], typed, columns, random);
  }
  const asTexts = world.versions.map((version) => ({ ...version, sources: each(version.sources, ofTexts) }));
  const asTables = world.versions.map((version) => ({
    ...version,
    sources: each(version.sources, (source) => ofTables(source, names)),
  }));
  const others = Object.fromEntries(
    Object.entries(texts).filter(([path]) => !Object.values(sources).some((source) => source.files === path)),
  );
  return {
    world: { ...world, versions: asTexts, files },
    texts: { ...others, ...yamlOf(asTexts), ...csvOf(files, sources) },
    tables: { ...others, ...yamlOf(asTables), ...tables },
    names: called,
  };
}

export const yamlOf = (versions: World['versions']): Record<string, string> =>
  Object.fromEntries(
    versions.map((version) => [
      `v${version.version}.sla.yaml`,
      stringify(version, { aliasDuplicateObjects: false }),
    ]),
  );

type Sources = World['versions'][number]['sources'];

export const each = (sources: Sources, change: (source: RawSource) => RawSource): Sources =>
  Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, change(source)]));

const withFields = (source: RawSource, change: (field: RawField) => RawField): RawSource => ({
  ...source,
  fields: Object.fromEntries(Object.entries(source.fields).map(([name, field]) => [name, change(field)])),
});

const isDate = ({ type }: RawField): boolean => type === 'date' || type === 'datetime';

export const ofTexts = (source: RawSource): RawSource =>
  withFields(source, ({ decimal: _, ...field }) => ({
    ...field,
    ...(isDate(field) ? { format: 'iso' } : {}),
  }));

/** The columns tell how dates are written. */
export const asTable = ({ csv: _, ...source }: RawSource): RawSource =>
  withFields(source, ({ decimal: __, format: ___, ...field }) => field);

function ofTables(source: RawSource, names: ReadonlyMap<string, string>): RawSource {
  return { ...asTable(source), files: names.get(source.files) ?? source.files };
}

export function columnsOf(source: RawSource, header: readonly string[], random: Random): readonly Column[] {
  const fields = new Map(Object.values(source.fields).map((field) => [field.column, field]));
  return header.map((name): Column => {
    const field = fields.get(name);
    switch (field?.type ?? 'text') {
      case 'integer':
        return { type: random.pick(['BIGINT', 'SMALLINT', 'DOUBLE', 'DECIMAL(9,2)']), text: wholeNumber };
      case 'decimal':
        return { type: random.pick(['DECIMAL(12,4)', 'DECIMAL(20,8)', 'DOUBLE']), text: number };
      case 'boolean':
        return { type: random.pick(['BOOLEAN', 'TINYINT']), text: truth };
      case 'date':
        return {
          type: random.pick(['DATE', 'TIMESTAMP']),
          text: (cell) => shown(cell, field?.format)?.slice(0, 10) ?? null,
        };
      case 'datetime':
        return dateTime(field?.format, random);
      default:
        return { type: 'VARCHAR', text: (cell) => cell };
    }
  });
}

function dateTime(format: string | undefined, random: Random): Column {
  const type = random.pick(['TIMESTAMP', 'TIMESTAMP', 'TIMESTAMP_MS', 'TIMESTAMP WITH TIME ZONE', 'DATE']);
  const end = type === 'TIMESTAMP WITH TIME ZONE' ? 'Z' : '';
  const length = type === 'DATE' ? 10 : 19;
  return {
    type,
    text: (cell) => {
      const at = shown(cell, format);
      return at === null ? null : `${at.slice(0, length)}${end}`;
    },
  };
}

export const wholeNumber = (cell: string): string | null => (/^\d+$/.test(cell) ? cell : null);

export const number = (cell: string): string | null => {
  const pointed = cell.replace(',', '.');
  return /^\d+([.]\d+)?$/.test(pointed) ? String(Number(pointed)) : null;
};

export const truth = (cell: string): string | null =>
  /^(true|yes|1)$/i.test(cell) ? 'true' : /^(false|no|0)$/i.test(cell) ? 'false' : null;

const FORMS: Readonly<Record<string, readonly [form: RegExp, order: readonly number[]]>> = {
  iso: [/^(\d{4})-(\d\d)-(\d\d)/, [1, 2, 3]],
  'MM/': [/^(\d\d)\/(\d\d)\/(\d{4})/, [3, 1, 2]],
  'dd/': [/^(\d\d)\/(\d\d)\/(\d{4})/, [3, 2, 1]],
  'dd.': [/^(\d\d)[.](\d\d)[.](\d{4})/, [3, 2, 1]],
};

/** What a date cell shows, `2026-03-02 09:00:00`, whatever is said of its offset; null where it is no date. */
export function shown(cell: string, format = 'iso'): string | null {
  const [form, order] = FORMS[format === 'iso' ? format : format.slice(0, 3)] ?? [/$^/, []];
  const parts = form.exec(cell);
  if (parts === null) return null;
  const day = order.map((part) => parts[part]).join('-');
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  const [, hour = '00', minute = '00', second = '00', half = ''] =
    /(\d\d):(\d\d)(?::(\d\d))?(?: ([AP]M))?/.exec(cell.slice(10)) ?? [];
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${day} ${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

/** The rows as values; the header once more is no row of a table. */
export function rowsOf(
  [header = [], ...rows]: Table,
  columns: readonly Column[],
): readonly (readonly (string | null)[])[] {
  return rows
    .filter((row) => row.join('\n') !== header.join('\n'))
    .map((row) => row.map((cell, index) => (cell === '' ? null : (columns[index]?.text(cell) ?? null))));
}

/** A file that holds the rows as a table of that form. */
async function tableOf(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  columns: readonly Column[],
  random: Random,
): Promise<Uint8Array> {
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const value = (cell: string | null, type: string): string => {
    if (cell === null) return type === 'VARCHAR' && random.chance(0.3) ? "''" : `CAST(NULL AS ${type})`;
    return type === 'TINYINT'
      ? `CAST(CAST(${literal(cell)} AS BOOLEAN) AS TINYINT)`
      : `CAST(${literal(cell)} AS ${type})`;
  };
  const engine = await openDuckDb({ threads: 1 });
  try {
    const file = join(engine.scratch, name);
    const typed = header.map((name, i) => `"${name.replaceAll('"', '""')}" ${columns[i]?.type}`);
    await engine.run(`CREATE TABLE made (${typed.join(', ')})`);
    const values = rows.map(
      (row) => `(${row.map((cell, i) => value(cell, columns[i]?.type ?? '')).join(', ')})`,
    );
    if (values.length > 0) await engine.run(`INSERT INTO made VALUES ${values.join(', ')}`);
    const write = name.endsWith('.parquet')
      ? [`COPY made TO '${file}' (FORMAT parquet)`]
      : [`ATTACH '${file}' AS other`, 'CREATE TABLE other.made AS FROM made', 'DETACH other'];
    for (const statement of write) await engine.run(statement);
    return await readFile(file);
  } finally {
    await engine.close();
  }
}
