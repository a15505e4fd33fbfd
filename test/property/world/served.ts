import { stringify } from 'yaml';
import type { RawSource, World } from '../../oracle/agreement.ts';
import type { TableToMake, Target } from '../../servers/targets.ts';
import type { Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';
import { asTable, type Column, columnsOf, each, ofTexts, rowsOf, type TwoForms, yamlOf } from './typed.ts';
import { csvOf, type Seeded } from './world.ts';

/** One world as texts, and as tables of a server. */
export interface Served extends TwoForms {
  readonly schema: string;
  readonly made: readonly TableToMake[];
}

export function onServer({ seed, world, texts }: Seeded, target: Target): Served {
  const random = randomOf(seed + 8_000_000);
  const schema = `served_${seed}`;
  const sources = world.versions.at(-1)?.sources ?? {};
  const files: Record<string, Table> = { ...world.files };
  const made: TableToMake[] = [];
  const tables = new Map<string, string>();
  for (const source of Object.values(sources)) {
    const rows = world.files[source.files];
    if (!rows || tables.has(source.files)) continue;
    const [header = []] = rows;
    const columns = columnsOf(source, header, random);
    const typed = rowsOf(rows, columns);
    files[source.files] = [header, ...typed.map((row) => row.map((cell) => cell ?? ''))];
    const name = `${random.pick(target.names)} ${tables.size}`;
    tables.set(source.files, `${target.catalog}${schema}.${name}`);
    made.push({
      name,
      columns: header.map((column, i) => [column, columns[i]?.type ?? ''] as const),
      rows: typed.map((row) => row.map((cell, i) => blankOf(cell, columns[i], random))),
    });
  }
  const asTexts = world.versions.map((version) => ({ ...version, sources: each(version.sources, ofTexts) }));
  const asTables = world.versions.map((version) => ({
    ...version,
    sources: each(version.sources, (source) => served(source, tables)),
  }));
  const others = Object.fromEntries(Object.entries(texts).filter(([path]) => !tables.has(path)));
  return {
    schema,
    made,
    world: { ...world, versions: asTexts, files },
    texts: { ...others, ...yamlOf(asTexts), ...csvOf(files, sources) },
    tables: {
      ...others,
      ...yamlOf(asTables),
      '.sla/connections.yaml': stringify({ replica: target.url ?? '' }),
    },
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

/** Some texts that are none are empty. */
const blankOf = (cell: string | null, column: Column | undefined, random: Random): string | null =>
  cell === null && column?.type === 'VARCHAR' && random.chance(0.3) ? '' : cell;
