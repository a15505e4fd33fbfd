import { type Server, ServerFault } from '../../engine/server.ts';
import { tablesOf } from '../../sql/read/server/index.ts';
import type { Relation } from '../../sql/read/server/syntax.ts';

/** Of which moment the rows of a table are: that of the session, that of a version by its name, or of no one moment. */
export type Moment =
  | { readonly of: 'session' | 'statement' }
  | { readonly of: 'version'; readonly version: string };

/** What each session holds on to, by the table. */
const held = new WeakMap<Server, Map<string, Promise<Moment>>>();

/** The moment of a table, the same for all that a session reads of it. */
export function momentOf(server: Server, relation: Relation): Promise<Moment> {
  const moments = held.get(server) ?? new Map<string, Promise<Moment>>();
  held.set(server, moments);
  const { catalog, schema, name } = relation;
  const key = JSON.stringify([catalog, schema, name]);
  const moment = moments.get(key) ?? asked(server, relation);
  moments.set(key, moment);
  return moment;
}

async function asked(server: Server, relation: Relation): Promise<Moment> {
  const { version } = tablesOf[server.engine];
  if (version === null) return { of: 'session' };
  try {
    const [row] = await server.rows<{ version: string }>(version(relation, server.home));
    return row && /^\d+$/.test(row.version) ? { of: 'version', version: row.version } : { of: 'statement' };
  } catch (error) {
    // A table without versions has no list of them, and one of another's may not be read.
    if (error instanceof ServerFault && HAS_NONE.has(error.kind)) return { of: 'statement' };
    throw error;
  }
}

const HAS_NONE: ReadonlySet<string> = new Set(['refused', 'forbidden', 'rows', 'unknown-database']);
