import { t } from '../messages/index.ts';
import type { JudgingDialect } from '../sql/dialects/dialect.ts';
import { allRowsOf } from '../sql/keep.ts';
import { asksFor, served } from '../sql/server-facts/statement.ts';
import type { Engine, Row, Value } from './engine.ts';
import { type Server, ServerFault } from './server.ts';

/**
 * A server as an engine: what is kept is a table of the session, or, where it may have none, a part of each statement
 * that asks for it. `home` is the embedded engine of the run, whose folder and whose watchers serve both.
 */
export function inPlace(server: Server, dialect: JudgingDialect, home: Engine): Engine {
  const { tables } = server;
  const kept = new Map<string, string>();
  const asked = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServerFault)) throw error;
      const said = error.message === '' ? error.kind : error.message;
      const help = t`run it again where the server had gone or was asked to end it; where it is too much for it, write rows: come for its connection in .sla/connections.yaml, if they may leave it`;
      throw Object.assign(
        new ServerFault(error.kind, error.whose, t`${server.where} does not judge its rows: ${said}`, {
          cause: error,
        }),
        { help },
      );
    }
  };
  const ask = <T extends object>(sql: string, params: readonly Value[] = []): Promise<readonly T[]> =>
    asked(() => server.values<T>(served(sql, kept, dialect), params));
  const keep: Engine['keep'] = async (table, selects) => {
    if (tables === null) {
      const isRestedOn = () => [...kept].some(([name, select]) => name !== table && asksFor(table, select));
      if (kept.has(table) && isRestedOn())
        throw new Error(`The table "${table}" would change what rests on it`);
      // A part of WITH stands behind those that it asks for.
      kept.delete(table);
      kept.set(table, allRowsOf(selects));
    } else {
      const statements = selects.map((select) => served(select, kept, dialect));
      await asked(() => tables.keep(table, statements));
    }
  };
  return {
    ...{ dialect, isAway: true, scratch: home.scratch, task: home.task, interrupt: home.interrupt },
    follow: home.follow,
    keep,
    view: (table, select) => keep(table, [select]),
    async rename(table, to) {
      if (tables !== null) return tables.rename(table, to);
      const select = kept.get(table);
      if (select === undefined) throw new Error(`There is no table "${table}"`);
      kept.delete(table);
      kept.set(to, select);
    },
    run: () => Promise.reject(new Error('Nothing is written on a server')),
    append: () => Promise.reject(new Error('Nothing is written on a server')),
    rows: (sql, params) => ask(sql, params),
    stream: (sql, params = []) => server.valuesInParts<Row>(served(sql, kept, dialect), params),
    confine: async () => undefined,
    owns: home.owns,
    close: () => server.close(),
  };
}
