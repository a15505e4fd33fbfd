import { randomBytes } from 'node:crypto';
import type { Server } from '../../engine/server.ts';
import { ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import { alikeText } from '../../model/alike.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { namesOf, ownColumns } from '../../model/header-names.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { written } from '../../sql/dialects/index.ts';
import { tablesOf } from '../../sql/read/server/index.ts';
import type { Relation, RelationColumn, ServerSyntax } from '../../sql/read/server/syntax.ts';
import { kindOfColumn } from '../../sql/read/typed/column-kind.ts';
import { headerOfTable, nameSql, ROW, type TypedTable } from '../../sql/read/typed/table.ts';
import { cleanTextAlone, jointText, unlessBlankWord } from '../../sql/server-facts/texts.ts';
import type { ReadTask } from '../read-task.ts';
import type { SourceFile } from '../source-file.ts';
import { fetchRows } from './fetch.ts';
import { faultFinding, noColumnRight, notAsked, rowsStay } from './problems.ts';
import { relationOf } from './relation.ts';
import { momentOf } from './version.ts';

/** A table of a server, with the columns that its catalogue tells; its rows are not here yet. */
export interface OpenedTable extends SourceFile {
  readonly table: TypedTable;
  readonly server: Server;
  readonly relation: Relation;
  /** As the server tells them, in the order of those of the table. */
  readonly described: readonly RelationColumn[];
  /** Brings the rows here, of the columns at these positions. */
  fetch(positions: readonly number[]): Promise<SourceFile | Diagnostic>;
}

/** Looks a table of a server up. What the server says against it is a finding in the agreement. */
export async function openTable(task: ReadTask): Promise<OpenedTable | Diagnostic> {
  const { plan, servers } = task;
  const { server: named } = plan;
  if (named === undefined) throw new Error(`"${plan.source}" is no table of a server`);
  if (servers === undefined) return notAsked(named);
  const guarded = async <T>(act: () => Promise<T>): Promise<T | Diagnostic> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServerFault)) throw error;
      return faultFinding(error, named);
    }
  };
  return guarded(async () => {
    const server = await servers.open(named.connection);
    if ('rule' in server) return server.place ? server : { ...server, path: [...named.path, 'connection'] };
    const relation = await knownRelation(server, named);
    if ('rule' in relation) return relation;
    const syntax = tablesOf[server.engine];
    const columns = await server.rows<RelationColumn>(syntax.columns(relation, server.home));
    const file = plan.files[0] ?? '';
    const typed = columns.map(typedColumnOf(plan, syntax));
    const table: TypedTable = { columns: typed, from: '', row: ROW };
    const header = headerOfTable(table);
    const opened: SourceFile = { file, text: file, gzip: false, header, table };
    const fetch = (positions: readonly number[]) =>
      guarded(async () => {
        if (server.rowsOf === 'stay' && plan.onlyKeys === undefined) return rowsStay(named);
        const denied = positions.map((at) => columns[at]).find((column) => column?.readable === 'f');
        if (denied) return noColumnRight(denied.name, named, server.where);
        return fetched(task, {
          server,
          relation,
          columns,
          typed,
          opened,
          positions: [...new Set(positions)],
        });
      });
    return { ...opened, table, server, relation, described: columns, fetch };
  });
}

/** What each session knows, by the name of a table: one of its own may have that name later. */
const known = new WeakMap<Server, Map<string, Relation>>();

async function knownRelation(
  server: Server,
  named: NonNullable<ReadPlan['server']>,
): Promise<Relation | Diagnostic> {
  const relations = known.get(server) ?? new Map<string, Relation>();
  known.set(server, relations);
  const relation = relations.get(named.table) ?? (await relationOf(server, named));
  if (!('rule' in relation)) relations.set(named.table, relation);
  return relation;
}

/** A column as the agreement calls it, whose names a server may keep otherwise. */
function typedColumnOf({ fields }: ReadPlan, { kept, typeOf }: ServerSyntax) {
  const written = Object.values(fields).flatMap((field) => ownColumns(field).flatMap(namesOf));
  const names = new Map(written.map((name) => [kept(name), name]));
  return (column: RelationColumn): TypedTable['columns'][number] => ({
    ...{ name: names.get(column.name) ?? column.name, type: typeOf(column) ?? column.type },
    ...{ told: column.type, sql: nameSql(column.name) },
  });
}

