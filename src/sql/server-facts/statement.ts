import type { JudgingDialect } from '../dialects/dialect.ts';
import { withNamedRows } from '../named-rows.ts';

/**
 * A statement as a server takes it, with the SELECTs that it asks for by their names, which may ask for those before
 * them, as its parts of WITH.
 */
export function served(sql: string, kept: ReadonlyMap<string, string>, dialect: JudgingDialect): string {
  const parts: string[] = [];
  let text = sql;
  for (const [name, select] of [...kept].reverse()) {
    if (!asksFor(name, text)) continue;
    text += `\n${select}`;
    parts.unshift(dialect.heldPart(dialect.identifier(name), select));
  }
  if (parts.length === 0) return withNamedRows(sql, dialect.fence);
  const own = /^\s*WITH\s/.exec(sql)?.[0];
  const rest = own === undefined ? `\n${sql}` : `,\n${sql.slice(own.length)}`;
  return withNamedRows(`WITH ${parts.join(', ')}${rest}`, dialect.fence);
}

/** Whether a statement names a table, with quotes or without. */
export const asksFor = (name: string, sql: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replace(/[$]/g, '[$]')}(?![\\w$])`).test(sql);
