import type { Engine } from '../engine/engine.ts';
import type { FoundRow, ReadPlan } from '../model/reading.ts';
import type { Micros } from '../model/time.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import type { ReadSql } from '../sql/read/index.ts';
import { HANDED } from '../sql/read/repeated-rows.ts';
import type { Scan } from './scan.ts';
import { namesOf } from './text/header.ts';
import { blankWords, cleanRecordCell, recordsWith } from './text/records.ts';

/** The rows with a key, as the files hold them, and which of them stands: reads the files again. */
export async function rowsOfKey(
  engine: Engine,
  plan: ReadPlan,
  sql: ReadSql,
  scans: readonly Scan[],
  key: string,
  limit: number,
): Promise<readonly FoundRow[]> {
  const rows = await find(plan, scans, key, limit);
  if (plan.unique === 'many') return rows.map((row) => ({ ...row, standing: 'kept', handOver: null }));
  const texts = rows.map(({ cells }) => readText(sql.fields.map(({ name }) => cells[name] ?? null)));
  const kept = new Set(texts).size > 1 ? await latest(engine, plan, scans, key) : null;
  const handOvers = plan.unique === 'each' ? await handOversOf(engine, scans, key) : null;
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const text = texts[index] ?? '';
    const again = seen.has(text);
    seen.add(text);
    const standing = kept !== null && text !== kept ? 'superseded' : again ? 'identical' : 'kept';
    return { ...row, standing, handOver: handOvers?.get(text) ?? null };
  });
}

/** Rows are identical where the cells that are read are; what no promise asks for may differ. */
const readText = (cells: readonly (string | null)[]): string => JSON.stringify(cells);

type Found = Omit<FoundRow, 'standing' | 'handOver'>;

async function find(
  plan: ReadPlan,
  scans: readonly Scan[],
  key: string,
  limit: number,
): Promise<readonly Found[]> {
  const blanks = blankWords(plan.nulls);
  const found: Found[] = [];
  for (const { source } of scans) {
    const columns = Object.values(plan.fields).flatMap((field) => {
      const column = namesOf(field).find((header) => source.header.includes(header));
      return column === undefined ? [] : [{ name: field.name, position: source.header.indexOf(column) }];
    });
    const keyAt = columns.find(({ name }) => name === plan.key)?.position;
    if (keyAt === undefined) continue;
    // A line with a cell too many is rejected, and it is still this lead's.
    for await (const { cells, line } of recordsWith(source, plan.csv, key, true)) {
      if (found.length >= limit) return found;
      if (cleanRecordCell(cells[keyAt] ?? '', blanks) !== key) continue;
      const filled = columns.flatMap(({ name, position }) => {
        const value = cleanRecordCell(cells[position] ?? '', blanks);
        return value === '' ? [] : [[name, value] as const];
      });
      found.push({ file: source.file, line, cells: Object.fromEntries(filled) });
    }
  }
  return found;
}

/** The cells of the row that `duplicates: latest` keeps, by the order in which duplicates are collapsed; null where there is none. */
async function latest(
  engine: Engine,
  plan: ReadPlan,
  scans: readonly Scan[],
  key: string,
): Promise<string | null> {
  if (plan.latestBy === null) return null;
  const [row] = await readAgain<{ cells: readonly (string | null)[] }>(
    engine,
    scans,
    key,
    (rows) => `SELECT "$cells" AS cells FROM ${rows} ORDER BY "$modified" DESC NULLS LAST, "$cells" LIMIT 1`,
  );
  return row ? readText(row.cells) : null;
}

/** By the cells that are read: the hand-overs of a lead as its rows are numbered. */
async function handOversOf(
  engine: Engine,
  scans: readonly Scan[],
  key: string,
): Promise<ReadonlyMap<string, NonNullable<FoundRow['handOver']>>> {
  const found = await readAgain<{ cells: readonly (string | null)[]; handed: Micros | null }>(
    engine,
    scans,
    key,
    (rows) =>
      `SELECT "$cells" AS cells, min("${HANDED}") AS handed FROM ${rows} GROUP BY "$cells" ORDER BY handed NULLS LAST, "$cells"`,
  );
  return new Map(found.map(({ cells, handed }, index) => [readText(cells), { nth: index + 1, at: handed }]));
}

/** Asks for the rows of a key that could be read, with evidence. */
async function readAgain<T extends object>(
  engine: Engine,
  scans: readonly Scan[],
  key: string,
  sql: (rows: string) => string,
): Promise<readonly T[]> {
  const rejects = scans.map((_, index) => `sla_found_${index}`);
  const parts = scans.map(
    (scan, index) =>
      `SELECT * FROM (${scan.select(rejects[index] ?? '', true)}) WHERE "$bad" = 0 AND "key" = ${duckdb.text(key)}`,
  );
  const found = await engine.rows<T>(sql(`(${parts.join(' UNION ALL ')})`));
  for (const name of rejects) {
    await engine.run(`DROP TABLE IF EXISTS ${name}`);
    await engine.run(`DROP TABLE IF EXISTS ${name}_scan`);
  }
  return found;
}
