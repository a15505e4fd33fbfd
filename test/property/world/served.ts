import { stringify } from 'yaml';
import type { RawSource, World } from '../../oracle/agreement.ts';
import type { Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';
import { asTable, type Column, columnsOf, each, ofTexts, rowsOf, type TwoForms, yamlOf } from './typed.ts';
import { csvOf, type Seeded } from './world.ts';

/** One world as texts, and as tables of a server. */
export interface Served extends TwoForms {
  readonly schema: string;
  /** That make the tables. */
  readonly statements: readonly string[];
}

/** Names that a server takes, and statements have to quote. */
const NAMES = ['leads', 'Kunden "2026"', "l'été", 'a.b', 'SELECT', 'x;--'];

/** Their types on the server. */
const TYPES: Readonly<Record<string, string>> = {
  DOUBLE: 'double precision',
  TINYINT: 'smallint',
  TIMESTAMP_MS: 'timestamp(3)',
  'DECIMAL(12,4)': 'numeric',
};

/** `url` is where the server is, without a secret. */
export function onServer({ seed, world, texts }: Seeded, url: string): Served {
  const random = randomOf(seed + 8_000_000);
  const schema = `served_${seed}`;
  const sources = world.versions.at(-1)?.sources ?? {};
  const files: Record<string, Table> = { ...world.files };
  const statements: string[] = [];
  const tables = new Map<string, string>();
  for (const source of Object.values(sources)) {
    const rows = world.files[source.files];
    if (!rows || tables.has(source.files)) continue;
    const [header = []] = rows;
    const columns = columnsOf(source, header, random);
    const typed = rowsOf(rows, columns);
    files[source.files] = [header, ...typed.map((row) => row.map((cell) => cell ?? ''))];
    const name = `${random.pick(NAMES)} ${tables.size}`;
    tables.set(source.files, `${schema}.${name}`);
    statements.push(...statementsOf(name, header, typed, columns, random));
  }
  const asTexts = world.versions.map((version) => ({ ...version, sources: each(version.sources, ofTexts) }));
  const asTables = world.versions.map((version) => ({
    ...version,
    sources: each(version.sources, (source) => served(source, tables)),
  }));
  const others = Object.fromEntries(Object.entries(texts).filter(([path]) => !tables.has(path)));
  return {
    schema,
    statements,
    world: { ...world, versions: asTexts, files },
    texts: { ...others, ...yamlOf(asTexts), ...csvOf(files, sources) },
    tables: { ...others, ...yamlOf(asTables), '.sla/connections.yaml': stringify({ replica: url }) },
    names: new Map([...tables].map(([file, table]) => [`replica:${table}`, file])),
  };
}

function served(
  source: RawSource,
  tables: ReadonlyMap<string, string>,
): World['versions'][number]['sources'][string] {
  const table = tables.get(source.files);
  if (table === undefined) return source;
  const { files: _, ...bare } = asTable(source);
  return { ...bare, connection: 'replica', table } as unknown as RawSource;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function statementsOf(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  columns: readonly Column[],
  random: Random,
): readonly string[] {
  const types = columns.map(({ type }) => TYPES[type] ?? type);
  const value = (cell: string | null, type: string): string => {
    if (cell === null) return type === 'VARCHAR' && random.chance(0.3) ? "''" : 'NULL';
    const text = type === 'smallint' && /^[tf]/.test(cell) ? String(Number(cell === 'true')) : cell;
    return `CAST('${text.replaceAll("'", "''")}' AS ${type})`;
  };
  const values = rows.map((row) => `(${row.map((cell, i) => value(cell, types[i] ?? '')).join(', ')})`);
  return [
    `CREATE TABLE ${quoted(name)} (${header.map((column, i) => `${quoted(column)} ${types[i]}`).join(', ')})`,
    ...(values.length > 0 ? [`INSERT INTO ${quoted(name)} VALUES ${values.join(', ')}`] : []),
  ];
}
