import type { ServerEngine } from '../../../model/connection.ts';
import { postgresTables } from './postgres.ts';
import type { ServerSyntax } from './syntax.ts';
import { trinoTables } from './trino.ts';

/** How each engine is asked about its tables, by its name. */
export const tablesOf: Readonly<Record<ServerEngine, ServerSyntax>> = {
  postgres: postgresTables,
  trino: trinoTables,
};
