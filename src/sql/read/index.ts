import type { FieldDef } from '../../model/agreement.ts';
import type { Position, ReadPlan } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { HANDED } from '../hand-over.ts';
import { BLANK_KEY, BLANK_ROW, FIRST_FIELD } from './codes.ts';
import { conditionFields, fieldsOfColumns, type Uses, usesOf } from './columns.ts';
import { cleanCells, type FieldReader, fieldReader, type Reading } from './field.ts';
import { cellSql } from './joint-key.ts';
import { localTime } from './local-time.ts';
import { movedSql } from './merged.ts';
import { unpackedScan, WHOLE, wholeRow } from './packed-cells.ts';
import { type PlainReader, plainReader, type Sampled, UNSEEN_ROWS } from './quick-cell.ts';
import { censusSql, plainRows, settledSql } from './quick-rows.ts';
import { joinsSql, layered, rankSql, rowColumns } from './row-columns.ts';
import type { TypedColumn } from './typed/column-kind.ts';
import { typedReader } from './typed/field.ts';
import { type TypedRejects, typedBadCode, typedRejectsSql } from './typed/rows.ts';
import { textAt, typeAt, typedCell } from './typed/texts.ts';

/**
 * How the rows of one source are read, whatever the file. Reading is DuckDB's: the statements of this
 * folder use its own functions, its CSV reader and its tables of rejected lines. What differs between
 * engines is in the dialects, for those that judge.
 */
export interface ReadSql {
  /** The source's own fields that the plan uses; the key is the first. */
  readonly fields: readonly FieldDef[];
  /**
   * Every row of a scan as a row of the source's table, with two columns more: `$bad`, 0 for a row that can
   * be used, else the code of what is wrong, and then `key` is the cell that is wrong; and `$gap`, how many
   * of its local times the clock skips. `positions` says for each of `fields` which column of the scan
   * holds it, or which do. With `evidence` there are `$cells`, the list of the cells, `$modified`, and `$handed` where
   * rows are hand-overs. Of rows that are events `$cells` is a number that tells all cells of the row under
   * the names of `header`, whether or not they are read.
   */
  select(
    scan: string,
    positions: readonly Position[],
    evidence?: boolean,
    header?: readonly string[],
  ): string;
  /**
   * The same rows by a shorter way, for cells of the frequent forms alone. A row that holds any other has
   * the code `ODD_ROW`: its `key` is all of its raw cells packed, its other columns mean nothing, and it is
   * to be selected the long way from `unpacked`. The columns of `settled` are left out. `sampled`
   * leaves out forms, and knows cells. Null where a field has no frequent form.
   */
  plain(scan: string, positions: readonly Position[], sampled?: Sampled): string | null;
  /**
   * One row that tells of a scan how many rows it has, as `n`, how many of them `plain` would call odd, as
   * `odd`, and, under the names by which `Sampled` is asked, how many cells are of each form, and the plain
   * cells of a column of few texts. Null where `plain` is.
   */
  census(scan: string, positions: readonly Position[]): string | null;
  /** Names of the columns that `select` adds as evidence. */
  readonly evidence: readonly string[];
  /**
   * The columns that `plain` leaves out, as a list of columns of a SELECT: they have the same value in every
   * row that `plain` reads.
   */
  readonly settled: string;
  /** A scan of the raw cells that a column `key` of a table holds packed, in the order of `fields`. */
  unpacked(table: string): string;
  /** The same rows of a scan whose columns have types. */
  typed(scan: ScanOfTypes, evidence?: boolean): string;
  /** Those of them that can't be used, as `typedRejectsSql` says. */
  typedRejects(scan: ScanOfTypes, asked: Pick<TypedRejects, 'limit' | 'holding'>): string;
  /** What a code of `$bad` above `FIRST_FIELD` means. */
  reason(code: number): Fault;
  /** The same of any code: a blank key is a fault of the key. */
  fault(code: number): Fault;
}

interface Fault {
  readonly field: FieldDef;
  readonly reason: string;
}

/** A scan of columns that have types, and which of them hold the fields. */
interface ScanOfTypes {
  readonly scan: string;
  readonly columns: readonly TypedColumn[];
  readonly positions: readonly Position[];
  /** Names of all columns, as those of a header. */
  readonly header: readonly string[];
}

/**
 * `isBook`: a workbook is among the files. Long because its methods share the readers of the fields, which are made once.
 */
