import type { Engine } from '../engine/engine.ts';
import type { ReadSql } from '../sql/read/index.ts';
import { ODD_ROW } from '../sql/read/quick-rows.ts';
import type { Loading } from './loaded-rows.ts';
import type { Scan } from './scan.ts';

/** Two tables that may not be there. */
interface Tables {
  short: string | null;
  long: string | null;
}

/**
 * Nearly all cells of an export are of a few frequent forms, which a short statement reads; the rows that hold any other cell are
 * then read again, the long way, from their cells. An export of which most rows are of the other kind takes the long way at once.
 * `names` are those of the tables to be made; `sizes` of the files of `scans`, bytes.
 */
export async function loadingOf(
  engine: Engine,
  sql: ReadSql,
  names: { readonly short: string; readonly long: string },
  scans: readonly Scan[],
  sizes: readonly number[],
): Promise<Loading> {
  const tables: Tables = { short: null, long: null };
  const censuses = new Map<Scan, Census>();
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, scan] of scans.entries()) {
    // The first stands for many small ones.
    const size = index === 0 ? whole : (sizes[index] ?? 0);
    const census = size < LARGE ? null : await censusOf(engine, scan);
    if (census !== null) censuses.set(scan, census);
  }
  const isOdd = [...censuses.values()].some(({ n, odd }) => odd * 2 > n);
  const into = async (way: 'short' | 'long', select: string): Promise<void> => {
    const table = tables[way];
    await engine.run(
      table === null ? `CREATE TABLE ${names[way]} AS ${select}` : `INSERT INTO ${table} ${select}`,
    );
    tables[way] = names[way];
  };
  return {
    async add(scan, rejects) {
      const census = censuses.get(scan);
      const short = isOdd ? null : scan.plain(rejects, (form) => census?.[form] !== 0);
      const way = short === null ? 'long' : 'short';
      const before = await count(engine, tables[way]);
      await into(way, short ?? scan.select(rejects));
      return (await count(engine, tables[way])) - before;
    },
    async finish() {
      await readOdd(engine, sql, tables, into);
      return {
        all: () => allRows(tables, sql.settled),
        get long() {
          return tables.long;
        },
        async replace(keys, rows) {
          for (const table of [tables.short, tables.long])
            if (table !== null) await engine.run(`DELETE FROM ${table} WHERE "key" IN (${keys})`);
          await into('long', rows);
        },
      };
    },
    async drop() {
      for (const table of [tables.short, tables.long])
        if (table !== null) await engine.run(`DROP TABLE ${table}`);
    },
  };
}

/** Bytes from which it is worth to look at some rows first. */
const LARGE = 16_000_000;

/** How many. */
const SAMPLE = 2048;

/** Counts of rows, of odd ones, and of cells of each form. */
type Census = Readonly<Record<string, number>> & { readonly n: number; readonly odd: number };

/** Of the first rows of a file; null where there are none, or nothing to choose. */
async function censusOf(engine: Engine, scan: Scan): Promise<Census | null> {
  const rejects = 'sla_sample';
  const select = scan.census(rejects, SAMPLE);
  if (select === null) return null;
  try {
    const [row] = await engine.rows<Census>(select);
    return row?.n ? row : null;
  } catch {
    // What is wrong with the file is told when it is read as a whole.
    return null;
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${rejects}`);
    await engine.run(`DROP TABLE IF EXISTS ${rejects}_scan`);
  }
}

/** Reads the rows with odd cells again, as the long way does. */
async function readOdd(
  engine: Engine,
  sql: ReadSql,
  { short }: Tables,
  into: (way: 'long', select: string) => Promise<void>,
): Promise<void> {
  if (short === null) return;
  const odd = `FROM ${short} WHERE "$bad" = ${ODD_ROW}`;
  const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n ${odd}`);
  if (!row?.n) return;
  await engine.run(`CREATE TABLE sla_odd AS SELECT "key" ${odd}`);
  await engine.run(`DELETE ${odd}`);
  const positions = sql.fields.map((_, index) => index);
  await into('long', sql.select(sql.unpacked('sla_odd'), positions));
  await engine.run('DROP TABLE sla_odd');
}

function allRows({ short, long }: Tables, settled: string): string {
  const parts = [
    ...(short === null
      ? []
      : [`SELECT * EXCLUDE ("$bad")${settled === '' ? '' : `, ${settled}`} FROM ${short}`]),
    ...(long === null ? [] : [`SELECT * EXCLUDE ("$bad", "$gap") FROM ${long}`]),
  ];
  return parts.join(' UNION ALL BY NAME ');
}

async function count(engine: Engine, table: string | null): Promise<number> {
  if (table === null) return 0;
  const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return row?.n ?? 0;
}
