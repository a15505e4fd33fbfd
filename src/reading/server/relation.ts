import type { Server } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { nearest } from '../../messages/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { allRelationsSql, type Relation, relationsNamedSql } from '../../sql/read/server/postgres.ts';
import { noTableRight, tableFinding } from './problems.ts';

/** Tables that are named where one is not there. */
const MOST_NAMES = 20;

type Named = NonNullable<ReadPlan['server']>;

/** The table or view that a source names, with its schema or without it. */
export async function relationOf(server: Server, named: Named): Promise<Relation | Diagnostic> {
  const { table } = named;
  const found = await server.rows<Relation>(relationsNamedSql, [table]);
  const seen = found.filter(({ visible, name }) => visible === 't' && name === table);
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

const fullName = ({ schema, name }: Pick<Relation, 'schema' | 'name'>): string => `${schema}.${name}`;

async function noSuchTable(server: Server, named: Named): Promise<Diagnostic> {
  const { where } = server;
  const all = await server.rows<Pick<Relation, 'schema' | 'name' | 'visible'>>(allRelationsSql);
  const names = all.map((one) => (one.visible === 't' ? one.name : fullName(one)));
  const message = t`${where} has no table or view "${named.table}"`;
  if (names.length === 0)
    return tableFinding(
      named,
      message,
      t`its user sees none: check database and user of "${named.connection}"`,
    );
  const near = nearest(named.table, names);
  const listed = allOf([
    ...names.slice(0, MOST_NAMES).map((name) => `"${name}"`),
    ...(names.length > MOST_NAMES ? ['...'] : []),
  ]);
  return tableFinding(
    named,
    message,
    near === null ? t`its tables are ${listed}` : t`did you mean "${near}"? its tables are ${listed}`,
  );
}