interface Described {
  readonly server: Server;
  readonly relation: Relation;
  readonly columns: readonly RelationColumn[];
  /** The same columns, as they are read here. */
  readonly typed: TypedTable['columns'];
  readonly opened: SourceFile;
  /** Of the columns that are read. */
  readonly positions: readonly number[];
}

/** Where the whole of a row tells it from others, a word that stands for what is not read of it is read too. */
async function fetched(
  { engine, plan }: ReadTask,
  { server, relation, columns, typed, opened, positions }: Described,
): Promise<SourceFile> {
  const syntax = tablesOf[server.engine];
  const others = isOfEvents(plan)
    ? columns.filter((column, at) => column.readable === 't' && !positions.includes(at))
    : null;
  const read = positions.flatMap((at) => columns[at] ?? []);
  const rest = others === null ? [] : ['VARCHAR'];
  const types = [...read.map((column) => syntax.typeOf(column) ?? 'VARCHAR'), ...rest];
  const table = `${plan.table}$${randomBytes(4).toString('hex')}`;
  const moment = await momentOf(server, relation);
  const version = moment.of === 'version' ? moment.version : null;
  const where =
    plan.onlyKeys === undefined ? null : whereOfKeys(plan, plan.onlyKeys, { columns, typed, server });
  const select = syntax.rows({ relation, columns: read, others, version, where }, server.home);
  const what = t`Reading ${opened.file}`;
  const came = await engine.follow({ what, bytes: null, rowBytes: null }, () =>
    fetchRows({ engine, server, select, table, types }),
  );
  const here = (column: TypedTable['columns'][number], at: number): TypedTable['columns'][number] => {
    const place = positions.indexOf(at);
    return place < 0 ? { ...column, ...NOTHING } : { ...column, sql: `c${place}` };
  };
  const whole = rest.map((type) => ({ name: '', type, sql: `c${read.length}` }));
  const made: TypedTable = {
    columns: [...typed.map(here), ...whole],
    from: nameSql(table),
    row: ROW,
  };
  return { ...opened, header: headerOfTable(made), table: made, fetched: { ...came, moment } };
}

/** What holds of all rows that may have one of some keys: the texts are compared as they are here. */
function whereOfKeys(
  { fields, key, nulls }: ReadPlan,
  keys: readonly string[],
  { columns, typed, server }: Pick<Described, 'columns' | 'typed' | 'server'>,
): string | null {
  const field = fields[key];
  const dialect = written[server.engine];
  if (field === undefined || dialect === undefined) return null;
  const parts = field.parts ?? [field];
  // A date with its time of day is put together here.
  if (parts.some((part) => part.parts)) return null;
  const cells = parts.flatMap((part) => {
    const names = namesOf(part);
    const at = typed.findIndex(({ name }) => names.includes(alikeText(name.trim())));
    const [column, told] = [columns[at], typed[at]];
    const kind = told && kindOfColumn(told.type);
    return column && (kind === 'integer' || kind === 'text')
      ? [{ kind, sql: dialect.identifier(column.name) }]
      : [];
  });
  const [first, ...others] = cells;
  if (first === undefined || cells.length < parts.length) return null;
  if (first.kind === 'integer' && !field.parts) {
    const numbers = keys.filter((each) => /^-?\d{1,18}$/.test(each));
    return numbers.length === 0 ? 'false' : `${first.sql} IN (${numbers.join(', ')})`;
  }
  const clean = [first, ...others].map(({ sql }) => cleanTextAlone(dialect.letters(sql), dialect));
  const list = keys.map((each) => dialect.text(each)).join(', ');
  const told = field.parts
    ? jointText(
        clean.map((cell) => unlessBlankWord(cell, nulls, dialect)),
        nulls,
        dialect,
      )
    : clean[0];
  return `${told} IN (${list})`;
}

/** A column that stays on the server. */
const NOTHING = { type: 'VARCHAR', sql: 'CAST(NULL AS VARCHAR)' };

const isOfEvents = ({ unique }: ReadPlan): boolean => unique === 'many';
