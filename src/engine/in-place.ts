import { t } from '../messages/index.ts';
import type { JudgingDialect } from '../sql/dialects/dialect.ts';
import { allRowsOf } from '../sql/keep.ts';
import { NamedSelects } from '../sql/server-facts/statement.ts';
import type { Engine, Row, Value } from './engine.ts';
import { type Server, ServerFault } from './server.ts';

/**
 * A server as an engine: what is kept is a table there, or, where it may have none, a part of each statement that
 * asks for it. `home` is the embedded engine of the run, whose folder and whose watchers serve both.
 */
export function inPlace(server: Server, dialect: JudgingDialect, home: Engine): Engine {
  const { tables } = server;
  const kept = new NamedSelects(dialect);
  const asked = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw error instanceof ServerFault ? notJudged(error, server) : error;
    }
  };
  const ask = <T extends object>(sql: string, params: readonly Value[] = []): Promise<readonly T[]> =>
    asked(() => server.values<T>(kept.served(sql), params));
  const keep: Engine['keep'] = async (table, selects) => {
    const statements = () => selects.map((select) => kept.served(select));
    if (tables === null) kept.put(table, allRowsOf(selects));
    else if (tables.named === 'by the session') await asked(() => tables.keep(table, statements()));
    else kept.put(table, await asked(() => tables.hold(statements())));
  };
  return {
    ...{ dialect, isAway: true, scratch: home.scratch, task: home.task, interrupt: home.interrupt },
    holdsCases: tables?.named === 'among others' ? 'all' : 'none',
    follow: home.follow,
    keep,
    async view(table, select) {
      if (tables?.named === 'by the session') await keep(table, [select]);
      else kept.put(table, select);
    },
    async rename(table, to) {
      if (tables?.named === 'by the session') await tables.rename(table, to);
      else kept.rename(table, to);
    },
    run: () => Promise.reject(new Error('Nothing is written on a server')),
    append: () => Promise.reject(new Error('Nothing is written on a server')),
    rows: (sql, params) => ask(sql, params),
    stream: (sql, params = []) => server.valuesInParts<Row>(kept.served(sql), params),
    confine: async () => undefined,
    owns: home.owns,
    close: () => server.close(),
  };
}

/** A fault of a server that judges its rows, which says what to do. */
function notJudged(fault: ServerFault, { where, engine, tables }: Server): ServerFault {
  const said = fault.message === '' ? fault.kind : fault.message;
  const scratch = tables?.named === 'among others' ? tables.where : null;
  if (scratch !== null && isOfScratch(fault))
    return told(
      fault,
      t`${where} lets this run make no tables in ${scratch}: ${said}`,
      t`ask for the right to create, to fill and to drop tables there, or correct scratch: of its connection in .sla/connections.yaml`,
    );
  const again = t`run it again where the server had gone or was asked to end it; where it is too much for it, write rows: come for its connection in .sla/connections.yaml, if they may leave it`;
  const help =
    engine === 'trino' && tables === null
      ? t`${again}, or scratch: CATALOG.SCHEMA, where a run may make tables of its own`
      : again;
  return told(fault, t`${where} does not judge its rows: ${said}`, help);
}

const told = (cause: ServerFault, message: string, help: string): ServerFault =>
  new ServerFault(cause.kind, cause.whose, message, { cause, help });

/** Whether what was refused is a table of the run: rows that may not be read are refused before. */
const isOfScratch = ({ kind, message }: ServerFault): boolean =>
  kind === 'unknown-database' || (kind === 'forbidden' && /\b(?:create|insert)\b/i.test(message));
