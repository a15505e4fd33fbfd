import type { Server } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { ReadPlan, TableRead } from '../../model/reading.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { duckdb } from '../../sql/dialects/duckdb.ts';
import { nullWords } from '../../sql/read/cell.ts';
import { readSql } from '../../sql/read/index.ts';
import { tablesOf } from '../../sql/read/server/index.ts';
import { type ColumnKind, epochOf, kindOfColumn } from '../../sql/read/typed/column-kind.ts';
import { eventRowsSql, TIMES, type TypedSource } from '../../sql/server-facts/cells.ts';
import { columnsOf } from '../open-files.ts';
import { positionsOf } from '../problems.ts';
import type { ReadTask } from '../read-task.ts';
import { typeProblems } from '../typed/faults.ts';
import { type OpenedTable, openTable } from './open.ts';
import { momentOf } from './version.ts';

/** A table of a server whose facts may be made there. */
export interface ServedTable {
  readonly opened: OpenedTable;
  /** Where the fields that are read stand, by their names. */
  readonly places: ReadonlyMap<string, number>;
  readonly fields: readonly FieldDef[];
}

/** Looks a table up. Null where something is wrong with it, which whoever reads it is told. */
export async function servedTable(task: Omit<ReadTask, 'sql'>): Promise<ServedTable | null> {
  const { plan } = task;
  const sql = readSql(plan, duckdb);
  const opened = await openTable({ ...task, sql });
  if ('rule' in opened) return null;
  const fields = columnsOf(sql.fields);
  const { positions, problems } = positionsOf(opened.file, opened.header, fields, plan.csv.delimiter);
  const wrong = typeProblems(opened.file, opened.table, plan, { fields, positions });
  if (problems.length + wrong.length > 0) return null;
  if (positions.some((at) => opened.described[at]?.readable !== 't')) return null;
  return { opened, fields, places: new Map(fields.map(({ name }, i) => [name, positions[i] ?? -1])) };
}

/** The kinds of columns that statements read as the reading here does, by what a field is. */
const ALIKE: Readonly<Record<FieldDef['type'], readonly ColumnKind[]>> = {
  text: ['text', 'integer'],
  integer: ['integer', 'decimal', 'numeric', 'binary'],
  decimal: ['integer', 'decimal', 'numeric', 'binary'],
  boolean: ['boolean', 'integer'],
  date: ['date', 'local'],
  datetime: ['instant', 'local', 'date'],
};

const kindAt = ({ opened, places }: ServedTable, { name }: FieldDef): ColumnKind | null =>
  kindOfColumn(opened.table.columns[places.get(name) ?? -1]?.type ?? '');

/** Why statements can not read it as it is read here, as a sentence; null where they can. */
export function whyNotServed(plan: ReadPlan, table: ServedTable): string | null {
  const { source, nulls, columns } = plan;
  if (nullWords(nulls).some((word) => /\d|^(?:true|false)$/.test(word)))
    return t`numbers, dates or truths stand for blanks in "${source}"`;
  const keys = [plan.key, ...plan.joins.map(({ on }) => on)].flatMap((name) => plan.fields[name] ?? []);
  const ofKeys = new Set(columnsOf(keys).map(({ name }) => name));
  for (const field of table.fields) {
    const kind = kindAt(table, field);
    const isKey = ofKeys.has(field.name);
    const asText = isKey || columns.some((each) => each.kind === 'text' && each.field === field.name);
    const kinds = isKey ? ALIKE.text : ALIKE[field.type];
    const isEpoch = kind === 'integer' && epochOf(field) !== null;
    const isLong = field.name.length > LONGEST_NAME;
    const column = table.opened.described[table.places.get(field.name) ?? -1];
    const isFiner = column !== undefined && tablesOf[table.opened.server.engine].isFiner(column);
    if (
      isLong ||
      isEpoch ||
      isFiner ||
      kind === null ||
      !kinds.includes(kind) ||
      (asText && !ALIKE.text.includes(kind))
    )
      return t`the column of "${field.name}" of "${source}" is ${typeOf(table, field)}, which is read value by value`;
  }
  return null;
}

/** Characters of names that no server cuts. */
const LONGEST_NAME = 24;

const typeOf = ({ opened, places }: ServedTable, { name }: FieldDef): string =>
  opened.described[places.get(name) ?? -1]?.type ?? '';

/** The table as statements of its server read it. */
export async function typedSourceOf(
  plan: ReadPlan,
  table: ServedTable,
  of: {
    readonly server: Server;
    readonly dialect: JudgingDialect;
    readonly isEvent: boolean;
    readonly isJoined: boolean;
  },
): Promise<TypedSource> {
  const { server, dialect } = of;
  const { opened, places } = table;
  const { identifier } = dialect;
  const syntax = tablesOf[server.engine];
  const moment = await momentOf(server, opened.relation);
  const path = syntax.path(opened.relation, moment.of === 'version' ? moment.version : null, server.home);
  const columnAt = (name: string) => opened.described[places.get(name) ?? -1]?.name ?? '';
  const placed = (field: FieldDef): FieldDef => ({ ...field, column: columnAt(field.name) });
  const fields = Object.fromEntries(
    Object.entries(plan.fields).map(([name, field]) => [
      name,
      field.parts ? { ...field, parts: field.parts.map(placed) } : placed(field),
    ]),
  );
  return {
    plan: { ...plan, fields },
    table: plan.unique === 'many' ? eventsOf(path, table, of) : path,
    column: identifier,
    isEvent: of.isEvent,
    asOf: of.isJoined ? null : (plan.asOf ?? null),
    isCutLater: true,
    zone: plan.zone,
    kind: (field) => kindAt(table, field),
    span: null,
    isAsked: () => true,
  };
}

/** Rows of events are the same where all their columns are: those that are read, and a word for the others. */
function eventsOf(
  path: string,
  { opened, places }: ServedTable,
  { server, dialect: { identifier, letters } }: { readonly server: Server; readonly dialect: JudgingDialect },
): string {
  const read = [...new Set(places.values())];
  const cells = read.map((at) => {
    const name = identifier(opened.described[at]?.name ?? '');
    const isText = kindOfColumn(opened.table.columns[at]?.type ?? '') === 'text';
    return isText ? `nullif(${letters(name)}, '') AS ${name}` : name;
  });
  const others = opened.described.filter((column, at) => column.readable === 't' && !read.includes(at));
  const all = [...cells, `${tablesOf[server.engine].word(others)} AS sla_word`];
  return eventRowsSql(all, path, identifier(TIMES));
}

/** What is told of a table and of its columns that are read; how many rows it has is known once they are counted. */
export function tableRead({ opened, fields, places }: ServedTable, rows: number): TableRead {
  const columns = fields.flatMap((field) => {
    const column = opened.described[places.get(field.name) ?? -1];
    return column ? [{ field: field.name, column: column.name, type: column.type }] : [];
  });
  return { table: opened.file, rows, columns };
}
