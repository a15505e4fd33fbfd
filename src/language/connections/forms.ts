import type { ServerEngine } from '../../model/connection.ts';
import type { ConnectionForm } from './form.ts';
import { postgres } from './postgres.ts';
import { trino } from './trino.ts';

/** How connections are written, by the engine; each is listed here once. */
export const forms: Readonly<Record<ServerEngine, ConnectionForm>> = { postgres, trino };