export function readSql(plan: ReadPlan, dialect: Dialect, isBook = false): ReadSql {
  const fields = usedFields(plan);
  const clock = plan.zone === null ? null : localTime(plan.zone);
  const keys = new Set([plan.key, ...plan.joins.map(({ on }) => on)]);
  const reading: Reading = { nulls: plan.nulls, clock, dialect, isBook, keys };
  const uses = usesOf(plan);
  const cellsAt = (positions: readonly Position[]) =>
    positions.map((position) => cellSql(position, plan.nulls, dialect));
  const typedCells = ({ columns, positions }: ScanOfTypes) =>
    positions.map((position) => typedCell(columns, position, plan.nulls, dialect));
  const { merged } = plan;
  const stay = (select: string, evidence = false): string =>
    merged?.rows === 'moved' ? movedSql(select, merged.table, evidence && !isEvents(plan)) : select;
  const readersFor = (uses: Uses, reading: Reading) =>
    fields.map((field, index) => fieldReader(field, index, uses(field.name), reading));
  const readers = readersFor(uses, reading);
  const reasons = readers.map((reader) => reader.reasons);
  const typedFor = ({ columns, positions }: ScanOfTypes, use: Uses) =>
    fields.map((field, index) => {
      const type = typeAt(columns, positions[index]);
      return typedReader({ field, index, use: use(field.name), reading, type });
    });
  const plainReaders = (sampled: Sampled): readonly PlainReader[] | null => {
    const found = fields.flatMap(
      (field, index) => plainReader({ field, index, use: uses(field.name), reading, sampled }) ?? [],
    );
    return found.length === fields.length ? found : null;
  };
  return {
    fields,
    select(scan, positions, evidence = false, header = []) {
      const lists = [...(clock?.lists ?? []), ...(evidence && isEvents(plan) ? [wholeRow(header)] : [])];
      const all = evidence ? readersFor(() => 'text', { ...reading, isClean: true }) : readers;
      const raw = cellsAt(positions);
      const cells = evidence ? cleaned(scan, raw, reading) : { scan, cells: raw };
      const rows = { plan, readers: all, ...cells, lists, dialect, evidence };
      return stay(selectRows({ ...rows, bad: badCode(all), key: keyOrBadCell(all) }), evidence);
    },
    typed(typed, evidence = false) {
      const { scan, columns, header } = typed;
      const text = (index: number): string => textAt(columns, index, 's.', dialect);
      const whole = evidence && isEvents(plan) ? [wholeRow(header, text)] : [];
      const all = typedFor(typed, evidence ? () => 'text' : uses);
      const lists = [...(clock?.lists ?? []), ...whole];
      const rows = { plan, readers: all, scan, cells: typedCells(typed), lists, dialect, evidence };
      // Where a cell is wrong, the place of its row tells it.
      const key = `CASE WHEN bad = 0 THEN r.${all[0]?.cell} END`;
      return stay(selectRows({ ...rows, bad: typedBadCode(all, reasons), key }), evidence);
    },
    typedRejects(typed, asked) {
      const all = typedFor(typed, () => 'text');
      const rows = {
        readers: all,
        reasons,
        scan: typed.scan,
        cells: typedCells(typed),
        lists: clock?.lists ?? [],
      };
      return typedRejectsSql(
        { ...rows, ...asked, ofNobody: plan.unlinked !== undefined && plan.unlinked !== 'rejected' },
        dialect,
      );
    },
    plain(scan, positions, sampled = UNSEEN_ROWS) {
      const readers = plainReaders(sampled);
      return readers && stay(plainRows({ plan, readers, scan, cells: cellsAt(positions), dialect }));
    },
    census(scan, positions) {
      const readers = plainReaders(UNSEEN_ROWS);
      return readers && censusSql(readers, scan, cellsAt(positions));
    },
    evidence: ['$cells', '$modified', ...(plan.handedOver ? [HANDED] : [])],
    settled: settledSql(plan, plainReaders(UNSEEN_ROWS) ?? [], dialect),
    unpacked: (table) => unpackedScan(table, fields.length),
    reason,
    fault(code) {
      const [key] = fields;
      return code === BLANK_KEY && key ? { field: key, reason: 'blank-key' } : reason(code);
    },
  };
  function reason(code: number): Fault {
    const reader = readers[Math.floor((code - FIRST_FIELD) / 10)];
    const reason = reader?.reasons[(code - FIRST_FIELD) % 10];
    if (!reader || !reason) throw new RangeError(`No reason has the code ${code}`);
    return { field: reader.field, reason };
  }
}

