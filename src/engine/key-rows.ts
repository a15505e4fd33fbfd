import type { FoundRow, ReadPlan } from '../model/plan.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import type { ReadSql } from '../sql/read.ts';
import type { Engine } from './engine.ts';
import { namesOf } from './header.ts';
import type { Scan } from './read-source.ts';
import { blankWords, cleanRecordCell, recordsOf } from './records.ts';

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
  if (plan.unique === 'many') return rows.map((row) => ({ ...row, standing: 'kept' }));
  const texts = rows.map(({ cells }) => readText(sql.fields.map(({ name }) => cells[name] ?? null)));
  const kept = new Set(texts).size > 1 ? await latest(engine, plan, scans, key) : null;
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const text = texts[index] ?? '';
    const again = seen.has(text);
    seen.add(text);
    return { ...row, standing: kept !== null && text !== kept ? 'superseded' : again ? 'identical' : 'kept' };
  });
}

/** Rows are identical where the cells that are read are; what no promise asks for may differ. */
const readText = (cells: readonly (string | null)[]): string => JSON.stringify(cells);

async function find(
  plan: ReadPlan,
  scans: readonly Scan[],
  key: string,
  limit: number,
): Promise<readonly Omit<FoundRow, 'standing'>[]> {
  const blanks = blankWords(plan.nulls);
  const found: Omit<FoundRow, 'standing'>[] = [];
  for (const { source } of scans) {
    const columns = Object.values(plan.fields).flatMap((field) => {
      const column = namesOf(field).find((header) => source.header.includes(header));
      return column === undefined ? [] : [{ name: field.name, position: source.header.indexOf(column) }];
    });
    const keyAt = columns.find(({ name }) => name === plan.key)?.position;
    if (keyAt === undefined) continue;
    // A line with a cell too many is rejected, and it is still this lead's.
    for await (const { cells, line } of recordsOf(source, plan.csv, true)) {
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
  const parts: string[] = [];
  const rejects = scans.map((_, index) => `sla_found_${index}`);
  for (const [index, scan] of scans.entries()) {
    parts.push(
      `SELECT "$cells", "$modified" FROM (${scan.select(rejects[index] ?? '', true)}) WHERE "$bad" = 0 AND "key" = ${duckdb.text(key)}`,
    );
  }
  const [row] = await engine.rows<{ cells: readonly (string | null)[] }>(
    `SELECT "$cells" AS cells FROM (${parts.join(' UNION ALL ')}) ORDER BY "$modified" DESC NULLS LAST, "$cells" LIMIT 1`,
  );
  for (const name of rejects) {
    await engine.run(`DROP TABLE IF EXISTS ${name}`);
    await engine.run(`DROP TABLE IF EXISTS ${name}_scan`);
  }
  return row ? readText(row.cells) : null;
}
