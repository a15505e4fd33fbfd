import type { ReadPlan } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { packed } from './packed-cells.ts';
import type { PlainReader } from './quick-cell.ts';
import { visible } from './quick-date.ts';
import { joinsSql, layered, rowColumns } from './row-columns.ts';

/** Code of `$bad` of a row that holds a cell of no frequent form. */
export const ODD_ROW = 3;

export interface ShortRows {
  readonly plan: ReadPlan;
  readonly readers: readonly PlainReader[];
  readonly scan: string;
  /** The raw cell of each, of a scan `s`. */
  readonly cells: readonly string[];
  readonly dialect: Dialect;
}

/** The rows of a scan by the short way, as `ReadSql` says. */
export function plainRows({ plan, readers, scan, cells, dialect }: ShortRows): string {
  const columns = [
    `CASE WHEN is_plain THEN ${readers[0]?.raw} ELSE ${packed(readers.map(({ raw }) => raw))} END AS "key"`,
    ...rowColumns(plan, readers, dialect).flatMap(({ sql, name, isSettled }) =>
      isSettled ? [] : [`${sql} AS ${name}`],
    ),
    `CASE WHEN is_plain THEN 0::UTINYINT ELSE ${ODD_ROW}::UTINYINT END AS "$bad"`,
  ];
  const from = `(SELECT *, ${isPlain(readers)} AS is_plain FROM ${layered(readers, scan, cells)}) AS r`;
  return `SELECT ${columns.join(',\n  ')} FROM ${from}${joinsSql(plan, readers, dialect)}`;
}

function isPlain(readers: readonly PlainReader[]): string {
  const texts = readers.flatMap((reader) => reader.visible);
  const tests = [...(texts.length === 0 ? [] : [visible(texts)]), ...readers.flatMap(({ plain }) => plain)];
  return `${readers[0]?.raw} IS NOT NULL AND coalesce(${tests.map((test) => `(${test})`).join(' AND ')}, true)`;
}

/** What a scan holds of each form, as `ReadSql` says. */
export function censusSql(readers: readonly PlainReader[], scan: string, cells: readonly string[]): string {
  const counts = readers.flatMap(({ forms }) => forms.map((form) => `count(${form}) AS ${form}`));
  const odd = `count(*) FILTER (NOT (${isPlain(readers)})) AS odd`;
  const texts = readers.flatMap(({ raw, texts }) => (texts === null ? [] : [oftenSql(raw, texts)]));
  return `SELECT ${['count(*) AS n', odd, ...counts, ...texts].join(', ')} FROM ${layered(readers, scan, cells)}`;
}

/** Of how many texts a column may be for these to be known, of how many bytes each, and how often they come. */
const OFTEN = { texts: 12, bytes: 60, rows: 4 };

/** The plain cells of a column of few texts, as a list; null for another column. */
function oftenSql(raw: string, { column, isPlain }: NonNullable<PlainReader['texts']>): string {
  const known = `list(DISTINCT ${raw}) FILTER (${raw} IS NOT NULL AND ${isPlain})`;
  const isFew = `count(DISTINCT ${raw}) <= least(${OFTEN.texts}, count(*) // ${OFTEN.rows}) AND max(strlen(${raw})) <= ${OFTEN.bytes}`;
  return `CASE WHEN ${isFew} THEN list_sort(${known}) END AS ${column}`;
}

/** The columns that the short way leaves out, as `ReadSql` says. */
export function settledSql(plan: ReadPlan, readers: readonly PlainReader[], dialect: Dialect): string {
  const settled =
    readers.length === 0 ? [] : rowColumns(plan, readers, dialect).filter(({ isSettled }) => isSettled);
  return settled.map(({ sql, name }) => `${sql} AS ${name}`).join(', ');
}
