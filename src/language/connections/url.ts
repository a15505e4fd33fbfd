import { t } from '../../messages/index.ts';
import { isRowsOf } from '../../model/connection.ts';
import { type Addressed, type Problem, rowsOfNone } from './form.ts';
import { forms } from './forms.ts';

/**
 * Reads the address of a server, whose scheme tells the engine: `postgres://user@host:port/database`. What else a
 * connection says stands behind a `?`: `?rows=stay`.
 */
export function connectionOfUrl(name: string, text: string): Addressed | Problem {
  const help = t`write postgres://HOST/DATABASE for a PostgreSQL, or https://HOST/CATALOG for a Trino`;
  if (!URL.canParse(text)) return { message: t`The address of "${name}" is none`, help };
  const url = new URL(text);
  const form = Object.values(forms).find(({ scheme }) => scheme.test(url.protocol));
  if (form === undefined)
    return { message: t`The address of "${name}" is of no server whose tables are read`, help };
  // What stands before it is the rest of a password: it is neither repeated nor taken for a name.
  if (/@/.test(url.pathname + url.search + url.hash))
    return {
      message: t`The address of "${name}" has an "@" after its host`,
      help: t`leave the password out of it, or write its /, ? and # as %2F, %3F and %23`,
    };
  const said = url.searchParams.getAll('rows');
  const rows = said[0];
  url.searchParams.delete('rows');
  const found = form.ofUrl(name, url);
  if (rows === undefined || 'message' in found) return found;
  if (said.length === 1 && isRowsOf(rows)) return { ...found, connection: { ...found.connection, rows } };
  return rowsOfNone(name);
}
