import type { Engine } from '../engine/engine.ts';
import { dropRejectsSql } from '../sql/read/file.ts';
import type { ReadSql } from '../sql/read/index.ts';
import type { Sampled } from '../sql/read/quick-cell.ts';
import {
  allRowsSql,
  createTableSql,
  dropKeysSql,
  dropOddSql,
  dropTableSql,
  insertByNameSql,
  oddCellsSql,
} from '../sql/read/source-table.ts';
import type { Loading } from './loaded-rows.ts';
import type { Scan } from './scan.ts';
import { SMALL } from './small.ts';
import { runEach } from './statements.ts';

/** Two tables that may not be there. */
interface Tables {
  short: string | null;
  long: string | null;
}

type Way = keyof Tables;

/** The files of a source, and where their rows go. */
export interface RowsToLoad {
  readonly engine: Engine;
  readonly sql: ReadSql;
  /** Of the tables to be made. */
  readonly names: Readonly<Record<Way, string>>;
  readonly scans: readonly Scan[];
  /** Of the files of `scans`, bytes. */
  readonly sizes: readonly number[];
  readonly small?: number;
}

/**
 * Nearly all cells of an export are of a few frequent forms, which a short statement reads; the rows that
 * hold any other cell are then read again, the long way, from their cells. An export of which most rows are
 * of the other kind takes the long way at once, and so does a small one, with all that may be asked of its
 * rows later: to plan the other statements takes longer than to read it.
 */
export async function loadingOf({
  engine,
  sql,
  names,
  scans,
  sizes,
  small = SMALL,
}: RowsToLoad): Promise<Loading> {
  const tables: Tables = { short: null, long: null };
  const made = (): readonly string[] => [tables.short, tables.long].flatMap((table) => table ?? []);
  const censuses = await censusesOf(engine, scans, sizes);
  const isOdd = [...censuses.values()].some(({ n, odd }) => odd * 2 > n);
  const isSmall = sum(sizes) <= small;
  const into = async (way: Way, select: string): Promise<number> => {
    const table = tables[way];
    const rows = await engine.run(
      table === null ? createTableSql(names[way], select) : insertByNameSql(table, select),
    );
    tables[way] = names[way];
    return rows;
  };
  return {
    async add(scan, rejects, like = scan) {
      const census = censuses.get(like);
      const short = isOdd || isSmall ? null : scan.plain(rejects, sampledBy(census));
      return short === null ? into('long', scan.select(rejects, isSmall)) : into('short', short);
    },
    async finish() {
      await readOdd(engine, sql, tables.short, (select) => into('long', select));
      return {
        all: () => allRowsSql({ ...tables, settled: sql.settled, evidence: isSmall ? sql.evidence : [] }),
        evidence: isSmall ? tables.long : null,
        get long() {
          return tables.long;
        },
        async replace(keys, rows) {
          for (const table of made()) await engine.run(dropKeysSql(table, keys));
          await into('long', rows);
        },
        async without(keys) {
          let dropped = 0;
          for (const table of made()) dropped += await engine.run(dropKeysSql(table, keys));
          return dropped;
        },
      };
    },
    async drop() {
      for (const table of made()) await engine.run(dropTableSql(table));
      Object.assign(tables, { short: null, long: null });
    },
  };
}

/** Bytes from which it is worth to look at some rows first. */
const LARGE = 16_000_000;

/** How many. */
const SAMPLE = 2048;

/** Counts of rows, of odd ones, and of cells of each form; texts that columns of few texts hold. */
interface Census {
  readonly n: number;
  readonly odd: number;
  readonly [column: string]: number | readonly string[] | null;
}

const sampledBy = (census: Census | undefined): Sampled => ({
  isTried: (form) => census?.[form] !== 0,
  textsOf(column) {
    const texts = census?.[column];
    return Array.isArray(texts) ? texts : [];
  },
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Of the files that are large enough; the first stands for many small ones. */
async function censusesOf(
  engine: Engine,
  scans: readonly Scan[],
  sizes: readonly number[],
): Promise<ReadonlyMap<Scan, Census>> {
  const censuses = new Map<Scan, Census>();
  const whole = sum(sizes);
  for (const [index, scan] of scans.entries()) {
    const size = index === 0 ? whole : (sizes[index] ?? 0);
    const census = size < LARGE ? null : await censusOf(engine, scan);
    if (census !== null) censuses.set(scan, census);
  }
  return censuses;
}

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
    await runEach(engine, dropRejectsSql(rejects));
  }
}

/** Reads the rows with odd cells again, as the long way does. */
async function readOdd(
  engine: Engine,
  sql: ReadSql,
  short: string | null,
  add: (select: string) => Promise<unknown>,
): Promise<void> {
  if (short === null) return;
  const odd = 'sla_odd';
  if ((await engine.run(createTableSql(odd, oddCellsSql(short)))) > 0) {
    await engine.run(dropOddSql(short));
    const positions = sql.fields.map((_, index) => index);
    await add(sql.select(sql.unpacked(odd), positions));
  }
  await engine.run(dropTableSql(odd));
}
