import { randomBytes } from 'node:crypto';
import type { Server } from '../../engine/server.ts';
import { ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import {
  type Relation,
  type RelationColumn,
  relationColumnsSql,
  rowsAsTextsSql,
  typeOfColumn,
} from '../../sql/read/server/postgres.ts';
import { restOfRowSql } from '../../sql/read/server/rest.ts';
import { headerOfTable, nameSql, ROW, type TypedTable } from '../../sql/read/typed/table.ts';
import type { ReadTask } from '../read-task.ts';
import type { SourceFile } from '../source-file.ts';
import { fetchRows } from './fetch.ts';
import { faultFinding, noColumnRight, notAsked } from './problems.ts';
import { relationOf } from './relation.ts';

/** A table of a server, with the columns that its catalogue tells; its rows are not here yet. */
export interface OpenedTable extends SourceFile {
  readonly table: TypedTable;
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
    const relation = await relationOf(server, named);
    if ('rule' in relation) return relation;
    const columns = await server.rows<RelationColumn>(relationColumnsSql, [relation.oid]);
    const file = plan.files[0] ?? '';
    const table: TypedTable = { columns: columns.map(typedColumn), from: '', row: ROW };
    const header = headerOfTable(table);
    const opened: SourceFile = { file, text: file, gzip: false, header, table };
    const fetch = (positions: readonly number[]) =>
      guarded(async () => {
        const denied = positions.map((at) => columns[at]).find((column) => column?.readable === 'f');
        if (denied) return noColumnRight(denied.name, named, server.where);
        return fetched(task, { server, relation, columns, opened, positions: [...new Set(positions)] });
      });
    return { ...opened, table, fetch };
  });
}

function typedColumn(column: RelationColumn): TypedTable['columns'][number] {
  const type = typeOfColumn(column);
  return { name: column.name, type: type ?? column.type, told: column.type, sql: nameSql(column.name) };
}

interface Described {
  readonly server: Server;
  readonly relation: Relation;
  readonly columns: readonly RelationColumn[];
  readonly opened: SourceFile;
  /** Of the columns that are read. */
  readonly positions: readonly number[];
}

/** Where the whole of a row tells it from others, a word that stands for what is not read of it is read too. */
async function fetched(
  { engine, plan }: ReadTask,
  { server, relation, columns, opened, positions }: Described,
): Promise<SourceFile> {
  const read = positions.flatMap((at) => columns[at] ?? []);
  const others = columns.filter((column, at) => column.readable === 't' && !positions.includes(at));
  const rest = isOfEvents(plan) ? [restOfRowSql(others.map(({ name }) => name))] : [];
  const types = [...read.map((column) => typeOfColumn(column) ?? 'VARCHAR'), ...rest.map(() => 'VARCHAR')];
  const table = `${plan.table}$${randomBytes(4).toString('hex')}`;
  const select = rowsAsTextsSql(
    relation,
    read.map(({ name }) => name),
    rest,
  );
  const what = t`Reading ${opened.file}`;
  const came = await engine.follow({ what, bytes: null, rowBytes: null }, () =>
    fetchRows({ engine, server, select, table, types }),
  );
  const here = (column: RelationColumn, at: number): TypedTable['columns'][number] => {
    const place = positions.indexOf(at);
    const typed = typedColumn(column);
    return place < 0 ? { ...typed, ...NOTHING } : { ...typed, sql: `c${place}` };
  };
  const whole = rest.map(() => ({ name: '', type: 'VARCHAR', sql: `c${read.length}` }));
  const made: TypedTable = {
    columns: [...columns.map(here), ...whole],
    from: nameSql(table),
    row: ROW,
  };
  return { ...opened, header: headerOfTable(made), table: made, fetched: came };
}

/** A column that stays on the server. */
const NOTHING = { type: 'VARCHAR', sql: 'CAST(NULL AS VARCHAR)' };

const isOfEvents = ({ unique }: ReadPlan): boolean => unique === 'many';
