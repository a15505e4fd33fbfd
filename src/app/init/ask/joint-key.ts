import { openDuckDb } from '../../../engine/duckdb.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { InitRequest } from '../../../model/init.ts';
import type { Io } from '../../../model/io.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { openSource } from '../../../reading/open-source.ts';
import { isRounded } from '../../../sniff/shape.ts';
import {
  countDistinctSql,
  createDistinctSql,
  DROP_DISTINCT,
  UNCUT,
} from '../../../sql/read/distinct-rows.ts';
import { fileSql } from '../../../sql/read/file.ts';
import { isChanging, type JointKey, namesRow, uniqueColumns } from './key.ts';
import { isDate, namedColumns } from './mapping.ts';

/** Whether a key of several columns is another than the one that was found to tell all rows apart. */
export const isChosen = (key: readonly SniffColumn[], joint: JointKey | null): boolean =>
  key.length > 1 &&
  (joint === null ||
    key.length !== joint.columns.length ||
    key.some((column) => !joint.columns.includes(column)));

/** Columns that are tried: each that does not fit in is one that is not asked. */
const TRIED = 40;

/**
 * The fewest columns that tell all rows apart where no column does, found by leaving one out after the
 * other, the least telling first; null where one does, where somebody says
 * which, or where not even all of them do. Identical rows are one.
 */
export async function jointKeyOf(
  path: string,
  { key, sheet }: Pick<InitRequest, 'key' | 'sheet'>,
  sniff: Sniff,
  io: Io,
): Promise<JointKey | null> {
  const isNamed = sniff.columns.some(({ role }) => role?.name === 'id') || uniqueColumns(sniff).length > 0;
  const tried = isNamed || key !== null ? [] : candidates(sniff);
  // A moment names nobody.
  if (tried.every(isDate)) return null;
  const engine = await openDuckDb(io);
  try {
    const source = await openSource({
      file: path,
      csv: sniff.csv,
      files: io.files,
      engine,
      copy: 'key',
      sheet,
    });
    if ('rule' in source) return null;
    const scan = fileSql({ source, csv: sniff.csv, rejects: UNCUT });
    await engine.run(createDistinctSql(scan, source.header.length));
    const found = await fewest(tried, engine);
    for (const sql of DROP_DISTINCT) await engine.run(sql);
    return found;
  } finally {
    await engine.close();
  }
}

async function fewest(tried: readonly SniffColumn[], engine: Engine): Promise<JointKey | null> {
  const count = async (
    columns: readonly SniffColumn[],
  ): Promise<{ readonly n: number; readonly d: number }> => {
    const [row] = await engine.rows<{ n: number; d: number }>(
      countDistinctSql(columns.map(({ position }) => position - 1)),
    );
    return row ?? { n: 0, d: 0 };
  };
  const { n, d } = await count(tried);
  if (n < 2 || d < n) return null;
  let columns = tried;
  for (const column of tried.toReversed()) {
    const without = columns.filter((each) => each !== column);
    // A key has one column at least.
    if (without.length === 0) break;
    // Two leads may come in at once tomorrow.
    if (without.every(isDate) && tried.some((each) => !isDate(each))) continue;
    if ((await count(without)).d === n) columns = without;
  }
  return { columns, rows: n };
}

/**
 * The most telling first: an address, when it came in, a telephone, a name, the rest by how much it differs,
 * and last what changes.
 */
function candidates(sniff: Sniff): readonly SniffColumn[] {
  const rank = (column: SniffColumn): number => {
    const { role, personal } = column;
    if (role?.name === 'email') return 0;
    if (role?.name === 'created' || role?.name === 'qualified') return 1;
    if (role?.name === 'phone') return 2;
    if (isChanging(column) || !namesRow(column)) return 6;
    if (role?.name === 'name' || role?.name === 'company' || personal) return 3;
    return isDate(column) ? 5 : 4;
  };
  return namedColumns(sniff)
    .filter(({ type, distinct, examples }) => type !== 'empty' && distinct > 1 && !examples.some(isRounded))
    .sort((a, b) => rank(a) - rank(b) || b.distinct - a.distinct)
    .slice(0, TRIED);
}
