import { ODD_ROW, type ReadSql } from '../sql/read.ts';
import type { Engine } from './engine.ts';
import type { Scan } from './read-source.ts';

/** How the rows of all files of a source get into its table. */
export interface Loading {
  /** Of one file; the first makes the table. `rejects` names the table that takes the lines which can't be cut. */
  add(scan: Scan, rejects: string): Promise<void>;
  /** When all files are in: whether any row may have something to tell beyond its plain cells. */
  finish(): Promise<boolean>;
}

/**
 * Nearly all cells of an export are of a few frequent forms, which a short statement reads; the rows that hold any other cell are
 * then read again, the long way, from their cells. An export of which most rows are of the other kind takes the long way at once.
 */
export async function loadingOf(
  engine: Engine,
  sql: ReadSql,
  table: string,
  scans: readonly Scan[],
  bytes: number,
): Promise<Loading> {
  const isPlain = await isMostlyPlain(engine, scans, bytes);
  let made = false;
  return {
    async add(scan, rejects) {
      const select = (isPlain ? scan.plain(rejects) : null) ?? scan.select(rejects);
      await engine.run(made ? `INSERT INTO ${table} ${select}` : `CREATE TABLE ${table} AS ${select}`);
      made = true;
    },
    finish: async () => !isPlain || (await readOdd(engine, sql, table)),
  };
}

/** Bytes of exports from which it is worth to look at some rows first. */
const LARGE = 16_000_000;

/** How many. */
const SAMPLE = 2048;

async function isMostlyPlain(engine: Engine, scans: readonly Scan[], bytes: number): Promise<boolean> {
  const rejects = 'sla_sample';
  const select = scans[0]?.plain(rejects) ?? null;
  if (select === null || bytes < LARGE) return select !== null;
  try {
    const [row] = await engine.rows<{ n: number; odd: number }>(
      `SELECT count(*) AS n, count(*) FILTER ("$bad" > 0) AS odd FROM (SELECT "$bad" FROM (${select}) LIMIT ${SAMPLE})`,
    );
    return row === undefined || row.odd * 2 <= row.n;
  } catch {
    // What is wrong with the file is told when it is read as a whole.
    return true;
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${rejects}`);
    await engine.run(`DROP TABLE IF EXISTS ${rejects}_scan`);
  }
}

/** Puts the rows with odd cells in their place, as the long way reads them; whether there are any. */
async function readOdd(engine: Engine, sql: ReadSql, table: string): Promise<boolean> {
  const odd = `FROM ${table} WHERE "$bad" = ${ODD_ROW}`;
  const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n ${odd}`);
  if (!row?.n) return false;
  await engine.run(`CREATE TABLE sla_odd AS SELECT "key" ${odd}`);
  await engine.run(`DELETE ${odd}`);
  const positions = sql.fields.map((_, index) => index);
  await engine.run(`INSERT INTO ${table} ${sql.select(sql.unpacked('sla_odd'), positions)}`);
  await engine.run('DROP TABLE sla_odd');
  return true;
}
