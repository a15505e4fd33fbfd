import { type Server, ServerFault } from '../../engine/server.ts';
import { firstOf } from '../../messages/first-of.ts';
import { t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { tablesOf } from '../../sql/read/server/index.ts';
import type { Relation } from '../../sql/read/server/syntax.ts';
import { noTableRight, tableFinding } from './problems.ts';

/** Tables that are named where one is not there. */
const MOST_NAMES = 20;

type Named = NonNullable<ReadPlan['server']>;

/** The table or view that a source names, with its schema or without it. */
export async function relationOf(server: Server, named: Named): Promise<Relation | Diagnostic> {
  const { table } = named;
  const found = await tablesNamed(server, table);
  const own = tablesOf[server.engine].kept(table);
  const seen = found.filter(({ visible, name }) => visible === 't' && name === own);
  const [only, second] = seen.length > 0 ? seen : found;
  if (only === undefined) return noSuchTable(server, named);
  if (second !== undefined)
    return tableFinding(
      named,
      t`"${table}" is in several schemas of "${named.connection}"`,
      t`write table: ${fullName(only)}, or ${fullName(second)}`,
    );
  return only.readable === 't' ? only : noTableRight(fullName(only), named, server.where);
}

/** The tables that the first of several ways to read a name finds. */
async function tablesNamed(server: Server, name: string): Promise<readonly Relation[]> {
  for (const [at, sql] of tablesOf[server.engine].named(name, server.home).entries()) {
    try {
      const found = await server.rows<Relation>(sql);
      if (found.length > 0) return found;
    } catch (error) {
      // What stands before a point may be no catalog; that of the connection has to be one.
      if (at === 0 || !(error instanceof ServerFault) || error.kind !== 'unknown-database') throw error;
    }
  }
  return [];
}

const fullName = ({ catalog, schema, name }: Relation): string =>
  [...(catalog === null ? [] : [catalog]), schema, name].join('.');

async function noSuchTable(server: Server, named: Named): Promise<Diagnostic> {
  const { where, engine, home } = server;
  const all = await server.rows<Relation>(tablesOf[engine].all(home));
  const names = all.map((one) => (one.visible === 't' ? one.name : fullName(one)));
  const message = t`${where} has no table or view "${named.table}"`;
  if (names.length === 0)
    return tableFinding(
      named,
      message,
      t`its user sees none: check database and user of "${named.connection}"`,
    );
  const near = nearest(named.table, names);
  const told = names.map(quoted);
  const listed = firstOf(told, MOST_NAMES);
  return tableFinding(
    named,
    message,
    near === null ? t`its tables are ${listed}` : t`did you mean "${near}"? its tables are ${listed}`,
  );
}