function usedFields(plan: ReadPlan): readonly FieldDef[] {
  const { onePerKey } = plan;
  const chosen = onePerKey ? [onePerKey.by, ...conditionFields(onePerKey.prefer)] : [];
  const names = [plan.key, plan.latestBy, plan.handedOver, ...chosen].flatMap((name) => name ?? []);
  names.push(...plan.joins.map((join) => join.on), ...fieldsOfColumns(plan.columns));
  const joined = new Set(plan.joins.flatMap((join) => Object.keys(join.fields)));
  return [...new Set(names)].flatMap((name) => {
    const field = plan.fields[name];
    if (!field && !joined.has(name)) throw new Error(`The source "${plan.source}" has no field "${name}"`);
    return field ? [field] : [];
  });
}

/** A scan with a list of the clean cells of some raw ones more, and each of these. */
function cleaned(
  scan: string,
  raw: readonly string[],
  reading: Reading,
): { readonly scan: string; readonly cells: readonly string[] } {
  return {
    scan: `(SELECT *, ${cleanCells(raw, reading)} AS "$clean" FROM ${scan} AS s)`,
    cells: raw.map((_, index) => `s."$clean"[${index + 1}]`),
  };
}

interface LongRows {
  readonly plan: ReadPlan;
  readonly readers: readonly FieldReader[];
  readonly scan: string;
  /** The raw cell of each reader, of a scan `s`. */
  readonly cells: readonly string[];
  /** Columns that the clock of the plan's zone needs. */
  readonly lists: readonly string[];
  readonly dialect: Dialect;
  readonly evidence: boolean;
  /** What is wrong with a row, and its key or the cell that is wrong, as SQL. */
  readonly bad: string;
  readonly key: string;
}

/** The rows of a scan by the long way, as `ReadSql` says. */
function selectRows({ plan, readers, scan, cells, lists, dialect, evidence, bad, key }: LongRows): string {
  const from = `(SELECT *, ${bad} AS bad FROM ${layered(readers, scan, cells, lists)}) AS r`;
  const gaps = readers.flatMap((reader) => (reader.gap ? [`CASE WHEN ${reader.gap} THEN 1 ELSE 0 END`] : []));
  const columns = [
    `${key} AS "key"`,
    ...rowColumns(plan, readers, dialect).map(({ sql, name }) => `${sql} AS ${name}`),
    'bad AS "$bad"',
    `CAST(${gaps.length > 0 ? gaps.join(' + ') : '0'} AS UTINYINT) AS "$gap"`,
  ];
  if (evidence) {
    const list = `[${readers.map((reader) => `r.${reader.cell}`).join(', ')}]`;
    columns.push(`${isEvents(plan) ? `r.${WHOLE}` : list} AS "$cells"`);
    columns.push(`${rankSql(plan, readers, dialect)} AS "$modified"`);
    const handed = readers.find((reader) => reader.field.name === plan.handedOver);
    if (handed) columns.push(`${handed.value} AS "${HANDED}"`);
  }
  return `SELECT ${columns.join(',\n  ')} FROM ${from}${joinsSql(plan, readers, dialect)}`;
}

const isEvents = ({ unique }: ReadPlan): boolean => unique === 'many';

/** The first thing that is wrong with a row, in the order of the fields. */
function badCode(readers: readonly FieldReader[]): string {
  const key = readers[0]?.cell;
  const blank = readers.map((reader) => reader.blank).join(' AND ');
  const cases = readers.flatMap((reader, i) =>
    reader.faults.map((fault, reason) => `WHEN ${fault} THEN ${FIRST_FIELD + 10 * i + reason}`),
  );
  const faulty = readers.flatMap(({ cell, faults }, i) =>
    faults.length === 0 ? [] : [i === 0 ? `NOT (${faults.join(' OR ')})` : `${cell} IS NULL`],
  );
  return `CAST(CASE WHEN ${[`${key} IS NOT NULL`, ...faulty].join(' AND ')} THEN 0 WHEN ${key} IS NULL THEN CASE WHEN ${blank} THEN ${BLANK_ROW} ELSE ${BLANK_KEY} END
    ${cases.join(' ')} ELSE 0 END AS USMALLINT)`;
}

function keyOrBadCell(readers: readonly FieldReader[]): string {
  const key = `r.${readers[0]?.cell}`;
  const cases = readers.flatMap((reader, i) =>
    reader.faults.length === 0 ? [] : [`WHEN bad < ${FIRST_FIELD + 10 * (i + 1)} THEN r.${reader.cell}`],
  );
  return cases.length === 0 ? key : `CASE WHEN bad < ${FIRST_FIELD} THEN ${key} ${cases.join(' ')} END`;
}
